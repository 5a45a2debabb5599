"""Going into a room of a dossier, and filling in its fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sessionpad.domain.ids import DossierId
from sessionpad.ui.rooms import ROOMS
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.form import FormScreen
from sessionpad.ui.widgets.field import Entry
from tests.ui.conftest import Coach

_Form = TypeVar("_Form", bound=FormScreen)


async def into(coach: Coach, code: str, kind: Callable[..., _Form]) -> _Form:
    """Open the dossier with this code and go into a room of it."""
    assert coach.app.desk is not None
    pad = coach.app.desk.open(DossierId(coach.app.desk.find(code)))
    saver = Saver(pad, coach.app.screen)
    dossier = DossierScreen(coach.app.texts, coach.app.desk, pad, saver)
    screen = kind(coach.app.texts, coach.app.desk, pad, saver)
    coach.app.push_screen(dossier)
    coach.app.push_screen(screen)
    await coach.until(lambda: coach.app.screen is screen and screen.is_mounted and bool(screen.query(Entry)))
    await coach.pilot.pause()
    return screen


async def fill(coach: Coach, screen: FormScreen, key: str, text: str) -> None:
    """Put the caret in a field and type."""
    screen.field(key).take_caret()
    await coach.pilot.pause()
    await coach.write(text)


async def pick(coach: Coach, screen: FormScreen, key: str, digit: str) -> None:
    """Put the caret on a choice and press a figure."""
    screen.field(key).take_caret()
    await coach.pilot.pause()
    await coach.press(digit)


async def go_into(coach: Coach, name: str) -> None:
    """Down the menu of the dossier to the room with this name, and in."""
    coach.on(DossierScreen)
    number = next(at for at, room in enumerate(ROOMS) if room.name == name)
    await coach.press("home", *["down"] * (number + 1), "enter")
    await coach.until(lambda: not isinstance(coach.app.screen, DossierScreen) and coach.app.screen.is_mounted)
    await coach.pilot.pause()


async def back(coach: Coach) -> None:
    """Escape, until the map of the dossier is there again."""
    await coach.press("escape")
    await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
