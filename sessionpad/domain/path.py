"""The way to the goal: where it began, the talks, what was done, today, what is still to do, and the goal.

Nothing in it judges: what did not work out is still to do, or is not there. Source: TGH-29, GW-29.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sessionpad.domain.dossier import Dossier, coming_appointment
from sessionpad.domain.ending import REACHED
from sessionpad.domain.task import Owner, State, Task
from sessionpad.domain.value import Value


class Stop(StrEnum):
    BEGIN = "begin"
    TALK = "talk"
    DONE = "done"
    TODAY = "today"
    AHEAD = "ahead"
    MEETING = "meeting"
    GOAL = "goal"
    REACHED = "reached"
    ENDED = "ended"


class Step(Value, frozen=True, kw_only=True):
    stop: Stop
    on: date | None = None
    text: str = ""
    number: int = 0
    """Which talk it was, counted from 1."""


def path_of(dossier: Dossier, now: datetime) -> tuple[Step, ...]:
    """The steps in the order of their days; none as long as there is no goal and no talk."""
    trajectory = dossier.trajectory
    behind = [*_talks(dossier, now), *_done(dossier, now)]
    if not behind and not trajectory.goal.text.strip():
        return ()
    behind.sort(key=lambda step: step.on or now.date())
    begin = Step(stop=Stop.BEGIN, on=trajectory.started)
    text = trajectory.goal.text
    if trajectory.closed_on is not None:
        stop = Stop.REACHED if trajectory.result in REACHED else Stop.ENDED
        return (begin, *behind, Step(stop=stop, on=trajectory.closed_on, text=text))
    today = Step(stop=Stop.TODAY, on=now.date())
    goal = Step(stop=Stop.GOAL, on=trajectory.goal.deadline, text=text)
    return (begin, *behind, today, *_ahead(dossier, now.date()), goal)


def _talks(dossier: Dossier, now: datetime) -> list[Step]:
    same = (each for each in dossier.sessions if each.is_talk and each.trajectory == dossier.trajectory.id)
    days = sorted(each.started_at.astimezone(now.tzinfo).date() for each in same)
    return [Step(stop=Stop.TALK, on=day, number=number) for number, day in enumerate(days, 1)]


def _tasks(dossier: Dossier, state: State) -> list[Task]:
    own = dossier.trajectory.id
    return [task for task in dossier.tasks if task.trajectory == own and task.state is state]


def _done(dossier: Dossier, now: datetime) -> list[Step]:
    """What was done, but for what the coach promised."""
    done = [task for task in _tasks(dossier, State.DONE) if task.owner is not Owner.COACH]
    days = [(task.ended_at or task.made_at).astimezone(now.tzinfo).date() for task in done]
    return [Step(stop=Stop.DONE, on=day, text=task.text) for day, task in zip(days, done, strict=True)]


def _ahead(dossier: Dossier, today: date) -> list[Step]:
    """What is still to do; a day that is past is not held up to anyone."""
    steps = [
        Step(stop=Stop.AHEAD, on=task.due if task.due is not None and task.due >= today else None, text=task.text)
        for task in _tasks(dossier, State.OPEN)
    ]
    coming = coming_appointment(dossier, today)
    if coming is not None and coming.next_at is not None:
        steps.append(Step(stop=Stop.MEETING, on=coming.next_at.date()))
    return sorted(steps, key=lambda step: step.on or today)
