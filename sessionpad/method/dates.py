"""Days as people type them: "vr", "27/11", "+2w", "tegen eind november", "by the end of May".

A closed table of Dutch and English forms; both languages are always read. Day before month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import cache
from typing import Final

from sessionpad.domain.value import Value
from sessionpad.method import dates_words as words
from sessionpad.method.dates_calendar import Days, add_months
from sessionpad.method.dates_forms import Form, Need, compiled
from sessionpad.method.dates_times import split_time
from sessionpad.method.dates_words import either

__all__ = ["FoundDate", "add_months", "find_dates", "read_date", "read_moment", "read_past_date"]

_LIMITS: Final = (
    *("tegen", "voor", "vóór", "uiterlijk", "ten laatste"),
    *("by", "before", "no later than", "due", "deadline"),
)
_POINTS: Final = (
    *("op", "in", "na", "tot", "t/m", "tot en met", "rond", "omstreeks", "vanaf", "om"),
    *("on", "until", "till", "as of"),
)
_OTHERS: Final = ("from", "since", "sinds", "after", "around", "van", "of", "uit", "during", "per")
LIMITS: Final = frozenset(_LIMITS)
"""Words that put a limit: a whole month after them is meant up to its first day."""
_SHORTENED: Final = frozenset({"month", "month-year", "season", "season-year", "this-season", "year"})
_LOOK_BACK: Final = 40
_AGO: Final = {"gisteren": 1, "eergisteren": 2, "yesterday": 1, "the day before yesterday": 2}
_BACK: Final = (7, 31, 364)
"""Days to go back for the last such day of the week, of the month, of the year; none goes past the one before."""


class FoundDate(Value, frozen=True, kw_only=True):
    """A day, or a run of days, named in running text."""

    day: date
    """The day that is meant; of a run of days the last one."""
    first: date
    """The first day that is meant."""
    span: tuple[int, int]
    """Where the words of the date stand, without the word before it."""
    lead: str = ""
    """The word before it that says how it is meant, such as "tegen", "by" or "sinds"."""
    form: str
    """How it was written, such as `numbers`, `weekday` or `period`."""


@cache
def _lead(end: str) -> re.Pattern[str]:
    """What may stand before a date: "uiterlijk op", "vrijdag de", "("."""
    leads = either((*_LIMITS, *_POINTS, *_OTHERS))
    return re.compile(
        rf"(?:\b(?P<lead>{leads})(?:\s+(?:op|tegen|on|by))?:?\s+)?(?P<article>(?:de|het|the|den)\s+)?"
        rf"(?P<weekday>\b{either((*words.WEEKDAYS, *words.SHORT_WEEKDAYS))}\.?,?\s+(?:de\s+|the\s+)?)?"
        rf"(?P<mark>[(:]\s*)?{end}",
        re.IGNORECASE,
    )


@cache
def _not_before() -> re.Pattern[str]:
    """What makes it a habit ("elke vrijdag"), a greeting ("goede morgen") or an address ("Kerkstraat 15/3")."""
    return re.compile(
        r"(?:\b(?:elke|iedere|ieder|elk|every|each|alle|all|goede?|good|om de|'s)|’s"
        r"|\w*(?:straat|laan|weg|plein|dreef|lei|kaai|street|road|avenue|lane|bus|nr\.?|nummer))\s*\Z",
        re.IGNORECASE,
    )


def read_date(text: str, today: date) -> date | None:
    """The day that `text` names as a whole, or None; with a time beside it, ask `read_moment`.

    A day of the week is the next one after today; a day without a year is the next such day, today included;
    of a run of days ("november", "deze week") it is the last.
    """
    line = text.strip(" .!,;")
    before = _lead("").match(line)
    lead, end = (before["lead"] or "", before.end()) if before is not None else ("", 0)
    for start in sorted({0, end}):
        for form, pattern in compiled():
            match = pattern.fullmatch(line, start)
            days = _days(form, match, today) if match is not None else None
            if days is not None:
                return _meant(form, days, lead if start else "").last
    return None


def read_past_date(text: str, today: date) -> date | None:
    """The same for a day that was: a day of the week is the last one, a day without a year the last such day.

    What names a day to come in so many words ("morgen", "+2w", one with its year) is that day.
    """
    word = text.strip(" .!,;").casefold()
    if word in _AGO:
        return today - timedelta(days=_AGO[word])
    day = read_date(text, today)
    turns = word in {*words.WEEKDAYS, *words.SHORT_WEEKDAYS} or (any(map(str.isdigit, word)) and "+" not in word)
    if day is None or day <= today or not turns:
        return day
    for back in _BACK:
        before = read_date(text, today - timedelta(days=back))
        if before is not None and before <= today:
            return before
    return day


def read_moment(text: str, today: date) -> tuple[date, time | None] | None:
    """The day and, when there is one, the time that `text` names as a whole ("vr 14u", "27/11 om 9:30")."""
    day = read_date(text, today)
    if day is not None:
        return day, None
    rest, at = split_time(text)
    day = read_date(rest, today) if at is not None and rest else None
    return (day, at) if day is not None else None


def find_dates(text: str, today: date) -> tuple[FoundDate, ...]:
    """The dates inside running text, from left to right, without overlap. A habit ("elke vrijdag") is not one."""
    found = sorted(_candidates(text, today), key=lambda each: (each.span[0], -each.span[1]))
    kept: list[FoundDate] = []
    for each in found:
        if not kept or each.span[0] >= kept[-1].span[1]:
            kept.append(each)
    return tuple(kept)


def _candidates(text: str, today: date) -> Iterator[FoundDate]:
    for form, pattern in compiled():
        if form.need is Need.ALONE:
            continue
        for match in pattern.finditer(text):
            near = max(0, match.start() - _LOOK_BACK)
            before = _lead(r"\Z").search(text, near, match.start())
            lead = (before["lead"] or "").casefold() if before is not None else ""
            is_no_date = _not_before().search(text, near, match.start()) is not None
            if is_no_date or not _allowed(form.need, before, lead):
                continue
            days = _days(form, match, today)
            if days is None:
                continue
            meant = _meant(form, days, lead)
            start = before.start("weekday") if before is not None and before["weekday"] else match.start()
            yield FoundDate(day=meant.last, first=meant.first, span=(start, match.end()), lead=lead, form=form.name)


def _allowed(need: Need, before: re.Match[str] | None, lead: str) -> bool:
    if need is Need.NOTHING:
        return True
    beside = before is not None and bool(before["weekday"] or before["mark"])
    return beside or (lead in LIMITS if need is Need.LIMIT else bool(lead))


def _meant(form: Form, days: Days, lead: str) -> Days:
    """The days as they are meant after this word: "tegen maart" means its first day, "in maart" all of it."""
    return Days(days.first, days.first) if form.name in _SHORTENED and lead.casefold() in LIMITS else days


def _days(form: Form, match: re.Match[str], today: date) -> Days | None:
    try:
        return form.read(match, today)
    except (OverflowError, ValueError):
        return None
