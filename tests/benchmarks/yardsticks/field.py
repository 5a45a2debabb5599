"""Textual's own field for one line, and nothing that listens to it."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class Field(App[None]):
    def compose(self) -> ComposeResult:
        yield Input()
        yield Static("READYMARK")


if __name__ == "__main__":
    Field().run()
