"""Fictional dossiers, small and of any size, and any that hypothesis can think of."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
from hypothesis import strategies as st

from sessionpad.domain.agreement import Agreement
from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier, new_dossier, write_notes
from sessionpad.domain.ids import DossierId, SessionId, TaskId, TrajectoryId
from sessionpad.domain.notes import NoteLine
from sessionpad.domain.session import Session
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


def _listed(
    kind: type[Trajectory | Task | Session | Agreement], least: int = 0
) -> st.SearchStrategy[tuple[object, ...]]:
    records = st.builds(kind, id=_IDS)
    return st.lists(records, min_size=least, max_size=4, unique_by=lambda each: each.id).map(tuple)


def any_dossier(name: str = "d1") -> st.SearchStrategy[Dossier]:
    return st.builds(
        Dossier,
        id=st.just(DossierId(name)),
        client=st.from_type(Client),
        trajectories=_listed(Trajectory, least=1),
        tasks=_listed(Task),
        sessions=_listed(Session),
        agreements=_listed(Agreement),
    )


for kind, strategy in {
    str: st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    # Before 1950 some offsets have seconds, which ISO 8601 cannot say.
    datetime: st.datetimes(
        datetime(1950, 1, 1), datetime(2200, 1, 1), timezones=st.sampled_from([UTC, ZoneInfo("Europe/Brussels")])
    ),
}.items():
    st.register_type_strategy(kind, strategy)
