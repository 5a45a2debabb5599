"""Which language a question is in."""

from __future__ import annotations

import re
from typing import Final

from sessionpad.method.language import Language

_ENGLISH: Final = re.compile(
    r"\b(?:why|how come|what|the|you|your|did|does|do|is it|are|i'm|he|she|they|tell)\b", re.IGNORECASE
)
_DUTCH: Final = re.compile(
    r"\b(?:wa+r+o+m|hoe|wat|het|een|de|je|jij|u|ik|niet|ge|dat|hij|zij|ze|en|maar|dus|kan|kun)\b", re.IGNORECASE
)
_WHY: Final = re.compile(r"\bwhy\b", re.IGNORECASE)
_WAAROM: Final = re.compile(r"\bwaarom\b", re.IGNORECASE)


def guess(question: str) -> Language:
    """By its why; without one, by its little words."""
    english, dutch = bool(_WHY.search(question)), bool(_WAAROM.search(question))
    if english != dutch:
        return "en" if english else "nl"
    return "en" if len(_ENGLISH.findall(question)) > len(_DUTCH.findall(question)) else "nl"
