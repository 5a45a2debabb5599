"""The last gate before the terminal: whatever a text holds, no sign that a terminal would obey goes out."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter

from sessionpad.domain.text import without_orders


class Guard(LineFilter):
    """Takes out of every row that is drawn what moves the caret, turns the text or speaks to the terminal.

    What is typed or pasted never holds such a sign; a dossier that was made elsewhere may.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  Textual's signature
        if all(control is not None or text.isprintable() for text, _, control in segments):
            return segments
        return [
            segment if segment.control is not None else Segment(without_orders(segment.text), segment.style)
            for segment in segments
        ]


def on_one_line(content: Content) -> Content:
    """The same for a place of one row: a new line or a tab in it is a space."""
    for gap in "\n\t":
        if gap in content.plain:
            content = Content(" ").join(content.split(gap, allow_blank=True))
    return content
