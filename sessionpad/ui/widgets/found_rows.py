"""A line that was found, in one row: whose, when, what it is, and the words in it."""

from __future__ import annotations

from datetime import date
from typing import Final

from textual.content import Content

from sessionpad.domain.lines import Line
from sessionpad.domain.words import Words
from sessionpad.i18n.lines import day_of, kind_of
from sessionpad.i18n.texts import Texts

CODE: Final = 12
DAY: Final = 16
KIND: Final = 13
NARROW: Final = 90
"""Under this width the columns are as narrow as they can be."""
NARROW_CODE: Final = 8
NARROW_KIND: Final = 11
BEFORE: Final = 12
"""Cells that stay visible before the first word found."""


def found_row(line: Line, words: Words, code: str, texts: Texts, today: date, width: int) -> Content:
    """The row, for a width in cells; without a code there is no column for it."""
    for_code, for_kind = (NARROW_CODE, NARROW_KIND) if width < NARROW else (CODE, KIND)
    columns = [
        (_cell(code, for_code if code else 0), "bold"),
        (_cell(day_of(line, texts, today), DAY), "$quiet"),
        (_cell(kind_of(line, texts), for_kind), "$accent"),
    ]
    room = max(width - sum(len(text) for text, _ in columns), 1)
    return Content.assemble(*columns, around(line.text, words, room))


def around(text: str, words: Words, room: int) -> Content:
    """The text with its words marked, begun later when the first one would not be seen otherwise."""
    marked = marked_words(text, words)
    first, last = min(words.spans(text), default=(0, 0))
    if last <= room - 1:
        return marked
    start = text.rfind(" ", 0, max(first - BEFORE, 0) + 1) + 1
    return Content("…") + marked[start:]


def marked_words(text: str, words: Words) -> Content:
    content = Content(text)
    for start, end in words.spans(text):
        content = content.stylize("bold underline", start, end)
    return content


def _cell(text: str, width: int) -> str:
    """The text in a column, with at least one cell of room after it."""
    if not width:
        return ""
    shown = Content(text).truncate(width - 1, ellipsis=True)
    return shown.plain + " " * (width - shown.cell_length)
