"""Picking one or several out of a few: every option is a word, with a digit to pick it by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final, TypeVar

from textual import on
from textual.app import ComposeResult

from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.widgets.field import Entry, Hint, Name
from sessionpad.ui.widgets.options import Options

_Kind = TypeVar("_Kind", bound=StrEnum)

FEW: Final = 2
"""So many are said by name; of more, only how many."""


def picked(values: Iterable[str]) -> str:
    """These values as the value of a choice."""
    return "\n".join(values)


def one_of(kind: type[_Kind], value: str) -> _Kind | None:
    """What was picked, from the value of a choice of one."""
    return kind(value) if value else None


def some_of(kind: type[_Kind], value: str) -> tuple[_Kind, ...]:
    """What was picked, from the value of a choice of several."""
    return tuple(map(kind, names_in(value)))


def names_in(value: str) -> tuple[str, ...]:
    """The same for options that have no kind of their own, such as names."""
    return tuple(filter(None, value.split("\n")))


class Choice(Entry):
    """One or several of a table of words. Nothing picked is fine too.

    Args:
        words: what can be picked, with the text for each.
        several: whether more than one may be picked.
        own: names that can be picked too, shown as they are.
    """

    def __init__(
        self,
        texts: Texts,
        key: str,
        name: str,
        words: Mapping[_Kind, str] | Mapping[str, str],
        value: str = "",
        *,
        several: bool = False,
        own: Sequence[str] = (),
    ) -> None:
        super().__init__(texts, key, name)
        self._options = Options(texts, several=several)
        self._options.offer({str(each): word for each, word in words.items()}, own)
        self._several = several
        self._words = words
        self.value = value

    def compose(self) -> ComposeResult:
        yield Name(self.texts, self._name_text)
        yield self._options
        yield Hint(self.texts)

    def on_mount(self) -> None:
        self._tell()

    def offer(self, own: Sequence[str]) -> None:
        """These names can be picked now, beside the words."""
        self._options.offer({str(each): word for each, word in self._words.items()}, own)

    @property
    def value(self) -> str:
        return picked(self._options.chosen)

    @value.setter
    def value(self, value: str) -> None:
        chosen = names_in(value)
        self._options.offer_also(each for each in chosen if each not in self._options.values)
        self._options.chosen = chosen
        if self.is_mounted:
            self._tell()

    def watch_texts(self) -> None:
        if self.is_mounted:
            self._tell()

    def _tell(self) -> None:
        """Say in words what is picked."""
        chosen = self._options.chosen
        if self._several:
            words = ", ".join(map(self._options.word, chosen))
            said = words if len(chosen) <= FEW else self.texts.say(N_("{number} picked"), number=len(chosen))
        else:
            said = self._options.word(chosen[0]) if chosen else self.texts.say(N_("nothing picked"))
        self.query_one(Name).said = said

    def take_caret(self) -> None:
        self._options.focus()

    @on(Options.Picked)
    def _picked(self, event: Options.Picked) -> None:
        event.stop()
        self._tell()
        self.post_message(self.Changed(self, self.value))
