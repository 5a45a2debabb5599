"""A list that draws only the rows that are seen, so that ten thousand are as quick as ten."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from sessionpad.ui.guard import on_one_line


@dataclass(frozen=True)
class Row:
    """A row of one or more lines; one without a key is a heading and cannot be chosen."""

    lines: tuple[Content, ...]
    key: str = ""

    @property
    def height(self) -> int:
        return len(self.lines)

    def line(self, index: int) -> Content:
        return self.lines[index]


@dataclass(frozen=True)
class LateRow:
    """A row of one line, made only when it is seen."""

    make: Callable[[], Content]
    key: str
    height: ClassVar[int] = 1

    def line(self, _: int) -> Content:
        return self.make()


Builder = Callable[[int], Sequence[Row | LateRow]]
"""Makes the rows for a width in cells."""


class Rows(ScrollView, can_focus=True):
    DEFAULT_CSS = """
    Rows {
        scrollbar-size-vertical: 1;
        background: $surface;
        & > .rows--chosen { background: $panel; }
        &:focus > .rows--chosen { background: $primary 25%; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--chosen"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    chosen: reactive[str] = reactive("", init=False)
    """Key of the row the caret is on."""

    class Moved(Message):
        """The caret is on another row."""

        def __init__(self, rows: Rows, key: str) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> Rows:
            return self.rows

    class Chosen(Moved):
        """Enter or a click on a row."""

    def __init__(self, builder: Builder, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  Textual's own name
        super().__init__(id=id, classes=classes)
        self._builder = builder
        self._rows: Sequence[Row | LateRow] = ()
        self._tops: list[int] = [0]
        self._keys: list[str] = []
        self._width = 0

    def rebuild(self, builder: Builder | None = None) -> None:
        """Make the rows anew; the caret stays on the same key when it is still there."""
        if builder is not None:
            self._builder = builder
        self._width = max(self.scrollable_content_region.width, 1)
        self._rows = self._builder(self._width)
        self._tops = [0, *accumulate(row.height for row in self._rows)]
        self._keys = [row.key for row in self._rows if row.key]
        if self.chosen not in self._keys:
            self.chosen = self._keys[0] if self._keys else ""
        self.virtual_size = Size(self._width, self._tops[-1])
        self.refresh()

    @property
    def keys(self) -> Sequence[str]:
        return self._keys

    def on_resize(self, _: events.Resize) -> None:
        self.rebuild()
        self._show_chosen()

    def watch_chosen(self, key: str) -> None:
        self.refresh()
        self._show_chosen()
        self.post_message(self.Moved(self, key))

    def _show_chosen(self) -> None:
        for index, row in enumerate(self._rows):
            if row.key and row.key == self.chosen:
                first = index == 0 or not any(each.key for each in self._rows[:index])
                top = 0 if first else self._tops[index]
                self.scroll_to_region(
                    Region(0, top, self._width, self._tops[index + 1] - top), animate=False, force=True
                )
                return

    def render_line(self, y: int) -> Strip:
        _, scroll_y = self.scroll_offset
        line = y + scroll_y
        base = self.visual_style
        if line >= self._tops[-1]:
            return Strip.blank(self.size.width, base.rich_style)
        index = bisect_right(self._tops, line) - 1
        row = self._rows[index]
        style = base
        if row.key and row.key == self.chosen:
            style = base + self.get_visual_style("rows--chosen", partial=True)
        return self._strip(row.line(line - self._tops[index]), style)

    def _strip(self, content: Content, style: Style) -> Strip:
        width = self.scrollable_content_region.width
        shown = on_one_line(content).truncate(width, ellipsis=True)
        strip = Strip(shown.render_segments(style), shown.cell_length)
        return strip.extend_cell_length(width, style.rich_style)

    def action_move(self, by: int) -> None:
        if self._keys:
            here = self._keys.index(self.chosen)
            self.chosen = self._keys[min(max(here + by, 0), len(self._keys) - 1)]

    def action_edge(self, index: int) -> None:
        if self._keys:
            self.chosen = self._keys[index]

    def action_choose(self) -> None:
        if self.chosen:
            self.post_message(self.Chosen(self, self.chosen))

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        line = at.y + int(self.scroll_offset.y) if at is not None else -1
        if 0 <= line < self._tops[-1]:
            row = self._rows[bisect_right(self._tops, line) - 1]
            if row.key:
                again = row.key == self.chosen
                self.chosen = row.key
                if again or event.chain > 1:
                    self.action_choose()
