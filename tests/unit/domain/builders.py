"""A clock that is moved by hand, ids that count, and small fictional dossiers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count

import msgspec

from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier, new_dossier
from sessionpad.domain.ids import DossierId, SessionId, TaskId, TrajectoryId
from sessionpad.domain.session import Session
from sessionpad.domain.task import Task
from sessionpad.domain.trajectory import Trajectory

AT = datetime(2026, 11, 24, 14, 7, tzinfo=UTC)
TODAY = AT.date()
TRAJECTORY = TrajectoryId("trajectory-1")


class Clock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = AT) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> datetime:
        self.now += timedelta(**by)
        return self.now


def counting_ids() -> Callable[[], str]:
    """Ids 1, 2, 3, in the shape of a uuid."""
    numbers = count(1)
    return lambda: f"00000000-0000-4000-8000-{next(numbers):012}"


def later(**by: float) -> datetime:
    return AT + timedelta(**by)


def a_task(number: int = 1, **fields: object) -> Task:
    task = Task(id=TaskId(f"task-{number}"), trajectory=TRAJECTORY, text=f"brief {number} openen", made_at=AT)
    return msgspec.structs.replace(task, **fields)


def a_session(number: int = 1, **fields: object) -> Session:
    """The how-manieth conversation, a week after the one before."""
    started = later(weeks=number - 1)
    session = Session(id=SessionId(f"session-{number}"), trajectory=TRAJECTORY, started_at=started)
    return msgspec.structs.replace(session, **fields)


def a_dossier(**fields: object) -> Dossier:
    trajectory = Trajectory(id=TRAJECTORY, started=date(2026, 11, 3))
    dossier = new_dossier(DossierId("dossier-1"), Client(code="A."), trajectory)
    return msgspec.structs.replace(dossier, **fields)
