"""The notes: one editor, with the moment of each line in the margin and the marks in colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import ClassVar, Final, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from sessionpad.domain.notes import Mark, mark_of
from sessionpad.method.language import Language
from sessionpad.method.tags import rest_of
from sessionpad.ui.widgets.differing import same_ends
from sessionpad.ui.widgets.faces import Look, Span
from sessionpad.ui.widgets.finder import Finder
from sessionpad.ui.widgets.note_looks import CLASSES, FOUND, HERE, mark_style, tag_spans
from sessionpad.ui.widgets.touched_rows import TouchedRows

MARGIN: Final = 6
"""Cells for the time of a line and the room after it."""

LONG: Final = 4000
"""Signs in one paragraph from which on typing in it takes time that can be felt on a slow machine."""


class State(NamedTuple):
    """How something stands that a line became."""

    full: str
    brief: str
    """For the margin, in at most five signs."""


NONE: Final = State("", "")
BECOMES: Final = (Mark.TASK, Mark.LATER)


class NotesEditor(TouchedRows):
    DEFAULT_CSS = """
    NotesEditor {
        border: none; padding: 0; background: $background; scrollbar-size-vertical: 1;
        &:focus { border: none; }
        & .text-area--cursor-line { background: transparent; }
        & .notes--time { color: $quiet; }
        & .notes--state { color: $success; }
        & .notes--strength { color: $success; }
        & .notes--hindrance { color: $secondary; }
        & .notes--quote { color: $primary; text-style: italic; }
        & .notes--coach-only { color: $quiet; text-style: italic; }
        & .notes--later { color: $accent; }
        & .notes--task { color: $accent; text-style: bold; }
        & .notes--asked { color: $quiet; }
        & .notes--tag { color: $secondary; text-style: bold; }
        & .notes--own-tag { color: $secondary; }
        & .notes--found { background: $panel; text-style: underline; }
        & .notes--here { background: $accent; color: $background; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = set(CLASSES)
    MARGIN_STYLE = "notes--time"
    TAIL_STYLE = "notes--state"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+shift+z", "redo", show=False),
        Binding("tab", "complete", show=False),
    ]

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

    class GrewLong(Message):
        """A paragraph has become so long that typing in it may take time."""

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
        self._states: Mapping[str, State] = {}
        self._typed = typed
        self._finder = Finder()
        self._seen_from: float | None = None
        self.spoken: Language = "nl"
        """In which language a tag is completed."""
        super().__init__(text, read_only=read_only, id=id, quick=quick)

    # content

    def show_notes(self, text: str, times: Sequence[datetime]) -> None:
        """Make the editor show these notes, touching only what differs; the caret goes to what changed."""
        old = self.text
        head, tail = same_ends(old, text)
        index = self.document.get_location_from_index  # type: ignore[attr-defined]  # Document has it, its base does not
        with self.at_once():
            if old != text:
                result = self.replace(text[head : len(text) - tail], index(head), index(len(old) - tail))
                self.move_cursor(result.end_location)
            self._times = list(times)

    def show_times(self, times: Sequence[datetime]) -> None:
        """The moments of the lines as they stand in the dossier."""
        if self._times != times:
            self._times = list(times)
            self.refresh()

    def show_states(self, states: Mapping[str, State]) -> None:
        """How things stand that lines became, by the text of the line."""
        if self._states != states:
            self._states = states
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

    def edit(self, edit: Edit) -> EditResult:
        top, bottom = edit.top[0], edit.bottom[0]
        # Taking out the last line asks for an edit that ends under it.
        longest = len(self.document.get_line(min(bottom, self.document.line_count - 1)))
        # Textual's own messages climb through the whole screen at every key; nobody there listens to them.
        with self.at_once(), self.prevent(TextArea.Changed, TextArea.SelectionChanged):
            result = super().edit(edit)
            end = result.end_location[0]
            if bottom != top or end != top:
                self._times[top + 1 : bottom + 1] = [None] * (end - top)
            if self._finder.places:
                self._finder.again(self.document.lines)
        if longest <= LONG < len(self.document.get_line(end)):
            self.post_message(self.GrewLong())
        self._typed()
        return result

    # keys

    def on_key(self, event: events.Key) -> None:
        if event.key != "enter" or self.read_only or self.selected_text:
            return
        row, column = self.cursor_location
        line = self.document.get_line(row)
        told = {Mark.TASK: self.TaskLine, Mark.LATER: self.LaterLine}.get(mark_of(line))
        if told is not None and column == len(line):
            self.post_message(told(line))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The key that completes a tag goes on to the next field when there is nothing to complete."""
        return (action != "complete" or bool(self.suggestion)) and super().check_action(action, parameters)

    def action_complete(self) -> None:
        self.insert(self.suggestion)

    def action_undo(self) -> None:
        self.post_message(self.UndoAsked())

    def action_redo(self) -> None:
        self.post_message(self.RedoAsked())

    def watch_selection(self, before: Selection, now: Selection) -> None:
        if before != now:
            self.update_suggestion()

    def update_suggestion(self) -> None:
        """Offer the rest of a tag that was begun."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        begun = "" if self.read_only or column < len(line) else line.rpartition(" ")[2]
        is_tag = begun[:1] == "#"
        self.suggestion = rest_of(begun[1:], self.spoken, task=mark_of(line[:2]) is Mark.TASK) if is_tag else ""

    # finding

    def find(self, words: str) -> None:
        """Show where these words stand, from what is seen now on, and go to the first place."""
        if self._seen_from is None:
            self._seen_from = self.scroll_y
        self._finder.look(words, self.document.lines, *self.cursor_location)
        self._show_place()

    def find_next(self, by: int = 1) -> None:
        self._finder.go(by)
        self._show_place()

    def stop_finding(self, *, stay: bool) -> None:
        """Show no places any more; with `stay` the caret goes to the one that is looked at, else all is as before."""
        place, began = self._finder.here, self._seen_from
        self._finder, self._seen_from = Finder(), None
        if place is not None and stay:
            self.move_cursor((place.row, place.start))
        elif began is not None:
            self.scroll_to(y=began, animate=False, force=True)
        self.refresh()

    @property
    def found(self) -> tuple[int, int]:
        """Which place is looked at, counted from 1, and how many there are."""
        return self._finder.index + 1, len(self._finder.places)

    def _show_place(self) -> None:
        place = self._finder.here
        if place is not None:
            offset = self.wrapped_document.location_to_offset((place.row, place.start))
            self.scroll_to_region(Region(0, offset.y, 1, 1), animate=False, force=True, center=True)
        self.refresh()

    # drawing

    @property
    def gutter_width(self) -> int:
        return MARGIN

    def look_of(self, line_index: int, start: int, end: int) -> Look:
        line = self.document.get_line(line_index)
        margin = "" if start else self._margin(line_index, line)
        state = self._states.get(line, NONE) if end == len(line) and line[:1] in BECOMES else NONE
        spans = (*tag_spans(line, start, end), *self._found_spans(line_index, start, end))
        return Look(margin, mark_style(line), spans, state.full, state.brief)

    def _found_spans(self, row: int, start: int, end: int) -> list[Span]:
        here = self._finder.here
        return [
            Span(max(place.start, start) - start, min(place.end, end) - start, HERE if place == here else FOUND)
            for place in self._finder.in_row(row)
            if place.start < end and place.end > start
        ]

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
