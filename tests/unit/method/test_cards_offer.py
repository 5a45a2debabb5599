"""Which card comes first, because of what, and how a card is found by its words."""

from __future__ import annotations

import pytest

from sessionpad.domain.trajectory import Phase
from sessionpad.errors import NotFound
from sessionpad.method.cards import Card, Deck, Group, Say, Step, load_deck, offer, search
from sessionpad.method.moment import Moment, Signal


def card(
    card_id: str,
    *,
    phases: tuple[Phase, ...] = (),
    moments: tuple[Moment, ...] = (),
    signals: tuple[Signal, ...] = (),
    situational: bool = False,
    private: bool = False,
    nl: str = "",
    followups: tuple[Say, ...] = (),
    tip: str = "",
    group: str = "a",
) -> Card:
    return Card(
        id=card_id,
        group=group,
        phases=phases,
        moments=moments,
        signals=signals,
        situational=situational,
        private=private,
        say=Say(nl=nl or card_id, en=card_id),
        followups=followups,
        tip=Say(nl=tip),
    )


def deck(*cards: Card) -> Deck:
    groups = (
        Group(id="a", name=Say(nl="Krachten", en="Strengths")),
        Group(id="b", name=Say(nl="Netwerk", en="Network")),
    )
    return Deck(groups=groups, cards=cards)


