"""A typed task line among the tasks that are there already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec

from sessionpad.domain.around import Parked
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import ParkedId, SessionId, TaskId
from sessionpad.domain.notes import body_of
from sessionpad.domain.task import Kind, State, Task
from sessionpad.method.capture import Draft, read_later
from sessionpad.method.finding import Finding


@dataclass(frozen=True)
class Captured:
    """What came of a typed task line."""

    task: Task
    is_new: bool
    """False when this task was already agreed in this conversation; a date or kind in the line is taken over."""
    findings: tuple[Finding, ...]


def parked_of(
    dossier: Dossier, line: str, session: SessionId | None, parked_id: ParkedId, at: datetime
) -> Parked | None:
    """The subject that a line such as `? de auto !+2w` puts aside; None when the line says nothing.

    The same words in the same conversation are the same subject; a day that is said again counts.
    """
    text, day = read_later(body_of(line), today=at.date())
    if not text:
        return None
    known = next((each for each in dossier.parked if (each.session, each.text) == (session, text)), None)
    if known is not None:
        return msgspec.structs.replace(known, back_on=day or known.back_on)
    return Parked(id=parked_id, text=text, made_at=at, session=session, back_on=day)


def new_task(draft: Draft, dossier: Dossier, task_id: TaskId, session: SessionId | None, at: datetime) -> Task:
    """The task of the current trajectory that this draft comes to."""
    return Task(
        id=task_id,
        trajectory=dossier.trajectory.id,
        text=draft.text,
        made_at=at,
        session=session,
        owner=draft.owner,
        person=draft.person,
        kind=draft.kind,
        due=draft.due,
        every=draft.every,
        until=draft.until,
        difficulty=draft.difficulty,
    )


def part_of(whole: Task, draft: Draft, task_id: TaskId, session: SessionId | None, at: datetime) -> Task:
    """The task this draft comes to as a part of a larger one: in the same trajectory, and of the same kind."""
    return Task(
        id=task_id,
        trajectory=whole.trajectory,
        text=draft.text,
        made_at=at,
        session=session,
        part_of=whole.id,
        owner=draft.owner,
        person=draft.person,
        kind=whole.kind if draft.kind is Kind.EXTERNAL else draft.kind,
        due=draft.due,
        every=draft.every,
        until=draft.until,
        difficulty=draft.difficulty,
        proposed=whole.proposed,
    )


def tasks_like(draft: Draft, dossier: Dossier, session: SessionId) -> tuple[Task, ...]:
    """The tasks of this conversation with the same words for the same person, however they stand now."""
    wanted = (session, draft.text, draft.owner, draft.person)
    return tuple(task for task in dossier.tasks if (task.session, task.text, task.owner, task.person) == wanted)


def same_task(draft: Draft, dossier: Dossier, session: SessionId | None) -> Task | None:
    """The open task of this conversation with the same words for the same person."""
    same = tasks_like(draft, dossier, session) if session is not None else ()
    return next((task for task in same if task.state is State.OPEN), None)


def said_again(task: Task, draft: Draft) -> Task:
    """The task after it was typed once more: what the line says is taken over, silence changes nothing."""
    kind = task.kind if draft.kind is Kind.EXTERNAL else draft.kind
    difficulty = draft.difficulty or task.difficulty
    due, every, until = draft.due or task.due, draft.every or task.every, draft.until or task.until
    return msgspec.structs.replace(task, due=due, every=every, until=until, kind=kind, difficulty=difficulty)
