"""Made-up words to measure with."""

from __future__ import annotations

import random
from typing import Final

WORDS: Final = [
    "post",
    "bakje",
    "kind",
    "school",
    "morgen",
    "bellen",
    "rustig",
    "zelf",
    "samen",
    "brief",
    "huur",
    "tuin",
    "zus",
    "werk",
    "dag",
    "week",
    "klein",
    "stap",
]


def prose(kilobytes: int, seed: int = 3) -> str:
    """Lines of lower-case words, so that a capital letter on the screen was typed."""
    chance, lines, length = random.Random(seed), [], 0
    while length < kilobytes * 1000:
        lines.append(" ".join(chance.choice(WORDS) for _ in range(chance.randint(4, 28))))
        length += len(lines[-1]) + 1
    return "\n".join(lines)
