"""What a passphrase must be, and one that can be remembered for who does not want to think one up."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Final

from sessionpad.errors import InvalidInput
from sessionpad.method.language import Language

MINIMUM: Final = 12
"""Shortest passphrase, in characters."""
WORDS: Final = 5
"""Five out of more than 1,700 words is 53 bits, before a slow key derivation."""

Choose = Callable[[Sequence[str]], str]


def check_passphrase(passphrase: str) -> None:
    """Raises: InvalidInput("passphrase-empty"), InvalidInput("passphrase-short", minimum=12)."""
    if not passphrase.strip():
        raise InvalidInput("passphrase-empty")
    if len(passphrase) < MINIMUM:
        raise InvalidInput("passphrase-short", minimum=MINIMUM)


def generate_passphrase(language: Language, choose: Choose = secrets.choice) -> str:
    """Five plain words with hyphens between them."""
    words = word_list(language)
    return "-".join(choose(words) for _ in range(WORDS))


def word_list(language: Language) -> tuple[str, ...]:
    return tuple((files(__package__) / "words" / f"{language}.txt").read_text("ascii").split())
