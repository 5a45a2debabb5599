"""The way back to an earlier version, and the way out for good, from the desk."""

from __future__ import annotations

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.desk.past import Past
from sessionpad.domain.ids import DossierId
from sessionpad.domain.notes import text_of
from sessionpad.errors import Conflict, Damaged, InvalidInput, NotFound
from sessionpad.store.repository import Repository
from sessionpad.store.vault import Vault, memory_vault
from tests.unit.domain.builders import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault(clock: Clock) -> Vault:
    return memory_vault(clock)


@pytest.fixture
def desk(vault: Vault, clock: Clock) -> Desk:
    """A client with three notes, each saved apart."""
    desk = Desk(vault, clock=clock)
    pad = desk.new_client("A.", "Amina de Wît")
    for text in ("eerste", "tweede", "derde"):
        clock.move(hours=1)
        pad.add_note(text)
        pad.save()
    return desk


@pytest.fixture
def past(desk: Desk) -> Past:
    return desk.past(desk.find("A."))


def notes(past: Past, repository: Repository) -> list[str]:
    return [text_of(each.notes) for each in repository.load(past.dossier_id).dossier.sessions]


def damage(vault: Vault, dossier_id: DossierId) -> None:
    shelf = vault.repository._shelf
    shelf.put(dossier_id, b"stuk", shelf.get(dossier_id)[1])


def test_the_newest_version_comes_back(vault: Vault, past: Past) -> None:
    """Looked at without changing anything, and brought back as a new revision over what is damaged."""
    damage(vault, past.dossier_id)
    assert isinstance(past.trouble, Damaged)
    newest = past.find("newest")
    assert [text_of(each.notes) for each in past.look(newest).sessions] == ["eerste", "tweede"]
    assert vault.repository._shelf.get(past.dossier_id)[0] == b"stuk"
    assert past.restore(newest).version == newest
    assert notes(past, vault.repository) == ["eerste", "tweede"]


def test_the_newest_is_not_what_already_stands(vault: Vault, past: Past) -> None:
    """A restore that was broken off kept what stood, and did not replace it: asked again, it brings back the same."""
    wanted = past.find("newest")
    repository = vault.repository
    standing = repository.load(past.dossier_id).dossier
    repository._keep_present(past.dossier_id)
    assert past.versions()[0] != wanted
    assert past.find("newest") == wanted
    past.restore(wanted)
    assert repository.load(past.dossier_id).dossier != standing
    assert repository.load_version(past.dossier_id, past.versions()[0].id).dossier == standing


def test_a_version_is_found_by_the_beginning_of_its_name(past: Past) -> None:
    """As long as only one begins so; nothing else is taken for one."""
    newest = past.versions()[0]
    assert past.find(newest.id) == past.find(newest.id[:-4]) == newest
    for words in ("", "2", "nergens", newest.id + "x"):
        with pytest.raises(NotFound) as missing:
            past.find(words)
        assert missing.value.key == "version"


def test_what_could_not_be_saved_is_taken_in_or_let_go(vault: Vault, past: Past) -> None:
    """A conflict is never the newest version by itself; restored or let go it no longer waits. The rest stays."""
    before = vault.repository.load(past.dossier_id)
    changed = past.look(past.versions()[-1])
    for act in ("restore", "let-go"):
        with pytest.raises(Conflict):
            vault.repository.save(changed, expected=1)
        waiting = past.versions()[0]
        assert (waiting.kind, waiting.is_own_past) == ("conflict", False)
        assert past.find("newest") != waiting
        if act == "restore":
            past.restore(past.find(waiting.id))
            assert vault.repository.load(past.dossier_id).dossier == changed
            past.restore(past.find("newest"))
            assert vault.repository.load(past.dossier_id).dossier == before.dossier
        else:
            past.let_go(waiting.id)
        assert all(each.is_own_past for each in past.versions())
    with pytest.raises(InvalidInput) as stays:
        past.let_go(past.versions()[0].id)
    assert stays.value.key == "version-stays"
    with pytest.raises(NotFound):
        past.let_go("nergens")


def test_erasing_needs_the_name(desk: Desk, past: Past) -> None:
    """Code, name or id, as it is; then dossier and versions are gone, and a dead end is no client any more."""
    for words in ("", "a.", "Amina", "B.", "A. "[:1]):
        with pytest.raises(InvalidInput) as differs:
            past.erase(words, "")
        assert differs.value.key == "erase-differs"
    assert (past.count(), len(desk.clients())) == (3, 1)
    past.erase(" Amina  de Wît", "op vraag")
    assert (past.count(), desk.clients()) == (0, ())
    with pytest.raises(NotFound):
        desk.find("A.")


def test_who_cannot_be_read_at_all_has_an_id(vault: Vault, desk: Desk) -> None:
    """Without a list and without versions a damaged dossier can still be meant by its id, looked into and erased."""
    pad = desk.new_client("B.")
    dossier_id = pad.dossier.id
    damage(vault, dossier_id)
    vault.repository._index.drop([dossier_id])
    assert desk.find(dossier_id) == dossier_id
    past = desk.past(dossier_id)
    assert (past.row, past.versions()) == (None, ())
    assert isinstance(past.trouble, Damaged)
    past.erase(dossier_id, "")
    assert dossier_id not in desk.distrusted()
