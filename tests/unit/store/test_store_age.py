"""RECOVERY.txt, word for word: Debian's `age`, typed in the folder of a vault, reads every dossier as JSON."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from sessionpad.store.files import DiskFiles
from sessionpad.store.identity import Identity, recovery_key_text
from sessionpad.store.recovery_text import TEXT
from sessionpad.store.resealing import change_keys
from sessionpad.store.vault import lay_vault, open_vault
from tests.unit.store.conftest import Protected
from tests.unit.store.disks import PowerLoss
from tests.unit.store.dossiers import a_dossier, noted

pytestmark = pytest.mark.age

SAID: Final = "leesbaar zonder sessionpad"
NAMES: Final = ("d1", "d2")
NOW: Final = datetime(2026, 1, 5, 10, tzinfo=UTC)


def commands(language: str) -> Iterator[str]:
    """The commands of the sheet in one language, in order."""
    dutch, english = TEXT.split("\nENGLISH\n")
    lines = (dutch if language == "nl" else english).splitlines()
    yield from (line.strip() for line in lines if line.startswith("       "))


OPEN_KEY, READ, READ_WITH_KEY, NEW_PASSPHRASE, ADD_EARLIER = commands("nl")


class Laid(NamedTuple):
    folder: Path
    recovery: Identity


@pytest.fixture
def laid(tmp_path: Path, protected: Protected) -> Laid:
    """A vault behind a real passphrase, with versions and a recovery key."""
    folder, recovery = tmp_path / "vault", Identity.generate()
    lay_vault(folder, protected.identity, protected.data)
    vault = open_vault(folder, protected.identity, program="test")
    for name in NAMES:
        dossier = noted(a_dossier(name), SAID)
        vault.repository.save(dossier)
        vault.repository.start_version(dossier.id, NOW)
    vault.close()
    with_recovery = Identity(protected.identity.key, recovery.public)
    change_keys(folder, protected.identity, with_recovery, protected.data, DiskFiles())
    return Laid(folder, recovery)


def typed(command: str, folder: Path, passphrase: str | None = None) -> bytes:
    """What the command prints when it is typed in this folder; age asks for a passphrase on the terminal alone."""
    if passphrase is None:
        return subprocess.run(["sh", "-c", command], cwd=folder, check=True, capture_output=True).stdout
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execvp("sh", ["sh", "-c", command])
    seen = b""
    while b"passphrase" not in seen.lower():
        seen += os.read(terminal, 1024)
    os.write(terminal, passphrase.encode() + b"\n")
    with suppress(OSError):  # the end of the terminal
        while os.read(terminal, 1024):
            pass
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0
    return b""


def check_all_readable(command: str, folder: Path) -> None:
    """The command reads every dossier and every version as JSON, with the text that was noted in it."""
    versions = [path.relative_to(folder).as_posix() for path in (folder / "versions").rglob("*.age")]
    assert len(versions) >= 2
    for file in (*(f"dossiers/{name}.age" for name in NAMES), *versions):
        read = json.loads(typed(command.replace("dossiers/ID.age", file), folder))
        assert read["client"]["1"]["code"] == "Berk"
        assert any(SAID in line["text"] for row in read["sessions"].values() for line in row["notes"])


def test_both_languages_give_the_same_commands() -> None:
    """Dutch or English, the same is typed."""
    assert list(commands("nl")) == list(commands("en"))
    assert NEW_PASSPHRASE.startswith("sessionpad passphrase --recovery-key-file ")


@pytest.mark.parametrize("file", ["identity.age", "identity-copy.age"])
def test_age_and_the_passphrase_read_everything(laid: Laid, protected: Protected, file: str) -> None:
    """With the passphrase alone, from either of the two files."""
    typed(OPEN_KEY.replace("identity.age", file), laid.folder, protected.passphrase)
    check_all_readable(READ, laid.folder)


def test_age_and_the_recovery_key_read_everything(laid: Laid) -> None:
    """With the recovery key alone, as it was shown, and without any of the files that hold the coach's own key."""
    for name in ("identity.age", "identity-copy.age", "recovery.age"):
        (laid.folder / name).unlink()
    (laid.folder / "recovery-key.txt").write_text(recovery_key_text(laid.recovery))
    check_all_readable(READ_WITH_KEY, laid.folder)


def test_of_the_recovery_key_one_line_is_enough(laid: Laid) -> None:
    """Who copied only the secret line from paper gets in as well, and finds the coach's own key with it."""
    (laid.folder / "recovery-key.txt").write_text(f"{laid.recovery.key}\n")
    check_all_readable(READ_WITH_KEY, laid.folder)
    own = typed("age -d -i recovery-key.txt recovery.age > identity.txt && cat identity.txt", laid.folder)
    assert own.count(b"AGE-SECRET-KEY-1") == 1
    check_all_readable(READ, laid.folder)


def test_also_when_a_change_of_keys_was_broken_off(laid: Laid, protected: Protected) -> None:
    """Half of the files sealed for one key and half for another: what the sheet says of resealing.age opens them all."""
    old = Identity(protected.identity.key, laid.recovery.public)
    new = Identity.generate()
    done = 0

    def progress(number: int, of: int) -> None:
        nonlocal done
        done = number
        if number == of // 2:
            raise PowerLoss

    with pytest.raises(PowerLoss):
        change_keys(laid.folder, old, new, protected.data, DiskFiles(), progress=progress)
    assert done > 1
    (laid.folder / "identity.txt").write_text(new.text)
    with pytest.raises(subprocess.CalledProcessError):
        check_all_readable(READ, laid.folder)
    typed(ADD_EARLIER, laid.folder)
    check_all_readable(READ, laid.folder)
