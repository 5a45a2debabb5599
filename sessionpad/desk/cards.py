"""The cards for this moment of a conversation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from sessionpad.domain.dossier import Dossier, talk_number
from sessionpad.domain.session import Session
from sessionpad.errors import DeckBroken
from sessionpad.method.cards import Deck, Offer, load_deck, offer
from sessionpad.method.series import series
from sessionpad.method.signals import moment_of, signals_of


@dataclass(frozen=True)
class Hand:
    """What is on offer: the whole deck, the cards best first, and which were asked in this conversation."""

    deck: Deck
    offers: tuple[Offer, ...]
    asked: frozenset[str]
    numbers: Mapping[str, Sequence[int]]
    """What was answered so far to cards that ask for a number."""

    @cached_property
    def because(self) -> Mapping[str, str]:
        """Why each card is offered, as a reason code."""
        return {each.card.id: each.because for each in self.offers}


@dataclass(frozen=True)
class Dealt:
    deck: Deck
    trouble: DeckBroken | None = None
    """What is wrong with the coach's own files; then only our own cards are there."""


def deck_with(own: Sequence[Path] = ()) -> Dealt:
    """Our cards with those of the coach."""
    return _deck_with(tuple(own))


@lru_cache(maxsize=4)
def _deck_with(own: tuple[Path, ...]) -> Dealt:
    try:
        return Dealt(load_deck(own))
    except DeckBroken as error:
        return Dealt(load_deck(), error)


def deal(dossier: Dossier, session: Session, deck: Deck) -> Hand:
    asked = frozenset(each.card for each in session.asked)
    offers = offer(
        deck,
        phases=dossier.trajectory.phases,
        moment=moment_of(session),
        signals=signals_of(session, talk_number(dossier, session) - 1),
        asked=asked,
    )
    ever = {each.card for talk in dossier.sessions for each in talk.asked}
    numbers = {card.id: series(dossier, card) for card in deck.cards if card.number and card.id in ever}
    return Hand(deck, offers, asked, numbers)
