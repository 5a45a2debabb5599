"""Vaults of every format that was ever released open for ever, and a format never changes under its number."""

from __future__ import annotations

import shutil
import types
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest

from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier
from sessionpad.errors import NotFound
from sessionpad.store.identity import Identity
from sessionpad.store.migrations import format_of
from sessionpad.store.records import META, Meta
from sessionpad.store.seal import Seal
from sessionpad.store.sealed_storage import Tables, decode
from sessionpad.store.shelf import FolderShelf
from sessionpad.store.tombstones import Tombstones
from sessionpad.store.vault import Vault, check_vault, open_vault, unlock
from sessionpad.store.versions import Kind
from tests.unit.store import fixture_1, fixture_2
from tests.unit.store.conftest import Clock
from tests.unit.store.dossiers import noted

HERE = Path(__file__).parent
FORMATS: dict[int, types.ModuleType] = {1: fixture_1, 2: fixture_2}
"""The module that says what is in the vault that is kept of a format."""
BARE, FULL, GONE = fixture_1.BARE, fixture_1.FULL, fixture_1.GONE


class Kept(NamedTuple):
    folder: Path
    identity: Identity
    full: Callable[..., Dossier]
    """The dossier with something in every field; the word is that at the end of its notes."""
    bare: Callable[[], Dossier]


@pytest.fixture(scope="module", params=FORMATS)
def kept(request: pytest.FixtureRequest) -> Kept:
    """A vault of an earlier format, and its key: unlocking costs a second."""
    folder, module = HERE / f"format-{request.param}", FORMATS[request.param]
    return Kept(folder, unlock(folder, module.PASSPHRASE), module.full_dossier, module.bare_dossier)


