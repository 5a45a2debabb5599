"""Nobody there: the pad locks itself, quietly announced, and never opens by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual import events
from textual.widgets import Input

from sessionpad.desk.choices import Choices
from sessionpad.desk.door import DemoDoor, Door
from sessionpad.domain.notes import text_of
from sessionpad.ui.idle import Idle
from sessionpad.ui.screens.blank import BlankScreen
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.first_run import FirstRunScreen
from sessionpad.ui.screens.lock import LockScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.watching import Stage
from tests.ui.conftest import Sit, dossier_of


class Clocks:
    """Both clocks of a computer."""

    def __init__(self) -> None:
        self.monotonic = 1000.0
        self.wall = 1_800_000_000.0

    def pass_(self, seconds: float) -> None:
        self.monotonic += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def idle(clocks: Clocks) -> Idle:
    return Idle(lambda: clocks.monotonic, lambda: clocks.wall)


async def test_five_minutes_without_a_touch(demo_door: DemoDoor, sit: Sit, idle: Idle, clocks: Clocks) -> None:
    """What was half a sentence is saved, and nothing of it is left on the screen."""
    async with sit(demo_door.enter(), door=demo_door, idle=idle, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        await coach.write("half een zi")
        clocks.pass_(299)
        await coach.app._look_at_the_clock()
        assert coach.app.stage is Stage.OPEN
        clocks.pass_(1)
        await coach.until(lambda: coach.app.stage is Stage.SHUT)
        assert "half een zi" not in coach.seen
        await coach.unlock()
        assert coach.app.desk is not None
        assert text_of(dossier_of(coach.app.desk, "A.").sessions[-1].notes) == "half een zi"


async def test_it_is_told_quietly_and_takes_nothing_away(
    demo_door: DemoDoor, sit: Sit, idle: Idle, clocks: Clocks
) -> None:
    """In the last half minute a word on the line of keys; the caret stays, and a key makes it go away."""
    async with sit(demo_door.enter(), door=demo_door, idle=idle, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        focused = coach.app.focused
        clocks.pass_(269)
        await coach.app._look_at_the_clock()
        assert "op slot over" not in coach.seen
        clocks.pass_(2)
        await coach.until(lambda: coach.seen.rstrip().endswith("op slot over 30 s"))
        assert coach.app.focused is focused
        coach.on(SessionScreen)
        await coach.write("x")
        await coach.until(lambda: "op slot over" not in coach.seen)
        assert coach.app.stage is Stage.OPEN


def sleeping(clocks: Clocks) -> None:
    clocks.wall += 8 * 3600


def set_back(clocks: Clocks) -> None:
    clocks.wall -= 24 * 3600
    clocks.monotonic += 300


@pytest.mark.parametrize("what", [sleeping, set_back])
@pytest.mark.parametrize(
    "touch",
    [
        lambda: events.Key("x", "x"),
        lambda: events.Key("enter", None),
        lambda: events.Paste("geplakt"),
        lambda: events.MouseDown(None, 40, 10, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=40, screen_y=10),
    ],
    ids=["letter", "enter", "paste", "mouse"],
)
async def test_a_touch_that_comes_too_late_finds_the_lock(
    demo_door: DemoDoor,
    sit: Sit,
    idle: Idle,
    clocks: Clocks,
    what: Callable[[Clocks], None],
    touch: Callable[[], events.Event],
) -> None:
    """After a sleep, or with the clock set back, the first touch locks and does nothing else, wherever it was meant."""
    async with sit(demo_door.enter(), door=demo_door, idle=idle, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        what(clocks)
        coach.app.post_message(touch())
        await coach.until(lambda: coach.app.stage is Stage.SHUT)
        assert coach.on(LockScreen).half_typed() == {}
        await coach.unlock()
        assert coach.app.desk is not None
        assert text_of(dossier_of(coach.app.desk, "A.").sessions[-1].notes) == ""


async def test_the_minutes_are_a_choice(demo_door: DemoDoor, sit: Sit, idle: Idle, clocks: Clocks) -> None:
    """Chosen while the pad is open, it counts from then on."""
    async with sit(demo_door.enter(), door=demo_door, idle=idle, size=(80, 24)) as coach:
        demo_door.choices.choose_lock_after(60)
        clocks.pass_(59 * 60)
        await coach.app._look_at_the_clock()
        assert coach.app.stage is Stage.OPEN
        demo_door.choices.choose_lock_after(1)
        await coach.until(lambda: coach.app.stage is Stage.SHUT)


async def test_a_blank_screen_locks_too(demo_door: DemoDoor, sit: Sit, idle: Idle, clocks: Clocks) -> None:
    """Blank is no lock: the minutes go on, and the passphrase leads back to the talk, not to the empty screen."""
    async with sit(demo_door.enter(), door=demo_door, idle=idle, size=(80, 24)) as coach:
        await coach.press("enter", "enter", "ctrl+r")
        assert isinstance(coach.app.screen, BlankScreen)
        clocks.pass_(300)
        await coach.until(lambda: coach.app.stage is Stage.SHUT)
        await coach.unlock()
        coach.on(SessionScreen)


async def test_the_lock_waits_as_long_as_it_takes(demo_door: DemoDoor, sit: Sit, idle: Idle, clocks: Clocks) -> None:
    """Locked for days it stays locked; back inside the minutes begin anew."""
    async with sit(demo_door.enter(), door=demo_door, idle=idle, size=(80, 24)) as coach:
        await coach.lock()
        clocks.pass_(3 * 24 * 3600)
        await coach.app._look_at_the_clock()
        coach.on(LockScreen)
        await coach.unlock()
        await coach.app._look_at_the_clock()
        coach.on(ClientsScreen)


async def test_there_is_nothing_to_lock_the_first_time(
    sit: Sit, idle: Idle, clocks: Clocks, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """While the vault is being made neither time nor keys do anything, and nothing that was typed is lost."""
    door = Door(tmp_path_factory.mktemp("first") / "vault", choices=Choices())
    async with sit(door=door, idle=idle, size=(80, 24)) as coach:
        await coach.write("een zin als wachtzin")
        clocks.pass_(3600)
        await coach.app._look_at_the_clock()
        await coach.press("ctrl+l", "ctrl+r")
        screen = coach.on(FirstRunScreen)
        assert [field.value for field in screen.query(Input)] == ["een zin als wachtzin", ""]
