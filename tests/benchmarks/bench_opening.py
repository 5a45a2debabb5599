"""What many clients cost: `python tests/benchmarks/bench_opening.py [ROUNDS]`.

Side by side in one run, in turn: a vault of 10 clients and one of 1,000. The time from the start of the program, with a
passphrase, to a list that can be used, on a real terminal; of that, the part from the key in hand to the rows; and the
time of one saved change. Medians of milliseconds and their ratio. The goals: the list at most 1.3 times; a save does
not depend on the number of clients (at most 1.2 times).
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

import msgspec

from sessionpad.desk.desk import Desk
from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier, new_dossier
from sessionpad.domain.ids import DossierId, TrajectoryId
from sessionpad.domain.trajectory import Trajectory
from sessionpad.store.identity import Identity
from sessionpad.store.vault import lay_vault, open_vault
from tests.benchmarks.terminal import Terminal
from tests.benchmarks.vaults import Vault

FEW, MANY, ROUNDS = 10, 1000, 25
LIST_GOAL, SAVE_GOAL = 1.3, 1.2
PROGRAM: Final = (sys.executable, "-m", "sessionpad")
AT: Final = datetime(2026, 1, 5, tzinfo=UTC)


def dossier(number: int) -> Dossier:
    trajectory = Trajectory(id=TrajectoryId(f"t{number}"), started=date(2026, 1, 5))
    return new_dossier(DossierId(f"d{number:05}"), Client(code=f"C. {number}"), trajectory)


def laid(folder: Path, identity: Identity, clients: int) -> Path:
    lay_vault(folder, identity, b"no passphrase is asked here")
    vault = open_vault(folder, identity, program="bench", clock=lambda: AT)
    for number in range(clients):
        vault.repository.save(dossier(number))
    vault.close()
    return folder


def timed_list(folder: Path, identity: Identity) -> float:
    begin = perf_counter()
    vault = open_vault(folder, identity, program="bench", clock=lambda: AT)
    shown = Desk(vault, clock=lambda: AT).clients()
    took = perf_counter() - begin
    assert shown
    vault.close()
    return took * 1000


def timed_saves(folder: Path, identity: Identity, numbers: count[int], rounds: int) -> list[float]:
    moments = count(1)
    vault = open_vault(folder, identity, program="bench", clock=lambda: AT + timedelta(seconds=next(moments)))
    stored, took = vault.repository.load(DossierId("d00003")).dossier, []
    for _ in range(rounds):
        client = msgspec.structs.replace(stored.client, name=f"naam {next(numbers)}")
        begin = perf_counter()
        vault.repository.save(msgspec.structs.replace(stored, client=client))
        took.append((perf_counter() - begin) * 1000)
    vault.close()
    return took


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def timed_program(vault: Vault) -> float:
    """From the start to the last line of the first screen of the list."""
    begin = perf_counter()
    with Terminal((*PROGRAM, *vault.words)) as terminal:
        return (terminal.shows("C. 1") - begin) * 1000


def program(rounds: int) -> int:
    took: dict[int, list[float]] = {FEW: [], MANY: []}
    with tempfile.TemporaryDirectory() as place:
        vaults = {size: Vault(_made(Path(place) / str(size))) for size in took}
        for size, vault in vaults.items():
            with vault.made() as desk:
                for number in range(size):
                    desk.put(dossier(number))
        for _ in range(rounds):
            for size, vault in vaults.items():
                took[size].append(timed_program(vault))
    return told("start to list", took, LIST_GOAL)


def told(name: str, took: dict[int, list[float]], goal: float) -> int:
    """Says it, and gives 1 when it missed its goal."""
    few, many = median(took[FEW]), median(took[MANY])
    line = f"{name}: {FEW} clients {few:.2f} ms, {MANY} clients {many:.2f} ms, {many / few:.2f}x (goal {goal}x)\n"
    sys.stdout.write(line)
    return int(many > few * goal)


def main(rounds: int) -> int:
    identity, numbers = Identity.generate(), count()
    with tempfile.TemporaryDirectory() as place:
        folders = {size: laid(Path(place) / str(size), identity, size) for size in (FEW, MANY)}
        lists: dict[int, list[float]] = {size: [] for size in folders}
        saves: dict[int, list[float]] = {size: [] for size in folders}
        for _ in range(rounds):
            for size, folder in folders.items():
                lists[size].append(timed_list(folder, identity))
                saves[size] += timed_saves(folder, identity, numbers, 3)
    told("of that, the vault and its rows", lists, LIST_GOAL)
    return told("one save", saves, SAVE_GOAL) + program(max(rounds // 3, 3))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
