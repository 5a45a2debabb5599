"""A dossier with something in every field, joined so that each screen has something to show of it."""

from __future__ import annotations

import msgspec

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ending import GoalResult
from sessionpad.domain.ids import SessionId, TrajectoryId
from sessionpad.domain.notes import Mark, NoteLine
from sessionpad.domain.session import Session
from sessionpad.domain.task import Owner, State, Task
from sessionpad.domain.trajectory import Trajectory
from tests.planted import Planted
from tests.ui.conftest import Clock


def dossier_with_everything(planted: Planted, clock: Clock, number: int = 1) -> Dossier:
    """Something in every field, joined so that each part of the page has something to say."""
    dossier = planted.dossier(f"00000000-0000-4000-9000-{number:012}")
    now, current = clock.now, TrajectoryId("trajectory")
    trajectory = msgspec.structs.replace(dossier.trajectories[0], id=current, closed_on=None)
    earlier = planted.record(
        Trajectory, "earlier", id=TrajectoryId("earlier"), result=GoalResult.SOLVED, closed_on=now.date()
    )
    (done,) = dossier.tasks
    tasks = [
        msgspec.structs.replace(done, trajectory=current, state=State.DONE, owner=Owner.CLIENT),
        planted.record(Task, "today", trajectory=current, state=State.OPEN, made_at=now),
        planted.record(Task, "before", trajectory=current, state=State.OPEN),
        planted.record(Task, "kept", trajectory=current, state=State.DONE, owner=Owner.COACH),
        planted.record(Task, "stopped", trajectory=current, state=State.STOPPED),
        planted.record(Task, "elsewhere", trajectory=earlier.id, state=State.OPEN),
    ]
    marked = [f"{mark} {planted.plant(str, f'note {mark}')}".strip() for mark in Mark]
    (talk,) = dossier.sessions
    talk = msgspec.structs.replace(
        talk,
        id=SessionId("talk"),
        trajectory=current,
        started_at=now,
        ended_at=None,
        notes=(*talk.notes, *(NoteLine(at=now, text=text) for text in marked)),
        opened_on=tuple(task.id for task in tasks),
        reviews=tuple(msgspec.structs.replace(each, task=tasks[2].id) for each in talk.reviews),
    )
    past = planted.record(Session, "past", trajectory=current, started_at=now.replace(month=1))
    agreements = tuple(
        msgspec.structs.replace(each, terms=msgspec.structs.replace(each.terms, id=current))
        for each in dossier.agreements
    )
    return msgspec.structs.replace(
        dossier,
        trajectories=(earlier, trajectory),
        tasks=tuple(tasks),
        sessions=(past, talk),
        agreements=agreements,
    )
