"""Parts of a record that are lists themselves: words of a table with others beside them, and pairs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sessionpad.domain.exploration import Tried
from sessionpad.i18n.texts import Texts
from sessionpad.ui.parts import Part, Today
from sessionpad.ui.widgets.choice import Choice, names_in, picked
from sessionpad.ui.widgets.field import Entry
from sessionpad.ui.widgets.pairs import Pairs, paired, pairs_in


@dataclass(frozen=True)
class Names(Part):
    """Several of a table, or of names that are only known later: the screen offers those."""

    words: Mapping[Any, str]

    def entry(self, texts: Texts, today: Today) -> Entry:  # noqa: ARG002  some parts know the day
        return Choice(texts, self.key, self.name, self.words, several=True)

    def shown(self, value: Any) -> str:
        return picked(map(str, value))

    def read(self, typed: str, today: Today) -> tuple[str, ...]:  # noqa: ARG002  idem
        return names_in(typed)


@dataclass(frozen=True)
class Tries(Part):
    """What was tried, with what came of it."""

    effect: str

    def entry(self, texts: Texts, today: Today) -> Entry:  # noqa: ARG002  some parts know the day
        return Pairs(texts, self.key, self.name, self.effect)

    def shown(self, value: Any) -> str:
        return paired((each.what, each.effect) for each in value)

    def read(self, typed: str, today: Today) -> tuple[Tried, ...]:  # noqa: ARG002  idem
        return tuple(Tried(what=what, effect=effect) for what, effect in pairs_in(typed))
