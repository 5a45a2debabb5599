"""The real program, killed or refused at one system call after another: what it said is true, and nothing is lost."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from typing import Final

import pytest

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.domain.notes import text_of
from sessionpad.store.identity import Identity
from sessionpad.store.vault import open_vault
from tests.light_key import PASSPHRASE, light_vault
from tests.scenarios.faulted import CHANGING, ERRORS, KILL, Faulted, Ran, Site
from tests.scenarios.script import PROGRAM, environment
from tests.scenarios.template import IDS, NOW, dossiers

pytestmark = [
    pytest.mark.strace,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]

TEXT: Final = "wat-de-client-zei"
MATTERS: Final = {*CHANGING, "openat", "read"}
"""The other calls are looked at when there is time: `--deep`."""
SENTENCE: Final = re.compile(r"sessionpad: [^\n]+\n")
A_MISTAKE: Final = re.compile(r"\(\S+\.py:\d+, [0-9a-f]{8}\)|Traceback")
OLD_PAPER: Final = b"een eerder document"


@dataclass
class Bench:
    """A vault that is brought back to how it was before each run."""

    home: Path
    identity: Identity
    program: Faulted

    @property
    def vault(self) -> Path:
        return self.home / "vault"

    @property
    def paper(self) -> Path:
        return self.home / "paper"

    def renew(self) -> None:
        for name in ("vault", "paper"):
            shutil.rmtree(self.home / name, ignore_errors=True)
            shutil.copytree(self.home / "kept" / name, self.home / name)

    def notes(self) -> list[str]:
        return [text_of(each.notes) for each in self.dossier().sessions]

    def dossier(self) -> Dossier:
        """That of A, read the way the program reads it: with the vault opened for writing."""
        vault = open_vault(self.vault, self.identity, program="test")
        try:
            assert not vault.read_only
            assert len(vault.repository.overviews()) == len(dossiers())
            assert not vault.repository.distrusted()
            return vault.repository.load(DossierId(IDS["A"])).dossier
        finally:
            vault.close()


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    home = tmp_path_factory.mktemp("faults")
    (home / "pass").write_text(f"{PASSPHRASE}\n", "utf-8")
    kept = home / "kept"
    identity = light_vault(kept / "vault")
    vault = open_vault(kept / "vault", identity, program="test", clock=lambda: NOW)
    for dossier in dossiers():
        vault.repository.save(dossier)
    vault.close()
    (kept / "paper").mkdir()
    (kept / "paper" / "a.docx").write_bytes(OLD_PAPER)
    program = Faulted(home)
    yield Bench(home, identity, program)
    program.close()


@dataclass(frozen=True)
class Act:
    """A command, and how to see whether it was done."""

    words: tuple[str, ...]
    is_done: Callable[[Bench], bool]
    """Whether everything is as after the command; when not, this makes sure that all is as it was before."""
    said: str


def _noted(bench: Bench) -> bool:
    notes = bench.notes()
    assert notes in ([], [TEXT])
    return bool(notes)


def _exported(bench: Bench) -> bool:
    dossier, made = bench.dossier(), (bench.paper / "a.docx").read_bytes()
    assert dossier.sessions == ()
    is_made, listed = made != OLD_PAPER and _is_whole(made), [each.sha256 for each in dossier.papers]
    assert is_made or not listed
    return is_made and listed[-1:] == [hashlib.sha256(made).hexdigest()]


def _is_whole(made: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(made)) as paper:
        return paper.testzip() is None and b"energiebrief" in paper.read("word/document.xml")


ACTS: Final = {
    "note": Act(("note", "A.", TEXT), _noted, "Noted and saved."),
    "export": Act(("export", "A.", "task-sheet", "-o", "paper/a.docx"), _exported, ""),
}
GIVEN: Final = ("--passphrase-file", "pass")
NOT_LISTED: Final = "is not listed there"
"""Where nothing can be written in the vault, a document is made all the same, and that is said."""


@pytest.mark.parametrize("name", ACTS)
def test_killed_or_refused_anywhere_it_lost_nothing(bench: Bench, name: str, deep: bool) -> None:
    """At each system call about the vault or the paper, the first time, the second, and so on until it passes."""
    act, errors = ACTS[name], cycle(ERRORS)
    bench.renew()
    sites = [
        site for site in bench.program.sites(*GIVEN, *act.words, folder=bench.home) if deep or site.call in MATTERS
    ]
    hits = 0
    for site in sites:
        kill = (KILL,) if deep or site.call in CHANGING else ()
        faults = ERRORS if deep else (next(errors),)
        hits += sum(_until_it_passes(bench, act, fault, site) for fault in (*kill, *faults))
    assert hits > len(sites)


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
    _judge(bench, act, told, str(told))
    assert bench.notes() == [TEXT]


def _until_it_passes(bench: Bench, act: Act, fault: str, site: Site) -> int:
    """How often the fault struck before the command passed untouched."""
    hits = 0
    while True:
        bench.renew()
        ran = bench.program.run(*GIVEN, *act.words, fault=fault, site=site)
        _judge(bench, act, ran, f"{fault} at {site}: {ran}")
        if not ran.was_hit:
            assert ran.code == 0, ran
            return hits
        site, hits = replace(site, nth=site.nth + 1), hits + 1


def _judge(bench: Bench, act: Act, ran: Ran, told: str) -> None:
    __tracebackhide__ = True
    _no_plain_text(bench, told)
    if ran.code == 0:
        assert act.said in ran.err, told
    elif ran.code > 0:
        assert SENTENCE.fullmatch(ran.err), told
        assert not A_MISTAKE.search(ran.err), told
    done = act.is_done(bench)
    assert done or ran.code != 0 or NOT_LISTED in ran.err, told
    if not done:
        again = bench.program.run(*GIVEN, *act.words)
        assert (again.code, act.is_done(bench)) == (0, True), (told, again)


def _no_plain_text(bench: Bench, told: str) -> None:
    for path in bench.vault.rglob("*"):
        assert not path.is_file() or TEXT.encode() not in path.read_bytes(), (path, told)
    papers = {each.name: each.read_bytes() for each in bench.paper.iterdir()}
    assert papers.keys() <= {"a.docx", "a-2.docx"}, told
    assert all(made == OLD_PAPER or _is_whole(made) for made in papers.values()), told
