"""A small list form over the subjects put aside: what every list form does can be tried on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from sessionpad.domain.around import Parked, RightState
from sessionpad.domain.ids import ParkedId
from sessionpad.i18n.terms import RIGHT_STATES
from sessionpad.method.dates import read_date
from sessionpad.ui.screens.list_form import ListFormScreen
from sessionpad.ui.screens.typed import typed_date
from sessionpad.ui.widgets.choice import Choice
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.read_field import DateField
from sessionpad.ui.widgets.rows import Row


class ParkingScreen(ListFormScreen):
    nothing = "Nothing yet."

    @property
    def heading(self) -> str:
        return self._pad.dossier.client.code

    def compose_form(self) -> Iterable[Widget]:
        yield Field(self.texts, "text", "What", lines=2)
        yield DateField(self.texts, "back", "Back on", today=lambda: self._desk.today)
        yield Choice(self.texts, "state", "State", RIGHT_STATES)

    def rows(self, _: int) -> Sequence[Row]:
        return [Row((Content(each.text or "(empty)"),), key=each.id) for each in self._pad.dossier.parked]

    def values_of(self, record: str) -> dict[str, str]:
        (parked,) = (each for each in self._pad.dossier.parked if each.id == record)
        return {"text": parked.text, "back": typed_date(parked.back_on), "state": RightState.TO_LOOK_AT}

    def put(self, key: str, value: str) -> None:
        if key == "text":
            self._pad.change("parked", self.shown, text=value)
        elif key == "back":
            self._pad.change("parked", self.shown, back_on=read_date(value, self._desk.today))

    def add(self) -> None:
        self._pad.add("parked", Parked(id=ParkedId(self._pad.new_id()), text="", made_at=self._desk.now))

    def drop(self, record: str) -> None:
        self._pad.drop("parked", record)

    def move(self, record: str, by: int) -> None:
        self._pad.move("parked", record, by)
