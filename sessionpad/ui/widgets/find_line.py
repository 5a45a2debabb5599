"""Words looked for in the notes of this talk; the caret waits where it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.widgets.line import Block
from sessionpad.ui.widgets.typed_line import LineInput, TypedLine


class FindLine(TypedLine):
    SIGN: ClassVar[str] = "="
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]

    class Sought(Message):
        """Other words are looked for."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Stepped(Message):
        """On to another place."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class Ended(Message):
        """Enough."""

    def __init__(self, texts: Texts, give_back: Callable[[], None]) -> None:
        super().__init__(texts, give_back)
        self._found = (0, 0)

    def show_found(self, here: int, count: int) -> None:
        """Say which of how many places is looked at."""
        self._found = here, count
        self.query_one(".echo", Block).content = self.echo(self.words)

    @property
    def words(self) -> str:
        return self.query_one(LineInput).value

    def open(self) -> None:
        super().open()
        self.post_message(self.Sought(self.words))

    @on(Input.Changed)
    def _sought(self) -> None:
        if self.display:
            self.post_message(self.Sought(self.words))

    def echo(self, line: str) -> Content:
        here, count = self._found
        say = self.texts.say
        if not line.strip():
            return Content(say(N_("Type what stands in these notes.")))
        if not count:
            return Content(say(N_("That does not stand in these notes.")))
        where = say(N_("{here} of {count}"), here=here, count=count)
        keys = say(N_("Enter next · ↑ before · Ctrl+N stay here · Esc return"))
        return Content(f"{where} · {keys}")

    def send(self) -> None:
        self.post_message(self.Stepped(1))

    def action_step(self, by: int) -> None:
        self.post_message(self.Stepped(by))

    def action_leave(self) -> None:
        """Give the caret back at once: words that are typed right after the key belong to the notes."""
        self.query_one(LineInput).is_open = False
        self.display = False
        self.give_back()
        self.post_message(self.Ended())
