"""The notes: one editor, with the moment of each line in the margin and the marks in colour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Final

from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widgets.text_area import Edit, EditResult, Location

from sessionpad.domain.notes import Mark, mark_of
from sessionpad.ui.widgets.plain import PlainTextArea

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


class NotesEditor(PlainTextArea):
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
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+shift+z", "redo", show=False)]

    class TaskLine(Message):
        """Enter at the end of a line that begins with the task mark."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    class UndoAsked(Message):
        """Undo belongs to the dossier, not to this widget."""

    class RedoAsked(Message):
        pass

    def __init__(self, text: str, times: Sequence[datetime], *, read_only: bool = False, id: str | None = None) -> None:  # noqa: A002  Textual's own name
        super().__init__(
            text, soft_wrap=True, show_line_numbers=False, read_only=read_only, highlight_cursor_line=False, id=id
        )
        self._times: list[datetime | None] = list(times)

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

    def _difference(self, text: str) -> tuple[Location, Location, str]:
        old = self.text
        head = _common(old, text)
        tail = _common(old[head:][::-1], text[head:][::-1])
        index = self.document.get_location_from_index  # type: ignore[attr-defined]  # Document has it, its base does not
        return index(head), index(len(old) - tail), text[head : len(text) - tail]

    def edit(self, edit: Edit) -> EditResult:
        result = super().edit(edit)
        top, bottom, end = edit.top[0], edit.bottom[0], result.end_location[0]
        if bottom != top or end != top:
            self._times[top + 1 : bottom + 1] = [None] * (end - top)
        return result

    def on_key(self, event: events.Key) -> None:
        if event.key != "enter" or self.read_only or self.selected_text:
            return
        row, column = self.cursor_location
        line = self.document.get_line(row)
        if mark_of(line) is Mark.TASK and column == len(line):
            self.post_message(self.TaskLine(line))

    def action_undo(self) -> None:
        self.post_message(self.UndoAsked())

    def action_redo(self) -> None:
        self.post_message(self.RedoAsked())

    # drawing

    @property
    def gutter_width(self) -> int:
        return MARGIN

    def get_line(self, line_index: int) -> Text:
        text = super().get_line(line_index)
        style = CLASS_OF.get(mark_of(text.plain))
        if style is not None:
            text.stylize(self.get_component_rich_style(style, partial=True))
        return text

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        text, style = self._margin(y), self.get_component_rich_style("notes--time")
        return Strip.join([Strip([Segment(f"{text:<{MARGIN}}", style)], MARGIN), strip])

    def _margin(self, y: int) -> str:
        """The time, at the first line of each minute."""
        absolute = y + int(self.scroll_offset.y)
        if absolute >= self.wrapped_document.height:
            return ""
        row, column = self.wrapped_document.offset_to_location(Offset(0, absolute))
        at = self._time_of(row)
        if column or at is None or not self.document.get_line(row):
            return ""
        time = at.strftime("%H:%M")
        before = self._time_of(row - 1) if row else None
        shown_before = before is not None and bool(self.document.get_line(row - 1)) and before.strftime("%H:%M") == time
        return "" if shown_before else time

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
