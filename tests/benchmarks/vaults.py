"""Vaults to measure with: one long talk in one dossier, or many clients."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sessionpad.desk.desk import Desk, system_clock
from sessionpad.desk.door import Door
from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Goal
from sessionpad.domain.ids import DossierId, SessionId, TaskId, TrajectoryId
from sessionpad.domain.notes import NoteLine, Notes
from sessionpad.domain.session import Session
from sessionpad.domain.task import Task
from sessionpad.domain.trajectory import Phase, Trajectory
from tests.benchmarks.prose import prose

PASSPHRASE: Final = "bench"


class Vault:
    """A folder with a vault, and the file that opens it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "vault"
        self.key = folder / "passphrase"
        self.key.write_text(PASSPHRASE + "\n")

    @contextmanager
    def made(self) -> Iterator[Desk]:
        """The vault just made, to be filled."""
        desk = Door(self.folder).create(PASSPHRASE, short_is_fine=True)
        try:
            yield desk
        finally:
            desk.close()

    @property
    def words(self) -> tuple[str, ...]:
        """What comes after `sessionpad` on the command line."""
        return ("--lang", "nl", "--vault", str(self.folder), "--passphrase-file", str(self.key))


def dossier_with(kilobytes: int, *, tasks: int = 40, code: str = "B.") -> Dossier:
    """A dossier with a talk under way: so much of notes, so many tasks that it opened on."""
    now = system_clock()
    trajectory = Trajectory(
        id=TrajectoryId(str(uuid.uuid4())),
        started=now.date(),
        phases=(Phase.EXECUTION,),
        goal=Goal(text="alle post op tijd open"),
    )
    made = tuple(_task(number, trajectory.id, now - timedelta(days=7)) for number in range(tasks))
    session = Session(
        id=SessionId(str(uuid.uuid4())),
        trajectory=trajectory.id,
        started_at=now - timedelta(minutes=5),
        opened_on=tuple(task.id for task in made),
        notes=notes_of(prose(kilobytes), now - timedelta(minutes=5)),
    )
    return Dossier(
        id=DossierId(str(uuid.uuid4())),
        client=Client(code=code),
        trajectories=(trajectory,),
        tasks=made,
        sessions=(session,),
    )


def notes_of(text: str, at: datetime) -> Notes:
    return tuple(NoteLine(at=at, text=line) for line in text.split("\n"))


def _task(number: int, trajectory: TrajectoryId, at: datetime) -> Task:
    return Task(id=TaskId(str(uuid.uuid4())), trajectory=trajectory, text=f"taak {number} van de lijst", made_at=at)
