"""A few words to pick from, in columns as the width allows, each with a digit to pick it by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from sessionpad.i18n.texts import Texts
from sessionpad.ui.widgets.speaking import Speaking

DIGITS: Final = 9
"""Options that can be picked by a digit."""
BETWEEN: Final = 3
"""Cells between two options on one line."""


class Options(Speaking, can_focus=True):
    """The options themselves, in columns as the width allows."""

    DEFAULT_CSS = """
    Options { height: auto; width: 1fr; }
    Options > .options--caret { background: $primary 25%; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"options--caret"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("up", "line(-1)", show=False),
        Binding("down", "line(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("space,enter", "pick", show=False),
        Binding("delete,backspace", "clear", show=False),
        *(Binding(str(number), f"pick({number - 1})", show=False) for number in range(1, DIGITS + 1)),
    ]

    at: reactive[int] = reactive(0)
    """Which option the caret is on."""
    chosen: reactive[tuple[str, ...]] = reactive(())

    class Picked(Message):
        """Another choice was made."""

    def __init__(self, texts: Texts, *, several: bool) -> None:
        super().__init__(texts)
        self._several = several
        self._words: Mapping[str, str] = {}
        self._own: Sequence[str] = ()

    def offer(self, words: Mapping[str, str], own: Sequence[str]) -> None:
        """Show these options: texts of ours, and names that are shown as they are."""
        self._words, self._own = words, own
        self.at = min(self.at, max(len(self.values) - 1, 0))
        self.refresh(layout=True)

    def offer_also(self, names: Iterable[str]) -> None:
        """What was picked once can be seen and let go of, also when it is no longer offered."""
        self.offer(self._words, (*self._own, *names))

    @property
    def values(self) -> tuple[str, ...]:
        return (*self._words, *(name for name in self._own if name not in self._words))

    def word(self, value: str) -> str:
        return self.texts.say(self._words[value]) if value in self._words else value

    # how it looks

    def _columns(self, width: int) -> tuple[int, int]:
        """How many options stand beside each other, and the cells of one of them."""
        cell = max((self._cell(index).cell_length for index in range(len(self.values))), default=0)
        return max((width + BETWEEN) // (cell + BETWEEN), 1), min(cell, max(width, 1))

    def _cell(self, index: int) -> Content:
        value = self.values[index]
        is_chosen = value in self.chosen
        signs = ("☑", "☐") if self._several else ("●", "○")
        digit = str(index + 1) if index < DIGITS else " "
        word = (self.word(value), "bold" if is_chosen else "")
        return Content.assemble((digit, "$quiet"), f" {signs[not is_chosen]} ", word)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        columns, _ = self._columns(width)
        return max(-(-len(self.values) // columns), 1)

    def render(self) -> Content:
        columns, room = self._columns(self.content_size.width)
        caret = self.get_visual_style("options--caret", partial=True)
        lines = []
        for first in range(0, len(self.values), columns):
            cells = []
            for index in range(first, min(first + columns, len(self.values))):
                cell = self._cell(index).truncate(room, ellipsis=True)
                shown = cell.stylize(caret) if self.has_focus and index == self.at else cell
                cells.append(shown.pad_right(room - cell.cell_length))
            lines.append(Content(" " * BETWEEN).join(cells))
        return Content("\n").join(lines)

    # keys and mouse

    def action_move(self, by: int) -> None:
        self.at = min(max(self.at + by, 0), max(len(self.values) - 1, 0))

    def action_line(self, by: int) -> None:
        """A line up or down; when all stand on one line, one option."""
        columns, _ = self._columns(self.content_size.width)
        step = columns if columns < len(self.values) else 1
        if 0 <= self.at + by * step < len(self.values):
            self.at += by * step

    def action_edge(self, index: int) -> None:
        self.at = 0 if index == 0 else max(len(self.values) - 1, 0)

    def action_pick(self, index: int | None = None) -> None:
        """Pick the option, or let go of it when it was picked."""
        at = self.at if index is None else index
        if at >= len(self.values):
            return
        self.at, value = at, self.values[at]
        if value in self.chosen:
            kept = tuple(each for each in self.chosen if each != value)
        else:
            kept = (*self.chosen, value) if self._several else (value,)
        self._choose(kept)

    def action_clear(self) -> None:
        self._choose(())

    def _choose(self, chosen: tuple[str, ...]) -> None:
        now = tuple(each for each in self.values if each in chosen)
        if now != self.chosen:
            self.chosen = now
            self.post_message(self.Picked())

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        columns, room = self._columns(self.content_size.width)
        column = offset.x // (room + BETWEEN)
        if column < columns:
            self.action_pick(offset.y * columns + column)
