"""The task sheet: what was agreed until next time, in large print for on the fridge. Source: GW-62."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict

from sessionpad.documents import words
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.shared import Common, TaskLine, common, open_tasks, owned_by, plain, task_line
from sessionpad.domain.dossier import coming_appointment
from sessionpad.domain.task import Owner
from sessionpad.i18n.dates import clock_time, long_date


class NextTalk(TypedDict):
    next_day: str
    """Day of the next appointment; empty when none is planned."""
    next_time: str
    next_where: str


class TaskSheetContext(Common, NextTalk):
    """Every name the template of the task sheet may use."""

    mine: list[TaskLine]
    together: list[TaskLine]
    coach_tasks: list[TaskLine]
    others: list[TaskLine]
    any_task: bool


def task_sheet_context(occasion: Occasion) -> TaskSheetContext:
    """The open tasks of a trajectory by who does them, and when we meet again."""
    tasks = open_tasks(occasion.dossier, occasion.trajectory.id)

    def lines(owner: Owner) -> list[TaskLine]:
        return [task_line(task, occasion) for task in owned_by(tasks, owner)]

    return {
        **common(occasion, words.TITLES[occasion.language]["task-sheet"], occasion.today),
        **next_talk(occasion),
        "mine": lines(Owner.CLIENT),
        "together": lines(Owner.TOGETHER),
        "coach_tasks": lines(Owner.COACH),
        "others": lines(Owner.NETWORK),
        "any_task": bool(tasks),
    }


def next_talk(occasion: Occasion) -> NextTalk:
    """When and where client and coach meet again, when that is planned."""
    coming = coming_appointment(occasion.dossier, occasion.today)
    at: datetime | None = coming.next_at if coming else None
    return {
        "next_day": long_date(at.date(), occasion.language) if at else "",
        "next_time": clock_time(at, occasion.language) if at else "",
        "next_where": plain(coming.next_where) if coming else "",
    }
