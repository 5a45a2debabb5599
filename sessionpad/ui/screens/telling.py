"""Who is told what: agreed beforehand with the client, and what was told since. Source: GW-18, GW-6."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from textual.binding import Binding, BindingType

from sessionpad.domain.ids import SharingId
from sessionpad.domain.sharing import Sharing, Told
from sessionpad.i18n.agreements import consent_of
from sessionpad.i18n.texts import N_
from sessionpad.ui.parts import Day, Text, Yes
from sessionpad.ui.screens.logged import LoggedScreen


class TellingScreen(LoggedScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f7", "agreed", N_("agreed today"), id="agreed", tooltip=N_("The client agrees, today")),
        Binding(
            "f8", "withdraw", N_("taken back"), id="withdraw", tooltip=N_("The client takes it back; once more: not")
        ),
    ]

    of = "sharings"
    called = N_("who is told what")
    unnamed = N_("someone who may be told something")
    nothing = N_("Nobody is told anything. Ctrl+N adds someone; without the client's consent nothing may leave.")
    parts = (
        Text("recipient", N_("Who")),
        Text("what", N_("What may be told"), lines=2),
        Text("what_not", N_("What may not"), lines=2),
        Text("why", N_("What it is needed for"), lines=2),
        Yes("consequences", N_("The gain, the possible harm and saying no were talked through")),
        Day("agreed_on", N_("The client agreed on; F7 is today"), past=True),
        Day("until", N_("It holds until; empty is as long as we work together")),
    )
    entries = "told"
    log_name = N_("What was told")
    entry_name = N_("What, by whom, with the client there or not; Enter begins the next line")

    @property
    def way(self) -> str:
        return super().way or "consent"

    def fresh(self) -> Sharing:
        return Sharing(id=SharingId(self._pad.new_id()), recipient="")

    def line(self, record: Any) -> tuple[str, str]:
        return record.recipient, consent_of(record, self.texts, self._desk.today)

    def new_line(self, day: date, text: str) -> Told:
        return Told(on=day, what=text)

    def turned(self) -> None:
        super().turned()
        sharing = self.record(self.shown)
        holds = sharing is None or sharing.holds(self._desk.today)
        told = "" if holds else self.texts.say(N_("There is no consent today. Ask first, and be there together."))
        self.field("entry").advise(told)

    def action_agreed(self) -> None:
        self._set(agreed_on=self._desk.today, withdrawn_on=None)

    def action_withdraw(self) -> None:
        sharing = self.record(self.shown)
        if sharing is not None:
            self._set(withdrawn_on=self._desk.today if sharing.withdrawn_on is None else None)

    def _set(self, **fields: object) -> None:
        if self.record(self.shown) is not None and self.act(lambda: self._pad.change(self.of, self.shown, **fields)):
            self.went()
