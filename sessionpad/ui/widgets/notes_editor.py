"""The notes: one editor, with the moment of each line in the margin and the marks in colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location

from sessionpad.domain.notes import Mark, mark_of
from sessionpad.ui.widgets.faces import Look
from sessionpad.ui.widgets.touched_rows import TouchedRows

MARGIN: Final = 6
"""Cells for the time of a line and the room after it."""

CLASS_OF: Final = {
    Mark.STRENGTH: "notes--strength",
    Mark.HINDRANCE: "notes--hindrance",
    Mark.QUOTE: "notes--quote",
    Mark.COACH_ONLY: "notes--coach-only",
    Mark.LATER: "notes--later",
    Mark.TASK: "notes--task",
    Mark.ASKED: "notes--asked",
}


class NotesEditor(TouchedRows):
    DEFAULT_CSS = """
    NotesEditor {
        border: none; padding: 0; background: $background; scrollbar-size-vertical: 1;
        &:focus { border: none; }
        & .text-area--cursor-line { background: transparent; }
        & .notes--time { color: $quiet; }
        & .notes--strength { color: $success; }
        & .notes--hindrance { color: $secondary; }
        & .notes--quote { color: $primary; text-style: italic; }
        & .notes--coach-only { color: $quiet; text-style: italic; }
        & .notes--later { color: $accent; }
        & .notes--task { color: $accent; text-style: bold; }
        & .notes--asked { color: $quiet; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"notes--time", *CLASS_OF.values()}
    MARGIN_STYLE = "notes--time"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+shift+z", "redo", show=False)]

    class TaskLine(Message):
        """Enter at the end of a line that begins with the task mark."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    class LaterLine(Message):
        """The same for a line that is to be come back to."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    class UndoAsked(Message):
        """Undo belongs to the dossier, not to this widget."""

    class RedoAsked(Message):
        pass

    def __init__(
        self,
        text: str,
        times: Sequence[datetime],
        typed: Callable[[], None],
        *,
        read_only: bool = False,
        id: str | None = None,  # noqa: A002  Textual's own name
        quick: bool | None = None,
    ) -> None:
        self._times: list[datetime | None] = list(times)
        self._typed = typed
        super().__init__(text, read_only=read_only, id=id, quick=quick)

    # content

    def show_notes(self, text: str, times: Sequence[datetime]) -> None:
        """Make the editor show these notes, touching only what differs; the caret goes to what changed."""
        self._times = list(times)
        start, end, part = self._difference(text)
        if start == end and not part:
            self.refresh()
            return
        result = self.replace(part, start, end)
        self._times = list(times)
        self.move_cursor(result.end_location)

    def show_times(self, times: Sequence[datetime]) -> None:
        """The moments of the lines as they stand in the dossier."""
        if self._times != times:
            self._times = list(times)
            self.refresh()

    def add_line(self, line: str) -> None:
        """Put a line of its own under the one the caret is on, with the caret on a fresh line under it."""
        row = self.cursor_location[0]
        here = self.document.get_line(row)
        end = (row, len(here))
        result = self.insert(f"{line}\n" if not here else f"\n{line}\n", end)
        self.move_cursor(result.end_location)

    def add_last(self, line: str) -> None:
        """Put a line of its own at the end."""
        end = self.document.end
        self.insert(line if not self.document.get_line(end[0]) else f"\n{line}", end)

    def _difference(self, text: str) -> tuple[Location, Location, str]:
        old = self.text
        head = _common(old, text)
        tail = _common(old[head:][::-1], text[head:][::-1])
        index = self.document.get_location_from_index  # type: ignore[attr-defined]  # Document has it, its base does not
        return index(head), index(len(old) - tail), text[head : len(text) - tail]

    def edit(self, edit: Edit) -> EditResult:
        # Textual's own messages climb through the whole screen at every key; nobody there listens to them.
        with self.at_once(), self.prevent(TextArea.Changed, TextArea.SelectionChanged):
            result = super().edit(edit)
            top, bottom, end = edit.top[0], edit.bottom[0], result.end_location[0]
            if bottom != top or end != top:
                self._times[top + 1 : bottom + 1] = [None] * (end - top)
        self._typed()
        return result

    def on_key(self, event: events.Key) -> None:
        if event.key != "enter" or self.read_only or self.selected_text:
            return
        row, column = self.cursor_location
        line = self.document.get_line(row)
        told = {Mark.TASK: self.TaskLine, Mark.LATER: self.LaterLine}.get(mark_of(line))
        if told is not None and column == len(line):
            self.post_message(told(line))

    def action_undo(self) -> None:
        self.post_message(self.UndoAsked())

    def action_redo(self) -> None:
        self.post_message(self.RedoAsked())

    # drawing

    @property
    def gutter_width(self) -> int:
        return MARGIN

    def look_of(self, line_index: int, start: int, end: int) -> Look:  # noqa: ARG002  for the subclass
        line = self.document.get_line(line_index)
        margin = "" if start else self._margin(line_index, line)
        return Look(margin, CLASS_OF.get(mark_of(line[:2]), ""))

    def _margin(self, row: int, line: str) -> str:
        """The time, at the first line of each minute."""
        at = self._time_of(row)
        if at is None or not line:
            return ""
        before = self._time_of(row - 1) if row else None
        same = before is not None and before.minute == at.minute and before.hour == at.hour
        return "" if same and self.document.get_line(row - 1) else f"{at:%H:%M}"

    def _time_of(self, row: int) -> datetime | None:
        return self._times[row] if row < len(self._times) else None


def _common(one: str, other: str) -> int:
    """How many characters they begin with alike."""
    shortest = min(len(one), len(other))
    if one[:shortest] == other[:shortest]:
        return shortest
    low, high = 0, shortest
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low
