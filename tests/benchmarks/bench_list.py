"""What ten thousand clients cost on the screen: `python -m tests.benchmarks.bench_list [ROUNDS]`.

Side by side in one run, in turn, on a real terminal, vaults of 40 and of 10,000 clients behind a light key: from the
start to the list; from a digit typed in the filter to the frame with the rows it leaves, beside Textual's own field
with no list at all; and the memory of the running program with 10 and 1,000 clients. The goals: the list at most 1.2
times, a key at most 1.7 times, the memory at most 1.5 times.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from sessionpad.domain.client import Client
from sessionpad.domain.dossier import new_dossier
from sessionpad.domain.ids import DossierId, TrajectoryId
from sessionpad.domain.trajectory import Trajectory
from sessionpad.store.vault import open_vault
from tests.benchmarks.terminal import READY, Terminal, say, told, yardstick
from tests.light_key import PASSPHRASE, light_vault

ROUNDS: Final = 9
FEW, MANY = 40, 10_000
LITTLE, MUCH = 10, 1_000
LIST_GOAL, KEY_GOAL, MEMORY_GOAL = 1.2, 1.7, 1.5
AT: Final = datetime(2026, 1, 5, tzinfo=UTC)
DIGITS: Final = "4273"
CTRL_U: Final = b"\x15"


def code(number: int) -> str:
    return f"C. {number:05}"


def laid(folder: Path, clients: int) -> tuple[str, ...]:
    """A vault with so many clients; the words that open it."""
    folder.mkdir()
    key = folder / "passphrase"
    key.write_text(f"{PASSPHRASE}\n", "utf-8")
    vault = open_vault(folder / "vault", light_vault(folder / "vault"), program="bench", clock=lambda: AT)
    for number in range(clients):
        trajectory = Trajectory(id=TrajectoryId(f"t{number}"), started=date(2026, 1, 5))
        vault.repository.save(new_dossier(DossierId(f"d{number:05}"), Client(code=code(number)), trajectory))
    vault.close()
    return ("--lang", "nl", "--vault", str(folder / "vault"), "--passphrase-file", str(key))


def opened(words: tuple[str, ...]) -> Terminal:
    return Terminal((sys.executable, "-m", "sessionpad", *words))


def started(words: tuple[str, ...]) -> float:
    with opened(words) as terminal:
        return terminal.shows(code(1)) - terminal.began


def filtered(terminal: Terminal, took: list[float]) -> None:
    """Each digit leaves fewer rows; the first of them is looked for."""
    typed = ""
    for digit in DIGITS:
        typed += digit
        first = next(number for number in range(MANY) if typed in f"{number:05}")
        terminal.rest(0.1)
        sent = perf_counter()
        terminal.send(digit.encode())
        took.append(terminal.shows(code(first)) - sent)
    terminal.send(CTRL_U)
    terminal.rest()


def in_the_field(terminal: Terminal, took: list[float]) -> None:
    for digit in DIGITS:
        terminal.rest(0.1)
        sent = perf_counter()
        terminal.send(digit.encode())
        took.append(terminal.shows(digit) - sent)
    terminal.send(CTRL_U)
    terminal.rest()


def memory(words: tuple[str, ...]) -> int:
    """Kilobytes of its own that the program keeps, a while after the list is there."""
    with opened(words) as terminal:
        terminal.shows(code(1))
        terminal.rest(1.0)
        lines = Path(f"/proc/{terminal.pid}/smaps_rollup").read_text().splitlines()
        private = (int(line.split()[1]) for line in lines if line.startswith("Private_"))
        return sum(private)


def main(rounds: int) -> bool:
    starts: dict[int, list[float]] = {FEW: [], MANY: []}
    kept: dict[int, list[int]] = {LITTLE: [], MUCH: []}
    ours: list[float] = []
    field: list[float] = []
    with tempfile.TemporaryDirectory() as made:
        words = {size: laid(Path(made) / str(size), size) for size in (*starts, *kept)}
        for _ in range(rounds):
            for size, took in starts.items():
                took.append(started(words[size]))
        with opened(words[MANY]) as list_, Terminal(yardstick("field")) as bare:
            list_.shows(code(1))
            bare.shows(READY)
            for _ in range(rounds):
                filtered(list_, ours)
                in_the_field(bare, field)
        for size, each in kept.items():
            each.extend(memory(words[size]) for _ in range(3))
    ratios = (
        median(starts[MANY]) / median(starts[FEW]),
        median(ours) / median(field),
        median(kept[MUCH]) / median(kept[LITTLE]),
    )
    say(f"list: {MANY} clients {told(starts[MANY])}; {FEW} {told(starts[FEW])}; {ratios[0]:.2f}x")
    say(f"list filter: {told(ours)}; a field alone {told(field)}; {ratios[1]:.2f}x")
    say(f"list memory: {MUCH} clients {median(kept[MUCH])} KB, {LITTLE} {median(kept[LITTLE])} KB; {ratios[2]:.2f}x")
    return all(ratio <= goal for ratio, goal in zip(ratios, (LIST_GOAL, KEY_GOAL, MEMORY_GOAL), strict=True))


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS) else 1)
