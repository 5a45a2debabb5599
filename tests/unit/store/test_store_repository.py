"""Dossiers in and out of a repository, on both kinds of vault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.overview import overview_of
from sessionpad.errors import Busy, Conflict, Damaged, NotFound
from sessionpad.store.shelf import FolderShelf
from sessionpad.store.vault import Vault, memory_vault
from sessionpad.store.versions import Kind
from tests.unit.store.dossiers import a_dossier, any_dossier, noted, notes_in


def test_saved_is_loaded_the_same(vault: Vault) -> None:
    """What was saved comes back equal, under its revision."""
    stored = vault.repository.save(a_dossier())
    assert vault.repository.load(stored.dossier.id) == stored
    assert stored.revision == 1


@given(dossiers=st.lists(any_dossier(), min_size=1, max_size=3))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
def test_any_value_after_any_other_survives(dossiers: list[Dossier]) -> None:
    """Whatever a dossier was and becomes, what is read from the bytes is the last value, order of records included."""
    vault = memory_vault()
    for dossier in dossiers:
        vault.repository.save(dossier)
    vault.repository.close()
    assert vault.repository.load(dossiers[-1].id).dossier == dossiers[-1]


@given(data=st.data())
@settings(deadline=None, max_examples=40)
def test_order_of_records_survives(data: Any) -> None:
    """Records that are moved, taken out and put back stand where they were put."""
    vault = memory_vault()
    dossier = a_dossier()
    tasks = a_dossier().tasks
    for _ in range(3):
        kept = data.draw(st.lists(st.sampled_from(tasks), unique_by=lambda task: task.id))
        dossier = msgspec.structs.replace(dossier, tasks=tuple(kept))
        vault.repository.save(dossier)
    vault.repository.close()
    assert vault.repository.load(dossier.id).dossier.tasks == dossier.tasks


def test_each_change_is_a_new_revision(vault: Vault) -> None:
    """A saved change counts one up; saving the same value again changes nothing."""
    dossier = a_dossier()
    revisions = [vault.repository.save(each).revision for each in (dossier, noted(dossier, "a"), noted(dossier, "a"))]
    assert revisions == [1, 2, 2]


def test_nobody_is_not_found(vault: Vault) -> None:
    """A client that does not exist has its own error."""
    with pytest.raises(NotFound) as missing:
        vault.repository.load(a_dossier().id)
    assert missing.value.key == "client"


def test_list_follows_every_save(vault: Vault) -> None:
    """The list shows every client as last saved, in order of code."""
    first, second = a_dossier("d1", "wilg"), a_dossier("d2", "Berk")
    for each in (first, second, noted(first, "nieuw")):
        vault.repository.save(each)
    assert vault.repository.overviews() == (overview_of(second), overview_of(first))


def test_session_start_keeps_the_file_of_before(vault: Vault) -> None:
    """The text of before a conversation can be read and brought back, under a revision of its own."""
    before = noted(a_dossier(), "voor het gesprek")
    vault.repository.save(before)
    vault.repository.start_version(before.id, at=before.sessions[-1].started_at)
    vault.repository.save(noted(before, "tijdens"))
    session = [each for each in vault.repository.versions(before.id) if each.kind is Kind.SESSION]
    restored = vault.repository.restore(before.id, session[0].id)
    assert (len(session), notes_in(restored.dossier), restored.revision) == (1, "voor het gesprek", 3)


def test_what_a_restore_replaces_is_kept(vault: Vault) -> None:
    """Bringing back an earlier version never costs the present one."""
    first = noted(a_dossier(), "eerst")
    vault.repository.save(first)
    vault.repository.save(noted(first, "daarna"))
    vault.repository.restore(first.id, vault.repository.versions(first.id)[0].id)
    texts = {
        notes_in(vault.repository.load_version(first.id, each.id).dossier)
        for each in vault.repository.versions(first.id)
    }
    assert texts == {"eerst", "daarna"}


def test_nothing_to_keep_at_a_first_session(vault: Vault) -> None:
    """A conversation with someone who has no file yet has no earlier version."""
    vault.repository.start_version(a_dossier().id, at=a_dossier().sessions[0].started_at)
    assert vault.repository.versions(a_dossier().id) == ()


def test_an_unknown_version_is_not_found(vault: Vault) -> None:
    """Asking for a version that is not there changes nothing."""
    stored = vault.repository.save(a_dossier())
    for name in ("20260105T100000Z-9-000000000000-save", "../x"):
        with pytest.raises(NotFound):
            vault.repository.restore(stored.dossier.id, name)
    assert vault.repository.load(stored.dossier.id) == stored


def test_erased_is_gone_with_every_version(vault: Vault) -> None:
    """After erasing there is no dossier, no version, no row, and no way to save it again."""
    dossier = a_dossier()
    vault.repository.save(dossier)
    vault.repository.start_version(dossier.id, at=dossier.sessions[0].started_at)
    vault.repository.save(noted(dossier, "later"))
    vault.repository.erase(dossier.id, at=dossier.sessions[0].started_at, reason="bewaartermijn")
    assert (vault.repository.overviews(), vault.repository.versions(dossier.id)) == ((), ())
    for act in (vault.repository.load, lambda _: vault.repository.save(dossier)):
        with pytest.raises(NotFound):
            act(dossier.id)


def test_only_who_is_there_can_be_erased(vault: Vault) -> None:
    """Erasing nobody is an error and leaves no tombstone."""
    dossier = a_dossier()
    with pytest.raises(NotFound):
        vault.repository.erase(dossier.id, at=dossier.sessions[0].started_at, reason="x")
    assert vault.repository.save(dossier).revision == 1


def test_a_stale_base_is_a_conflict_that_keeps_the_text(vault: Vault) -> None:
    """Who says which revision a change was made from is told when that is no longer the last one; nothing is lost."""
    dossier = a_dossier()
    vault.repository.save(dossier)
    vault.repository.save(noted(dossier, "van de ander"))
    with pytest.raises(Conflict) as conflict:
        vault.repository.save(noted(dossier, "van mij"), expected=1)
    kept = vault.repository.load_version(dossier.id, str(conflict.value.params["kept"]))
    assert notes_in(kept.dossier) == "van mij"
    assert notes_in(vault.repository.load(dossier.id).dossier) == "van de ander"


def test_half_a_character_does_not_stop_a_save(vault: Vault) -> None:
    """A lone surrogate that slipped past every gate costs itself, not the dossier."""
    dossier = noted(a_dossier(), "voor \ud800 na")
    vault.repository.save(dossier)
    vault.repository.close()
    assert notes_in(vault.repository.load(dossier.id).dossier) == "voor  na"


# On disk


def test_reopened_is_the_same(opening: Callable[[], Vault]) -> None:
    """Everything is there again after closing, the list included."""
    first = opening()
    stored = first.repository.save(a_dossier())
    first.close()
    second = opening()
    assert second.repository.overviews() == (overview_of(stored.dossier),)
    assert second.repository.load(stored.dossier.id) == stored


def test_an_unclosed_program_loses_nothing(opening: Callable[[], Vault]) -> None:
    """Without a clean end the list is behind, but what is shown is the last save."""
    first = opening()
    dossier = a_dossier()
    first.repository.save(dossier)
    first.close()
    crashed = opening()
    crashed.repository.save(noted(dossier, "laatste woord"))
    assert crashed._lock is not None
    crashed._lock.release()
    again = opening()
    assert notes_in(again.repository.load(dossier.id).dossier) == "laatste woord"
    assert again.repository.overviews() == (overview_of(noted(dossier, "laatste woord")),)


def test_the_second_program_reads_and_knows_who_writes(opening: Callable[[], Vault]) -> None:
    """Two programs on one vault: the second may read, follows what is saved, and cannot write."""
    first = opening()
    dossier = a_dossier()
    first.repository.save(dossier)
    second = opening()
    assert (second.read_only, second.holder and second.holder.program) == (True, "test")
    first.repository.save(noted(dossier, "nieuw"))
    assert notes_in(second.repository.load(dossier.id).dossier) == "nieuw"
    for act in (
        lambda: second.repository.save(noted(dossier, "van de tweede")),
        lambda: second.repository.start_version(dossier.id, dossier.sessions[0].started_at),
        lambda: second.repository.restore(dossier.id, "x"),
        lambda: second.repository.erase(dossier.id, at=dossier.sessions[0].started_at, reason=""),
    ):
        with pytest.raises(Busy) as busy:
            act()
        assert busy.value.key == "held"
    assert notes_in(first.repository.load(dossier.id).dossier) == "nieuw"


def test_the_lock_is_free_after_closing(opening: Callable[[], Vault]) -> None:
    """Who comes after the first one may write."""
    opening().close()
    assert not opening().read_only


def test_a_file_changed_underneath_is_a_conflict(opening: Callable[[], Vault], folder: Path) -> None:
    """What another program put there is left as it is, and what was typed here is kept beside it."""
    vault = opening()
    dossier = a_dossier()
    vault.repository.save(dossier)
    theirs = (folder / "dossiers" / "d1.age").read_bytes()
    vault.repository.save(noted(dossier, "tweede"))
    (folder / "dossiers" / "d1.age").write_bytes(theirs)
    kept = []
    for text in ("van mij", "van mij, en meer"):
        with pytest.raises(Conflict) as conflict:
            vault.repository.save(noted(dossier, text))
        kept.append(str(conflict.value.params["kept"]))
    conflicts = [each.id for each in vault.repository.versions(dossier.id) if each.kind is Kind.CONFLICT]
    assert (folder / "dossiers" / "d1.age").read_bytes() == theirs
    assert conflicts == kept[1:]
    assert notes_in(vault.repository.restore(dossier.id, kept[1]).dossier) == "van mij, en meer"


def test_an_older_file_put_back_is_noticed(opening: Callable[[], Vault], folder: Path) -> None:
    """An old copy over a newer file is named, also by a program that did not see it happen."""
    first = opening()
    dossier = a_dossier()
    first.repository.save(dossier)
    old = (folder / "dossiers" / "d1.age").read_bytes()
    for number in range(3):
        first.repository.save(noted(dossier, f"versie {number}"))
    first.close()
    (folder / "dossiers" / "d1.age").write_bytes(old)
    second = opening()
    with pytest.raises(Damaged) as damage:
        second.repository.load(dossier.id)
    assert damage.value.key == "older-version"
    assert [row.id for row in second.repository.overviews()] == [dossier.id]
    texts = [
        notes_in(second.repository.load_version(dossier.id, each.id).dossier)
        for each in second.repository.versions(dossier.id)
    ]
    assert "versie 1" in texts
    assert notes_in(dossier) in texts


def test_swapped_files_are_noticed(opening: Callable[[], Vault], folder: Path) -> None:
    """A file under the name of another dossier is never taken for it."""
    vault = opening()
    for name in ("d1", "d2"):
        vault.repository.save(a_dossier(name, name))
    vault.close()
    one, two = folder / "dossiers" / "d1.age", folder / "dossiers" / "d2.age"
    bytes_one = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(bytes_one)
    again = opening()
    for name in ("d1", "d2"):
        with pytest.raises(Damaged) as damage:
            again.repository.load(a_dossier(name).id)
        assert damage.value.key == "wrong-name"


def test_a_backup_does_not_bring_an_erased_client_back(opening: Callable[[], Vault], folder: Path) -> None:
    """A file of an erased client that turns up again is taken away at the next opening."""
    vault = opening()
    dossier = a_dossier()
    vault.repository.save(dossier)
    back = (folder / "dossiers" / "d1.age").read_bytes()
    vault.repository.erase(dossier.id, at=dossier.sessions[0].started_at, reason="bewaartermijn")
    vault.close()
    (folder / "dossiers" / "d1.age").write_bytes(back)
    again = opening()
    assert again.repository.overviews() == ()
    assert not (folder / "dossiers" / "d1.age").exists()


def test_a_leftover_is_never_a_dossier_and_is_cleaned(opening: Callable[[], Vault], folder: Path) -> None:
    """What an interrupted save left is gone at the next opening and was never listed."""
    leftover = folder / "dossiers" / ".d1.age.tmp"
    leftover.write_bytes(b"half")
    assert FolderShelf(folder / "dossiers").list() == ()
    opening()
    assert not leftover.exists()


def test_a_save_is_one_write(opening: Callable[[], Vault], monkeypatch: pytest.MonkeyPatch) -> None:
    """However many records change, the disk sees one replacement."""
    vault = opening()
    writes: list[str] = []
    put = FolderShelf.put

    def counted(self: FolderShelf, name: str, *arguments: Any) -> Any:
        writes.append(name)
        return put(self, name, *arguments)

    monkeypatch.setattr(FolderShelf, "put", counted)
    vault.repository.save(a_dossier(talks=5))
    vault.repository.save(noted(msgspec.structs.replace(a_dossier(talks=7), tasks=()), "anders"))
    assert writes == ["d1", "d1"]


def test_everything_is_for_this_user_alone(opening: Callable[[], Vault], folder: Path) -> None:
    """Files are 0600 and folders 0700, whatever they were before."""
    folder.chmod(0o755)
    vault = opening()
    vault.repository.save(a_dossier())
    vault.repository.start_version(a_dossier().id, a_dossier().sessions[0].started_at)
    vault.repository.save(noted(a_dossier(), "x"))
    vault.close()
    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*"))}
    wrong = [p for p in (folder, *folder.rglob("*")) if p.stat().st_mode & 0o777 != (0o700 if p.is_dir() else 0o600)]
    assert (modes, wrong) == ({True: 0o700, False: 0o600}, [])


def test_no_text_in_plain(opening: Callable[[], Vault], folder: Path) -> None:
    """No file of a vault, nor its name, shows a word of a client."""
    vault = opening()
    dossier = noted(a_dossier(code="Zilverberk"), "Schrikdraad")
    vault.repository.save(dossier)
    vault.repository.start_version(dossier.id, dossier.sessions[0].started_at)
    vault.repository.save(noted(dossier, "Schrikdraad en meer"))
    vault.close()
    everything = b"".join(
        path.name.encode() + (path.read_bytes() if path.is_file() else b"") for path in folder.rglob("*")
    )
    assert b"Zilverberk" not in everything
    assert b"Schrikdraad" not in everything
