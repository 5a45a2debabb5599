"""Before the door: the passphrase is asked before anything else, and a wrong one changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.desk.door import Door
from sessionpad.errors import WrongPassphrase
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import texts_in
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.unlock import UnlockScreen
from sessionpad.ui.widgets.field import Field
from tests.ui.conftest import Clock, Sit

PASSPHRASE = "vijf woorden voor de proef"  # of a vault that lives as long as the tests


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with one client, made once: each one costs a second."""
    folder = tmp_path_factory.mktemp("unlock") / "vault"
    desk = Door(folder, clock=Clock()).create(PASSPHRASE)
    desk.new_client("A. 1", "Amina")
    desk.close()
    return folder


@pytest.fixture
def door(made: Path, tmp_path: Path, clock: Clock) -> Door:
    return Door(Path(copytree(made, tmp_path / "vault")), clock=clock)


def on_disk(door: Door) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and the moment it was written."""
    files = (path for path in door.folder.rglob("*") if path.is_file())
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.fixture
def opened() -> Iterator[list[Desk]]:
    """What was opened is closed after the test."""
    desks: list[Desk] = []
    yield desks
    for desk in desks:
        desk.close()


async def test_a_wrong_passphrase_and_then_the_right_one(door: Door, sit: Sit, opened: list[Desk]) -> None:
    """A wrong one gets a sentence and an empty field, and touches no file; the right one opens the list."""
    before = on_disk(door)
    async with sit(door=door, size=(80, 24)) as coach:
        assert "Deze kluis is op slot" in coach.seen
        await coach.write(f"{PASSPHRASE}?")
        assert PASSPHRASE not in coach.seen
        await coach.press("enter")
        assert coach.on(UnlockScreen).query_one(Field).value == ""
        await coach.until(lambda: sentence(WrongPassphrase("wrong-passphrase"), texts_in("nl")) in coach.seen)
        assert on_disk(door) == before
        await coach.write(f"{PASSPHRASE}\n")
        await coach.until(lambda: isinstance(coach.app.screen, ClientsScreen))
        await coach.pilot.pause()
        assert "A. 1" in coach.seen
        assert "Amina" not in coach.seen
        assert coach.app.desk is not None
        opened.append(coach.app.desk)


async def test_nothing_can_be_done_before_it(door: Door, sit: Sit) -> None:
    """No key leads past the passphrase; the language can be changed, help asked, and the program left."""
    before = on_disk(door)
    async with sit(door=door) as coach:
        await coach.press("escape", "ctrl+n", "f3", "f4", "f5", "ctrl+z", "down")
        coach.on(UnlockScreen)
        assert coach.app.desk is None
        assert len(coach.app.screen_stack) == 2
        await coach.press("f9")
        assert "This vault is locked" in coach.seen
        await coach.press("ctrl+q")
    assert coach.app.return_code == 0
    assert on_disk(door) == before


async def test_a_damaged_key_is_named(door: Door, sit: Sit) -> None:
    """A key file that cannot be read is said to be so, with where to look; it is not called a wrong passphrase."""
    for name in ("identity.age", "identity-copy.age"):
        (door.folder / name).write_bytes((door.folder / name).read_bytes()[:40])
    async with sit(door=door) as coach:
        await coach.write(f"{PASSPHRASE}\n")
        await coach.until(lambda: "RECOVERY.txt" in coach.seen)
        assert "identity.age" in coach.seen
        coach.on(UnlockScreen)
