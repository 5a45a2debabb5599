"""Times of day as people type them: "14u", "9:30", "om half tien", "2pm"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from functools import cache
from typing import Final

from sessionpad.method.dates_words import NUMBERS, either

_MORNING_BEGINS: Final = 7
"""A bare hour before this is an hour of the afternoon ("vr 3u"): nobody is seen at three at night."""
_NOON: Final = 12

_FROM_THE_HOUR: Final[Mapping[str, int]] = {
    "half": -30,
    "kwart voor": -15,
    "quarter to": -15,
    "kwart over": 15,
    "kwart na": 15,
    "quarter past": 15,
    "half past": 30,
}
_HOURS: Final[Mapping[str, int]] = {word: int(count) for word, count in NUMBERS.items() if 1 <= count <= _NOON}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    lead = r"(?:(?:\b(?:om|at|tegen|rond|around)|@)\s*)?"
    hour = rf"(?P<hour>\d{{1,2}}|{either(_HOURS)})"
    minute = r"(?P<minute>[0-5]\d)"
    return tuple(
        re.compile(rf"(?<![\w/.:+-]){pattern}(?![\w/-]|[.:]\d)", re.IGNORECASE)
        for pattern in (
            rf"{lead}(?P<part>{either(_FROM_THE_HOUR)})\s+{hour}(?:\s+uur)?",
            rf"{lead}(?P<hour>\d{{1,2}})(?:[:.]{minute})?\s?(?P<noon>[ap])\.?m\.?",
            rf"{lead}(?P<hour>\d{{1,2}})[:.]{minute}(?:\s?(?:uur|u|h))?",
            rf"{lead}(?P<hour>\d{{1,2}})\s?(?:uur|u|h)(?:\s?{minute})?",
            rf"{lead}{hour}\s+(?:uur|o['’]clock)",
            r"(?:\b(?:om|at)\s+|@\s*)(?P<hour>\d{1,2})",
        )
    )


def _read(match: re.Match[str]) -> time | None:
    found = match.groupdict()
    word, minute = found["hour"].casefold(), int(found.get("minute") or 0)
    hour = int(word) if word.isdigit() else _HOURS[word]
    minutes = hour * 60 + minute + _FROM_THE_HOUR.get((found.get("part") or "").casefold(), 0)
    noon = (found.get("noon") or "").casefold()
    if noon:
        if not 1 <= hour <= _NOON:
            return None
        minutes += 60 * ((_NOON if noon == "p" else 0) - (_NOON if hour == _NOON else 0))
    elif 1 <= hour < _MORNING_BEGINS and not word.startswith("0"):
        minutes += 60 * _NOON
    return time(minutes // 60, minutes % 60) if 0 <= minutes < 24 * 60 else None


def split_time(text: str) -> tuple[str, time | None]:
    """The text without its time, and that time; a time that cannot be is left in the text."""
    for pattern in _patterns():
        match = pattern.search(text)
        found = _read(match) if match is not None else None
        if match is not None and found is not None:
            return f"{text[: match.start()]} {text[match.end() :]}".strip(" ,"), found
    return text, None
