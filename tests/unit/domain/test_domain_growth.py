"""How it goes over the talks, and what is not as it was."""

from __future__ import annotations

from datetime import datetime

import msgspec

from sessionpad.domain.agreeing import make_agreement
from sessionpad.domain.course import keep_goal
from sessionpad.domain.dossier import Dossier, change_trajectory
from sessionpad.domain.goal import Goal, Problem, ProblemPart
from sessionpad.domain.growth import Then, levels_of, nearer_of, then_and_now
from sessionpad.domain.ids import AgreementId, TrajectoryId
from sessionpad.domain.notes import NoteLine
from sessionpad.domain.scoring import NO_OCCASION, Nearer, Scale
from sessionpad.domain.session import Review, Session
from tests.unit.domain.builders import AT, TRAJECTORY, a_dossier, a_session, a_task, later


def told(*lines: str) -> tuple[NoteLine, ...]:
    return tuple(NoteLine(at=AT, text=line) for line in lines)


def review(at: datetime = AT, **fields: object) -> Review:
    return msgspec.structs.replace(Review(task=a_task().id, at=at), **fields)


def talks(*reviews: tuple[Review, ...]) -> tuple[Session, ...]:
    """Kept the last one first, to show that the order of the file says nothing."""
    made = [a_session(number, reviews=each) for number, each in enumerate(reviews, 1)]
    return tuple(reversed(made))


def test_the_scores_of_a_task_are_a_series_on_each_scale() -> None:
    """From the first talk to the last; what was not scored leaves no gap, and the coach's own scores are not in it."""
    first, second, third = review(effort=1, coach_effort=4), review(result=2), review(effort=NO_OCCASION, result=0)
    dossier = a_dossier(tasks=(a_task(),), sessions=talks((first,), (second,), (third,)))
    assert levels_of(dossier, a_task().id, Scale.EFFORT) == (1, NO_OCCASION)
    assert levels_of(dossier, a_task().id, Scale.RESULT) == (2, 0)
    assert levels_of(dossier, a_task(2).id, Scale.EFFORT) == ()


def test_how_near_the_goal_came_is_of_this_trajectory() -> None:
    """In the order in which it was talked about; an earlier trajectory has its own."""
    other = a_session(3, trajectory=TrajectoryId("before"), reviews=(review(nearer=Nearer.FURTHER),))
    later_said = review(later(minutes=5), nearer=Nearer.CLOSER)
    sessions = (*talks((later_said, review(nearer=Nearer.SAME)), (review(nearer=Nearer.A_LITTLE),)), other)
    assert nearer_of(a_dossier(sessions=sessions)) == (Nearer.SAME, Nearer.CLOSER, Nearer.A_LITTLE)


def changed(**fields: object) -> Dossier:
    return change_trajectory(a_dossier(), TRAJECTORY, lambda each: msgspec.structs.replace(each, **fields))


def test_the_first_goal_stands_beside_the_goal_now() -> None:
    """With the figures the client gave; what is the same is not shown."""
    first, now = Goal(text="alles op orde", confidence=3, importance=8), Goal(text="de bus leeg", confidence=6)
    kept = keep_goal(changed(goal=first), AT)
    after = change_trajectory(kept, TRAJECTORY, lambda each: msgspec.structs.replace(each, goal=now))
    found = [(each.kind, each.then, each.now) for each in then_and_now(after)]
    assert found == [(Then.GOAL, "alles op orde", "de bus leeg"), (Then.CONFIDENCE, "3", "6")]
    assert then_and_now(kept) == ()


def test_own_words_of_the_first_talk_stand_beside_those_of_the_last() -> None:
    """One talk alone has nothing to stand beside."""
    one = a_session(1, notes=told('" ik durf niet', "iets", '" nog iets'))
    last = a_session(3, notes=told('" het lukt'))
    both = then_and_now(a_dossier(sessions=(last, a_session(2), one)))
    assert [(each.kind, each.then, each.now) for each in both] == [(Then.WORDS, "ik durf niet", "het lukt")]
    assert then_and_now(a_dossier(sessions=(one,))) == ()


def test_a_facet_that_changed_since_it_was_agreed() -> None:
    """How often it was then, and how often it is now."""
    agreed = make_agreement(changed(problem=Problem(how_often="elke dag", since="mei")), AgreementId("1"), AT.date())
    after = change_trajectory(
        agreed,
        TRAJECTORY,
        lambda each: msgspec.structs.replace(each, problem=Problem(how_often="eens per week", since="mei")),
    )
    (found,) = then_and_now(after)
    assert (found.part, found.then, found.now) == (ProblemPart.HOW_OFTEN, "elke dag", "eens per week")
