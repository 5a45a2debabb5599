"""Notes as they are typed: lines of text, each with the moment it was begun, some with a mark at the start."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final

from sessionpad.domain.text import clean_text
from sessionpad.domain.value import Value


class Mark(StrEnum):
    """What the first sign of a line says about it."""

    NONE = ""
    STRENGTH = "+"
    HINDRANCE = "-"
    QUOTE = '"'
    COACH_ONLY = "!"
    LATER = "?"
    TASK = ">"
    ASKED = "»"


MARKS: Final = tuple(mark for mark in Mark if mark)


class NoteLine(Value, frozen=True, kw_only=True):
    at: datetime
    text: str

    @property
    def mark(self) -> Mark:
        return mark_of(self.text)


Notes = tuple[NoteLine, ...]


def mark_of(line: str) -> Mark:
    """The mark of a line: its first sign, when a space or the end of the line follows (a quote needs no space)."""
    if line[:1] == Mark.QUOTE:
        return Mark.QUOTE
    head, _, _ = line.partition(" ")
    return Mark(head) if head in MARKS else Mark.NONE


def body_of(line: str) -> str:
    """The line without its mark; of a quote, without the quotation marks around it.

    Quotation marks that end earlier in the line belong to the words: `"ja", zei ze` stays as it is.
    """
    mark = mark_of(line)
    body = line[len(mark) :].strip()
    if mark is not Mark.QUOTE:
        return body
    quoted = body.removesuffix(Mark.QUOTE).rstrip()
    return line.strip() if Mark.QUOTE in quoted else quoted


def text_of(notes: Notes) -> str:
    return "\n".join(line.text for line in notes)


def marked_lines(notes: Notes, mark: Mark) -> tuple[str, ...]:
    """The lines with this mark, each once."""
    found = (line.text for line in notes if line.text[:1] == mark and line.mark is mark)
    return tuple(dict.fromkeys(found))


def length_of(notes: Notes) -> int:
    """Signs in all lines together."""
    return sum(len(line.text) for line in notes)


def rewrite(notes: Notes, text: str, at: datetime) -> Notes:
    """The notes after their whole text became `text`: a line that was there keeps its moment, a new one gets `at`.

    A line that was edited keeps its moment too: it says when the line was begun. Only what changed is cleaned: what
    was there has been, and a long note is rewritten at every few keys.
    """
    new = text.split("\n") if text else []
    head = _same(notes, new)
    tail = _same(notes[head:][::-1], new[head:][::-1])
    old_middle = notes[head : len(notes) - tail]
    new_middle = clean_text("\n".join(new[head : len(new) - tail])).split("\n") if head + tail < len(new) else []
    middle = tuple(
        NoteLine(at=old_middle[row].at if row < len(old_middle) and old_middle[row].text else at, text=line)
        for row, line in enumerate(new_middle)
    )
    written = notes[:head] + middle + notes[len(notes) - tail :]
    return () if len(written) == 1 and not written[0].text else written


def _same(notes: Sequence[NoteLine], lines: Sequence[str]) -> int:
    count = 0
    for note, line in zip(notes, lines, strict=False):
        if note.text != line:
            break
        count += 1
    return count
