"""What there is to notice about one task."""

from __future__ import annotations

from datetime import date

import pytest

from sessionpad.domain.goal import Goal
from sessionpad.domain.ids import TrajectoryId
from sessionpad.domain.task import Every, Kind, Owner, State, Task
from sessionpad.domain.trajectory import Trajectory
from sessionpad.method import limits
from sessionpad.method.evaluating import evaluation_due
from sessionpad.method.task_hints import task_hints
from tests.unit.domain.builders import TODAY, TRAJECTORY, a_dossier, a_session, a_task, later

DEADLINE = date(2027, 1, 29)
NOW = Trajectory(id=TRAJECTORY, started=date(2026, 11, 3), goal=Goal(text="post", deadline=DEADLINE))


def codes(task: Task, *others: Task) -> list[str]:
    dossier = a_dossier(trajectories=(NOW,), tasks=(task, *others))
    return [finding.code for finding in task_hints(dossier, task)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["task-without-how"]),
        ({"how": "na het eten"}, []),
        ({"owner": Owner.COACH}, []),
        ({"owner": Owner.NETWORK}, []),
        ({"kind": Kind.CONTACT}, []),
        ({"how": "x", "every": Every.DAY}, ["repeat-without-end"]),
        ({"how": "x", "every": Every.DAY, "until": DEADLINE}, ["no-buffer"]),
        ({"how": "x", "every": Every.DAY, "due": DEADLINE, "until": TODAY}, ["repeat-ends-before", "no-buffer"]),
        ({"how": "x", "due": date(2027, 2, 1)}, ["task-after-deadline"]),
        ({"state": State.DONE}, []),
        ({"trajectory": TrajectoryId("earlier")}, []),
    ],
)
def test_one_task(fields: dict[str, object], expected: list[str]) -> None:
    """What and how, an end to what comes back, and room before the day of the goal. Source: TGH-57, GW-80."""
    assert codes(a_task(1, **fields)) == expected


def test_whose_ideas_they_are() -> None:
    """When most open tasks came from the coach, that is said at those tasks and at no other. Source: TGH-14."""
    ideas = [a_task(number, how="x", proposed=True) for number in range(2)]
    own = a_task(3, how="x")
    assert codes(ideas[0], ideas[1], own) == ["mostly-proposed"]
    assert codes(own, *ideas) == []
    assert codes(ideas[0], ideas[1]) == []
    assert codes(ideas[0], own, a_task(4, how="x")) == []


def test_a_whole_does_not_count_beside_its_parts() -> None:
    """Splitting a task makes no client overloaded: the parts are what is to be done."""
    whole = a_task(1)
    parts = [a_task(number, part_of=whole.id) for number in range(2, 7)]
    found = limits.findings(a_dossier(trajectories=(NOW,), tasks=(whole, *parts)), TODAY)
    assert "too-many-open-tasks" not in [finding.code for finding in found]
    found = limits.findings(a_dossier(trajectories=(NOW,), tasks=(whole, *parts, a_task(7))), TODAY)
    assert "too-many-open-tasks" in [finding.code for finding in found]


def test_the_end_of_what_comes_back_needs_room_too() -> None:
    """A task that repeats until the day of the goal leaves no room for a setback. Source: GW-80."""
    task = a_task(1, every=Every.WEEK, until=DEADLINE)
    found = limits.findings(a_dossier(trajectories=(NOW,), tasks=(task,)), TODAY)
    assert "no-buffer" in [finding.code for finding in found]


@pytest.mark.parametrize(
    ("planned", "due"),
    [
        ((), None),
        ((TODAY,), TODAY),
        ((later(days=1).date(),), None),
        ((later(days=-2).date(), later(days=-1).date()), later(days=-1).date()),
        ((later(days=-7).date(),), None),
        ((later(days=-8).date(),), None),
    ],
)
def test_looking_back_on_the_goal_is_asked_once(planned: tuple[date, ...], due: date | None) -> None:
    """In the first talk on or after a planned day, and not in the one after that. Source: TGH-84."""
    before, now = a_session(1, started_at=later(days=-7)), a_session(2, started_at=later())
    dossier = a_dossier(
        trajectories=(Trajectory(id=TRAJECTORY, started=date(2026, 11, 3), evaluations=planned),),
        sessions=(before, now),
    )
    assert evaluation_due(dossier, now, TODAY) == due
