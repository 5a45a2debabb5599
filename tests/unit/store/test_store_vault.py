"""Making, unlocking and opening a vault, and reading it without this program."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sessionpad.errors import Damaged, InvalidInput, NotFound, VaultUnusable, WrongPassphrase
from sessionpad.store import identity as identity_
from sessionpad.store import settings
from sessionpad.store.identity import Identity
from sessionpad.store.vault import (
    Vault,
    check_vault,
    create_vault,
    is_vault,
    lay_vault,
    memory_vault,
    open_vault,
    unlock,
    unlock_in_child,
)
from tests.unit.store.conftest import Protected
from tests.unit.store.dossiers import a_dossier

NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)
KEYS = ("identity.age", "identity-copy.age")


@pytest.fixture
def real(tmp_path: Path, protected: Protected) -> Path:
    """A vault behind a real passphrase."""
    folder = tmp_path / "vault"
    lay_vault(folder, protected.identity, protected.data)
    return folder


def test_made_unlocked_opened(tmp_path: Path) -> None:
    """A new vault is open at once, and its passphrase opens it again."""
    folder = tmp_path / "new" / "vault"
    made = create_vault(folder, "een lange wachtzin", now=NOW)
    stored = made.repository.save(a_dossier())
    made.close()
    again = open_vault(folder, unlock(folder, "een lange wachtzin"), program="test")
    assert again.repository.load(stored.dossier.id) == stored
    again.close()


@pytest.mark.parametrize(("chosen", "kept"), [((20, 20, 18, 17), 18), ((20, 21, 22, 20, 17), 20), ((19,), 19)])
def test_a_light_enough_key_derivation_is_kept(
    identity: Identity, protected: Protected, monkeypatch: pytest.MonkeyPatch, chosen: tuple[int, ...], kept: int
) -> None:
    """The library picks how heavy it is; a heavier one than half a gigabyte is made again, a few times at most."""
    factors = iter(chosen)
    armour = re.compile(rb"-----\n(.*)\n-----", re.DOTALL)
    (inside,) = armour.findall(protected.data)

    def encrypt(*_: object, **__: object) -> bytes:
        header = re.sub(rb"(scrypt \S+) \d+", rb"\1 %d" % next(factors), b64decode(inside))
        return b"-----BEGIN AGE ENCRYPTED FILE-----\n" + b64encode(header) + b"\n-----END AGE ENCRYPTED FILE-----\n"

    monkeypatch.setattr("pyrage.passphrase.encrypt", encrypt)
    assert identity_.work_factor(identity_.protect(identity, "een lange wachtzin")) == kept


def test_unlocking_in_a_child_gives_the_same_identity(real: Path, protected: Protected) -> None:
    """The short process gives what unlocking here would give."""
    assert unlock_in_child(real, protected.passphrase).text == protected.identity.text


def test_a_wrong_passphrase_touches_nothing(real: Path) -> None:
    """After a wrong passphrase every byte is where it was, and no file came or went."""
    before = {path: path.read_bytes() for path in real.rglob("*") if path.is_file()}
    for way in (unlock, unlock_in_child):
        with pytest.raises(WrongPassphrase):
            way(real, "iets heel anders")
    assert {path: path.read_bytes() for path in real.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("way", [unlock, unlock_in_child])
def test_no_vault_is_not_found(tmp_path: Path, way: Callable[[Path, str], Identity]) -> None:
    """A folder without a vault, or no folder at all, has its own error."""
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(NotFound) as missing:
            way(folder, "maakt niet uit")
        assert (missing.value.key, is_vault(folder)) == ("vault", False)


@pytest.mark.parametrize("damage", [b"", b"geen age", b"-----BEGIN AGE ENCRYPTED FILE-----\nxx\n"])
def test_a_damaged_identity_is_not_a_wrong_passphrase(real: Path, damage: bytes) -> None:
    """Who types the right passphrase is not told that it is wrong."""
    for name in KEYS:
        (real / name).write_bytes(damage)
    for way in (unlock, unlock_in_child):
        with pytest.raises(Damaged) as error:
            way(real, "maakt niet uit")
        assert (error.value.key, error.value.params) == ("identity", {"file": "identity.age"})


def test_a_cut_identity_is_damaged(real: Path, protected: Protected) -> None:
    """A damaged end is damage also with the right passphrase."""
    lines = protected.data.splitlines(keepends=True)
    for name in KEYS:
        (real / name).write_bytes(b"".join([*lines[:-2], b"QUJD\n", lines[-1]]))
    with pytest.raises(Damaged):
        unlock(real, protected.passphrase)


def test_the_passphrase_is_never_an_argument_or_in_the_environment(
    real: Path, protected: Protected, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only stdin carries it: other users see arguments, and children inherit an environment."""
    seen: list[str] = []
    run = subprocess.run

    def spy(command: list[str], **options: object) -> object:
        seen.extend([*command, *map(str, options["env"].items())])  # type: ignore[attr-defined]  # a dictionary
        return run(command, **options)  # type: ignore[call-overload]  # handed through

    monkeypatch.setattr(subprocess, "run", spy)
    unlock_in_child(real, protected.passphrase)
    assert seen
    assert not any(protected.passphrase in each for each in seen)


def test_unlocking_imports_little() -> None:
    """The short process is short: no TinyDB, no msgspec, no lock, no Textual."""
    heavy = {"tinydb", "msgspec", "filelock", "textual", "docx", "click"}
    code = "import sys, sessionpad.store.unlocker; print(*{name.partition('.')[0] for name in sys.modules})"
    child = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert heavy & set(child.stdout.split()) == set()


