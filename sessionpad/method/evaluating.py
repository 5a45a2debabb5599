"""When it is time to look back on the goal itself. Source: TGH-84, TGH-68."""

from __future__ import annotations

from datetime import date

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.session import Session


def evaluation_due(dossier: Dossier, session: Session, today: date) -> date | None:
    """The planned day to look back that has come since the talk before this one; of several, the last."""
    talks = (each for each in dossier.sessions if each.is_talk and each.started_at < session.started_at)
    before = max((each.started_at.date() for each in talks), default=date.min)
    due = [day for day in dossier.trajectory.evaluations if before < day <= today]
    return max(due, default=None)
