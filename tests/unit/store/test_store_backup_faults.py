"""Something goes wrong at any call to the disk while a backup is made, taken back or unpacked, or a vault is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from sessionpad.errors import Damaged, NotFound, SessionpadError, VaultUnusable
from sessionpad.store import recovery_text, settings
from sessionpad.store.backup import write_backup
from sessionpad.store.backup_file import verify_backup
from sessionpad.store.files import Files, read_or_none
from sessionpad.store.identity import COPY, FILE, Identity
from sessionpad.store.key_files import RECOVERY, write_protected
from sessionpad.store.layout import shelves
from sessionpad.store.taking_back import take_back, unpack_backup
from sessionpad.store.vault import put_in_order, repository_in
from tests.unit.store.conftest import Clock
from tests.unit.store.disks import Fault, FaultyFiles, ModelDisk, PowerLoss, Survives
from tests.unit.store.dossiers import a_dossier, notes_in
from tests.unit.store.test_store_keys import TEXTS, check_whole, lay

NOW = datetime(2026, 1, 6, tzinfo=UTC)
VAULT, ELSEWHERE, AGAIN = Path("/vault"), Path("/stick"), Path("/again")
TARGET = ELSEWHERE / "b.tar"
KEPT, LATER = a_dossier("d1"), a_dossier("d9")
IDENTITY = Identity.generate(Identity.generate().public)
PROTECTED = b"behind a passphrase"
Act = Callable[[Files], object]
every_fault = pytest.mark.parametrize("fault", [fault for fault in Fault if fault is not Fault.POWER])
every_loss = pytest.mark.parametrize("survives", Survives)


@pytest.fixture
def disk(clock: Clock) -> ModelDisk:
    """A vault, and a stick with a backup of it in which there was one client more."""
    disk = ModelDisk()
    for each in (ELSEWHERE, AGAIN):
        disk.make_folder(each.parent)
        disk.make_folder(each)
    lay(VAULT, IDENTITY, disk, clock)
    write_protected(VAULT, PROTECTED, disk)
    disk.sync_folder(VAULT.parent)
    repository = repository_in(VAULT, IDENTITY, disk, clock=clock)
    repository.save(LATER)
    repository.close()
    write_backup(VAULT, IDENTITY, TARGET, now=NOW, files=disk)
    disk.unlink(VAULT / "dossiers" / "d9.age")
    disk.sync_folder(VAULT / "dossiers")
    return disk


def faults(disk: ModelDisk, fault: Fault, act: Act, *, stays: bool = False) -> Iterator[tuple[ModelDisk, bool]]:
    """The act on a copy of the disk with the fault at the first call, at the second... until it never comes."""
    for number in count(1):
        after = disk.copy()
        faulty, done = FaultyFiles(after, number, fault, stays=stays), False
        with suppress(PowerLoss, SessionpadError):
            act(faulty)
            done = True
        yield after, done
        if not faulty.hit:
            return


def losses(disk: ModelDisk, survives: Survives, act: Act) -> Iterator[tuple[ModelDisk, bool]]:
    for after, done in faults(disk, Fault.POWER, act, stays=True):
        yield after.after_power_loss(survives), done


def make(files: Files) -> None:
    write_backup(VAULT, IDENTITY, TARGET, now=NOW, files=files)


def check_made(disk: ModelDisk, *, done: bool) -> None:
    """The backup before or the new one, whole; after one that was acknowledged, the new one, without the lost client."""
    assert verify_backup(TARGET, IDENTITY, disk) == ()
    again = disk.copy()
    unpack_backup(TARGET, AGAIN / "vault", files=again)
    has_later = "d9.age" in again.names(AGAIN / "vault" / "dossiers")
    assert not (done and has_later)


@every_fault
def test_a_fault_while_a_backup_is_made(disk: ModelDisk, clock: Clock, fault: Fault) -> None:
    """It costs neither the backup before it nor the vault, and what is called made is whole."""
    outcomes = []
    for after, done in faults(disk, fault, make):
        check_made(after, done=done)
        assert [name for name in after.names(ELSEWHERE) if name != TARGET.name] == []
        check_whole(VAULT, opened(after), after, clock)
        outcomes.append(done)
    assert outcomes[-1]


@every_loss
def test_a_power_loss_while_a_backup_is_made(disk: ModelDisk, clock: Clock, survives: Survives) -> None:
    """The same when the power goes."""
    outcomes = []
    for after, done in losses(disk, survives, make):
        check_made(after, done=done)
        check_whole(VAULT, opened(after), after, clock)
        outcomes.append(done)
    assert outcomes[-1]


def opened(disk: ModelDisk) -> Identity:
    """The identity as unlocking gives it."""
    found = Identity(IDENTITY.key, IDENTITY.recovery)
    found.source = FILE if read_or_none(disk, VAULT / FILE) == PROTECTED else COPY
    return found


def take(files: Files) -> None:
    take_back(TARGET, VAULT, IDENTITY, files=files)


def check_taken(disk: ModelDisk, clock: Clock, *, done: bool) -> None:
    """What was here is here; the lost client is back when that was acknowledged, and is after another try."""
    for attempt in range(2):
        put_in_order(VAULT, opened(disk), disk)
        repository = repository_in(VAULT, IDENTITY, disk, clock=clock)
        assert notes_in(repository.load(KEPT.id).dossier) == TEXTS[-1]
        versions = repository.versions(LATER.id)
        if done or attempt:
            assert repository.restore(LATER.id, versions[0].id).dossier == LATER
            repository.close()
            return
        repository.close()
        take(disk)


@every_fault
def test_a_fault_while_a_backup_is_taken_back(disk: ModelDisk, clock: Clock, fault: Fault) -> None:
    """Nothing of the vault is lost, and doing it again ends it."""
    outcomes = []
    for after, done in faults(disk, fault, take):
        check_taken(after, clock, done=done)
        outcomes.append(done)
    assert outcomes[-1]


@every_loss
def test_a_power_loss_while_a_backup_is_taken_back(disk: ModelDisk, clock: Clock, survives: Survives) -> None:
    """The same when the power goes."""
    outcomes = []
    for after, done in losses(disk, survives, take):
        check_taken(after, clock, done=done)
        outcomes.append(done)
    assert outcomes[-1]


def unpack(files: Files) -> None:
    unpack_backup(TARGET, AGAIN / "vault", files=files)


def check_unpacked(disk: ModelDisk, clock: Clock, *, done: bool) -> None:
    """A vault that has its key is whole; one that has none is made by doing it again."""
    folder = AGAIN / "vault"
    if not done:
        with suppress(NotFound):
            held = [name for name in (FILE, COPY) if read_or_none(disk, folder / name) is not None]
            if not held:
                unpack(disk)
    repository = repository_in(folder, IDENTITY, disk, clock=clock)
    assert notes_in(repository.load(KEPT.id).dossier) == TEXTS[-1]
    assert repository.load(LATER.id).dossier == LATER
    assert [row.id for row in repository.overviews()] == [KEPT.id, LATER.id]
    assert len(repository.versions(KEPT.id)) >= len(TEXTS)
    repository.close()


@every_fault
def test_a_fault_while_a_backup_is_unpacked(disk: ModelDisk, clock: Clock, fault: Fault) -> None:
    """There is no vault without everything in it."""
    outcomes = []
    for after, done in faults(disk, fault, unpack):
        check_unpacked(after, clock, done=done)
        outcomes.append(done)
    assert outcomes[-1]


@every_loss
def test_a_power_loss_while_a_backup_is_unpacked(disk: ModelDisk, clock: Clock, survives: Survives) -> None:
    """The same when the power goes."""
    outcomes = []
    for after, done in losses(disk, survives, unpack):
        check_unpacked(after, clock, done=done)
        outcomes.append(done)
    assert outcomes[-1]


HURTS: dict[str, Callable[[ModelDisk, Path], object]] = {
    "gone": lambda disk, path: disk.unlink(path),
    "empty": lambda disk, path: disk.close(emptied(disk, path)),
}


def emptied(disk: ModelDisk, path: Path) -> int:
    disk.unlink(path)
    return disk.create(path)


@pytest.mark.parametrize("fault", [Fault.DISK_FULL, Fault.AFTER, Fault.HALF, Fault.LIE])
@pytest.mark.parametrize("hurt", HURTS)
def test_a_fault_while_a_vault_is_mended(disk: ModelDisk, clock: Clock, hurt: str, fault: Fault) -> None:
    """A disk that says no while the key is healed from its copy bars nobody's way and loses nothing; later it is healed."""
    for name in (FILE, RECOVERY, settings.FILE, recovery_text.FILE):
        HURTS[hurt](disk, VAULT / name)
    disk.close(disk.create(VAULT / ".identity.age.tmp"))
    for after, _ in faults(disk, fault, lambda files: put_in_order(VAULT, opened(disk), files)):
        repository = repository_in(VAULT, IDENTITY, after, clock=clock)
        assert notes_in(repository.load(KEPT.id).dossier) == TEXTS[-1]
        repository.close()
        assert PROTECTED in {read_or_none(after, VAULT / name) for name in (FILE, COPY)}
        check_whole(VAULT, opened(after), after, clock)


def test_nothing_is_unpacked_over_another_vault(disk: ModelDisk, clock: Clock) -> None:
    """Dossiers that are not in the backup are in the way, also when their key is gone."""
    other = AGAIN / "vault"
    lay(other, IDENTITY, disk, clock)
    for name in (FILE, COPY):
        disk.unlink(other / name)
    shelves(other, disk).dossiers.put("d5", b"van een ander", None)
    before = disk.copy()
    with pytest.raises(VaultUnusable) as unusable:
        unpack(disk)
    assert unusable.value.key == "not-empty"
    assert disk._folders == before._folders
    with pytest.raises(Damaged):
        unpack_backup(VAULT / settings.FILE, other, files=disk)
