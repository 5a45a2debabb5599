"""The real program, killed or refused at one system call after another: what it said is true, and nothing is lost."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.domain.notes import text_of
from sessionpad.store.identity import Identity
from tests.scenarios.faulted import ERRORS, KILL, Ran
from tests.scenarios.hurting import GIVEN, Act, Bench, bench_in, hurt_everywhere, judge
from tests.scenarios.script import PROGRAM, environment
from tests.scenarios.template import IDS, dossiers

pytestmark = pytest.mark.strace

TEXT: Final = "wat-de-client-zei"
OLD_PAPER: Final = b"een eerder document"


def _furnish(kept: Path, _: Identity) -> None:
    (kept / "paper" / "a.docx").write_bytes(OLD_PAPER)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with bench_in(tmp_path_factory.mktemp("faults"), _furnish) as made:
        yield made


def _dossier(bench: Bench) -> Dossier:
    with bench.opened() as repository:
        assert len(repository.overviews()) == len(dossiers())
        return repository.load(DossierId(IDS["A"])).dossier


def _notes(bench: Bench) -> list[str]:
    return [text_of(each.notes) for each in _dossier(bench).sessions]


def _noted(bench: Bench) -> bool:
    notes = _notes(bench)
    assert notes in ([], [TEXT])
    return bool(notes)


def _exported(bench: Bench) -> bool:
    dossier, made = _dossier(bench), (bench.paper / "a.docx").read_bytes()
    assert dossier.sessions == ()
    is_made, listed = made != OLD_PAPER and _is_whole(made), [each.sha256 for each in dossier.papers]
    assert is_made or not listed
    return is_made and listed[-1:] == [hashlib.sha256(made).hexdigest()]


def _is_whole(made: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(made)) as paper:
        return paper.testzip() is None and b"energiebrief" in paper.read("word/document.xml")


def _no_plain_text(bench: Bench, told: str) -> None:
    for path in bench.vault.rglob("*"):
        assert not path.is_file() or TEXT.encode() not in path.read_bytes(), (path, told)
    papers = {each.name: each.read_bytes() for each in bench.paper.iterdir()}
    assert papers.keys() <= {"a.docx", "a-2.docx"}, told
    assert all(made == OLD_PAPER or _is_whole(made) for made in papers.values()), told


ACTS: Final = {
    "note": Act(("note", "A.", TEXT), _noted, "Noted and saved.", _no_plain_text),
    "export": Act(
        ("export", "A.", "task-sheet", "-o", "paper/a.docx"),
        _exported,
        "",
        _no_plain_text,
        done_for_all_that="is not listed there",  # where nothing can be written in the vault, a document is made
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_killed_or_refused_anywhere_it_lost_nothing(bench: Bench, name: str, deep: bool) -> None:
    """At each system call about the vault or the paper, the first time, the second, and so on until it passes."""
    hurt_everywhere(bench, ACTS[name], deep=deep)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may look into a program that closed itself")
@pytest.mark.parametrize("fault", [KILL, *ERRORS])
@pytest.mark.parametrize("call", ["write", "fsync", "rename"])
def test_the_same_from_its_very_start(bench: Bench, call: str, fault: str) -> None:
    """The program as a person starts it, hurt where it brings the dossier to the disk."""
    act, temp, log = ACTS["note"], bench.vault / "dossiers" / f".{IDS['A']}.age.tmp", bench.home / "strace.log"
    bench.renew()
    hurt = ("strace", "-f", "-o", str(log), "-P", str(temp), "-e", f"trace={call}", "-e", f"inject={call}:{fault}")
    ran = subprocess.run(
        [*hurt, *PROGRAM, *GIVEN, *act.words],
        capture_output=True,
        cwd=bench.home,
        env=environment(bench.home),
        text=True,
        timeout=60,
        check=False,
    )
    told = Ran(ran.returncode, ran.stdout, ran.stderr, log.read_text())
    assert told.was_hit
    judge(bench, act, told, str(told))
    assert _notes(bench) == [TEXT]
