"""A long text with days in it, taken apart into notes of one day each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Final

from sessionpad.domain.value import Value
from sessionpad.method.dates import read_moment

_HEADING: Final = re.compile(r" {0,3}#{1,6}\s+(.*?)[\s#]*")
_LEAD: Final = re.compile(r"(?:datum|date|dag|day|op|on)\s*:?\s+", re.IGNORECASE)
_APART: Final = re.compile(r"\s+[-–—|]\s+|:(?:\s+|$)|,\s+|\s+(?=\()")
_WORDS_APART: Final = re.compile(rf"{_APART.pattern}|\s+")
"""What stands between a day and what is noted; in a heading a space is enough."""
_AROUND: Final = " \t*_=~-:"
_NUMBER: Final = re.compile(r"\d+")
_LONGEST: Final = 60
"""Signs: what is longer names no day."""
_ANOTHER_DAY: Final = timedelta(days=400)


class DatedNote(Value, frozen=True, kw_only=True):
    on: date | None
    """None when no day stands above it."""
    at: time | None = None
    line: int
    """Where it begins, from 1."""
    text: str


def dated_notes(text: str, *, today: date, on: date | None = None) -> tuple[DatedNote, ...]:
    """The notes in a text; a line that names a day begins a new one.

    Such a line is a day alone, or a heading or the first line after an empty one that begins with a day: what stands
    behind the day then belongs to the note. A day is one with its year.

    Args:
        text: all of it.
        today: for what is read, and how.
        on: the day of what stands above the first day.
    """
    notes: list[DatedNote] = []
    here, at, began = on, None, 1
    lines: list[str] = []
    for number, (line, is_free) in enumerate(_lines(text), start=1):
        named = _named(line, today, is_free=is_free)
        if named is None:
            lines.append(line)
            continue
        notes += _note(here, at, began, lines)
        (here, at), rest, began = named[:2], named[2], number
        lines = [rest] if rest else []
    notes += _note(here, at, began, lines)
    return tuple(notes)


def whole_date(words: str, today: date) -> date | None:
    """The day these words name, whenever they are read: one with its year."""
    found = _whole(words, today)
    return found[0] if found else None


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether nothing stands above it."""
    above = ""
    for line in text.split("\n"):
        yield line.rstrip(), not above.strip()
        above = line


def _note(on: date | None, at: time | None, began: int, lines: list[str]) -> Iterator[DatedNote]:
    text = "\n".join(lines).strip("\n")
    if text.strip():
        yield DatedNote(on=on, at=at, line=began, text=text)


def _named(line: str, today: date, *, is_free: bool) -> tuple[date, time | None, str] | None:
    """The day and the time that a line names, and what stands behind them."""
    if not _NUMBER.search(line):
        return None
    heading = _HEADING.fullmatch(line)
    words = (heading[1] if heading else line).strip(_AROUND)
    lead = _LEAD.match(words)
    words = words[lead.end() :] if lead else words
    whole = _whole(words, today)
    if whole is not None:
        return *whole, ""
    if heading is None and not is_free:
        return None
    between = _APART if heading is None else _WORDS_APART
    for apart in reversed(list(between.finditer(words, 0, _LONGEST + 1))):
        begin = _whole(words[: apart.start()], today)
        if begin is not None:
            return *begin, words[apart.end() :].strip()
    return None


def _whole(words: str, today: date) -> tuple[date, time | None] | None:
    words = words.strip(_AROUND)
    if len(words) > _LONGEST or len(_NUMBER.findall(words)) <= 1:
        return None
    found = read_moment(words, today)
    # A day without its year is another day when it is read in another year.
    return found if found is not None and found == read_moment(words, today + _ANOTHER_DAY) else None
