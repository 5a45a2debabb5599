"""The phases that a dossier points to."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest

from sessionpad.domain.agreeing import make_agreement
from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier, new_dossier
from sessionpad.domain.goal import Goal, Problem
from sessionpad.domain.ids import AgreementId, DossierId, SessionId, TaskId, TrajectoryId
from sessionpad.domain.session import Session
from sessionpad.domain.task import Task
from sessionpad.domain.trajectory import Phase, Trajectory
from sessionpad.method.phases import suggest

T1 = TrajectoryId("t1")
AT = datetime(2026, 9, 1, 10, tzinfo=UTC)
PROBLEM = Problem(text="Ik durf mijn post niet open te doen.")
TALK = Session(id=SessionId("s"), trajectory=T1, started_at=AT)
TASK = Task(id=TaskId("a"), trajectory=T1, text="bellen", made_at=AT)


def dossier(held: int = 0, tasks: tuple[Task, ...] = (), *, agreed: bool = False, **fields: object) -> Dossier:
    start = new_dossier(
        DossierId("d"),
        Client(code="A"),
        msgspec.structs.replace(Trajectory(id=T1, started=AT.date()), **fields),
    )
    made = make_agreement(start, AgreementId("g"), AT.date()).agreements
    return msgspec.structs.replace(start, sessions=(TALK,) * held, tasks=tasks, agreements=made if agreed else ())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (dossier(), (Phase.FIRST_RECEPTION,)),
        (dossier(1), (Phase.CLARIFYING,)),
        (dossier(1, problem=PROBLEM), (Phase.CLARIFYING, Phase.GOAL_SETTING)),
        (dossier(2, problem=PROBLEM, goal=Goal(text="x")), (Phase.GOAL_SETTING,)),
        (dossier(2, (TASK,), problem=PROBLEM), (Phase.CLARIFYING, Phase.GOAL_SETTING, Phase.EXECUTION)),
        (dossier(3, agreed=True, problem=PROBLEM, goal=Goal(text="x")), (Phase.EXECUTION,)),
        (dossier(5, agreed=True, goal=Goal(text="x"), talks=6), (Phase.EXECUTION, Phase.CLOSING)),
        (dossier(11, agreed=True, goal=Goal(text="x")), (Phase.EXECUTION, Phase.CLOSING)),
        (dossier(4, closed_on=date(2026, 10, 1)), (Phase.AFTERCARE,)),
    ],
)
def test_the_phases_follow_from_what_is_there(given: Dossier, expected: tuple[Phase, ...]) -> None:
    """Several at once are fine; there is always at least one."""
    assert suggest(given) == expected
