"""Words that are looked for: in any order, in one line, whatever their accents and capitals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sessionpad.domain.text import folded

LONGEST: Final = 240
"""How much of a line is shown around what was found."""
_BEFORE: Final = 60


class Words:
    def __init__(self, typed: str) -> None:
        self.parts: tuple[str, ...] = tuple(dict.fromkeys(folded(typed).split()))

    def __bool__(self) -> bool:
        return bool(self.parts)

    def are_in(self, text: str) -> bool:
        """Whether every word occurs."""
        bare = folded(text)
        return all(part in bare for part in self.parts)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where they stand in the text, as it was written."""
        for part in self.parts:
            yield from spans_of(part, text)

    def excerpt(self, text: str) -> str:
        """The text, or when it is very long what stands around the first word found."""
        if len(text) <= LONGEST:
            return text
        start = max(min((start for start, _ in self.spans(text)), default=0) - _BEFORE, 0)
        end = start + LONGEST
        return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"


def spans_of(part: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `part`, which is folded, stands in the text as it was written."""
    bare = folded(text)
    start = bare.find(part) if part else -1
    places = [place for place, sign in enumerate(text) for _ in folded(sign)] if start >= 0 else []
    while start >= 0:
        yield places[start], places[start + len(part) - 1] + 1
        start = bare.find(part, start + len(part))
