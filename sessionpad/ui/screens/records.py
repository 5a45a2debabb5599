"""A room that is a list of records of one kind: a subclass says which, what its parts are, and how a row looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.kept_lists import Record
from sessionpad.domain.listed import List
from sessionpad.ui.parts import Parts, entries, part_of, shown
from sessionpad.ui.screens.list_form import ListFormScreen, Records
from sessionpad.ui.widgets.rows import Row


class RecordsScreen(ListFormScreen):
    """`parts` are fields of the record, under their own names."""

    of: ClassVar[List]
    """Which list of the dossier."""
    called: ClassVar[str]
    parts: ClassVar[Parts]
    in_own_order = True
    """Whether the records stand in the order they were given, and may be moved; otherwise `records` gives the order."""
    begin_at = ""
    """The record that is chosen when the screen opens; the first one when empty."""

    def on_mount(self) -> None:
        if self.record(self.begin_at) is not None:
            self.query_one(Records).chosen = self.begin_at

    def fresh(self) -> Record:
        """A new record with nothing in it yet."""
        raise NotImplementedError

    def line(self, record: Any) -> tuple[str, str]:
        """What its row says: the record in words, and quietly how it stands."""
        raise NotImplementedError

    @property
    def heading(self) -> str:
        return f"{self._pad.dossier.client.code} · {self.texts.say(self.called)}"

    def records(self) -> Sequence[Any]:
        """In the order in which they are shown."""
        there: Sequence[Any] = getattr(self._pad.dossier, self.of)
        return there

    def record(self, record_id: str) -> Any:
        """The record itself; None when it is gone."""
        return next((each for each in self.records() if each.id == record_id), None)

    def compose_form(self) -> Iterable[Widget]:
        yield from entries(self.parts, self.texts, lambda: self._desk.today)

    def rows(self, _: int) -> Sequence[Row]:
        return [Row(self._lines_of(*self.line(each)), each.id) for each in self.records()]

    def _lines_of(self, text: str, quiet: str) -> tuple[Content, ...]:
        head = Content(text.split("\n", 1)[0].strip() or self.texts.say(self.unnamed))
        return (head, Content.styled(f"  {quiet}", "$quiet")) if quiet else (head,)

    unnamed: ClassVar[str]
    """What a record without words is called."""

    def values_of(self, record: str) -> dict[str, str]:
        there = self.record(record)
        return shown(self.parts, there) if there is not None else {}

    def put(self, key: str, value: str) -> None:
        if self.record(self.shown) is None:
            return
        part = part_of(self.parts, key)
        is_emptied = part.always and not value.strip()
        read = getattr(self.fresh(), key) if is_emptied else part.read(value, lambda: self._desk.today)
        self._pad.change(self.of, self.shown, **{key: read})

    def add(self) -> None:
        self._pad.add(self.of, self.fresh())

    def drop(self, record: str) -> None:
        self._pad.drop(self.of, record)

    def move(self, record: str, by: int) -> None:
        if self.in_own_order:
            self._pad.move(self.of, record, by)
