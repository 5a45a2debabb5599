"""A calm column of fields that saves as one types and can be left at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.errors import SessionpadError
from sessionpad.i18n.acts import redone_sentence, undone_sentence
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.messages import Saved, SaveFailed, Saving
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.line import Line
from sessionpad.ui.widgets.save_mark import SaveMark, SaveState

TYPING = 0.3
"""Seconds after the first key that is not on disk yet until it is brought there."""


class FormScreen(PadScreen):
    """A subclass says which fields there are, and where each value goes in the dossier."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+z",
            "undo",
            N_("undo"),
            id="undo",
            tooltip=N_("Take back the last act, whatever it was"),
            priority=True,
        ),
        Binding("ctrl+y", "redo", N_("redo"), id="redo", show=False, tooltip=N_("Do it again"), priority=True),
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Back; everything typed is kept")),
    ]

    def __init__(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> None:
        super().__init__(texts)
        self._desk = desk
        self._pad = pad
        self._saver = saver
        self._waiting: dict[str, str] = {}
        self._typing: Timer | None = None

    @property
    def heading(self) -> str:
        raise NotImplementedError

    def compose_form(self) -> Iterable[Widget]:
        raise NotImplementedError

    def put(self, key: str, value: str) -> None:
        """Bring the value of a field into the dossier."""
        raise NotImplementedError

    def values(self) -> dict[str, str]:
        """What the fields show, read from the dossier: used after undo."""
        raise NotImplementedError

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
            yield SaveMark(self.texts)
        with VerticalScroll(id="column", can_focus=False):
            yield from self.compose_form()

    def on_mount(self) -> None:
        self._saver.listen(self)
        if self._desk.is_read_only:
            self.query_one(SaveMark).state = SaveState.READING
        self.relabel()
        self._saver.report()

    def relabel(self) -> None:
        self.query_one("#title", Line).content = Content.styled(self.heading, "bold")

    def field(self, key: str) -> Field:
        return self.query_one(f"#field-{key}", Field)

    # typing

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        if event.value == self.values().get(event.field.key, ""):
            self._waiting.pop(event.field.key, None)
            return
        self._waiting[event.field.key] = event.value
        if self._typing is None:
            self._typing = self.set_timer(TYPING, self.take_in)
            if not self._desk.is_read_only:
                self.query_one(SaveMark).state = SaveState.SAVING

    def take_in(self) -> None:
        """Bring what was typed into the dossier, and the dossier to disk."""
        if self._typing is not None:
            self._typing.stop()
            self._typing = None
        waiting, self._waiting = self._waiting, {}
        try:
            for key, value in waiting.items():
                self.put(key, value)
        except SessionpadError as error:
            self.say_trouble(error)
        if waiting:
            self.changed()
        if self._pad.is_saved:
            self._saver.report()
        else:
            self._saver.now()

    def changed(self) -> None:
        """The dossier changed: show what follows from it."""

    def act(self, do: Callable[[], object]) -> bool:
        """Do something with the dossier and save it at once. Returns whether it could be done."""
        self.take_in()
        try:
            do()
        except SessionpadError as error:
            self.say_trouble(error)
            return False
        self._saver.now()
        self.changed()
        return True

    async def before_leaving(self) -> bool:
        self.take_in()
        return await self._saver.flush()

    async def action_back(self) -> None:
        self.take_in()
        self._saver.now()
        self.dismiss(None)

    def action_undo(self) -> None:
        self._go(lambda: undone_sentence(self._pad.undo(), self.texts))

    def action_redo(self) -> None:
        self._go(lambda: redone_sentence(self._pad.redo(), self.texts))

    def _go(self, go: Callable[[], str]) -> None:
        if self.act(lambda: self.say_line(go())):
            for key, value in self.values().items():
                self.field(key).value = value

    # saving

    @on(Saving)
    def _saving(self) -> None:
        self.query_one(SaveMark).state = SaveState.SAVING

    @on(Saved)
    def _saved(self, event: Saved) -> None:
        mark = self.query_one(SaveMark)
        mark.at = event.at
        if self._typing is None and self._pad.is_saved and mark.state is not SaveState.READING:
            if mark.state is SaveState.FAILED:
                self.hush()
            mark.state = SaveState.SAVED

    @on(SaveFailed)
    def _not_saved(self, event: SaveFailed) -> None:
        self.query_one(SaveMark).state = SaveState.FAILED
        self.say_trouble(event.error)
