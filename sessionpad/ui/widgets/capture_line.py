"""A task in one line: what it becomes is echoed in full while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from sessionpad.i18n.findings import finding_sentence
from sessionpad.i18n.tasks import describe_draft
from sessionpad.i18n.texts import N_, Texts
from sessionpad.method.capture import Draft
from sessionpad.ui.widgets.line import Block, Line
from sessionpad.ui.widgets.plain import PlainInput
from sessionpad.ui.widgets.speaking import Speaking

Reader = Callable[[str], Draft]


class CaptureLine(Speaking):
    DEFAULT_CSS = """
    CaptureLine {
        height: auto; max-height: 6; display: none; background: $boost;
        &.-open { display: block; }
        & Horizontal { height: 1; }
        & .mark { width: 2; color: $accent; text-style: bold; }
        & PlainInput { width: 1fr; padding: 0; }
        & #echo { color: $quiet; padding-left: 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    class TaskTyped(Message):
        """Enter on a line; the text stays until it is accepted."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    class Left(Message):
        """Back to the notes; what was typed stays for the next time."""

    def __init__(self, texts: Texts, read: Reader, today: Callable[[], date], *, id: str | None = None) -> None:  # noqa: A002  Textual's own name
        super().__init__(texts, id=id)
        self._read = read
        self._today = today

    def compose(self) -> ComposeResult:
        with Horizontal():
            mark = Line(self.texts, classes="mark")
            mark.content = Content("> ")
            yield mark
            yield PlainInput(compact=True, select_on_focus=False)
        yield Block(self.texts, id="echo")

    def open(self) -> None:
        self.add_class("-open")
        self.query_one(Input).focus()
        self._echo()

    def accepted(self) -> None:
        """The line became a task."""
        self.query_one(Input).value = ""
        self.remove_class("-open")

    def watch_texts(self) -> None:
        self._echo()

    @on(Input.Changed)
    def _echo(self) -> None:
        line = self.query_one(Input).value
        echo = self.query_one("#echo", Block)
        if not line.strip():
            hint = self.texts.say(N_("@coach @together @brother · !fri !27/11 !+2w · #contact #guided"))
            echo.content = Content(hint)
            return
        draft = self._read(line)
        parts = [Content(describe_draft(draft, self.texts, self._today()))]
        parts += [Content.styled(finding_sentence(each, self.texts), "$error") for each in draft.findings]
        echo.content = Content(" · ").join(parts)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.TaskTyped(event.value))

    def action_leave(self) -> None:
        self.remove_class("-open")
        self.post_message(self.Left())
