"""The first time: a passphrase twice, the recovery sheet, and the pad opens."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.desk import Desk
from sessionpad.desk.door import Door
from sessionpad.errors import InvalidInput, SessionpadError
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.line import Block, Label


class FirstRunScreen(PadScreen):
    """Dismissed with the desk of the new vault."""

    CSS_PATH = "plain.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f9", "app.switch_language", N_("Nederlands/English"), id="language", tooltip=N_("Switch the language")
        ),
        Binding("f2", "suggest", N_("another suggestion"), id="suggest", tooltip=N_("Five other words")),
        Binding("f3", "make", N_("make the vault"), id="make", tooltip=N_("Make the vault with this passphrase")),
    ]

    def __init__(self, texts: Texts, door: Door) -> None:
        super().__init__(texts)
        self._door = door
        self._busy = False
        self._suggested = ""

    def compose_pad(self) -> Iterable[Widget]:
        with VerticalScroll(id="column", can_focus=False):
            yield Label(self.texts, N_("Welcome to sessionpad"), classes="title")
            yield Label(self.texts, N_("Liever in het Nederlands? Druk op F9."), classes="quiet")
            yield Label(
                self.texts,
                N_(
                    "Everything you type is kept on this computer, encrypted. "
                    "Choose a passphrase of at least 12 characters. "
                    "Nobody can find it back for you: write it down and keep it somewhere safe."
                ),
                classes="quiet",
            )
            yield Label(self.texts, N_("For instance these five words:"))
            yield Block(self.texts, id="suggestion", classes="title")
            yield Field(self.texts, "one", N_("Passphrase"), password=True)
            yield Field(self.texts, "two", N_("The same once more"), password=True)
            yield Block(self.texts, id="folder", classes="quiet")

    def on_mount(self) -> None:
        self.relabel()
        self.query_one("#field-one", Field).take_caret()

    def relabel(self) -> None:
        self.action_suggest()
        where = self.texts.say(N_("The vault comes in {path}"), path=self._door.folder)
        self.query_one("#folder", Block).content = Content(where)

    def action_suggest(self) -> None:
        self._suggested = self._door.suggest_passphrase(self.texts.language)
        self.query_one("#suggestion", Block).content = Content(self._suggested)

    @on(Field.Done, "#field-one")
    def _to_two(self) -> None:
        self.query_one("#field-two", Field).take_caret()

    @on(Field.Done, "#field-two")
    def action_make(self) -> None:
        one, two = self.query_one("#field-one", Field), self.query_one("#field-two", Field)
        if self._busy:
            return
        if one.value != two.value:
            self.say_trouble(InvalidInput("passphrases-differ"))
            two.value = ""
            two.take_caret()
            return
        self._busy = True
        self.say(N_("The vault is being made: this takes a few seconds, on purpose."))
        self.run_worker(self._create(one.value), exclusive=True, exit_on_error=False)

    async def _create(self, passphrase: str) -> None:
        try:
            desk = await asyncio.to_thread(self._door.create, passphrase)
        except SessionpadError as error:
            self.say_trouble(error)
            self.query_one("#field-one", Field).take_caret()
        else:
            self.dismiss(desk)
        finally:
            self._busy = False


class RecoveryScreen(PadScreen):
    """The recovery sheet. Dismissed with the desk it was given."""

    CSS_PATH = "plain.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,f3", "go_on", N_("to the pad"), id="go-on", tooltip=N_("Open the pad"), priority=True),
    ]

    def __init__(self, texts: Texts, door: Door, desk: Desk) -> None:
        super().__init__(texts)
        self._door = door
        self._desk = desk

    def compose_pad(self) -> Iterable[Widget]:
        with VerticalScroll(id="column"):
            yield Label(self.texts, N_("Your recovery sheet"), classes="title")
            yield Label(
                self.texts,
                N_("This stands in the vault as RECOVERY.txt. Print it or copy it, and keep it with your passphrase."),
                classes="quiet",
            )
            sheet = Block(self.texts, id="agreed", classes="sheet")
            sheet.content = Content(self._door.recovery_sheet)
            yield sheet

    def action_go_on(self) -> None:
        self.dismiss(self._desk)
