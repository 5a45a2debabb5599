"""The coach looking back, for the coach alone: in words, and in figures without a total. Source: IW-45."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from textual.widget import Widget

from sessionpad.domain.coach_side import Reflection, Scanned
from sessionpad.domain.ids import ReflectionId
from sessionpad.i18n.checklists import ELEMENTS
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.texts import N_
from sessionpad.method.checklists import HIGHEST, LOWEST, Element
from sessionpad.ui.parts import Text
from sessionpad.ui.screens.records import RecordsScreen
from sessionpad.ui.widgets.line import Label
from sessionpad.ui.widgets.read_field import NumberField, read_number

ELEMENT = "element-"


class ReflectingScreen(RecordsScreen):
    of = "reflections"
    in_own_order = False
    called = N_("my own look back")
    unnamed = N_("looking back")
    nothing = N_("Nothing yet. Ctrl+N begins a look back; it stands in no document and in no view of the client.")
    parts = (Text("text", N_("What went well in my work, and what will I do otherwise?"), lines=6),)

    def compose_form(self) -> Iterable[Widget]:
        yield from super().compose_form()
        yield Label(self.texts, N_("0 to 10, as I see it; where does attention go? There is no total."), classes="part")
        for element, words in ELEMENTS.items():
            yield NumberField(self.texts, f"{ELEMENT}{element}", words, least=LOWEST, most=HIGHEST)

    def records(self) -> Sequence[Reflection]:
        """The last one first."""
        return sorted(self._pad.dossier.reflections, key=lambda each: each.at, reverse=True)

    def fresh(self) -> Reflection:
        under_way = self._pad.dossier.open_session
        return Reflection(
            id=ReflectionId(self._pad.new_id()), at=self._desk.now, session=under_way.id if under_way else None
        )

    def line(self, record: Any) -> tuple[str, str]:
        day = short_date(record.at.date(), self.texts.language, self._desk.today)
        return day, record.text.split("\n", 1)[0]

    def values_of(self, record: str) -> dict[str, str]:
        there = self.record(record)
        if there is None:
            return {}
        scores = {each.item: str(each.score) for each in there.scan}
        return super().values_of(record) | {f"{ELEMENT}{each}": scores.get(each.value, "") for each in Element}

    def put(self, key: str, value: str) -> None:
        there = self.record(self.shown)
        if there is None or not key.startswith(ELEMENT):
            super().put(key, value)
            return
        item, score = key.removeprefix(ELEMENT), read_number(value, LOWEST, HIGHEST)
        scores = {each.item: each for each in there.scan if each.item != item}
        if score is not None:
            scores[item] = Scanned(item=item, score=score)
        scan = tuple(scores[each] for each in map(str, Element) if each in scores)
        self._pad.change(self.of, self.shown, scan=scan)
