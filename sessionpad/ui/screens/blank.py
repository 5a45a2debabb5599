"""Nothing to see: a calm empty screen with the time, until the same key or Esc."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from sessionpad.i18n.dates import clock_time
from sessionpad.i18n.texts import Texts
from sessionpad.ui.widgets.line import Block


class BlankScreen(Screen[None]):
    """Takes the place of everything. What is typed here goes nowhere."""

    CSS = """
    BlankScreen { align: center middle; background: $background; }
    BlankScreen Block { width: auto; color: $quiet; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.blank", show=False)]

    def __init__(self, texts: Texts, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._texts = texts
        self._clock = clock

    def compose(self) -> ComposeResult:
        yield Block(self._texts)

    def on_mount(self) -> None:
        self._tell_time()
        self.set_interval(5, self._tell_time)

    def _tell_time(self) -> None:
        self.query_one(Block).content = Content(clock_time(self._clock(), self._texts.language))
