"""Notes that were kept in plain text or Markdown: what belongs to the file is told apart from what was noted."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath
from typing import Final

from sessionpad.method.dated_notes import DatedNote, dated_notes, whole_date
from sessionpad.store.moving.fault import Fault

_FENCE: Final = "---"
_DATE_FIELD: Final = re.compile(r"(?:date|datum|created|day|dag)\s*:\s*[\"']?(.+?)[\"']?\s*", re.IGNORECASE)
_IN_NAME: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4})[-_.]?(?P<month>\d\d)[-_.]?(?P<day>\d\d)(?!\d)"
    r"|(?<!\d)(?P<first>\d\d?)[-_.](?P<second>\d\d?)[-_.](?P<last>\d{4})(?!\d)"
)
_OTHER_SIGNS: Final = re.compile(r"^([-+*]|>+|»)(?= |$)")
"""At the start of a line they mean something here, and something else in a text from elsewhere."""
_INSTEAD: Final = {"-": "•", "+": "•", "*": "•", "»": "|"}


def read_notes(
    text: str, file: str, *, today: date, keep_marks: bool = False
) -> tuple[tuple[DatedNote, ...], tuple[Fault, ...]]:
    """The notes in a text, each with its day, and everything that is wrong.

    Args:
        text: the whole file.
        file: its name, which may hold the day of all of it.
        today: no note is of later.
        keep_marks: whether `-`, `+` and `>` at the start of a line mean here what they mean in the pad.
    """
    body, first, skipped = _without_front(text, today)
    found = dated_notes(body, today=today, on=first or _day_in_name(file))
    notes = tuple(
        DatedNote(on=each.on, at=each.at, line=each.line + skipped, text=each.text if keep_marks else _plain(each.text))
        for each in found
    )
    faults = [Fault(file=file, path=str(each.line), key="date-missing") for each in notes if each.on is None]
    faults += [
        Fault(file=file, path=str(each.line), key="date-ahead")
        for each in notes
        if each.on is not None and each.on > today
    ]
    if not notes:
        faults.append(Fault(file=file, key="nothing-in-it"))
    return notes, tuple(faults)


def _without_front(text: str, today: date) -> tuple[str, date | None, int]:
    """The text without the fields that some programs write above it, the day among them, and how many lines went."""
    lines = text.split("\n")
    if lines[0].strip() != _FENCE or _FENCE not in (line.strip() for line in lines[1:]):
        return text, None, 0
    end = next(number for number, line in enumerate(lines) if number and line.strip() == _FENCE)
    days = (_DATE_FIELD.fullmatch(line.strip()) for line in lines[1:end])
    day = next((read for each in days if each and (read := _day_of(each[1], today))), None)
    if day is None:
        return text, None, 0
    kept = [line for line in lines[1:end] if not _DATE_FIELD.fullmatch(line.strip()) and line.strip()]
    return "\n".join([*kept, *lines[end + 1 :]]), day, end + 1 - len(kept)


def _day_of(words: str, today: date) -> date | None:
    """A day as such fields say it, also with a time behind it."""
    day = whole_date(words.partition("T")[0].partition(" ")[0], today)
    return day or whole_date(words, today)


def _day_in_name(file: str) -> date | None:
    found = _IN_NAME.search(PurePath(file).stem)
    if found is None:
        return None
    year, month, day = found["year"], found["month"], found["day"]
    if year is None:
        day, month, year = found["first"], found["second"], found["last"]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _plain(text: str) -> str:
    return "\n".join(_plain_line(line) for line in text.split("\n"))


def _plain_line(line: str) -> str:
    return _OTHER_SIGNS.sub(lambda sign: _INSTEAD.get(sign[1], "|"), line, count=1) if line[:1] in "-+*>»" else line
