"""Bringing the newest value to disk."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier, BrokenBarrierError
from typing import Any, cast

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad, Saved
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.domain.notes import text_of
from sessionpad.domain.scoring import Scale
from sessionpad.domain.task import State
from sessionpad.errors import Busy, Conflict, InvalidInput, SessionpadError, StorageFailed
from sessionpad.store.identity import Identity
from sessionpad.store.repository import Repository, Stored
from sessionpad.store.vault import Vault, lay_vault, memory_vault, open_vault
from sessionpad.store.versions import Kind
from tests.unit.domain.builders import AT, Clock, a_dossier, counting_ids

SIMULTANEOUS = 0.3
"""Seconds that a save waits for a second one to come in beside it."""


class Disk:
    """A repository that fails as long as it is told to, and remembers what it was given."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self.failure: SessionpadError | None = None
        self.saved: list[Dossier] = []

    def save(self, dossier: Dossier, *, expected: int | None = None) -> Stored:
        if self.failure is not None:
            raise self.failure
        self.saved.append(dossier)
        return self._repository.save(dossier, expected=expected)

    def start_version(self, dossier_id: DossierId, at: datetime) -> None:
        self._repository.start_version(dossier_id, at)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault(clock: Clock) -> Vault:
    return memory_vault(clock)


@pytest.fixture
def desk(vault: Vault, clock: Clock) -> Desk:
    return Desk(vault, clock=clock, new_id=counting_ids())


@pytest.fixture
def pad(desk: Desk) -> Pad:
    return desk.new_client("A.")


@pytest.fixture
def disk(vault: Vault) -> Disk:
    return Disk(vault.repository)


@pytest.fixture
def risky(desk: Desk, disk: Disk, clock: Clock) -> Pad:
    """A pad whose disk can be made to fail."""
    made = desk.new_client("B.").dossier
    return Pad(cast(Repository, disk), made, 1, clock, counting_ids())


def is_saved(pad: Pad) -> bool:
    return pad.is_saved


def on_disk(vault: Vault, pad: Pad) -> Dossier:
    """What another program would read."""
    vault.repository.close()
    return vault.repository.load(pad.dossier.id).dossier


def test_a_new_client_is_on_disk(pad: Pad, vault: Vault) -> None:
    """Before anything is typed there is nothing to lose."""
    assert is_saved(pad)
    assert on_disk(vault, pad) == pad.dossier


def test_saved_is_said_only_when_it_is(pad: Pad, vault: Vault, clock: Clock) -> None:
    """An act makes the dossier unsaved, a save makes it saved, and tells the revision and the moment."""
    pad.write_notes(pad.start_session().id, "een")
    assert not is_saved(pad)
    clock.move(seconds=1)
    assert pad.save() == Saved(revision=2, at=AT + timedelta(seconds=1))
    assert is_saved(pad)
    assert on_disk(vault, pad) == pad.dossier


def test_each_save_counts_one_up(pad: Pad) -> None:
    """Every change is a revision; saving what is saved is none."""
    revisions = []
    for name in ("Amina", "Bente", "Bente", "Cem"):
        pad.change_client(name=name)
        revisions.append(pad.save().revision)
    assert revisions == [2, 3, 3, 4]


def test_undo_is_saved_as_a_new_revision(pad: Pad, vault: Vault) -> None:
    """What is undone after a save is undone on disk too; without a save between there is nothing to do."""
    opened = pad.dossier
    pad.change_client(name="Amina")
    pad.undo()
    assert is_saved(pad)
    pad.redo()
    pad.save()
    pad.undo()
    assert not is_saved(pad)
    assert pad.save().revision == 3
    assert on_disk(vault, pad) == opened


def test_what_was_undone_after_a_failed_save_is_saved_again(risky: Pad, disk: Disk) -> None:
    """A save that failed may have come to disk all the same: going back to the value before it is written too."""
    risky.change_client(name="Lotte")
    disk.failure = StorageFailed("input-output", reason="x")
    with pytest.raises(StorageFailed):
        risky.save()
    disk.failure = None
    risky.undo()
    assert not risky.is_saved
    risky.save()
    assert risky.is_saved


@pytest.mark.parametrize(
    "failure", [StorageFailed("disk-full", reason="vol"), StorageFailed("input-output", reason="x")]
)
def test_a_failed_save_loses_nothing(risky: Pad, disk: Disk, vault: Vault, failure: SessionpadError) -> None:
    """The text stays, the earlier version stays whole, and the next save brings everything typed since."""
    before = on_disk(vault, risky)
    talk = risky.start_session().id
    risky.write_notes(talk, "een")
    disk.failure = failure
    with pytest.raises(StorageFailed) as failed:
        risky.save()
    assert failed.value is failure
    assert not is_saved(risky)
    assert on_disk(vault, risky) == before
    risky.write_notes(talk, "een\ntwee")
    assert text_of(risky.dossier.session(talk).notes) == "een\ntwee"
    disk.failure = None
    assert risky.save().revision == 2
    assert is_saved(risky)
    assert on_disk(vault, risky) == risky.dossier


