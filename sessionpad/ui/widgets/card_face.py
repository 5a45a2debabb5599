"""What is printed on a card: the question large, what may follow it, and a tip for the coach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from sessionpad.desk.cards import Hand
from sessionpad.i18n.because import because_line
from sessionpad.i18n.texts import N_, Texts
from sessionpad.method.cards import Card
from sessionpad.method.language import Address


def card_face(card: Card, step: int, count: str, hand: Hand, texts: Texts, address: Address) -> Content:
    """A card as it lies on the table.

    Args:
        card: the card.
        step: which step of a card in steps, counted from 0.
        count: which card of its kind it is, such as "2 / 9".
        hand: for the name of its kind, whether it was asked, and why it is offered.
        texts: the language of the screen.
        address: how Dutch addresses the client.
    """
    language = texts.language
    kind = next(group.name for group in hand.deck.groups if group.id == card.group).text(language)
    parts = [
        Content.assemble((kind, "bold $primary"), "  ", (count, "$quiet")),
        Content(""),
        *(_step(card, step, texts, address) if card.steps else _question(card, texts, address)),
        Content(""),
        *_about(card, hand, texts),
        *_after(card, step, texts, address),
        Content(""),
        Content.styled(card.tip.text(language), "$quiet italic"),
    ]
    return Content("\n").join(parts)


def _question(card: Card, texts: Texts, address: Address) -> Iterator[Content]:
    yield Content.styled(card.say.text(texts.language, address), "bold")
    if card.pair is not None:
        instead = texts.say(N_("instead of: {question}"), question=card.pair.text(texts.language, address))
        yield Content.styled(instead, "$quiet")


def _step(card: Card, step: int, texts: Texts, address: Address) -> Iterator[Content]:
    here = card.steps[step]
    where = texts.say(N_("Step {step} of {steps}"), step=step + 1, steps=len(card.steps))
    yield Content.styled(where, "$accent")
    if step == 0:
        yield Content(card.say.text(texts.language, address))
    yield Content.styled(here.say.text(texts.language, address), "bold")
    if here.choices:
        yield Content.styled(" · ".join(each.text(texts.language, address) for each in here.choices), "$quiet")
    if here.pause:
        yield Content.styled(texts.say(N_("Leave a silence here.")), "$accent")


def _about(card: Card, hand: Hand, texts: Texts) -> Iterator[Content]:
    if card.id in hand.asked:
        yield Content.styled(texts.say(N_("✓ asked in this talk")), "$success")
    numbers = hand.numbers.get(card.id, ())
    if numbers:
        yield Content.styled(texts.say(N_("so far: {numbers}"), numbers=_listed(numbers)), "$accent")
    because = hand.because.get(card.id)
    if because:
        yield Content.styled(because_line(because, texts), "$quiet")


def _listed(numbers: Sequence[int]) -> str:
    return " · ".join(map(str, numbers))


def _after(card: Card, step: int, texts: Texts, address: Address) -> Iterator[Content]:
    """What may be asked next; of a card in steps only after its last one."""
    if card.followups and (not card.steps or step + 1 == len(card.steps)):
        yield Content.styled(texts.say(N_("after that:")), "$quiet")
        yield from (Content(f"– {say.text(texts.language, address)}") for say in card.followups)
