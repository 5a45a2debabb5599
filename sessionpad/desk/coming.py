"""What comes from elsewhere, as values of a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Final

import msgspec

from sessionpad.desk.opened import NewId
from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier, new_dossier
from sessionpad.domain.goal import Goal, Problem
from sessionpad.domain.ids import DossierId, SessionId, TrajectoryId
from sessionpad.domain.notes import text_of
from sessionpad.domain.session import Session, write
from sessionpad.domain.trajectory import Trajectory
from sessionpad.method.dated_notes import DatedNote
from sessionpad.store.moving.clients_csv import ClientRow

_NOON: Final = time(12)
"""For a note of which only the day is known: in no time zone it is of another day then."""
_NOT_KNOWN_YET: Final = TrajectoryId("")


def client_coming(row: ClientRow, now: datetime, new_id: NewId) -> Dossier:
    """A new dossier out of one line of a table."""
    texts, days = row.texts, row.days
    client = Client(
        code=texts.get("code", ""),
        name=texts.get("name", ""),
        coach=texts.get("coach", ""),
        reach=texts.get("reach", ""),
    )
    trajectory = Trajectory(
        id=TrajectoryId(new_id()),
        started=days.get("started", now.date()),
        problem=Problem(text=texts.get("problem", "")),
        goal=Goal(text=texts.get("goal", ""), why=texts.get("why", ""), deadline=days.get("deadline")),
    )
    dossier = new_dossier(DossierId(new_id()), client, trajectory)
    if "note" not in texts:
        return dossier
    session = Session(id=SessionId(new_id()), trajectory=trajectory.id, started_at=now, ended_at=now, is_talk=False)
    return msgspec.structs.replace(dossier, sessions=(write(session, texts["note"], now),))


def note_coming(note: DatedNote, now: datetime, session_id: SessionId, *, is_talk: bool) -> Session:
    """A note of a day that was; of which trajectory it is shows when it is put in a dossier."""
    assert note.on is not None
    at = min(datetime.combine(note.on, note.at or _NOON, now.tzinfo), now)
    session = Session(id=session_id, trajectory=_NOT_KNOWN_YET, started_at=at, ended_at=at, is_talk=is_talk)
    return write(session, note.text, at)


def with_notes(dossier: Dossier, notes: Sequence[Session]) -> tuple[Dossier, frozenset[SessionId]]:
    """The dossier with these notes among its conversations, in order of time; and which of them are new.

    One that is there already, of that day and word for word, is left out.
    """
    there = {(each.started_at.date(), text_of(each.notes)) for each in dossier.sessions}
    sessions = list(dossier.sessions)
    come = set()
    for each in sorted(notes, key=lambda note: note.started_at):
        sign = (each.started_at.date(), text_of(each.notes))
        if sign in there:
            continue
        there.add(sign)
        come.add(each.id)
        place = next((at for at, one in enumerate(sessions) if one.started_at > each.started_at), len(sessions))
        trajectory = _trajectory_at(dossier, each.started_at)
        sessions.insert(place, msgspec.structs.replace(each, trajectory=trajectory))
    return msgspec.structs.replace(dossier, sessions=tuple(sessions)), frozenset(come)


def _trajectory_at(dossier: Dossier, at: datetime) -> TrajectoryId:
    """The one that had begun by then; the first when none had."""
    begun = [each.id for each in dossier.trajectories if each.started <= at.date()]
    return begun[-1] if begun else dossier.trajectories[0].id
