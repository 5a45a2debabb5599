"""Every file of a vault is damaged in every way, and the vault says so, goes on, and offers what can be read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionpad.errors import Damaged, NotFound, SessionpadError
from sessionpad.store.identity import Identity
from sessionpad.store.seal import Seal
from sessionpad.store.vault import Problem, ProblemKind, Vault, check_vault, lay_vault, open_vault, unlock
from tests.unit.store.conftest import Clock, Protected
from tests.unit.store.dossiers import a_dossier, noted, notes_in

NAMES = ("d1", "d2")
LAST = "laatste versie"
FOREIGN = Seal(Identity.generate()).close(b"{}")
"""An age file that is somebody else's."""


class Made(NamedTuple):
    folder: Path
    identity: Identity
    older: bytes
    """How dossiers/d1.age was before its last save."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, protected: Protected) -> Made:
    """Two clients, each with a session start, a save and a rolled version, one who was erased, and a recovery key.

    Nothing of it is ever changed.
    """
    folder = tmp_path_factory.mktemp("damage") / "vault"
    identity = Identity(protected.identity.key, Identity.generate().public)
    lay_vault(folder, identity, protected.data)
    clock = Clock(a_dossier().sessions[0].started_at)
    vault = open_vault(folder, identity, program="test", clock=clock)
    vault.repository.save(a_dossier("d3", "d3"))
    vault.repository.erase(a_dossier("d3").id, at=clock(), reason="voorbij")
    older = b""
    for name in NAMES:
        dossier = a_dossier(name, name)
        vault.repository.save(dossier)
        vault.repository.start_version(dossier.id, clock.move(hours=1))
        for text in ("eerste versie", LAST):
            older = (folder / "dossiers" / "d1.age").read_bytes() if (name, text) == ("d1", LAST) else older
            clock.move(hours=1)
            vault.repository.save(noted(dossier, text))
    vault.close()
    return Made(folder, identity, older)


@pytest.fixture
def hurt(made: Made, tmp_path: Path) -> Path:
    """A copy that may be hurt."""
    return _copy(made, tmp_path / "vault")


def _copy(made: Made, folder: Path) -> Path:
    shutil.copytree(made.folder, folder)
    return folder


def _open(folder: Path, identity: Identity) -> Vault:
    return open_vault(folder, identity, program="test", clock=Clock(a_dossier().sessions[1].started_at))


def _kinds(problems: tuple[Problem, ...]) -> set[tuple[str, str]]:
    return {(problem.file, problem.kind.value) for problem in problems if problem.kind is not ProblemKind.EXPOSED}


def _hurts() -> st.SearchStrategy[Callable[[bytes], bytes]]:
    places = st.floats(0, 1, exclude_max=True)

    def flip(where: float, bit: int) -> Callable[[bytes], bytes]:
        def act(data: bytes) -> bytes:
            changed = bytearray(data)
            changed[int(where * len(changed))] ^= 1 << bit
            return bytes(changed)

        return act

    def cut(where: float) -> Callable[[bytes], bytes]:
        return lambda data: data[: int(where * len(data))]

    return st.one_of(
        st.builds(flip, places, st.integers(0, 7)),
        st.builds(cut, places),
        st.sampled_from([b"", FOREIGN]).map(lambda other: lambda _: other),
        st.just(lambda data: data + b"meer"),
        st.just(lambda data: b"\0" * len(data)),
    )


def test_a_whole_vault_has_no_problems(made: Made) -> None:
    """Where nothing is wrong, nothing is named."""
    assert check_vault(made.folder, made.identity) == ()


@given(hurt=_hurts())
@settings(deadline=None, max_examples=60)
def test_a_hurt_dossier_is_named_and_its_newest_version_brought_back(
    made: Made, tmp_path_factory: pytest.TempPathFactory, hurt: Callable[[bytes], bytes]
) -> None:
    """A dossier that cannot be trusted is never shown as if it could; the newest readable version is one act away."""
    folder = _copy(made, tmp_path_factory.mktemp("hurt") / "vault")
    path = folder / "dossiers" / "d1.age"
    whole = path.read_bytes()
    path.write_bytes(hurt(whole))
    assert any(each.dossier == "d1" for each in check_vault(folder, made.identity))
    vault = _open(folder, made.identity)
    assert [row.code for row in vault.repository.overviews()] == ["d1", "d2"]
    with pytest.raises(Damaged):
        vault.repository.load(a_dossier("d1").id)
    with pytest.raises(Damaged):
        vault.repository.save(noted(a_dossier("d1"), "over de schade heen"))
    assert path.read_bytes() == hurt(whole)
    versions = vault.repository.versions(a_dossier("d1").id)
    vault.repository.restore(a_dossier("d1").id, versions[0].id)
    assert notes_in(vault.repository.load(a_dossier("d1").id).dossier) == "eerste versie"
    assert notes_in(vault.repository.load(a_dossier("d2").id).dossier) == LAST
    vault.close()
    assert all(each.dossier != "d1" for each in check_vault(folder, made.identity))
    shutil.rmtree(folder)


MENDED = ("identity.age", "identity-copy.age", "recovery.age", "vault.toml", "RECOVERY.txt", "index.age")
"""What opening the vault makes right again."""


@given(data=st.data())
@settings(deadline=None, max_examples=150)
def test_any_file_hurt_in_any_way_is_noticed_and_survived(
    made: Made, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever file is hurt or lost, the vault opens or says why not, every dossier can be read or brought back, and `check` knows."""
    folder = _copy(made, tmp_path_factory.mktemp("hurt") / "vault")
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    name = data.draw(st.sampled_from([each for each in names if not each.startswith("vault.")] + ["vault.toml"]))
    hurt = data.draw(st.none() | _hurts())
    whole = (folder / name).read_bytes()
    if hurt is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(hurt(whole))
    identity = _unlocked(made.identity, name)
    problems = _kinds(check_vault(folder, identity))
    assert name in {file for file, _ in problems} or name == "vault.toml" or _may_be_lost(name, is_lost=hurt is None)
    if ("vault.toml", "newer-format") in problems:
        with pytest.raises(Damaged):
            _open(folder, identity)
    else:
        vault = _open(folder, identity)
        for dossier_id in (a_dossier(each).id for each in NAMES):
            try:
                stored = vault.repository.load(dossier_id)
            except Damaged:
                stored = vault.repository.restore(dossier_id, vault.repository.versions(dossier_id)[0].id)
            assert notes_in(stored.dossier) in {"eerste versie", LAST}
        assert {row.code for row in vault.repository.overviews()} == {*NAMES}
        vault.close()
        assert not {file for file, _ in _kinds(check_vault(folder, identity))} & {*MENDED}
        assert name not in KEYS or (folder / name).read_bytes() == whole
    shutil.rmtree(folder)


