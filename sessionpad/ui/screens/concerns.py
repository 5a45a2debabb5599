"""What the client named, in the client's order: what comes first, what waits, what rests. Source: TGH-30, TGH-22."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from sessionpad.domain.concern import Concern, ConcernKind, Criterion, Influence, Standing
from sessionpad.domain.ids import ConcernId
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.terms import CONCERN_KINDS, CRITERIA, INFLUENCES, LIFE_DOMAINS, STANDINGS
from sessionpad.i18n.texts import N_
from sessionpad.method import limits
from sessionpad.ui.parts import Day, Pick, Picks, Text
from sessionpad.ui.parts_listed import Names
from sessionpad.ui.screens.records import RecordsScreen
from sessionpad.ui.widgets.choice import Choice
from sessionpad.ui.widgets.rows import Row

ONE_LINE = 60
"""From this width on a concern and how it stands fit on one line."""

_INFLUENCE_HINTS = {
    Influence.YES: N_("Then it can become a goal."),
    Influence.PARTLY: N_("Which part of it? That part can become a goal."),
    Influence.NO: N_("Another way may fit, or another service. Write below how that was seen; it stays in the list."),
}


class ConcernsScreen(RecordsScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "choose", N_("this one first"), id="first", tooltip=N_("The client works on this one now")),
        Binding("f7", "describe", N_("describe"), id="describe", tooltip=N_("Describe together what is going on")),
    ]

    of = "concerns"
    called = N_("what matters to the client")
    unnamed = N_("not in words yet")
    nothing = N_("What is difficult, and what does the client wish? Ctrl+N adds one; all of them are kept.")
    parts = (
        Text("text", N_("What, in the client's own words"), lines=3),
        Pick("kind", N_("A difficulty or a wish"), CONCERN_KINDS, ConcernKind, usual=ConcernKind.PROBLEM),
        Pick("standing", N_("How it stands"), STANDINGS, Standing, usual=Standing.WAITING),
        Day("back_on", N_("Put aside until")),
        Pick("influence", N_("Can something be done about it together?"), INFLUENCES, Influence),
        Text("influence_why", N_("How that was seen"), lines=2),
        Picks("criteria", N_("What was talked about when choosing"), CRITERIA, Criterion),
        Names("domains", N_("Domains of life it touches"), LIFE_DOMAINS),
    )

    @property
    def heading(self) -> str:
        dossier = self._pad.dossier
        count, limit = limits.goals_open(dossier), limits.goals_limit(dossier)
        said = self.texts.say(N_("{goals} open"), goals=count)
        if count > limit:
            said = self.texts.say(N_("{goals} open; {limit} is much"), goals=count, limit=limit)
        return f"{super().heading} · {said}" if count else super().heading

    def fresh(self) -> Concern:
        return Concern(id=ConcernId(self._pad.new_id()), text="", made_at=self._desk.now)

    def rows(self, width: int) -> Sequence[Row]:
        return [self._numbered(number, each, width) for number, each in enumerate(self._pad.dossier.concerns, 1)]

    def _numbered(self, number: int, concern: Concern, width: int) -> Row:
        text, quiet = self.line(concern)
        is_now = concern.standing is Standing.NOW
        head = Content.assemble(
            (f"{number:>2} ", "$quiet"),
            ("▸ " if is_now else "  ", "$accent"),
            text.split("\n", 1)[0].strip() or self.texts.say(self.unnamed),
        )
        if width >= ONE_LINE:
            return Row((Content.assemble(head, (f"  {quiet}", "$quiet")),), concern.id)
        return Row((head, Content.styled(f"     {quiet}", "$quiet")), concern.id)

    def line(self, record: Any) -> tuple[str, str]:
        say = self.texts.say
        parts = [say(STANDINGS[record.standing])]
        if record.back_on is not None:
            day = short_date(record.back_on, self.texts.language, self._desk.today)
            parts.append(say(N_("back on {day}"), day=day))
        if record.kind is ConcernKind.WISH:
            parts.append(say(CONCERN_KINDS[record.kind]))
        return record.text, " · ".join(parts)

    def put(self, key: str, value: str) -> None:
        """How it stands and until when go together: a day to come back on makes it a time-out. Source: GW-106."""
        concern = self.record(self.shown)
        if key not in {"standing", "back_on"} or concern is None:
            super().put(key, value)
            return
        typed = self.field("back_on")
        day = Day("back_on", "").read(typed.value, lambda: self._desk.today) if typed.reads else concern.back_on
        if key == "back_on":
            resting = Standing.TIME_OUT if day is not None else concern.standing
            self._pad.let_wait(concern.id, resting, day)
            return
        standing = Standing(value or Standing.WAITING)
        if standing is Standing.NOW:
            self._pad.choose(concern.id)
        else:
            self._pad.let_wait(concern.id, standing, day)

    def turned(self) -> None:
        concern = self.record(self.shown)
        if concern is None:
            return
        domains = self.field("domains")
        if isinstance(domains, Choice):
            domains.offer(self._pad.dossier.own_domains)
        self.field("criteria").advise(self.texts.say(N_("To talk about; nothing is counted, the client chooses.")))
        hint = _INFLUENCE_HINTS.get(concern.influence)
        self.field("influence").advise(self.texts.say(hint) if hint else "")

    def action_choose(self) -> None:
        concern = self.record(self.shown)
        if concern is not None and self.act(lambda: self._pad.choose(concern.id)):
            self.say(N_("The client works on this one now; the others keep their place. F7 describes it together."))

    def action_describe(self) -> None:
        from sessionpad.ui.screens.problem import ProblemScreen  # noqa: PLC0415  only when it is asked for

        self.take_in()
        self.app.push_screen(ProblemScreen(self.texts, self._desk, self._pad, self._saver))
