"""Dutch: the finite verb goes to the end of its clause."""

from __future__ import annotations

from sessionpad.method.reframe.dutch.suggest import find, framed, turn
from sessionpad.method.reframe.values import Suggestion

__all__ = ["framed", "ways"]


def ways(sentence: str) -> list[Suggestion] | None:
    """The other ways to ask it; empty when it is not understood, None when it is left alone."""
    found = find(sentence)
    return None if found is None else turn(found, sentence)
