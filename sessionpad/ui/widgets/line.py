from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from sessionpad.i18n.texts import Texts
from sessionpad.ui.guard import on_one_line
from sessionpad.ui.widgets.speaking import Speaking


class Line(Speaking):
    """One line of content, cut off with an ellipsis when there is no room."""

    DEFAULT_CSS = "Line { height: 1; width: 1fr; }"

    content: reactive[Content] = reactive(Content(""))

    def render(self) -> Content:
        return on_one_line(self.content).truncate(max(self.content_size.width, 1), ellipsis=True)


class Block(Speaking):
    """Content of as many lines as it needs."""

    DEFAULT_CSS = "Block { height: auto; width: 1fr; }"

    content: reactive[Content] = reactive(Content(""), layout=True)

    def render(self) -> Content:
        return self.content


class Label(Speaking):
    """A text of ours, in the language of the screen."""

    DEFAULT_CSS = "Label { height: auto; width: 1fr; }"

    text: reactive[str] = reactive("", layout=True, init=False)

    def __init__(self, texts: Texts, text: str, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  Textual's own name
        super().__init__(texts, id=id, classes=classes)
        self.set_reactive(Label.text, text)

    def render(self) -> Content:
        return Content(self.texts.say(self.text))
