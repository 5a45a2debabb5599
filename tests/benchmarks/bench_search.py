"""How long a search over all dossiers takes: `python tests/benchmarks/bench_search.py [DOSSIERS] [KILOBYTES] [ROUNDS]`.

Side by side in one run: a plain loop that decrypts, decodes and casefolds each dossier, and the search of the program.
The goal at 1,000 dossiers of 200 KB: the first result within 0.1 of the whole, the whole at most 0.35 of the plain
loop, and never a stall of the screen longer than a frame.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import msgspec

from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier, new_dossier
from sessionpad.domain.ids import DossierId, SessionId, TrajectoryId
from sessionpad.domain.notes import NoteLine
from sessionpad.domain.session import Session
from sessionpad.domain.trajectory import Trajectory
from sessionpad.store.dossier_file import Opener, sealed_apart
from sessionpad.store.finder import Finder, Found, Looked
from sessionpad.store.identity import Identity
from sessionpad.store.seal import Seal
from tests.benchmarks.terminal import say

PROSE = (
    "post bakje kind school morgen bellen rustig zelf samen brief huur tuin zus werk dag week klein stap goed weer één "
    "café dóór geïnd ‘ja’ – hij zij vertelt over energie lening moeder broer huisarts slapen eten rekening betaald"
)
WORDS = tuple(PROSE.split(" "))
AT = datetime(2026, 1, 1, 9, tzinfo=UTC)
PATTERNS = 10
NEEDLE = "speldenkussen"
"""A word that one dossier in a hundred holds."""


def pattern(number: int, size: int) -> Dossier:
    """A dossier of about this many bytes in its file."""
    sessions: list[Session] = []
    chance, written = random.Random(number), 0
    while written < size:
        notes = []
        for _ in range(60):
            text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(4, 28)))
            written += len(text.encode()) + 45
            notes.append(NoteLine(at=AT, text=text))
        started = AT + timedelta(days=len(sessions))
        session_id = SessionId(f"s{len(sessions)}")
        sessions.append(Session(id=session_id, trajectory=TrajectoryId("t"), started_at=started, notes=tuple(notes)))
    start = Trajectory(id=TrajectoryId("t"), started=AT.date())
    made = new_dossier(DossierId(f"pattern-{number:04}"), Client(code=f"C{number}"), start)
    return msgspec.structs.replace(made, sessions=tuple(sessions))


def lay(folder: Path, seal: Seal, count: int, size: int) -> list[DossierId]:
    """That many dossiers in the folder, made from a few patterns; one in a hundred holds the needle."""
    (folder / "dossiers").mkdir()
    opener = Opener(seal)
    made = [pattern(number, size) for number in range(PATTERNS)]
    payloads = [seal.open(sealed_apart(each, opener, AT, above=0), "") for each in made]
    ids = []
    for number in range(count):
        dossier_id = f"dossier-{number:04}"
        payload = payloads[number % PATTERNS].replace(made[number % PATTERNS].id.encode(), dossier_id.encode())
        if number % 100 == 50:
            payload = payload.replace("geïnd".encode(), NEEDLE.encode(), 1)
        (folder / "dossiers" / f"{dossier_id}.age").write_bytes(seal.close(payload))
        ids.append(DossierId(dossier_id))
    return ids


def plain(folder: Path, seal: Seal, ids: list[DossierId], word: str) -> int:
    bare = word.casefold()
    texts = (seal.open((folder / "dossiers" / f"{each}.age").read_bytes(), "").decode() for each in ids)
    return sum(bare in text.casefold() for text in texts)


def values(record: object) -> Iterator[str]:
    if isinstance(record, str):
        yield record
    elif isinstance(record, dict):
        for each in record.values():
            yield from values(each)
    elif isinstance(record, list):
        for each in record:
            yield from values(each)


def plain_records(folder: Path, seal: Seal, ids: list[DossierId], word: str) -> int:
    """The same by record: the JSON is decoded, and each text casefolded."""
    bare, found = word.casefold(), 0
    for each in ids:
        tables = msgspec.json.decode(seal.open((folder / "dossiers" / f"{each}.age").read_bytes(), ""))
        found += any(bare in text.casefold() for text in values(tables))
    return found


class Beats:
    """How late the loop comes back from a pause of a millisecond: what a key would wait."""

    def __init__(self) -> None:
        self.late: list[float] = []

    async def go_on(self) -> None:
        while True:
            before = perf_counter()
            await asyncio.sleep(0.001)
            self.late.append((perf_counter() - before - 0.001) * 1000)


async def searched(finder: Finder, ids: list[DossierId], word: str) -> tuple[float, float, int]:
    """When the first result came, when all was looked through, and how many dossiers hold it."""
    began, first, found, looked = perf_counter(), 0.0, 0, 0
    async for answer in finder.search(word, ids):
        if isinstance(answer, Found):
            first = first or perf_counter() - began
            found += 1
        elif isinstance(answer, Looked):
            looked += answer.dossiers
            assert not answer.unread
    assert looked == len(ids)
    return first, perf_counter() - began, found


async def run(folder: Path, identity: Identity, count: int, size: int, rounds: int) -> None:
    seal = Seal(identity)
    ids = lay(folder, seal, count, size)
    average = sum((folder / "dossiers" / f"{each}.age").stat().st_size for each in ids) / count
    finder = Finder(folder, identity)
    began = perf_counter()
    await searched(finder, ids[:1], "x")
    say(f"{count} dossiers of {average / 1000:.0f} kB; processes ready after {(perf_counter() - began) * 1000:.0f} ms")
    ratios, records, firsts, beats, idle = [], [], [], Beats(), Beats()
    for _ in range(rounds):
        took = []
        for way in (plain, plain_records):
            began = perf_counter()
            there = way(folder, seal, ids, NEEDLE)
            took.append(perf_counter() - began)
        for watch, seconds in ((idle, 0.5), (beats, 0.0)):
            beating = asyncio.create_task(watch.go_on())
            if seconds:
                await asyncio.sleep(seconds)
            else:
                first, whole, found = await searched(finder, ids, NEEDLE)
            beating.cancel()
        assert found == there == count // 100, (found, there)
        ratios.append(whole / took[0])
        records.append(whole / took[1])
        firsts.append(first / whole)
        say(f"  plain {took[0]:.2f} s, by record {took[1]:.2f} s, search {whole:.2f} s, first {first:.3f} s")
    finder.close()
    say(f"whole: {median(ratios):.2f}x the plain loop (goal 0.35), {median(records):.2f}x the one by record")
    say(f"first result: {median(firsts):.2f} of the whole (goal 0.1)")
    for name, watch in (("nothing going on", idle), ("while searching", beats)):
        say(f"loop late, {name}: p99 {quantiles(watch.late, n=100)[98]:.1f} ms, most {max(watch.late):.1f} ms")


if __name__ == "__main__":
    number, kilobytes, times = (int(word) for word in (*sys.argv[1:], "1000", "200", "5")[:3])
    with tempfile.TemporaryDirectory() as there:
        asyncio.run(run(Path(there), Identity.generate(), number, kilobytes * 1000, times))
