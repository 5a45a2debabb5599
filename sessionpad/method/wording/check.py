"""Reading a line as a careful colleague would: what might be said otherwise, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, TypeAlias

import msgspec

from sessionpad.method.dates import FoundDate, find_dates
from sessionpad.method.finding import Finding
from sessionpad.method.limits import latest_deadline
from sessionpad.method.wording.deadline import has_plan, too_far
from sessionpad.method.wording.excuse import Excuses
from sessionpad.method.wording.field import CHECKS, SOURCES, Code, Field
from sessionpad.method.wording.hits import look_up
from sessionpad.method.wording.lexicon import Entry, Lexicon, Lexicons, our_lexicons
from sessionpad.method.wording.line import Line, read_line, without_quotes
from sessionpad.method.wording.pattern import Hit

_Read: TypeAlias = tuple[Line, Lexicon]

_TIMED: Final = frozenset({Code.VAGUE, Code.NODEADLINE, Code.TOOFAR})
"""The checks that look at dates."""


def check(
    field: Field,
    text: str,
    *,
    today: date,
    start: date | None = None,
    draft: bool = False,
    dated: bool = False,
    lexicons: Lexicons | None = None,
) -> tuple[Finding, ...]:
    """What there is to notice about the wording of a text, from left to right.

    Args:
        field: where the text stands; the client's own words are left alone.
        text: the text as typed, in Dutch or English.
        today: what dates such as "vrijdag" are counted from.
        start: when the trajectory began; today when it is not known.
        draft: a text that is still being made; every finding is then a soft one. Source: GW-78.
        dated: the date stands beside the text, in a field of its own.
        lexicons: what to look for; ours unless given.
    """
    codes = CHECKS[field]
    if not codes or not text.strip():
        return ()
    reads = _reads(text, our_lexicons() if lexicons is None else lexicons)
    unquoted = without_quotes(text)
    dates = find_dates(unquoted, today) if codes & _TIMED else ()
    found = list(_words(reads, codes, dates))
    if Code.NODEADLINE in codes and not dated and not has_plan(reads, field, dates, min(start or today, today)):
        params = (("latest", latest_deadline(start or today).isoformat()),)
        found.append(Finding(code=Code.NODEADLINE.value, params=params, source=SOURCES[Code.NODEADLINE]))
    if Code.TOOFAR in codes:
        found.extend(too_far(unquoted, dates, today, start))
    unique = {(finding.code, finding.span): finding for finding in reversed(found)}
    ordered = sorted(unique.values(), key=lambda each: (each.span or (0, 0), each.code))
    return tuple(msgspec.structs.replace(each, severity="low") if draft else each for each in ordered)


def _reads(text: str, lexicons: Lexicons) -> tuple[_Read, ...]:
    """The line in the language its small words tell, or in both when they do not."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    counts = {language: sum(word in lexicon.guess for word in words) for language, lexicon in lexicons.items()}
    most = max(counts.values())
    languages = [language for language, count in counts.items() if count * 2 > most or most == 0]
    return tuple((read_line(text, language), lexicons[language]) for language in languages)


def _words(reads: Sequence[_Read], codes: frozenset[Code], dates: Sequence[FoundDate]) -> Iterator[Finding]:
    for line, lexicon in reads:
        excuses = Excuses(line, lexicon, dates)
        for code in codes - {Code.NODEADLINE, Code.TOOFAR}:
            for hit in look_up(line, lexicon, code):
                if not excuses.cover(code, hit) and not _other_says_fine(reads, lexicon, code, hit):
                    yield _finding(line, code, hit)


def _other_says_fine(reads: Sequence[_Read], lexicon: Lexicon, code: Code, hit: Hit[Entry]) -> bool:
    """Whether the other language, when in doubt, knows the same word and takes no offence at it here."""
    section = code.value.casefold()
    for line, other in reads:
        if other is lexicon:
            continue
        knows = any((each.first, each.last) == (hit.first, hit.last) for each in other.finders[section].find(line))
        minds = any(each.first <= hit.last and hit.first <= each.last for each in look_up(line, other, code))
        if knows and not minds:
            return True
    return False


def _finding(line: Line, code: Code, hit: Hit[Entry]) -> Finding:
    span = (line.words[hit.first].start, line.words[hit.last].end)
    why = (("why", hit.entry.why),) if hit.entry.why else ()
    return Finding(
        code=code.value,
        span=span,
        severity="low" if hit.entry.soft else "normal",
        params=(*why, ("word", line.text[slice(*span)])),
        suggestion=hit.entry.say,
        source=SOURCES[code],
    )
