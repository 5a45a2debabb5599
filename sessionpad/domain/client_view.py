"""What the client may read on the screen, and nothing else: a field is private until it is taken up here.

Source: TGH-29, TGH-48.
"""

from __future__ import annotations

from datetime import date, datetime

from sessionpad.domain.dossier import Dossier, coming_appointment
from sessionpad.domain.ending import REACHED
from sessionpad.domain.path import Step, path_of
from sessionpad.domain.picture import Picture, picture_of
from sessionpad.domain.task import Owner, State, Task
from sessionpad.domain.value import Value


class SharedTask(Value, frozen=True, kw_only=True):
    text: str
    owner: Owner
    person: str
    """Who, when the owner is someone of the network."""
    due: date | None


class ClientView(Value, frozen=True, kw_only=True):
    goal: str
    why: str
    agreed: tuple[SharedTask, ...]
    """What was agreed today, to be read back."""
    tasks: tuple[SharedTask, ...]
    """What was open already."""
    succeeded: tuple[str, ...]
    """Goals and tasks of the client that were reached, the last one first."""
    next_at: datetime | None
    next_where: str
    picture: Picture
    """What was explored together. Source: TGH-29."""
    path: tuple[Step, ...]
    """The way to the goal."""


def client_view(dossier: Dossier, now: datetime) -> ClientView:
    """The dossier as the client may read it, as of this moment."""
    trajectory, coming = dossier.trajectory, coming_appointment(dossier, now.date())
    tasks = [task for task in dossier.tasks if task.trajectory == trajectory.id]
    still_open = [task for task in tasks if task.state is State.OPEN]
    today = [task for task in still_open if task.made_at.astimezone(now.tzinfo).date() == now.date()]
    return ClientView(
        goal=trajectory.goal.text,
        why=trajectory.goal.why,
        agreed=tuple(map(_shared, today)),
        tasks=tuple(_shared(task) for task in still_open if task not in today),
        succeeded=(*_done(tasks), *_reached(dossier)),
        next_at=coming.next_at if coming else None,
        next_where=coming.next_where if coming else "",
        picture=picture_of(dossier),
        path=path_of(dossier, now),
    )


def _shared(task: Task) -> SharedTask:
    return SharedTask(text=task.text, owner=task.owner, person=task.person, due=task.due)


def _done(tasks: list[Task]) -> list[str]:
    done = [task for task in tasks if task.state is State.DONE and task.owner is not Owner.COACH]
    return [task.text for task in sorted(done, key=lambda task: task.ended_at or task.made_at, reverse=True)]


def _reached(dossier: Dossier) -> list[str]:
    return [each.goal.text for each in reversed(dossier.trajectories) if each.result in REACHED and each.goal.text]
