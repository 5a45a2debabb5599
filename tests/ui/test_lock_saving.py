"""Locking when saving fails, and ending while locked: no word is lost on any way out."""

from __future__ import annotations

import signal
from typing import NoReturn

import pytest

from sessionpad.desk.door import DemoDoor
from sessionpad.domain.notes import text_of
from sessionpad.errors import StorageFailed
from sessionpad.store.repository import Repository
from sessionpad.ui import locking
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.watching import Stage
from sessionpad.ui.widgets.notes_editor import NotesEditor
from sessionpad.ui.widgets.save_mark import SaveMark, SaveState
from tests.ui.conftest import Sit, dossier_of


def full(*_: object, **__: object) -> NoReturn:
    raise StorageFailed("disk-full", reason="ENOSPC")


def notes_of(door: DemoDoor) -> str:
    """The notes of the last talk with A., as anyone finds them who opens the vault now."""
    door.shut()
    return text_of(dossier_of(door.unlock("demo"), "A.").sessions[-1].notes)


async def test_a_full_disk_keeps_the_words(demo_door: DemoDoor, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is shown and nothing is lost: the passphrase leads back to the text, which is called NOT SAVED."""
    monkeypatch.setattr(locking, "AGAIN", 0.01)
    async with sit(demo_door.enter(), door=demo_door, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        with monkeypatch.context() as patch:
            patch.setattr(Repository, "save", full)
            await coach.write("nergens anders")
            await coach.press("left", "ctrl+l")
            await coach.until(lambda: "NIET BEWAARD" in coach.seen)
            assert coach.app.stage is Stage.COVERED
            assert "nergens anders" not in coach.seen
            await coach.write("fout\n")
            await coach.until(lambda: "Dat is niet de wachtzin" in coach.seen)
            assert coach.app.stage is Stage.COVERED
            await coach.unlock()
            screen = coach.on(SessionScreen)
            assert screen.query_one(NotesEditor).text == "nergens anders"
            assert screen.query_one(NotesEditor).cursor_location == (0, 13)
            assert screen.query_one(SaveMark).state is SaveState.FAILED
            assert "NIET BEWAARD" in coach.seen
        await coach.write("!")
        await coach.saved()
    assert notes_of(demo_door) == "nergens ander!s"


async def test_room_on_the_disk_closes_after_all(
    demo_door: DemoDoor, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saving is tried again behind the lock; as soon as it can be done, nothing is kept any more."""
    monkeypatch.setattr(locking, "AGAIN", 0.01)
    async with sit(demo_door.enter(), door=demo_door, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        with monkeypatch.context() as patch:
            patch.setattr(Repository, "save", full)
            await coach.write("toch nog")
            await coach.press("ctrl+l")
            await coach.until(lambda: "NIET BEWAARD" in coach.seen)
        await coach.until(lambda: coach.app.stage is Stage.SHUT)
        assert "Alles is bewaard." in coach.seen
        await coach.unlock()
    assert notes_of(demo_door) == "toch nog"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_while_locked(
    demo_door: DemoDoor, sit: Sit, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything was saved already: the exit code says which signal it was."""
    monkeypatch.setattr("sessionpad.ui.app.let_go_of_terminal", lambda: None)
    async with sit(demo_door.enter(), door=demo_door, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        await coach.write("voor het slot")
        await coach.lock()
        coach.app._signalled(number)
        await coach.until(lambda: coach.app._exit)
    assert coach.app.return_code == 128 + number
    assert notes_of(demo_door) == "voor het slot"


@pytest.mark.parametrize("room", [False, True], ids=["full", "room again"])
async def test_a_signal_with_words_behind_the_lock(
    demo_door: DemoDoor, sit: Sit, room: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be saved is tried once more; the exit code says whether it could."""
    async with sit(demo_door.enter(), door=demo_door, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        with monkeypatch.context() as patch:
            patch.setattr(Repository, "save", full)
            await coach.write("achter het slot")
            await coach.press("ctrl+l")
            await coach.until(lambda: "NIET BEWAARD" in coach.seen)
            if not room:
                coach.app._signalled(signal.SIGTERM)
                await coach.until(lambda: coach.app._exit)
        if room:
            coach.app._signalled(signal.SIGTERM)
            await coach.until(lambda: coach.app._exit)
    assert coach.app.return_code == (128 + signal.SIGTERM if room else 1)
    assert notes_of(demo_door) == ("achter het slot" if room else "")


async def test_quitting_while_locked(demo_door: DemoDoor, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+Q on the lock screen ends with 0; with words behind it that cannot be saved it says so first, then 1."""
    async with sit(demo_door.enter(), door=demo_door, size=(80, 24)) as coach:
        await coach.lock()
        await coach.press("ctrl+q")
    assert coach.app.return_code == 0
    demo_door.shut()
    async with sit(demo_door.unlock("demo"), door=demo_door, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        monkeypatch.setattr(Repository, "save", full)
        await coach.write("weg")
        await coach.press("ctrl+l", "ctrl+q")
        assert coach.app.is_running
        assert "Ctrl+Q" in coach.seen
        await coach.press("ctrl+q")
    assert coach.app.return_code == 1
