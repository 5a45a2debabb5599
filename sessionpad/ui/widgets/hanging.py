"""Lines with something at their head, whose words wrap under themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive

from sessionpad.ui.widgets.speaking import Speaking

NARROWEST = 12
"""Cells that are left for the words, whatever stands before them."""


@dataclass(frozen=True)
class Hung:
    head: Content
    words: Content

    def lines(self, width: int) -> Iterator[Content]:
        """The lines of it, for a width in cells."""
        room = max(width - self.head.cell_length, NARROWEST)
        under = " " * self.head.cell_length
        parts = [line for part in self.words.split("\n", allow_blank=True) for line in part.wrap(room)]
        for number, part in enumerate(parts):
            yield (self.head if number == 0 else Content(under)) + part


def plain(words: Content | str = "") -> Hung:
    """A line with nothing at its head."""
    return Hung(Content(""), words if isinstance(words, Content) else Content(words))


class HungLines(Speaking):
    DEFAULT_CSS = "HungLines { height: auto; width: 1fr; }"

    said: reactive[Sequence[Hung]] = reactive((), layout=True)

    def _lines(self, width: int) -> list[Content]:
        return [line for each in self.said for line in each.lines(max(width, 1))]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))
