"""What is asked for beside the document itself: empty or filled in, large print, which parts, for whom."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from sessionpad.domain.value import Value


class Part(StrEnum):
    """What may stand in the client's own overview; the client picks. Source: IW-5."""

    GOAL = "goal"
    WHY = "why"
    TASKS = "tasks"
    SUCCEEDED = "succeeded"
    STRENGTHS = "strengths"
    PEOPLE = "people"
    NEEDED = "needed"
    """The help that is expected. Source: TGH-20, IW-23."""
    REMEMBERS = "remembers"
    """How the client best remembers what was agreed. Source: GW-62."""
    APPOINTMENT = "appointment"
    REACH = "reach"
    PROBLEM = "problem"
    TRIED = "tried"
    WISHES = "wishes"
    WAY = "way"
    """How the client likes to work together. Source: EPH-7."""


USUAL: Final = tuple(
    part for part in Part if part not in {Part.PROBLEM, Part.TRIED, Part.WISHES, Part.WAY, Part.NEEDED}
)
"""The parts of an overview when nobody picked any: nothing of the story itself. Source: TGH-51."""


class Asked(Value, frozen=True, kw_only=True):
    blank: bool = False
    """Lines to write on instead of what is known."""
    large: bool = False
    parts: tuple[Part, ...] = USUAL
    recipient: str = ""
    """For whom a letter is."""


AS_USUAL: Final = Asked()