def test_what_is_typed_during_a_save_is_not_called_saved(
    risky: Pad, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save speaks for the value it brought away, not for what was typed meanwhile."""
    save = disk.save

    def slow(dossier: Dossier, **options: Any) -> Stored:
        if not disk.saved:
            risky.change_client(coach="Els")
        return save(dossier, **options)

    monkeypatch.setattr(disk, "save", slow)
    risky.change_client(name="Amina")
    risky.save()
    assert not is_saved(risky)
    risky.save()
    assert is_saved(risky)
    assert [(each.client.name, each.client.coach) for each in disk.saved] == [("Amina", ""), ("Amina", "Els")]


def test_one_save_at_a_time(risky: Pad, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two threads that save at once take turns, and the newest value is the last one on disk."""
    together, save, met = Barrier(2), disk.save, []

    def meeting(dossier: Dossier, **options: Any) -> Stored:
        try:
            together.wait(SIMULTANEOUS)
            met.append(dossier)
        except BrokenBarrierError:
            pass
        return save(dossier, **options)

    monkeypatch.setattr(disk, "save", meeting)
    risky.change_client(name="Amina")
    with ThreadPoolExecutor(2) as threads:
        saved = [each.result() for each in [threads.submit(risky.save), threads.submit(risky.save)]]
    assert met == []
    assert len(disk.saved) == 1
    assert [each.revision for each in saved] == [2, 2]


def test_a_file_changed_underneath_is_not_overwritten(desk: Desk, pad: Pad, vault: Vault) -> None:
    """Two pads on one dossier: the later save is refused by name, and what it held is kept as a version."""
    other = desk.open(pad.dossier.id)
    other.change_client(name="Bente")
    other.save()
    pad.change_client(name="Amina")
    with pytest.raises(Conflict) as refused:
        pad.save()
    assert refused.value.key == "changed-underneath"
    assert not is_saved(pad)
    assert on_disk(vault, pad).client.name == "Bente"
    kept = [each for each in vault.repository.versions(pad.dossier.id) if each.kind is Kind.CONFLICT]
    assert [vault.repository.load_version(pad.dossier.id, each.id).dossier for each in kept] == [pad.dossier]


def test_the_same_holds_after_many_other_clients(desk: Desk, pad: Pad, vault: Vault) -> None:
    """However long ago the dossier was opened, a change underneath is noticed."""
    other = desk.open(pad.dossier.id)
    other.change_client(name="Bente")
    other.save()
    for number in range(9):
        desk.new_client(f"C{number}")
    pad.change_client(name="Amina")
    with pytest.raises(Conflict):
        pad.save()
    assert on_disk(vault, pad).client.name == "Bente"


def opened_twice(folder: Path, clock: Clock) -> tuple[Vault, Vault]:
    """A vault that is open for writing, and the same one for reading."""
    identity = Identity.generate()
    lay_vault(folder, identity, b"not protected")
    first = open_vault(folder, identity, program="first", clock=clock)
    first.repository.save(a_dossier())
    return first, open_vault(folder, identity, program="second", clock=clock)


def test_a_vault_for_reading_refuses_every_act(tmp_path: Path, clock: Clock) -> None:
    """The second program reads; whatever it tries to change is refused by name, and changes nothing."""
    first, second = opened_twice(tmp_path / "vault", clock)
    desk = Desk(second, clock=clock, new_id=counting_ids())
    pad = desk.open(a_dossier().id)
    assert desk.is_read_only
    assert "first" in (desk.holder or "")
    assert pad.dossier == a_dossier()
    for act in (
        pad.start_session,
        lambda: pad.add_note("gebeld"),
        lambda: pad.capture("bellen", None),
        lambda: pad.change_client(name="Amina"),
        lambda: pad.change_goal(text="doel"),
        pad.make_agreement,
        lambda: desk.new_client("B."),
    ):
        with pytest.raises((Conflict, Busy)):
            act()
    assert (pad.dossier, pad.is_saved, pad.save().revision, pad.undo()) == (a_dossier(), True, 1, None)
    second.close()
    first.close()


def test_a_repository_for_reading_refuses_a_save(vault: Vault, pad: Pad, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that can only be read is a named conflict; what was typed stays."""
    monkeypatch.setattr(vault.repository, "_refusal", Conflict("read-only"))
    pad.change_client(name="Amina")
    with pytest.raises(Conflict) as refused:
        pad.save()
    assert refused.value.key == "read-only"
    assert (pad.is_saved, pad.dossier.client.name) == (False, "Amina")


def test_an_act_that_is_refused_leaves_no_trace(pad: Pad) -> None:
    """After a refused line there is nothing new to save and nothing to undo."""
    with pytest.raises(InvalidInput):
        pad.capture("@samen", None)
    assert (pad.is_saved, pad.undo()) == (True, None)


def test_everything_comes_back_from_disk(desk: Desk, pad: Pad, vault: Vault) -> None:
    """A dossier with something of everything is read back equal."""
    talk = pad.start_session().id
    task = pad.capture("brief openen @broer !vr #contact", talk).task.id
    pad.score(talk, task, Scale.RESULT, "no-occasion")
    pad.end_task(task, State.STOPPED)
    pad.ask(talk, "miracle", 0, '» Stel dat ...\n" [/b] {{ x }} <é> & \\ ☐')
    pad.change_session(talk, "next", next_at=AT, next_where="thuis")
    pad.change_goal(text="Alle post ligt open")
    pad.make_agreement()
    pad.end_session(talk)
    pad.add_note("gebeld")
    pad.save()
    assert on_disk(vault, pad) == pad.dossier
    assert desk.open(pad.dossier.id).dossier == pad.dossier
