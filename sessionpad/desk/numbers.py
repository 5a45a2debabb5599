"""Tasks by number, for whoever types them: a task keeps its number, whatever happens to the others."""

from __future__ import annotations

from collections.abc import Sequence

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.task import State, Task
from sessionpad.errors import NotFound


def numbered(dossier: Dossier, *, every: bool = False) -> Sequence[tuple[int, Task]]:
    """The open tasks of a dossier, or every one, each with its number: the how-manieth it ever was."""
    tasks = enumerate(dossier.tasks, 1)
    return [(number, task) for number, task in tasks if every or task.state is State.OPEN]


def task_meant(dossier: Dossier, words: str) -> Task:
    """The task with this number or id.

    Raises:
        NotFound: there is no such task ("task").
    """
    wanted = words.strip()
    for number, task in numbered(dossier, every=True):
        if wanted in {str(number), task.id}:
            return task
    raise NotFound("task")