@pytest.fixture
def copied(kept: Kept, tmp_path: Path) -> Path:
    """A copy that may be written in, for this user alone; version control does not keep modes."""
    folder = tmp_path / "vault"
    shutil.copytree(kept.folder, folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return folder


def opened(folder: Path, identity: Identity) -> Vault:
    return open_vault(folder, identity, program="test", clock=Clock(fixture_1.AT + timedelta(days=3)))


def test_the_present_format_has_a_vault() -> None:
    """There is a kept vault of every format up to the one that is written now."""
    assert list(range(1, format_of() + 1)) == list(FORMATS)


def test_a_kept_vault_is_whole(kept: Kept, copied: Path) -> None:
    """Nothing is wrong with it but what is meant, a conflict that waits to be looked at, and what is only made now."""
    assert {each.kind.value for each in check_vault(copied, kept.identity)} - {"identity", "settings"} == {"conflict"}
    opened(copied, kept.identity).close()
    assert [each.kind.value for each in check_vault(copied, kept.identity)] == ["conflict"]


def test_every_field_is_there(kept: Kept, copied: Path) -> None:
    """What was written then is read now, field by field: the dossiers, their versions, and who was erased."""
    vault = opened(copied, kept.identity)
    assert vault.repository.load(FULL).dossier == kept.full()
    assert vault.repository.load(BARE).dossier == kept.bare()
    read = {
        (each.kind, each.revision): vault.repository.load_version(FULL, each.id).dossier
        for each in vault.repository.versions(FULL)
    }
    assert read == {
        (Kind.CONFLICT, 4): kept.full("wat er niet in kon"),
        (Kind.SAVE, 2): kept.full("tweede"),
        (Kind.SAVE, 1): kept.full("eerste"),
        (Kind.SESSION, 1): kept.full("eerste"),
    }
    with pytest.raises(NotFound):
        vault.repository.load(GONE)
    assert Tombstones(FolderShelf(copied / "erased"), Seal(kept.identity)).get(GONE).reason == fixture_1.REASON
    vault.close()


def test_saving_brings_it_to_the_present_format(kept: Kept, copied: Path) -> None:
    """Opening alone leaves the bytes of a dossier as they are; a save writes today's format, and every other field stays."""
    path = copied / "dossiers" / f"{FULL}.age"
    before = path.read_bytes()
    vault = opened(copied, kept.identity)
    changed = noted(vault.repository.load(FULL).dossier, "vandaag")
    assert path.read_bytes() == before
    vault.repository.save(changed)
    vault.close()
    (meta,) = tables_in(path, kept.identity)[META].values()
    assert meta["format"] == format_of()
    again = opened(copied, kept.identity)
    assert again.repository.load(FULL).dossier == noted(kept.full(), "vandaag")
    again.close()
    assert [each.kind.value for each in check_vault(copied, kept.identity)] == ["conflict"]


def test_every_field_of_a_kept_vault_says_something(kept: Kept) -> None:
    """A field that was never filled in could be lost without anyone noticing."""
    said: dict[str, bool] = {}
    for table, rows in tables_in(kept.folder / "dossiers" / f"{FULL}.age", kept.identity).items():
        for row in rows.values():
            note_said(row, table, said)
    # Where yes is the usual answer, no says something.
    usually_yes = ("problem.in_document", "sessions.is_talk")
    assert [field for field, is_said in said.items() if not (is_said or field.endswith(usually_yes))] == []


def test_every_field_of_the_present_format_is_filled_in() -> None:
    """What fills the vault of this format leaves no field at its usual value, however deep it stands."""
    assert [name for name, is_other in others(fixture_2.full_dossier()) if not is_other] == []


def test_a_format_never_changes_under_its_number() -> None:
    """A field that comes, goes or changes makes a new format: a migration, a kept vault, and a list of its fields.

    The list is written with `python -m tests.unit.store.test_store_format`.
    """
    assert listing() == (HERE / f"fields-{format_of()}.txt").read_text("utf-8")


def tables_in(path: Path, identity: Identity) -> Tables:
    return decode(Seal(identity).open(path.read_bytes(), path.name), path.name)


def others(value: Any, name: str = "Dossier") -> Iterator[tuple[str, bool]]:
    """Every field with a usual value, and whether it has another one."""
    if isinstance(value, tuple):
        for each in value:
            yield from others(each, name)
    if isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            own = getattr(value, field.name)
            yield f"{name}.{field.name}", field.default is msgspec.NODEFAULT or own != field.default
            yield from others(own, f"{name}.{field.name}")


def note_said(value: Any, name: str, said: dict[str, bool]) -> None:
    if isinstance(value, dict):
        for key, each in value.items():
            note_said(each, f"{name}.{key}", said)
    elif isinstance(value, list):
        said[name] = said.get(name, False) or bool(value)
        for each in value:
            note_said(each, name, said)
    else:
        said[name] = said.get(name, False) or value not in (None, "", False)


def listing() -> str:
    """Every field of a dossier, and of what it says about its file, with its type."""
    seen: dict[str, None] = {}
    for kind in (Meta, Client, Dossier):
        seen.update(dict.fromkeys(fields_of(kind)))
    return "\n".join([*seen, ""])


def fields_of(kind: type[msgspec.Struct]) -> Iterator[str]:
    hints = get_type_hints(kind)
    inner: list[type[msgspec.Struct]] = []
    for field in msgspec.structs.fields(kind):
        yield f"{kind.__name__}.{field.name}: {type_name(hints[field.name], inner)}"
    for each in inner:
        yield from fields_of(each)


def type_name(hint: Any, inner: list[type[msgspec.Struct]]) -> str:
    """A type by its name; the values of an enumeration belong to it."""
    name = getattr(hint, "__name__", str(hint))
    if get_origin(hint) in {Union, types.UnionType}:
        return " | ".join(type_name(each, inner) for each in get_args(hint))
    if get_origin(hint) is tuple:
        return f"tuple[{type_name(get_args(hint)[0], inner)}]"
    if get_args(hint):
        return f"one of {', '.join(map(str, get_args(hint)))}"
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        inner.append(hint)
    values = getattr(hint, "__members__", None)
    return f"{name} ({', '.join(repr(str(each)) for each in values.values())})" if values else name


if __name__ == "__main__":
    (HERE / f"fields-{format_of()}.txt").write_text(listing(), "utf-8")
