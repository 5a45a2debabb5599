"""A coach at the keys: the real screens over a vault in memory, with a clock and ids that are handed in."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest

from sessionpad.ui.launch import quieten

quieten()

from textual import events  # noqa: E402
from textual.keys import _character_to_key  # noqa: E402  the names Textual itself gives to keys
from textual.pilot import Pilot  # noqa: E402  only after the environment is quiet
from textual.screen import Screen  # noqa: E402  idem

from sessionpad.desk.desk import Desk  # noqa: E402
from sessionpad.desk.door import DEMO_PASSPHRASE, DemoDoor, Entrance, fill_with_demo  # noqa: E402
from sessionpad.domain.dossier import Dossier  # noqa: E402
from sessionpad.i18n.texts import texts_in  # noqa: E402
from sessionpad.method.language import LANGUAGES, Language  # noqa: E402
from sessionpad.store.vault import memory_vault  # noqa: E402
from sessionpad.ui.app import SessionpadApp  # noqa: E402
from sessionpad.ui.idle import Idle  # noqa: E402
from sessionpad.ui.screens.base import PadScreen  # noqa: E402
from sessionpad.ui.watching import Stage  # noqa: E402

_Screen = TypeVar("_Screen", bound=PadScreen)


class Clock:
    """Time stands still unless a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 14, 0, tzinfo=ZoneInfo("Europe/Brussels"))

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **spent: float) -> None:
        self.now += timedelta(**spent)


class Coach:
    """Presses keys and looks at the screen."""

    def __init__(self, app: SessionpadApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot
        self.pressed = 0

    async def press(self, *keys: str) -> None:
        self.pressed += len(keys)
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        """The words themselves: not counted as keys."""
        for number, line in enumerate(text.split("\n")):
            if number:
                await self.pilot.press("enter")
                await self.pilot.pause()
            for char in line:
                name = char if char.isalnum() else _character_to_key(char)
                self.app.post_message(events.Key(name, char))
            await self.pilot.pause()

    def on(self, kind: type[_Screen]) -> _Screen:
        screen = self.app.screen
        assert isinstance(screen, kind), f"on {type(screen).__name__}, not on {kind.__name__}"
        return screen

    @property
    def seen(self) -> str:
        """Everything that can be read on the screen now."""
        size = self.app.screen.size
        strips = self.app.screen._compositor.render_strips(size)
        return "\n".join(strip.text for strip in strips)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Let the program go on until this holds."""
        for _ in range(400):
            if holds():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"it did not come; on the screen:\n{self.seen}")

    async def lock(self) -> None:
        """Ctrl+L, until nothing is left of the pad."""
        await self.press("ctrl+l")
        await self.until(lambda: self.app.stage is Stage.SHUT)

    async def unlock(self, passphrase: str = DEMO_PASSPHRASE) -> None:
        """The passphrase, until one is back."""
        await self.write(f"{passphrase}\n")
        await self.until(lambda: self.app.stage is Stage.OPEN)
        await self.pilot.pause()

    async def saved(self) -> None:
        """Everything typed is taken in and on disk."""
        leave = getattr(self.app.screen, "before_leaving", None)
        if leave is not None:
            assert await leave()
        await self.pilot.pause()


Sit = Callable[..., AbstractAsyncContextManager[Coach]]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(clock: Clock) -> Desk:
    """An empty vault."""
    return Desk(memory_vault(clock), clock=clock, new_id=counter())


@pytest.fixture
def demo(clock: Clock) -> Desk:
    """The fictional dossiers, in Dutch."""
    desk = Desk(memory_vault(clock), clock=clock, new_id=counter())
    fill_with_demo(desk, "nl")
    return desk


@pytest.fixture
def demo_door(clock: Clock) -> DemoDoor:
    """The way to the same dossiers: they can be locked, and opened again with the passphrase."""
    return DemoDoor("nl", clock)


@pytest.fixture
def demos(clock: Clock) -> dict[Language, Desk]:
    """The fictional dossiers in each language."""
    desks: dict[Language, Desk] = {}
    for language in LANGUAGES:
        desks[language] = Desk(memory_vault(clock), clock=clock, new_id=counter())
        fill_with_demo(desks[language], language)
    return desks


def counter() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"00000000-0000-4000-8000-{next(numbers):012}"


def dossier_of(desk: Desk, code: str) -> Dossier:
    """The dossier as it stands on disk."""
    return desk.open(desk.find(code)).dossier


@pytest.fixture
def sit() -> Sit:
    """Sit down at a desk, or before the door of a vault."""

    @asynccontextmanager
    async def sit_down(
        desk: Desk | None = None,
        *,
        door: Entrance | None = None,
        idle: Idle | None = None,
        language: Language = "nl",
        size: tuple[int, int] = (120, 40),
    ) -> AsyncIterator[Coach]:
        app = SessionpadApp(texts_in(language), desk=desk, door=door, idle=idle)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Coach(app, pilot)

    return sit_down


@pytest.fixture
def unsent(monkeypatch: pytest.MonkeyPatch) -> None:
    """No frame goes to a terminal, which takes half the time of a long walk: what is looked at is drawn then."""
    monkeypatch.setattr(Screen, "_compositor_refresh", lambda _: None)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with a place for documents; nothing of this machine."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Documents").mkdir()
    return tmp_path
