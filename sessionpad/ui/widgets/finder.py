"""Where words stand in a text, and which of those places one is looking at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from sessionpad.domain.text import folded
from sessionpad.domain.words import spans_of


class Place(NamedTuple):
    row: int
    start: int
    end: int


class Finder:
    """Looks for words as they were typed, whatever their accents and capitals."""

    def __init__(self) -> None:
        self._words = ""
        self._rows: dict[int, list[Place]] = {}
        self.places: Sequence[Place] = ()
        self.index = -1

    @property
    def here(self) -> Place | None:
        return self.places[self.index] if self.places else None

    def look(self, words: str, lines: Sequence[str], row: int, column: int) -> None:
        """Look for other words, from this place on."""
        self._words = folded(words)
        self.again(lines)
        place = bisect_left(self.places, (row, column, 0))
        self.index = place % len(self.places) if self.places else -1

    def again(self, lines: Sequence[str]) -> None:
        """Look for the same words: the text changed."""
        words = self._words
        self.places = [
            Place(row, start, end)
            for row, line in enumerate(lines)
            if words and words in folded(line)
            for start, end in spans_of(words, line)
        ]
        self._rows = {}
        for place in self.places:
            self._rows.setdefault(place.row, []).append(place)
        self.index = min(self.index, len(self.places) - 1)

    def go(self, by: int) -> None:
        """To the next place or the one before; after the last comes the first."""
        if self.places:
            self.index = (self.index + by) % len(self.places)

    def in_row(self, row: int) -> Sequence[Place]:
        return self._rows.get(row, ())
