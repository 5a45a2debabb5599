"""What a document costs: `python -m tests.benchmarks.bench_export [ROUNDS]`.

In one run: the first agreement after the start of a program, with all that has to be loaded for it, against a second
one; and that one against unzipping, parsing and zipping the finished file. Medians of milliseconds and their ratios.
The goals: at most 3.5 times, and at most 3.6 times.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final
from xml.etree import ElementTree as ET

from sessionpad.desk.desk import Desk
from sessionpad.desk.door import DemoDoor
from sessionpad.desk.papers import Order
from sessionpad.documents import Document
from tests.benchmarks.terminal import say

ROUNDS: Final = 9
WARM: Final = 5
"""Exports of which the median is taken, in each round."""
FIRST_GOAL, WARM_GOAL = 3.5, 3.6


def timed(desk: Desk, target: Path) -> float:
    """Milliseconds of one export."""
    dossier = desk.open(desk.find("A.")).dossier
    begin = perf_counter()
    desk.export(Order(document=Document.AGREEMENT, language="nl"), dossier, target, replace=True)
    return (perf_counter() - begin) * 1000


def floor(whole: bytes) -> float:
    """Milliseconds to take the finished file apart and put it together again."""
    begin = perf_counter()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith((".xml", ".rels")):
                ET.fromstring(part)
            new.writestr(name, part)
    return (perf_counter() - begin) * 1000


def one_program() -> None:
    """The first export of this process, later ones, and the floor."""
    desk = DemoDoor("nl").enter()
    with tempfile.TemporaryDirectory() as made:
        target = Path(made) / "a.docx"
        first = timed(desk, target)
        warm = median(timed(desk, target) for _ in range(WARM))
        bare = median(floor(target.read_bytes()) for _ in range(WARM))
    say(f"{first} {warm} {bare}")


def main(rounds: int) -> bool:
    words = (sys.executable, "-m", "tests.benchmarks.bench_export", "one")
    ran = [subprocess.run(words, capture_output=True, check=True, text=True).stdout.split() for _ in range(rounds)]
    first, warm, bare = (median(float(each[column]) for each in ran) for column in range(3))
    say(f"export: first {first:.0f} ms, warm {warm:.1f} ms, floor {bare:.1f} ms")
    say(f"export: first {first / warm:.2f}x warm, warm {warm / bare:.2f}x the floor")
    return first <= FIRST_GOAL * warm and warm <= WARM_GOAL * bare


if __name__ == "__main__":
    if sys.argv[1:] == ["one"]:
        one_program()
    else:
        sys.exit(0 if main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS) else 1)
