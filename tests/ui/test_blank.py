"""One key hides everything, one key brings it back: nothing is closed and no caret moves."""

from __future__ import annotations

import signal
from typing import NoReturn

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.desk.door import DemoDoor
from sessionpad.domain.notes import text_of
from sessionpad.errors import StorageFailed
from sessionpad.i18n.texts import texts_in
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.store.repository import Repository
from sessionpad.ui.screens.blank import BlankScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.capture_line import CaptureLine
from sessionpad.ui.widgets.notes_editor import NotesEditor
from sessionpad.ui.widgets.typed_line import LineInput
from tests.ui.conftest import Clock, Sit, dossier_of


@pytest.mark.parametrize("back", ["ctrl+r", "escape"])
async def test_one_key_there_and_one_key_back(demo: Desk, sit: Sit, back: str) -> None:
    """In the middle of a task that is half typed: only the time is seen, and one types on where one was."""
    async with sit(demo, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        await coach.write("een zin")
        await coach.press("left", "ctrl+t")
        await coach.write("half getypt")
        await coach.press("left", "left")
        before, seen, pressed = coach.app.focused, coach.seen, coach.pressed
        await coach.press("ctrl+r")
        assert coach.seen.split() == ["14:00"]
        await coach.press(back)
        assert coach.pressed - pressed == 2
        assert coach.app.focused is before
        assert coach.seen == seen
        await coach.write("X")
        assert coach.on(SessionScreen).query_one(CaptureLine).query_one(LineInput).value == "half getyXpt"


async def test_typing_goes_nowhere(demo: Desk, sit: Sit) -> None:
    """Letters, Enter, function keys and the palette do nothing to what is hidden."""
    async with sit(demo, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        await coach.write("blijft")
        await coach.press("ctrl+r")
        await coach.write("weg\nweg")
        await coach.press("f2", "f3", "f5", "f8", "f12", "ctrl+z", "ctrl+p", "ctrl+f", "ctrl+c", "f1", "tab")
        assert isinstance(coach.app.screen, BlankScreen)
        await coach.press("ctrl+r")
        assert coach.on(SessionScreen).query_one(NotesEditor).text == "blijft"
        await coach.saved()
    assert text_of(dossier_of(demo, "A.").sessions[-1].notes) == "blijft"


async def test_the_time_goes_on(demo: Desk, sit: Sit, clock: Clock) -> None:
    """It is the one thing there is to see."""
    async with sit(demo, size=(80, 24)) as coach:
        await coach.press("ctrl+r")
        clock.pass_(minutes=7)
        screen = coach.app.screen
        assert isinstance(screen, BlankScreen)
        screen._tell_time()
        await coach.until(lambda: coach.seen.split() == ["14:07"])


async def test_over_the_palette_and_over_help(demo: Desk, sit: Sit) -> None:
    """Whatever is open, the same key hides it, and what was open is open again."""
    async with sit(demo, size=(80, 24)) as coach:
        await coach.press("enter", "ctrl+p")
        palette = coach.app.screen
        await coach.press("ctrl+r")
        assert coach.seen.split() == ["14:00"]
        await coach.press("ctrl+r")
        assert coach.app.screen is palette
        await coach.press("escape", "f1")
        page = coach.app.screen
        await coach.press("ctrl+r")
        assert coach.seen.split() == ["14:00"]
        await coach.press("escape")
        assert coach.app.screen is page


async def test_another_window_size_while_blank(demo: Desk, sit: Sit) -> None:
    """Made smaller behind the empty screen, the talk fits when it comes back."""
    async with sit(demo, size=(120, 40)) as coach:
        await coach.press("enter", "enter", "ctrl+r")
        await coach.pilot.resize_terminal(80, 24)
        await coach.press("ctrl+r")
        await coach.pilot.pause()
        assert coach.on(SessionScreen).has_class("-narrow")
        assert all(len(line.rstrip()) <= 80 for line in coach.seen.splitlines())


async def test_what_was_typed_is_saved_behind_it(demo: Desk, sit: Sit) -> None:
    """Saving goes on, and quitting or a signal from there loses nothing."""
    async with sit(demo, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        await coach.write("achter leeg")
        await coach.press("ctrl+r")
        coach.app._signalled(signal.SIGTERM)
        await coach.until(lambda: coach.app._exit)
    assert coach.app.return_code == 128 + signal.SIGTERM
    assert text_of(dossier_of(demo, "A.").sessions[-1].notes) == "achter leeg"


async def test_quitting_from_it(demo: Desk, sit: Sit) -> None:
    """Ctrl+Q works there too."""
    async with sit(demo, size=(80, 24)) as coach:
        await coach.press("ctrl+r", "ctrl+q")
    assert coach.app.return_code == 0


async def test_quitting_that_would_lose_words_shows_what_is_at_stake(
    demo: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it cannot be saved, the screen comes back and says so; only the second Ctrl+Q lets go."""

    def full(*_: object, **__: object) -> NoReturn:
        raise StorageFailed("disk-full", reason="ENOSPC")

    async with sit(demo, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        monkeypatch.setattr(Repository, "save", full)
        await coach.write("weg")
        await coach.press("ctrl+r", "ctrl+q")
        assert coach.app.is_running
        coach.on(SessionScreen)
        assert "NIET BEWAARD" in coach.seen
        await coach.press("ctrl+q")
    assert coach.app.return_code == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_both_keys_are_in_help(demo_door: DemoDoor, sit: Sit, language: Language) -> None:
    """F1 lists them on every screen of the pad, and says what they do, in the chosen language."""
    say = texts_in(language).say
    async with sit(demo_door.enter(), door=demo_door, language=language, size=(120, 60)) as coach:
        await coach.press("enter", "enter", "f1")
        said = " ".join(coach.seen.split())
        for key, what in (
            ("Ctrl+R", "Hide everything behind an empty screen; the same key or Esc brings it back"),
            ("Ctrl+L", "Save everything, empty the screen and ask for the passphrase"),
        ):
            assert f"{key} {say(what)}" in said
