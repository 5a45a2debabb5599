"""Panels in the place of the notes: the review of a task, and what goes with the talk itself."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.domain.ids import SessionId
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.rooms import GOAL
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.card_table import CardTable
from sessionpad.ui.screens.review_sheet import ReviewSheet
from sessionpad.ui.screens.talk_sheet import TalkSheet
from sessionpad.ui.widgets.choice import Choice
from sessionpad.ui.widgets.field import Entry
from sessionpad.ui.widgets.notes_editor import NotesEditor
from sessionpad.ui.widgets.press import Press
from sessionpad.ui.widgets.sheet import Sheet


class SheetTable(CardTable):
    """One panel at a time; the notes keep their caret behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f4",
            "talk",
            N_("this talk"),
            id="talk",
            tooltip=N_("What the client wants from this talk, where it is, who is there, what happened"),
            priority=True,
        ),
    ]

    def __init__(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver, session: SessionId) -> None:
        super().__init__(texts, desk, pad, saver, session)
        self.review = ReviewSheet(texts, pad, session)
        self.talk = TalkSheet(texts, pad, session)
        self.came_from: Widget | None = None
        """Where the caret was before a line was opened under the notes."""

    @property
    def sheet(self) -> Sheet | None:
        """The one that is open."""
        return next((sheet for sheet in (self.review, self.talk) if sheet.is_open), None)

    def open_sheet(self, sheet: Sheet) -> None:
        """Make room for it; what was typed in another one is taken in."""
        self.close_sheets()
        self.remove_class("-tasks")
        self.query_one(NotesEditor).display = False
        sheet.display = True
        self.retitle()

    def close_sheets(self) -> None:
        sheet = self.sheet
        if sheet is not None:
            if sheet is self.talk or self.review.is_there:
                self.take_in()
            sheet.close()
            self.query_one(NotesEditor).display = True
            self.retitle()

    def retitle(self) -> None:
        """What stands in the middle now, in its border."""
        titles = {self.review: N_("LOOKING BACK ON THIS TASK"), self.talk: N_("THIS TALK")}
        title = titles[self.sheet] if self.sheet is not None else N_("NOTES")
        self.query_one("#middle").border_title = self.texts.say(title)

    def action_talk(self) -> None:
        if self.talk.is_open:
            self.to_notes()
        else:
            self.open_sheet(self.talk)
            self.talk.open()

    def to_notes(self) -> None:
        self.close_sheets()
        super().to_notes()

    def give_back(self) -> None:
        """Back to the panel the caret came from, and to the notes when there is none."""
        back, self.came_from = self.came_from, None
        if self.sheet is None:
            self.to_notes()
        elif back is not None and self.sheet in back.ancestors:
            self.set_focus(back)
        else:
            next(iter(self.sheet.query(Entry))).take_caret()

    # between the fields and the dossier

    @on(Entry.Changed)
    def _filled_in(self, event: Entry.Changed) -> None:
        if self.sheet is None or not self.sheet.filling.waiting:
            return
        if isinstance(event.field, Choice):
            self.act(_nothing)
        else:
            self.typed()

    def bring(self) -> None:
        if self.sheet is not None and self.sheet.filling.bring():
            self.sheet.tell()

    def refresh_sheets(self) -> None:
        """Show what is true now; a review of a task that undo took away is over."""
        if self.review.is_open and not self.review.is_there:
            self.to_notes()
        elif self.sheet is not None:
            self.sheet.went()

    @on(Press.Pressed, "#look-again")
    def _look_again(self) -> None:
        if self.act(self._pad.look_again):
            self.to_the_goal()

    def to_the_goal(self) -> None:
        """Where problem and goal are looked at."""
        self.enter(GOAL)


def _nothing() -> None:
    """What was picked is taken in, and that is all there is to do."""
