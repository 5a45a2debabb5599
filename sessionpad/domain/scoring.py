"""Effort and result: two separate scales that are never averaged or summed. Source: TGH-71.

The method gives no scale; 0 to 4 is this program's own.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal, TypeAlias

Level: TypeAlias = Literal[0, 1, 2, 3, 4, "no-occasion"]

NO_OCCASION: Final = "no-occasion"
LEVELS: Final[tuple[Level, ...]] = (0, 1, 2, 3, 4, NO_OCCASION)

HIGH: Final = 3
"""From here on effort or result counts as high; own choice."""
LOW: Final = 1
"""Up to here effort or result counts as low; own choice."""


class Scale(StrEnum):
    EFFORT = "effort"
    RESULT = "result"


class Outcome(StrEnum):
    """How a task went, in neutral words. Source: TGH-64, TGH-65."""

    DONE = "done"
    DIFFERENTLY = "differently"
    PARTLY = "partly"
    NOT_YET = "not-yet"


class Nearer(StrEnum):
    """Whether a task brought the goal closer. Source: TGH-74."""

    CLOSER = "closer"
    A_LITTLE = "a-little"
    SAME = "same"
    FURTHER = "further"


class Hindrance(StrEnum):
    """Where something held a task back. Source: TGH-66."""

    SELF = "self"
    OTHERS = "others"
    SURROUNDINGS = "surroundings"


class Decision(StrEnum):
    """What happens with a task after its review. Source: TGH-75."""

    KEEP = "keep"
    ADAPT = "adapt"
    SMALLER = "smaller"
    NEW = "new"
    STOP = "stop"


def is_high(level: Level | None) -> bool:
    return isinstance(level, int) and level >= HIGH


def is_low(level: Level | None) -> bool:
    return isinstance(level, int) and level <= LOW
