"""The numbers of the method in one place, and what a dossier says about them. Findings advise; none blocks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from sessionpad.domain.concern import Standing
from sessionpad.domain.dossier import Dossier, last_session, tasks_agreed
from sessionpad.domain.task import Difficulty, Owner, State, Task
from sessionpad.domain.trajectory import Phase, Trajectory
from sessionpad.method.dates_calendar import WEEK, add_months
from sessionpad.method.finding import Finding, Severity

MONTHS: Final = 3
"""The longest that one goal takes. Source: TGH-4."""
TALKS_MIN: Final = 3
TALKS_MAX: Final = 12
"""Conversations about one goal. Source: TGH-5."""
ACTIVE_GOALS: Final = 1
"""Goals worked on at once; the others wait, ranked by the client. Source: TGH-22."""
GOALS_MAX: Final = 5
"""Goals in the plan of a household. Source: IW-30."""
GOALS_FEW: Final = 3
"""The same, for who is better off with fewer at a time. Source: IW-30."""
OPEN_TASKS: Final = 5
"""Open tasks of the client; the method only says "few" (TGH-9), the number is our own."""
WEEKS_TO_CLOSE: Final = 3
"""From so many weeks before the deadline the end is a subject; the method only says "well ahead" (GW-92), the number is
our own."""
CONFIDENCE_LOW: Final = 4
"""Up to this figure out of ten a smaller step may suit better; the method only says that the goal must feel attainable
(IW-32), the scale and the number are our own."""
TALKS_WITHOUT_TASK: Final = 2
"""So many conversations without a task are many; the method only says "do not wait long" (GW-69), the number is our
own."""


def latest_deadline(started: date) -> date:
    """The last day a goal that starts on this day may take. Source: TGH-4."""
    return add_months(started, MONTHS)


def weeks_left(deadline: date, today: date) -> int:
    """Whole weeks until the deadline, a begun week counted; below zero when it has passed."""
    days = (deadline - today).days
    return -(-days // WEEK) if days >= 0 else days // WEEK


def findings(dossier: Dossier, today: date, *, open_tasks: int = OPEN_TASKS) -> tuple[Finding, ...]:
    """What there is to notice about the current trajectory.

    Args:
        dossier: the dossier as it is.
        today: the day it is read on.
        open_tasks: from how many open tasks of the client on we say something; a setting.
    """
    now = dossier.trajectory
    if now.is_closed:
        return tuple(_closing(dossier, now))
    rules = (_goals(dossier), _deadline(now, today), _talks(dossier, now), _closing(dossier, now))
    rest = (_tasks(dossier, now, open_tasks), _evaluations(now), _fallback(now), _appointment(dossier, today))
    return tuple(finding for rule in (*rules, *rest) for finding in rule)


def _finding(code: str, *source: str, severity: Severity = "normal", **params: str | int) -> Finding:
    return Finding(code=code, severity=severity, params=tuple(params.items()), source=source)


def goals_limit(dossier: Dossier) -> int:
    """How many goals may be worked on or wait. Source: IW-30."""
    return GOALS_FEW if dossier.client.few_goals else GOALS_MAX


def goals_open(dossier: Dossier) -> int:
    """The goals under way and everything the client put in words that is worked on or waits, each counted once."""
    under_way = [each for each in dossier.trajectories if not each.is_closed]
    open_ones = (each for each in dossier.concerns if each.standing in {Standing.NOW, Standing.WAITING})
    named = sum(bool(each.text.strip()) for each in open_ones)
    return named + sum(each.concern is None and bool(each.goal.text) for each in under_way)


def _goals(dossier: Dossier) -> Iterator[Finding]:
    active = sum(not each.is_closed for each in dossier.trajectories)
    count, limit = max(goals_open(dossier), active), goals_limit(dossier)
    if count > limit:
        yield _finding("too-many-goals", "IW-30", goals=count, limit=limit)
    elif active > ACTIVE_GOALS:
        yield _finding("too-many-active-goals", "TGH-22", goals=active, limit=ACTIVE_GOALS)


def _deadline(now: Trajectory, today: date) -> Iterator[Finding]:
    deadline, latest = now.goal.deadline, latest_deadline(now.started)
    if deadline is None:
        if now.goal.text:
            yield _finding("deadline-missing", "TGH-4", latest=latest.isoformat())
        if latest < today:
            yield _finding("period-over", "TGH-4", latest=latest.isoformat(), months=MONTHS)
        return
    if deadline > latest:
        yield _finding(
            "deadline-too-far", "TGH-4", deadline=deadline.isoformat(), latest=latest.isoformat(), months=MONTHS
        )
    if deadline < now.started:
        yield _finding("deadline-before-start", "TGH-4", deadline=deadline.isoformat(), started=now.started.isoformat())
    elif deadline < today:
        yield _finding("deadline-passed", "TGH-4", deadline=deadline.isoformat(), weeks=-weeks_left(deadline, today))
    elif weeks_left(deadline, today) <= WEEKS_TO_CLOSE and Phase.CLOSING not in now.phases:
        weeks = weeks_left(deadline, today)
        yield _finding("end-in-sight", "GW-92", severity="low", deadline=deadline.isoformat(), weeks=weeks)


def _talks(dossier: Dossier, now: Trajectory) -> Iterator[Finding]:
    talks = talks_held(dossier, now)
    if talks >= TALKS_MAX:
        yield _finding("talks-enough", "TGH-5", talks=talks, limit=TALKS_MAX)
    if now.talks is not None and not TALKS_MIN <= now.talks <= TALKS_MAX:
        yield _finding("talks-planned", "TGH-5", planned=now.talks, least=TALKS_MIN, most=TALKS_MAX)


def _closing(dossier: Dossier, now: Trajectory) -> Iterator[Finding]:
    talks = talks_held(dossier, now)
    if talks < TALKS_MIN and (now.is_closed or Phase.CLOSING in now.phases):
        yield _finding("closing-early", "TGH-5", talks=talks, least=TALKS_MIN)


def _tasks(dossier: Dossier, now: Trajectory, limit: int) -> Iterator[Finding]:
    wholes = {task.part_of for task in dossier.open_tasks}
    count = sum(task.owner is Owner.CLIENT and task.id not in wholes for task in dossier.open_tasks)
    if count > limit:
        yield _finding("too-many-open-tasks", "TGH-9", tasks=count, limit=limit)
    held = sum(each.is_talk and not each.is_open for each in dossier.sessions if each.trajectory == now.id)
    if held >= TALKS_WITHOUT_TASK and not any(task.trajectory == now.id for task in dossier.tasks):
        yield _finding("no-task-yet", "GW-69", severity="low", talks=held)
    yield from _easy_start(dossier, now)
    yield from _buffer(now, [task for task in dossier.open_tasks if task.trajectory == now.id])


def _easy_start(dossier: Dossier, now: Trajectory) -> Iterator[Finding]:
    """What the client took on in the first talk that brought a task, as long as something of it is still to be done."""
    first = _first_tasks(dossier, now)
    if not any(task.state is State.OPEN for task in first):
        return
    levels = {task.difficulty for task in first}
    if not levels & {None, Difficulty.LIGHT}:
        yield _finding("no-easy-start", "TGH-7", severity="low", tasks=len(first))


def _first_tasks(dossier: Dossier, now: Trajectory) -> tuple[Task, ...]:
    talks = (each for each in dossier.sessions if each.is_talk and each.trajectory == now.id)
    for talk in sorted(talks, key=lambda each: each.started_at):
        tasks = tuple(task for task in tasks_agreed(dossier, talk) if task.owner in (Owner.CLIENT, Owner.TOGETHER))
        if tasks:
            return tasks
    return ()


def _buffer(now: Trajectory, tasks: list[Task]) -> Iterator[Finding]:
    """Room for hesitation and relapse between the last task and the deadline. Source: GW-80."""
    last = max(tasks, key=lambda task: last_day(task) or date.min, default=None)
    if last is not None:
        yield from buffer_of(now, last)


def buffer_of(now: Trajectory, task: Task) -> Iterator[Finding]:
    """What there is to notice about this one task beside the deadline of the goal."""
    deadline, due = now.goal.deadline, last_day(task)
    if deadline is None or due is None or due < deadline:
        return
    code = "no-buffer" if due == deadline else "task-after-deadline"
    yield _finding(code, "GW-80", deadline=deadline.isoformat(), due=due.isoformat(), task=task.id)


def last_day(task: Task) -> date | None:
    """The last day on which something of this task is to be done."""
    return max(filter(None, (task.due, task.until)), default=None)


def _evaluations(now: Trajectory) -> Iterator[Finding]:
    if now.goal.text and not now.evaluations:
        yield _finding("evaluation-missing", "TGH-84")
    until = now.goal.deadline or latest_deadline(now.started)
    for day in now.evaluations:
        if not now.started <= day <= until:
            start, end = now.started.isoformat(), until.isoformat()
            yield _finding("evaluation-outside-period", "TGH-84", date=day.isoformat(), started=start, until=end)


def _fallback(now: Trajectory) -> Iterator[Finding]:
    if now.goal.text and not now.fallback:
        yield _finding("fallback-missing", "GW-81", severity="low")


def _appointment(dossier: Dossier, today: date) -> Iterator[Finding]:
    last = last_session(dossier)
    if last is None or last.is_open:
        return
    if last.next_at is None:
        yield _finding("appointment-missing", "GW-67")
    elif last.next_at.date() < today:
        yield _finding("appointment-passed", "GW-65", date=last.next_at.date().isoformat())


def talks_held(dossier: Dossier, now: Trajectory) -> int:
    """Conversations of this trajectory; notes between two talks are none."""
    return sum(each.is_talk and each.trajectory == now.id for each in dossier.sessions)
