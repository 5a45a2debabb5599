"""The goal: what the client wants to reach, in own words and within three months, and how it stands. Source: TGH-37."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from sessionpad.domain.goal import Aim, Goal, Origin, Reach, Smart, Way, Whose
from sessionpad.domain.trajectory import GoalState
from sessionpad.i18n.dates import long_date
from sessionpad.i18n.figures import figure_bar
from sessionpad.i18n.terms import GOAL_STATES, ORIGINS, REACHES, SMART, WAYS, WHOSE
from sessionpad.i18n.texts import N_
from sessionpad.i18n.words import AIMS
from sessionpad.method import limits
from sessionpad.ui.parts import Day, Figure, Part, Pick, Picks, Text, part_of, shown
from sessionpad.ui.parts_listed import Names
from sessionpad.ui.screens.hinted import HintedScreen
from sessionpad.ui.screens.parts_form import PartsScreen
from sessionpad.ui.widgets.choice import Choice
from sessionpad.ui.widgets.line import Block, Label
from sessionpad.ui.widgets.read_field import DateField, NumberField

_COURSE: Final = ("state", "back_on", "talks")
"""What belongs to the trajectory and not to the goal itself."""
_REASON: Final = Text("reason", N_("Why it is adjusted"), lines=2)


class GoalScreen(PartsScreen, HintedScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f6",
            "adjust",
            N_("adjust"),
            id="adjust",
            tooltip=N_("Keep the goal as it is now among the earlier ones, and go on with another"),
        ),
    ]

    called = N_("goal")
    hinted: ClassVar[Mapping[str, str]] = {"goal": "text", "main": "main_task"}
    groups = (
        (
            "",
            (
                Text("text", N_("What the client wants to reach, in own words"), lines=3),
                _REASON,
                Text("why", N_("Why it matters, in the client's own words"), lines=3),
                Text("notice", N_("By what will I notice that it is there?"), lines=2),
                Text("main_task", N_("Main task: what has to happen to reach the goal"), lines=2),
                Day("deadline", N_("Reached by")),
                Figure("talks", N_("Number of talks"), least=1, most=99),
            ),
        ),
        (
            N_("What kind of goal it is"),
            (
                Pick("aim", N_("Solve it, or make it lighter: both are fine"), AIMS, Aim),
                Pick("origin", N_("Where it comes from"), ORIGINS, Origin),
                Pick("reach", N_("About whom"), REACHES, Reach),
                Pick("whose", N_("Personal or societal"), WHOSE, Whose),
            ),
        ),
        (
            N_("How the client sees it"),
            (
                Figure("importance", N_("How important is it? 0 to 10")),
                Figure("confidence", N_("How sure that it will work? 0 to 10")),
                Names("agreed_by", N_("Who stands behind it"), {}),
            ),
        ),
        (
            N_("To talk it over"),
            (
                Picks("smart", N_("What was talked about"), SMART, Smart),
                Picks("ways", N_("Ways to work on it, freely mixed"), WAYS, Way),
            ),
        ),
        (
            N_("Another way to a goal, if it helps"),
            (
                Text("wish", N_("Wish: what would I like most?"), lines=2),
                Text("outcome", N_("Result: what would be the best of it?"), lines=2),
                Text("obstacle", N_("Obstacle: what in me stands in the way?"), lines=2),
                Text("plan", N_("Plan: if that comes up, then I ..."), lines=2),
            ),
        ),
        (
            N_("For the coach alone"),
            (Text("feasible", N_("What can be done in the time there is; it is on no paper"), lines=2),),
        ),
        (
            N_("How it stands"),
            (
                Pick("state", N_("The goal is"), GOAL_STATES, GoalState, usual=GoalState.DRAFT),
                Day("back_on", N_("Time-out until")),
            ),
        ),
    )

    def on_mount(self) -> None:
        for key, beside in (("deadline", self._beside_day), ("back_on", str)):
            field = self.field(key)
            if isinstance(field, DateField):
                field.beside = beside
                field.tell()
        figures = {"talks": self._beside_talks, "importance": self._figure, "confidence": self._confidence}
        for key, said in figures.items():
            number = self.field(key)
            if isinstance(number, NumberField):
                number.beside = said
                number.tell()

    def compose_form(self) -> Iterable[Widget]:
        yield from super().compose_form()
        yield Label(self.texts, N_("What the goal was before"), classes="part")
        yield Block(self.texts, id="earlier")

    # values

    def record(self) -> Goal:
        return self._pad.dossier.trajectory.goal

    @property
    def _own(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.key not in _COURSE and part is not _REASON)

    def values(self) -> dict[str, str]:
        trajectory = self._pad.dossier.trajectory
        course = [part for part in self.parts if part.key in _COURSE]
        reason = trajectory.revisions[-1].reason if trajectory.revisions else ""
        return shown(self._own, self.record()) | shown(course, trajectory) | {"reason": reason}

    def keep(self, key: str, value: Any) -> None:
        if key == "reason":
            self._pad.explain_revision(value)
        elif key == "talks":
            self._pad.change_trajectory(talks=value)
        elif key in _COURSE:
            self._keep_state(key)
        else:
            self._pad.change_goal(**{key: value})

    def _keep_state(self, key: str) -> None:
        """A day to come back on makes it a time-out; another state takes the day away. Source: GW-106."""
        day_field = self.field("back_on")
        if not day_field.reads:
            return
        day = part_of(self.parts, "back_on").read(day_field.value, lambda: self._desk.today)
        state = GoalState(self.field("state").value or GoalState.DRAFT)
        if key == "back_on" and day is not None:
            state = GoalState.TIME_OUT
        self._pad.set_state(state, day)

    # what follows from them

    @property
    def heading(self) -> str:
        return f"{super().heading} · {self.texts.say(GOAL_STATES[self._pad.dossier.trajectory.state])}"

    def relabel(self) -> None:
        super().relabel()
        trajectory, say = self._pad.dossier.trajectory, self.texts.say
        said = self.hint_lines("text")
        if trajectory.state is not GoalState.DRAFT:
            said.append(say(N_("It is agreed. F6 keeps it as it is, before it is adjusted.")))
        self.field("text").advise("\n".join(said))
        self.field("main_task").advise("\n".join(self.hint_lines("main_task")))
        self.field("origin").advise(say(N_("Proposed is fine, once it was talked over and the client chose it.")))
        names = self.field("agreed_by")
        if isinstance(names, Choice):
            names.offer(self._names())
        self.query_one("#earlier", Block).content = self._earlier()
        self.field("reason").display = bool(trajectory.revisions)

    def _beside_day(self) -> str:
        latest = long_date(limits.latest_deadline(self._pad.dossier.trajectory.started), self.texts.language)
        return self.texts.say(N_("at the latest {day}: three months"), day=latest)

    def _beside_talks(self, _: int | None) -> str:
        return self.texts.say(N_("between {least} and {most}"), least=limits.TALKS_MIN, most=limits.TALKS_MAX)

    def _figure(self, figure: int | None) -> str:
        own_scale = N_("The client's own figure; the scale is ours, the method gives none.")
        return figure_bar(figure, self.texts) or self.texts.say(own_scale)

    def _confidence(self, figure: int | None) -> str:
        said = self._figure(figure)
        if figure is not None and figure <= limits.CONFIDENCE_LOW:
            smaller = self.texts.say(N_("What would be a smaller step, one that would surely work?"))
            return f"{said}\n{smaller}"
        return said

    def _names(self) -> tuple[str, ...]:
        client = self._pad.dossier.client
        people = (client.called, *(each.name for each in client.people), client.coach)
        return tuple(dict.fromkeys(name for name in people if name.strip()))

    def _earlier(self) -> Content:
        """What the goal was before, the last one first, with the day and the reason. Source: GW-89."""
        lines = []
        for each in reversed(self._pad.dossier.trajectory.revisions):
            if not each.goal.text:
                continue
            day = self.texts.say(N_("until {day}"), day=long_date(each.at.date(), self.texts.language))
            reason = f" · {each.reason}" if each.reason else ""
            lines.append(Content.assemble(each.goal.text, (f"\n  {day}{reason}", "$quiet")))
        none = Content.styled(self.texts.say(N_("This is the first one.")), "$quiet")
        return Content("\n").join(lines) if lines else none

    # acts

    def action_adjust(self) -> None:
        """Keep it, and put the caret where the reason goes; the goal itself is changed in its own field."""
        if self.act(self._pad.keep_goal) and self._pad.dossier.trajectory.revisions:
            self.field("reason").take_caret()
            self.say(N_("The goal is kept as it was. Say why, and change it above. Ctrl+Z takes it back."))
