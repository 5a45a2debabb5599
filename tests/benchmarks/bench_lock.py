"""How soon the words are gone: `python -m tests.benchmarks.bench_lock [ROUNDS]`.

Side by side in one run, in turn, on a real terminal, from a conversation in a dossier of 60 KB and one of 1.2 MB, with
a letter typed that is not saved yet: from Ctrl+R to the empty screen; from Ctrl+L to the empty screen, to the one that
asks for the passphrase, and until everything is saved; from the passphrase back to the notes. The goals: one that holds
much is hidden and locked as soon as one that holds little (at most 1.5 times).
"""

from __future__ import annotations

import re
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from tests.benchmarks.bench_echo import in_the_notes
from tests.benchmarks.bench_frame import big_dossier
from tests.benchmarks.terminal import Terminal, say, told
from tests.benchmarks.vaults import PASSPHRASE, Vault, dossier_with

ROUNDS: Final = 9
GOAL: Final = 1.5
CTRL_L, CTRL_R = b"\x0c", b"\x12"
TIME_OF_DAY: Final = re.compile(rb"(?<![\d:])\d\d:\d\d(?![\d:])")
NOTES: Final = "VORIGE KEER"
LITTLE, MUCH = "60 KB", "1.2 MB"
ACTS: Final = ("hidden", "locked", "asked", "saved", "back")


def vault_of(folder: Path, size: str) -> Vault:
    folder.mkdir()
    vault = Vault(folder)
    with vault.made() as desk:
        desk.put(big_dossier() if size == MUCH else dossier_with(20))
    return vault


def empty(terminal: Terminal) -> float:
    """The moment from which there is nothing but the time of day."""
    moment = terminal.until(lambda seen: TIME_OF_DAY.search(seen) is not None)
    assert moment is not None
    return moment


def measure(terminal: Terminal, letter: bytes, took: dict[str, list[float]]) -> None:
    """Hide and come back, lock and come back; each with a letter that is not saved yet."""
    type_one(terminal, letter)
    sent = perf_counter()
    terminal.send(CTRL_R)
    took["hidden"].append(empty(terminal) - sent)
    terminal.send(CTRL_R)
    terminal.shows(NOTES)

    type_one(terminal, letter)
    sent = perf_counter()
    terminal.send(CTRL_L)
    took["locked"].append(empty(terminal) - sent)
    seen = dict.fromkeys(("asked", "saved"), 0.0)
    wanted = dict(zip(seen, ("Op slot", "Alles is bewaard"), strict=True))

    def look(drawn: bytes) -> bool:
        now = perf_counter()
        seen.update({act: now for act, words in wanted.items() if not seen[act] and words.encode() in drawn})
        return all(seen.values())

    assert terminal.until(look) is not None
    for act, moment in seen.items():
        took[act].append(moment - sent)
    terminal.rest()
    terminal.send(PASSPHRASE.encode())
    terminal.rest()
    sent = perf_counter()
    terminal.send(b"\r")
    took["back"].append(terminal.shows(NOTES) - sent)


def type_one(terminal: Terminal, letter: bytes) -> None:
    terminal.rest()
    terminal.send(letter)
    terminal.shows(letter)


def main(rounds: int) -> bool:
    took: dict[str, dict[str, list[float]]] = {size: {act: [] for act in ACTS} for size in (LITTLE, MUCH)}
    with tempfile.TemporaryDirectory() as made, ExitStack() as open_ones:
        terminals = {}
        for size in took:
            vault = vault_of(Path(made) / size, size)
            terminals[size] = open_ones.enter_context(Terminal((sys.executable, "-m", "sessionpad", *vault.words)))
            in_the_notes(terminals[size])
        for number in range(rounds):
            for size, terminal in terminals.items():
                measure(terminal, bytes([ord("A") + number % 26]), took[size])
    ratios = {}
    for act in ACTS:
        ratios[act] = median(took[MUCH][act]) / median(took[LITTLE][act])
        say(f"lock {act}: {MUCH} {told(took[MUCH][act])}; {LITTLE} {told(took[LITTLE][act])}; {ratios[act]:.2f}x")
    return max(ratios["hidden"], ratios["locked"]) <= GOAL


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS) else 1)
