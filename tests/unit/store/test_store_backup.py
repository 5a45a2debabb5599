"""One file that holds a vault: complete, checked, and never a way around an erasing."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from sessionpad.errors import Damaged, NotFound, StorageFailed, WrongPassphrase
from sessionpad.store.backup import last_backup, write_backup
from sessionpad.store.backup_file import unlock_backup, verify_backup
from sessionpad.store.files import DiskFiles
from sessionpad.store.identity import Identity
from sessionpad.store.taking_back import take_back, unpack_backup
from sessionpad.store.vault import Vault, check_vault, is_vault, lay_vault, open_vault
from tests.unit.store.conftest import Protected
from tests.unit.store.disks import Fault, FaultyFiles
from tests.unit.store.dossiers import a_dossier, noted, notes_in

NOW = datetime(2026, 1, 6, tzinfo=UTC)


@pytest.fixture
def filled(folder: Path, opening: Callable[[], Vault]) -> Path:
    """A vault with two clients, one with versions."""
    vault = opening()
    for name in ("d1", "d2"):
        vault.repository.save(noted(a_dossier(name, name), "eerst"))
    vault.repository.start_version(a_dossier("d1").id, NOW)
    vault.repository.save(noted(a_dossier("d1", "d1"), "laatst"))
    vault.close()
    return folder


@pytest.fixture
def backup(filled: Path, identity: Identity, tmp_path: Path) -> Path:
    target = tmp_path / "backup.tar"
    assert write_backup(filled, identity, target, now=NOW) == 2
    return target


def test_unpacked_it_is_the_vault(backup: Path, filled: Path, identity: Identity, tmp_path: Path) -> None:
    """A backup brings back every dossier and every version, byte for byte, for this user alone."""
    folder = tmp_path / "again"
    unpack_backup(backup, folder)
    kept = [path for path in filled.rglob("*.age") if path.name != "index.age"]
    assert all((folder / path.relative_to(filled)).read_bytes() == path.read_bytes() for path in kept)
    assert check_vault(folder, identity) == (), "also no file that others may read"
    vault = open_vault(folder, identity, program="test")
    assert notes_in(vault.repository.load(a_dossier("d1").id).dossier) == "laatst"
    vault.close()


def test_tar_alone_unpacks_it(backup: Path, identity: Identity, tmp_path: Path) -> None:
    """Without this program a backup is a tar file with a vault in it."""
    with tarfile.open(backup) as tar:
        tar.extractall(tmp_path / "by-hand", filter="data")
    vault = open_vault(tmp_path / "by-hand", identity, program="test")
    assert len(vault.repository.overviews()) == 2
    vault.close()


def test_the_passphrase_opens_a_backup(tmp_path: Path, protected: Protected) -> None:
    """Nothing but the file and the passphrase is needed."""
    folder = tmp_path / "vault"
    lay_vault(folder, protected.identity, protected.data)
    write_backup(folder, protected.identity, tmp_path / "b.tar", now=NOW)
    assert unlock_backup(tmp_path / "b.tar", protected.passphrase).text == protected.identity.text
    with pytest.raises(WrongPassphrase):
        unlock_backup(tmp_path / "b.tar", "iets anders")


def test_no_text_in_plain(backup: Path) -> None:
    """A backup shows no word of a client, and other users may not read it."""
    assert b"laatst" not in backup.read_bytes()
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_whole_backup_verifies(backup: Path, identity: Identity) -> None:
    """Nothing is wrong with a backup that was just made, and the vault knows when that was."""
    assert verify_backup(backup, identity) == ()


def test_the_vault_knows_when(backup: Path, filled: Path, tmp_path: Path) -> None:
    """The moment of the last backup is known; of a vault without one it is not."""
    assert backup.exists()
    assert (last_backup(filled), last_backup(tmp_path)) == (NOW, None)


@pytest.mark.parametrize("where", [0.0, 0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_cut_backup_is_noticed(backup: Path, identity: Identity, where: float) -> None:
    """Wherever a backup ends too soon, verifying says so."""
    with tarfile.open(backup) as tar:
        end = max(each.offset_data + each.size for each in tar.getmembers())
    backup.write_bytes(backup.read_bytes()[: int(end * where)])
    assert verify_backup(backup, identity) != ()


def test_every_changed_part_is_noticed(backup: Path, identity: Identity) -> None:
    """A changed byte in any file of a backup is named."""
    with tarfile.open(backup) as tar:
        places = {each.name: each.offset_data for each in tar.getmembers()}
    whole = backup.read_bytes()
    for name, place in places.items():
        changed = bytearray(whole)
        changed[place] ^= 1
        backup.write_bytes(changed)
        assert [each.file for each in verify_backup(backup, identity)] == [name]


def test_a_part_left_out_or_put_in_is_noticed(backup: Path, identity: Identity) -> None:
    """A dossier that was taken out of a backup is missed, one that was put in is named, and a path outside is ignored."""
    changed = backup.with_name("changed.tar")
    with tarfile.open(backup) as old, tarfile.open(changed, "w") as new:
        for each in old.getmembers():
            if each.name != "dossiers/d1.age":
                new.addfile(each, old.extractfile(each))
        for name in ("dossiers/d9.age", "../outside.age", "/tmp/outside.age", "dossiers/../../x.age"):
            member = tarfile.TarInfo(name)
            member.size = 1
            new.addfile(member, io.BytesIO(b"x"))
    assert [(each.file, each.kind.value) for each in verify_backup(changed, identity)] == [
        ("dossiers/d1.age", "lost"),
        ("dossiers/d9.age", "stray"),
    ]
    unpack_backup(changed, backup.parent / "deep" / "vault")
    assert not (backup.parent / "deep" / "outside.age").exists()


def test_what_is_no_backup_is_refused(tmp_path: Path, identity: Identity) -> None:
    """Another file is not unpacked, and a missing one is not found."""
    (tmp_path / "x.tar").write_bytes(b"geen tar")
    with pytest.raises(Damaged):
        unpack_backup(tmp_path / "x.tar", tmp_path / "vault")
    assert not is_vault(tmp_path / "vault")
    with pytest.raises(NotFound):
        verify_backup(tmp_path / "none.tar", identity)


def test_a_lost_client_can_be_brought_back(
    backup: Path, filled: Path, identity: Identity, opening: Callable[[], Vault]
) -> None:
    """What a backup holds becomes a version, from where it is restored."""
    (filled / "dossiers" / "d2.age").unlink()
    assert take_back(backup, filled, identity) == (("d1", "d2"), ())
    vault = opening()
    newest = vault.repository.versions(a_dossier("d2").id)[0]
    assert notes_in(vault.repository.restore(a_dossier("d2").id, newest.id).dossier) == "eerst"
    assert notes_in(vault.repository.load(a_dossier("d1").id).dossier) == "laatst"


def test_an_erased_client_stays_erased(
    backup: Path, filled: Path, identity: Identity, opening: Callable[[], Vault], tmp_path: Path
) -> None:
    """Neither taking a backup back nor unpacking a later one brings an erased client back."""
    vault = opening()
    vault.repository.erase(a_dossier("d1").id, at=NOW, reason="bewaartermijn")
    vault.close()
    assert take_back(backup, filled, identity) == (("d2",), ())
    again = opening()
    assert [row.code for row in again.repository.overviews()] == ["d2"]
    again.close()
    later = tmp_path / "later.tar"
    write_backup(filled, identity, later, now=NOW)
    old = tmp_path / "old"
    unpack_backup(backup, old)
    assert take_back(later, old, identity) == (("d2",), ("d1",))
    vault = open_vault(old, identity, program="test")
    assert [row.code for row in vault.repository.overviews()] == ["d2"]
    vault.close()


def test_a_damaged_dossier_does_not_stop_a_backup(filled: Path, identity: Identity, tmp_path: Path) -> None:
    """The others are in it, and verifying says which one is damaged."""
    (filled / "dossiers" / "d1.age").write_bytes(b"stuk")
    write_backup(filled, identity, tmp_path / "b.tar", now=NOW)
    assert [(each.file, each.dossier) for each in verify_backup(tmp_path / "b.tar", identity)] == [
        ("dossiers/d1.age", "d1")
    ]


@pytest.mark.parametrize("fault", [Fault.DISK_FULL, Fault.HALF, Fault.AFTER, Fault.SHORT])
def test_a_fault_leaves_the_earlier_backup_or_the_new(
    backup: Path, filled: Path, identity: Identity, fault: Fault
) -> None:
    """A backup that could not be made costs neither the one before it nor the vault."""
    for number in count(1):
        faulty = FaultyFiles(DiskFiles(), number, fault)
        try:
            write_backup(filled, identity, backup, now=NOW, files=faulty)
        except StorageFailed:
            assert fault is not Fault.SHORT
        assert verify_backup(backup, identity) == ()
        assert list(backup.parent.glob(".*")) == []
        if not faulty.hit:
            break
    assert check_vault(filled, identity) == ()
