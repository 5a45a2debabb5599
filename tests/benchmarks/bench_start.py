"""How long the start takes: `python -m tests.benchmarks.bench_start [ROUNDS]`.

Side by side in one run, in turn, on a real terminal. The demo up to a list that can be used, against the smallest
program that Textual can be: the time, and the work of the processor, which tells more when the machine has other things
to do. A vault with its passphrase up to the list, against the key derivation alone; and the longest stall of a screen
that asks for the passphrase while the key is made. The goals: 1.35 times the smallest, 1.2 times the derivation, one
frame (16 ms).
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from sessionpad.store.unlocker import unlock
from tests.benchmarks.terminal import FRAME, READY, Terminal, say, told, yardstick
from tests.benchmarks.vaults import PASSPHRASE, Vault, dossier_with

ROUNDS: Final = 9
START_GOAL, UNLOCK_GOAL = 1.35, 1.2
OURS: Final = (sys.executable, "-m", "sessionpad")
USABLE: Final = "F9 Neder"
"""The end of the line of keys below the list."""


class Times:
    """Of one program: seconds on the clock, and seconds of work."""

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.work: list[float] = []

    def note(self, terminal: Terminal, shown: str) -> None:
        self.clock.append(terminal.shows(shown) - terminal.began)
        self.work.append(_work(terminal.pid))


def _work(pid: int) -> float:
    """Seconds that all its threads were at work."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(each.read_text().split()[0]) for each in threads) / 1e9


def started(rounds: int) -> bool:
    ours, smallest = Times(), Times()
    for _ in range(rounds):
        with Terminal(yardstick("smallest")) as terminal:
            smallest.note(terminal, READY)
        with Terminal((*OURS, "--lang", "nl", "demo")) as terminal:
            ours.note(terminal, USABLE)
    clock = median(ours.clock) / median(smallest.clock)
    work = median(ours.work) / median(smallest.work)
    say(f"start demo: {told(ours.clock)}; smallest {told(smallest.clock)}; {clock:.2f}x")
    say(f"start demo, work: {told(ours.work)}; smallest {told(smallest.work)}; {work:.2f}x")
    return clock <= START_GOAL


def unlocked(rounds: int) -> bool:
    """A passphrase from a file, from the start to the list."""
    ours, alone = [], []
    with tempfile.TemporaryDirectory() as made:
        vault = Vault(Path(made))
        with vault.made() as desk:
            desk.put(dossier_with(20))
        for _ in range(rounds):
            begin = perf_counter()
            unlock(vault.folder, PASSPHRASE)
            alone.append(perf_counter() - begin)
            with Terminal((*OURS, *vault.words)) as terminal:
                ours.append(terminal.shows(USABLE) - terminal.began)
        ratio = median(ours) / median(alone)
        say(f"start unlocked: {told(ours)}; derivation alone {told(alone)}; {ratio:.2f}x")
        stall = max(_stall(vault, Path(made) / "gaps") for _ in range(rounds))
        say(f"start asking: longest stall while the key is made {stall:.1f} ms")
    return ratio <= UNLOCK_GOAL and stall <= FRAME


def _stall(vault: Vault, file: Path) -> float:
    """The longest stall in milliseconds from Enter to half a second before the list."""
    words = [word for word in vault.words if word not in {"--passphrase-file", str(vault.key)}]
    with Terminal(yardstick("turns", str(file), "saving", *words)) as terminal:
        terminal.shows("Wachtzin")
        terminal.rest()
        terminal.send(PASSPHRASE.encode())
        terminal.rest()
        first = perf_counter()
        terminal.send(b"\r")
        last = terminal.until(lambda seen: re.search(rb"B\.", seen) is not None)
        assert last is not None
    gaps = (line.split() for line in file.read_text().splitlines())
    return max(float(gap) for at, gap in gaps if first + 0.05 <= float(at) <= last - 0.5) * 1000


def main(rounds: int) -> bool:
    return all([started(rounds), unlocked(rounds)])


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS) else 1)
