"""The words with which Dutch and English name days: a closed table, always read in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeAlias

Unit: TypeAlias = Literal["hour", "day", "week", "month", "year"]

WEEKDAYS: Final[Mapping[str, int]] = {
    word: number
    for number, words in enumerate(
        (
            "maandag monday",
            "dinsdag tuesday",
            "woensdag wednesday",
            "donderdag thursday",
            "vrijdag friday",
            "zaterdag saturday",
            "zondag sunday",
        )
    )
    for word in words.split()
}
"""Whole names; safe to find in running text."""

SHORT_WEEKDAYS: Final[Mapping[str, int]] = {
    word: number
    for number, words in enumerate(
        ("ma mon", "di tue tues", "wo woe wed", "do don thu thur thurs", "vr vrij fri", "za zat sat", "zo zon sun")
    )
    for word in words.split()
}
"""Short names; many are words of their own ("do", "zo", "sun"), so they need a date or a time beside them."""

MONTHS: Final[Mapping[str, int]] = {
    word: number
    for number, words in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "maart march mrt mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "augustus august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for word in words.split()
}

_UNIT_WORDS: Final[tuple[tuple[str, int, Unit], ...]] = (
    ("uur uren hour hours", 1, "hour"),
    ("dag dagen day days", 1, "day"),
    ("week weken weeks", 1, "week"),
    ("fortnight fortnights", 2, "week"),
    ("maand maanden month months", 1, "month"),
    ("kwartaal kwartalen trimester quarter quarters", 3, "month"),
    ("halfjaar semester", 6, "month"),
    ("jaar jaren year years", 1, "year"),
)

_WHOLE_NAME: Final = 4
SHORT_MONTHS: Final = frozenset(word for word in MONTHS if len(word) < _WHOLE_NAME and word not in {"mei", "may"})
"""Some are names of people; in running text they need a day or a year beside them."""

NUMBERS: Final[Mapping[str, float]] = {
    word: number
    for words, number in (
        ("een|één|'n|a|an|one", 1.0),
        ("twee|two", 2.0),
        ("drie|three|een paar|enkele|een aantal|a few|several|a couple of", 3.0),
        ("vier|four", 4.0),
        ("vijf|five", 5.0),
        ("zes|six", 6.0),
        ("zeven|seven", 7.0),
        ("acht|eight", 8.0),
        ("negen|nine", 9.0),
        ("tien|ten", 10.0),
        ("elf|eleven", 11.0),
        ("twaalf|twelve", 12.0),
        ("dertien|thirteen", 13.0),
        ("veertien|fourteen", 14.0),
        ("vijftien|fifteen", 15.0),
        ("zestien|sixteen", 16.0),
        ("achttien|eighteen", 18.0),
        ("twintig|twenty", 20.0),
        ("vierentwintig|twenty-four", 24.0),
        ("dertig|thirty", 30.0),
        ("een half|een halve|half|halve|half a|half an", 0.5),
        ("anderhalf|anderhalve|one and a half", 1.5),
    )
    for word in words.split("|")
}
"""A few comes to three."""

UNITS: Final[Mapping[str, tuple[int, Unit]]] = {
    word: (count, unit) for words, count, unit in _UNIT_WORDS for word in words.split()
}
UNIT_LETTERS: Final[Mapping[str, Unit]] = {"d": "day", "w": "week", "m": "month", "j": "year", "y": "year"}

NEXT: Final = ("volgende", "volgend", "eerstvolgende", "next", "komende", "komend", "aanstaande", "coming", "upcoming")
THIS: Final = ("deze", "dit", "this")

FEASTS: Final[Mapping[str, tuple[int, int]]] = {
    word: day
    for words, day in (
        ("kerst|kerstmis|kerstdag|eerste kerstdag|christmas|christmas day|xmas", (12, 25)),
        ("kerstavond|christmas eve", (12, 24)),
        ("tweede kerstdag|boxing day", (12, 26)),
        ("kerstvakantie|christmas holidays|christmas break", (12, 25)),
        ("oudjaar|oudejaar|oudejaarsavond|new year's eve|year's end|jaareinde", (12, 31)),
        ("nieuwjaar|nieuwjaarsdag|oud en nieuw|new year|new year's day|the new year", (1, 1)),
        ("driekoningen", (1, 6)),
        ("valentijn|valentijnsdag|valentine's day", (2, 14)),
        ("koningsdag|king's day", (4, 27)),
        ("bevrijdingsdag", (5, 5)),
        ("zomervakantie|grote vakantie|summer holidays|summer holiday|summer break", (7, 1)),
        ("nationale feestdag", (7, 21)),
        ("nieuwe schooljaar|volgend schooljaar|volgende schooljaar|begin van het schooljaar", (9, 1)),
        ("new school year|next school year|start of the school year", (9, 1)),
        ("dit schooljaar|einde van het schooljaar|eind van het schooljaar|einde schooljaar|eind schooljaar", (6, 30)),
        ("this school year", (6, 30)),
        ("end of the school year", (6, 30)),
        ("halloween", (10, 31)),
        ("allerheiligen|all saints", (11, 1)),
        ("herfstvakantie|autumn half-term", (11, 1)),
        ("sint-maarten", (11, 11)),
        ("sinterklaas", (12, 6)),
    )
    for word in words.split("|")
}
EASTER_DAYS: Final[Mapping[str, int]] = {
    word: days
    for words, days in (
        ("krokusvakantie|voorjaarsvakantie|spring half-term", -48),
        ("carnaval|carnival", -47),
        ("goede vrijdag|good friday", -2),
        ("pasen|easter|paasvakantie|easter holidays|easter break", 0),
        ("paasmaandag|easter monday", 1),
        ("hemelvaart|hemelvaartsdag|o.h. hemelvaart|ascension day", 39),
        ("pinksteren|whitsun|pentecost", 49),
        ("pinkstermaandag", 50),
    )
    for word in words.split("|")
}
"""Feasts that move with Easter, in days from it."""

SEASONS: Final[Mapping[str, tuple[int, int]]] = {
    word: months
    for words, months in (
        ("lente voorjaar spring", (3, 5)),
        ("zomer summer", (6, 8)),
        ("herfst najaar autumn fall", (9, 11)),
        ("winter", (12, 2)),
    )
    for word in words.split()
}
"""First and last month."""


def either(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
