"""Lets a command go wrong at one system call after another, and looks after each time at what it left."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from typing import Final

from sessionpad.store.identity import Identity
from sessionpad.store.repository import Repository
from sessionpad.store.vault import open_vault
from tests.light_key import PASSPHRASE, light_vault
from tests.scenarios.faulted import CHANGING, ERRORS, KILL, Faulted, Ran, Site
from tests.scenarios.template import NOW, dossiers

MATTERS: Final = {*CHANGING, "openat", "read"}
"""The other calls are looked at when there is time: `--deep`."""
GIVEN: Final = ("--passphrase-file", "pass")
SENTENCE: Final = re.compile(r"sessionpad: [^\n]+\n")
A_MISTAKE: Final = re.compile(r"\(\S+\.py:\d+, [0-9a-f]{8}\)|Traceback")


@dataclass
class Bench:
    """A vault, and a folder beside it, that are brought back to how they were before each run."""

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

    @contextmanager
    def opened(self, identity: Identity | None = None) -> Iterator[Repository]:
        """The dossiers, read the way the program reads them: with the vault opened for writing, and all of them sound.

        Args:
            identity: what opens it; the one it began with when None.
        """
        vault = open_vault(self.vault, identity or self.identity, program="test")
        try:
            assert not vault.read_only
            vault.repository.overviews()
            assert not vault.repository.distrusted()
            yield vault.repository
        finally:
            vault.close()


@contextmanager
def bench_in(home: Path, furnish: Callable[[Path, Identity], None]) -> Iterator[Bench]:
    """A bench with the vault of all scenarios behind a light key.

    Args:
        home: an empty folder.
        furnish: puts more in the folder that is copied for each run; is given that and what opens its vault.
    """
    (home / "pass").write_text(f"{PASSPHRASE}\n", "utf-8")
    kept = home / "kept"
    identity = light_vault(kept / "vault")
    vault = open_vault(kept / "vault", identity, program="test", clock=lambda: NOW)
    for dossier in dossiers():
        vault.repository.save(dossier)
    vault.close()
    (kept / "paper").mkdir()
    furnish(kept, identity)
    program = Faulted(home)
    try:
        yield Bench(home, identity, program)
    finally:
        program.close()


@dataclass(frozen=True)
class Act:
    """A command, and how to see whether it was done."""

    words: tuple[str, ...]
    is_done: Callable[[Bench], bool]
    """Whether everything is as after the command; when not, this makes sure that all is as it was before."""
    said: str
    left: Callable[[Bench, str], None] = lambda _bench, _told: None
    """Looks at what lies there before anything opens the vault again."""
    done_for_all_that: str = ""
    """A sentence that says that it was done only in part, which is then no failure."""


def hurt_everywhere(bench: Bench, act: Act, *, deep: bool, calls: Container[str] = MATTERS) -> None:
    """At each system call about the vault or the paper, the first time, the second, and so on until it passes.

    Args:
        bench: the vault, and what hurts.
        act: the command.
        deep: every call there is, and at each of them every fault.
        calls: without that, only these.
    """
    errors = cycle(ERRORS)
    bench.renew()
    sites = [site for site in bench.program.sites(*GIVEN, *act.words, folder=bench.home) if deep or site.call in calls]
    hits = 0
    for site in sites:
        kill = (KILL,) if deep or site.call in CHANGING else ()
        faults = ERRORS if deep else (next(errors),)
        hits += sum(_until_it_passes(bench, act, fault, site) for fault in (*kill, *faults))
    assert hits > len(sites)


def _until_it_passes(bench: Bench, act: Act, fault: str, site: Site) -> int:
    """How often the fault struck before the command passed untouched."""
    hits = 0
    while True:
        bench.renew()
        ran = bench.program.run(*GIVEN, *act.words, fault=fault, site=site)
        judge(bench, act, ran, f"{fault} at {site}: {ran}")
        if not ran.was_hit:
            assert ran.code == 0, ran
            return hits
        site, hits = replace(site, nth=site.nth + 1), hits + 1


def judge(bench: Bench, act: Act, ran: Ran, told: str) -> None:
    """What it said is true; what is not done is as it was, and can be done again."""
    __tracebackhide__ = True
    act.left(bench, told)
    if ran.code == 0:
        assert act.said in ran.err, told
    elif ran.code > 0:
        assert SENTENCE.search(ran.err), told
        assert not A_MISTAKE.search(ran.err), told
    done = act.is_done(bench)
    in_part = bool(act.done_for_all_that) and act.done_for_all_that in ran.err
    assert done or ran.code != 0 or in_part, told
    if not done:
        again = bench.program.run(*GIVEN, *act.words)
        assert (again.code, act.is_done(bench)) == (0, True), (told, again)
