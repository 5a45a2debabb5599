"""How long the screen stands still while one types: `python -m tests.benchmarks.bench_frame [ROUNDS]`.

Side by side in one run, in turn, on a real terminal: a talk of 20 KB in a dossier of 1.2 MB, typed into with autosave
and without it. A stall is the time between two turns of the event loop. Medians, p95, p99 and the longest of each
round. The goal: with autosave no stall longer than one frame (16 ms).
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

import msgspec

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import SessionId
from tests.benchmarks.bench_echo import KEYS, Typed, in_the_notes, type_into
from tests.benchmarks.prose import prose
from tests.benchmarks.terminal import FRAME, Terminal, say, told, yardstick
from tests.benchmarks.vaults import Vault, dossier_with, notes_of

SIZE: Final = 1_200_000
TALK: Final = 20
"""Kilobytes of notes in one conversation."""
ROUNDS: Final = 5


@dataclass
class Stalls:
    seconds: list[float] = field(default_factory=list)
    longest: list[float] = field(default_factory=list)
    """Of each round."""
    over: int = 0


def big_dossier() -> Dossier:
    """The talk under way, and before it as many as it takes."""
    dossier = dossier_with(TALK)
    now = dossier.sessions[-1]
    earlier: list[int] = []
    while len(msgspec.json.encode(dossier)) < SIZE:
        earlier.append(len(earlier) + 1)
        at = now.started_at - timedelta(days=7 * len(earlier))
        notes = notes_of(prose(TALK, seed=len(earlier)), at)
        talk = msgspec.structs.replace(
            now, id=SessionId(f"talk-{len(earlier)}"), started_at=at, ended_at=at + timedelta(hours=1), notes=notes
        )
        dossier = msgspec.structs.replace(dossier, sessions=(talk, *dossier.sessions))
    return dossier


def measure(vault: Vault, folder: Path, saving: str, stalls: Stalls) -> None:
    """Type once, and keep only the stalls from the first key to the last."""
    file, sealed = folder / "gaps", vault.folder / "dossiers"
    typed, seen = Typed(), {_mark(sealed)}
    with Terminal(yardstick("turns", str(file), saving, *vault.words)) as terminal:
        in_the_notes(terminal)
        first = perf_counter()
        type_into(terminal, typed)
        seen.add(_mark(sealed))
        last = perf_counter()
    gaps = [float(gap) for at, gap in map(str.split, file.read_text().splitlines()) if first <= float(at) <= last]
    assert len(typed.seconds) == KEYS
    assert gaps
    assert (len(seen) > 1) == (saving == "saving"), "what was to be compared did not happen"
    stalls.seconds += gaps
    stalls.longest.append(max(gaps) * 1000)
    stalls.over += sum(gap * 1000 > FRAME for gap in gaps)


def _mark(folder: Path) -> int:
    return max(each.stat().st_mtime_ns for each in folder.iterdir())


def main(rounds: int) -> bool:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        vault = Vault(folder)
        with vault.made() as desk:
            desk.put(big_dossier())
        stalls = {"never": Stalls(), "saving": Stalls()}
        for _ in range(rounds):
            for saving, each in stalls.items():
                measure(vault, folder, saving, each)
    for saving, each in stalls.items():
        longest = ", ".join(f"{value:.1f}" for value in each.longest)
        say(
            f"frame {saving}: {told(each.seconds)}; longest of each round {longest} ms; over {FRAME:.0f} ms {each.over}"
        )
    ours, bare = (median(stalls[saving].longest) for saving in ("saving", "never"))
    say(f"frame longest stall, median of rounds: saving {ours:.1f} ms, never {bare:.1f} ms, {ours / bare:.2f}x")
    return max(stalls["saving"].longest) <= FRAME


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS) else 1)
