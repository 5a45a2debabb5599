"""A task: a small, specific act of the client, the coach, both, or someone of the network. Source: TGH-56, TGH-57."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sessionpad.domain.ids import SessionId, TaskId, TrajectoryId
from sessionpad.domain.value import Value


class Owner(StrEnum):
    CLIENT = "client"
    COACH = "coach"
    TOGETHER = "together"
    NETWORK = "network"


class Kind(StrEnum):
    """Source: TGH-58 (external), TGH-59 (contact), TGH-60 (guided practice)."""

    EXTERNAL = "external"
    CONTACT = "contact"
    GUIDED = "guided"


class State(StrEnum):
    """Source: TGH-86, with one more for a task that was let go."""

    OPEN = "open"
    DONE = "done"
    STOPPED = "stopped"


class Difficulty(StrEnum):
    """How hard the task looks to who will do it. The scale is our own; the method only says "easy" (TGH-7)."""

    LIGHT = "light"
    MEDIUM = "medium"
    HEAVY = "heavy"


class Every(StrEnum):
    """How often a repeating task comes back."""

    DAY = "day"
    WEEKDAY = "weekday"
    WEEK = "week"
    TWO_WEEKS = "two-weeks"
    MONTH = "month"


class Speaker(StrEnum):
    """Who speaks when a task takes client and coach somewhere; the client, when that can be. Source: GW-105."""

    CLIENT = "client"
    TOGETHER = "together"
    COACH = "coach"


class GuidedStep(StrEnum):
    """Seven things to have gone through before going somewhere together. Source: GW-105."""

    PLACE_AND_TIME = "place-and-time"
    WHO_CALLS = "who-calls"
    PAPERS = "papers"
    WAY_THERE = "way-there"
    WHO_SAYS_WHAT = "who-says-what"
    WHAT_NOT = "what-not"
    REMINDER = "reminder"


class Task(Value, frozen=True, kw_only=True):
    id: TaskId
    trajectory: TrajectoryId
    text: str
    made_at: datetime
    session: SessionId | None = None
    """The conversation in which it was agreed."""
    owner: Owner = Owner.CLIENT
    person: str = ""
    """Who, when the owner is someone of the network."""
    kind: Kind = Kind.EXTERNAL
    due: date | None = None
    how: str = ""
    means: str = ""
    """What is needed for it. Source: TGH-87."""
    if_hard: str = ""
    """What the owner does when it gets hard. Source: TGH-77."""
    pitfall: str = ""
    """What might get in the way. Source: TGH-77."""
    helps: str = ""
    """What helps, and what the owner can do already. Source: TGH-61."""
    conditions: str = ""
    """Under which conditions it is done. Source: GW-76."""
    where: str = ""
    bring: str = ""
    """Where to be and what to take along. Source: GW-40."""
    speaker: Speaker = Speaker.CLIENT
    ready: tuple[GuidedStep, ...] = ()
    """Of a guided task: what was gone through."""
    every: Every | None = None
    until: date | None = None
    """A repeating task ends on this day."""
    belief: str = ""
    """The hindering belief that doing it puts to the test. Source: TGH-36."""
    part_of: TaskId | None = None
    """The larger task it was split from. Source: TGH-11."""
    proposed: bool = False
    """Whether the coach came with it. Source: TGH-14, EPH-16."""
    prepared: bool = False
    """Whether it was prepared together. Source: TGH-58, GW-22."""
    state: State = State.OPEN
    ended_at: datetime | None = None
    difficulty: Difficulty | None = None
    """None when nobody said. Source: TGH-7."""
