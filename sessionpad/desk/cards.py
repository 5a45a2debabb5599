"""The cards for this moment of a conversation."""

from __future__ import annotations

from dataclasses import dataclass

from sessionpad.domain.dossier import Dossier, talk_number
from sessionpad.domain.session import Session
from sessionpad.method.cards import Deck, Offer, load_deck, offer
from sessionpad.method.signals import moment_of, signals_of


@dataclass(frozen=True)
class Hand:
    """What is on offer: the whole deck, the cards best first, and which were asked in this conversation."""

    deck: Deck
    offers: tuple[Offer, ...]
    asked: frozenset[str]


def deal(dossier: Dossier, session: Session) -> Hand:
    deck = load_deck()
    offers = offer(
        deck,
        phases=dossier.trajectory.phases,
        moment=moment_of(session),
        signals=signals_of(session, talk_number(dossier, session) - 1),
    )
    return Hand(deck, offers, frozenset(asked.card for asked in session.asked))
