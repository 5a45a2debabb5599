"""One field of a form: a label, what is typed, and a quiet line of advice under it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, TextArea

from sessionpad.i18n.texts import Texts
from sessionpad.ui.widgets.plain import PlainInput, PlainTextArea
from sessionpad.ui.widgets.speaking import Speaking


class Name(Speaking):
    DEFAULT_CSS = "Name { height: auto; color: $primary; text-style: bold; }"

    said: reactive[str] = reactive("", layout=True)
    """What was chosen, in words, after the name."""

    def __init__(self, texts: Texts, text: str) -> None:
        super().__init__(texts)
        self._text = text

    def render(self) -> Content:
        name = self.texts.say(self._text)
        return Content.assemble(name, (f"  {self.said}", "not bold $foreground")) if self.said else Content(name)


class Hint(Speaking):
    DEFAULT_CSS = "Hint { height: auto; color: $quiet; display: none; } Hint.-said { display: block; }"

    said: reactive[str] = reactive("", layout=True)

    def watch_said(self, said: str) -> None:
        self.set_class(bool(said), "-said")

    def render(self) -> Content:
        return Content(self.said)


class Entry(Speaking):
    """Something to fill in. It goes up at once as `Changed`; where it goes then is not this widget's business."""

    DEFAULT_CSS = "Entry { height: auto; margin-bottom: 1; }"

    class Changed(Message):
        def __init__(self, field: Entry, value: str) -> None:
            super().__init__()
            self.field = field
            self.value = value

        @property
        def control(self) -> Entry:
            return self.field

    class Done(Changed):
        """Enter in a field of one line."""

    def __init__(self, texts: Texts, key: str, name: str) -> None:
        super().__init__(texts, id=f"field-{key}")
        self.key = key
        self._name_text = name

    def on_descendant_focus(self) -> None:
        """Bring what is said under it into view too."""
        self.call_after_refresh(self.scroll_visible, animate=False)

    @property
    def value(self) -> str:
        raise NotImplementedError

    @value.setter
    def value(self, value: str) -> None:
        raise NotImplementedError

    @property
    def reads(self) -> bool:
        """Whether what is filled in can be taken over; if not, it stays here and the dossier keeps what it had."""
        return True

    def advise(self, line: str) -> None:
        """Say something under the field, or nothing."""
        self.query_one(Hint).said = line

    def take_caret(self) -> None:
        raise NotImplementedError


class Field(Entry):
    """Something to type, on one line or on more."""

    DEFAULT_CSS = """
    Field TextArea { border: none; height: auto; min-height: 1; max-height: 8; background: $boost; padding: 0; }
    Field TextArea:focus { border: none; background: $panel; }
    """

    def __init__(
        self, texts: Texts, key: str, name: str, value: str = "", *, lines: int = 1, password: bool = False
    ) -> None:
        super().__init__(texts, key, name)
        self._first_value = value
        self._lines = lines
        self._password = password

    def name_shown(self) -> Name:
        """What it is called, above it."""
        return Name(self.texts, self._name_text)

    def compose(self) -> ComposeResult:
        yield self.name_shown()
        if self._lines > 1:
            yield PlainTextArea(self._first_value, soft_wrap=True, tab_behavior="focus", compact=True)
        else:
            yield PlainInput(self._first_value, password=self._password, compact=True, select_on_focus=False)
        yield Hint(self.texts)

    @property
    def value(self) -> str:
        if self._lines > 1:
            return self.query_one(TextArea).text
        return self.query_one(Input).value

    @value.setter
    def value(self, value: str) -> None:
        if value == self.value:
            return
        if self._lines > 1:
            self.query_one(TextArea).text = value
        else:
            self.query_one(Input).value = value

    def take_caret(self) -> None:
        """At once when it can be had: what is struck right after this belongs here."""
        entry = self.query_one(TextArea if self._lines > 1 else Input)
        if entry.focusable:
            self.screen.set_focus(entry)
        else:
            entry.focus()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _changed(self, event: Input.Changed | TextArea.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self, self.value))

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Done(self, self.value))
