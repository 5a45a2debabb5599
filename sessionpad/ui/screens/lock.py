"""The pad is locked: nothing of it is left, and the passphrase leads back to where one was."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from textual.widget import Widget
from textual.widgets import Input

from sessionpad.desk.door import Entrance
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.screens.unlock import PassphraseScreen
from sessionpad.ui.widgets.line import Label


class LockScreen(PassphraseScreen):
    """Hands the passphrase to `unlock`, which takes this screen away when it is the right one."""

    def __init__(self, texts: Texts, door: Entrance, unlock: Callable[[str], Awaitable[None]]) -> None:
        super().__init__(texts, door)
        self._give = unlock

    def compose_head(self) -> Iterable[Widget]:
        yield Label(self.texts, N_("Locked"), classes="title")
        yield Label(self.texts, N_("Type your passphrase to go on where you were."))
        if self._door.told:
            yield Label(self.texts, N_("The people in here are fictional: the passphrase is demo."))
        yield Label(self.texts, "", id="saved", classes="quiet")

    def take_caret(self) -> None:
        """At once: what is typed right after the lock is the passphrase."""
        self.set_focus(self.query_one(Input))

    def tell_saved(self, *, saved: bool) -> None:
        """Whether everything that was typed is on disk, once that is known."""
        told = self.query_one("#saved", Label)
        told.text = (
            N_("Everything is saved.")
            if saved
            else N_("NOT SAVED yet: what you typed last is kept in memory, and saving is tried again and again.")
        )
        told.set_class(not saved, "trouble")

    async def entered(self, passphrase: str) -> None:
        await self._give(passphrase)
