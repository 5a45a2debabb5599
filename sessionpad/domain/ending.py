"""How a trajectory ends, and what is kept alive after it. Source: TGH-78, GW-92, GW-100."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from sessionpad.domain.value import Value


class GoalResult(StrEnum):
    """Every one of these is a respectable end. Source: TGH-1, TGH-88, EPH-22."""

    SOLVED = "solved"
    EASED = "eased"
    EASED_FOR_NOW = "eased-for-now"
    NOT_YET = "not-yet"
    NOT_FEASIBLE = "not-feasible"


REACHED: Final = frozenset({GoalResult.SOLVED, GoalResult.EASED, GoalResult.EASED_FOR_NOW})


class Onward(StrEnum):
    """How it goes on. Source: TGH-79."""

    ON_MY_OWN = "on-my-own"
    NEW_TRAJECTORY = "new-trajectory"
    AFTERCARE = "aftercare"


class Answer(Value, frozen=True, kw_only=True):
    """What the client said to a question that stands on a card."""

    card: str
    text: str = ""


class Closing(Value, frozen=True, kw_only=True):
    """Looking back together. The main lines are the client's. Source: GW-94, GW-95."""

    realised: str = ""
    """Was the goal realised? Source: TGH-68."""
    brought: str = ""
    """Did it bring what was wanted? Source: TGH-68."""
    process: str = ""
    other_effects: str = ""
    capacity: str = ""
    """What the client can do now that was hard before. Source: TGH-2, TGH-78."""
    keeps: str = ""
    """What the client keeps doing."""
    still_hard: str = ""
    who_helps: str = ""
    elsewhere: str = ""
    """Where else this could be used. Source: TGH-79."""
    to_coach: str = ""
    to_client: str = ""
    """Both may say something about how the other worked. Source: GW-93."""
    answers: tuple[Answer, ...] = ()
    """The seven questions about the road and the six about what comes. Source: GW-97, GW-98."""
    onward: Onward | None = None


class Aftercare(Value, frozen=True, kw_only=True):
    """A time with an end of its own. Source: GW-100."""

    until: date | None = None
    talks: tuple[date, ...] = ()
    signals: str = ""
    """By what the client notices that it is getting harder."""
    first_step: str = ""
    """What the client does then."""
    who_to_call: str = ""
    may_call_for: str = ""
    """What the client may still call the coach for, and what not. Source: GW-98."""
    reminder: str = ""
    """What the client wants to remember, for the reminder sheet."""
    coach_calls: bool = False
    """Whether the coach calls, rather than the client."""

    @property
    def is_empty(self) -> bool:
        return self == Aftercare()
