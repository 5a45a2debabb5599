"""The way in: making a vault, unlocking it, and looking whether it is whole."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from sessionpad.desk.demo import demo_dossiers
from sessionpad.desk.door import Checked, DemoDoor, Door, Stands
from sessionpad.domain.overview import overview_of
from sessionpad.errors import Damaged, InvalidInput, Locked, NotFound, VaultUnusable, WrongPassphrase
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.store.passphrase import check_passphrase, word_list
from tests.unit.domain.builders import AT, Clock

PASSPHRASE = "vijf woorden voor de proef"  # of a vault that lives as long as the tests


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file in a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with one client, made once: each one costs a second."""
    folder = tmp_path_factory.mktemp("door") / "deep" / "vault"
    desk = Door(folder, clock=Clock()).create(PASSPHRASE)
    desk.new_client("A.", "Amina")
    desk.close()
    return folder


@pytest.fixture
def folder(locked: Path, tmp_path: Path) -> Path:
    """A copy of that vault, to do anything with."""
    return Path(copytree(locked, tmp_path / "vault"))


@pytest.fixture
def door(folder: Path) -> Door:
    return Door(folder, program="test", clock=Clock())


def test_a_made_vault_is_whole_and_private(locked: Path) -> None:
    """It stands locked, only this user can look in, and it says how to read it without this program."""
    door = Door(locked)
    assert door.stands is Stands.LOCKED
    assert all(path.stat().st_mode & 0o077 == 0 for path in (locked, *locked.rglob("*")))
    assert "age" in door.recovery_sheet
    assert door.recovery_sheet == (locked / "RECOVERY.txt").read_text(encoding="utf-8")


def test_no_name_stands_open_on_disk(locked: Path) -> None:
    """Neither code nor name nor passphrase can be read in any file or file name."""
    for name, held in snapshot(locked).items():
        for secret in ("Amina", PASSPHRASE):
            assert secret not in name
            assert secret.encode() not in held


def test_the_right_passphrase_opens(door: Door) -> None:
    """The desk has the client that was put there, and the clock of the door."""
    desk = door.unlock(PASSPHRASE)
    assert [(row.code, row.name) for row in desk.clients()] == [("A.", "Amina")]
    assert (desk.now, desk.is_read_only) == (AT, False)
    desk.close()


def test_it_opens_in_a_child_too(door: Door) -> None:
    """Unlocking away from the screen gives the same desk."""
    desk = door.unlock(PASSPHRASE, in_child=True)
    assert [row.code for row in desk.clients()] == ["A."]
    desk.close()


@pytest.mark.parametrize("in_child", [False, True])
def test_a_wrong_passphrase_touches_nothing(door: Door, folder: Path, *, in_child: bool) -> None:
    """Every file is the same as before, and the vault is still locked."""
    before = snapshot(folder)
    with pytest.raises(WrongPassphrase):
        door.unlock(PASSPHRASE + " ", in_child=in_child)
    assert snapshot(folder) == before
    assert door.stands is Stands.LOCKED


def test_a_damaged_identity_is_named(door: Door, folder: Path) -> None:
    """It is told apart from a wrong passphrase; one of the two files is enough to get in."""
    whole = (folder / "identity.age").read_bytes()
    (folder / "identity.age").write_bytes(b"-----BEGIN AGE ENCRYPTED FILE-----\n")
    door.unlock(PASSPHRASE).close()
    assert (folder / "identity.age").read_bytes() == whole
    for name in ("identity.age", "identity-copy.age"):
        (folder / name).write_bytes(b"-----BEGIN AGE ENCRYPTED FILE-----\n")
    with pytest.raises(Damaged) as damaged:
        door.unlock(PASSPHRASE)
    assert damaged.value.key == "identity"


@pytest.mark.parametrize("in_child", [False, True])
def test_a_folder_without_a_vault_cannot_be_unlocked(tmp_path: Path, *, in_child: bool) -> None:
    """There is nothing there, and nothing is made."""
    door = Door(tmp_path / "nowhere")
    assert door.stands is Stands.NEW
    with pytest.raises(NotFound) as missing:
        door.unlock(PASSPHRASE, in_child=in_child)
    assert missing.value.key == "vault"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("passphrase", "key"),
    [("", "passphrase-empty"), (" " * 20, "passphrase-empty"), ("elf tekens.", "passphrase-short")],
)
def test_a_weak_passphrase_makes_no_vault(tmp_path: Path, passphrase: str, key: str) -> None:
    """It is refused before anything is written."""
    with pytest.raises(InvalidInput) as refused:
        Door(tmp_path / "vault").create(passphrase)
    assert refused.value.key == key
    assert list(tmp_path.iterdir()) == []


def test_an_empty_passphrase_is_never_fine(tmp_path: Path) -> None:
    """Not even where there is nothing to guard."""
    with pytest.raises(InvalidInput):
        Door(tmp_path / "vault").create("", short_is_fine=True)
    assert list(tmp_path.iterdir()) == []


