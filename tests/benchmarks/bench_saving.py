"""What one saved change costs: `python tests/benchmarks/bench_saving.py [ROUNDS]`.

Side by side in one run, in turn: the program with all its safety, TinyDB's stock JSONStorage with fsync doing the same
update, a raw temp + fsync + replace + fsync of the folder of the same bytes, and the program with each safety switched
off, so that the table says what each one costs. Medians of milliseconds, and how many times the program takes as long.
The goals: at most 1.5 times TinyDB; at most 2, 2.5 and 3.5 times raw at 60 KB, 300 KB and 1.2 MB.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final
from unittest.mock import patch

import msgspec
from tinydb import Query, TinyDB

from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier, new_dossier, write_notes
from sessionpad.domain.ids import DossierId, SessionId, TrajectoryId
from sessionpad.domain.notes import NoteLine, text_of
from sessionpad.domain.session import Session
from sessionpad.domain.trajectory import Trajectory
from sessionpad.store.files import DiskFiles, put_in_place
from sessionpad.store.identity import Identity
from sessionpad.store.records import changes
from sessionpad.store.repository import Repository
from sessionpad.store.resealing import seal_of
from sessionpad.store.sealed_storage import Tables, decode
from sessionpad.store.vault import lay_vault, repository_in
from tests.benchmarks.terminal import say

SIZES: Final = {"60 KB": 60_000, "300 KB": 300_000, "1.2 MB": 1_200_000}
RAW_GOALS: Final = {"60 KB": 2.0, "300 KB": 2.5, "1.2 MB": 3.5}
TINYDB_GOAL: Final = 1.5
ROUNDS: Final = 60
AT: Final = datetime(2026, 1, 5, 10, tzinfo=UTC)
LINE: Final = "Ze vertelt dat het deze week beter ging met de oudste, en dat is niet niks: {number}"
A_TALK: Final = 40
"""Lines of notes in one conversation."""
ID: Final = DossierId("00000000-0000-4000-8000-000000000001")
Save = Callable[[], object]


def dossier_of(size: int) -> Dossier:
    """A dossier that takes about this many bytes as JSON."""
    trajectory = Trajectory(id=TrajectoryId("t"), started=AT.date())
    dossier = new_dossier(ID, Client(code="A."), trajectory)
    sessions: list[Session] = []
    while len(msgspec.json.encode(dossier)) + sum(len(msgspec.json.encode(each)) for each in sessions[-1:]) < size:
        number = len(sessions)
        notes = tuple(NoteLine(at=AT, text=LINE.format(number=row)) for row in range(A_TALK))
        started = AT + timedelta(days=7 * number)
        sessions.append(Session(id=SessionId(f"s{number}"), trajectory=trajectory.id, started_at=started, notes=notes))
        dossier = msgspec.structs.replace(dossier, sessions=tuple(sessions))
    return dossier


def typed(dossier: Dossier, number: int) -> Dossier:
    """The dossier after a few more words were typed in the last conversation."""
    session = dossier.sessions[-1]
    text = f"{text_of(session.notes)}\n{LINE.format(number=number)}"
    return write_notes(dossier, session.id, text, AT)


class Ours:
    """A vault on disk with one client, saved again and again."""

    def __init__(self, folder: Path, size: int, files: DiskFiles | None = None) -> None:
        identity, self.files, self._clock = Identity.generate(), files or DiskFiles(), AT
        lay_vault(folder, identity, b"x")
        self.repository: Repository = repository_in(folder, identity, self.files, clock=self.tick)
        self.path = folder / "dossiers" / f"{ID}.age"
        self._seal = seal_of(folder, identity, self.files)
        self._start = dossier_of(size)
        self._numbers = count()
        self.repository.save(self._start)

    def tick(self) -> datetime:
        self._clock += timedelta(seconds=1)
        return self._clock

    def save(self) -> Save:
        """Makes the change, which is not timed, and gives the saving of it."""
        return partial(self.repository.save, typed(self._start, next(self._numbers)))

    @property
    def sealed(self) -> bytes:
        return self.path.read_bytes()

    @property
    def tables(self) -> Tables:
        return decode(self._seal.open(self.sealed, "x"), "x")


def stock(folder: Path, ours: Ours, size: int) -> Callable[[], Save]:
    """TinyDB as it comes, with the same tables, changing the same record; it reads, writes and syncs its one file."""
    folder.mkdir()
    db = TinyDB(folder / "stock.json")
    db.storage.write(ours.tables)
    before, numbers = dossier_of(size), count()

    def make() -> Save:
        todo = changes(before, typed(before, next(numbers)), None)
        (row,) = [each for each in todo.put["sessions"] if each["id"] == before.sessions[-1].id]
        return partial(db.table("sessions", cache_size=0).update, row, Query()["id"] == row["id"])

    return make


def raw(folder: Path, ours: Ours) -> Callable[[], Save]:
    """The same bytes, brought to disk as plainly as is safe."""
    folder.mkdir()
    data, path, files = ours.sealed, folder / "raw.age", DiskFiles()

    def write() -> None:
        temp = path.with_name(".raw.age.tmp")
        handle = files.create(temp)
        os.write(handle, data)
        files.sync(handle)
        files.close(handle)
        put_in_place(files, temp, path)

    return lambda: write


class NoSync(DiskFiles):
    def sync(self, handle: int) -> None:
        """Leaves it to the system."""


class NoFolderSync(DiskFiles):
    def sync_folder(self, folder: Path) -> None:
        """Leaves it to the system."""


@contextmanager
def without(target: str, stand_in: Callable[..., object]) -> Iterator[None]:
    with patch(target, stand_in):
        yield


def nothing(*_: object, **__: object) -> None:
    """In the place of a safety that is off."""


@contextmanager
def unsealed() -> Iterator[None]:
    with (
        without("sessionpad.store.seal.Seal.close", lambda _, data: data),
        without("sessionpad.store.seal.Seal.prove", nothing),
    ):
        yield


OFF: Final[dict[str, tuple[DiskFiles | None, Callable[[], AbstractContextManager[None]] | None]]] = {
    "decrypting to verify": (None, lambda: without("sessionpad.store.seal.Seal.prove", nothing)),
    "reading it back": (None, lambda: without("sessionpad.store.shelf.read_back", lambda _, __, data: data)),
    "the version before it": (None, lambda: without("sessionpad.store.trail.Trail.before_save", nothing)),
    "its hash": (None, lambda: without("sessionpad.store.shelf.version_of", lambda _: "0" * 64)),
    "looking what stands there": (None, lambda: without("sessionpad.store.shelf.FolderShelf._expect", nothing)),
    "syncing the file": (NoSync(), None),
    "syncing the folder": (NoFolderSync(), None),
    "sealing and verifying": (None, unsealed),
}
"""What is switched off in turn: another disk, or something patched for the time of one save."""


def timed(act: Save) -> float:
    begin = perf_counter()
    act()
    return (perf_counter() - begin) * 1000


def measured(size: int, rounds: int, folder: Path) -> dict[str, float]:
    """The median of each way of saving, in milliseconds. The ways take turns, so that they share the same weather."""
    ours = Ours(folder / "ours", size)
    makers: dict[str, tuple[Callable[[], Save], Callable[[], AbstractContextManager[None]] | None]] = {
        "ours": (ours.save, None),
        "TinyDB, stock": (stock(folder / "stock", ours, size), None),
        "raw": (raw(folder / "raw", ours), None),
    }
    for number, (name, (files, patching)) in enumerate(OFF.items()):
        makers[f"without {name}"] = (Ours(folder / f"off{number}", size, files).save, patching)
    times: dict[str, list[float]] = {name: [] for name in makers}
    gc.collect()
    for _ in range(rounds):
        for name, (make, patching) in makers.items():
            act = make()
            if patching is None:
                times[name].append(timed(act))
            else:
                with patching():
                    times[name].append(timed(act))
    return {name: median(each) for name, each in times.items()}


def main(rounds: int) -> int:
    missed = 0
    for label, size in SIZES.items():
        with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as folder:
            took = measured(size, rounds, Path(folder))
        ours = took["ours"]
        say(f"{label}, {rounds} saves of each, medians")
        for name, each in took.items():
            ratio = f"{ours / each:5.2f}x" if not name.startswith("without") else f"{ours - each:+6.2f} ms for it"
            say(f"  {name:<34} {each:7.2f} ms  {'' if name == 'ours' else ratio}")
        goals = (("TinyDB, stock", TINYDB_GOAL), ("raw", RAW_GOALS[label]))
        for name, goal in goals:
            reached = ours / took[name] <= goal
            missed += not reached
            say(f"  goal {goal}x {name}: {'reached' if reached else 'MISSED'}")
        say()
    return missed


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
