"""Finding a card by its words."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from sessionpad.method.cards.deck import Card, Deck
from sessionpad.method.language import Address, Language

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": None})
_IN_TEXT, _IN_GROUP, _IN_FOLLOWUPS, _IN_TIP = 8, 4, 2, 1
_WORD_START = 2
"""A word that starts with what was typed counts so many times one that only contains it."""


def search(deck: Deck, words: str, language: Language, address: Address = "je") -> tuple[Card, ...]:
    """The cards in which every word occurs, best first; all cards when there are no words."""
    wanted = _fold(words).split()
    names = {group.id: group.name.text(language) for group in deck.groups}
    scored = [(_score(_fields(card, names[card.group], language, address), wanted), card) for card in deck.cards]
    found = [(score, card) for score, card in scored if score is not None]
    found.sort(key=lambda each: -each[0])
    return tuple(card for _, card in found)


def _fields(card: Card, group: str, language: Language, address: Address) -> tuple[tuple[int, str], ...]:
    said = (card.say, *(step.say for step in card.steps))
    return (
        (_IN_TEXT, _fold(" ".join(say.text(language, address) for say in said))),
        (_IN_GROUP, _fold(group)),
        (_IN_FOLLOWUPS, _fold(" ".join(say.text(language, address) for say in card.followups))),
        (_IN_TIP, _fold(card.tip.text(language))),
    )


def _score(fields: tuple[tuple[int, str], ...], wanted: list[str]) -> int | None:
    """How well a card fits, or None when one of the words does not occur."""
    total = 0
    for word in wanted:
        best = max(_weight(weight, text, word) for weight, text in fields)
        if not best:
            return None
        total += best
    return total


def _weight(weight: int, text: str, word: str) -> int:
    if word not in text:
        return 0
    return weight * (_WORD_START if f" {word}" in f" {text}" else 1)


@lru_cache(maxsize=8192)
def _fold(text: str) -> str:
    """Without accents, capitals and curly quotes: what people type when they look for something."""
    bare = unicodedata.normalize("NFD", text.translate(_PLAIN).casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
