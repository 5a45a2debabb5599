"""Two columns that belong together, such as what was tried and what came of it; there is always room for one more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from sessionpad.i18n.texts import Texts
from sessionpad.ui.widgets.field import Entry, Hint, Name
from sessionpad.ui.widgets.plain import PlainInput

Pair = tuple[str, str]

BETWEEN: Final = "\t"
"""Between the two of a pair; a line of one field never has it."""


def paired(pairs: Iterable[Pair]) -> str:
    """These pairs as the value of the entry."""
    return "\n".join(BETWEEN.join(pair) for pair in pairs)


def pairs_in(value: str) -> tuple[Pair, ...]:
    """The pairs in the value of the entry, without those that say nothing."""
    halves = (line.partition(BETWEEN) for line in value.split("\n"))
    return tuple((left, right) for left, _, right in halves if left.strip() or right.strip())


class OnePair(Horizontal):
    DEFAULT_CSS = """
    OnePair { height: 1; margin-bottom: 0; }
    OnePair > PlainInput { width: 1fr; }
    OnePair > .left { margin-right: 2; }
    """

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self._both = left, right

    def compose(self) -> ComposeResult:
        left, right = self._both
        yield PlainInput(left, compact=True, select_on_focus=False, classes="left")
        yield PlainInput(right, compact=True, select_on_focus=False, classes="right")

    @property
    def pair(self) -> Pair:
        if not self.query(Input):
            return self._both
        left, right = self.query(Input)
        return left.value, right.value

    @pair.setter
    def pair(self, pair: Pair) -> None:
        self._both = pair
        for field, value in zip(self.query(Input), pair, strict=False):
            if field.value != value:
                field.value = value

    @property
    def is_empty(self) -> bool:
        return not any(each.strip() for each in self.pair)


class Pairs(Entry):
    """A list of pairs, each on a line of its own."""

    DEFAULT_CSS = """
    Pairs .names { height: auto; }
    Pairs .names > Name { width: 1fr; margin-right: 2; }
    Pairs .pairs { height: auto; }
    """

    def __init__(self, texts: Texts, key: str, left: str, right: str, value: str = "") -> None:
        super().__init__(texts, key, left)
        self._right_name = right
        self._first = pairs_in(value)

    def compose(self) -> ComposeResult:
        with Horizontal(classes="names"):
            yield Name(self.texts, self._name_text)
            yield Name(self.texts, self._right_name)
        with Vertical(classes="pairs"):
            for pair in (*self._first, ("", "")):
                yield OnePair(*pair)
        yield Hint(self.texts)

    @property
    def _lines(self) -> list[OnePair]:
        return list(self.query(OnePair))

    @property
    def value(self) -> str:
        return paired(line.pair for line in self._lines if not line.is_empty)

    @value.setter
    def value(self, value: str) -> None:
        if value == self.value:
            return
        pairs, lines = (*pairs_in(value), ("", "")), self._lines
        for line, pair in zip(lines, pairs, strict=False):
            line.pair = pair
        for line in lines[len(pairs) :]:
            line.remove()
        if len(pairs) > len(lines):
            self.query_one(".pairs").mount_all(OnePair(*pair) for pair in pairs[len(lines) :])

    def take_caret(self) -> None:
        self._lines[0].query(Input).first().focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if not self._lines[-1].is_empty:
            self.query_one(".pairs").mount(OnePair())
        self.post_message(self.Changed(self, self.value))

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        """Enter goes on to the next one, as Tab does."""
        event.stop()
        self.screen.focus_next()
