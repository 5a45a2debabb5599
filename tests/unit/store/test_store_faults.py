"""Something goes wrong at the first call to the disk, then at the second, and so on until nothing does.

Whatever goes wrong: the earlier or the new value can be read, never neither, and what was acknowledged is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from sessionpad.domain.dossier import Dossier
from sessionpad.errors import NotFound, SessionpadError, StorageFailed
from sessionpad.store.files import DiskFiles, Files, clean_temps
from sessionpad.store.identity import Identity
from sessionpad.store.layout import FOLDERS, make_folders, shelves
from sessionpad.store.repository import Repository
from sessionpad.store.seal import Seal
from sessionpad.store.vault import lay_vault, open_vault
from tests.unit.store.conftest import Clock
from tests.unit.store.disks import Fault, FaultyFiles, ModelDisk, PowerLoss, Survives
from tests.unit.store.dossiers import a_dossier, noted, notes_in

FAULTS = [(fault, stays) for fault in Fault if fault is not Fault.POWER for stays in (False, True)]
FIRST, OLD, NEW = (noted(a_dossier(), text) for text in ("eerste", "oude", "nieuwe"))
NEVER = 10**9
FOLDER = Path("/vault")
Act = Callable[[Repository], object]


def save(repository: Repository) -> object:
    return repository.save(NEW)


def start_version(repository: Repository) -> None:
    repository.start_version(OLD.id, OLD.sessions[-1].started_at)


def restore(repository: Repository) -> object:
    return repository.restore(OLD.id, repository.versions(OLD.id)[-1].id)


def erase(repository: Repository) -> None:
    repository.erase(OLD.id, at=OLD.sessions[-1].started_at, reason="bewaartermijn")


def look(repository: Repository) -> None:
    repository.overviews()
    repository.load(OLD.id)


ACTS: dict[str, tuple[Act, str]] = {
    "save": (save, "nieuwe"),
    "session": (start_version, "oude"),
    "restore": (restore, "eerste"),
    "look": (look, "oude"),
}


class Bench:
    """A vault with three saves in it, on a disk that can be swapped for a faulty one."""

    def __init__(self, folder: Path, files: Files, identity: Identity, clock: Clock) -> None:
        self.folder, self.files, self.clock = folder, files, clock
        self._seal = Seal(identity)
        make_folders(folder, files)
        files.sync_folder(folder)
        repository = self.repository(files)
        for dossier in (FIRST, OLD):
            clock.move(hours=1)
            repository.save(dossier)
        repository.close()

    def repository(self, files: Files) -> Repository:
        return Repository(shelves(self.folder, files), self._seal, clock=self.clock)

    def reopened(self, files: Files) -> Repository:
        make_folders(self.folder, files)
        for name in FOLDERS:
            clean_temps(files, self.folder / name)
        return self.repository(files)


def until_nothing_goes_wrong(make: Callable[[int], tuple[FaultyFiles, bool]]) -> Iterator[tuple[int, bool]]:
    """Runs with the fault at the first call, the second... and ends after the run in which it never came."""
    for number in count(1):
        faulty, outcome = make(number)
        yield number, outcome
        if not faulty.hit:
            return


def outcome_of(act: Act, repository: Repository) -> bool:
    """Whether the act said that it was done."""
    try:
        act(repository)
        repository.close()
    except SessionpadError:
        return False
    return True


@pytest.mark.parametrize(("fault", "stays"), FAULTS)
@pytest.mark.parametrize("name", ACTS)
def test_a_fault_leaves_the_earlier_or_the_new(
    identity: Identity, clock: Clock, name: str, fault: Fault, stays: bool
) -> None:
    """A disk that says no, once or from then on, never costs what was there."""
    outcomes = _outcomes(lambda _: Bench(FOLDER, ModelDisk(), identity, clock), name, fault, stays=stays)
    assert outcomes[-1]
    # A short write is no fault at all, and a lie about the list of clients is told by the next look at it.
    assert all(outcomes) is (fault is Fault.SHORT or (fault is Fault.LIE and name == "look"))


@pytest.mark.parametrize("name", ACTS)
def test_a_fault_of_the_real_disk(tmp_path: Path, identity: Identity, clock: Clock, name: str) -> None:
    """The same on the disk of this machine, so that the model is not all there is."""
    outcomes = _outcomes(
        lambda number: Bench(tmp_path / str(number), DiskFiles(), identity, clock), name, Fault.HALF, stays=False
    )
    assert outcomes[-1]
    assert not all(outcomes)


def _outcomes(bench_of: Callable[[int], Bench], name: str, fault: Fault, *, stays: bool) -> list[bool]:
    act, after = ACTS[name]

    def run(number: int) -> tuple[FaultyFiles, bool]:
        bench = bench_of(number)
        faulty = FaultyFiles(bench.files, number, fault, stays=stays)
        repository = _on(bench, faulty)
        done = outcome_of(act, repository) if repository is not None else False
        text = notes_in(bench.reopened(bench.files).load(OLD.id).dossier)
        assert text in ({after} if done else {"oude", after}), (number, faulty.hit, done)
        assert not any(name.endswith(".tmp") for name in bench.files.names(bench.folder / "dossiers")), faulty.hit
        return faulty, done

    return [done for _, done in until_nothing_goes_wrong(run)]


def _on(bench: Bench, faulty: FaultyFiles) -> Repository | None:
    try:
        return bench.repository(faulty)
    except StorageFailed:
        return None


@pytest.mark.parametrize("fault", [fault for fault, stays in FAULTS if not stays])
def test_after_a_failed_save_the_next_one_brings_everything(identity: Identity, clock: Clock, fault: Fault) -> None:
    """A save that failed is simply done again by the same program, and the text is there."""

    def run(number: int) -> tuple[FaultyFiles, bool]:
        bench = Bench(FOLDER, ModelDisk(), identity, clock)
        faulty = FaultyFiles(bench.files, NEVER, fault)
        repository = bench.repository(faulty)
        repository.load(OLD.id)
        faulty._at, faulty._calls = number, count(1)
        failed = False
        for dossier in (noted(OLD, "tussen"), NEW):
            try:
                repository.save(dossier)
            except StorageFailed:
                failed = True
        faulty._at = NEVER
        if faulty.hit:
            repository.save(NEW)
        assert repository.load(OLD.id).dossier == NEW
        repository.close()
        assert bench.reopened(bench.files).load(OLD.id).dossier == NEW, (number, faulty.hit)
        return faulty, failed

    outcomes = [failed for _, failed in until_nothing_goes_wrong(run)]
    assert any(outcomes) is (fault is not Fault.SHORT)


@pytest.mark.parametrize("survives", Survives)
@pytest.mark.parametrize("name", ACTS)
def test_a_power_loss_leaves_the_earlier_or_the_new(
    identity: Identity, clock: Clock, name: str, survives: Survives
) -> None:
    """The power goes at any call, and whatever was not synced is gone, partly gone or there."""
    act, after = ACTS[name]

    def run(number: int) -> tuple[FaultyFiles, bool]:
        disk = ModelDisk()
        bench = Bench(FOLDER, disk, identity, clock)
        faulty = FaultyFiles(disk, number, Fault.POWER, stays=True)
        done = False
        with suppress(PowerLoss):
            repository = bench.repository(faulty)
            act(repository)
            done = True
            repository.close()
        later = bench.reopened(disk.after_power_loss(survives))
        text = notes_in(later.load(OLD.id).dossier)
        assert text in ({after} if done else {"oude", after}), (number, faulty.hit, done)
        assert [row.id for row in later.overviews()] == [OLD.id]
        return faulty, done

    assert [done for _, done in until_nothing_goes_wrong(run)][-1]


@pytest.mark.parametrize("fault", [Fault.DISK_FULL, Fault.AFTER])
def test_a_fault_while_erasing_leaves_all_or_nothing(identity: Identity, clock: Clock, fault: Fault) -> None:
    """Erasing that was acknowledged is complete; erasing that failed leaves the client whole or completely gone."""

    def run(number: int) -> tuple[FaultyFiles, bool]:
        bench = Bench(FOLDER, ModelDisk(), identity, clock)
        faulty = FaultyFiles(bench.files, number, fault)
        repository = _on(bench, faulty)
        done = outcome_of(erase, repository) if repository is not None else False
        _check_erased(bench, bench.files, done=done)
        return faulty, done

    assert [done for _, done in until_nothing_goes_wrong(run)][-1]


@pytest.mark.parametrize("survives", Survives)
def test_a_power_loss_while_erasing_leaves_all_or_nothing(identity: Identity, clock: Clock, survives: Survives) -> None:
    """After a power loss an erased client is whole or completely gone, and gone when erasing was acknowledged."""

    def run(number: int) -> tuple[FaultyFiles, bool]:
        disk = ModelDisk()
        bench = Bench(FOLDER, disk, identity, clock)
        faulty = FaultyFiles(disk, number, Fault.POWER, stays=True)
        done = False
        with suppress(PowerLoss):
            erase(bench.repository(faulty))
            done = True
        _check_erased(bench, disk.after_power_loss(survives), done=done)
        return faulty, done

    assert [done for _, done in until_nothing_goes_wrong(run)][-1]


def _check_erased(bench: Bench, files: Files, *, done: bool) -> None:
    later = bench.reopened(files)
    try:
        text: str | None = notes_in(later.load(OLD.id).dossier)
    except NotFound:
        text = None
    rows = [row.id for row in later.overviews()]
    left = [*files.scan(bench.folder / "dossiers"), *files.scan(bench.folder / "versions")]
    gone = (text, rows, left) == (None, [], [])
    assert gone or (not done and text == "oude" and rows == [OLD.id])


@pytest.mark.parametrize("fault", [Fault.DISK_FULL, Fault.AFTER, Fault.SHORT])
def test_a_fault_while_making_or_opening_a_vault(tmp_path: Path, identity: Identity, fault: Fault) -> None:
    """A vault that could not be made is none or a whole one; one that could not be opened is as it was."""

    def run(number: int) -> tuple[FaultyFiles, bool]:
        folder = tmp_path / str(number)
        faulty = FaultyFiles(DiskFiles(), number, fault)
        done = False
        with suppress(SessionpadError):
            lay_vault(folder, identity, b"x", faulty)
            vault = open_vault(folder, identity, program="test", files=faulty)
            vault.repository.save(OLD)
            done = True
            vault.close()
        lay_vault(folder, identity, b"x")
        again = open_vault(folder, identity, program="test")
        stored: Dossier | None = None
        with suppress(NotFound):
            stored = again.repository.load(OLD.id).dossier
        assert (again.read_only, stored == OLD) == (False, True) or not done
        again.close()
        return faulty, done

    assert [done for _, done in until_nothing_goes_wrong(run)][-1]


def test_every_no_of_the_system_has_its_own_key(tmp_path: Path, identity: Identity, clock: Clock) -> None:
    """A full disk, a read-only one and a missing permission are told apart."""
    keys = []
    for fault in (Fault.DISK_FULL, Fault.READ_ONLY, Fault.NO_PERMISSION, Fault.INPUT_OUTPUT):
        bench = Bench(tmp_path / fault.name, DiskFiles(), identity, clock)
        faulty = FaultyFiles(DiskFiles(), NEVER, fault, stays=True)
        repository = bench.repository(faulty)
        repository.load(OLD.id)
        faulty._at = 1
        with pytest.raises(StorageFailed) as failed:
            repository.save(NEW)
        keys.append(failed.value.key)
    assert keys == ["disk-full", "read-only", "no-permission", "input-output"]
