"""A vault as it is lived in: opened, shut, killed, robbed of its power, and used by a second program."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from sessionpad.desk.desk import Desk
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.domain.notes import text_of
from sessionpad.domain.scoring import Level
from sessionpad.store.files import DiskFiles, Files
from sessionpad.store.identity import Identity
from sessionpad.store.layout import make_folders
from sessionpad.store.vault import Vault, lay_vault, open_vault
from tests.unit.domain.builders import Clock
from tests.unit.store.disks import Fault, FaultyFiles, ModelDisk, PowerLoss, Survives

NEVER = 10**9


class Seen(NamedTuple):
    """What of a dossier is compared: told apart from how the program keeps it."""

    talks: tuple[tuple[str, bool], ...] = ()
    """The notes of each conversation or note between, and whether it is under way."""
    tasks: tuple[str, ...] = ()
    scores: tuple[tuple[int, str, Level], ...] = ()
    """The how-manieth talk, the task and its effort."""


def seen(dossier: Dossier) -> Seen:
    texts = {task.id: task.text for task in dossier.tasks}
    return Seen(
        talks=tuple((text_of(each.notes), each.is_open) for each in dossier.sessions),
        tasks=tuple(task.text for task in dossier.tasks),
        scores=tuple(
            (number, texts[review.task], review.effort)
            for number, talk in enumerate(dossier.sessions)
            for review in talk.reviews
            if review.effort is not None
        ),
    )


class Living:
    """One vault in a folder of its own, on the real disk or on one that forgets what was not synced."""

    def __init__(self, disk: Files, clock: Clock) -> None:
        self.clock = clock
        self.identity = Identity.generate()
        self.folder = Path(tempfile.mkdtemp()) / "vault"
        self._disk = disk
        lay_vault(self.folder, self.identity, b"not asked for")
        if isinstance(disk, ModelDisk):
            make_folders(self.folder, disk)
            for path in self.folder.iterdir():
                if path.is_file():
                    handle = disk.create(path)
                    disk.write(handle, memoryview(path.read_bytes()))
                    disk.sync(handle)
                    disk.close(handle)
            disk.sync_folder(self.folder)
        self._ids: Iterator[int] = count(1)
        self.desk: Desk | None = None
        self._vault: Vault | None = None
        self._faulty = FaultyFiles(disk, NEVER, Fault.DISK_FULL)

    @property
    def files(self) -> Files:
        return self._disk

    @property
    def vault(self) -> Vault:
        assert self._vault is not None
        return self._vault

    def new_id(self) -> str:
        return f"00000000-0000-4000-8000-{next(self._ids):012}"

    def open(self) -> Desk:
        self._faulty = FaultyFiles(self._disk, NEVER, Fault.DISK_FULL)
        self._vault = self._opened("eerste", self._faulty)
        self.desk = Desk(self._vault, clock=self.clock, new_id=self.new_id)
        return self.desk

    def second(self) -> Vault:
        """Another program on the same vault."""
        return self._opened("tweede", self._disk)

    def _opened(self, program: str, files: Files) -> Vault:
        return open_vault(self.folder, self.identity, program=program, clock=self.clock, files=files)

    def shut(self) -> None:
        self.vault.close()
        self.desk = self._vault = None

    def kill(self, survives: Survives = Survives.EVERYTHING) -> None:
        """The program is gone, and with it what only it knew; when the power went too, so is what was not synced."""
        with suppress(PowerLoss):  # a thread cannot be killed; what it did may well have been done
            self.vault.repository._trail.settle()
        self._free()
        self.desk = self._vault = None
        if isinstance(self._disk, ModelDisk):
            self._disk = self._disk.after_power_loss(survives)

    def _free(self) -> None:
        """The system frees a lock when its program ends."""
        lock = self.vault._lock
        if lock is not None and lock._lock is not None:
            lock._lock.release()

    def go_wrong(self, at: int, fault: Fault) -> None:
        """Let the call after so many others go wrong."""
        self._faulty._at, self._faulty._fault, self._faulty._calls, self._faulty.hit = at, fault, count(1), ""

    def go_right(self) -> bool:
        """From now on nothing goes wrong. Returns whether anything did."""
        self._faulty._at = NEVER
        return bool(self._faulty.hit)

    def left_of(self, dossier_id: DossierId) -> list[str]:
        """Every file that carries this id in its path, but for the stone that says it was erased."""
        files, found = self._disk, []
        for folder in (self.folder / "dossiers", self.folder / "versions" / dossier_id):
            try:
                found += [name for name in files.names(folder) if dossier_id in str(folder / name)]
            except FileNotFoundError:
                continue
        return found

    def remove(self) -> None:
        if self._vault is not None:
            self.shut()
        shutil.rmtree(self.folder.parent)


def real() -> Files:
    return DiskFiles()


def model() -> Files:
    return ModelDisk()
