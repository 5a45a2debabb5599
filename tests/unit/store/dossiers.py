"""Fictional dossiers, small and of any size, and any that hypothesis can think of."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TypeVar

import msgspec
from hypothesis import strategies as st

from sessionpad.domain.agreement import Agreement
from sessionpad.domain.around import Parked
from sessionpad.domain.client import Client
from sessionpad.domain.coach_side import CoachSide
from sessionpad.domain.concern import Concern
from sessionpad.domain.dossier import Dossier, new_dossier, write_notes
from sessionpad.domain.exploration import Exploration
from sessionpad.domain.ids import DossierId, SessionId, TaskId, TrajectoryId
from sessionpad.domain.notes import NoteLine
from sessionpad.domain.paper import Paper
from sessionpad.domain.session import Asked, Review, Session
from sessionpad.domain.sharing import Sharing
from sessionpad.domain.task import Task
from sessionpad.domain.trajectory import Trajectory

AT = datetime(2026, 1, 5, 10, tzinfo=UTC)
LINE = "Ze vertelt dat het deze week beter ging met de oudste, en dat is niet niks."


def a_dossier(name: str = "d1", code: str = "Berk", *, talks: int = 2, lines: int = 3) -> Dossier:
    """A dossier with `talks` conversations of `lines` lines of notes each."""
    trajectory = Trajectory(id=TrajectoryId(f"{name}-t1"), started=date(2026, 1, 5))
    sessions = tuple(
        Session(
            id=SessionId(f"{name}-s{number}"),
            trajectory=trajectory.id,
            started_at=AT + timedelta(days=7 * number),
            notes=tuple(NoteLine(at=AT + timedelta(minutes=row), text=f"{LINE} {row}") for row in range(lines)),
        )
        for number in range(talks)
    )
    tasks = tuple(
        Task(id=TaskId(f"{name}-k{number}"), trajectory=trajectory.id, text=f"school bellen {number}", made_at=AT)
        for number in range(3)
    )
    dossier = new_dossier(DossierId(name), Client(code=code), trajectory)
    return msgspec.structs.replace(dossier, sessions=sessions, tasks=tasks)


def noted(dossier: Dossier, text: str) -> Dossier:
    """The dossier with this as the notes of its last conversation."""
    return write_notes(dossier, dossier.sessions[-1].id, text, AT)


def notes_in(dossier: Dossier) -> str:
    return "\n".join(line.text for line in dossier.sessions[-1].notes)


_IDS = st.uuids(version=4).map(str)
# Fixed offsets, as the clock gives them; before 1950 some have seconds, which ISO 8601 cannot say.
_MOMENTS = st.datetimes(
    AT.replace(year=1950, tzinfo=None),
    AT.replace(year=2200, tzinfo=None),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=1))]),
)
_MAYBE = st.none() | _MOMENTS
_TASKS = st.builds(Task, id=_IDS, made_at=_MOMENTS, ended_at=_MAYBE)
_SESSIONS = st.builds(
    Session,
    id=_IDS,
    started_at=_MOMENTS,
    ended_at=_MAYBE,
    next_at=_MAYBE,
    notes=st.lists(st.builds(NoteLine, at=_MOMENTS), max_size=4).map(tuple),
    reviews=st.lists(st.builds(Review, at=_MOMENTS), max_size=2).map(tuple),
    asked=st.lists(st.builds(Asked, at=_MOMENTS), max_size=2).map(tuple),
)
_Record = TypeVar("_Record", Trajectory, Task, Session, Agreement, Concern, Parked, Sharing, Paper)


def _listed(records: st.SearchStrategy[_Record], least: int = 0) -> st.SearchStrategy[tuple[_Record, ...]]:
    return st.lists(records, min_size=least, max_size=4, unique_by=lambda each: str(each.id)).map(tuple)


def any_dossier(name: str = "d1") -> st.SearchStrategy[Dossier]:
    return st.builds(
        Dossier,
        id=st.just(DossierId(name)),
        client=st.from_type(Client),
        trajectories=_listed(st.builds(Trajectory, id=_IDS), least=1),
        tasks=_listed(_TASKS),
        sessions=_listed(_SESSIONS),
        agreements=_listed(st.builds(Agreement, id=_IDS, tasks=st.lists(_TASKS, max_size=2).map(tuple))),
        exploration=st.from_type(Exploration),
        concerns=_listed(st.builds(Concern, id=_IDS, made_at=_MOMENTS)),
        parked=_listed(st.builds(Parked, id=_IDS, made_at=_MOMENTS)),
        sharings=_listed(st.builds(Sharing, id=_IDS)),
        coach_side=st.from_type(CoachSide),
        papers=_listed(st.builds(Paper, id=_IDS, made_at=_MOMENTS)),
    )
