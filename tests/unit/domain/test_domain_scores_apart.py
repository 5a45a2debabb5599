"""The client's scores and the coach's: two columns that never mix. Source: TGH-69, GW-94."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sessionpad.domain.ids import TaskId
from sessionpad.domain.scoring import LEVELS, Level, Scale
from sessionpad.domain.session import Review, score
from tests.unit.domain.builders import AT, a_session

TASKS = (TaskId("task-1"), TaskId("task-2"))
SCORED = st.tuples(st.sampled_from(TASKS), st.sampled_from(Scale), st.sampled_from((*LEVELS, None)), st.booleans())


@given(st.lists(SCORED, max_size=30))
def test_what_one_says_never_becomes_what_the_other_says(
    scored: list[tuple[TaskId, Scale, Level | None, bool]],
) -> None:
    """Whatever is typed in whatever order, each cell holds what was last said for that very cell, and nothing else."""
    session, said = a_session(), dict[tuple[TaskId, Scale, bool], Level | None]()
    for task, scale, level, by_coach in scored:
        session = score(session, task, scale, level, AT, by_coach=by_coach)
        said[task, scale, by_coach] = level
    for task in TASKS:
        review = session.review_of(task) or Review(task=task, at=AT)
        for scale in Scale:
            assert getattr(review, scale) == said.get((task, scale, False))
            assert getattr(review, f"coach_{scale}") == said.get((task, scale, True))


@given(st.lists(SCORED, max_size=30))
def test_the_coachs_are_never_shown_before_the_clients(scored: list[tuple[TaskId, Scale, Level | None, bool]]) -> None:
    """They may be put side by side only when both of the client's are in."""
    session = a_session()
    for task, scale, level, by_coach in scored:
        session = score(session, task, scale, level, AT, by_coach=by_coach)
    for review in session.reviews:
        client_is_in = review.effort is not None and review.result is not None
        coach_is_in = review.coach_effort is not None or review.coach_result is not None
        assert review.may_compare == (client_is_in and coach_is_in)
