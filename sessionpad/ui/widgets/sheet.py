"""A calm panel of fields in the place of the notes: it opens with one key, and Escape gives the notes back."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from sessionpad.i18n.texts import Texts
from sessionpad.ui.filling import Filling
from sessionpad.ui.widgets.field import Entry
from sessionpad.ui.widgets.line import Block


class Sheet(VerticalScroll, can_focus=False):
    """A subclass says which fields there are, what they show, and where each value goes."""

    DEFAULT_CSS = """
    Sheet { height: 1fr; display: none; scrollbar-size-vertical: 1; }
    Sheet > .head { margin-bottom: 1; }
    """

    def __init__(self, texts: Texts, *, id: str) -> None:  # noqa: A002  Textual's own name
        super().__init__(id=id)
        self._first_texts = texts
        self.filling = Filling(lambda: self.query(Entry), self.values, self.put)

    @property
    def texts(self) -> Texts:
        return self.query_one(Block).texts if self.is_mounted else self._first_texts

    def compose(self) -> ComposeResult:
        yield Block(self._first_texts, classes="head")
        yield from self.compose_fields()

    def compose_fields(self) -> Iterable[Widget]:
        raise NotImplementedError

    def values(self) -> dict[str, str]:
        raise NotImplementedError

    def put(self, key: str, value: str) -> None:
        raise NotImplementedError

    def tell(self) -> None:
        """Say what goes with the fields: the head, and hints under them."""
        raise NotImplementedError

    def field(self, key: str) -> Entry:
        return self.query_one(f"#field-{key}", Entry)

    # open and closed

    def open(self) -> None:
        """Show what is in the dossier, with the caret in the first field."""
        self.display = True
        self.filling.show()
        self.tell()
        self.scroll_home(animate=False)
        next(iter(self.query(Entry))).take_caret()

    def close(self) -> None:
        self.display = False

    @property
    def is_open(self) -> bool:
        return self.display

    def went(self) -> None:
        """The dossier changed elsewhere, or went back or forward."""
        self.filling.went()
        self.tell()
