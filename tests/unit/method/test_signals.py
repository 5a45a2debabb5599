"""What a conversation says about the next good question."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from sessionpad.domain.ids import SessionId, TaskId, TrajectoryId
from sessionpad.domain.notes import NoteLine
from sessionpad.domain.scoring import NO_OCCASION, Hindrance, Outcome
from sessionpad.domain.session import Asked, Review, Session
from sessionpad.method.moment import Moment, Signal
from sessionpad.method.signals import moment_of, signals_of

AT = datetime(2026, 11, 24, 14, 7, tzinfo=UTC)
ONE, TWO = TaskId("task-1"), TaskId("task-2")
TALK = Session(id=SessionId("s"), trajectory=TrajectoryId("t"), started_at=AT, opened_on=(ONE, TWO))


def review(task: TaskId = ONE, minute: int = 0, **fields: Any) -> Review:
    return Review(task=task, at=AT + timedelta(minutes=minute), **fields)


def talk(**fields: Any) -> Session:
    return msgspec.structs.replace(TALK, **fields)


def noted(text: str) -> tuple[NoteLine, ...]:
    return (NoteLine(at=AT, text=text),)


BOTH = (review(ONE, effort=3), review(TWO, effort=3))


@pytest.mark.parametrize(
    ("fields", "moment"),
    [
        ({}, Moment.OPENING),
        ({"opened_on": ()}, Moment.OPENING),
        ({"gentle": True}, Moment.OPENING),
        ({"notes": noted("  ")}, Moment.OPENING),
        ({"notes": noted("Komt binnen met een doos.")}, Moment.REVIEW),
        ({"asked": (Asked(card="x", at=AT),)}, Moment.REVIEW),
        ({"reviews": BOTH[:1]}, Moment.REVIEW),
        ({"reviews": BOTH}, Moment.MIDDLE),
        ({"notes": noted("Komt binnen."), "gentle": True}, Moment.MIDDLE),
        ({"notes": noted("Komt binnen."), "opened_on": ()}, Moment.MIDDLE),
        ({"summary": "x"}, Moment.CLOSE),
        ({"next_at": AT}, Moment.CLOSE),
        ({"last_word": "x"}, Moment.CLOSE),
        ({"ended_at": AT}, Moment.CLOSE),
    ],
)
def test_the_moment_of_a_talk(fields: dict[str, Any], moment: Moment) -> None:
    """Opening until something happens, review while tasks wait and the talk is not gentle, then the middle, and the close."""
    assert moment_of(talk(**fields)) is moment


@pytest.mark.parametrize(
    ("fields", "signal"),
    [
        ({"effort": 4, "result": 0}, Signal.EFFORT_WITHOUT_RESULT),
        ({"effort": 3, "result": 1}, Signal.EFFORT_WITHOUT_RESULT),
        ({"effort": 3, "result": 1, "outcome": Outcome.DONE}, Signal.EFFORT_WITHOUT_RESULT),
        ({"effort": 2, "result": 1}, Signal.NOT_DONE),
        ({"effort": 3, "result": 2}, Signal.PARTLY),
        ({"effort": NO_OCCASION, "result": 0}, Signal.NOT_DONE),
        ({"result": 0}, Signal.NOT_DONE),
        ({"result": 1}, Signal.NOT_DONE),
        ({"result": 2}, Signal.PARTLY),
        ({"result": 3}, Signal.DONE),
        ({"result": 4, "effort": 0}, Signal.DONE),
        ({"outcome": Outcome.DONE}, Signal.DONE),
        ({"outcome": Outcome.DIFFERENTLY}, Signal.DIFFERENTLY),
        ({"outcome": Outcome.PARTLY}, Signal.PARTLY),
        ({"outcome": Outcome.NOT_YET}, Signal.NOT_DONE),
        ({"outcome": Outcome.DIFFERENTLY, "result": 0}, Signal.DIFFERENTLY),
        ({"outcome": Outcome.DONE, "result": 1}, Signal.DONE),
        ({"outcome": Outcome.PARTLY, "result": 0}, Signal.PARTLY),
        ({"outcome": Outcome.PARTLY, "result": 4}, Signal.PARTLY),
        ({"effort": 4}, None),
        ({"effort": 0}, None),
        ({"result": NO_OCCASION}, None),
        ({"effort": 4, "result": NO_OCCASION}, None),
        ({"hindrances": (Hindrance.SELF,), "remark": "moeilijke week"}, None),
    ],
)
def test_what_one_review_says(fields: dict[str, Any], signal: Signal | None) -> None:
    """Effort that brought little goes first, then the client's own words for it, then the result; else nothing."""
    assert signals_of(talk(reviews=(review(**fields),)), 1) == ((signal,) if signal else ())


def test_the_last_thing_said_goes_first() -> None:
    """Whatever the order of the tasks, and each thing is said once."""
    reviews = (review(ONE, 5, result=4), review(TWO, 9, result=0), review(TaskId("task-3"), 2, result=3))
    assert signals_of(talk(reviews=reviews), 1) == (Signal.NOT_DONE, Signal.DONE)


def test_a_first_talk_is_said_last() -> None:
    """What just happened goes before what was known beforehand; in later talks, and for a note between, it is not said."""
    reviews = (review(outcome=Outcome.DIFFERENTLY),)
    assert signals_of(talk(reviews=reviews), 0) == (Signal.DIFFERENTLY, Signal.FIRST_TALK)
    assert signals_of(TALK, 0) == (Signal.FIRST_TALK,)
    assert signals_of(TALK, 1) == ()
    assert signals_of(TALK, -1) == ()
