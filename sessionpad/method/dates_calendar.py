"""Reckoning with days: the next such day, the end of a month, so many months on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal, NamedTuple, TypeAlias

WEEK: Final = 7
_YEARS_AHEAD: Final = 8
"""A 29th of February is at most this far away."""

Part: TypeAlias = Literal["begin", "middle", "end"]


class Days(NamedTuple):
    """From the first to the last day that is meant; of a single day both are the same."""

    first: date
    last: date


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last day of a shorter month."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  # start-up must not pay for it

    return day + relativedelta(months=months)


def easter(year: int) -> date:
    from dateutil.easter import easter as easter_of  # noqa: PLC0415  # start-up must not pay for it

    return easter_of(year)


def one_day(day: date) -> Days:
    return Days(day, day)


def one(day: date | None) -> Days | None:
    return None if day is None else one_day(day)


def make(year: int, month: int, day: int) -> date | None:
    """The day, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def dated(year: int | None, month: int, day: int, today: date) -> date | None:
    return next_yearly(month, day, today) if year is None else make(year, month, day)


def next_yearly(month: int, day: int, today: date) -> date | None:
    """The next such day of the year; today counts."""
    candidates = (make(today.year + ahead, month, day) for ahead in range(_YEARS_AHEAD + 1))
    return next((each for each in candidates if each is not None and each >= today), None)


def next_monthly(day: int, today: date) -> date | None:
    """The next such day of a month; today counts."""
    months = (add_months(today.replace(day=1), ahead) for ahead in range(3))
    candidates = (make(each.year, each.month, day) for each in months)
    return next((each for each in candidates if each is not None and each >= today), None)


def next_weekday(weekday: int, today: date) -> date:
    """The next such day after today, never today itself."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % WEEK + 1)


def week_of(day: date) -> Days:
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=WEEK - 1))


def months_of(year: int, month: int, months: int = 1) -> Days:
    """A row of whole months."""
    first = date(year, month, 1)
    return Days(first, add_months(first, months) - timedelta(days=1))


def next_months(month: int, today: date, months: int = 1) -> Days:
    """The next such month, or row of months; the one we are in counts."""
    candidates = (months_of(year, month, months) for year in range(today.year - 1, today.year + 2))
    return next(each for each in candidates if each.last >= today)


def part_of(days: Days, part: Part) -> Days:
    """The first, the middle or the last day of a period."""
    if part == "end":
        return one_day(days.last)
    if part == "begin":
        return one_day(days.first)
    length = (days.last - days.first).days + 1
    return one_day(days.first + timedelta(days=length // 2 - 1))
