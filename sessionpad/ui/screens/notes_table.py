"""The notes on the table: what is typed in them, what lines became, and words looked for among them."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from sessionpad.desk.became import lines_became
from sessionpad.domain.lines import Line as FoundLine
from sessionpad.domain.notes import Mark, marked_lines, text_of
from sessionpad.i18n.became import state_of
from sessionpad.i18n.texts import N_
from sessionpad.ui.screens.task_table import TaskTable
from sessionpad.ui.widgets.find_line import FindLine
from sessionpad.ui.widgets.notes_editor import NotesEditor, State
from sessionpad.ui.widgets.task_pane import TaskPane


class NotesTable(TaskTable):
    """A screen over one talk, with notes, tasks and cards on it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+n",
            "find",
            N_("find in these notes"),
            id="find",
            show=False,
            tooltip=N_("Find words in these notes; the same key again puts the caret there"),
            priority=True,
        ),
    ]

    def bring(self) -> None:
        super().bring()
        if self._desk.is_read_only:
            return
        editor, later = self.query_one(NotesEditor), marked_lines(self.session.notes, Mark.LATER)
        self._pad.write_notes(self.session_id, editor.text)
        editor.show_times([line.at for line in self.session.notes])
        self.show_states()
        if self.session.gentle or marked_lines(self.session.notes, Mark.LATER) != later:
            self.query_one(TaskPane).show_tasks(self._pad.dossier, self.session)

    def show_states(self) -> None:
        """Behind each line that became something: how that stands."""
        texts, today = self.texts, self._desk.today
        became = lines_became(self._pad.dossier, self.session_id, today)
        states = {line: State(*state_of(thing, texts, today)) for line, thing in became.items()}
        self.query_one(NotesEditor).show_states(states)

    def went(self) -> None:
        """Make the editor show what stands in the dossier: after undo and redo, when the dossier leads."""
        notes = self.session.notes
        self.query_one(NotesEditor).show_notes(text_of(notes), [line.at for line in notes])

    def can_go_to(self, line: FoundLine) -> bool:
        return line.session == self.session_id

    def go_to(self, row: int, column: int) -> None:
        self.to_notes()
        self.query_one(NotesEditor).move_cursor((row, column), center=True)

    @on(NotesEditor.UndoAsked)
    def _undo_asked(self) -> None:
        self.action_undo()

    @on(NotesEditor.RedoAsked)
    def _redo_asked(self) -> None:
        self.action_redo()

    @on(NotesEditor.GrewLong)
    def _grew_long(self) -> None:
        self.say(N_("This paragraph is getting long. With Enter now and then, typing stays quick."))

    # finding

    def action_find(self) -> None:
        line = self.query_one(FindLine)
        if line.has_focus_within:
            self.query_one(NotesEditor).stop_finding(stay=True)
            line.action_leave()
        else:
            self.to_notes()
            line.open()

    @on(FindLine.Sought)
    def _sought(self, event: FindLine.Sought) -> None:
        self.query_one(NotesEditor).find(event.words)
        self._show_found()

    @on(FindLine.Stepped)
    def _stepped(self, event: FindLine.Stepped) -> None:
        self.query_one(NotesEditor).find_next(event.by)
        self._show_found()

    @on(FindLine.Ended)
    def _found_enough(self) -> None:
        self.query_one(NotesEditor).stop_finding(stay=False)

    def _show_found(self) -> None:
        self.query_one(FindLine).show_found(*self.query_one(NotesEditor).found)
