"""The two checks on time: is there a date, and is it within three months of the start. Source: TGH-4, IW-31."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from sessionpad.method.dates import FoundDate, find_dates
from sessionpad.method.finding import Finding
from sessionpad.method.limits import MONTHS, latest_deadline
from sessionpad.method.wording.field import SOURCES, Code, Field
from sessionpad.method.wording.hits import found_in
from sessionpad.method.wording.lexicon import Lexicon
from sessionpad.method.wording.line import Line
from sessionpad.method.wording.role import Role

_NO_PLAN: Final = frozenset({"sinds", "since", "van", "of", "uit", "from", "during"})
"""A date after one of these tells when something was, or which thing is meant: "de factuur van maart"."""
_COUNTED_FROM_START: Final = re.compile(
    r"(?:binnen|within|(?:de |the )?(?:komende|volgende|next|coming)\b)", re.IGNORECASE
)
_FACT: Final = re.compile(
    r"\b(?:loopt|lopen|geldig|geldt|vervalt|verloopt|geboren|verjaart|runs|valid|expires?|born|ends on)\b",
    re.IGNORECASE,
)
"""Beside one of these a date is a fact about a paper or a person, not a plan."""
_AFTERWARDS: Final = re.compile(r"\b(?:nazorg\w*|aftercare|follow-up)\b", re.IGNORECASE)
_A_MONTH: Final = 31


def has_plan(lines: Sequence[tuple[Line, Lexicon]], field: Field, dates: Iterable[FoundDate], begin: date) -> bool:
    """Whether the line says when: a date or an appointment; for a task also a rhythm or an occasion.

    "Als ik tijd heb" is an occasion that never comes.
    """
    if any(each.day >= begin and (each.lead not in _NO_PLAN or _opens_line(each)) for each in dates):
        return True
    is_someday = any(hit.entry.why == "soon" for line, lexicon in lines for hit in found_in(line, lexicon, "vague"))
    has_occasions = field is not Field.GOAL and not is_someday
    enough = {"event", "repeat", "standing"} if has_occasions else {"event"}
    return any(
        (has_occasions and Role.IF in line.roles)
        or any(hit.entry.why in enough for hit in found_in(line, lexicon, "planning"))
        for line, lexicon in lines
    )


def _opens_line(found: FoundDate) -> bool:
    """Whether the line begins with "from" and this date: then it is when something starts."""
    return found.lead == "from" and found.span[0] <= len("from the ")


def too_far(text: str, dates: Iterable[FoundDate], today: date, start: date | None) -> Iterator[Finding]:
    """The dates that lie more than three months after the start."""
    if _AFTERWARDS.search(text):
        return
    begin = start or today
    latest = latest_deadline(begin)
    for found in dates:
        counted = _from_start(text, found, begin) if begin < today else found
        if found.lead not in _NO_PLAN and _last_meant(counted) > latest and not _is_fact(text, found):
            params = (("date", counted.day.isoformat()), ("latest", latest.isoformat()), ("months", MONTHS))
            yield Finding(code=Code.TOOFAR.value, span=found.span, params=params, source=SOURCES[Code.TOOFAR])


def _from_start(text: str, found: FoundDate, begin: date) -> FoundDate:
    """The date as it is meant: "binnen drie maanden" counts from the start, "over drie maanden" from today."""
    if _COUNTED_FROM_START.match(text, found.span[0]) is None:
        return found
    return next((each for each in find_dates(text, begin) if each.span == found.span), found)


def _last_meant(found: FoundDate) -> date:
    """Of a longer period its last day counts; within a month it may as well be the first."""
    return found.day if (found.day - found.first).days > _A_MONTH else found.first


def _is_fact(text: str, found: FoundDate) -> bool:
    clause = re.split(r"[,;.!?]", text[: found.span[0]])[-1]
    return _FACT.search(clause) is not None
