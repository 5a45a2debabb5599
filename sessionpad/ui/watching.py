"""A pad that can be blanked, and that notices when nobody is there."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import ClassVar, Final

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from sessionpad.desk.desk import Desk, system_clock
from sessionpad.desk.door import Entrance
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.idle import Idle
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.screens.blank import BlankScreen
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.terminal import PadDriver

PAD: Final = "pad"
"""The stack of screens one works in; the lock has one of its own."""
TOUCHES: Final = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)
"""What a person does; the mouse may also move because somebody bumps into the table."""


class Stage(Enum):
    OUTSIDE = auto()
    """Before the vault was opened for the first time."""
    OPEN = auto()
    COVERED = auto()
    """Locked; what was typed is being brought to disk, and until it is there the pad is kept behind the lock."""
    CLOSING = auto()
    """Everything is saved, and is being let go of."""
    SHUT = auto()
    """Locked, and nothing is left."""
    RETURNING = auto()
    """The passphrase was right: on the way back to where one was."""


class WatchedApp(App[int]):
    """Base of the pad. A subclass says how it is locked.

    Args:
        texts: the language to begin in.
        desk: an opened vault; or else
        door: the way to one, and back to it; without it there is no locking.
        idle: how long nobody touched anything.
    """

    DEFAULT_MODE = PAD
    MODES = {PAD: Screen}  # noqa: RUF012  Textual's own shape
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+r",
            "blank",
            N_("blank"),
            id="blank",
            show=False,
            priority=True,
            tooltip=N_("Hide everything behind an empty screen; the same key or Esc brings it back"),
        ),
        Binding(
            "ctrl+l",
            "lock",
            N_("lock"),
            id="lock",
            show=False,
            priority=True,
            tooltip=N_("Save everything, empty the screen and ask for the passphrase"),
        ),
    ]

    def __init__(
        self, texts: Texts, *, desk: Desk | None = None, door: Entrance | None = None, idle: Idle | None = None
    ) -> None:
        super().__init__(driver_class=PadDriver)
        self.texts = texts
        self.desk = desk
        self.door = door
        self.idle = idle or Idle()
        self.stage = Stage.OUTSIDE
        self.held: list[events.Event] = []
        """Keys pressed on the way back: they belong to where one was."""

    def on_mount(self) -> None:
        self.set_interval(1, self._look_at_the_clock)

    def enter(self, desk: Desk) -> None:
        """The vault is open: show the clients."""
        self.desk = desk
        self.stage = Stage.OPEN
        self.idle.touch()
        self.push_screen(ClientsScreen(self.texts, desk))

    @property
    def every_screen(self) -> Sequence[Screen[object]]:
        """Also those that are kept behind the lock."""
        is_covered = self.stage is Stage.COVERED and self.current_mode != PAD
        return [*(self.get_screen_stack(PAD) if is_covered else ()), *self.screen_stack]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "lock":
                return self.stage in {Stage.OPEN, Stage.RETURNING} and self.door is not None
            case "blank":
                return self.stage in {Stage.OPEN, Stage.RETURNING}
            case _:
                return super().check_action(action, parameters)

    # nobody there

    async def lets_through(self, event: events.Event) -> bool:
        """Whether an event goes on to the screen. Every touch is counted.

        One that comes too late, as after a sleep, finds the lock and goes nowhere; one on the way back has to wait.
        """
        if not isinstance(event, TOUCHES) or event.is_forwarded:
            return True
        if self.stage is Stage.RETURNING:
            self.held.append(event)
            return False
        came_too_late = await self._lock_when_over()
        self.idle.touch()
        return not came_too_late

    async def _lock_when_over(self) -> bool:
        """Lock when nobody touched anything for too long. Returns whether that was so."""
        is_over = self._can_lock and self.idle.is_over(self._minutes)
        if is_over:
            await self.lock()
        return is_over

    async def _look_at_the_clock(self) -> None:
        if not await self._lock_when_over() and self._can_lock and isinstance(self.screen, PadScreen):
            self.screen.count_down(self.idle.told(self._minutes))

    @property
    def _can_lock(self) -> bool:
        return self.stage is Stage.OPEN and self.door is not None

    @property
    def _minutes(self) -> int:
        assert self.door is not None
        return self.door.choices.lock_after

    async def lock(self) -> None:
        """Lock at once, when there is anything to lock."""
        raise NotImplementedError

    def action_lock(self) -> None:
        self.call_next(self.lock)  # in the app's own turn: a key that was typed after this one waits for the lock

    # blank

    async def unblank(self) -> None:
        """Bring back what is behind the empty screen."""
        if isinstance(self.screen, BlankScreen):
            await self.pop_screen()

    async def action_blank(self) -> None:
        if isinstance(self.screen, BlankScreen):
            await self.unblank()
        elif self.stage is Stage.OPEN:
            self.push_screen(self.empty_screen())

    def empty_screen(self) -> BlankScreen:
        return BlankScreen(self.texts, lambda: self.desk.now if self.desk is not None else system_clock())
