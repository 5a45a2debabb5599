"""What the numbers of the method say about a dossier."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from sessionpad.domain.client import Client
from sessionpad.domain.concern import Concern, Standing
from sessionpad.domain.dossier import Dossier, new_dossier
from sessionpad.domain.goal import Goal
from sessionpad.domain.ids import ConcernId, DossierId, SessionId, TaskId, TrajectoryId
from sessionpad.domain.session import Session
from sessionpad.domain.task import Difficulty, Owner, State, Task
from sessionpad.domain.trajectory import Phase, Trajectory
from sessionpad.method.finding import Finding
from sessionpad.method.limits import GOALS_FEW, GOALS_MAX, OPEN_TASKS, findings, latest_deadline, weeks_left

STARTED = date(2026, 9, 1)
LATEST = date(2026, 12, 1)
TODAY = date(2026, 9, 15)
T1 = TrajectoryId("t1")


def moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 10, tzinfo=UTC)


def quiet(**changes: object) -> Dossier:
    """A dossier about which there is nothing to say, with these fields of its trajectory changed."""
    trajectory = Trajectory(
        id=T1,
        started=STARTED,
        goal=Goal(text="Mijn post ligt open.", deadline=date(2026, 11, 20)),
        talks=6,
        evaluations=(date(2026, 10, 13),),
        fallback="Dan bekijken we samen een kleinere stap.",
    )
    return new_dossier(DossierId("d"), Client(code="A"), msgspec.structs.replace(trajectory, **changes))


def with_goal(**changes: object) -> Dossier:
    return quiet(goal=msgspec.structs.replace(quiet().trajectory.goal, **changes))


def talks(count: int, *, next_at: datetime | None = datetime(2026, 9, 29, 10, tzinfo=UTC)) -> tuple[Session, ...]:
    begin = [moment(STARTED) + timedelta(hours=number) for number in range(count)]
    return tuple(
        Session(id=SessionId(f"s{at.hour}"), trajectory=T1, started_at=at, ended_at=at, next_at=next_at) for at in begin
    )


def task(name: str, *, due: date | None = None, owner: Owner = Owner.CLIENT, state: State = State.OPEN) -> Task:
    return Task(id=TaskId(name), trajectory=T1, text=name, made_at=moment(STARTED), due=due, owner=owner, state=state)


def found(dossier: Dossier, code: str, today: date = TODAY) -> Finding:
    (finding,) = [each for each in findings(dossier, today) if each.code == code]
    return finding


def codes(dossier: Dossier, today: date = TODAY) -> list[str]:
    return [each.code for each in findings(dossier, today)]


def test_a_dossier_within_the_limits_is_left_alone() -> None:
    """No finding without a reason."""
    dossier = msgspec.structs.replace(quiet(), sessions=talks(3), tasks=(task("a", due=date(2026, 9, 20)),))
    assert codes(dossier) == []


@pytest.mark.parametrize(
    ("started", "latest"),
    [(date(2026, 9, 1), LATEST), (date(2026, 11, 30), date(2027, 2, 28)), (date(2027, 11, 29), date(2028, 2, 29))],
)
def test_three_calendar_months(started: date, latest: date) -> None:
    """The last day is three calendar months after the start."""
    assert latest_deadline(started) == latest


@pytest.mark.parametrize(("days", "weeks"), [(0, 0), (1, 1), (7, 1), (8, 2), (35, 5), (-1, -1), (-7, -1), (-8, -2)])
def test_weeks_are_rounded_away_from_today(days: int, weeks: int) -> None:
    """A week that has begun counts, before and after the deadline."""
    assert weeks_left(TODAY + timedelta(days=days), TODAY) == weeks


def test_a_deadline_after_three_months() -> None:
    """The last allowed day is fine; the day after is noticed, with both days in it."""
    assert "deadline-too-far" not in codes(with_goal(deadline=LATEST))
    finding = found(with_goal(deadline=LATEST + timedelta(days=1)), "deadline-too-far")
    assert dict(finding.params) == {"deadline": "2026-12-02", "latest": "2026-12-01", "months": 3}
    assert finding.source == ("TGH-4",)


def test_a_goal_without_deadline() -> None:
    """It is noticed once there is a goal, and the latest day is offered."""
    assert dict(found(with_goal(deadline=None), "deadline-missing").params) == {"latest": "2026-12-01"}
    assert "deadline-missing" not in codes(quiet(goal=Goal()))


def test_three_months_can_pass_without_a_deadline() -> None:
    """The period ends, deadline or not."""
    assert "period-over" not in codes(with_goal(deadline=None), LATEST)
    assert "period-over" in codes(with_goal(deadline=None), LATEST + timedelta(days=1))


def test_a_deadline_that_has_passed_or_comes_near() -> None:
    """Near is low and early, passed says since how many weeks; before the start is a mistake."""
    deadline = date(2026, 11, 20)
    assert found(quiet(), "end-in-sight", deadline - timedelta(weeks=3)).severity == "low"
    assert "end-in-sight" not in codes(quiet(), deadline - timedelta(days=22))
    assert "end-in-sight" not in codes(quiet(phases=(Phase.EXECUTION, Phase.CLOSING)), deadline)
    assert dict(found(quiet(), "deadline-passed", deadline + timedelta(days=8)).params)["weeks"] == 2
    assert "deadline-before-start" in codes(with_goal(deadline=STARTED - timedelta(days=1)))


@pytest.mark.parametrize(("count", "expected"), [(11, False), (12, True), (13, True)])
def test_twelve_talks(count: int, expected: bool) -> None:
    """At twelve conversations it is time to evaluate, close or begin a new goal."""
    assert ("talks-enough" in codes(msgspec.structs.replace(quiet(), sessions=talks(count)))) is expected


@pytest.mark.parametrize(("planned", "expected"), [(2, True), (3, False), (12, False), (13, True), (None, False)])
def test_the_planned_number_of_talks(planned: int | None, expected: bool) -> None:
    """Three to twelve."""
    assert ("talks-planned" in codes(quiet(talks=planned))) is expected


@pytest.mark.parametrize(("count", "expected"), [(2, True), (3, False)])
def test_closing_before_three_talks(count: int, expected: bool) -> None:
    """While closing and after it."""
    closing = msgspec.structs.replace(quiet(phases=(Phase.CLOSING,)), sessions=talks(count))
    closed = msgspec.structs.replace(quiet(closed_on=TODAY), sessions=talks(count))
    assert ("closing-early" in codes(closing)) is expected
    assert ("closing-early" in codes(closed)) is expected


def test_a_closed_trajectory_is_left_alone() -> None:
    """What is over needs no advice about deadlines and tasks."""
    dossier = quiet(closed_on=TODAY, evaluations=(), goal=Goal(text="x"))
    assert codes(msgspec.structs.replace(dossier, sessions=talks(4, next_at=None))) == []


def test_one_active_goal_and_a_cap_on_all() -> None:
    """A second open trajectory is noticed; past five, or three for whom that suits better, the number itself is."""
    one = quiet().trajectory
    two = msgspec.structs.replace(quiet(), trajectories=(one, one))
    assert dict(found(two, "too-many-active-goals").params) == {"goals": 2, "limit": 1}
    four = msgspec.structs.replace(quiet(), trajectories=(one,) * 4)
    assert "too-many-goals" not in codes(four)
    assert dict(found(with_few_goals(four), "too-many-goals").params) == {"goals": 4, "limit": GOALS_FEW}


def with_few_goals(dossier: Dossier) -> Dossier:
    return msgspec.structs.replace(dossier, client=msgspec.structs.replace(dossier.client, few_goals=True))


def test_what_waits_counts_too() -> None:
    """What is worked on and what waits, each once; what rests, is settled or is let go does not count. Source: IW-30."""

    def named(*standings: Standing) -> Dossier:
        concerns = tuple(
            Concern(id=ConcernId(str(number)), text="x", made_at=moment(TODAY), standing=standing)
            for number, standing in enumerate(standings)
        )
        chosen = next((each.id for each in concerns if each.standing is Standing.NOW), None)
        return msgspec.structs.replace(quiet(concern=chosen), concerns=concerns)

    quiet_ones = (Standing.TIME_OUT, Standing.ELSEWHERE, Standing.SETTLED, Standing.LET_GO)
    five = (Standing.NOW, *[Standing.WAITING] * (GOALS_MAX - 1), *quiet_ones)
    assert "too-many-goals" not in codes(named(*five))
    assert dict(found(named(*five, Standing.WAITING), "too-many-goals").params) == {"goals": 6, "limit": GOALS_MAX}
    assert "too-many-goals" not in codes(with_few_goals(named(*five[:GOALS_FEW])))
    assert "too-many-goals" in codes(with_few_goals(named(*five[: GOALS_FEW + 1])))
    wordless = Concern(id=ConcernId("new"), text=" ", made_at=moment(TODAY))
    with_one_more = named(*five)
    with_one_more = msgspec.structs.replace(with_one_more, concerns=(*with_one_more.concerns, wordless))
    assert "too-many-goals" not in codes(with_one_more), "what is not in words yet is none"
    assert "too-many-goals" in codes(named(*[Standing.WAITING] * GOALS_MAX)), "and the goal that came from none of them"


def test_open_tasks_of_the_client() -> None:
    """Only what is open and the client's own counts; the cap is a setting."""
    tasks = tuple(task(str(number)) for number in range(OPEN_TASKS))
    others = (task("c", owner=Owner.COACH), task("d", state=State.DONE))
    at_cap = msgspec.structs.replace(quiet(), tasks=(*tasks, *others))
    over = msgspec.structs.replace(quiet(), tasks=(*tasks, task("e")))
    assert "too-many-open-tasks" not in codes(at_cap)
    assert dict(found(over, "too-many-open-tasks").params) == {"tasks": 6, "limit": 5}
    assert "too-many-open-tasks" not in [each.code for each in findings(over, TODAY, open_tasks=6)]


