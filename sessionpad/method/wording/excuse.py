"""What makes a find fine after all: it is explained, it can be seen, or it says what to do when things go wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
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


class Excuses:
    """What excuses the finds in one line; each look at the whole line is taken once."""

    def __init__(self, line: Line, lexicon: Lexicon, dates: Sequence[FoundDate]) -> None:
        self._line = line
        self._lexicon = lexicon
        self._dates = dates

    def cover(self, code: Code, hit: Hit[Entry]) -> bool:
        if code is Code.JARGON:
            return self._is_explained(hit) or self._is_plain_word(hit)
        if code is Code.VAGUE:
            return self._is_observable(hit)
        return code is Code.NEG and self._is_fallback(hit)

    @cached_property
    def _explained(self) -> frozenset[str]:
        """The words that are explained somewhere in the line."""
        return frozenset(word.text for word in self._line.words if _EXPLAINED.match(self._line.text, word.end))

    @cached_property
    def _signs(self) -> frozenset[str]:
        """What the line has to be seen by: `sign` for how it will be noticed, `measure` for how much or how often."""
        spans = [found.span for found in self._dates]
        words = self._line.words
        return frozenset(
            hit.entry.why
            for hit in found_in(self._line, self._lexicon, "notice")
            if hit.entry.why == "sign"
            or not any(words[hit.first].start < end and start < words[hit.last].end for start, end in spans)
        )

    def _is_explained(self, hit: Hit[Entry]) -> bool:
        """Whether the term is explained, here or elsewhere in the line, or is itself the explanation. Source: GW-4."""
        return self._line.words[hit.first].in_brackets or self._line.words[hit.last].text in self._explained

    def _is_plain_word(self, hit: Hit[Entry]) -> bool:
        """Whether what could be an abbreviation is a word: "pop" in small letters is a doll."""
        written = self._line.text[self._line.words[hit.first].start : self._line.words[hit.last].end]
        return hit.entry.why == "abbreviation" and "." not in written and not any(sign.isupper() for sign in written)

    def _is_observable(self, hit: Hit[Entry]) -> bool:
        """Whether it says how it will be noticed, or how much, or (of "as soon as possible") when. Source: GW-77."""
        is_answered = bool(self._dates) if hit.entry.why == "soon" else "measure" in self._signs
        return is_answered or "sign" in self._signs

    def _is_fallback(self, hit: Hit[Entry]) -> bool:
        """Whether the sentence agrees what to do when it does not work out. Source: GW-81."""
        places = self._line.sentence(self._line.words[hit.first])
        start, end = self._line.words[places[0]].start, self._line.words[places[-1]].end
        return _FALLBACK.search(self._line.text[start:end]) is not None
