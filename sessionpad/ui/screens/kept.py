"""A screen over one opened dossier: what is typed is taken in and saved, and the mark tells the truth about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.binding import BindingType
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.domain.ids import SessionId
from sessionpad.domain.paper import Paper
from sessionpad.errors import SessionpadError
from sessionpad.i18n.acts import redone_sentence, undone_sentence
from sessionpad.i18n.texts import Texts
from sessionpad.ui.messages import Saved, SaveFailed, Saving
from sessionpad.ui.rooms import ROOMS, Room
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.base import TAKING_BACK, Offered
from sessionpad.ui.screens.over_dossier import OverDossier
from sessionpad.ui.widgets.field import Entry
from sessionpad.ui.widgets.save_mark import SaveMark, SaveState

TYPING: Final = 0.3
"""Seconds after the first key that is not on disk yet until it is brought there."""


class KeptScreen(OverDossier):
    """A subclass says what was typed (`bring`) and shows what changed (`changed`)."""

    BINDINGS: ClassVar[list[BindingType]] = TAKING_BACK

    def __init__(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> None:
        super().__init__(texts, desk, pad)
        self._saver = saver
        self._typing: Timer | None = None

    def on_mount(self) -> None:
        self._saver.listen(self)
        if self._desk.is_read_only:
            self.query_one(SaveMark).state = SaveState.READING
        self._saver.report()

    def on_screen_resume(self) -> None:
        self._saver.listen(self)
        self._saver.report()

    def more_commands(self) -> Iterable[Offered]:
        for room in ROOMS:
            if room is not self.room:
                yield (*room.said(self.texts), partial(self.enter, room))

    def enter(self, room: Room) -> None:
        """Go into a room of the dossier; everything typed here is kept, and Escape comes back to it."""
        self.take_in()
        self.app.push_screen(room.screen(self.texts, self._desk, self._pad, self._saver))

    # for the subclass

    @property
    def within(self) -> SessionId | None:
        """The conversation that undo must not take away, because it is on this screen or on one below it."""
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1] if self in stack[1:] else None
        return below.within if isinstance(below, KeptScreen) else None

    def bring(self) -> None:
        """Bring what was typed into the dossier."""
        raise NotImplementedError

    def changed(self) -> None:
        """The dossier changed: show it."""
        raise NotImplementedError

    def went(self) -> None:
        """The dossier went back or forward: show it in the fields too."""
        raise NotImplementedError

    # typing and acts

    def typed(self) -> None:
        """Something was typed that is not on disk yet."""
        if self._typing is None:
            self._typing = self.set_timer(TYPING, self.take_in)
            self._mark(SaveState.SAVING)

    def take_in(self) -> None:
        """Bring what was typed into the dossier, and the dossier to disk."""
        if self._typing is not None:
            self._typing.stop()
            self._typing = None
        try:
            self.bring()
        except SessionpadError as error:
            self.say_trouble(error)
        if self._pad.is_saved:
            self._saver.report()
        else:
            self._saver.now()

    def act(self, do: Callable[[], object], *, typed: bool = True) -> bool:
        """Do something with the dossier, show it, and save it at once. Returns whether it could be done.

        Args:
            do: what is done.
            typed: take in what was typed before it, as an act of its own.
        """
        if typed:
            self.take_in()
        try:
            do()
        except SessionpadError as error:
            self.say_trouble(error)
            return False
        self.changed()
        self._saver.now()
        return True

    def remember(self, paper: Paper) -> None:
        super().remember(paper)
        if self.is_attached:
            self.changed()
        self._saver.now()

    def action_undo(self) -> None:
        self._go(lambda: undone_sentence(self._pad.undo(within=self.within), self.texts))

    def action_redo(self) -> None:
        self._go(lambda: redone_sentence(self._pad.redo(), self.texts))

    def _go(self, go: Callable[[], str]) -> None:
        if self.act(lambda: self.say_line(go())):
            self.went()

    def is_half_typed(self, field: Widget) -> bool:
        """A line that opens beside it; what stands in notes and fields is in the dossier."""
        return isinstance(field, Input) and not any(isinstance(each, Entry) for each in field.ancestors)

    # saving

    async def before_leaving(self) -> bool:
        """Everything that was typed is taken in and saved. Returns whether it is on disk."""
        self.take_in()
        return await self._saver.flush()

    @on(Saving)
    def _saving(self) -> None:
        self._mark(SaveState.SAVING)

    @on(Saved)
    def _saved(self, event: Saved) -> None:
        mark = self.query_one(SaveMark)
        mark.at = event.at
        if self._typing is None and self._pad.is_saved:
            if mark.state is SaveState.FAILED:
                self.hush()
            self._mark(SaveState.SAVED)

    @on(SaveFailed)
    def _not_saved(self, event: SaveFailed) -> None:
        self._mark(SaveState.FAILED)
        self.say_trouble(event.error)

    def _mark(self, state: SaveState) -> None:
        if not self._desk.is_read_only:
            self.query_one(SaveMark).state = state
