"""An erased client is gone from every file of the vault, whatever else lay there, and nothing brings it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier
from sessionpad.errors import Conflict, Damaged, NotFound
from sessionpad.store.backup import write_backup
from sessionpad.store.files import DiskFiles
from sessionpad.store.identity import Identity
from sessionpad.store.resealing import change_keys
from sessionpad.store.seal import Seal
from sessionpad.store.shelf import is_about
from sessionpad.store.taking_back import take_back, unpack_backup
from sessionpad.store.vault import Vault, check_vault, open_vault
from tests.unit.store.conftest import Clock
from tests.unit.store.dossiers import a_dossier, noted, notes_in

NOW = datetime(2026, 1, 6, tzinfo=UTC)
SENTINEL = "Zwaluwstaart"
"""Nobody else says this."""
OTHERS = ("d10.age", "xd1.age", "d1-2.age")
GONE, STAYS = a_dossier("d1"), a_dossier("d2", "Eik")


def told(dossier: Dossier, text: str) -> Dossier:
    client = Client(code=f"code {SENTINEL}", name=SENTINEL, coach=SENTINEL)
    tasks = tuple(msgspec.structs.replace(each, text=f"{each.text} {SENTINEL}") for each in dossier.tasks)
    return noted(msgspec.structs.replace(dossier, client=client, tasks=tasks), f"{text} {SENTINEL}")


@pytest.fixture
def filled(folder: Path, opening: Callable[[], Vault], clock: Clock) -> Path:
    """A client of whom a version of every kind is there, and another client."""
    vault = opening()
    vault.repository.save(STAYS)
    vault.repository.save(noted(STAYS, "over iemand anders"))
    for text in ("een", "twee", "drie"):
        clock.move(hours=1)
        vault.repository.save(told(GONE, text))
        vault.repository.start_version(GONE.id, clock())
    with pytest.raises(Conflict):
        vault.repository.save(told(GONE, "niet bewaard"), expected=1)
    (folder / "dossiers" / "d1.age").write_bytes(b"stuk")
    vault.repository.restore(GONE.id, vault.repository.versions(GONE.id)[1].id)
    vault.close()
    kinds = {path.stem.rsplit("-", 1)[1] for path in (folder / "versions" / "d1").iterdir()}
    assert kinds == {"save", "session", "conflict", "damaged"}
    return folder


def everything_in(folder: Path, identity: Identity) -> Iterator[tuple[str, str]]:
    """Every file by name, with what it says; sealed ones opened."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            data = path.read_bytes()
            try:
                text = Seal(identity).open(data, path.name).decode()
            except Damaged:
                text = data.decode("utf-8", "replace")
            yield name, text


def left_of(folder: Path, identity: Identity) -> list[str]:
    """The files that still say something of the client, but for the tombstone and its name."""
    return [
        name
        for name, text in everything_in(folder, identity)
        if SENTINEL in text or (any(is_about(part, GONE.id) for part in Path(name).parts) and name != "erased/d1.age")
    ]


def erase(opening: Callable[[], Vault], reason: str = "bewaartermijn") -> None:
    vault = opening()
    vault.repository.erase(GONE.id, at=NOW, reason=reason)
    vault.close()


def test_before_it_is_everywhere(filled: Path, identity: Identity) -> None:
    """What is looked for below can be found."""
    assert len(left_of(filled, identity)) >= 8


def test_nothing_is_left(filled: Path, opening: Callable[[], Vault], identity: Identity) -> None:
    """No file says a word of the client any more, opened with the key of the vault; the other client is whole."""
    erase(opening)
    assert left_of(filled, identity) == []
    assert dict(everything_in(filled, identity))["erased/d1.age"] == (
        '{"id":"d1","at":"2026-01-06T00:00:00Z","reason":"bewaartermijn"}'
    )
    assert check_vault(filled, identity) == ()
    vault = opening()
    assert notes_in(vault.repository.load(STAYS.id).dossier) == "over iemand anders"
    vault.close()


@pytest.mark.parametrize(
    "name", ["d1 (kopie).age", "d1.sync-conflict-20260105.age", ".d1.age.tmp", "Copy of d1.age", "d1.age~"]
)
def test_what_others_put_beside_it_goes_too(
    filled: Path, opening: Callable[[], Vault], identity: Identity, name: str
) -> None:
    """A copy that a sync program made, or what an interrupted save left, is that client too; nobody else's file is."""
    whole = (filled / "dossiers" / "d1.age").read_bytes()
    (filled / "dossiers" / name).write_bytes(whole)
    for other in OTHERS:
        (filled / "dossiers" / other).write_bytes(b"van een ander")
    erase(opening)
    assert left_of(filled, identity) == []
    assert {path.name for path in (filled / "dossiers").iterdir()} == {"d2.age", *OTHERS}


def test_under_another_name_it_goes_too(filled: Path, opening: Callable[[], Vault], identity: Identity) -> None:
    """When two files changed places, the words of the erased client are taken away wherever they are."""
    one, two = filled / "dossiers" / "d1.age", filled / "dossiers" / "d2.age"
    words = one.read_bytes(), two.read_bytes()
    one.write_bytes(words[1])
    two.write_bytes(words[0])
    erase(opening)
    assert left_of(filled, identity) == []
    vault = opening()
    vault.repository.restore(STAYS.id, vault.repository.versions(STAYS.id)[0].id)
    assert left_of(filled, identity) == []
    vault.close()


def test_no_way_back_brings_it_back(
    filled: Path, opening: Callable[[], Vault], identity: Identity, tmp_path: Path
) -> None:
    """Not a file put back, a version put back, a backup taken back, a change of keys, nor one after the other."""
    backup, old = tmp_path / "b.tar", tmp_path / "old"
    write_backup(filled, identity, backup, now=NOW)
    unpack_backup(backup, old)
    version = next((old / "versions" / "d1").iterdir())
    erase(opening)
    (filled / "dossiers" / "d1.age").write_bytes((old / "dossiers" / "d1.age").read_bytes())
    (filled / "versions" / "d1").mkdir()
    (filled / "versions" / "d1" / version.name).write_bytes(version.read_bytes())
    assert {each.kind for each in check_vault(filled, identity)} >= {"remains"}
    assert take_back(backup, filled, identity) == (("d2",), ())
    opening().close()
    assert left_of(filled, identity) == []
    vault = opening()
    for act in (
        lambda: vault.repository.load(GONE.id),
        lambda: vault.repository.save(GONE),
        lambda: vault.repository.restore(GONE.id, version.stem),
        lambda: vault.repository.erase(GONE.id, at=NOW, reason="nog eens"),
    ):
        with pytest.raises(NotFound):
            act()
    vault.close()
    later = Identity.generate()
    change_keys(filled, identity, later, b"x", DiskFiles())
    open_vault(filled, later, program="test").close()
    assert left_of(filled, later) == []
    assert take_back(backup, filled, later, theirs=identity).dossiers == ("d2",)
    assert left_of(filled, later) == []


def test_a_client_without_a_file_can_be_erased(filled: Path, opening: Callable[[], Vault], identity: Identity) -> None:
    """Lost or damaged, with the list or without: what is left goes."""
    (filled / "dossiers" / "d1.age").unlink()
    (filled / "index.age").unlink()
    erase(opening, reason="")
    assert left_of(filled, identity) == []
