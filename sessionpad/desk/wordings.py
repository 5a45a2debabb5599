"""What there is to notice about the wording of a text, without what the coach does not want to see again."""

from __future__ import annotations

from datetime import date

from sessionpad.domain.dossier import Dossier, standing_agreement
from sessionpad.domain.task import Task
from sessionpad.domain.trajectory import Dismissed
from sessionpad.method.finding import Finding
from sessionpad.method.wording import Field, check


def wordings(dossier: Dossier, field: Field, text: str, today: date, *, dated: bool) -> tuple[Finding, ...]:
    """The hints for a text that is about to be agreed; mild while there is no agreement yet. Source: GW-78."""
    trajectory = dossier.trajectory
    if not text.strip():
        return ()
    draft = standing_agreement(dossier) is None
    found = check(field, text, today=today, start=trajectory.started, draft=draft, dated=dated)
    return tuple(each for each in found if Dismissed(code=each.code, text=text) not in trajectory.dismissed)


def task_wordings(dossier: Dossier, task: Task, today: date) -> tuple[Finding, ...]:
    """The hints for a task; its day stands beside the text, so a text without a day is fine."""
    return wordings(dossier, Field.TASK, task.text, today, dated=task.due is not None)


def agreement_wordings(dossier: Dossier, today: date) -> dict[str, tuple[Finding, ...]]:
    """The hints for each text of the agreement, under `problem`, `goal`, `main` (the main task) and `fallback`.

    The day of the goal is a field of its own, so its text may do without.
    """
    trajectory = dossier.trajectory
    texts = {
        "problem": (Field.PROBLEM, trajectory.problem.text),
        "goal": (Field.GOAL, trajectory.goal.text),
        "main": (Field.MAIN_TASK, trajectory.goal.main_task),
        "fallback": (Field.AGREEMENT, trajectory.fallback),
    }
    return {key: wordings(dossier, field, text, today, dated=True) for key, (field, text) in texts.items()}