def test_evaluations() -> None:
    """At least one is planned, and each lies between the start and the deadline."""
    assert "evaluation-missing" in codes(quiet(evaluations=()))
    outside = quiet(evaluations=(STARTED - timedelta(days=1), date(2026, 11, 21), date(2026, 11, 20)))
    assert codes(outside).count("evaluation-outside-period") == 2


@pytest.mark.parametrize(
    ("due", "code"),
    [(date(2026, 11, 19), None), (date(2026, 11, 20), "no-buffer"), (date(2026, 11, 21), "task-after-deadline")],
)
def test_room_before_the_deadline(due: date, code: str | None) -> None:
    """The last task leaves room for hesitation and relapse."""
    dossier = msgspec.structs.replace(quiet(), tasks=(task("a", due=date(2026, 10, 1)), task("b", due=due), task("c")))
    assert [each for each in codes(dossier) if each in {"no-buffer", "task-after-deadline"}] == [code] * (
        code is not None
    )


def test_what_if_it_does_not_work_out() -> None:
    """A goal without an agreement about failing is noticed softly."""
    assert found(quiet(fallback=""), "fallback-missing").severity == "low"


def test_the_next_appointment() -> None:
    """After a conversation has ended there is a next one, in the future."""
    none = msgspec.structs.replace(quiet(), sessions=talks(3, next_at=None))
    past = msgspec.structs.replace(quiet(), sessions=talks(3, next_at=moment(TODAY - timedelta(days=1))))
    open_ = msgspec.structs.replace(none, sessions=(msgspec.structs.replace(talks(1, next_at=None)[0], ended_at=None),))
    assert "appointment-missing" in codes(none)
    assert dict(found(past, "appointment-passed").params) == {"date": "2026-09-14"}
    assert "appointment-missing" not in codes(open_)


