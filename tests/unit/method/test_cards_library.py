"""Own card files: what they add, replace and hide, and what is said about a file that is wrong."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from sessionpad.domain.trajectory import Phase
from sessionpad.errors import DeckBroken, NotFound
from sessionpad.method.cards import Problem, Say, check_file, load_deck
from sessionpad.method.moment import Moment


def own(folder: Path, text: str, name: str = "own.toml") -> Path:
    path = folder / name
    path.write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")
    return path


def found(problems: tuple[Problem, ...]) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.key, problem.detail) for problem in problems]


def test_ours_are_read_once() -> None:
    """Loading the cards twice costs nothing the second time."""
    assert load_deck() is load_deck()


def test_own_cards_come_after_ours(tmp_path: Path) -> None:
    """A file adds a group and a card; all of ours stay."""
    path = own(
        tmp_path,
        """
        [[group]]
        id = "sport"
        nl = "Sport"

        [[card]]
        id = "sport-move"
        group = "sport"
        nl = "Wat doe je graag in beweging?"
        """,
    )
    deck = load_deck([path])
    assert len(deck.cards) == len(load_deck().cards) + 1
    assert deck.cards[-1].id == "sport-move"
    assert deck.of_group("sport") == (deck.card("sport-move"),)
    assert deck.group("sport").name.text("en") == "Sport"
    assert check_file(path) == ()


def test_own_card_replaces_ours_in_its_place(tmp_path: Path) -> None:
    """The same id means another text, not a second card, and it keeps its place in the order."""
    before = load_deck()
    path = own(
        tmp_path, '[[card]]\nid = "first-hope"\ngroup = "first-talk"\nnl = "Wat hoop je?"\nen = "What do you hope?"\n'
    )
    after = load_deck([path])
    assert [card.id for card in after.cards] == [card.id for card in before.cards]
    assert after.card("first-hope").say == Say(nl="Wat hoop je?", en="What do you hope?")
    assert load_deck().card("first-hope") == before.card("first-hope")


def test_own_card_takes_phases_and_moments_of_its_group(tmp_path: Path) -> None:
    """What a card does not say it takes from its group; an empty list says any."""
    path = own(
        tmp_path,
        """
        [[card]]
        id = "own-close"
        group = "talk-close"
        nl = "Tot gauw."

        [[card]]
        id = "own-any"
        group = "talk-close"
        moments = []
        phases = ["execution"]
        nl = "Wat neem je mee?"
        """,
    )
    deck = load_deck([path])
    assert deck.card("own-close").moments == (Moment.CLOSE,)
    assert deck.card("own-any").moments == ()
    assert deck.card("own-any").phases == (Phase.EXECUTION,)


def test_hidden_cards_and_groups_are_gone(tmp_path: Path) -> None:
    """Hide takes a card or a whole group away, and later files may still hide what earlier ones added."""
    first = own(tmp_path, '[[card]]\nid = "mine"\ngroup = "facts"\nnl = "Wat nu?"\n', "1.toml")
    second = own(tmp_path, 'hide = ["scale", "first-hope", "mine"]\n', "2.toml")
    deck = load_deck([first, second])
    assert deck.of_group("scale") == ()
    assert "scale" not in [group.id for group in deck.groups]
    for hidden in ("first-hope", "mine", "scale-hope"):
        with pytest.raises(NotFound):
            deck.card(hidden)


def test_a_card_in_one_language_is_used_in_both(tmp_path: Path) -> None:
    """Who writes cards in one language need not invent the other."""
    path = own(tmp_path, '[[card]]\nid = "only-english"\ngroup = "facts"\nen = "What now?"\n')
    say = load_deck([path]).card("only-english").say
    assert say.text("nl") == say.text("en") == "What now?"


def test_every_problem_is_told_with_its_line(tmp_path: Path) -> None:
    """One look shows all that is wrong: unknown, missing and wrong fields, each at its own line."""
    path = own(
        tmp_path,
        """
        colour = "red"

        [[group]]
        nl = "Zonder id"

        [[card]]
        id = "one"
        group = "facts"
        nl = 3
        phases = ["someday"]

        [[card]]
        id = "two"
        nl = "Wat nu?"
        followups = [ { nl = "En dan?", tekst = "x" } ]
        mood = "good"
        """,
    )
    problems = check_file(path)
    assert [(problem.line, problem.key) for problem in problems] == [
        (1, "unknown-field"),
        (3, "missing-field"),
        (9, "wrong-value"),
        (10, "wrong-value"),
        (12, "missing-field"),
        (15, "wrong-value"),
        (16, "unknown-field"),
    ]
    assert problems[0].detail == "colour"
    assert problems[1].detail == "id"
    assert "someday" in problems[3].detail
    assert problems[4].detail == "group"
    assert "tekst" in problems[5].detail
    assert {problem.file for problem in problems} == {"own.toml"}


def test_what_cannot_be_meant_is_told(tmp_path: Path) -> None:
    """The form is right and the content is not: double and odd ids, no text, a slot that is not there."""
    path = own(
        tmp_path,
        """
        [[card]]
        id = "One Two"
        group = "facts"
        nl = "Wat nu?"

        [[card]]
        id = "double"
        group = "facts"
        nl = "Wat {nu}?"

        [[card]]
        id = "double"
        group = "facts"
        """,
    )
    assert found(check_file(path)) == [
        (2, "bad-id", "One Two"),
        (6, "slot", "double"),
        (11, "missing-field", "nl, en"),
        (12, "duplicate", "double"),
    ]


def test_unknown_group_and_unknown_hidden_id_are_told(tmp_path: Path) -> None:
    """A name that is nowhere is more likely a slip than a wish."""
    path = own(
        tmp_path,
        """
        hide = ["no-such-card"]

        [[card]]
        id = "lost"
        group = "no-such-group"
        nl = "Wat nu?"
        """,
    )
    assert found(check_file(path)) == [(1, "unknown-hidden", "no-such-card"), (5, "unknown-group", "no-such-group")]


@pytest.mark.parametrize(
    ("text", "line"),
    [('[[card]]\nid = "a\n', 2), ("[[card]]\nid = 'a'\nid = 'b'\n", 3), ("[[card]", 1), ("a = [1,\n2", 2)],
)
def test_broken_toml_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    """A slip in the notation is reported at the line where it is."""
    (problem,) = check_file(own(tmp_path, text))
    assert (problem.key, problem.line) == ("syntax", line)


@pytest.mark.parametrize("text", ["card = 3\n", "card = [1]\n", "[card]\nid = 'a'\n", "hide = 'a'\n", "[[hide]]\n"])
def test_a_wrong_shape_is_a_problem_and_not_a_crash(tmp_path: Path, text: str) -> None:
    """Whatever a file holds, the answer is a list of problems."""
    assert [problem.key for problem in check_file(own(tmp_path, text))] == ["wrong-value"]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """No file, or a file that is no text."""
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    for name in ("missing.toml", "bytes.toml"):
        (problem,) = check_file(tmp_path / name)
        assert (problem.key, problem.file) == ("unreadable", name)


def test_loading_a_broken_file_names_all_problems(tmp_path: Path) -> None:
    """The error carries the first file and line, and every problem of every file in its detail."""
    first = own(tmp_path, '[[card]]\nid = "a"\ngroup = "nowhere"\nnl = "Wat?"\n', "1.toml")
    second = own(tmp_path, "[[card]]\nid = 1\n", "2.toml")
    with pytest.raises(DeckBroken) as raised:
        load_deck([first, second])
    params = raised.value.params
    assert (raised.value.key, params["file"], params["line"]) == ("unknown-group", "1.toml", 3)
    assert params["count"] == 3
    assert "1.toml:3: unknown-group nowhere" in str(params["detail"])
    assert "2.toml:2: wrong-value" in str(params["detail"])
    assert "2.toml:1: missing-field group" in str(params["detail"])


def test_a_user_file_with_every_field_is_read(tmp_path: Path) -> None:
    """Everything our own cards can say, a card of the user can say too."""
    path = own(
        tmp_path,
        """
        [[card]]
        id = "rich"
        group = "facts"
        phases = ["closing"]
        moments = ["close"]
        signals = ["last-talk"]
        situational = true
        private = false
        number = true
        slot = "person"
        nl = "Wat zegt {iemand} tegen je?"
        u = "Wat zegt {iemand} tegen u?"
        en = "What does {someone} say to you?"
        tip = { nl = "Rustig vragen.", en = "Ask calmly." }
        pair = { nl = "Wat ging er mis?", en = "What went wrong?" }
        steps = [ { nl = "Eerst {iemand}.", en = "First {someone}.", pause = true, choices = [ { nl = "je zus", u = "uw zus", en = "your sister" } ] } ]
        followups = [ { nl = "En dan?", en = "And then?" } ]
        source = ["GW-58"]
        """,
    )
    card = load_deck([path]).card("rich")
    assert card.steps[0].pause
    assert card.steps[0].choices[0].text("nl", "u") == "uw zus"
    assert card.pair == Say(nl="Wat ging er mis?", en="What went wrong?")
    assert (card.number, card.situational, card.slot) == (True, True, "person")
    assert card.say.text("nl", "u") == "Wat zegt … tegen u?"
