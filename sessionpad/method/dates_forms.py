"""The forms in which Dutch and English write a day: a pattern for each, and the reader that goes with it."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from sessionpad.method import dates_readers as readers
from sessionpad.method import dates_words as words
from sessionpad.method.dates_readers import Reader
from sessionpad.method.dates_words import either


class Need(StrEnum):
    """What a form needs beside it in running text; standing alone it is always read."""

    NOTHING = "nothing"
    LEAD = "lead"
    """A word such as "tegen", "in" or "by", or a weekday, or a bracket; without it this is often no date."""
    LIMIT = "limit"
    """A word that sets a limit ("tegen", "uiterlijk", "by", "before"), or a weekday, or a bracket."""
    ALONE = "alone"
    """Never in running text."""


class Form(NamedTuple):
    name: str
    pattern: str
    read: Reader
    need: Need = Need.NOTHING


_YEAR: Final = r"(?P<year>\d{4}|['’]\d\d)"
_NO_YEAR: Final = "(?P<year>(?!))?"
_DAY: Final = r"(?P<day>\d{1,2})"
_MONTH_NUMBER: Final = r"(?P<month>\d{1,2})"
_MEASURES: Final = ("keer", "maal", "euro", "minuten", "minutes", "times", "gesprekken", "talks", "van", "of", "kop")
_NO_MEASURE: Final = rf"(?!\s*(?:%|€|x\b|{either((*words.UNITS, *_MEASURES))}\b))"
_UNIT: Final = f"(?P<unit>{either(words.UNITS)})"
_FEAST: Final = f"(?P<feast>{either((*words.FEASTS, *words.EASTER_DAYS))})"
_SEASON: Final = f"(?P<season>{either(words.SEASONS)})"
_COUNT: Final = rf"(?P<count>\d{{1,3}}(?:[.,]5)?|{either(words.NUMBERS)})"
_UNIT_AGAIN: Final = _UNIT.replace("<unit>", "<unit_again>")
_COUNT_AGAIN: Final = _COUNT.replace("<count>", "<count_again>")
_MONTH: Final = f"(?P<month>{either(words.MONTHS)})"
_WHOLE_MONTH: Final = f"(?P<month>{either(words.MONTHS.keys() - words.SHORT_MONTHS)})"
_WEEKDAY: Final = f"(?P<weekday>{either(words.WEEKDAYS)})"
_DAYPART: Final = r"(?:[-\s]?(?:ochtend|morgen|voormiddag|middag|namiddag|avond|morning|afternoon|evening|night)\b)?"
_WHICH: Final = f"(?P<which>{either((*words.NEXT, *words.THIS))})"
_RUNNING: Final = f"(?P<which>{either((*words.NEXT, *words.THIS, 'de', 'het', 'the'))})"
_PART: Final = rf"(?P<part>{either((*readers.BEGIN, *readers.MIDDLE, *readers.END))})[\s-]+(?:(?:van|of|in)\s+)?"

FORMS: Final = (
    Form("iso", r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", readers.iso),
    Form("numbers", r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4}|\d\d)", readers.numbers),
    Form(
        "day/month", rf"(?!24/7|1/[23458]\b|[23]/[34]\b){_DAY}/{_MONTH_NUMBER}{_NO_YEAR}{_NO_MEASURE}", readers.numbers
    ),
    Form("day-month-number", rf"{_DAY}[/-]{_MONTH_NUMBER}{_NO_YEAR}{_NO_MEASURE}", readers.numbers, Need.LIMIT),
    Form(
        "day-month",
        rf"(?P<day>\d{{1,2}})\s?(?:e|de|ste|st|nd|rd|th)?\.?[\s-]\s*(?:of\s+|van\s+)?{_MONTH}\b\.?(?:,?[\s-]+{_YEAR})?",
        readers.named,
    ),
    Form(
        "month-day",
        rf"{_MONTH}\.?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+{_YEAR})?(?!\d)",
        readers.named,
    ),
    Form(
        "part-of-month",
        rf"{_PART}(?:(?:de|the)\s+(?:maand\s+)?)?{_MONTH}(?:\s+{_YEAR})?",
        readers.part_of_month,
    ),
    Form("month-year", rf"{_MONTH}\s+{_YEAR}", readers.month),
    Form("part-of-unit", rf"{_PART}{_RUNNING}\s+{_UNIT}", readers.part_of_unit),
    Form("end-of-unit", rf"(?P<part>eind|einde|end)\s+(?:of\s+)?(?P<which>(?!))?{_UNIT}", readers.part_of_unit),
    Form(
        "unit",
        rf"(?:(?P<weekday_before>{either(words.WEEKDAYS)}){_DAYPART}\s+(?:van\s+|of\s+)?)?{_WHICH}\s+{_UNIT}"
        rf"(?:\s+(?:op\s+|on\s+)?{_WEEKDAY}{_DAYPART})?",
        readers.unit,
    ),
    Form("weekend", rf"(?P<which>{either((*words.NEXT, *words.THIS, 'het', 'the'))})\s+weekend", readers.weekend),
    Form(
        "period",
        r"(?:over|binnen|within|in|na|after)\s+(?:(?:nu en|de|het|the)\s+)?"
        rf"(?:(?:eerste|first|{either(words.NEXT)})\s+)?{_COUNT}\s*-?\s*{_UNIT}(?:['’]?\s+time)?",
        readers.period,
    ),
    Form("coming-period", rf"{either(words.NEXT)}\s+{_COUNT}\s+{_UNIT}", readers.period),
    Form(
        "duration",
        rf"(?:gedurende|for|for the next)\s+{_COUNT}\s+{_UNIT}|{_COUNT_AGAIN}\s+{_UNIT_AGAIN}\s+lang",
        readers.duration,
    ),
    Form("period-from-now", rf"{_COUNT}\s+{_UNIT}\s+(?:vanaf nu|from now|from today|later)", readers.period),
    Form("running-unit", rf"(?:binnen|within)\s+(?:de|het|the)\s+{_UNIT}", readers.running_unit),
    Form("plus", r"\+(?P<count>\d{1,3})\s?(?P<unit>[dwmjy])", readers.plus),
    Form(
        "weekday",
        rf"(?:(?P<which>{either((*words.NEXT, *words.THIS))})\s+)?{_WEEKDAY}{_DAYPART}"
        rf"(?P<weeks>\s+(?:over|in)\s+{_COUNT}\s+(?:week|weken|weeks))?",
        readers.weekday,
    ),
    Form(
        "short-weekday-time",
        rf"(?P<weekday>{either(words.SHORT_WEEKDAYS)})\.?(?=,?\s+(?:om\s+|at\s+)?\d{{1,2}}(?:\s?(?:u|uur|h|am|pm)\b|[:u]\d\d))",
        readers.short_weekday,
    ),
    Form("short-weekday", rf"(?P<weekday>{either(words.SHORT_WEEKDAYS)})\.?", readers.short_weekday, Need.ALONE),
    Form("day-after-tomorrow", r"overmorgen|(?:the\s+)?day after tomorrow", readers.in_days(2)),
    Form(
        "today",
        r"vandaag|vanavond|vanmiddag|vanochtend|vannacht|deze (?:morgen|ochtend|middag|namiddag|avond)|today|tonight"
        r"|this (?:morning|afternoon|evening)",
        readers.in_days(0),
    ),
    Form("tomorrow", rf"(?:morgen|tomorrow){_DAYPART}|morgenvroeg", readers.in_days(1)),
    Form("feast", _FEAST, readers.feast),
    Form("part-of-feast", rf"{_PART}(?:(?:de|het|the)\s+)?{_FEAST}", readers.feast),
    Form("part-of-season", rf"{_PART}{_RUNNING}\s+{_SEASON}{_NO_YEAR}", readers.part_of_season),
    Form("this-season", rf"{_WHICH}\s+{_SEASON}(?:\s+{_YEAR})?", readers.season),
    Form("season-year", rf"(?P<which>(?!))?{_SEASON}\s+(?:van\s+|of\s+)?{_YEAR}", readers.season),
    Form("season", rf"(?P<which>(?!))?{_SEASON}{_NO_YEAR}", readers.season, Need.LEAD),
    Form(
        "day-of-month",
        r"(?P<day>\d{1,2})\s?(?:e|de|ste|st|nd|rd|th)(?:\s+van de maand|\s+of the month)?",
        readers.day_of_month,
        Need.LIMIT,
    ),
    Form(
        "day-of-month-alone",
        r"(?P<day>\d{1,2})(?:e|de|ste|st|nd|rd|th)(?=\s*(?:[.,;!?)]|$))",
        readers.day_of_month,
        Need.LEAD,
    ),
    Form("part-of-year", rf"{_PART}(?P<year>20\d\d)", readers.year),
    Form("year", r"(?P<year>20\d\d)(?P<part>(?!))?", readers.year, Need.LEAD),
    Form("month", rf"{_WHOLE_MONTH}{_NO_YEAR}", readers.month, Need.LEAD),
    Form("short-month", rf"{_MONTH}\.?{_NO_YEAR}", readers.month, Need.ALONE),
)


@cache
def compiled() -> tuple[tuple[Form, re.Pattern[str]], ...]:
    """Every form with its pattern, that starts and ends at the edge of a word or a number."""
    return tuple(
        (each, re.compile(rf"(?<![\w/.,-])(?:{each.pattern})(?![\w/]|[.,-]\d)", re.IGNORECASE)) for each in FORMS
    )