KEYS = ("identity.age", "identity-copy.age")


def _unlocked(identity: Identity, hurt: str) -> Identity:
    """The identity as unlocking gives it when this file is hurt: from the one of the two that opens."""
    unlocked = Identity(identity.key, identity.recovery)
    unlocked.source = KEYS[hurt == KEYS[0]]
    return unlocked


def _may_be_lost(name: str, *, is_lost: bool) -> bool:
    """A version or a tombstone that is gone has left no trace, nor has a list; a hurt one is named."""
    return is_lost and name.startswith(("versions/", "erased/", "index.age"))


@pytest.mark.parametrize("hurt", KEYS)
def test_either_of_the_two_key_files_opens(tmp_path: Path, protected: Protected, hurt: str) -> None:
    """With one of the two lost, emptied or changed in any byte, the passphrase opens the vault with the other."""
    lay_vault(tmp_path, protected.identity, protected.data)
    whole = protected.data
    middle = whole.index(b"\n", 60) // 2
    for damage in (None, b"", whole[:-40], whole[:middle] + b"Q" + whole[middle + 1 :], FOREIGN):
        if damage is None:
            (tmp_path / hurt).unlink()
        else:
            (tmp_path / hurt).write_bytes(damage)
        identity = unlock(tmp_path, protected.passphrase)
        assert (identity.text, identity.source) == (protected.identity.text, KEYS[hurt == KEYS[0]])
        open_vault(tmp_path, identity, program="test").close()
        assert [(tmp_path / name).read_bytes() for name in KEYS] == [whole, whole]


