"""What makes a find fine after all: it is explained, it can be seen, or it says what to do when things go wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sessionpad.method.dates import FoundDate
from sessionpad.method.wording.field import Code
from sessionpad.method.wording.hits import found_in
from sessionpad.method.wording.lexicon import Entry, Lexicon
from sessionpad.method.wording.line import Line
from sessionpad.method.wording.pattern import Hit

_EXPLAINED: Final = re.compile(
    r"\s*\(\s*\w|\s*[,:–-]?\s*"
    r"(?:d\.w\.z\.|dat wil zeggen|dat is|dus|oftewel|ofwel|i\.e\.|that is|meaning|in other words)\b",
    re.IGNORECASE,
)
_FALLBACK: Final = re.compile(
    r"^\W*lukt\b|\b(?:als|indien|wanneer|mocht|moest)\s+(?:het|dit|dat|er|iets|alles|ik)\b[^,.]*"
    r"\b(?:lukt|lukken|moeilijk|misloopt|misgaat|mislukt|fout|tegenvalt|tegenzit|tegenslaat|zwaar|te veel|vastloop\w*"
    r"|vastzit)\b"
    r"|\b(?:if|when|should|in case)\s+(?:it|this|that|things|something|i)\b[^,.]*"
    r"\b(?:fails?|(?:not|n't) work|wrong|hard|difficult|stuck|tough|too much|badly)\b",
    re.IGNORECASE,
)


def is_excused(line: Line, lexicon: Lexicon, code: Code, hit: Hit[Entry], dates: Sequence[FoundDate]) -> bool:
    if code is Code.JARGON:
        return _is_explained(line, hit) or _is_plain_word(line, hit)
    if code is Code.VAGUE:
        return _is_observable(line, lexicon, hit, dates)
    return code is Code.NEG and _is_fallback(line, hit)


def _is_explained(line: Line, hit: Hit[Entry]) -> bool:
    """Whether the term is explained, here or elsewhere in the line, or is itself the explanation. Source: GW-4."""
    term = line.words[hit.last].text
    ends = [word.end for word in line.words if word.text == term]
    return line.words[hit.first].in_brackets or any(_EXPLAINED.match(line.text, end) for end in ends)


def _is_plain_word(line: Line, hit: Hit[Entry]) -> bool:
    """Whether what could be an abbreviation is a word: "pop" in small letters is a doll."""
    written = line.text[line.words[hit.first].start : line.words[hit.last].end]
    return hit.entry.why == "abbreviation" and "." not in written and not any(sign.isupper() for sign in written)


def _is_observable(line: Line, lexicon: Lexicon, hit: Hit[Entry], dates: Sequence[FoundDate]) -> bool:
    """Whether the line says how it will be noticed, or how much, or (for "as soon as possible") when. Source: GW-77."""
    if hit.entry.why == "soon" and dates:
        return True
    spans = [found.span for found in dates]
    for sign in found_in(line, lexicon, "notice"):
        start, end = line.words[sign.first].start, line.words[sign.last].end
        is_date = any(first < end and start < last for first, last in spans)
        if sign.entry.why == "sign" or (hit.entry.why != "soon" and not is_date):
            return True
    return False


def _is_fallback(line: Line, hit: Hit[Entry]) -> bool:
    """Whether the sentence agrees what to do when it does not work out. Source: GW-81."""
    sentence = [word for word in line.words if word.sentence == line.words[hit.first].sentence]
    return _FALLBACK.search(line.text[sentence[0].start : sentence[-1].end]) is not None
