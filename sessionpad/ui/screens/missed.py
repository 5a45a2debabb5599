"""Appointments that did not take place, in neutral words, and how contact was sought again. Source: GW-65."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sessionpad.domain.around import Missed, Reached
from sessionpad.domain.ids import MissedId
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.texts import N_
from sessionpad.ui.parts import Day, Text
from sessionpad.ui.screens.logged import LoggedScreen


class MissedScreen(LoggedScreen):
    of = "missed"
    in_own_order = False
    called = N_("missed appointments")
    unnamed = N_("did not take place")
    nothing = N_("No appointment was missed. Ctrl+N notes one, in neutral words; ask later what came in between.")
    parts = (
        Day("on", N_("Which day"), always=True, past=True),
        Text("what", N_("What came in between, as the client tells it"), lines=3),
    )
    entries = "reached"
    log_name = N_("Getting in touch again")
    entry_name = N_("How it was tried, and what came of it; Enter begins the next line")

    def records(self) -> Sequence[Missed]:
        """The last one first."""
        return sorted(self._pad.dossier.missed, key=lambda each: each.on, reverse=True)

    def fresh(self) -> Missed:
        return Missed(id=MissedId(self._pad.new_id()), on=self._desk.today)

    def line(self, record: Any) -> tuple[str, str]:
        day = short_date(record.on, self.texts.language, self._desk.today)
        tried = self.texts.count("tried {number} time", "tried {number} times", len(record.reached))
        return day, " · ".join(filter(None, (record.what.split("\n", 1)[0], tried if record.reached else "")))

    def new_line(self, day: date, text: str) -> Reached:
        return Reached(on=day, what=text)
