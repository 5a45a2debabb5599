"""A line that opens under the notes: what it becomes is echoed while it is typed, and Enter sends it up."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from sessionpad.i18n.texts import Texts
from sessionpad.ui.widgets.line import Block, Line
from sessionpad.ui.widgets.plain import PlainInput
from sessionpad.ui.widgets.speaking import Speaking


class TypedLine(Speaking):
    DEFAULT_CSS = """
    TypedLine {
        height: auto; max-height: 6; display: none; background: $boost;
        &.-open { display: block; }
        & Horizontal { height: 1; }
        & .mark { width: 2; color: $accent; text-style: bold; }
        & PlainInput { width: 1fr; padding: 0; }
        & .echo { color: $quiet; padding-left: 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    SIGN: ClassVar[str]
    """Stands before the line."""

    class Left(Message):
        """Back to the notes; what was typed stays for the next time."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts)

    def echo(self, line: str) -> Content:
        """What the line becomes, in full; for an empty line, what may be typed."""
        raise NotImplementedError

    def typed(self, line: str) -> Message:
        """What goes up at Enter."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Horizontal():
            mark = Line(self.texts, classes="mark")
            mark.content = Content(self.SIGN)
            yield mark
            yield PlainInput(compact=True, select_on_focus=False)
        yield Block(self.texts, classes="echo")

    def open(self) -> None:
        self.add_class("-open")
        self.query_one(PlainInput).focus()
        self._echo()

    def accepted(self) -> None:
        """What was typed has found its place."""
        self.query_one(PlainInput).value = ""
        self.remove_class("-open")

    def watch_texts(self) -> None:
        self._echo()

    @on(Input.Changed)
    def _echo(self) -> None:
        self.query_one(".echo", Block).content = self.echo(self.query_one(PlainInput).value)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.typed(event.value))

    def action_leave(self) -> None:
        self.remove_class("-open")
        self.post_message(self.Left())
