"""What each form of a day comes to, counted from a given today."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, TypeAlias

from sessionpad.method import dates_calendar as calendar
from sessionpad.method import dates_words as words
from sessionpad.method.dates_calendar import Days, add_months

Reader: TypeAlias = Callable[[re.Match[str], date], Days | None]

BEGIN: Final = ("begin", "start", "early", "beginning", "aanvang", "the start", "the beginning")
MIDDLE: Final = ("midden", "half", "medio", "mid", "middle", "halverwege", "the middle")
END: Final = ("einde", "eind", "end", "late", "the end")
_YEAR_IN_FULL: Final = 4


def _part(word: str) -> calendar.Part:
    folded = word.casefold()
    return "begin" if folded in BEGIN else "end" if folded in END else "middle"


def _is_next(word: str | None) -> bool:
    return word is not None and word.casefold() in words.NEXT


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    digits = text.lstrip("'’")
    return int(digits) if len(digits) == _YEAR_IN_FULL else 2000 + int(digits)


def number(word: str | None) -> float:
    if word is None:
        return 1.0
    return float(word.replace(",", ".")) if word[0].isdigit() else words.NUMBERS[" ".join(word.casefold().split())]


def shift(count: float, unit: words.Unit, today: date) -> date:
    """So many units from today; half a month is fifteen days."""
    if unit == "hour":
        return today + timedelta(days=-(-round(count) // 24))
    if unit in {"day", "week"}:
        return today + timedelta(days=round(count * (calendar.WEEK if unit == "week" else 1)))
    months = count * (12 if unit == "year" else 1)
    return add_months(today, int(months)) + timedelta(days=round((months - int(months)) * 30))


def iso(match: re.Match[str], _today: date) -> Days | None:
    return calendar.one(calendar.make(int(match["year"]), int(match["month"]), int(match["day"])))


def numbers(match: re.Match[str], today: date) -> Days | None:
    return calendar.one(calendar.dated(_year(match["year"]), int(match["month"]), int(match["day"]), today))


def named(match: re.Match[str], today: date) -> Days | None:
    month = words.MONTHS[match["month"].casefold()]
    return calendar.one(calendar.dated(_year(match["year"]), month, int(match["day"]), today))


def day_of_month(match: re.Match[str], today: date) -> Days | None:
    return calendar.one(calendar.next_monthly(int(match["day"]), today))


def month(match: re.Match[str], today: date) -> Days | None:
    number_, year = words.MONTHS[match["month"].casefold()], _year(match["year"])
    return calendar.next_months(number_, today) if year is None else calendar.months_of(year, number_)


def part_of_month(match: re.Match[str], today: date) -> Days | None:
    part, days = _part(match["part"]), month(match, today)
    if days is None:
        return None
    found = calendar.part_of(days, part)
    if match["year"] is None and found.last < today:
        found = calendar.part_of(calendar.months_of(days.first.year + 1, days.first.month), part)
    return found


def _whole(unit: str, on: int, today: date) -> Days:
    """The week, month, quarter or year we are in, or one further on, whole."""
    count, kind = words.UNITS[unit]
    if kind in {"hour", "day"}:
        return calendar.one_day(today + timedelta(days=on))
    if kind == "week":
        return calendar.week_of(today + timedelta(weeks=on * count))
    months = count * (12 if kind == "year" else 1)
    first = add_months(date(today.year, (today.month - 1) // months * months + 1, 1), months * on)
    return calendar.months_of(first.year, first.month, months)


def part_of_unit(match: re.Match[str], today: date) -> Days | None:
    return calendar.part_of(_whole(match["unit"].casefold(), _is_next(match["which"]), today), _part(match["part"]))


def unit(match: re.Match[str], today: date) -> Days | None:
    """Next week is a week from today and next month a month; this week, and next year, are meant whole."""
    word, on = match["unit"].casefold(), _is_next(match["which"])
    whole = _whole(word, on, today)
    if weekday := match["weekday"] or match["weekday_before"]:
        return calendar.one_day(whole.first + timedelta(days=words.WEEKDAYS[weekday.casefold()]))
    count, kind = words.UNITS[word]
    if on and kind in {"week", "month"}:
        return calendar.one_day(shift(count, kind, today))
    return whole if on else Days(today, whole.last)


def weekend(match: re.Match[str], today: date) -> Days | None:
    week = calendar.week_of(today + timedelta(weeks=match["which"].casefold() in {"volgend", "volgende", "next"}))
    return Days(week.last - timedelta(days=1), week.last)


def period(match: re.Match[str], today: date) -> Days | None:
    count, kind = words.UNITS[match["unit"].casefold()]
    return calendar.one(shift(number(match["count"]) * count, kind, today))


def duration(match: re.Match[str], today: date) -> Days | None:
    """From today on, so many units: "zes weken lang"."""
    count, kind = words.UNITS[(match["unit"] or match["unit_again"]).casefold()]
    return Days(today, shift(number(match["count"] or match["count_again"]) * count, kind, today))


def running_unit(match: re.Match[str], today: date) -> Days | None:
    """One unit from today: "binnen de week"."""
    count, kind = words.UNITS[match["unit"].casefold()]
    return calendar.one(shift(count, kind, today))


def plus(match: re.Match[str], today: date) -> Days | None:
    return calendar.one(shift(int(match["count"]), words.UNIT_LETTERS[match["unit"].casefold()], today))


def weekday(match: re.Match[str], today: date) -> Days | None:
    number_ = words.WEEKDAYS[match["weekday"].casefold()]
    day = calendar.next_weekday(number_, today)
    if (match["which"] or "").casefold() in {"volgende", "next"}:
        day = calendar.week_of(today).last + timedelta(days=number_ + 1)
    if match["weeks"] is not None:
        day += timedelta(weeks=number(match["count"]))
    return calendar.one_day(day)


def short_weekday(match: re.Match[str], today: date) -> Days | None:
    return calendar.one_day(calendar.next_weekday(words.SHORT_WEEKDAYS[match["weekday"].casefold()], today))


def in_days(days: int) -> Reader:
    return lambda _match, today: calendar.one_day(today + timedelta(days=days))


def feast(match: re.Match[str], today: date) -> Days | None:
    name = match["feast"].casefold().replace("’", "'")
    if name in words.FEASTS:
        return calendar.one(calendar.next_yearly(*words.FEASTS[name], today))
    from_easter = timedelta(days=words.EASTER_DAYS[name])
    this_year = calendar.easter(today.year) + from_easter
    return calendar.one(this_year if this_year >= today else calendar.easter(today.year + 1) + from_easter)


def season(match: re.Match[str], today: date) -> Days | None:
    first, last = words.SEASONS[match["season"].casefold()]
    length, year = (last - first) % 12 + 1, _year(match["year"])
    if year is not None:
        return calendar.months_of(year, first, length)
    days = calendar.next_months(first, today, length)
    if _is_next(match["which"]) and days.first <= today:
        return calendar.months_of(days.first.year + 1, first, length)
    return days


def part_of_season(match: re.Match[str], today: date) -> Days | None:
    days = season(match, today)
    return days and calendar.part_of(days, _part(match["part"]))


def year(match: re.Match[str], _today: date) -> Days | None:
    whole = calendar.months_of(int(match["year"]), 1, 12)
    return whole if match["part"] is None else calendar.part_of(whole, _part(match["part"]))
