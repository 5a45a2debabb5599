"""Every field of a record in words: what it is called, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from itertools import chain
from typing import Any, Final, TypedDict

import msgspec

from sessionpad.documents.occasion import Occasion
from sessionpad.documents.shared import plain
from sessionpad.errors import NotFound
from sessionpad.i18n import checklists, terms, words
from sessionpad.i18n.dates import long_date
from sessionpad.i18n.fields import FIELDS
from sessionpad.i18n.moments import long_moment
from sessionpad.i18n.texts import N_

TABLES: Final[tuple[Mapping[Any, str], ...]] = tuple(
    table
    for table in chain(vars(terms).values(), vars(words).values())
    if isinstance(table, dict) and all(isinstance(key, Enum) for key in table)
)
_WORDS: Final = {(type(key), key.value): text for table in TABLES for key, text in table.items()}
_ITEMS: Final[Mapping[str, str]] = {
    **{str(key): text for key, text in checklists.FIRST_TALK.items()},
    **{str(key): text for key, text in checklists.LAST_TALK.items()},
    **{str(key): text for key, text in checklists.ELEMENTS.items()},
}
_LEVELS: Final = {
    "effort": words.EFFORT,
    "coach_effort": words.EFFORT,
    "result": words.RESULT,
    "coach_result": words.RESULT,
}
_ABOUT_LEVELS: Final = "Review"
_BETWEEN: Final = " · "
_NO_COLON: Final = ("?", ".", ":")
COPIES: Final = frozenset({"Agreement.client", "Agreement.terms"})
"""Records within a record that are not read along with it."""


class Row(TypedDict):
    name: str
    """What it is called, with what stands between that and the text."""
    text: str
    """As it was typed; may hold line breaks."""


def rows_of(record: msgspec.Struct, occasion: Occasion) -> Iterator[Row]:
    """Every field of the record that says something, in order; those of a part of it among them."""
    kind = type(record).__name__
    for name in record.__struct_fields__:
        value, key = getattr(record, name), f"{kind}.{name}"
        if isinstance(value, msgspec.Struct):
            if key not in COPIES:
                yield from rows_of(value, occasion)
        elif key in FIELDS and (text := _text(value, name, kind, occasion)):
            yield row(occasion.texts.say(FIELDS[key]), text)


def row(name: str, text: str) -> Row:
    return {"name": f"{name} " if name.endswith(_NO_COLON) else f"{name}: ", "text": text}


def inline(record: msgspec.Struct, occasion: Occasion) -> str:
    """A small record in one line: the first thing bare, what else there is with its name."""
    (first, *rest) = list(rows_of(record, occasion)) or [row("", "")]
    return _BETWEEN.join([first["text"], *(each["name"] + each["text"] for each in rest)])


def listed(lines: Sequence[str]) -> str:
    """One line as it is; more than one each on its own, under what they are called."""
    return "\n".join(("", *(f"– {line}" for line in lines))) if len(lines) > 1 else "".join(lines)


def named(value: Enum, occasion: Occasion) -> str:
    """A choice in words."""
    return occasion.texts.say(_WORDS[type(value), value.value])


def question(card: str, occasion: Occasion) -> str:
    """The question of a card as it is asked; its id when the card is not there any more."""
    try:
        return occasion.cards.card(card).say.text(occasion.language, occasion.address)
    except NotFound:
        return card


def _text(value: Any, name: str, kind: str, occasion: Occasion) -> str:
    if kind == _ABOUT_LEVELS and name in _LEVELS and value is not None:
        return occasion.texts.say(_LEVELS[name][value])
    said = {
        bool: lambda: occasion.texts.say(N_("yes")) if value else "",
        datetime: lambda: long_moment(value, occasion.texts),
        date: lambda: long_date(value, occasion.language),
        str: lambda: _said(value, name, occasion),
        int: lambda: str(value),
        tuple: lambda: _texts(value, name, kind, occasion),
    }
    return named(value, occasion) if isinstance(value, Enum) else said.get(type(value), str)()


def _texts(values: tuple[Any, ...], name: str, kind: str, occasion: Occasion) -> str:
    if values and isinstance(values[0], msgspec.Struct):
        return listed([text for each in values if (text := inline(each, occasion))])
    return ", ".join(_text(each, name, kind, occasion) for each in values)


def _said(value: str, name: str, occasion: Occasion) -> str:
    """What was typed; a word of the program in the words of a person."""
    if name in {"domain", "domains"}:
        return terms.domain_name(value, occasion.texts)
    if name == "card":
        return question(value, occasion)
    if name == "item":
        return occasion.texts.say(_ITEMS[value]) if value in _ITEMS else plain(value)
    return plain(value)
