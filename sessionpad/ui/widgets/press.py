"""Something that can be done from within a form: one line with the caret on it, Enter or a click does it."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from sessionpad.i18n.texts import Texts
from sessionpad.ui.widgets.speaking import Speaking


class Press(Speaking, can_focus=True):
    DEFAULT_CSS = """
    Press { height: auto; width: 1fr; margin-bottom: 1; color: $accent; }
    Press:focus { background: $primary 25%; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "press", show=False)]

    class Pressed(Message):
        def __init__(self, press: Press) -> None:
            super().__init__()
            self.press = press

        @property
        def control(self) -> Press:
            return self.press

    def __init__(self, texts: Texts, text: str, *, id: str) -> None:  # noqa: A002  Textual's own name
        super().__init__(texts, id=id)
        self._text = text

    def render(self) -> Content:
        return Content(f"→ {self.texts.say(self._text)}")

    def action_press(self) -> None:
        self.post_message(self.Pressed(self))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.action_press()
