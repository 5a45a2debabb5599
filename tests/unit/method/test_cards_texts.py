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
ALOUD = tuple(card for card in CARDS if not card.private)
DECKS = Path(cards_room.__file__).parent.parent / "decks"

# Rows of the method, of weight A or B, that ask for a card or for a question that is said aloud.
ROWS_WITH_A_CARD = (
    ("TGH", (2, 10, *range(12, 15), 18, 19, 21, *range(23, 29), 36, 42, 47, 54, 61, 62, *range(64, 68))),
    ("TGH", (*range(72, 80),)),
    ("EPH", (1, 2, 3, 6, 7, 10, 12, 13, 16, 17, 18, 20, 21)),
    ("GW", (2, 3, *range(7, 12), *range(14, 22), *range(25, 28), *range(29, 33), *range(36, 47), *range(48, 59))),
    ("GW", (*range(61, 66), 67, 69, 72, *range(81, 85), 86, 87, *range(89, 99), 100, *range(103, 108))),
    ("IW", (8, 10, 14, 19, 20, 22, 25, 32, 43)),
)

DUTCH = re.compile(
    r"\b(de|het|een|je|jij|jou|jouw|u|uw|ik|niet|wat|hoe|waar|wanneer|dat|dit|deze|er|voor|naar|bij|uit|aan|te|nog|ook"
    r"|zijn|hebt|heb|gaat|gaan|wil|wilt|kunt|kun|wordt|worden|iets|iemand|maar|op|met|van|en|wie)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(the|you|your|i|not|what|how|who|where|when|and|but|that|this|these|there|for|with|from|about|to|still|also|are"
    r"|have|has|goes|go|will|can|could|would|something|someone|does|did|it|be|they|them)\b",
    re.IGNORECASE,
)
JE = re.compile(r"\b(je|jij|jou|jouw|jezelf|jouwe)\b", re.IGNORECASE)
U = re.compile(r"\b(u|uw|uzelf|uwe)\b", re.IGNORECASE)
WHY = re.compile(r"\bwaarom\b|\bwhy\b", re.IGNORECASE)
# One way to address someone with u that reads well in Flanders and in the Netherlands: u hebt, u bent, u kunt, u wilt.
U_MIXED = re.compile(
    r"\bu (heeft|is|kan|zal|ben|kun|gaan|doe|zeg|vind|denk|voel)\b|(?<!van )\bu wil\b"
    r"|\b(heeft|kun|doe|zeg|vind|denk|voel|word|ben|zul|wil) u\b",
    re.IGNORECASE,
)
# Words that one of the two countries would find odd or does not use in this sense.
REGIONAL = re.compile(
    r"\b(goesting|kuisen|zeg maar|amai|seffens|plezant|deugd|gsm|ocmw|wmo|uitkering|geraak\w*|sowieso|nadien|voorbije"
    r"|contacteer\w*|tegen wanneer|binnen de (drie|twee)|op het einde)\b",
    re.IGNORECASE,
)
JARGON = re.compile(
    r"\b(intake|interventie|hulpverlening|hulpvraag|problematiek|traject|casus|coping|empower\w*|assessment|outreach"
    r"|netwerkberaad|zelfredzaam\w*|cliënt|client|issue|intervention|trajectory)\b",
    re.IGNORECASE,
)
MORALISING = re.compile(
    r"\b(je moet|u moet|je zou moeten|u zou moeten|you must|you should|you have to|ought to)\b", re.IGNORECASE
)


def said(card: Card) -> Iterator[Say]:
    """Everything of a card that is said to someone."""
    yield card.say
    for step in card.steps:
        yield step.say
        yield from step.choices
    yield from card.followups


def sentences(card: Card) -> Iterator[Say]:
    yield card.say
    yield from (step.say for step in card.steps)
    yield from card.followups


def forms(say: Say) -> tuple[str, ...]:
    return tuple(text for text in (say.nl, say.u, say.en) if text)


def texts(card: Card) -> Iterator[str]:
    for say in (*said(card), card.tip):
        yield from forms(say)


def test_there_are_enough_cards() -> None:
    """At least 220 cards in at least 25 groups, and no group with fewer than three."""
    assert len(CARDS) >= 220
    assert len(DECK.groups) >= 25
    assert [group.id for group in DECK.groups if len(DECK.of_group(group.id)) < 3] == []


