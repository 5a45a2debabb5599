"""Everything about one client, as one immutable value. Undo is going back to the value before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

import msgspec

from sessionpad.domain import session as session_
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.around import Missed, Parked, Referral, Right
from sessionpad.domain.client import Client
from sessionpad.domain.coach_side import CoachSide, Reflection
from sessionpad.domain.concern import Concern
from sessionpad.domain.exploration import Exploration
from sessionpad.domain.ids import DossierId, SessionId, TaskId, TrajectoryId
from sessionpad.domain.life_domains import KNOWN, Domain
from sessionpad.domain.paper import Paper
from sessionpad.domain.session import Session
from sessionpad.domain.sharing import Sharing
from sessionpad.domain.task import Kind, Owner, State, Task
from sessionpad.domain.trajectory import Trajectory
from sessionpad.domain.value import Value

_Item = TypeVar("_Item", Task, Session, Trajectory)


class Dossier(Value, frozen=True, kw_only=True):
    id: DossierId
    client: Client
    trajectories: tuple[Trajectory, ...]
    """In order of start; the last one is the current one. Never empty."""
    tasks: tuple[Task, ...] = ()
    sessions: tuple[Session, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    exploration: Exploration = Exploration()
    concerns: tuple[Concern, ...] = ()
    """In the order the client gave them: the first one weighs most. Source: TGH-30."""
    parked: tuple[Parked, ...] = ()
    rights: tuple[Right, ...] = ()
    referrals: tuple[Referral, ...] = ()
    sharings: tuple[Sharing, ...] = ()
    missed: tuple[Missed, ...] = ()
    coach_side: CoachSide = CoachSide()
    reflections: tuple[Reflection, ...] = ()
    papers: tuple[Paper, ...] = ()

    @property
    def trajectory(self) -> Trajectory:
        return self.trajectories[-1]

    @property
    def open_session(self) -> Session | None:
        return next((each for each in reversed(self.sessions) if each.is_open), None)

    @property
    def open_tasks(self) -> tuple[Task, ...]:
        return tuple(task for task in self.tasks if task.state is State.OPEN)

    @property
    def under_review(self) -> tuple[Task, ...]:
        """The open tasks of the current trajectory."""
        return tuple(task for task in self.open_tasks if task.trajectory == self.trajectory.id)

    @property
    def own_domains(self) -> tuple[Domain, ...]:
        """Domains of life that were added by name, each once, in the order they came up. Source: IW-3."""
        told = [view.domain for view in self.exploration.domains if view.domain]
        named = [domain for concern in self.concerns for domain in concern.domains]
        return tuple(dict.fromkeys(each for each in (*told, *named) if each not in KNOWN))

    def session(self, session_id: SessionId) -> Session:
        """Raises LookupError when there is no such conversation."""
        return _found(self.sessions, session_id)

    def task(self, task_id: TaskId) -> Task:
        """Raises LookupError when there is no such task."""
        return _found(self.tasks, task_id)


def new_dossier(dossier_id: DossierId, client: Client, trajectory: Trajectory) -> Dossier:
    return Dossier(id=dossier_id, client=client, trajectories=(trajectory,))


def start_session(dossier: Dossier, session_id: SessionId, at: datetime) -> Dossier:
    """A new conversation that opens on exactly the tasks that are open now. Source: TGH-58, TGH-73."""
    session = Session(
        id=session_id,
        trajectory=dossier.trajectory.id,
        started_at=at,
        opened_on=tuple(task.id for task in dossier.open_tasks),
    )
    return msgspec.structs.replace(dossier, sessions=(*dossier.sessions, session))


def talk_number(dossier: Dossier, session: Session) -> int:
    """The how-manieth conversation of its trajectory this is, counted from 1; 0 for a note between. Source: TGH-5."""
    if not session.is_talk:
        return 0
    same = [each.id for each in dossier.sessions if each.is_talk and each.trajectory == session.trajectory]
    return same.index(session.id) + 1


def change_session(dossier: Dossier, session_id: SessionId, change: Callable[[Session], Session]) -> Dossier:
    return msgspec.structs.replace(dossier, sessions=_changed(dossier.sessions, session_id, change))


def change_task(dossier: Dossier, task_id: TaskId, change: Callable[[Task], Task]) -> Dossier:
    return msgspec.structs.replace(dossier, tasks=_changed(dossier.tasks, task_id, change))


def change_trajectory(
    dossier: Dossier, trajectory_id: TrajectoryId, change: Callable[[Trajectory], Trajectory]
) -> Dossier:
    return msgspec.structs.replace(dossier, trajectories=_changed(dossier.trajectories, trajectory_id, change))


def add_task(dossier: Dossier, task: Task) -> Dossier:
    return msgspec.structs.replace(dossier, tasks=(*dossier.tasks, task))


def add_session(dossier: Dossier, session: Session) -> Dossier:
    return msgspec.structs.replace(dossier, sessions=(*dossier.sessions, session))


def end_task(dossier: Dossier, task_id: TaskId, state: State, at: datetime) -> Dossier:
    """The task in this state, from now on; opening it again takes its end away."""
    ended = None if state is State.OPEN else at
    return change_task(
        dossier,
        task_id,
        lambda task: task if task.state is state else msgspec.structs.replace(task, state=state, ended_at=ended),
    )


def tasks_reviewed(dossier: Dossier, session: Session) -> tuple[Task, ...]:
    """The tasks this conversation opened on, the coach's own promises first. Source: GW-20."""
    known = {task.id: task for task in dossier.tasks}
    tasks = [known[task_id] for task_id in session.opened_on if task_id in known]
    return tuple(sorted(tasks, key=lambda task: task.owner is not Owner.COACH))


def tasks_to_score(dossier: Dossier, session: Session) -> tuple[Task, ...]:
    """The tasks under review, and those of this very talk that are done together. Source: TGH-59, TGH-60."""
    here = (task for task in tasks_agreed(dossier, session) if task.kind is not Kind.EXTERNAL)
    return (*tasks_reviewed(dossier, session), *here)


def parts_of(dossier: Dossier, task_id: TaskId) -> tuple[Task, ...]:
    """The smaller tasks it was split into. Source: TGH-11."""
    return tuple(task for task in dossier.tasks if task.part_of == task_id)


def tasks_agreed(dossier: Dossier, session: Session) -> tuple[Task, ...]:
    """The tasks agreed in this conversation, in the order they were caught."""
    return tuple(task for task in dossier.tasks if task.session == session.id)


def last_session(dossier: Dossier, before: Session | None = None) -> Session | None:
    """The last conversation, or the last one before this one."""
    talks = [each for each in dossier.sessions if each.is_talk]
    if before is not None:
        talks = [each for each in talks if each.started_at < before.started_at and each.id != before.id]
    return max(talks, key=lambda each: each.started_at, default=None)


def coming_appointment(dossier: Dossier, today: date | None = None) -> Session | None:
    """The last conversation when it planned a next one that is not past."""
    last = last_session(dossier)
    if last is None or last.next_at is None:
        return None
    return None if today is not None and last.next_at.date() < today else last


def write_notes(dossier: Dossier, session_id: SessionId, text: str, at: datetime) -> Dossier:
    return change_session(dossier, session_id, lambda each: session_.write(each, text, at))


def _found(items: tuple[_Item, ...], item_id: str) -> _Item:
    for item in items:
        if item.id == item_id:
            return item
    raise LookupError(item_id)


def _changed(items: tuple[_Item, ...], item_id: str, change: Callable[[_Item], _Item]) -> tuple[_Item, ...]:
    return tuple(change(item) if item.id == item_id else item for item in items)
