"""A typed task line among the tasks that are there already."""

from __future__ import annotations

from datetime import datetime

import msgspec

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import SessionId, TaskId
from sessionpad.domain.task import Kind, Task
from sessionpad.method.capture import Draft


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
        difficulty=draft.difficulty,
    )


def same_task(draft: Draft, dossier: Dossier, session: SessionId | None) -> Task | None:
    """The open task of this conversation with the same words for the same person."""
    if session is None:
        return None
    wanted = (session, draft.text, draft.owner, draft.person)
    return next(
        (task for task in dossier.open_tasks if (task.session, task.text, task.owner, task.person) == wanted), None
    )


def said_again(task: Task, draft: Draft) -> Task:
    """The task after it was typed once more: what the line says is taken over, silence changes nothing."""
    kind = task.kind if draft.kind is Kind.EXTERNAL else draft.kind
    difficulty = draft.difficulty or task.difficulty
    return msgspec.structs.replace(task, due=draft.due or task.due, kind=kind, difficulty=difficulty)
