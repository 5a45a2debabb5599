"""The question that comes next: one card at a time, large enough to read from the corner of an eye."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.reactive import reactive

from sessionpad.desk.cards import Hand
from sessionpad.i18n.texts import N_, Texts
from sessionpad.method.cards import Card
from sessionpad.method.language import Address
from sessionpad.ui.widgets.card_face import card_face
from sessionpad.ui.widgets.speaking import Speaking

TURNED: Final = "turned"
"""In the place of a kind: the ways to ask a why-question."""


@dataclass(frozen=True)
class Place:
    """Where one is in the deck: which kind, which card of it, which step of the card."""

    kind: str = ""
    index: int = 0
    step: int = 0


class CardPane(Speaking):
    DEFAULT_CSS = """
    CardPane {
        border: round $line; border-title-color: $quiet; padding: 0 1; overflow-y: auto; scrollbar-size-vertical: 1;
    }
    """

    place: reactive[Place] = reactive(Place())
    address: reactive[Address] = reactive[Address]("je")

    def __init__(self, texts: Texts, address: Address = "je", *, id: str | None = None) -> None:  # noqa: A002  Textual's own name
        super().__init__(texts, id=id)
        self.set_reactive(CardPane.address, address)
        self._hand: Hand | None = None
        self._kinds: dict[str, list[Card]] = {}
        self._lead = ""
        self._why = ""
        self._turned: Sequence[str] = ()

    def turn(self, why: str, suggestions: Sequence[str]) -> None:
        """Show other ways to ask a why-question in the place of the cards."""
        self._why, self._turned = why, suggestions
        self.place = Place(TURNED)
        self.refresh(layout=True)

    def deal(self, hand: Hand, lead: str, *, jump: bool = False) -> None:
        """Lay the cards out in the order they are offered.

        Args:
            hand: the cards, best first.
            lead: heading of the pane, such as the phase.
            jump: go to the best one when it was not the best before; otherwise stay on the card that is shown.
        """
        shown, best_before = self.card, self._best
        kinds: dict[str, list[Card]] = {}
        for offer in hand.offers:
            kinds.setdefault(offer.card.group, []).append(offer.card)
        self._hand, self._kinds, self._lead = hand, kinds, lead
        self._retitle()
        if self.place.kind == TURNED:
            return
        if shown is None or (jump and self._best != best_before):
            self.place = Place(next(iter(kinds), ""))
        elif shown in kinds.get(shown.group, []):
            self.place = Place(shown.group, kinds[shown.group].index(shown), self.place.step)
        self.refresh(layout=True)

    @property
    def _best(self) -> Card | None:
        return self._hand.offers[0].card if self._hand and self._hand.offers else None

    def watch_texts(self) -> None:
        self._retitle()

    def _retitle(self) -> None:
        title = self.texts.say(N_("CARDS"))
        self.border_title = Content(f"{title} · {self._lead}" if self._lead else title)

    @property
    def kind_cards(self) -> Sequence[Card]:
        """The cards of the kind that is shown."""
        return self._kinds.get(self.place.kind, ())

    @property
    def card(self) -> Card | None:
        cards = self.kind_cards
        return cards[self.place.index % len(cards)] if cards else None

    @property
    def question(self) -> str:
        """What would be said now."""
        if self.place.kind == TURNED:
            return self._turned[self.place.index]
        card = self.card
        if card is None:
            return ""
        say = card.steps[self.place.step].say if card.steps else card.say
        return say.text(self.texts.language, self.address)

    @property
    def turned(self) -> str:
        """The why-question that is turned now, if any."""
        return self._why if self.place.kind == TURNED else ""

    def go(self, place: Place) -> None:
        """To a place where one was before, when it is still there."""
        cards = self._kinds.get(place.kind, [])
        card = cards[place.index] if place.index < len(cards) else None
        turned = place.kind == self.place.kind == TURNED and place.index < len(self._turned)
        if turned or (card is not None and place.step <= len(card.steps)):
            self.place = place

    def next_card(self) -> None:
        """The next card of this kind, or the next way to ask a turned question."""
        count = len(self._turned) if self.place.kind == TURNED else len(self.kind_cards)
        if count:
            self.place = Place(self.place.kind, (self.place.index + 1) % count)

    def next_kind(self, by: int = 1) -> None:
        kinds = list(self._kinds)
        if kinds:
            here = kinds.index(self.place.kind) if self.place.kind in kinds else -by
            self.place = Place(kinds[(here + by) % len(kinds)])

    def show_card(self, card: Card) -> None:
        """Go to one card, also when it was not on offer."""
        cards = self._kinds.setdefault(card.group, [])
        if card not in cards:
            cards.insert(0, card)
        self.place = Place(card.group, cards.index(card))

    def next_kind_of(self, kind: str) -> None:
        """Go to the first card of a kind."""
        if kind in self._kinds:
            self.place = Place(kind)

    @property
    def kinds(self) -> Sequence[tuple[str, str]]:
        """The kinds there are, in order of offering: id and name."""
        if self._hand is None:
            return ()
        names = {group.id: group.name.text(self.texts.language) for group in self._hand.deck.groups}
        return [(kind, names[kind]) for kind in self._kinds]

    def after_asked(self) -> None:
        """On to the next step of a card in steps; otherwise the card stays, marked as asked."""
        card = self.card
        if card is not None and card.steps and self.place.step + 1 < len(card.steps):
            self.place = Place(self.place.kind, self.place.index, self.place.step + 1)

    def render(self) -> Content:
        return self._render_turned() if self.place.kind == TURNED else self._render_card()

    def _render_turned(self) -> Content:
        say = self.texts.say
        parts = [Content.styled(say(N_("Asked another way")), "bold $primary")]
        parts += [Content.styled(self._why, "$quiet italic"), Content("")]
        for index, text in enumerate(self._turned):
            chosen = index == self.place.index
            sign, style = ("▸ ", "bold") if chosen else ("  ", "")
            parts += [Content.assemble((sign, "$accent"), (text, style)), Content("")]
        hint = say(
            N_("You may also just ask it. F6 goes to the next one, F8 puts it in the notes, F7 goes back to the cards.")
        )
        return Content("\n").join([*parts, Content.styled(hint, "$quiet italic")])

    def _render_card(self) -> Content:
        card, hand = self.card, self._hand
        if card is None or hand is None:
            return Content.styled(self.texts.say(N_("The cards are being laid out.")), "$quiet")
        cards = self.kind_cards
        count = f"{self.place.index % len(cards) + 1} / {len(cards)}"
        return card_face(card, self.place.step, count, hand, self.texts, self.address)
