"""Text that tries to be something else: orders to a terminal, markup, a template, half a character, a very long line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any, Final

import msgspec
from hypothesis import strategies as st

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.text import clean_text
from tests.planted import Planted

TERMINAL: Final = (
    *("\x1b[2J", "\x1b[31m", "\x1b]0;titel\x07", "\x1b]52;c;cHduZWQ=\x1b\\", "\x1b]8;;http://x\x1b\\", "\x1bc"),
    *("\x9b31m", "\x9d0;x\x9c", "\x90q\x9c", "\x07", "\x08\x08", "\x00", "\x0e", "\x7f", "\r", "\x0b", "\x0c", "\x85"),
)
TURNING: Final = (
    "\u202ea\u202c",
    "\u2066a\u2069",
    "\u200f",
    "\u061c",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\ufff9",
    "\ufffe",
)
OBEYED: Final = {sign for order in (*TERMINAL, *TURNING) for sign in order if not sign.isprintable()} - {"\ufffe"}
"""Every sign in these that a terminal acts on; the last is no character at all, and does nothing."""
HALVES: Final = ("\ud800", "\udfff", "\ud83d", "\udc80")
MARKUP: Final = (
    *(
        "[b]",
        "[/b]",
        "[/]",
        "[red]",
        "[link=http://x]",
        "[@click=app.quit]",
        "[$primary on $error]",
        "\\[b]",
        "[[",
        "]",
    ),
    *(
        ":warning:",
        "<b>",
        "</w:t>",
        "&amp;",
        "&",
        "<",
        ">",
        "&#27;",
        '"',
        "'",
        "`",
        "**",
        "%s",
        "{0}",
        "{client}",
        "\\",
    ),
)
TEMPLATE: Final = (
    "{{7*7}}",
    "{{client}}",
    "{%raw%}",
    "{%endfor%}",
    "{#x#}",
    "{_{7*7}_}",
    "{{r|safe}}",
    "{{",
    "}}",
    "${x}",
)
LETTERS: Final = (
    *("e\u0301", "a\u0308\u0323", "z\u0351\u0352\u0353", "\u0301", "é", "🙂", "👩‍👧", "🇧🇪", "漢字"),
    *("ﷺ", "שלום", "\u200b", "\u00ad", "\u00a0", "\t", "\n", "  "),
)
EVERY: Final = (*TERMINAL, *TURNING, *HALVES, *MARKUP, *TEMPLATE, *LETTERS)
MIXED: Final = tuple(
    "[b]" + "".join(kind[number % len(kind)] for kind in (MARKUP, TEMPLATE, TERMINAL, TURNING, LETTERS))
    for number in range(90)
)
"""Something of each kind in every text."""
LONG: Final = "onafgebroken[b]{{x}}" * 5_000
"""A line of a hundred thousand characters."""

PIECES: Final = st.lists(
    st.sampled_from(EVERY) | st.text(max_size=3),
    min_size=1,
    max_size=5,
).map("".join)
TYPED: Final = st.lists(PIECES, min_size=40, max_size=60)
"""What is typed in one field after the other."""


@dataclass
class Hostile(Planted):
    """A dossier with such a text in every field a person can write in; a word of its own begins and ends each.

    What only names another record is left as it is.
    """

    typed: Sequence[str] = ()
    every_long: int = 0
    """One of so many fields is very long; none when it is 0."""

    def __post_init__(self) -> None:
        self._typed = cycle(self.typed)

    def _plain(self, kind: Any, path: str) -> Any:
        made = super()._plain(kind, path)
        if kind is not str or path in self.ids:
            return made
        number = len(self.texts)
        long = LONG if self.every_long and number % self.every_long == 0 else ""
        self.texts[path] = f"{made}{next(self._typed)}{long}{made[::-1]}"
        return self.texts[path]


def through_the_gate(dossier: Dossier) -> Dossier:
    """The same dossier with `clean_text` over every text in it, however deep."""
    return msgspec.convert(_cleaned(msgspec.to_builtins(dossier)), Dossier)


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _cleaned(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(each) for each in value]
    return clean_text(value) if isinstance(value, str) else value