@pytest.mark.parametrize("name", ["index.age", "vault.toml", "RECOVERY.txt", "recovery.age", "vault.lock"])
def test_what_can_be_made_again_may_be_lost(made: Made, hurt: Path, name: str) -> None:
    """Without its list, its settings or its lock file a vault is still the same vault."""
    (hurt / name).unlink()
    vault = _open(hurt, made.identity)
    assert [row.code for row in vault.repository.overviews()] == list(NAMES)
    assert notes_in(vault.repository.load(a_dossier("d1").id).dossier) == LAST
    vault.close()


def test_a_lost_dossier_is_missed(made: Made, hurt: Path) -> None:
    """A file that is gone is named, its client stays in the list, and a version brings it back; also without an index."""
    for without_index in (False, True):
        (hurt / "dossiers" / "d1.age").unlink()
        if without_index:
            (hurt / "index.age").unlink()
        assert ("dossiers/d1.age", "lost") in _kinds(check_vault(hurt, made.identity))
        vault = _open(hurt, made.identity)
        assert [row.code for row in vault.repository.overviews()] == list(NAMES)
        with pytest.raises(Damaged):
            vault.repository.load(a_dossier("d1").id)
        newest = vault.repository.versions(a_dossier("d1").id)[0]
        assert notes_in(vault.repository.restore(a_dossier("d1").id, newest.id).dossier) == "eerste versie"
        vault.close()


def test_an_old_file_put_back_is_named(made: Made, hurt: Path) -> None:
    """An older file is told from the last one, also when the index is lost with it."""
    (hurt / "dossiers" / "d1.age").write_bytes(made.older)
    assert ("dossiers/d1.age", "older-version") in _kinds(check_vault(hurt, made.identity))
    vault = _open(hurt, made.identity)
    with pytest.raises(Damaged) as damage:
        vault.repository.load(a_dossier("d1").id)
    assert damage.value.key == "older-version"
    vault.close()


def test_swapped_dossiers_are_named(made: Made, hurt: Path) -> None:
    """Two files that changed places are both named, and neither client's text ends up with the other."""
    one, two = hurt / "dossiers" / "d1.age", hurt / "dossiers" / "d2.age"
    bytes_one = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(bytes_one)
    assert _kinds(check_vault(hurt, made.identity)) >= {(f"dossiers/{name}.age", "wrong-name") for name in NAMES}
    vault = _open(hurt, made.identity)
    for name in NAMES:
        dossier_id = a_dossier(name).id
        vault.repository.restore(dossier_id, vault.repository.versions(dossier_id)[0].id)
    found = [vault.repository.load(a_dossier(name).id).dossier.client.code for name in NAMES]
    texts = {
        notes_in(vault.repository.load_version(a_dossier("d1").id, each.id).dossier)
        for each in vault.repository.versions(a_dossier("d1").id)
    }
    assert found == list(NAMES)
    assert LAST in texts
    vault.close()


def test_what_others_leave_is_named(made: Made, hurt: Path) -> None:
    """The copy of a sync program, a file of somebody else and an open folder are seen."""
    (hurt / "dossiers" / "d1 (kopie).age").write_bytes(b"x")
    (hurt / "brief.txt").write_bytes(b"x")
    (hurt / "brief.txt").chmod(0o644)
    (hurt / "dossiers" / "d1 (kopie).age").chmod(0o600)
    assert {(each.file, each.kind.value) for each in check_vault(hurt, made.identity)} == {
        ("brief.txt", "stray"),
        ("brief.txt", "exposed"),
        ("dossiers/d1 (kopie).age", "stray"),
    }


def test_no_vault_is_not_found(tmp_path: Path, identity: Identity) -> None:
    """There is nothing to check where there is nothing."""
    with pytest.raises(NotFound):
        check_vault(tmp_path / "none", identity)


def test_an_error_never_quotes_a_dossier(made: Made, hurt: Path) -> None:
    """What is said about a damaged dossier holds no word of it, nor does the error it came from."""
    seal = Seal(made.identity)
    for text in (b'{"meta": {"1": {"id": "d1", "format": "Geheim"}}}', b'{"Geheim": ', b'["Geheim"]'):
        (hurt / "dossiers" / "d1.age").write_bytes(seal.close(text))
        vault = _open(hurt, made.identity)
        with pytest.raises(SessionpadError) as error:
            vault.repository.load(a_dossier("d1").id)
        vault.close()
        shown: BaseException | None = error.value
        while shown is not None:
            assert "Geheim" not in f"{shown!r} {vars(shown)}"
            shown = shown.__cause__
