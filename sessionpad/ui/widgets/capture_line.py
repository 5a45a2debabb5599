"""A task in one line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual.content import Content
from textual.message import Message

from sessionpad.i18n.findings import finding_sentence
from sessionpad.i18n.tasks import describe_draft
from sessionpad.i18n.texts import N_, Texts
from sessionpad.method.capture import Draft
from sessionpad.ui.widgets.typed_line import TypedLine

Reader = Callable[[str], Draft]


class CaptureLine(TypedLine):
    SIGN: ClassVar[str] = ">"

    class TaskTyped(Message):
        """Enter on a line; the text stays until it is accepted."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    def __init__(self, texts: Texts, give_back: Callable[[], None], read: Reader, today: Callable[[], date]) -> None:
        super().__init__(texts, give_back)
        self._read = read
        self._today = today

    def echo(self, line: str) -> Content:
        if not line.strip():
            return Content(self.texts.say(N_("@coach @together @brother · !fri !27/11 !+2w · #contact #guided")))
        draft = self._read(line)
        parts = [Content(describe_draft(draft, self.texts, self._today()))]
        parts += [Content.styled(finding_sentence(each, self.texts), "$error") for each in draft.findings]
        return Content(" · ").join(parts)

    def typed(self, line: str) -> Message:
        return self.TaskTyped(line)
