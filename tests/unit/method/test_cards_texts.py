"""What every card of ours promises to the coach who reads it at a glance."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import sessionpad.method.cards as cards_room
from sessionpad.domain.trajectory import Phase
from sessionpad.method.cards import Card, Say, load_deck
from sessionpad.method.moment import Moment, Signal

DECK = load_deck()
CARDS = DECK.cards
DECKS = Path(cards_room.__file__).parent.parent / "decks"

# Rows of the method that ask for a card, or for a question that is asked aloud (weights A and B).
ROWS_WITH_A_CARD = """
TGH-10 TGH-12 TGH-13 TGH-14 TGH-18 TGH-19 TGH-21 TGH-23 TGH-24 TGH-25 TGH-27 TGH-28 TGH-36 TGH-42 TGH-47 TGH-54
TGH-61 TGH-62 TGH-64 TGH-65 TGH-66 TGH-67 TGH-72 TGH-74 TGH-76 TGH-77 TGH-78 TGH-79
EPH-1 EPH-2 EPH-3 EPH-6 EPH-7 EPH-10 EPH-12 EPH-13 EPH-17 EPH-18 EPH-20 EPH-21
GW-2 GW-3 GW-7 GW-8 GW-9 GW-10 GW-11 GW-14 GW-19 GW-20 GW-21 GW-25 GW-27 GW-29 GW-30 GW-31 GW-32 GW-36 GW-37 GW-38
GW-39 GW-41 GW-42 GW-43 GW-44 GW-45 GW-46 GW-48 GW-49 GW-50 GW-51 GW-52 GW-53 GW-54 GW-55 GW-56 GW-57 GW-58 GW-61
GW-62 GW-63 GW-72 GW-81 GW-82 GW-83 GW-84 GW-86 GW-87 GW-90 GW-91 GW-93 GW-95 GW-96 GW-97 GW-98 GW-103 GW-104 GW-105
GW-106 GW-107 IW-8 IW-10 IW-19 IW-32
""".split()

DUTCH_ONLY = set(
    "de het een je jij jou jouw u uw ik niet wat hoe wie waar wanneer en of maar dat dit die deze er voor van met naar bij op"
    " uit aan om te nog ook zijn hebt heb gaat gaan wil wilt kunt kun wordt worden iets iemand".split()
) - {"of", "die", "met", "van", "en", "wie", "om", "maar", "op"}
ENGLISH_ONLY = set(
    "the a an you your i not what how who where when and or but that this these there for with from at out about to still"
    " also are have has goes go will can could would something someone does did do it".split()
) - {"a", "an", "at", "of", "or", "do", "dat"}
JE_FORMS = re.compile(r"\b(je|jij|jou|jouw|jezelf|jullie|jouwe)\b", re.IGNORECASE)
U_FORMS = re.compile(r"\b(u|uw|uzelf|uwe)\b", re.IGNORECASE)
SINGULAR_JE = re.compile(r"\b(je|jij|jou|jouw|jezelf|jouwe)\b", re.IGNORECASE)
WHY = re.compile(r"\bwaarom\b|\bwhy\b", re.IGNORECASE)
# One way to address someone with u that reads well in Flanders and in the Netherlands: u hebt, u bent, u kunt.
U_MIXED = re.compile(
    r"\bu (heeft|is|kan|zal|ben|kun|gaan|doe|zeg|vind|denk|voel)\b|(?<!van )\bu wil\b"
    r"|\b(heeft|kun|doe|zeg|vind|denk|voel|word|ben|zul|wil) u\b",
    re.IGNORECASE,
)
REGIONAL = re.compile(
    r"\b(goesting|kuisen|zeg maar|amai|seffens|plezant|deugd|gsm|ocmw|wmo|uitkering|geraken|terug bellen|sowieso|oké)\b",
    re.IGNORECASE,
)
JARGON = re.compile(
    r"\b(intake|interventie|hulpverlening|hulpvraag|problematiek|traject|casus|coping|empower\w*|assessment|outreach"
    r"|netwerkberaad|zelfredzaam\w*|client|issue|intervention|trajectory)\b",
    re.IGNORECASE,
)
MORALISING = re.compile(
    r"\b(je moet|u moet|je zou moeten|u zou moeten|you must|you should|you have to|ought)\b", re.IGNORECASE
)


def said(card: Card) -> Iterator[Say]:
    """Everything of a card that is said to a client."""
    yield card.say
    for step in card.steps:
        yield step.say
        yield from step.choices
    yield from card.followups


def texts(card: Card) -> Iterator[str]:
    for say in (*said(card), card.tip):
        yield from (text for text in (say.nl, say.u, say.en) if text)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))


def each_card(*, private: bool | None = None) -> list[Card]:
    return [card for card in CARDS if private in (None, card.private)]


def test_there_are_enough_cards() -> None:
    """At least 220 cards in at least 25 groups, and no group is empty."""
    assert len(CARDS) >= 220
    assert len(DECK.groups) >= 25
    assert [group.id for group in DECK.groups if len(DECK.of_group(group.id)) < 3] == []


def test_ids_are_unique_over_all_files() -> None:
    """No card or group of ours silently replaces another one, and no id is both."""
    read = [tomllib.loads(path.read_text(encoding="utf-8")) for path in DECKS.glob("*.toml")]
    ids = [table["id"] for each in read for kind in ("group", "card") for table in each.get(kind, [])]
    assert sorted(ids) == sorted(set(ids))


def test_ids_are_kebab_case() -> None:
    """An id is stable and can be typed."""
    assert [card.id for card in CARDS if not re.fullmatch(r"[a-z]+(-[a-z]+)*", card.id)] == []


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_card_is_complete(card: Card) -> None:
    """Every text exists in both languages; every card has a tip, a source, and something to ask next."""
    for say in (*said(card), card.tip):
        assert say.nl.strip()
        assert say.en.strip()
    assert card.source
    assert all(re.fullmatch(r"(TGH|EPH|GW|IW)-\d+", row) for row in card.source)
    assert len(set(card.source)) == len(card.source)
    assert card.private or 1 <= len(card.followups) <= 4


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_card_can_be_taken_in_at_a_glance(card: Card) -> None:
    """A main text, step or follow-up is short, and asks one thing."""
    for say in said(card):
        for text in (say.nl, say.u, say.en):
            assert len(text) <= 140
            assert text.count("?") <= 1
            assert not re.search(r"\?\s+\S+.*\?", text)
    assert max(len(card.tip.nl), len(card.tip.en)) <= 120


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_no_card_asks_why(card: Card) -> None:
    """The why-question is turned before it reaches a card. Source: TGH-24."""
    assert [text for text in texts(card) if WHY.search(text)] == []


@pytest.mark.parametrize("card", each_card(private=False), ids=lambda card: card.id)
def test_je_has_its_u(card: Card) -> None:
    """What is said to someone with je has a form with u, and that form has no je left in it."""
    for say in said(card):
        if SINGULAR_JE.search(say.nl):
            assert say.u
        if say.u:
            assert say.u != say.nl
            assert not SINGULAR_JE.search(say.u)
            assert U_FORMS.search(say.u)
        assert not U_FORMS.search(say.nl)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_u_is_conjugated_in_one_way(card: Card) -> None:
    """u hebt, u bent, u kunt, u wilt, u zult: never mixed with u heeft, u kan, u wil."""
    assert [say.u for say in said(card) if U_MIXED.search(say.u)] == []


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_languages_do_not_mix(card: Card) -> None:
    """No Dutch function word in an English text and no English one in a Dutch text."""
    for say in (*said(card), card.tip):
        assert not words(say.en) & DUTCH_ONLY
        assert not (words(say.nl) | words(say.u)) & ENGLISH_ONLY


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_words_stay_plain(card: Card) -> None:
    """No jargon, no regional word, no moralising, and never the word the method forbids. Source: GW-4, TGH-46, TGH-12."""
    for text in texts(card):
        assert "contract" not in text.lower()
        assert not REGIONAL.search(text)
        assert not MORALISING.search(text)
    for say in said(card):
        assert not any(JARGON.search(text) for text in (say.nl, say.u, say.en)) or card.private


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_typography_is_even(card: Card) -> None:
    """Curly apostrophes, no double spaces, no stray space at the ends, an end mark at the end."""
    for text in texts(card):
        assert not re.search(r"['\"`]|\s\s|^\s|\s$|\.\.\.", text)
    for say in said(card):
        if say not in [choice for step in card.steps for choice in step.choices]:
            assert re.search(r"[.?!…]’?$", say.nl)
            assert re.search(r"[.?!…]’?$", say.en)
            assert say.nl[0].isupper() or say.nl.startswith("{")
            assert (say.nl[-1] == "?") == (say.en[-1] == "?"), (say.nl, say.en)


def test_no_two_cards_say_the_same() -> None:
    """Each text stands once: a second card with the same words would only be noise."""
    for language in ("nl", "en"):
        seen: dict[str, str] = {}
        for card in CARDS:
            text = " ".join(re.findall(r"\w+", getattr(card.say, language).lower()))
            assert text not in seen, (card.id, seen.get(text))
            seen[text] = card.id


def test_openings_vary() -> None:
    """No two opening words begin more than one card in seven."""
    for language in ("nl", "en"):
        openings = [" ".join(re.findall(r"[\w’]+", getattr(card.say, language).lower())[:2]) for card in CARDS]
        most = max(openings.count(opening) for opening in set(openings))
        assert most <= len(CARDS) / 7


@pytest.mark.parametrize("row", ROWS_WITH_A_CARD)
def test_every_row_that_asks_for_a_card_has_one(row: str) -> None:
    """Whoever reads the method finds each of its cards back in the deck."""
    assert any(row in card.source for card in CARDS)


def test_sets_of_the_method_are_whole() -> None:
    """Eight network questions after a preface, six instead of why, eight criteria, five letters, seven and six at the end."""

    def citing(row: str, group: str) -> int:
        return sum(row in card.source for card in DECK.of_group(group))

    assert DECK.of_group("network")[0].id == "network-preface"
    assert citing("GW-27", "network") == 1 + 8
    assert citing("GW-31", "wants") == 6
    assert citing("GW-83", "priorities") == 8
    assert citing("GW-84", "goal") == 5
    assert citing("GW-97", "closing") == 7
    assert citing("GW-98", "aftercare") == 6
    assert citing("GW-52", "strengths") >= 5
    assert citing("GW-104", "referral") >= 7 + 1


def test_the_miracle_is_asked_in_steps() -> None:
    """Six to eight steps, silences in between, and more people to choose from than a partner. Source: GW-58."""
    card = DECK.card("miracle-question")
    assert 6 <= len(card.steps) <= 8
    assert sum(step.pause for step in card.steps) >= 5
    assert any(len(step.choices) >= 5 for step in card.steps)


def test_numbers_are_marked_as_our_own() -> None:
    """A question from 0 to 10 is not from the method, and its tip says so."""
    numbers = [card for card in CARDS if card.number]
    assert len(numbers) >= 5
    for card in numbers:
        assert card.tip.nl.startswith("Eigen toevoeging.")
        assert card.tip.en.startswith("Our own addition.")
        assert "0" in card.say.nl
        assert "10" in card.say.nl


def test_worry_pairs_show_the_form_not_to_ask() -> None:
    """Each card that turns a worry has the worried form beside it, different from what it asks. Source: GW-25."""
    pairs = DECK.of_group("worry-to-strength")
    assert len(pairs) >= 6
    for card in pairs:
        assert card.pair is not None
        assert card.pair.nl
        assert card.pair.en
        assert card.pair.nl != card.say.nl


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("moment", Moment)
def test_every_phase_has_cards_for_every_moment(phase: Phase, moment: Moment) -> None:
    """Wherever the talk is, there are at least five cards made for that moment and fit for that phase."""
    fitting = [
        card
        for card in each_card(private=False)
        if moment in card.moments and (not card.phases or phase in card.phases)
    ]
    assert len(fitting) >= 5


@pytest.mark.parametrize("signal", Signal)
def test_every_signal_has_cards(signal: Signal) -> None:
    """Whatever just happened, there are at least two cards that answer to it."""
    assert sum(signal in card.signals for card in each_card(private=False)) >= 2


def test_what_is_private_is_for_the_coach() -> None:
    """Cards for the coach alone address no client, and the groups for the coach hold nothing else."""
    for group in ("stance", "reflection"):
        assert all(card.private for card in DECK.of_group(group))
    for card in each_card(private=True):
        assert not card.say.u
        assert not SINGULAR_JE.search(card.say.nl)


def test_a_slot_is_the_same_in_all_forms() -> None:
    """A text with a place to fill has it in every form, so that je, u and English show the same gap."""
    for card in CARDS:
        for say in said(card):
            assert ("{" in say.nl) == ("{" in say.en)
            assert not say.u or ("{" in say.nl) == ("{" in say.u)
