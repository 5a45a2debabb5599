"""How one row of an editor looks, and the strip of cells that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip


class Span(NamedTuple):
    """Some signs of a row in the style of a component class."""

    start: int
    end: int
    style: str


class Look(NamedTuple):
    """What a row says beside its text."""

    margin: str = ""
    style: str = ""
    """Component class of the whole row."""
    spans: tuple[Span, ...] = ()
    tail: str = ""
    """Stands at the end of the row, when there is room."""
    brief: str = ""
    """Stands in the margin when there is no room for the tail."""


class Face(NamedTuple):
    """Everything that decides how a row looks."""

    text: str
    signs: tuple[str, ...]
    """The signs one by one when a tab is among them; otherwise the text says it all."""
    caret: int
    """Where the caret stands; -1 when it is elsewhere."""
    picked: tuple[int, int]
    """What is selected."""
    hint: str
    """What is suggested after the caret, which stands on its first sign."""
    look: Look


NOWHERE: Final = (0, 0)
BLANK: Final = Face("", (), -1, NOWHERE, "", Look())
"""Below the last line."""


class Palette(NamedTuple):
    """Where a row gets its colours from."""

    base: Style
    style_of: Callable[[str], Style]
    """The style of a component class, to lay over the base."""
    margin: str
    tail: str


def drawn(face: Face, width: int, margin: int, palette: Palette) -> Strip:
    """A row of so many cells, the first ones for the margin."""
    base, look = palette.base, face.look
    row = base + palette.style_of(look.style) if look.style else base
    signs: Sequence[str] = face.signs or face.text
    after = face.hint[:1] or " "
    words = [
        Segment("".join(signs[start:end]) if start < len(signs) else after, row + style)
        for start, end, style in _pieces(face, len(signs), palette)
    ]
    if face.hint:
        words.append(Segment(face.hint[1:], base + palette.style_of("text-area--suggestion")))
    gap = width - margin - sum(segment.cell_length for segment in words) - cell_len(look.tail)
    fits = gap > 0
    if look.tail and fits:
        words += [Segment(" " * gap, base), Segment(look.tail, base + palette.style_of(palette.tail))]
    if margin:
        said, style = (look.margin, palette.margin) if fits or not look.brief else (look.brief, palette.tail)
        words.insert(0, Segment(f"{said:<{margin}}", base + palette.style_of(style)))
    return Strip(words).adjust_cell_length(width, base).simplify()


def _pieces(face: Face, length: int, palette: Palette) -> Iterator[tuple[int, int, Style]]:
    """The row cut where its style changes; a caret or a selection after its end takes one cell more."""
    caret, (first, last) = face.caret, face.picked
    spans = [*face.look.spans, *([Span(first, last, "text-area--selection")] if last else ())]
    if caret >= 0:
        spans.append(Span(caret, _after_sign(face.text, caret), "text-area--cursor"))
    edges = sorted({0, length, *(edge for span in spans for edge in span[:2])})
    for start, end in pairwise(edges):
        over = [palette.style_of(span.style) for span in spans if span.start <= start < span.end]
        yield start, end, sum(over, Style.null())


def _after_sign(text: str, caret: int) -> int:
    """Where the sign under the caret ends: with the accents that stand on it."""
    end = caret + 1
    while end < len(text) and not cell_len(text[end]):
        end += 1
    return end
