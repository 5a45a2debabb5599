"""A why-question, turned while it is typed. Source: TGH-24, GW-49."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.message import Message

from sessionpad.i18n.texts import N_
from sessionpad.method.reframe import reframe
from sessionpad.ui.widgets.typed_line import TypedLine


class WhyLine(TypedLine):
    SIGN: ClassVar[str] = "?"

    class WhyTyped(Message):
        """Enter on a question."""

        def __init__(self, question: str) -> None:
            super().__init__()
            self.question = question

    def echo(self, line: str) -> Content:
        if not line.strip():
            return Content(self.texts.say(N_("Type a why-question: it is turned into one that is easier to answer.")))
        suggestions = reframe(line).suggestions
        if not suggestions:
            return Content(self.texts.say(N_("This can be asked as it is.")))
        return Content(suggestions[0].text)

    def typed(self, line: str) -> Message:
        return self.WhyTyped(line)
