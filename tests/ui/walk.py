"""A walk past the main screens, one after another, to look at each of them in the same way."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

from textual.command import CommandList, CommandPalette

from sessionpad.desk.door import Door
from sessionpad.ui.rooms import ROOMS
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.screens.client_view import ClientViewScreen
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.closing import ClosingScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.first_run import FirstRunScreen
from sessionpad.ui.screens.help import HelpScreen
from sessionpad.ui.screens.lock import LockScreen
from sessionpad.ui.screens.search import SearchScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.screens.settings import SettingsScreen
from sessionpad.ui.screens.unlock import UnlockScreen
from tests.ui.conftest import Coach

NOTES: Final = """+ heeft zelf gebeld
- de bus reed niet
" ik durf nu wel
! rustig aan
? de brief van de school
> map kopen @ik
#schulden een gewone regel die zo lang is dat ze op een smal scherm zeker niet op een enkele rij kan staan
"""
EXPECTED: Final[dict[str, type[PadScreen]]] = {
    "client view": ClientViewScreen,
    "help": HelpScreen,
    "closing": ClosingScreen,
}
"""Which screen is on top where it is not the talk itself."""
ROOMS_LOOKED_AT: Final = ("agreements", "exploring", "people", "pictures")
"""A page beside its list, a form of fields and choices, a list with the fields of what is chosen, and a drawing."""


async def stops(coach: Coach, folder: Path) -> AsyncIterator[str]:
    """The name of each place where one stands still; between two stops the same keys are pressed as a coach would.

    Args:
        coach: sits before the demo, with the door it came in by.
        folder: an empty one, for a vault that is not there yet.
    """
    async for stop in _before_the_vault(coach, folder):
        yield stop
    coach.on(ClientsScreen)
    yield "client list"
    await coach.press("ctrl+p")
    assert isinstance(coach.app.screen, CommandPalette)
    await coach.until(lambda: coach.app.screen.query_one(CommandList).option_count > 4)
    yield "palette"
    await coach.press("escape", "f8")
    coach.on(SettingsScreen)
    yield "settings"
    await coach.press("escape", "ctrl+f")
    coach.on(SearchScreen)
    yield "search"
    await coach.press("escape", "enter")
    coach.on(DossierScreen)
    yield "dossier"
    async for stop in _rooms(coach):
        yield stop
    await coach.press("f4")
    coach.on(AgreementScreen)
    yield "agreement"
    await coach.press("escape", "home", "enter")
    async for stop in _talk(coach):
        yield stop
    await coach.lock()
    coach.on(LockScreen)
    yield "locked"


async def _before_the_vault(coach: Coach, folder: Path) -> AsyncIterator[str]:
    door = Door(folder / "vault")
    kinds: tuple[type[FirstRunScreen | UnlockScreen], ...] = (FirstRunScreen, UnlockScreen)
    for kind in kinds:
        screen = kind(coach.app.texts, door)
        await coach.app.push_screen(screen)
        await coach.pilot.pause()
        yield kind.__name__
        await coach.app.pop_screen()
        await coach.pilot.pause()


async def _rooms(coach: Coach) -> AsyncIterator[str]:
    dossier = coach.on(DossierScreen)
    for room in ROOMS:
        if room.name in ROOMS_LOOKED_AT:
            dossier.enter(room)
            await coach.until(lambda: coach.app.screen is not dossier and coach.app.screen.is_mounted)
            await coach.press("tab")
            yield room.name
            await coach.press("escape")
            await coach.until(lambda: coach.app.screen is dossier)


async def _talk(coach: Coach) -> AsyncIterator[str]:
    coach.on(SessionScreen)
    yield "session, empty"
    await coach.write(NOTES)
    await coach.press("shift+up", "shift+up")
    yield "session, with notes and some of them selected"
    for where, there, back in (
        ("a task line", ("ctrl+t", "x"), ("backspace", "escape")),
        ("review", ("f2", "4"), ("f2",)),
        ("client view", ("f12",), ("f12",)),
        ("help", ("f1",), ("escape",)),
        ("closing", ("f3",), ("escape",)),
    ):
        await coach.press(*there)
        assert isinstance(coach.app.screen, EXPECTED.get(where, SessionScreen)), where
        yield where
        await coach.press(*back)
    coach.on(SessionScreen)
