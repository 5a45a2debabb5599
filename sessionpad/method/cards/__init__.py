"""The prompt cards: what they are, where they come from, in which order they are offered, and how to find one."""

from sessionpad.method.cards.deck import Card, Deck, Group, Say, Step
from sessionpad.method.cards.file import Problem
from sessionpad.method.cards.library import check_file, load_deck
from sessionpad.method.cards.offer import Offer, offer
from sessionpad.method.cards.search import search

__all__ = [
    "Card",
    "Deck",
    "Group",
    "Offer",
    "Problem",
    "Say",
    "Step",
    "check_file",
    "load_deck",
    "offer",
    "search",
]