def test_ids_are_unique_over_all_files() -> None:
    """No card or group of ours silently replaces another one, and no id is both."""
    read = [tomllib.loads(path.read_text(encoding="utf-8")) for path in DECKS.glob("*.toml")]
    ids = [table["id"] for each in read for kind in ("group", "card") for table in each.get(kind, [])]
    assert sorted(ids) == sorted(set(ids))


def test_every_text_is_in_both_languages() -> None:
    """Dutch and English, for everything that is said, for the tip and for the names of the groups."""
    spoken = [(card.id, say) for card in CARDS for say in (*said(card), card.tip)]
    spoken += [(group.id, group.name) for group in DECK.groups]
    assert [name for name, say in spoken if not (say.nl.strip() and say.en.strip())] == []


def test_every_card_has_a_source_and_something_to_ask_next() -> None:
    """Rows of the method on each card; one to four follow-ups on each that is said aloud."""
    rows = re.compile(r"(TGH|EPH|GW|IW)-\d+")
    assert [card.id for card in CARDS if not card.source] == []
    assert [card.id for card in CARDS if not all(rows.fullmatch(row) for row in card.source)] == []
    assert [card.id for card in CARDS if len(set(card.source)) != len(card.source)] == []
    assert [card.id for card in ALOUD if not 1 <= len(card.followups) <= 4] == []


def test_a_card_can_be_taken_in_at_a_glance() -> None:
    """A sentence has at most 140 characters and one question, a tip at most 120."""
    aloud = [(card.id, text) for card in CARDS for say in said(card) for text in forms(say)]
    assert [(name, text) for name, text in aloud if len(text) > 140] == []
    assert [(name, text) for name, text in aloud if text.count("?") > 1] == []
    assert [card.id for card in CARDS if max(map(len, forms(card.tip))) > 120] == []


def test_no_card_asks_why() -> None:
    """The why-question is turned before it reaches a card. Source: TGH-24."""
    assert [(card.id, text) for card in CARDS for text in texts(card) if WHY.search(text)] == []


def test_je_has_its_u() -> None:
    """What is said to someone with je has a form with u, and that form has no je left in it."""
    spoken = [(card.id, say) for card in ALOUD for say in said(card)]
    assert [(name, say.nl) for name, say in spoken if JE.search(say.nl) and not say.u] == []
    assert [(name, say.u) for name, say in spoken if JE.search(say.u)] == []
    assert [(name, say.u) for name, say in spoken if say.u and not U.search(say.u)] == []
    assert [(name, say.u) for name, say in spoken if say.u and not JE.search(say.nl)] == []
    assert [(name, say.nl) for name, say in spoken if U.search(say.nl)] == []


def test_u_is_conjugated_in_one_way() -> None:
    """u hebt, u bent, u kunt, u wilt, u zult: never mixed with u heeft, u kan, u wil."""
    assert [(card.id, say.u) for card in CARDS for say in said(card) if U_MIXED.search(say.u)] == []


def test_languages_do_not_mix() -> None:
    """No Dutch function word in an English text and no English one in a Dutch text."""
    spoken = [(card.id, say) for card in CARDS for say in (*said(card), card.tip)]
    assert [(name, say.en) for name, say in spoken if DUTCH.search(say.en)] == []
    assert [(name, say.nl) for name, say in spoken if ENGLISH.search(say.nl + " " + say.u)] == []


def test_words_stay_plain() -> None:
    """No regional word, no moralising, and never the word the method forbids. Source: TGH-46, TGH-12."""
    everything = [(card.id, text) for card in CARDS for text in texts(card)]
    assert [each for each in everything if "contract" in each[1].lower()] == []
    assert [each for each in everything if REGIONAL.search(each[1])] == []
    assert [each for each in everything if MORALISING.search(each[1])] == []


def test_nothing_said_aloud_is_jargon() -> None:
    """A client hears no word of the trade. Source: GW-4."""
    aloud = [(card.id, text) for card in ALOUD for say in said(card) for text in forms(say)]
    assert [each for each in aloud if JARGON.search(each[1])] == []


def test_typography_is_even() -> None:
    """Curly apostrophes, single spaces, a capital at the start and an end mark at the end."""
    everything = [(card.id, text) for card in CARDS for text in texts(card)]
    assert [each for each in everything if re.search(r"['\"`]|\s\s|^\s|\s$|\.\.\.", each[1])] == []
    whole = [(card.id, text) for card in CARDS for say in sentences(card) for text in forms(say)]
    assert [each for each in whole if not re.search(r"[.?!…]’?$", each[1])] == []
    assert [each for each in whole if not (each[1][0].isupper() or each[1].startswith("{"))] == []


