"""Textual's fields of text, behind the one gate for everything pasted."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from sessionpad.domain.text import clean_line, clean_text


class PlainInput(Input):
    """One line; a pasted page becomes one line too, and nothing of it is lost."""

    DEFAULT_CSS = """
    PlainInput { border: none; height: 1; padding: 0; background: $boost; }
    PlainInput:focus { border: none; background: $panel; }
    """

    def on_mount(self) -> None:
        self.cursor_blink = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One line has nowhere to scroll to: those keys are for the screen."""
        return not action.startswith(("scroll_", "page_")) and super().check_action(action, parameters)

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(clean_line(event.text))


class PlainTextArea(TextArea, inherit_bindings=False):
    """More lines. The function keys are those of the screen: Textual's own selects with two of them."""

    DEFAULT_CSS = "PlainTextArea > .text-area--placeholder { color: $quiet; }"

    BINDINGS: ClassVar[list[BindingType]] = [
        each for each in TextArea.BINDINGS if not (isinstance(each, Binding) and each.key in {"f6", "f7"})
    ]

    def on_mount(self) -> None:
        self.cursor_blink = False

    def edit(self, edit: Edit) -> EditResult:
        """An accent that comes after its letter becomes one with it, as if the keyboard had made one sign of them."""
        (row, column), text = edit.top, edit.text
        if not text.isascii():
            before = self.document.get_line(row)[:column][-1:] if unicodedata.combining(text[0]) else ""
            composed = clean_text(before + text)
            if before and len(composed) <= len(text):
                edit = Edit(composed, (row, column - 1), edit.bottom, edit.maintain_selection_offset)
        return super().edit(edit)

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if not self.read_only:
            self.move_cursor(self.replace(clean_text(event.text), *self.selection).end_location)