def test_a_vault_is_never_made_over_another(door: Door, folder: Path) -> None:
    """What is there stays as it is."""
    before = snapshot(folder)
    with pytest.raises(VaultUnusable) as refused:
        door.create(PASSPHRASE)
    assert refused.value.key == "exists"
    assert snapshot(folder) == before


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    """A vault does not come between somebody's photos."""
    (tmp_path / "photo.jpg").write_bytes(b"x")
    with pytest.raises(VaultUnusable) as refused:
        Door(tmp_path).create(PASSPHRASE)
    assert refused.value.key == "not-empty"
    assert snapshot(tmp_path) == {"photo.jpg": b"x"}


@pytest.mark.parametrize("below", ["", "vault", "deep/vault"])
def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, below: str) -> None:
    """A file, or a path below a file, cannot be a vault; it stays a file."""
    file = tmp_path / "file"
    file.write_bytes(b"x")
    door = Door(file / below if below else file)
    assert door.stands is Stands.NEW
    with pytest.raises(VaultUnusable) as refused:
        door.create(PASSPHRASE)
    assert refused.value.key == "not-a-folder"
    with pytest.raises(NotFound):
        door.unlock(PASSPHRASE)
    assert snapshot(tmp_path) == {"file": b"x"}


def test_no_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be made here is no vault, and says why."""

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", forbidden)
    with pytest.raises(VaultUnusable) as refused:
        Door(tmp_path / "vault").create(PASSPHRASE)
    assert refused.value.key == "no-permission"


def test_a_whole_vault_is_called_whole(door: Door, folder: Path) -> None:
    """The check counts the clients and finds nothing, and every file is as it was before."""
    before = snapshot(folder)
    assert door.check(PASSPHRASE) == Checked(clients=1, problems=())
    assert snapshot(folder) == before


def test_a_damaged_dossier_is_found(door: Door, folder: Path) -> None:
    """The check names the file and what is the matter with it, and the client still counts."""
    (dossier,) = (folder / "dossiers").iterdir()
    dossier.write_bytes(dossier.read_bytes()[:-1])
    checked = door.check(PASSPHRASE)
    assert [(each.file, each.kind) for each in checked.problems] == [(f"dossiers/{dossier.name}", "unreadable")]
    assert checked.clients == 1


def test_a_check_needs_the_passphrase(door: Door) -> None:
    """A wrong one is refused, like for opening."""
    with pytest.raises(Locked):
        door.check("een heel andere wachtzin")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_suggested_passphrase_is_good_enough(language: Language, tmp_path: Path) -> None:
    """Five words of the language, strong enough to be taken, and another one each time."""
    door = Door(tmp_path / "vault")
    suggested = {door.suggest_passphrase(language) for _ in range(20)}
    assert len(suggested) == 20
    for passphrase in suggested:
        check_passphrase(passphrase)
        words = passphrase.split("-")
        assert len(words) == 5
        assert set(words) <= set(word_list(language))


def test_the_usual_place_belongs_to_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without a folder the vault is where the system keeps the data of this user."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Door(None).folder == tmp_path / "sessionpad"
    assert Door(tmp_path / "elsewhere").folder == tmp_path / "elsewhere"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_demo_desk_has_the_fictional_dossiers(language: Language) -> None:
    """All of them, in the asked language, in a vault that is nowhere on disk."""
    door = DemoDoor(language, Clock())
    assert set(door.enter().clients()) == {overview_of(each) for each in demo_dossiers(AT, language)}
    door.shut()


def test_the_demo_is_locked_and_opened_again() -> None:
    """What was done stays; while it is shut the desk that was on it tells nothing, and only the passphrase opens it."""
    door = DemoDoor("nl", Clock())
    desk = door.enter()
    made = desk.new_client("Z.").dossier.id
    door.shut()
    with pytest.raises(Locked):
        desk.open(made)
    with pytest.raises(WrongPassphrase):
        door.unlock("Demo")
    assert door.unlock(door.told).find("Z.") == made
    door.shut()


def test_a_shut_door_lets_the_next_one_in(door: Door) -> None:
    """What was opened last is closed, its key dropped, whoever still holds the desk; the vault is free."""
    desk = door.unlock(PASSPHRASE)
    found = desk.find("A.")
    door.shut()
    door.shut()
    with pytest.raises(Locked):
        desk.open(found)
    assert not door.unlock(PASSPHRASE).is_read_only
    door.shut()


def test_what_is_half_typed_is_sealed_for_this_vault_alone(door: Door) -> None:
    """It opens again with the same key, and for another one there is nothing."""
    desk = door.unlock(PASSPHRASE)
    sealed = desk.seal_words([{"1": "half getypt"}, {}])
    assert b"half" not in sealed
    door.shut()
    assert door.unlock(PASSPHRASE).sealed_words(sealed) == [{"1": "half getypt"}, {}]
    door.shut()
    assert list(DemoDoor("nl", Clock()).enter().sealed_words(sealed)) == []
