"""When the program itself is at fault: kind and place, and not a word of what was typed."""

from __future__ import annotations

import io
import signal
from typing import NoReturn

import pytest
from rich.console import Console
from textual import events
from textual.worker import WorkerFailed

from sessionpad.desk.desk import Desk
from sessionpad.domain.notes import text_of
from sessionpad.errors import StorageFailed
from sessionpad.store.repository import Repository
from sessionpad.ui.app import SessionpadApp
from sessionpad.ui.screens.closing import ClosingScreen
from sessionpad.ui.screens.session import SessionScreen
from tests.ui.conftest import Coach, Sit, dossier_of

SECRET = "mijn-zus-heet-Wilhelmina"


class Boom(Exception):
    """A mistake of the program; its message holds what the client said."""


def reported(app: SessionpadApp) -> str:
    """What stands on the terminal when the program has gone."""
    written = io.StringIO()
    console = Console(file=written, width=120)
    for each in app._exit_renderables:
        console.print(each)
    return written.getvalue()


def key(char: str) -> events.Key:
    return events.Key(char, char)


def notes_of(desk: Desk) -> str:
    return text_of(dossier_of(desk, "A.").sessions[-1].notes)


async def crash(coach: Coach, how: str) -> None:
    """Let something go wrong, with the client's words in a local variable."""

    def handler() -> NoReturn:
        words = f"{SECRET} in een variabele"
        raise Boom(words)

    async def worker() -> NoReturn:
        handler()

    if how == "handler":
        coach.app.screen.call_later(handler)
    else:
        coach.app.screen.run_worker(worker())
    await coach.pilot.pause(0.1)


@pytest.mark.parametrize("how", ["handler", "worker"])
async def test_a_mistake_tells_nothing_of_the_client(
    demo: Desk, sit: Sit, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Kind, file, line and a number: no word of notes or variables; exit code 1; what was called saved is saved."""
    app, report = None, ""
    try:
        async with sit(demo, size=(80, 24)) as coach:
            app = coach.app
            await coach.press("enter", "enter")
            await coach.write(f"{SECRET} vertelt")
            await coach.saved()
            await crash(coach, how)
            report = reported(app)
    except (Boom, WorkerFailed):  # a program under test hands its mistakes on
        assert app is not None
    assert "sessionpad: Boom (test_crash.py:" in report
    assert "is bewaard" in report
    assert SECRET not in report
    assert "Traceback" not in report
    captured = capsys.readouterr()
    assert SECRET not in captured.out + captured.err
    assert app is not None
    assert app.return_code == 1
    assert notes_of(demo) == f"{SECRET} vertelt"


async def test_a_panic_of_textual_tells_nothing_either(demo: Desk, sit: Sit) -> None:
    """What Textual would print itself, from its own threads, is not printed."""
    async with sit(demo, size=(80, 24)) as coach:
        app = coach.app
        app.panic(f"Traceback {SECRET}", f"nog een {SECRET}")
        report = reported(app)
    assert "sessionpad maakte een fout" in report
    assert SECRET not in report
    assert app.return_code == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_saves_first(demo: Desk, sit: Sit, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ended from outside right after a key: notes and fields are on disk, and the exit code says which signal it was."""
    let_go: list[bool] = []
    monkeypatch.setattr("sessionpad.ui.app.let_go_of_terminal", lambda: let_go.append(True))
    async with sit(demo, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        await coach.write("nog niet bewaard")
        await coach.press("f3")
        coach.on(ClosingScreen)
        for char in "half":
            coach.app.post_message(key(char))
        coach.app._signalled(number)
        await coach.until(lambda: coach.app._exit)
    assert coach.app.return_code == 128 + number
    assert let_go == ([True] if number == signal.SIGHUP else [])
    assert notes_of(demo) == "nog niet bewaard"
    assert dossier_of(demo, "A.").sessions[-1].summary == "half"


async def test_a_signal_with_a_full_disk_ends_with_one(demo: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be saved is not called saved: exit code 1, and the file of before is whole."""
    before = dossier_of(demo, "A.")

    def full(*_: object, **__: object) -> NoReturn:
        raise StorageFailed("disk-full", reason="ENOSPC")

    async with sit(demo, size=(80, 24)) as coach:
        monkeypatch.setattr(Repository, "save", full)
        await coach.press("enter", "enter")
        coach.on(SessionScreen)
        await coach.write("weg")
        coach.app._signalled(signal.SIGTERM)
        await coach.until(lambda: coach.app._exit)
    assert coach.app.return_code == 1
    assert dossier_of(demo, "A.") == before


async def test_a_quit_that_succeeds_the_second_time_is_no_failure(
    demo: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk has room again at the second Ctrl+Q, everything is saved and the exit code is 0."""

    def full(*_: object, **__: object) -> NoReturn:
        raise StorageFailed("disk-full", reason="ENOSPC")

    async with sit(demo, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        with monkeypatch.context() as patch:
            patch.setattr(Repository, "save", full)
            await coach.write("toch bewaard")
            await coach.press("ctrl+q")
            assert coach.app.is_running
            assert "Druk nog eens op Ctrl+Q" in " ".join(coach.seen.split())
        await coach.press("ctrl+q")
    assert coach.app.return_code == 0
    assert notes_of(demo) == "toch bewaard"