def test_a_question_is_a_question_in_every_form() -> None:
    """je, u and English ask, or say, the same kind of thing."""
    spoken = [(card.id, say) for card in CARDS for say in said(card)]
    assert [name for name, say in spoken if len({text.endswith("?") for text in forms(say)}) > 1] == []
    assert [name for name, say in spoken if len({text.count("{") for text in forms(say)}) > 1] == []


@pytest.mark.parametrize("form", ["nl", "u", "en"])
def test_no_two_cards_say_the_same(form: str) -> None:
    """A second card with the same words would only be noise."""
    plain = [" ".join(re.findall(r"\w+", getattr(card.say, form).lower())) for card in CARDS]
    assert [text for text in plain if text and plain.count(text) > 1] == []


def test_a_card_does_not_repeat_itself() -> None:
    """Its follow-ups go on where its question ends."""
    asked = {card.id: [say.nl for say in sentences(card)] for card in CARDS}
    assert [card_id for card_id, each in asked.items() if len(each) != len(set(each))] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_openings_vary(language: str) -> None:
    """No two opening words begin more than one card in ten."""
    openings = [" ".join(re.findall(r"[\w’]+", getattr(card.say, language).lower())[:2]) for card in CARDS]
    assert {opening for opening in openings if openings.count(opening) > len(CARDS) / 10} == set()


def test_every_row_that_asks_for_a_card_has_one() -> None:
    """Whoever reads the method finds each of its cards back in the deck."""
    cited = {row for card in CARDS for row in card.source}
    wanted = {f"{source}-{number}" for source, numbers in ROWS_WITH_A_CARD for number in numbers}
    assert sorted(wanted - cited) == []


@pytest.mark.parametrize(
    ("row", "group", "count"),
    [
        ("GW-27", "network", 9),  # a preface and eight questions
        ("GW-31", "wants", 6),
        ("GW-83", "priorities", 8),
        ("GW-84", "goal", 5),
        ("GW-97", "closing", 7),
        ("GW-98", "aftercare", 6),
        ("GW-52", "strengths", 8),
        ("GW-25", "worry-to-strength", 8),
        ("GW-104", "referral", 9),  # seven steps, the honest suspicion and the way back
    ],
)
def test_the_sets_of_the_method_are_whole(row: str, group: str, count: int) -> None:
    """A set of six, seven or eight questions is there in full."""
    assert sum(row in card.source for card in DECK.of_group(group)) == count


def test_the_network_questions_start_with_their_preface() -> None:
    """First what the answers are for, then the questions. Source: GW-27."""
    assert DECK.of_group("network")[0].id == "network-preface"


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
    assert [card.id for card in numbers if not card.tip.nl.startswith("Eigen toevoeging.")] == []
    assert [card.id for card in numbers if not card.tip.en.startswith("Our own addition.")] == []
    assert [card.id for card in CARDS if card.number != bool(re.search(r"\b0\b.*\b10\b", card.say.nl))] == []


def test_worry_pairs_show_the_form_not_to_ask() -> None:
    """Each card that turns a worry has the worried form beside it, in both languages. Source: GW-25."""
    pairs = DECK.of_group("worry-to-strength")
    assert [card.id for card in pairs if card.pair is None] == []
    shown = [card.pair for card in CARDS if card.pair is not None]
    assert all(pair.nl and pair.en for pair in shown)


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("moment", Moment)
def test_every_phase_has_cards_for_every_moment(phase: Phase, moment: Moment) -> None:
    """Wherever the talk is, at least five cards are made for that moment and fit that phase, whatever happened."""
    fitting = [
        card
        for card in ALOUD
        if moment in card.moments and (not card.phases or phase in card.phases) and not card.situational
    ]
    assert len(fitting) >= 5


@pytest.mark.parametrize("signal", Signal)
def test_every_signal_has_cards(signal: Signal) -> None:
    """Whatever just happened, at least three cards answer to it."""
    assert sum(signal in card.signals for card in ALOUD) >= 3


def test_what_is_private_is_for_the_coach() -> None:
    """The groups for the coach hold nothing else, and no private card addresses a client."""
    assert [card.id for group in ("stance", "reflection") for card in DECK.of_group(group) if not card.private] == []
    assert [card.id for card in CARDS if card.private and (card.say.u or JE.search(card.say.nl))] == []
