"""What a clause does in its sentence."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    MAIN = "main"
    IF = "if"
    """als, zodra, wanneer, if, when: a condition or a moment."""
    REASON = "reason"
    """omdat, want, because."""
    ABOUT = "about"
    """Says something of a thing, or asks indirectly: die, wat, of, which, whether."""
    PURPOSE = "purpose"
    """zodat, so that."""
    THAT = "that"
    """dat, that: part of what is said."""
