"""Another passphrase, another key, a recovery key: at every moment one of them opens everything, and none that should not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from sessionpad.errors import InvalidInput, StorageFailed, WrongPassphrase
from sessionpad.store.files import DiskFiles, Files, read_or_none
from sessionpad.store.identity import COPY, FILE, Identity, recovery_key_text
from sessionpad.store.key_files import KEY_FILES, RECOVERY, RESEALING, is_for_recovery, write_protected
from sessionpad.store.layout import make_folders, shelves
from sessionpad.store.recovery import read_recovery_key, recover
from sessionpad.store.resealing import change_keys, sealed_files
from sessionpad.store.seal import Seal
from sessionpad.store.tombstones import Tombstones
from sessionpad.store.vault import put_in_order, repository_in
from tests.unit.store.conftest import Clock
from tests.unit.store.disks import Fault, FaultyFiles, ModelDisk, PowerLoss, Survives
from tests.unit.store.dossiers import a_dossier, noted, notes_in

FOLDER = Path("/vault")
OLD, NEW = b"behind the old passphrase", b"behind the new passphrase"
KEPT, GONE = a_dossier("d1"), a_dossier("d2")
FOREIGN = Seal(Identity.generate()).close(b"van iemand anders")
TEXTS = ("eerste", "tweede", "derde")
FAULTS = [(fault, False) for fault in Fault if fault is not Fault.POWER] + [(Fault.DISK_FULL, True)]


class Change(NamedTuple):
    """A change of keys: who opens the vault before it and after it."""

    before: Identity
    after: Identity
    lost: Identity | None = None
    """What opens the vault instead of the identity before it, which is lost."""

    def do(self, folder: Path, files: Files, held: Callable[[], object] = lambda: None) -> None:
        if self.before is self.after:
            write_protected(folder, NEW, files)
        else:
            change_keys(folder, self.lost or self.before, self.after, NEW, files, held=held)


def _changes() -> dict[str, Change]:
    recovery, other = Identity.generate(), Identity.generate()
    alone = Identity.generate()
    with_recovery = Identity.generate(recovery.public)
    return {
        "passphrase": Change(with_recovery, with_recovery),
        "add": Change(alone, Identity(alone.key, recovery.public)),
        "replace": Change(with_recovery, Identity.generate(other.public)),
        "remove": Change(with_recovery, Identity.generate()),
        "recover": Change(with_recovery, Identity.generate(recovery.public), lost=recovery),
    }


CHANGES = _changes()
everywhere = pytest.mark.parametrize("name", CHANGES)


def lay(folder: Path, identity: Identity, files: Files, clock: Clock) -> None:
    """A vault with three saves, a session start, someone who was erased, and a list."""
    for each in (folder.parent, folder):
        files.make_folder(each)
    files.sync_folder(folder.parent)
    make_folders(folder, files)
    write_protected(folder, OLD, files)
    put_in_order(folder, identity, files)
    files.sync_folder(folder)
    repository = repository_in(folder, identity, files, clock=clock)
    for text in TEXTS:
        clock.move(hours=1)
        repository.save(noted(KEPT, text))
        repository.start_version(KEPT.id, clock())
    repository.save(GONE)
    repository.erase(GONE.id, at=clock(), reason="voorbij")
    repository.close()


def typed(protected: bytes, identity: Identity, folder: Path, files: Files) -> Identity | None:
    """Who types the passphrase of these bytes gets in with one of the two files, as `unlock` does it."""
    for name in (FILE, COPY):
        if read_or_none(files, folder / name) == protected:
            found = Identity(identity.key, identity.recovery)
            found.source = name
            return found
    return None


def check_whole(folder: Path, identity: Identity, files: Files, clock: Clock, texts: tuple[str, ...] = TEXTS) -> None:
    """After opening, everything is there, and sealed for this identity and no other."""
    put_in_order(folder, identity, files)
    repository = repository_in(folder, identity, files, clock=clock)
    assert notes_in(repository.load(KEPT.id).dossier) == texts[-1]
    read = {notes_in(repository.load_version(KEPT.id, each.id).dossier) for each in repository.versions(KEPT.id)}
    assert read == set(texts)
    assert [row.id for row in repository.overviews()] == [KEPT.id]
    assert Tombstones(shelves(folder, files).erased, Seal(identity)).get(GONE.id).reason == "voorbij"
    repository.close()
    assert read_or_none(files, folder / RESEALING) is None
    assert is_for_recovery(folder, identity, files)
    assert read_or_none(files, folder / FILE) == read_or_none(files, folder / COPY)
    seal = Seal(identity)
    paths = list(sealed_files(folder, files))
    assert len(paths) >= 6
    assert [path.name for path in paths if not seal.is_up_to_date(files.read(path))] == []


def check_either(change: Change, folder: Path, files: Files, clock: Clock, *, done: bool) -> None:
    chosen = way_in(change, folder, files)
    assert not done or (chosen.text == change.after.text and typed(OLD, chosen, folder, files) is None)
    check_whole(folder, chosen, files, clock)


def way_in(change: Change, folder: Path, files: Files) -> Identity:
    """The one who gets in: with the old passphrase if that still opens, or the new one, or the recovery key once more."""
    found = typed(OLD, change.before, folder, files) or typed(NEW, change.after, folder, files)
    if found is None and change.lost is not None:
        assert recover(folder, change.lost, files).lost is change.lost
        change.do(folder, files)
        found = typed(NEW, change.after, folder, files)
    assert found is not None
    return found


@everywhere
def test_a_change_of_keys_is_whole(clock: Clock, name: str) -> None:
    """Afterwards everything that was there is there, sealed for the new keys alone, and the old passphrase opens nothing."""
    change = CHANGES[name]
    disk = laid(change, clock)
    change.do(FOLDER, disk)
    check_either(change, FOLDER, disk, clock, done=True)


def laid(change: Change, clock: Clock) -> ModelDisk:
    disk = ModelDisk()
    lay(FOLDER, change.before, disk, clock)
    if change.lost is not None:
        for name in (FILE, COPY, RECOVERY):
            disk.unlink(FOLDER / name)
        disk.sync_folder(FOLDER)
    return disk


def runs(change: Change, clock: Clock, fault: Fault, *, stays: bool = False) -> Iterator[tuple[ModelDisk, bool]]:
    """The change on a disk of its own with the fault at the first call, at the second... until it never comes."""
    start = laid(change, clock)
    for number in count(1):
        disk = start.copy()
        faulty = FaultyFiles(disk, number, fault, stays=stays)
        done = False
        with suppress(PowerLoss, StorageFailed):
            change.do(FOLDER, faulty)
            done = True
        yield disk, done
        if not faulty.hit:
            return


@everywhere
@pytest.mark.parametrize(("fault", "stays"), FAULTS)
def test_a_fault_while_keys_change_costs_nothing(clock: Clock, name: str, fault: Fault, stays: bool) -> None:
    """Whatever call goes wrong, the old or the new passphrase opens the whole vault, and the next opening ends the work."""
    change, outcomes = CHANGES[name], []
    for disk, done in runs(change, clock, fault, stays=stays):
        check_either(change, FOLDER, disk, clock, done=done)
        outcomes.append(done)
    assert outcomes[-1]
    assert all(outcomes) is (fault is Fault.SHORT)


@everywhere
@pytest.mark.parametrize("survives", Survives)
def test_a_power_loss_while_keys_change_costs_nothing(clock: Clock, name: str, survives: Survives) -> None:
    """The power goes at any call, and whatever was not synced is gone, partly gone or there."""
    change, outcomes = CHANGES[name], []
    for disk, done in runs(change, clock, Fault.POWER, stays=True):
        check_either(change, FOLDER, disk.after_power_loss(survives), clock, done=done)
        outcomes.append(done)
    assert outcomes[-1]


@everywhere
def test_a_key_that_was_broken_off_can_be_read_by_both(clock: Clock, name: str) -> None:
    """Between the change and the end of its work, who only reads the vault can read all of it, and so can `check`."""
    change = CHANGES[name]
    for disk, _ in runs(change, clock, Fault.POWER, stays=True):
        identity = way_in(change, FOLDER, disk)
        repository = repository_in(FOLDER, identity, disk, clock=clock)
        assert notes_in(repository.load(KEPT.id).dossier) == TEXTS[-1]
        assert len(repository.versions(KEPT.id)) == len({each.id for each in repository.versions(KEPT.id)}) >= 3
        repository.close()


@everywhere
def test_the_next_change_first_ends_the_one_before(clock: Clock, name: str) -> None:
    """A change after one that was broken off loses nothing of either."""
    change = CHANGES[name]
    for disk, _ in runs(change, clock, Fault.POWER, stays=True):
        identity = way_in(change, FOLDER, disk)
        last = Identity.generate()
        change_keys(FOLDER, identity, last, b"last", disk)
        check_whole(FOLDER, last, disk, clock)


@pytest.mark.parametrize(("fault", "stays"), FAULTS)
def test_the_key_is_shown_when_it_holds(clock: Clock, fault: Fault, stays: bool) -> None:
    """A recovery key is shown when it is the one, never while it surely is not; a failing disk does not undo it."""
    change = CHANGES["add"]
    for number in count(1):
        disk = ModelDisk()
        lay(FOLDER, change.before, disk, clock)
        faulty, shown = FaultyFiles(disk, number, fault, stays=stays), list[bool]()
        with suppress(StorageFailed):
            change.do(FOLDER, faulty, lambda shown=shown: shown.append(True))  # type: ignore[misc]  # bound for this run
        if disk.read(FOLDER / FILE) == NEW:
            assert shown == [True]
            check_either(change, FOLDER, disk, clock, done=True)
        else:  # a disk that cannot even be read any more leaves it in doubt
            assert not shown or (shown == [True] and stays)
        if not faulty.hit:
            assert shown == [True]
            break


@pytest.fixture
def real(folder: Path, identity: Identity, clock: Clock) -> tuple[Path, Identity, Identity]:
    """A vault on disk with a recovery key: the folder, the identity, the recovery key."""
    files, recovery = DiskFiles(), Identity.generate()
    with_recovery = Identity(identity.key, recovery.public)
    lay(folder, with_recovery, files, clock)
    return folder, with_recovery, recovery


def test_the_recovery_key_gives_the_identity_back(real: tuple[Path, Identity, Identity]) -> None:
    """With the recovery key alone the way back in is the identity itself; nothing is changed by asking."""
    folder, identity, recovery = real
    for name in (FILE, COPY):
        (folder / name).unlink()
    read = read_recovery_key(recovery_key_text(recovery), "key.txt")
    found = recover(folder, read, DiskFiles())
    assert (found.identity.text, found.lost) == (identity.text, None)


@pytest.mark.parametrize("damage", [None, b"", b"onzin", FOREIGN], ids=["lost", "empty", "nonsense", "foreign"])
def test_also_when_its_file_is_lost(real: tuple[Path, Identity, Identity], clock: Clock, damage: bytes | None) -> None:
    """When recovery.age is lost or damaged too, the vault gets a new identity and everything is sealed for that."""
    folder, identity, recovery = real
    files = DiskFiles()
    for name in KEY_FILES:
        (folder / name).unlink(missing_ok=True)
    if damage is not None:
        (folder / RECOVERY).write_bytes(damage)
    found = recover(folder, recovery, files)
    assert found.lost is recovery
    assert found.identity.public != identity.public
    change_keys(folder, found.lost, found.identity, NEW, files)
    found.identity.source = FILE
    check_whole(folder, found.identity, files, clock)
    for path in sealed_files(folder, files):
        Seal(recovery).open(path.read_bytes(), path.name)


def test_another_key_is_refused(real: tuple[Path, Identity, Identity]) -> None:
    """A key that is not that of this vault opens nothing, and a file without a key is not one."""
    with pytest.raises(WrongPassphrase) as wrong:
        recover(real[0], Identity.generate(), DiskFiles())
    assert wrong.value.key == "wrong-recovery-key"
    for text in ("", "AGE-SECRET-KEY-1ONZIN", "boodschappen\n", f"{recovery_key_text(real[2])}AGE-SECRET-KEY-1X"):
        with pytest.raises(InvalidInput) as unreadable:
            read_recovery_key(text, "key.txt")
        assert unreadable.value.params == {"file": "key.txt"}