def test_talking_without_a_task() -> None:
    """Two conversations and nothing to do yet."""
    dossier = msgspec.structs.replace(quiet(), sessions=talks(2))
    assert found(dossier, "no-task-yet").severity == "low"
    assert "no-task-yet" not in codes(msgspec.structs.replace(dossier, tasks=(task("a"),)))


LIGHT, MEDIUM, HEAVY = Difficulty


def begun(*levels: Difficulty | None, talk: int = 0, **fields: object) -> tuple[Task, ...]:
    """Tasks of these levels, agreed in one talk."""
    agreed = msgspec.structs.replace(task("a"), session=talks(3)[talk].id, **fields)
    return tuple(msgspec.structs.replace(agreed, difficulty=level) for level in levels)


@pytest.mark.parametrize(
    ("tasks", "expected"),
    [
        (begun(HEAVY), True),
        (begun(MEDIUM, HEAVY, owner=Owner.TOGETHER), True),
        (begun(MEDIUM, LIGHT), False),
        (begun(HEAVY, None), False),
        (begun(), False),
        (begun(HEAVY, talk=1) + begun(LIGHT, talk=0), False),
        (begun(HEAVY, talk=1) + begun(LIGHT, talk=2), True),
        (begun(LIGHT, owner=Owner.COACH) + begun(HEAVY, talk=1), True),
        ((msgspec.structs.replace(task("a"), difficulty=HEAVY),), False),
        (begun(HEAVY, state=State.DONE), False),
    ],
)
def test_a_first_task_is_best_a_light_one(tasks: tuple[Task, ...], expected: bool) -> None:
    """Said when nothing light is among what the client took on first, every level is known, and it is not over yet."""
    dossier = msgspec.structs.replace(quiet(), sessions=talks(3), tasks=tasks)
    assert ("no-easy-start" in codes(dossier)) is expected


def test_a_start_without_a_light_task_is_a_low_hint() -> None:
    """It names the row of the method, and how many tasks there were."""
    finding = found(msgspec.structs.replace(quiet(), sessions=talks(3), tasks=begun(HEAVY, MEDIUM)), "no-easy-start")
    assert (finding.severity, finding.source, dict(finding.params)) == ("low", ("TGH-7",), {"tasks": 2})


def test_every_finding_names_its_source() -> None:
    """A coach can trace each rule."""
    one = quiet().trajectory
    bad = msgspec.structs.replace(one, goal=Goal(text="x"), evaluations=(), talks=40, fallback="")
    dossier = msgspec.structs.replace(
        quiet(), trajectories=(one, bad), sessions=talks(12, next_at=None), tasks=tuple(task(str(n)) for n in range(9))
    )
    all_found = findings(dossier, date(2027, 5, 1))
    assert len(all_found) >= 7
    assert all(each.source and each.span is None for each in all_found)
