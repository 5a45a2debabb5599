"""The first time: from nothing to a usable pad, and every mistake on the way gets its sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sessionpad.desk.door import Door, Stands
from sessionpad.errors import InvalidInput, SessionpadError, VaultUnusable
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import texts_in
from sessionpad.store.passphrase import WORDS, word_list
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.first_run import FirstRunScreen, RecoveryScreen
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.line import Block
from tests.ui.conftest import Clock, Coach, Sit

PASSPHRASE = "vijf woorden voor de proef"  # of a vault that lives as long as a test


def said(coach: Coach) -> str:
    """What is on the screen, as one line."""
    return " ".join(coach.seen.split())


def suggested(coach: Coach) -> str:
    return coach.on(FirstRunScreen).query_one("#suggestion", Block).content.plain


def typed(coach: Coach) -> list[str]:
    return [field.value for field in coach.on(FirstRunScreen).query(Field)]


@pytest.fixture
def door(tmp_path: Path, clock: Clock) -> Door:
    return Door(tmp_path / "deep" / "vault", clock=clock)


async def test_one_key_changes_the_language(door: Door, sit: Sit) -> None:
    """F9 turns everything over, the offered words too, and what was typed already stays."""
    async with sit(door=door) as coach:
        assert "Welkom bij sessionpad" in coach.seen
        assert "Rather in English? Press F9." in coach.seen
        await coach.write("half ge")
        await coach.press("f9")
        assert "Welcome to sessionpad" in coach.seen
        assert "Passphrase" in coach.seen
        assert "Welkom" not in coach.seen
        assert set(suggested(coach).split("-")) <= set(word_list("en"))
        assert typed(coach) == ["half ge", ""]


async def test_a_passphrase_of_five_words_is_offered(door: Door, sit: Sit) -> None:
    """Five plain words stand there to take over; one key gives five others; nothing is made by looking."""
    async with sit(door=door, size=(80, 24)) as coach:
        first = suggested(coach)
        assert len(first.split("-")) == WORDS
        assert set(first.split("-")) <= set(word_list("nl"))
        assert first in coach.seen
        await coach.press("f2")
        assert suggested(coach) != first
        assert suggested(coach) in coach.seen
        assert str(door.folder)[:20] in coach.seen
        assert typed(coach) == ["", ""]
    assert not door.folder.exists()


@pytest.mark.parametrize(
    ("one", "two", "error", "left"),
    [
        ("", "", InvalidInput("passphrase-empty"), ["", ""]),
        ("te kort", "te kort", InvalidInput("passphrase-short", minimum=12), ["te kort", "te kort"]),
        (PASSPHRASE, f"{PASSPHRASE}!", InvalidInput("passphrases-differ"), [PASSPHRASE, ""]),
    ],
    ids=["empty", "short", "different"],
)
async def test_a_passphrase_that_will_not_do(
    door: Door, sit: Sit, one: str, two: str, error: SessionpadError, left: list[str]
) -> None:
    """Empty, short and differing passphrases each get their sentence; what can stay is still there; nothing is made."""
    async with sit(door=door) as coach:
        await coach.write(f"{one}\n{two}\n")
        await coach.until(lambda: sentence(error, texts_in("nl")) in said(coach))
        assert typed(coach) == left
    assert not door.folder.exists()


def on_disk(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def a_file(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("een brief")


def not_empty(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "brief.txt").write_text("een brief")


def below_a_file(folder: Path) -> None:
    folder.parent.write_text("een brief")


@pytest.mark.parametrize(
    ("prepare", "key"),
    [(a_file, "not-a-folder"), (not_empty, "not-empty"), (below_a_file, "not-a-folder")],
    ids=["a file", "not empty", "below a file"],
)
async def test_a_place_that_cannot_be_a_vault(
    door: Door, sit: Sit, prepare: Callable[[Path], None], key: str, tmp_path: Path
) -> None:
    """A folder that is a file, holds other things or cannot be made: one sentence, and not a byte is touched."""
    prepare(door.folder)
    before = on_disk(tmp_path)
    async with sit(door=door, size=(200, 40)) as coach:
        await coach.write(f"{PASSPHRASE}\n{PASSPHRASE}\n")
        wanted = sentence(VaultUnusable(key, path=str(door.folder)), texts_in("nl"))
        await coach.until(lambda: wanted in said(coach))
        assert typed(coach) == [PASSPHRASE, PASSPHRASE]
        await coach.press("ctrl+q")
    assert coach.app.return_code == 0
    assert on_disk(tmp_path) == before


async def test_it_ends_in_a_usable_pad(door: Door, sit: Sit) -> None:
    """A passphrase twice, the recovery sheet, one more key, and the pad says how to begin; on disk all is private."""
    async with sit(door=door) as coach:
        await coach.write(f"{PASSPHRASE}\n{PASSPHRASE}\n")
        await coach.until(lambda: isinstance(coach.app.screen, RecoveryScreen))
        await coach.pilot.pause()
        assert "Je herstelblad" in coach.seen
        assert "RECOVERY.txt" in coach.seen
        assert "age " in coach.seen
        await coach.press("enter")
        coach.on(ClientsScreen)
        assert "Er zijn nog geen cliënten. Druk op Ctrl+N" in said(coach)
        await coach.write("K. 1\n\n")
        await coach.press("ctrl+q")
    assert coach.app.desk is not None
    coach.app.desk.close()
    names = {path.name for path in door.folder.iterdir()}
    assert {"vault.toml", "identity.age", "dossiers", "RECOVERY.txt"} <= names
    assert door.stands is Stands.LOCKED
    modes = {path.stat().st_mode & 0o777 for path in door.folder.rglob("*") if path.is_file()}
    assert modes == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (door.folder, *door.folder.rglob("*")) if path.is_dir()} == {0o700}
