"""What is to come back to: put aside together, and back on the day that was agreed. Source: GW-42."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from textual.binding import Binding, BindingType

from sessionpad.domain.around import Parked
from sessionpad.domain.ids import ParkedId
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.texts import N_
from sessionpad.ui.parts import Day, Text
from sessionpad.ui.screens.records import RecordsScreen


class ParkingScreen(RecordsScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "done", N_("talked about"), id="done", tooltip=N_("It was come back to; once more: not yet"))
    ]

    of = "parked"
    in_own_order = False
    called = N_("to come back to")
    unnamed = N_("something to come back to")
    nothing = N_("Nothing was put aside. A line with ? in the notes of a talk comes here, and Ctrl+N adds one.")
    parts = (Text("text", N_("What to come back to"), lines=2), Day("back_on", N_("When; empty is the next talk")))

    def records(self) -> Sequence[Parked]:
        """What is still to come first, by its day; what was talked about last."""
        return sorted(self._pad.dossier.parked, key=lambda each: (each.done_on is not None, each.back_on or date.min))

    def fresh(self) -> Parked:
        return Parked(id=ParkedId(self._pad.new_id()), text="", made_at=self._desk.now)

    def line(self, record: Any) -> tuple[str, str]:
        day, today = record.done_on or record.back_on, self._desk.today
        said = short_date(day, self.texts.language, today) if day is not None else self.texts.say(N_("the next talk"))
        if record.done_on is not None:
            said = self.texts.say(N_("talked about on {day}"), day=said)
        return record.text, said

    def action_done(self) -> None:
        parked = self.record(self.shown)
        if parked is not None:
            day = self._desk.today if parked.done_on is None else None
            self.act(lambda: self._pad.change("parked", parked.id, done_on=day))
