"""A list of records, each with a small log of its own: what is typed is a line of today, and Enter begins the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar, Final

from textual import on
from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.domain.text import clean_line
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.texts import Texts
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.records import RecordsScreen
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.line import Block, Label

ENTRY: Final = "entry"


class LoggedScreen(RecordsScreen):
    """`entries` is the field with the lines; `entry_name` says what to type."""

    entries: ClassVar[str]
    log_name: ClassVar[str]
    entry_name: ClassVar[str]

    def __init__(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> None:
        super().__init__(texts, desk, pad, saver)
        self._typing_in = ""
        """The record whose last line is the one that is being typed; none when the next key begins a new line."""

    def new_line(self, day: date, text: str) -> Any:
        """A line of the log."""
        raise NotImplementedError

    def compose_form(self) -> Iterable[Widget]:
        yield from super().compose_form()
        yield Label(self.texts, self.log_name, classes="part")
        yield Block(self.texts, id="log")
        yield Field(self.texts, ENTRY, self.entry_name)

    def turned(self) -> None:
        super().turned()
        if self._typing_in != self.shown:
            self._typing_in = ""
        self.query_one("#log", Block).content = Content("\n").join(self._lines())

    def _lines(self) -> Sequence[Content]:
        there = self.record(self.shown)
        language, today = self.texts.language, self._desk.today
        return [
            Content.assemble((f"{short_date(each.on, language, today)}  ", "$quiet"), each.what)
            for each in (getattr(there, self.entries) if there is not None else ())
        ]

    def values_of(self, record: str) -> dict[str, str]:
        typed = self.field(ENTRY).value if record == self._typing_in else ""
        return super().values_of(record) | {ENTRY: typed}

    def put(self, key: str, value: str) -> None:
        if key != ENTRY:
            super().put(key, value)
            return
        there, text = self.record(self.shown), clean_line(value)
        if there is None:
            return
        lines = getattr(there, self.entries)
        finished = lines[:-1] if self._typing_in == self.shown else lines
        now = (*finished, self.new_line(self._desk.today, text)) if text else finished
        self._typing_in = self.shown if text else ""
        self._pad.change(self.of, self.shown, **{self.entries: now})

    def went(self) -> None:
        """After undo and redo the log leads: what was typed stands in it, or was taken back."""
        self._typing_in = ""
        super().went()

    @on(Field.Done, f"#field-{ENTRY}")
    def _entered(self) -> None:
        """The line is finished."""
        self.take_in()
        self._typing_in = ""
        self.filling.went()
