"""The step plan: goal, main task, and the steps in order. A working document. Source: GW-5, TGH-39, GW-76."""

from __future__ import annotations

from datetime import date

from sessionpad.documents import words
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.shared import Common, TaskLine, common, done_tasks, in_full, open_tasks, plain, task_line
from sessionpad.documents.task_sheet import NextTalk, next_talk
from sessionpad.domain.task import Task


class StepPlanContext(Common, NextTalk):
    """Every name the template of the step plan may use."""

    goal: str
    deadline: str
    main_task: str
    steps: list[TaskLine]
    """Everything still to be done, by whoever, in the order of its day; what has no day comes last."""
    succeeded: list[str]
    """What was done already, in the order in which it was."""


def step_plan_context(occasion: Occasion) -> StepPlanContext:
    dossier, now = occasion.dossier, occasion.trajectory
    steps = sorted(open_tasks(dossier, now.id), key=_in_order)
    return {
        **common(occasion, words.TITLES[occasion.language]["step-plan"], occasion.today),
        **next_talk(occasion),
        "goal": plain(now.goal.text),
        "deadline": in_full(now.goal.deadline, occasion.language),
        "main_task": plain(now.goal.main_task),
        "steps": [task_line(task, occasion) for task in steps],
        "succeeded": [plain(task.text) for task in done_tasks(dossier, now.id)],
    }


def _in_order(task: Task) -> date:
    return task.due or date.max
