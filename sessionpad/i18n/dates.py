"""Dates and times in words, from a table of our own."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from sessionpad.method.language import Language

_DAYS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_SHORT_DAYS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_SHORT_MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def long_date(day: date, language: Language) -> str:
    """The date in full: "vrijdag 27 november 2026", "Friday 27 November 2026"."""
    return f"{_DAYS[language][day.weekday()]} {day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def plain_date(day: date, language: Language, today: date) -> str:
    """The date as it is said: "vrijdag 27 november"; with its year when that is not the year of today."""
    full = long_date(day, language)
    return full.removesuffix(f" {day.year}") if day.year == today.year else full


def short_date(day: date, language: Language, today: date) -> str:
    """The date in short, "vr 27 nov"; with its year when that is not the year of today."""
    short = f"{_SHORT_DAYS[language][day.weekday()]} {day.day} {_SHORT_MONTHS[language][day.month - 1]}"
    return short if day.year == today.year else f"{short} {day.year}"


def clock_time(at: datetime, language: Language) -> str:  # noqa: ARG001 - the same in both languages, not in the next
    """The time on a 24-hour clock, as it stands in `at`: "14:07"."""
    return f"{at.hour:02}:{at.minute:02}"