def order(of: Deck, *, signals: tuple[str, ...] = (), asked: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    offers = offer(of, phases=(Phase.EXECUTION,), moment=Moment.REVIEW, signals=signals, asked=asked)
    return [(each.card.id, each.because) for each in offers]


def test_signal_then_moment_then_phase_then_deck() -> None:
    """What just happened goes before the moment of the talk, that before the phase, that before the deck's own order."""
    cards = deck(
        card("any-1"),
        card("other-phase", phases=(Phase.CLOSING,)),
        card("this-phase", phases=(Phase.EXECUTION,)),
        card("this-moment", moments=(Moment.REVIEW,)),
        card("other-moment", moments=(Moment.OPENING,)),
        card("just-happened", moments=(Moment.CLOSE,), signals=(Signal.NOT_DONE,)),
        card("any-2"),
    )
    assert order(cards, signals=("not-done",)) == [
        ("just-happened", "signal:not-done"),
        ("this-moment", "moment:review"),
        ("this-phase", "phase:execution"),
        ("any-1", "deck"),
        ("any-2", "deck"),
        ("other-moment", "deck"),
        ("other-phase", "deck"),
    ]


def test_made_for_this_alone_goes_before_made_for_several() -> None:
    """A card for one moment or phase is more to the point than one for two, and that than one for many."""
    cards = deck(
        card("three", moments=(Moment.REVIEW, Moment.MIDDLE, Moment.CLOSE)),
        card("two", moments=(Moment.REVIEW, Moment.MIDDLE)),
        card("one", moments=(Moment.REVIEW,)),
        card("one-and-phase", moments=(Moment.REVIEW,), phases=(Phase.EXECUTION,)),
    )
    assert [card_id for card_id, _ in order(cards)] == ["one-and-phase", "one", "two", "three"]


def test_the_first_signal_goes_first() -> None:
    """Of several things that happened, the one named first counts most."""
    cards = deck(card("emotion", signals=(Signal.STRONG_EMOTION,)), card("done", signals=(Signal.DONE,)))
    assert order(cards, signals=("done", "strong-emotion"))[0] == ("done", "signal:done")
    assert order(cards, signals=("strong-emotion", "done"))[0] == ("emotion", "signal:strong-emotion")


def test_situational_cards_wait_for_their_signal() -> None:
    """A card about a missed appointment stays back when nobody missed one; a card that merely suits a signal does not."""
    missed = card("missed", moments=(Moment.REVIEW,), signals=(Signal.NO_SHOW,), situational=True)
    suits = card("suits", moments=(Moment.REVIEW,), signals=(Signal.LOW_HOPE,))
    cards = deck(missed, suits, card("any"))
    assert order(cards) == [("suits", "moment:review"), ("any", "deck"), ("missed", "deck")]
    assert order(cards, signals=("no-show",))[0] == ("missed", "signal:no-show")


def test_asked_cards_come_last_and_private_ones_never() -> None:
    """What was asked already is not offered first again; what is for the coach alone is not offered at all."""
    cards = deck(
        card("asked", moments=(Moment.REVIEW,), signals=(Signal.DONE,)), card("new"), card("secret", private=True)
    )
    assert [card_id for card_id, _ in order(cards, signals=("done",), asked=("asked",))] == ["new", "asked"]


def test_the_order_is_always_the_same() -> None:
    """Nothing random: the same question gives the same cards, whatever was offered in between."""
    ours = load_deck()
    once = offer(ours, phases=(Phase.EXECUTION,), moment=Moment.MIDDLE)
    offer(ours, phases=(Phase.CLOSING,), moment=Moment.CLOSE, signals=("setback",))
    assert offer(ours, phases=(Phase.EXECUTION,), moment=Moment.MIDDLE) == once
    assert len(once) == sum(not each.private for each in ours.cards)


@pytest.mark.parametrize(
    ("phase", "moment", "signals", "expected"),
    [
        (Phase.FIRST_RECEPTION, Moment.OPENING, ("first-talk",), ["first-welcome", "first-brings-you"]),
        (Phase.EXECUTION, Moment.OPENING, (), ["opening-how-are-you", "opening-better-since", "opening-my-promises"]),
        (Phase.EXECUTION, Moment.OPENING, ("setback",), ["opening-better-since", "setback-happens"]),
        (Phase.EXECUTION, Moment.OPENING, ("no-show",), ["opening-missed-you"]),
        (Phase.EXECUTION, Moment.REVIEW, (), ["review-went-well", "review-how-did-it-go"]),
        (Phase.EXECUTION, Moment.REVIEW, ("not-done",), ["not-done-no-blame", "not-done-overlooked"]),
        (Phase.EXECUTION, Moment.REVIEW, ("effort-without-result",), ["affirming-effort", "review-effort-no-result"]),
        (Phase.EXECUTION, Moment.REVIEW, ("differently",), ["affirming-own-way", "review-differently"]),
        (Phase.GOAL_SETTING, Moment.MIDDLE, (), ["goal-really-yours", "goal-specific"]),
        (Phase.EXECUTION, Moment.MIDDLE, ("strong-emotion",), ["mirroring-i-see"]),
        (Phase.CLOSING, Moment.MIDDLE, (), ["closing-experience"]),
        (Phase.AFTERCARE, Moment.OPENING, (), ["aftercare-how-is-it-now"]),
    ],
)
def test_our_deck_opens_as_the_method_asks(
    phase: Phase, moment: Moment, signals: tuple[str, ...], expected: list[str]
) -> None:
    """The first cards in the situations the method describes. Source: TGH-72, TGH-76, GW-90, GW-91."""
    offers = offer(load_deck(), phases=(phase,), moment=moment, signals=signals)
    assert [each.card.id for each in offers[: len(expected)]] == expected


def test_a_text_says_itself_in_each_address() -> None:
    """je, u or English; a slot shows as an ellipsis, or as what the coach puts in."""
    say = Say(nl="Je zei {het woord}.", u="U zei {het woord}.", en="You said {the word}.")
    assert say.text("nl") == "Je zei …."
    assert say.text("nl", "u") == "U zei …."
    assert say.text("en", "u") == "You said …."
    assert say.text("nl", fill="‘rust’") == "Je zei ‘rust’."
    assert say.text("nl", fill=r"\1 {x}") == r"Je zei \1 {x}."
    assert Say(nl="Vertel eens.", en="Tell me.").text("nl", "u") == "Vertel eens."


def test_a_card_that_is_not_there_is_not_found() -> None:
    """Asking for an unknown card or group is an error with a name, and an unknown group has no cards."""
    for ask in (load_deck().card, load_deck().group):
        with pytest.raises(NotFound):
            ask("nowhere")
    assert load_deck().of_group("nowhere") == ()


def test_every_word_must_occur() -> None:
    """Two words mean both, in any order, in any part of the card."""
    cards = deck(
        card("one", nl="Wie helpt je met geld?", tip="Kort vragen."),
        card("two", nl="Wie helpt je thuis?", followups=(Say(nl="En met geld?"),)),
        card("three", nl="Wat lukt er?"),
    )
    assert [each.id for each in search(cards, "geld helpt", "nl")] == ["one", "two"]
    assert [each.id for each in search(cards, "kort", "nl")] == ["one"]
    assert search(cards, "geld lukt", "nl") == ()


def test_the_text_counts_more_than_the_rest() -> None:
    """Best first: in the text, then the name of the group, then follow-ups, then the tip; equal ones in deck order."""
    cards = deck(
        card("tip", nl="Eén", tip="Let op krachten.", group="b"),
        card("followup", nl="Twee", followups=(Say(nl="Welke krachten?"),), group="b"),
        card("group", nl="Drie"),
        card("text", nl="Welke krachten zie je?", group="b"),
    )
    assert [each.id for each in search(cards, "krachten", "nl")] == ["text", "group", "followup", "tip"]


def test_accents_capitals_and_quotes_do_not_matter() -> None:
    """Typed quickly, found all the same."""
    cards = deck(card("one", nl="Eén foto’s van thuis"), card("two", nl="Iets anders"))
    for words in ("EEN", "één", "foto's", "foto’s", "  een   THUIS "):
        assert [each.id for each in search(cards, words, "nl")] == ["one"]


def test_no_words_find_everything() -> None:
    """An empty search line shows the whole deck in its own order."""
    assert search(load_deck(), "  ", "en") == load_deck().cards


def test_search_follows_language_and_address() -> None:
    """English words find English texts, and who says u finds the card by its u form."""
    ours = load_deck()
    assert "miracle-question" in [each.id for each in search(ours, "miracle happens", "en")]
    assert search(ours, "miracle happens", "nl") == ()
    assert "first-hope" in [each.id for each in search(ours, "hoopt gesprekken", "nl", "u")]
    assert "first-hope" not in [each.id for each in search(ours, "hoopt gesprekken", "nl", "je")]


def test_steps_are_searched_too() -> None:
    """A card in steps is found by the words of its steps."""
    stepped = Card(id="s", group="a", say=Say(nl="Kop"), steps=(Step(say=Say(nl="Er gebeurt een wonder")),))
    assert search(deck(stepped), "wonder", "nl") == (stepped,)
