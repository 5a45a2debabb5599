"""Locking and coming back: what is typed is saved, the screen is blank at once, and nothing of a client is left.

A pad that could not be saved stays in memory, covered, until it can be: no word is lost for a lock.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from textual.screen import Screen

from sessionpad.desk.desk import Desk
from sessionpad.desk.door import Entrance
from sessionpad.errors import SessionpadError
from sessionpad.i18n.texts import Texts
from sessionpad.ui.idle import Idle
from sessionpad.ui.key_order import settled
from sessionpad.ui.leaving import all_brought, all_saved, drawn
from sessionpad.ui.saver import AGAIN
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.screens.blank import BlankScreen
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.watching import PAD, Stage, WatchedApp

if TYPE_CHECKING:
    from sessionpad.ui.way_back import Kept

LOCK: Final = "lock"
"""The stack of screens that stands before the pad."""


class LockingApp(WatchedApp):
    """A pad that locks itself."""

    def __init__(
        self, texts: Texts, *, desk: Desk | None = None, door: Entrance | None = None, idle: Idle | None = None
    ) -> None:
        super().__init__(texts, desk=desk, door=door, idle=idle)
        self._turn = 0
        """Counts the locks, so that what belongs to one that is over knows it."""
        self._kept: Kept | None = None
        self._shut = asyncio.Event()

    # lock

    async def lock(self) -> None:
        if self.stage is not Stage.OPEN or self.desk is None or self.door is None:
            return
        self.stage, self._turn = Stage.COVERED, self._turn + 1
        self._shut.clear()
        await settled(self.focused or self.screen)
        all_brought(self.screen_stack)
        if not isinstance(self.screen, BlankScreen):
            empty = self.empty_screen()
            await self.push_screen(empty)
            await drawn(empty)
        self._keep(self.desk)
        await self._show_lock(self.door)
        self.run_worker(self._close(self.door), group=LOCK)

    async def _show_lock(self, door: Entrance) -> None:
        from sessionpad.ui.screens.lock import LockScreen  # noqa: PLC0415  the first time after the screen is blank

        screen = LockScreen(self.texts, door, self._unlock)
        self.add_mode(LOCK, lambda: screen)
        await self.switch_mode(LOCK)
        screen.take_caret()

    def _keep(self, desk: Desk) -> None:
        """Remember where one was, and what is typed but in no dossier; take it back from the clipboard too."""
        from sessionpad.ui.way_back import keep  # noqa: PLC0415  idem

        self._kept = keep(self.screen_stack, desk, self.clipboard)
        if self.clipboard:
            # Some terminals do nothing with an empty text, so that a space takes its place first.
            self.copy_to_clipboard(" ")
            self.copy_to_clipboard("")

    async def _close(self, door: Entrance) -> None:
        """Bring everything to disk, however often it takes, and only then let go of it."""
        turn = self._turn
        while not await all_saved(self.get_screen_stack(PAD)):
            self._tell_saved(saved=False)
            await asyncio.sleep(AGAIN)
            if self._turn != turn:
                return
        if self._turn != turn:
            return
        self.stage, self.desk = Stage.CLOSING, None
        await self._forget(door)
        self.stage = Stage.SHUT
        self._shut.set()
        self._tell_saved(saved=True)

    async def _forget(self, door: Entrance) -> None:
        from sessionpad.ui.forgetting import forget_words  # noqa: PLC0415  idem

        for screen in self.get_screen_stack(PAD):
            if isinstance(screen, PadScreen):
                screen.let_go()
        await self.remove_mode(PAD)
        with suppress(SessionpadError):  # the list is made again when it could not be written
            await asyncio.to_thread(door.shut)
        forget_words()

    def _tell_saved(self, *, saved: bool) -> None:
        from sessionpad.ui.screens.lock import LockScreen  # noqa: PLC0415  idem

        if isinstance(self.screen, LockScreen):
            self.screen.tell_saved(saved=saved)

    # and back

    async def _unlock(self, passphrase: str) -> None:
        """Raises: WrongPassphrase, and what else may stand in the way of opening the vault."""
        door = self.door
        if door is None:
            return
        identity = await asyncio.to_thread(door.prove, passphrase, in_child=True)
        if self.stage is Stage.COVERED:
            self._turn += 1
            self.call_next(self._uncover)
            return
        await self._shut.wait()
        self.call_next(self._come_back, await asyncio.to_thread(door.open, identity))

    def _come_back(self, desk: Desk) -> None:
        self.stage = Stage.RETURNING
        self.run_worker(self._walk_back(desk), group=LOCK)

    async def _uncover(self) -> None:
        """Back to a pad that could not be saved: it is still there as it was."""
        self.stage = Stage.OPEN
        with self.batch_update():
            await self.switch_mode(PAD)
            await self.remove_mode(LOCK)
            await self.unblank()
        if self.desk is not None:
            await self._settle(self.desk)

    async def _walk_back(self, desk: Desk) -> None:
        """To a vault that was opened again, and in it to where one was."""
        from sessionpad.ui.way_back import look_again, walk_back  # noqa: PLC0415  idem

        with self.batch_update():
            self.add_mode(PAD, Screen)
            await self.switch_mode(PAD)
            await self.remove_mode(LOCK)
            self.desk = desk
            await self.push_screen(ClientsScreen(self.texts, desk))
            if self._kept is not None:
                await walk_back(self, self._kept, desk)
        if self._kept is not None:
            await look_again(self, self._kept)
        self.call_next(self._settle, desk)

    async def _settle(self, desk: Desk) -> None:
        """What was copied can be pasted again; what one can only read is said."""
        from sessionpad.ui.way_back import copied_of  # noqa: PLC0415  idem

        copied = copied_of(self._kept, desk) if self._kept is not None else ""
        if copied:
            self.copy_to_clipboard(copied)
        if isinstance(self.screen, PadScreen):
            self.screen.say_reading(desk)
        self._kept = None
        self.idle.touch()
        self.stage, held, self.held = Stage.OPEN, self.held, []
        for event in held:
            await self.on_event(event)
