"""Cards: one question, or one short thing to say, that a coach takes in at a glance."""

from __future__ import annotations

import re

from sessionpad.domain.trajectory import Phase
from sessionpad.domain.value import Value
from sessionpad.errors import NotFound
from sessionpad.method.language import Address, Language
from sessionpad.method.moment import Moment, Signal

SLOT = re.compile(r"\{[^{}]*\}")
"""A place the coach fills aloud, such as `{het woord}`."""


class Say(Value, frozen=True, kw_only=True):
    """One text in Dutch and English. A text in one language only stands in for the other."""

    nl: str = ""
    u: str = ""
    """The Dutch text to someone who is addressed with "u"; empty when it addresses nobody."""
    en: str = ""

    def text(self, language: Language, address: Address = "je", *, fill: str = "…") -> str:
        """The text as it is said, with `fill` in the place of a slot."""
        dutch = (self.u if address == "u" else "") or self.nl
        said = (self.en or dutch) if language == "en" else (dutch or self.en)
        return SLOT.sub(lambda _: fill, said) if "{" in said else said


class Step(Value, frozen=True, kw_only=True):
    say: Say
    pause: bool = False
    """Whether a silence belongs after it."""
    choices: tuple[Say, ...] = ()
    """What the slot can be filled with, such as the people around someone."""


class Card(Value, frozen=True, kw_only=True):
    id: str
    group: str
    phases: tuple[Phase, ...] = ()
    """The phases it is made for; empty when it fits them all."""
    moments: tuple[Moment, ...] = ()
    """The moments of a talk it is made for; empty when it fits them all."""
    signals: tuple[Signal, ...] = ()
    """What must just have happened for it to come first."""
    situational: bool = False
    """Whether it makes sense only after one of its signals, or when the coach looks for it: held back otherwise."""
    say: Say
    steps: tuple[Step, ...] = ()
    followups: tuple[Say, ...] = ()
    tip: Say = Say()
    source: tuple[str, ...] = ()
    private: bool = False
    """For the coach alone: never offered, never in client view."""
    number: bool = False
    """Whether the answer is a number from 0 to 10. Our own addition, not the method's."""
    slot: str = ""
    """What the slot in the text stands for: `word`, `feeling`, `task`, ... Empty when there is none."""
    pair: Say | None = None
    """The worried form of the same question, to show what it is better not to ask. Source: GW-25."""


class Group(Value, frozen=True, kw_only=True):
    id: str
    name: Say
    phases: tuple[Phase, ...] = ()
    """Taken by a card of this group that names no phases itself."""
    moments: tuple[Moment, ...] = ()


class Deck(Value, frozen=True, kw_only=True):
    groups: tuple[Group, ...]
    cards: tuple[Card, ...]

    def card(self, card_id: str) -> Card:
        """Raises NotFound when there is no such card."""
        for card in self.cards:
            if card.id == card_id:
                return card
        raise NotFound("card")

    def group(self, group_id: str) -> Group:
        """Raises NotFound when there is no such group."""
        for group in self.groups:
            if group.id == group_id:
                return group
        raise NotFound("card-group")

    def of_group(self, group_id: str) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.group == group_id)
