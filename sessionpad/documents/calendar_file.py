"""A calendar file of what is ahead. Its titles are codes: a calendar is often shared, and shown on many screens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from icalendar import Calendar, Event

from sessionpad.domain.ahead import Ahead
from sessionpad.domain.task import Every
from sessionpad.domain.text import clean_line

TALK: Final = timedelta(minutes=50)
_PROGRAM: Final = "-//sessionpad//sessionpad//"
_HOST: Final = "sessionpad"
_DAY: Final = timedelta(days=1)
_RULES: Final[Mapping[Every, Mapping[str, Any]]] = {
    Every.DAY: {"freq": "daily"},
    Every.WEEKDAY: {"freq": "weekly", "byday": ["MO", "TU", "WE", "TH", "FR"]},
    Every.WEEK: {"freq": "weekly"},
    Every.TWO_WEEKS: {"freq": "weekly", "interval": 2},
    Every.MONTH: {"freq": "monthly"},
}


class Entry(NamedTuple):
    code: str
    ahead: Ahead


def calendar_file(entries: Iterable[Entry], now: datetime) -> bytes:
    """The entries as an .ics file: a code, a day and a time, and nothing that was said.

    Args:
        entries: what is ahead, and for whom.
        now: when it was made; a calendar takes the newest.
    """
    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    for each in entries:
        calendar.add_component(_event(each, now))
    made: bytes = calendar.to_ical()
    return made


def _event(entry: Entry, now: datetime) -> Event:
    ahead, event = entry.ahead, Event()
    event.add("uid", f"{ahead.key}@{_HOST}")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", int(now.timestamp()) // 60)
    event.add("summary", clean_line(entry.code))
    event.add("class", "PRIVATE")
    if ahead.at is not None:
        event.add("dtstart", ahead.at.astimezone(UTC))
        event.add("dtend", (ahead.at + TALK).astimezone(UTC))
        return event
    event.add("dtstart", ahead.on)
    event.add("dtend", ahead.on + _DAY)
    event.add("transp", "TRANSPARENT")
    if ahead.every is not None:
        event.add("rrule", {**_RULES[ahead.every], "until": ahead.until})
    return event
