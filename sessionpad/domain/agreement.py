"""An agreement between client and coach: what stood in it on the day it was made, frozen and numbered.

The draft is never stored: it is read from the trajectory, so that nothing is typed twice. Source: TGH-41, TGH-8.
"""

from __future__ import annotations

from datetime import date

from sessionpad.domain.ids import AgreementId, TaskId, TrajectoryId
from sessionpad.domain.trajectory import Form, Goal, Problem, Title
from sessionpad.domain.value import Value


class Agreement(Value, frozen=True, kw_only=True):
    id: AgreementId
    trajectory: TrajectoryId
    number: int
    made_on: date
    form: Form = Form.WRITTEN
    title: Title = Title.COOPERATION
    signed_on: date | None = None
    problem: Problem = Problem()
    goal: Goal = Goal()
    period_from: date | None = None
    talks: int | None = None
    evaluations: tuple[date, ...] = ()
    fallback: str = ""
    tasks: tuple[TaskId, ...] = ()
