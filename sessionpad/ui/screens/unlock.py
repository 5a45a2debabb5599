"""The passphrase, asked before anything can be typed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.door import Entrance
from sessionpad.errors import SessionpadError
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.line import Block, Label


class PassphraseScreen(PadScreen):
    """A subclass says what comes of the passphrase."""

    CSS_PATH = "plain.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "unlock", N_("unlock"), id="unlock", tooltip=N_("Open the vault"), priority=True),
        Binding(
            "f9", "app.switch_language", N_("Nederlands/English"), id="language", tooltip=N_("Switch the language")
        ),
    ]

    def __init__(self, texts: Texts, door: Entrance) -> None:
        super().__init__(texts)
        self._door = door
        self._busy = False

    def compose_pad(self) -> Iterable[Widget]:
        with VerticalScroll(id="column", can_focus=False):
            yield from self.compose_head()
            yield Field(self.texts, "passphrase", N_("Passphrase"), password=True)

    def compose_head(self) -> Iterable[Widget]:
        """What stands above the passphrase."""
        yield Label(self.texts, N_("This vault is locked"), classes="title")
        where = Block(self.texts, classes="quiet")
        where.content = Content(self._door.place)
        yield where

    async def entered(self, passphrase: str) -> None:
        """Raises: WrongPassphrase, and what else may stand in the way of opening the vault."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.query_one(Field).take_caret()

    def action_unlock(self) -> None:
        if self._busy:
            return
        passphrase = self.query_one(Field).value
        self.query_one(Field).value = ""
        self._busy = True
        self.say(N_("Opening the vault: this takes a second or two, on purpose."))
        self.run_worker(self._unlock(passphrase), exclusive=True, exit_on_error=False)

    async def _unlock(self, passphrase: str) -> None:
        try:
            await self.entered(passphrase)
        except SessionpadError as error:
            self.say_trouble(error)
            self.query_one(Field).take_caret()
        finally:
            self._busy = False


class UnlockScreen(PassphraseScreen):
    """Dismissed with the opened desk."""

    async def entered(self, passphrase: str) -> None:
        self.dismiss(await asyncio.to_thread(self._door.unlock, passphrase, in_child=True))
