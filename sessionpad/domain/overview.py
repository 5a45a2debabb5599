"""A dossier in one row, for the client list. Derived, never the truth."""

from __future__ import annotations

from datetime import date, datetime

from sessionpad.domain.dossier import Dossier, last_session
from sessionpad.domain.ids import DossierId
from sessionpad.domain.trajectory import Phase
from sessionpad.domain.value import Value


class Overview(Value, frozen=True, kw_only=True):
    id: DossierId
    code: str
    name: str
    goal: str
    deadline: date | None
    next_at: datetime | None
    open_tasks: int
    talks: int
    """Conversations in the current trajectory."""
    last_at: datetime | None
    is_open: bool
    """Whether a conversation is under way."""
    is_closed: bool
    phases: tuple[Phase, ...]


def overview_of(dossier: Dossier) -> Overview:
    trajectory = dossier.trajectory
    last = last_session(dossier)
    return Overview(
        id=dossier.id,
        code=dossier.client.code,
        name=dossier.client.name,
        goal=trajectory.goal.text,
        deadline=trajectory.goal.deadline,
        next_at=last.next_at if last is not None else None,
        open_tasks=len(dossier.open_tasks),
        talks=sum(each.is_talk and each.trajectory == trajectory.id for each in dossier.sessions),
        last_at=last.started_at if last is not None else None,
        is_open=dossier.open_session is not None,
        is_closed=trajectory.is_closed,
        phases=trajectory.phases,
    )
