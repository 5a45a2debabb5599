"""A line that opens under the notes: what it becomes is echoed while it is typed, and Enter sends it up."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
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


class LineInput(PlainInput):
    """Sends at Enter, in the order of the keys, and hands on what arrives after it has given the caret away.

    Keys can come faster than the screen: over a slow line a task, Enter and the rest of a sentence arrive as one.
    """

    def __init__(self, send: Callable[[], None]) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.send = send
        self.is_open = False

    def on_key(self, event: events.Key) -> None:
        focused = self.screen.focused
        if not self.is_open and focused is not None and focused is not self:
            event.stop()
            event.prevent_default()
            focused.post_message(events.Key(event.key, event.character))

    async def action_submit(self) -> None:
        self.send()


class TypedLine(Speaking):
    DEFAULT_CSS = """
    TypedLine {
        height: auto; max-height: 6; display: none; background: $boost;
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

    def __init__(self, texts: Texts, give_back: Callable[[], None]) -> None:
        super().__init__(texts)
        self.give_back = give_back

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
            yield LineInput(self.send)
        yield Block(self.texts, classes="echo")

    def open(self) -> None:
        """Take the caret at once: words that are typed right after the key belong here."""
        self.display = True
        field = self.query_one(LineInput)
        field.is_open = True
        self.screen.set_focus(field)
        self._echo()

    def refused(self, line: str) -> None:
        """The line could not be taken as it is: here it is again, to be mended."""
        field = self.query_one(PlainInput)
        field.value = line
        field.cursor_position = len(line)
        self.open()

    def watch_texts(self) -> None:
        self._echo()

    @on(Input.Changed)
    def _echo(self) -> None:
        self.query_one(".echo", Block).content = self.echo(self.query_one(PlainInput).value)

    def send(self) -> None:
        """Send the line up and give the caret back at once: words typed right after Enter belong to the notes."""
        field = self.query_one(LineInput)
        line = field.value
        if line.strip():
            field.value = ""
            field.is_open = False
            self.display = False
            self.give_back()
        self.post_message(self.typed(line))

    def half_typed(self) -> str:
        """What was typed and not sent, as a line of the notes; it is taken out of here."""
        field = self.query_one(LineInput)
        line, field.value = field.value.strip(), ""
        return f"{self.SIGN} {line}" if line else ""

    def action_leave(self) -> None:
        self.query_one(LineInput).is_open = False
        self.display = False
        self.post_message(self.Left())
