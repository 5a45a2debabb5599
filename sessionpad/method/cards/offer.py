"""In which order the cards are offered, and because of what. Never random: the coach stays in charge."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sessionpad.domain.trajectory import Phase
from sessionpad.domain.value import Value
from sessionpad.method.cards.deck import Card, Deck
from sessionpad.method.moment import Moment

_GENERAL = 3
"""Made for three or more phases or moments: no longer made for one of them in particular."""


class Offer(Value, frozen=True, kw_only=True):
    card: Card
    because: str
    """Reason code: `signal:not-done`, `moment:opening`, `phase:execution`, or `deck` for no reason of its own."""


def offer(
    deck: Deck,
    *,
    phases: Sequence[Phase],
    moment: Moment,
    signals: Sequence[str] = (),
    asked: Collection[str] = (),
) -> tuple[Offer, ...]:
    """Every card that may be said aloud: what just happened first, then this moment, this phase, the deck's own order.

    A card that is made for this moment alone comes before one made for several, and so with phases. A card for another
    moment or phase, or for something that did not happen, comes after all that do fit; one asked before comes last.
    """

    def rank(card: Card) -> tuple[bool, int, bool, int, int]:
        return (
            card.id in asked,
            _signal_rank(card, signals),
            _held_back(card, phases, moment, signals),
            _precision(card.moments),
            _precision(card.phases),
        )

    offered = sorted((card for card in deck.cards if not card.private), key=rank)
    return tuple(Offer(card=card, because=_because(card, phases, moment, signals)) for card in offered)


def _because(card: Card, phases: Sequence[Phase], moment: Moment, signals: Sequence[str]) -> str:
    rank = _signal_rank(card, signals)
    if rank < len(signals):
        return f"signal:{signals[rank]}"
    if _held_back(card, phases, moment, signals):
        return "deck"
    if card.moments:
        return f"moment:{moment}"
    phase = next((phase for phase in phases if phase in card.phases), None)
    return f"phase:{phase}" if phase else "deck"


def _signal_rank(card: Card, signals: Sequence[str]) -> int:
    """The place of the first signal that the card answers to; past the end when there is none."""
    return next((rank for rank, signal in enumerate(signals) if signal in card.signals), len(signals))


def _held_back(card: Card, phases: Sequence[Phase], moment: Moment, signals: Sequence[str]) -> bool:
    other_moment = bool(card.moments) and moment not in card.moments
    other_phase = bool(card.phases) and not any(phase in card.phases for phase in phases)
    nothing_happened = card.situational and _signal_rank(card, signals) == len(signals)
    return other_moment or other_phase or nothing_happened


def _precision(made_for: Collection[Phase] | Collection[Moment]) -> int:
    """1 for one, 2 for two, and the same for three or more as for any."""
    return min(len(made_for) or _GENERAL, _GENERAL)
