"""In which order the cards are offered, and because of what. Never random: the coach stays in charge."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sessionpad.domain.trajectory import Phase
from sessionpad.domain.value import Value
from sessionpad.method.cards.deck import Card, Deck
from sessionpad.method.moment import Moment


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

    A card made for another moment, another phase or something that did not happen comes after all that do fit, and a
    card that was asked before comes last of all.
    """

    def rank(card: Card) -> tuple[bool, int, bool, bool, bool]:
        return (
            card.id in asked,
            _signal_rank(card, signals),
            _clashes(card, phases, moment),
            moment not in card.moments,
            _phase_of(card, phases) is None,
        )

    offered = sorted((card for card in deck.cards if not card.private), key=rank)
    return tuple(Offer(card=card, because=_because(card, phases, moment, signals)) for card in offered)


def _because(card: Card, phases: Sequence[Phase], moment: Moment, signals: Sequence[str]) -> str:
    rank = _signal_rank(card, signals)
    if rank < len(signals):
        return f"signal:{signals[rank]}"
    if card.signals or _clashes(card, phases, moment):
        return "deck"
    if moment in card.moments:
        return f"moment:{moment}"
    phase = _phase_of(card, phases)
    return f"phase:{phase}" if phase else "deck"


def _signal_rank(card: Card, signals: Sequence[str]) -> int:
    """The place of the first signal that the card answers to; past the end when there is none."""
    none_held = len(signals) + (1 if card.signals else 0)
    return next((rank for rank, signal in enumerate(signals) if signal in card.signals), none_held)


def _clashes(card: Card, phases: Sequence[Phase], moment: Moment) -> bool:
    other_moment = bool(card.moments) and moment not in card.moments
    other_phase = bool(card.phases) and _phase_of(card, phases) is None
    return other_moment or other_phase


def _phase_of(card: Card, phases: Sequence[Phase]) -> Phase | None:
    return next((phase for phase in phases if phase in card.phases), None)
