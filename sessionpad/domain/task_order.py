"""The order of the tasks, and what may be taken out of them."""

from __future__ import annotations

import msgspec

from sessionpad.domain.dossier import Dossier, tasks_reviewed
from sessionpad.domain.ids import TaskId


def change_places(dossier: Dossier, one: TaskId, other: TaskId) -> Dossier:
    """Raises LookupError when one of them is not there."""
    first, second = dossier.task(one), dossier.task(other)
    places = {first.id: second, second.id: first}
    return msgspec.structs.replace(dossier, tasks=tuple(places.get(task.id, task) for task in dossier.tasks))


def was_talked_about(dossier: Dossier, task_id: TaskId) -> bool:
    """Whether a talk opened on it, said something about it, or an agreement names it: then it is never taken out."""
    dossier.task(task_id)
    in_talks = any(
        task_id in (task.id for task in tasks_reviewed(dossier, talk)) or talk.review_of(task_id) is not None
        for talk in dossier.sessions
    )
    return in_talks or any(task_id == task.id for made in dossier.agreements for task in made.tasks)


def take_out(dossier: Dossier, task_id: TaskId) -> Dossier:
    """The dossier without this task; its parts are tasks of their own from now on."""
    kept = (task for task in dossier.tasks if task.id != task_id)
    alone = tuple(msgspec.structs.replace(task, part_of=None) if task.part_of == task_id else task for task in kept)
    return msgspec.structs.replace(dossier, tasks=alone)
