"""Reading a line as a careful colleague would: what might be said otherwise, and where."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Final, TypeAlias

import msgspec

from sessionpad.method.dates import FoundDate, find_dates
from sessionpad.method.finding import Finding
from sessionpad.method.limits import latest_deadline
from sessionpad.method.wording.deadline import has_plan, too_far
from sessionpad.method.wording.field import CHECKS, SOURCES, Code, Field
from sessionpad.method.wording.hits import found_in, look_up
from sessionpad.method.wording.lexicon import Entry, Lexicon, Lexicons, our_lexicons
from sessionpad.method.wording.line import Line, read_line, without_quotes
from sessionpad.method.wording.pattern import Hit, is_number

_Read: TypeAlias = tuple[Line, Lexicon]

_EXPLAINED: Final = re.compile(r"\s*(?:\(|[,:]?\s*(?:d\.w\.z\.|dat wil zeggen|dat is|oftewel|ofwel|i\.e\.|that is|meaning|in other words)\b)", re.IGNORECASE)
_FALLBACK: Final = re.compile(
    r"\b(?:als|indien|mocht|moest|lukt|gaat|wordt|loopt|if|when|should|in case)\b[^.!?]*"
    r"\b(?:lukt|lukken|moeilijk|misloopt|misgaat|mislukt|mis|fout|tegenvalt|tegen|vastloop\w*|zwaar|hard|fails?|work|wrong|difficult|stuck|tough)\b",
    re.IGNORECASE,
)
"""What we do when it does not work out may say "niet". Source: GW-81."""


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
    found = [*_words(reads, codes), *_dates(reads, field, today, start, dated=dated)]
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


def _words(reads: Sequence[_Read], codes: Collection[Code]) -> Iterator[Finding]:
    for line, lexicon in reads:
        for code in codes - {Code.NODEADLINE, Code.TOOFAR}:
            for hit in look_up(line, lexicon, code):
                if not _is_excused(line, lexicon, code, hit):
                    yield _finding(line, code, hit)


def _finding(line: Line, code: Code, hit: Hit[Entry]) -> Finding:
    span = (line.words[hit.first].start, line.words[hit.last].end)
    why = (("why", hit.entry.why),) if hit.entry.why else ()
    return Finding(
        code=code,
        span=span,
        severity="low" if hit.entry.soft else "normal",
        params=(*why, ("word", line.text[slice(*span)])),
        suggestion=hit.entry.say,
        source=SOURCES[code],
    )


def _is_excused(line: Line, lexicon: Lexicon, code: Code, hit: Hit[Entry]) -> bool:
    if code is Code.JARGON:
        return _is_explained(line, hit)
    if code is Code.VAGUE:
        return _is_observable(line, lexicon, hit)
    return code is Code.NEG and _is_fallback(line, hit)
