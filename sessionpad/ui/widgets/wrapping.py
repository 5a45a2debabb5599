"""Where lines break, kept so that a key costs the same in a long note as in a short one.

Textual's own keeps a place for every row and breaks a paragraph word by word. This one gives the same answers from two
short lists, and breaks ordinary text without looking at each word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from inspect import signature
from itertools import accumulate, pairwise
from typing import Final

from rich.cells import cell_len
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import Document, DocumentBase, Location, WrappedDocument

ORDINARY: Final = re.compile("[ -~¡-¬®-˿‐‑–—‘-”…€]*")
"""Only signs of one cell each, and of all white space only the space."""


ASKED_OF_WRAPPED: Final = {
    "wrap": ["self", "width", "tab_width"],
    "wrap_range": ["self", "start", "old_end", "new_end"],
    "offset_to_location": ["self", "offset"],
    "location_to_offset": ["self", "location"],
    "get_target_document_column": ["self", "line_index", "x_offset", "y_offset"],
    "get_sections": ["self", "line_index"],
    "get_offsets": ["self", "line_index"],
    "get_tab_widths": ["self", "line_index"],
}
"""What Textual's editor asks of the rows of a document; `QuickWrap` answers each of these."""

DRAWN_BY: Final = {
    TextArea: ("render_line", "render_lines", "refresh", "notify_style_update", "find_matching_bracket"),
    Widget: ("virtual_size", "show_vertical_scrollbar"),
}
"""What is replaced here, or leant on, in Textual's widgets."""


def fits() -> bool:
    """Whether Textual is built as this module expects."""
    public = {name for name in vars(WrappedDocument) if not name.startswith("_")}
    asked = {name: list(signature(getattr(WrappedDocument, name)).parameters) for name in ASKED_OF_WRAPPED}
    return (
        public == {*ASKED_OF_WRAPPED, "height", "lines", "wrapped"}
        and asked == ASKED_OF_WRAPPED
        and all(hasattr(widget, name) for widget, names in DRAWN_BY.items() for name in names)
    )


class PlainDocument(Document):
    """Textual's own, that hands out a long piece at once and not line upon line upon line."""

    def get_text_range(self, start: Location, end: Location) -> str:
        (top, first), (bottom, last) = sorted((start, end))
        if top == bottom or bottom >= self.line_count:
            return super().get_text_range(start, end)
        between = self.lines[top + 1 : bottom]
        return self.newline.join([self.lines[top][first:], *between, self.lines[bottom][:last]])


class QuickWrap(WrappedDocument):
    """The rows of a document: it answers all that Textual's editor asks, apart from Textual's own drawing."""

    def __init__(self, document: DocumentBase, width: int = 0, tab_width: int = 4) -> None:
        self._cells, self._tab = width, tab_width
        self._breaks: list[Sequence[int]] = []
        self._tops: list[int] = [0]
        super().__init__(document, width, tab_width)

    # where lines break

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        self._cells, self._tab = width, tab_width or self._tab
        self._breaks = [self._broken(line) for line in self.document.lines]
        self._stack()

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        last, new_last = len(self._breaks) - 1, self.document.line_count - 1
        first = min(max(start[0], 0), last, new_last)
        old_line, new_line = min(max(old_end[0], 0), last), min(max(new_end[0], 0), new_last)
        top, old_bottom = min(first, old_line), max(first, old_line)
        fresh = [self._broken(line) for line in self.document.lines[top : max(first, new_line) + 1]]
        stale = self._breaks[top : old_bottom + 1]
        self._breaks[top : old_bottom + 1] = fresh
        if list(map(len, stale)) != list(map(len, fresh)):
            self._stack()

    def _stack(self) -> None:
        """Count the rows above each line."""
        self._tops = list(accumulate((len(breaks) + 1 for breaks in self._breaks), initial=0))

    def _broken(self, line: str) -> Sequence[int]:
        if not self._cells:
            return ()
        if ORDINARY.fullmatch(line) is None or "  " in line:
            return self._stock(line).get_offsets(0)
        return ordinary_breaks(line, self._cells) if len(line) > self._cells else ()

    def _stock(self, line: str) -> WrappedDocument:
        return WrappedDocument(Document(line), self._cells, self._tab)

    # rows

    @property
    def height(self) -> int:
        return self._tops[-1]

    @property
    def wrapped(self) -> bool:
        return self._tops[-1] == len(self._breaks)

    @property
    def lines(self) -> list[list[str]]:
        return [self.get_sections(index) for index in range(len(self._breaks))]

    def row_at(self, y: int) -> tuple[int, int]:
        """The line that is drawn at this row, and which part of it."""
        y = max(y, 0)
        line = min(bisect_right(self._tops, y), len(self._breaks)) - 1
        return line, min(y - self._tops[line], len(self._breaks[line]))

    def parts(self, line_index: int) -> int:
        """How many rows a line takes."""
        return len(self._breaks[line_index]) + 1

    def section(self, line_index: int, part: int) -> tuple[int, int]:
        """Where a part of a line begins and ends."""
        breaks = self._breaks[line_index]
        end = breaks[part] if part < len(breaks) else len(self.document.get_line(line_index))
        return (breaks[part - 1] if part else 0), end

    def get_offsets(self, line_index: int) -> list[int]:
        if not 0 <= line_index < len(self._breaks):
            raise ValueError(f"there is no line {line_index}")
        return list(self._breaks[line_index])

    def get_sections(self, line_index: int) -> list[str]:
        line = self.document.get_line(line_index)
        edges = [0, *self._breaks[line_index], len(line)]
        return [line[start:end] for start, end in pairwise(edges)]

    def get_tab_widths(self, line_index: int) -> list[int]:
        line = self.document.get_line(line_index)
        return list(self._stock(line).get_tab_widths(0)) if "\t" in line else []

    # places

    def expanded(self, line_index: int, start: int, end: int) -> list[str]:
        """The signs from `start` to `end` as they are drawn: a tab is as many spaces as it takes."""
        line = self.document.get_line(line_index)
        signs = list(line[start:end])
        if "\t" in signs:
            widths = iter(self.get_tab_widths(line_index)[line.count("\t", 0, start) :])
            signs = [" " * next(widths) if sign == "\t" else sign for sign in signs]
        return signs

    def location_to_offset(self, location: Location) -> Offset:
        line_index, column = location
        line_index = min(max(line_index, 0), len(self._breaks) - 1)
        part = bisect_right(self._breaks[line_index], column)
        start = self.section(line_index, part)[0]
        return Offset(cell_len("".join(self.expanded(line_index, start, column))), self._tops[line_index] + part)

    def offset_to_location(self, offset: Offset) -> Location:
        line_index, part = self.row_at(offset.y)
        return line_index, self.get_target_document_column(line_index, max(offset.x, 0), part)

    def get_target_document_column(self, line_index: int, x_offset: int, y_offset: int) -> int:
        parts = len(self._breaks[line_index]) + 1
        part = y_offset if y_offset >= 0 else parts + y_offset
        start, end = self.section(line_index, part)
        cells = 0
        for index, sign in enumerate(self.expanded(line_index, start, end)):
            cells += cell_len(sign)
            if cells > x_offset:
                return start + index
        return end if part == parts - 1 else end - 1


def ordinary_breaks(line: str, width: int) -> list[int]:
    """Where a line of ordinary signs breaks: a word goes down with the space after it, one that is too long is cut."""
    breaks: list[int] = []
    here, end = 0, len(line)
    while end - here > width:
        after = line.rfind(" ", here, here + width) + 1
        here = after if after > here else here + width
        breaks.append(here)
    return breaks
