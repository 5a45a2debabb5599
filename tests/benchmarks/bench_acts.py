"""How long the screen is busy with an act: `python -m tests.benchmarks.bench_acts [ROUNDS]`.

On a real terminal, in a talk with 40 tasks and in one with 400: a task caught, effort and result scored, undone, and
the next question. A turn is the longest time between two turns of the event loop from the key to the end of what it
does. Medians and the longest, in milliseconds. The goal: at most one frame (16 ms) each, at 400 tasks.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from tests.benchmarks.bench_echo import in_the_notes
from tests.benchmarks.terminal import FRAME, Terminal, say, yardstick
from tests.benchmarks.vaults import Vault, dossier_with

ROUNDS: Final = 9
FEW, MANY = 40, 400
ACTS: Final = {
    "capture": (b"\x14", b"meterstand doorgeven", b"\r"),
    "undo": (b"\x1a",),
    "next card": (b"\x1b[17~",),
    "score": (b"\x1bOQ", b"3", b"4", b"\x1bOQ"),
    "undo score": (b"\x1a", b"\x1a"),
}
"""The keys of each, of which every one is waited for."""


def measure(vault: Vault, folder: Path, rounds: int) -> dict[str, list[float]]:
    """The longest turn of each time that each act was done."""
    file = folder / "turns"
    spans: dict[str, list[tuple[float, float]]] = {act: [] for act in ACTS}
    with Terminal(yardstick("turns", str(file), "saving", *vault.words)) as terminal:
        in_the_notes(terminal)
        for _ in range(rounds):
            for act, keys in ACTS.items():
                for key in keys:
                    terminal.rest(0.5)
                    sent = perf_counter()
                    terminal.send(key)
                    terminal.rest(0.1)
                    spans[act].append((sent, perf_counter()))
        terminal.rest(1.0)
    turns = [(float(at), float(gap)) for at, gap in map(str.split, file.read_text().splitlines())]
    return {act: [_longest(turns, span) for span in each] for act, each in spans.items()}


def _longest(turns: list[tuple[float, float]], span: tuple[float, float]) -> float:
    return max(gap for at, gap in turns if at >= span[0] and at - gap <= span[1]) * 1000


def main(rounds: int) -> bool:
    took = {}
    with tempfile.TemporaryDirectory() as made:
        for tasks in (FEW, MANY):
            folder = Path(made) / str(tasks)
            folder.mkdir()
            vault = Vault(folder)
            with vault.made() as desk:
                desk.put(dossier_with(20, tasks=tasks))
            took[tasks] = measure(vault, folder, rounds)
    for act in ACTS:
        few, many = took[FEW][act], took[MANY][act]
        say(
            f"acts {act}: {MANY} tasks median {median(many):.1f} ms, longest {max(many):.1f}; "
            f"{FEW} tasks {median(few):.1f}, {max(few):.1f}"
        )
    return all(median(took[MANY][act]) <= FRAME for act in ACTS)


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS) else 1)
