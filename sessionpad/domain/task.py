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
    state: State = State.OPEN
    ended_at: datetime | None = None
    difficulty: Difficulty | None = None
    """None when nobody said. Source: TGH-7."""
