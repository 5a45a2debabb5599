from __future__ import annotations

from textual.reactive import reactive
from textual.widget import Widget

from sessionpad.i18n.texts import Texts


class Speaking(Widget):
    """A widget that says something: it redraws itself when the language changes."""

    texts: reactive[Texts] = reactive(lambda: Texts("en"), layout=True, init=False)

    def __init__(self, texts: Texts, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  Textual's own name
        super().__init__(id=id, classes=classes)
        self.set_reactive(Speaking.texts, texts)
