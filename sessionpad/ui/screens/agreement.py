"""What client and coach agree, on one screen: filled in together, looked at together, and made into paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.wordings import oral_hint, vocabulary_with
from sessionpad.documents import Document
from sessionpad.domain.agreeing import standing_agreement, takes_a_place
from sessionpad.domain.trajectory import Form, Title
from sessionpad.errors import InvalidInput
from sessionpad.i18n.dates import long_date
from sessionpad.i18n.findings import finding_sentence
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import N_
from sessionpad.i18n.words import FORMS, TITLES
from sessionpad.method import limits
from sessionpad.method.dates import read_date
from sessionpad.ui.rooms import TELLING
from sessionpad.ui.screens.exporting import ExportingScreen
from sessionpad.ui.screens.from_notes import FROM_NOTES, TakesFromNotes
from sessionpad.ui.screens.hinted import HintedScreen
from sessionpad.ui.screens.typed import dates_in, is_count, typed_date
from sessionpad.ui.widgets.agreement_lines import still_open, tasks_in, told_in
from sessionpad.ui.widgets.field import Entry, Field
from sessionpad.ui.widgets.line import Block, Label

RENEWING: Final = N_("Why it is different now; it stands on paper")
"""Source: GW-89."""


class AgreementScreen(ExportingScreen, HintedScreen, TakesFromNotes):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "title", N_("title"), id="title", show=False, tooltip=N_("The one title or the other")),
        Binding(
            "f3", "telling", N_("sharing"), id="telling", show=False, tooltip=N_("What others may know, and what not")
        ),
        Binding(
            "f5", "export('agreement')", N_("Word agreement"), id="export", tooltip=N_("Make the Word document to sign")
        ),
        Binding("f6", "export('task-sheet')", N_("task sheet"), id="sheet", tooltip=N_("Make the sheet to take home")),
        Binding("f7", "sign", N_("agreed today"), id="sign", tooltip=N_("Keep what stands here as the next agreement")),
        Binding("f8", "form", N_("written/oral"), id="form", tooltip=N_("Oral is complete too")),
        Binding("f9", "from_notes", N_("from the notes"), id="from_notes", show=False, tooltip=FROM_NOTES),
    ]

    hinted: ClassVar[Mapping[str, str]] = {each: each for each in ("problem", "goal", "main", "fallback")}

    @property
    def heading(self) -> str:
        trajectory = self._pad.dossier.trajectory
        title, form = self.texts.say(TITLES[trajectory.title]), self.texts.say(FORMS[trajectory.form])
        return f"{self._pad.dossier.client.code} · {title} · {form}"

    def compose_form(self) -> Iterable[Widget]:
        values = self.values()
        yield Block(self.texts, id="oral", classes="quiet")
        for key, name, lines in (
            ("client", N_("Name of the client, as it stands on paper"), 1),
            ("problem", N_("What is going on, in the client's own words"), 3),
            ("goal", N_("Goal"), 2),
            ("why", N_("Why it matters, in the client's own words"), 2),
            ("main", N_("Main task: what has to happen to reach the goal"), 2),
            ("deadline", N_("Reached by"), 1),
            ("talks", N_("Number of talks"), 1),
            ("evaluations", N_("We look back on"), 1),
            ("fallback", N_("What we do if it does not work out"), 2),
            ("renewing", RENEWING, 2),
            ("coach", N_("Name of the coach"), 1),
            ("reach", N_("How and when to reach the coach"), 2),
        ):
            yield Field(self.texts, key, name, values[key], lines=lines)
        yield Label(self.texts, N_("Tasks in the agreement"), classes="part")
        yield Block(self.texts, id="agreed")
        yield Label(self.texts, N_("Who is told what; F3 goes there"), classes="part")
        yield Block(self.texts, id="told")
        yield Label(self.texts, N_("Still open; nothing of it is needed to go on"), classes="part")
        yield Block(self.texts, id="open")

    def on_mount(self) -> None:
        trouble = vocabulary_with(self._desk.choices.own_lexicons).trouble
        if trouble is not None:
            self.say_trouble(trouble)

    # values

    def values(self) -> dict[str, str]:
        dossier = self._pad.dossier
        trajectory = dossier.trajectory
        return {
            "client": dossier.client.name,
            "problem": trajectory.problem.text,
            "goal": trajectory.goal.text,
            "why": trajectory.goal.why,
            "main": trajectory.goal.main_task,
            "deadline": typed_date(trajectory.goal.deadline),
            "talks": "" if trajectory.talks is None else str(trajectory.talks),
            "evaluations": ", ".join(map(typed_date, trajectory.evaluations)),
            "fallback": trajectory.fallback,
            "renewing": trajectory.renewing,
            "coach": dossier.client.coach,
            "reach": dossier.client.reach,
        }

    def put(self, key: str, value: str) -> None:
        pad = self._pad
        match key:
            case "client":
                pad.change_client(name=value)
            case "coach" | "reach":
                pad.change_client(**{key: value})
            case "problem":
                pad.change_problem(text=value)
            case "goal":
                pad.change_goal(text=value)
            case "why":
                pad.change_goal(why=value)
            case "main":
                pad.change_goal(main_task=value)
            case "fallback" | "renewing":
                pad.change_trajectory(**{key: value})
            case "talks":
                self._put_talks(value)
            case "deadline":
                self._put_deadline(value)
            case _:
                self._put_evaluations(value)

    def _put_talks(self, value: str) -> None:
        cleaned = value.strip()
        if not is_count(cleaned):
            self.field("talks").advise(sentence(InvalidInput("number-unknown"), self.texts))
            return
        self._pad.change_trajectory(talks=int(cleaned) if cleaned else None)

    def _put_deadline(self, value: str) -> None:
        day = read_date(value.strip(), self._desk.today) if value.strip() else None
        if value.strip() and day is None:
            self.field("deadline").advise(sentence(InvalidInput("date-unknown"), self.texts))
            return
        self._pad.change_goal(deadline=day)

    def _put_evaluations(self, value: str) -> None:
        days = []
        for part in dates_in(value):
            day = read_date(part, self._desk.today)
            if day is None:
                self.field("evaluations").advise(sentence(InvalidInput("date-unknown"), self.texts))
                return
            days.append(day)
        self._pad.change_trajectory(evaluations=tuple(sorted(set(days))))

    # what follows from them

    def relabel(self) -> None:
        super().relabel()
        self.changed()

    def changed(self) -> None:
        super().relabel()
        dossier, language = self._pad.dossier, self.texts.language
        trajectory = dossier.trajectory
        latest = long_date(limits.latest_deadline(trajectory.started), language)
        deadline = trajectory.goal.deadline
        within = self.texts.say(N_("at the latest {day}: three months"), day=latest)
        self._advise("deadline", f"{long_date(deadline, language)}  ({within})" if deadline else within)
        self._advise("evaluations", " · ".join(long_date(day, language) for day in trajectory.evaluations))
        talks = self.texts.say(N_("between {least} and {most}"), least=limits.TALKS_MIN, most=limits.TALKS_MAX)
        self._advise("talks", talks)
        for key in self.hints():
            self.field(key).advise("\n".join(self.hint_lines(key)))
        self.field("renewing").display = takes_a_place(dossier) or bool(trajectory.renewing)
        spoken = oral_hint(dossier)
        self.query_one("#oral", Block).content = Content(finding_sentence(spoken, self.texts) if spoken else "")
        self.query_one("#oral", Block).display = spoken is not None
        here = (dossier, self.texts, self._desk.today)
        for name, lines in (("agreed", tasks_in(*here)), ("told", told_in(*here)), ("open", still_open(*here))):
            self.query_one(f"#{name}", Block).content = lines

    def _advise(self, key: str, line: str) -> None:
        """Echo what stands in the dossier, unless what is typed could not be read: then the trouble stays in view."""
        if self.field(key).value.strip() == self.values()[key] or self._reads(key):
            self.field(key).advise(line)

    def _reads(self, key: str) -> bool:
        value, today = self.field(key).value.strip(), self._desk.today
        if key == "talks":
            return is_count(value)
        parts = dates_in(value) if key == "evaluations" else filter(None, [value])
        return all(read_date(part, today) is not None for part in parts)

    def unread(self) -> Iterable[Entry]:
        return (self.field(key) for key in ("deadline", "talks", "evaluations") if not self._reads(key))

    # acts

    def action_telling(self) -> None:
        self.enter(TELLING)

    def nothing_under_the_caret(self) -> None:
        """Then it is the hint above the fields that was seen."""
        spoken = oral_hint(self._pad.dossier)
        if spoken is not None:
            self.act(lambda: self._pad.dismiss(spoken.code, ""))

    def action_form(self) -> None:
        other = Form.ORAL if self._pad.dossier.trajectory.form is Form.WRITTEN else Form.WRITTEN
        self.act(lambda: self._pad.change_trajectory(form=other))

    def action_title(self) -> None:
        other = Title.COMMITMENT if self._pad.dossier.trajectory.title is Title.COOPERATION else Title.COOPERATION
        self.act(lambda: self._pad.change_trajectory(title=other))

    def action_sign(self) -> None:
        self.take_in()
        if self.may_go() and self.act(self._pad.make_agreement):
            standing = standing_agreement(self._pad.dossier)
            self.say(
                N_("This is now agreement number {number}. Ctrl+Z takes it back."),
                number=standing.number if standing else 0,
            )

    def action_export(self, document: str) -> None:
        self.export(Document(document))
