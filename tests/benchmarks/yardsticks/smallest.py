"""The smallest program Textual can be: one line of text."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Smallest(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("READYMARK")


if __name__ == "__main__":
    Smallest().run()
