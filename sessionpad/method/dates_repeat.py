"""How often something comes back, as people type it: "elke dag tot 27/11", "every Friday until +4w"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from sessionpad.domain.task import Every
from sessionpad.method.dates import read_date
from sessionpad.method.dates_calendar import WEEK
from sessionpad.method.dates_words import SHORT_WEEKDAYS, WEEKDAYS, either

_EACH: Final = ["elke", "iedere", "elk", "ieder", "every", "each"]
_FORMS: Final = (
    (Every.WEEKDAY, ("werkdag", "weekdag", "weekday", "working day"), ("on weekdays", "op werkdagen")),
    (Every.DAY, ("dag", "day"), ("dagelijks", "daily")),
    (
        Every.TWO_WEEKS,
        ("twee weken", "2 weken", "veertien dagen", "14 dagen", "two weeks", "2 weeks", "other week", "fortnight"),
        ("om de twee weken", "om de 2 weken", "om de week", "om de veertien dagen", "om de 14 dagen", "fortnightly"),
    ),
    (Every.WEEK, ("week",), ("wekelijks", "weekly")),
    (Every.MONTH, ("maand", "month"), ("maandelijks", "monthly")),
)
"""What stands after "elke", and what says it alone."""
_UNTIL: Final = re.compile(r"[\s,]+(?:tot en met|t/m|tot|until|till)[\s_]+", re.IGNORECASE)
_WORDS_OF_A_DATE: Final = 4


class Rhythm(NamedTuple):
    every: Every
    first: date | None = None
    """The first time, when a day of the week was named."""
    until: date | None = None
    """The day it ends, when one was named."""


@cache
def _pattern() -> re.Pattern[str]:
    days = either((*WEEKDAYS, *SHORT_WEEKDAYS))
    named = [
        f"(?P<{_group(every)}>{either(_EACH)}[ _-]+{either(after)}|{either(alone)})" for every, after, alone in _FORMS
    ]
    each = f"{either(_EACH)}[ _-]+(?P<named>{days})"
    return re.compile(rf"(?:{'|'.join((*named, each))})(?![\w])".replace(r"\ ", "[ _-]+"), re.IGNORECASE)


def _group(every: Every) -> str:
    return every.value.replace("-", "_")


def read_rhythm(line: str, start: int, today: date) -> tuple[Rhythm, int] | None:
    """The rhythm that begins at this place of a line, and where its words end; None when there is none."""
    match = _pattern().match(line, start)
    if match is None:
        return None
    every, first = _every(match, today)
    until, end = _until(line, match.end(), today)
    return Rhythm(every, first, until), end


def _every(match: re.Match[str], today: date) -> tuple[Every, date | None]:
    word = match["named"]
    if word is None:
        return next(every for every, *_ in _FORMS if match[_group(every)]), None
    number = {**SHORT_WEEKDAYS, **WEEKDAYS}[word.casefold()]
    return Every.WEEK, today + timedelta(days=(number - today.weekday() - 1) % WEEK + 1)


def _until(line: str, start: int, today: date) -> tuple[date | None, int]:
    """The day after "tot", as many words as make one; without one, where the rhythm itself ends."""
    lead = _UNTIL.match(line, start)
    if lead is None:
        return None, start
    ends = [lead.end() + word.end() for word in re.finditer(r"\S+", line[lead.end() :])][:_WORDS_OF_A_DATE]
    for end in reversed(ends):
        typed = line[lead.end() : end].rstrip(".,;:!?)")
        day = read_date(typed, today) or read_date(re.sub(r"[-_]", " ", typed), today)
        if day is not None:
            return day, lead.end() + len(typed)
    return None, start