def test_an_identity_does_not_show_its_secret(identity: Identity) -> None:
    """What ends up in a message or a trace is the public half."""
    assert "SECRET" not in f"{identity!r} {identity}"
    assert identity.public in repr(identity)


@pytest.mark.parametrize("kind", ["exists", "not-empty", "not-a-folder"])
def test_a_folder_with_something_else_is_refused(folder: Path, tmp_path: Path, kind: str) -> None:
    """Making a vault never touches a folder that holds anything, nor a vault."""
    full = tmp_path / "full"
    full.mkdir()
    (full / "brief.txt").write_text("van mij")
    where = {"exists": folder, "not-empty": full, "not-a-folder": full / "brief.txt"}[kind]
    with pytest.raises(VaultUnusable) as refused:
        create_vault(where, "een lange wachtzin", now=NOW)
    assert (refused.value.key, [path.name for path in full.iterdir()]) == (kind, ["brief.txt"])


def test_an_empty_passphrase_makes_nothing(tmp_path: Path) -> None:
    """Without a passphrase there is no vault and no folder."""
    with pytest.raises(InvalidInput):
        create_vault(tmp_path / "new", "", now=NOW)
    assert not (tmp_path / "new").exists()


def test_a_broken_off_making_can_be_done_again(tmp_path: Path, identity: Identity) -> None:
    """What an interrupted making left is no vault, and does not stand in the way of one."""
    folder = tmp_path / "vault"
    lay_vault(folder, identity, b"x")
    (folder / "identity-copy.age").unlink()
    (folder / "identity.age").rename(folder / ".identity.age.tmp")
    assert not is_vault(folder)
    create_vault(folder, "een lange wachtzin", now=NOW).close()
    assert is_vault(folder)


def test_a_newer_format_is_refused(folder: Path, identity: Identity) -> None:
    """A vault of a newer program is named and left alone, whatever else it says in its settings."""
    text = (folder / "vault.toml").read_text()
    newer_texts = (re.sub("format = [0-9]+", "format = 999", text), "format = 999\n", "format = 999\nkeys = 3\n")
    for newer_text in newer_texts:
        (folder / "vault.toml").write_text(newer_text)
        with pytest.raises(Damaged) as newer:
            open_vault(folder, identity, program="test")
        assert (newer.value.key, (folder / "vault.toml").read_text()) == ("newer-format", newer_text)


def test_an_older_number_is_brought_up_to_date(folder: Path, identity: Identity) -> None:
    """Once this program may have written in a vault, an older one knows that it is older."""
    whole = (folder / "vault.toml").read_bytes()
    (folder / "vault.toml").write_bytes(settings.write_settings(settings.Settings(format=1, coach=identity.public)))
    open_vault(folder, identity, program="test").close()
    assert (folder / "vault.toml").read_bytes() == whole


@pytest.mark.parametrize("damage", [None, b"", b"format = 'x'", b"\xff", b"format = 1\nkeys = 3\n"])
def test_lost_settings_are_made_again(
    folder: Path, identity: Identity, opening: Callable[[], Vault], damage: bytes | None
) -> None:
    """vault.toml holds nothing that is needed: without it the vault opens, and has one again."""
    whole = (folder / "vault.toml").read_bytes()
    if damage is None:
        (folder / "vault.toml").unlink()
    else:
        (folder / "vault.toml").write_bytes(damage)
    assert [each.kind for each in check_vault(folder, identity) if each.file == "vault.toml"] == ["settings"]
    opening()
    assert (folder / "vault.toml").read_bytes() == whole


def test_a_key_in_the_settings_is_not_trusted(folder: Path, opening: Callable[[], Vault], identity: Identity) -> None:
    """Who can write in the folder cannot make this program seal for him."""
    stranger = Identity.generate()
    text = (folder / "vault.toml").read_text()
    (folder / "vault.toml").write_text(
        text.replace(identity.public, stranger.public) + f'recovery = "{stranger.public}"\n'
    )
    assert [each.kind for each in check_vault(folder, identity) if each.file == "vault.toml"] == ["settings"]
    opening().repository.save(a_dossier())
    sealed = (folder / "dossiers" / "d1.age").read_bytes()
    assert sealed.count(b"-> X25519") == 1
    assert stranger.public not in (folder / "vault.toml").read_text()


def test_read_only_folder_opens_for_reading(
    folder: Path, identity: Identity, opening: Callable[[], Vault], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A vault on a disk that takes no writing can be read; nobody is said to hold it."""
    vault = opening()
    stored = vault.repository.save(a_dossier())
    vault.close()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    reading = open_vault(folder, identity, program="test")
    assert (reading.read_only, reading.holder) == (True, None)
    assert reading.repository.load(stored.dossier.id) == stored
    reading.close()


def test_a_memory_vault_is_apart() -> None:
    """What is in one memory vault is in no other, and nowhere on disk."""
    one, two = memory_vault(), memory_vault()
    one.repository.save(a_dossier())
    assert (two.repository.overviews(), one.folder, one.read_only, one.holder) == ((), None, False, None)


def test_the_recovery_page_is_in_the_vault(folder: Path) -> None:
    """Who finds the folder finds how to read it, in both languages."""
    text = (folder / "RECOVERY.txt").read_text()
    assert "NEDERLANDS" in text
    assert "ENGLISH" in text
