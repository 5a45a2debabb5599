"""One conversation: reviews, questions asked, and its end."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionpad.domain import session as sessions
from sessionpad.domain.ids import TaskId
from sessionpad.domain.notes import NoteLine, text_of
from sessionpad.domain.scoring import LEVELS, NO_OCCASION, Decision, Hindrance, Level, Outcome, Scale, is_high, is_low
from sessionpad.domain.session import Asked, Review, Session
from tests.unit.domain.builders import AT, a_session, later

ONE, TWO, THREE = TaskId("task-1"), TaskId("task-2"), TaskId("task-3")
FIELDS: dict[str, Any] = {
    "effort": 4,
    "result": NO_OCCASION,
    "outcome": Outcome.PARTLY,
    "hindrances": (Hindrance.OTHERS,),
    "remark": "op zondag gedaan",
    "decision": Decision.SMALLER,
}


def scores(session: Session) -> list[tuple[TaskId, Level | None, Level | None]]:
    return [(each.task, each.effort, each.result) for each in session.reviews]


@given(
    st.lists(
        st.tuples(st.sampled_from([ONE, TWO, THREE]), st.sampled_from(Scale), st.sampled_from([*LEVELS, None])),
        max_size=15,
    )
)
def test_each_scale_is_on_its_own(acts: list[tuple[TaskId, Scale, Level | None]]) -> None:
    """Scoring one scale leaves the other alone; a review that says nothing is gone, the others stay in order."""
    session, model = a_session(), dict[TaskId, dict[Scale, Level]]()
    for minute, (task, scale, level) in enumerate(acts):
        session = sessions.score(session, task, scale, level, later(minutes=minute))
        scored = model.setdefault(task, {})
        if level is None:
            scored.pop(scale, None)
        else:
            scored[scale] = level
        if not scored:
            del model[task]
    assert scores(session) == [
        (task, scored.get(Scale.EFFORT), scored.get(Scale.RESULT)) for task, scored in model.items()
    ]


@pytest.mark.parametrize("field", FIELDS)
def test_one_field_of_a_review(field: str) -> None:
    """Setting a field keeps what else was said; taking the last one away takes the review away."""
    empty = a_session()
    said = sessions.change_review(empty, ONE, AT, **{field: FIELDS[field]})
    assert said.reviews == (Review(task=ONE, at=AT, **{field: FIELDS[field]}),)
    full = sessions.change_review(empty, ONE, AT, **FIELDS)
    nothing = getattr(Review(task=ONE, at=AT), field)
    without = sessions.change_review(full, ONE, AT, **{field: nothing})
    assert without.reviews == (Review(task=ONE, at=AT, **{**FIELDS, field: nothing}),)
    assert sessions.change_review(said, ONE, later(minutes=1), **{field: nothing}) == empty


def test_no_occasion_is_said_and_zero_is_too() -> None:
    """A task there was no occasion for, or that was not begun, has a review: that is something else than nothing."""
    for level in (0, NO_OCCASION):
        session = sessions.score(a_session(), ONE, Scale.RESULT, level, AT)
        assert session.review_of(ONE) == Review(task=ONE, at=AT, result=level)


def test_reviews_keep_their_order() -> None:
    """Scoring again changes a review in its place, and one that goes leaves the rest as they stood."""
    session = a_session()
    for task in (TWO, ONE, THREE):
        session = sessions.score(session, task, Scale.EFFORT, 2, AT)
    again = sessions.score(session, ONE, Scale.EFFORT, 3, later(minutes=1))
    assert scores(again) == [(TWO, 2, None), (ONE, 3, None), (THREE, 2, None)]
    assert scores(sessions.score(again, ONE, Scale.EFFORT, None, AT)) == [(TWO, 2, None), (THREE, 2, None)]


def test_a_review_knows_when_it_was_last_changed() -> None:
    """The moment of a review follows what is said about the task, so that the last thing said can be found."""
    session = sessions.score(a_session(), ONE, Scale.EFFORT, 2, AT)
    session = sessions.score(session, ONE, Scale.RESULT, 1, later(minutes=5))
    assert [each.at for each in session.reviews] == [later(minutes=5)]


@pytest.mark.parametrize("level", LEVELS)
def test_saying_the_same_again_changes_nothing(level: Level) -> None:
    """A score that was there already is no act, at whatever moment it is given again."""
    session = sessions.score(a_session(), ONE, Scale.EFFORT, level, AT)
    assert sessions.score(session, ONE, Scale.EFFORT, level, later(minutes=5)) == session
    assert sessions.score(session, TWO, Scale.EFFORT, None, later(minutes=5)) == session


def test_high_and_low_leave_room_between() -> None:
    """No level is both, the middle is neither, and what was not scored is neither."""
    assert [level for level in LEVELS if is_high(level)] == [3, 4]
    assert [level for level in LEVELS if is_low(level)] == [0, 1]
    assert not is_high(None)
    assert not is_low(None)


def test_every_question_asked_is_remembered() -> None:
    """A card asked twice, or step by step, stands there each time with its moment."""
    session = sessions.ask(sessions.ask(a_session(), "miracle", 0, AT), "miracle", 1, later(minutes=1))
    assert session.asked == (Asked(card="miracle", at=AT), Asked(card="miracle", step=1, at=later(minutes=1)))


def test_written_notes_stand_in_the_session() -> None:
    """The whole text becomes the notes of this conversation, lines begun earlier keep their moment."""
    session = sessions.write(sessions.write(a_session(), "een", AT), "een\ntwee", later(minutes=1))
    assert text_of(session.notes) == "een\ntwee"
    assert [line.at for line in session.notes] == [AT, later(minutes=1)]


def test_a_conversation_is_open_until_it_is_ended() -> None:
    """Ending gives the moment, and nothing else changes."""
    ended = sessions.end(a_session(), later(minutes=50))
    assert a_session().is_open
    assert not ended.is_open
    assert ended == a_session(ended_at=later(minutes=50))


@pytest.mark.parametrize(
    ("fields", "ended_at"),
    [
        ({}, AT),
        ({"notes": (NoteLine(at=later(minutes=3), text="een"), NoteLine(at=later(minutes=2), text="twee"))}, 3),
        ({"reviews": (Review(task=ONE, at=later(minutes=9), effort=1),)}, 9),
        ({"asked": (Asked(card="miracle", at=later(minutes=12)),)}, 12),
        ({"notes": (NoteLine(at=later(minutes=-3), text="een"),)}, AT),
    ],
)
def test_a_conversation_left_open_ends_where_it_stopped(fields: dict[str, Any], ended_at: datetime | int) -> None:
    """It ended at the last thing noted, scored or asked, and never before it began."""
    moment = later(minutes=ended_at) if isinstance(ended_at, int) else ended_at
    assert sessions.end_where_it_stopped(a_session(**fields)).ended_at == moment
