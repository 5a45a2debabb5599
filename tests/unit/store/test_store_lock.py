"""One writer, also between programs and between threads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from sessionpad.store.aside import WORTH_A_THREAD, Aside
from sessionpad.store.identity import Identity
from sessionpad.store.lock import HOLDER, UNKNOWN
from sessionpad.store.vault import Vault, open_vault
from tests.unit.store.dossiers import a_dossier, noted, notes_in

OTHER = """
import sys
from pathlib import Path
from sessionpad.store.vault import Identity, open_vault
vault = open_vault(Path(sys.argv[1]), Identity.from_text(sys.stdin.readline()), program="de ander")
print(vault.read_only, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other(folder: Path, identity: Identity) -> subprocess.Popen[str]:
    """Another program that has the vault open for writing."""
    secret = identity.text.splitlines()[-1]
    program = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert program.stdin
    assert program.stdout
    program.stdin.write(secret + "\n")
    program.stdin.flush()
    assert program.stdout.readline() == "False\n"
    return program


def _end(program: subprocess.Popen[str]) -> None:
    program.send_signal(signal.SIGKILL)
    program.communicate()


def test_another_program_is_named(other: subprocess.Popen[str], opening: Callable[[], Vault]) -> None:
    """The second program says who has the vault: program, machine and process."""
    vault = opening()
    holder = vault.holder
    _end(other)
    assert vault.read_only
    assert holder is not None
    assert (holder.program, holder.pid) == ("de ander", other.pid)
    assert str(other.pid) in str(holder)


def test_a_killed_program_holds_nothing(other: subprocess.Popen[str], opening: Callable[[], Vault]) -> None:
    """After kill -9 the next program may write, and nobody is said to hold the vault."""
    _end(other)
    vault = opening()
    assert (vault.read_only, vault.holder) == (False, None)


def test_a_note_that_cannot_be_read_is_nobody_known(
    folder: Path, identity: Identity, opening: Callable[[], Vault]
) -> None:
    """Without the note of the holder the vault is still held."""
    first = opening()
    (folder / HOLDER).write_bytes(b"\xff")
    second = open_vault(folder, identity, program="test")
    assert (second.read_only, second.holder) == (True, UNKNOWN)
    second.close()
    first.close()
    assert not (folder / HOLDER).exists()


def test_closing_the_second_leaves_the_first(opening: Callable[[], Vault]) -> None:
    """A reader that goes away does not free the lock of the writer."""
    first, second = opening(), opening()
    second.close()
    assert opening().read_only
    assert not first.read_only


def test_threads_take_turns(vault: Vault) -> None:
    """Saves, lists and loads from several threads at once end in one of the values, with every revision once."""
    dossier = a_dossier()
    vault.repository.save(dossier)
    revisions: list[int] = []

    def work(name: str) -> None:
        for number in range(5):
            revisions.append(vault.repository.save(noted(dossier, f"{name} {number}")).revision)
            vault.repository.overviews()
            vault.repository.load(dossier.id)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(revisions) == list(range(2, 17))
    assert notes_in(vault.repository.load(dossier.id).dossier) in {f"{name} 4" for name in "abc"}


def test_work_aside_gives_and_raises() -> None:
    """What is done beside the caller is given, or raised, where it is waited for; for few bytes no thread is started."""

    def fail() -> None:
        raise KeyError("x")

    here = threading.get_ident()
    for size, is_here in ((0, True), (WORTH_A_THREAD, False)):
        assert (Aside(threading.get_ident, size).result() == here) is is_here
        failing = Aside(fail, size)
        with pytest.raises(KeyError):
            failing.result()
