"""A form over one value of the dossier: a subclass says what its parts are, and where the value stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.widget import Widget

from sessionpad.ui.parts import Part, Parts, entries, part_of, shown
from sessionpad.ui.screens.from_notes import TakesFromNotes
from sessionpad.ui.widgets.field import Entry
from sessionpad.ui.widgets.line import Label


class PartsScreen(TakesFromNotes):
    """`groups` are the parts in the order of the screen, each group under a heading; an empty heading is none."""

    called: ClassVar[str]
    groups: ClassVar[tuple[tuple[str, Parts], ...]]

    @property
    def heading(self) -> str:
        return f"{self._pad.dossier.client.code} · {self.texts.say(self.called)}"

    def record(self) -> Any:
        """The value as it stands now."""
        raise NotImplementedError

    def keep(self, key: str, value: Any) -> None:
        """Take this value for the part with this key."""
        raise NotImplementedError

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for _, group in self.groups for part in group)

    def compose_form(self) -> Iterable[Widget]:
        for name, group in self.groups:
            if name:
                yield Label(self.texts, name, classes="part")
            yield from entries(group, self.texts, lambda: self._desk.today)

    def on_mount(self) -> None:
        """The fields were made empty; what stands in the dossier comes in before anything can be typed."""
        for key, value in self.values().items():
            self.field(key).value = value
        self.query(Entry).first().take_caret()

    def values(self) -> dict[str, str]:
        return shown(self.parts, self.record())

    def put(self, key: str, value: str) -> None:
        self.keep(key, part_of(self.parts, key).read(value, lambda: self._desk.today))
