"""Textual's own editor between two lists, with the caret on an empty line in the middle; how many kB comes after it."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import OptionList, Static, TextArea

from tests.benchmarks.prose import prose


class Editor(App[None]):
    CSS = "Horizontal { height: 1fr; } OptionList { width: 37; } TextArea { width: 1fr; } Static { height: 1; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        yield Static("head")
        with Horizontal():
            yield OptionList(*(f"task {number:03} of this list" for number in range(40)))
            yield TextArea(self._text, soft_wrap=True)
            yield OptionList(*(f"card {number:03} of this list" for number in range(40)))
        yield Static("READYMARK")

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.focus()
        middle = area.document.line_count // 2
        area.insert("\n", (middle, 0))
        area.move_cursor((middle, 0))


if __name__ == "__main__":
    Editor(prose(int(sys.argv[1]))).run()
