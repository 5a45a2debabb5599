"""What keeps a vault (bringing back, erasing, backing up, changing keys), killed or refused at each system call.

Done or as it was, never half; and what is not done can be done again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
import pytest

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.errors import NotFound, WrongPassphrase
from sessionpad.store.backup import write_backup
from sessionpad.store.backup_file import unlock_backup, verify_backup
from sessionpad.store.files import DiskFiles
from sessionpad.store.identity import Identity
from sessionpad.store.key_files import RECOVERY, RESEALING
from sessionpad.store.recovery import read_recovery_key, recover
from sessionpad.store.vault import open_vault, unlock
from tests.light_key import PASSPHRASE
from tests.scenarios.faulted import CHANGING
from tests.scenarios.hurting import Act, Bench, bench_in, hurt_everywhere
from tests.scenarios.template import IDS, NOW, dossiers

pytestmark = pytest.mark.strace

A: Final = DossierId(IDS["A"])
NEW: Final = "een andere lange zin"
EARLIER, LATER = "Anneke", "Anneke V."
BACKUP: Final = "b.tar"


def _named(name: str) -> Dossier:
    first = next(each for each in dossiers() if each.id == A)
    return msgspec.structs.replace(first, client=msgspec.structs.replace(first.client, name=name))


def _furnish(kept: Path, identity: Identity) -> None:
    vault = open_vault(kept / "vault", identity, program="test", clock=lambda: NOW.replace(hour=12))
    vault.repository.save(_named(LATER))
    vault.close()
    write_backup(kept / "vault", identity, kept / "paper" / BACKUP, now=NOW)
    (kept.parent / "new").write_text(f"{NEW}\n", "utf-8")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with bench_in(tmp_path_factory.mktemp("keeping"), _furnish) as made:
        yield made


def _brought_back(bench: Bench) -> bool:
    """What it replaced is kept; without it, the dossier is as it was, with its one version."""
    with bench.opened() as repository:
        name = repository.load(A).dossier.client.name
        earlier = [repository.load_version(A, each.id).dossier.client.name for each in repository.versions(A)]
        assert name in {EARLIER, LATER}
        assert {EARLIER, LATER} <= {name, *earlier}
        return name == EARLIER


def _erased(bench: Bench) -> bool:
    """From its tombstone on the client is gone, in every version; before that nothing is."""
    is_begun = (bench.vault / "erased" / f"{A}.age").exists()
    with bench.opened() as repository:
        if is_begun:
            with pytest.raises(NotFound):
                repository.load(A)
            assert A not in {row.id for row in repository.overviews()}
            assert not [each for each in bench.vault.rglob(f"*{A}*") if each.parent.name != "erased"]
        else:
            assert repository.load(A).dossier == _named(LATER)
            assert len(repository.versions(A)) == 1
    return is_begun


@cache
def _is_sound(whole: bytes, folder: Path) -> bool:
    file = folder / "looked-at.tar"
    file.write_bytes(whole)
    try:
        return not verify_backup(file, unlock_backup(file, PASSPHRASE))
    finally:
        file.unlink()


def _backed_up(bench: Bench) -> bool:
    """Under its name there is always a whole backup: the one of before or the new one."""
    made, before = (bench.paper / BACKUP).read_bytes(), (bench.home / "kept" / "paper" / BACKUP).read_bytes()
    assert {each.name for each in bench.paper.iterdir() if not each.name.startswith(".")} == {BACKUP}
    assert _is_sound(made, bench.home)
    with bench.opened() as repository:
        assert repository.load(A).dossier == _named(LATER)
    return made != before


def _opens(bench: Bench, passphrase: str) -> Identity | None:
    try:
        return unlock(bench.vault, passphrase)
    except WrongPassphrase:
        return None


def _passphrase_changed(bench: Bench) -> bool:
    """One of the two opens everything, and after that opening it is the only one."""
    changed = _opens(bench, NEW)
    identity = changed or _opens(bench, PASSPHRASE)
    assert identity is not None
    _all_open(bench, identity)
    assert (_opens(bench, PASSPHRASE) is None) == (changed is not None)
    return changed is not None


def _all_open(bench: Bench, identity: Identity) -> None:
    with bench.opened(identity) as repository:
        assert len(repository.overviews()) == len(dossiers())
        assert repository.load(A).dossier == _named(LATER)
        assert [repository.load_version(A, each.id).dossier for each in repository.versions(A)] == [_named(EARLIER)]
    assert not (bench.vault / RESEALING).exists()


def _recovery_made(bench: Bench) -> bool:
    """A vault with a recovery key has one that somebody holds; and the passphrase opens everything all the time."""
    identity = _opens(bench, PASSPHRASE)
    assert identity is not None
    _all_open(bench, identity)
    keys = [read_recovery_key(each.read_text(), each.name) for each in bench.paper.glob("key*.txt")]
    if not identity.recovery:
        assert not (bench.vault / RECOVERY).exists()
        return False
    held = next(key for key in keys if key.public == identity.recovery)
    _all_open(bench, recover(bench.vault, held, DiskFiles()).identity)
    return True


ACTS: Final = {
    "restore": Act(("restore", "A.", "--version", "newest"), _brought_back, "is back"),
    "erase": Act(("erase", "A.", "--yes-erase", "A."), _erased, "Erased."),
    "backup": Act(("backup", f"paper/{BACKUP}"), _backed_up, "5 dossiers"),
    "passphrase": Act(("passphrase", "--new-passphrase-file", "new"), _passphrase_changed, "is changed"),
    "new-key": Act(("passphrase", "--new-key", "--new-passphrase-file", "new"), _passphrase_changed, "is changed"),
    "recovery-key": Act(("recovery-key", "-o", "paper/key.txt"), _recovery_made, "can read every dossier"),
}


@pytest.mark.parametrize("name", ACTS)
def test_killed_or_refused_anywhere_it_is_done_or_as_it_was(bench: Bench, name: str, deep: bool) -> None:
    """At each system call that changes the vault or what lies beside it, the first time, the second, until it passes."""
    hurt_everywhere(bench, ACTS[name], deep=deep, calls=CHANGING)
