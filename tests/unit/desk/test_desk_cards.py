"""The cards that fit this moment of a conversation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sessionpad.desk.cards import deal, deck_with
from sessionpad.domain.ids import TaskId
from sessionpad.domain.session import Asked, Review
from sessionpad.method.cards import load_deck, offer
from sessionpad.method.moment import Moment, Signal
from tests.unit.domain.builders import AT, TRAJECTORY, a_dossier, a_session

SCORED = Review(task=TaskId("task-1"), at=AT, effort=4, result=0)


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the deck is asked to offer."""
    seen: dict[str, Any] = {}

    def watched(*args: Any, **options: Any) -> Any:
        seen.update(options)
        return offer(*args, **options)

    monkeypatch.setattr("sessionpad.desk.cards.offer", watched)
    return seen


def test_a_first_talk_is_dealt_as_one(asked_for: dict[str, Any]) -> None:
    """Phases of the trajectory, the moment of the talk, and that it is the first."""
    session = a_session(1)
    hand = deal(a_dossier(sessions=(session,)), session, load_deck())
    assert asked_for["phases"] == a_dossier().trajectory.phases
    assert (asked_for["moment"], asked_for["signals"]) == (Moment.OPENING, (Signal.FIRST_TALK,))
    assert hand.deck == load_deck()
    assert hand.offers
    assert {each.card.id for each in hand.offers} <= {card.id for card in hand.deck.cards}


def test_a_later_talk_is_no_first_one(asked_for: dict[str, Any]) -> None:
    """A note between does not count, an earlier talk does; what was scored is what just happened."""
    note, first = a_session(1, is_talk=False), a_session(2)
    later = a_session(3, reviews=(SCORED,), opened_on=(SCORED.task,))
    dossier = a_dossier(sessions=(note, first, later))
    deal(dossier, first, load_deck())
    assert asked_for["signals"] == (Signal.FIRST_TALK,)
    deal(dossier, later, load_deck())
    assert asked_for["signals"] == (Signal.EFFORT_WITHOUT_RESULT,)
    assert later.trajectory == TRAJECTORY


def test_what_was_asked_is_marked() -> None:
    """Every card asked in this talk, in whichever step, and none of another talk."""
    other = a_session(1, asked=(Asked(card="elsewhere", at=AT),))
    session = a_session(2, asked=(Asked(card="miracle", at=AT), Asked(card="miracle", step=1, at=AT)))
    hand = deal(a_dossier(sessions=(other, session)), session, load_deck())
    assert hand.asked == {"miracle"}


def test_our_own_cards_are_always_there(tmp_path: Path) -> None:
    """A card file of the coach that cannot be read is named, and leaves our own cards as they are."""
    broken = tmp_path / "own.toml"
    broken.write_text("[[card", encoding="utf-8")
    assert deck_with() == deck_with([])
    assert (deck_with().deck, deck_with().trouble) == (load_deck(), None)
    dealt = deck_with([broken])
    assert dealt.deck == load_deck()
    assert dealt.trouble is not None
    assert dealt.trouble.params["file"] == "own.toml"
