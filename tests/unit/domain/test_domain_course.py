"""The course of a trajectory: choosing, changing, resting, ending, beginning anew."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from msgspec.structs import replace

from sessionpad.domain import course
from sessionpad.domain.concern import Concern, Standing
from sessionpad.domain.dossier import Dossier, change_trajectory
from sessionpad.domain.ending import GoalResult
from sessionpad.domain.goal import Goal, Problem
from sessionpad.domain.ids import ConcernId, TrajectoryId
from sessionpad.domain.trajectory import Form, GoalState, Phase, Title
from tests.unit.domain.builders import AT, TODAY, TRAJECTORY, a_dossier, later

POST, SLEEP, SCHOOL = (
    Concern(id=ConcernId(name), text=text, made_at=AT)
    for name, text in (("post", "De post"), ("sleep", "Ik slaap slecht"), ("school", "De school belt vaak"))
)


def named(**fields: object) -> Dossier:
    return a_dossier(concerns=(POST, SLEEP, SCHOOL), **fields)


def standings(dossier: Dossier) -> list[Standing]:
    return [each.standing for each in dossier.concerns]


def test_what_the_client_chooses_becomes_the_problem() -> None:
    """In the same words, and everything else keeps its place in the list. Source: TGH-22, TGH-30."""
    chosen = course.choose(named(), SLEEP.id)
    assert chosen.trajectory.concern == SLEEP.id
    assert chosen.trajectory.problem.text == "Ik slaap slecht"
    assert [each.id for each in chosen.concerns] == ["post", "sleep", "school"]
    assert standings(chosen) == [Standing.WAITING, Standing.NOW, Standing.WAITING]


def test_choosing_another_lets_the_first_wait_again() -> None:
    """One at a time; what was described of the problem stays, words that were only taken over do not."""
    first = course.choose(named(), SLEEP.id)
    second = course.choose(first, POST.id)
    assert standings(second) == [Standing.NOW, Standing.WAITING, Standing.WAITING]
    assert (second.trajectory.concern, second.trajectory.problem) == (POST.id, Problem(text="De post"))
    described = Problem(text="Ik slaap slecht", since="de zomer")
    kept = course.choose(change_trajectory(first, TRAJECTORY, lambda each: replace(each, problem=described)), POST.id)
    assert (kept.trajectory.concern, kept.trajectory.problem) == (POST.id, described)


def test_what_is_taken_out_is_pointed_to_by_nothing() -> None:
    """The trajectory about it goes on, and can be ended, without it."""
    chosen = course.choose(named(), SLEEP.id)
    gone = course.drop_concern(chosen, SLEEP.id)
    assert [each.id for each in gone.concerns] == [POST.id, SCHOOL.id]
    assert gone.trajectory.concern is None
    assert course.close(gone, GoalResult.SOLVED, TODAY).trajectory.is_closed


def test_a_concern_that_is_not_there_cannot_be_chosen() -> None:
    """And nothing is changed."""
    with pytest.raises(LookupError):
        course.choose(named(), ConcernId("gone"))


def test_a_time_out_has_a_day_to_come_back_on() -> None:
    """Only a time-out has one; what is not worked on now is not what the trajectory is about. Source: GW-106."""
    chosen = course.choose(named(), POST.id)
    resting = course.let_wait(chosen, POST.id, Standing.TIME_OUT, date(2027, 1, 4))
    assert (resting.concerns[0].standing, resting.concerns[0].back_on) == (Standing.TIME_OUT, date(2027, 1, 4))
    assert resting.trajectory.concern is None
    let_go = course.let_wait(resting, POST.id, Standing.LET_GO, date(2027, 1, 4))
    assert let_go.concerns[0].back_on is None
    back = course.choose(resting, POST.id)
    assert (back.concerns[0].standing, back.concerns[0].back_on) == (Standing.NOW, None)


def test_a_goal_that_changes_keeps_the_one_before() -> None:
    """With the moment and the reason, oldest first; a draft stays a draft, an agreed goal is adjusted. Source: GW-89."""
    first, second, third = (Goal(text=text) for text in ("een", "twee", "drie"))
    drafted = course.revise_goal(course.revise_goal(named(), first, "", AT), second, "te groot", later(days=1))
    assert drafted.trajectory.state is GoalState.DRAFT
    agreed = course.set_state(drafted, GoalState.RUNNING)
    adjusted = course.revise_goal(agreed, third, "verhuisd", later(days=2))
    assert (adjusted.trajectory.goal, adjusted.trajectory.state) == (third, GoalState.ADJUSTED)
    assert [(each.goal.text, each.reason) for each in adjusted.trajectory.revisions] == [
        ("", ""),
        ("een", "te groot"),
        ("twee", "verhuisd"),
    ]
    assert course.revise_goal(adjusted, third, "nog eens", later(days=3)) == adjusted


def test_a_goal_is_kept_before_it_is_adjusted() -> None:
    """It can then be changed freely; the same goal is kept once, and the reason may come later. Source: GW-89."""
    goal = Goal(text="elke dag de bus leeg")
    agreed = course.set_state(course.revise_goal(named(), goal, "", AT), GoalState.AGREED)
    kept = course.keep_goal(agreed, later(days=1))
    assert (kept.trajectory.goal, kept.trajectory.state) == (goal, GoalState.ADJUSTED)
    assert course.keep_goal(kept, later(days=2)) == kept
    explained = course.explain_revision(kept, "de bus is stuk")
    assert [(each.goal.text, each.reason) for each in explained.trajectory.revisions] == [
        ("", ""),
        (goal.text, "de bus is stuk"),
    ]
    assert course.keep_goal(named(), AT).trajectory.state is GoalState.DRAFT
    assert course.explain_revision(named(), "waarom") == named()


def test_a_goal_may_rest_until_a_day() -> None:
    """The day goes with the time-out, and is gone when it goes on."""
    resting = course.set_state(named(), GoalState.TIME_OUT, date(2027, 1, 4))
    assert (resting.trajectory.state, resting.trajectory.back_on) == (GoalState.TIME_OUT, date(2027, 1, 4))
    assert course.set_state(resting, GoalState.RUNNING, date(2027, 1, 4)).trajectory.back_on is None


@pytest.mark.parametrize(
    ("result", "state", "standing"),
    [
        (GoalResult.SOLVED, GoalState.REACHED, Standing.SETTLED),
        (GoalResult.EASED, GoalState.EASED, Standing.SETTLED),
        (GoalResult.EASED_FOR_NOW, GoalState.EASED, Standing.WAITING),
        (GoalResult.NOT_YET, GoalState.CLOSED, Standing.WAITING),
        (GoalResult.NOT_FEASIBLE, GoalState.CLOSED, Standing.WAITING),
    ],
)
def test_every_end_is_a_respectable_one(result: GoalResult, state: GoalState, standing: Standing) -> None:
    """What is not settled waits again in the list of the client, and a trajectory can be opened again. Source: TGH-88."""
    chosen = course.set_state(course.choose(named(), POST.id), GoalState.RUNNING)
    ended = course.close(chosen, result, TODAY)
    now = ended.trajectory
    assert (now.result, now.closed_on, now.state) == (result, TODAY, state)
    assert ended.concerns[0].standing is standing
    assert course.open_again(ended) == chosen


def test_a_trajectory_without_a_concern_ends_too() -> None:
    """Nobody has to have made a list."""
    ended = course.close(a_dossier(), GoalResult.EASED, TODAY)
    assert ended.trajectory.is_closed
    assert not course.open_again(ended).trajectory.is_closed


def test_a_new_trajectory_starts_fresh_and_links_back() -> None:
    """Nothing of the earlier goal is in it, and the earlier one is left as it was. Source: TGH-8."""
    before = change_trajectory(
        named(),
        TRAJECTORY,
        lambda each: msgspec.structs.replace(
            each, problem=Problem(text="x"), goal=Goal(text="y"), form=Form.ORAL, title=Title.COMMITMENT, talks=5
        ),
    )
    after = course.next_trajectory(before, TrajectoryId("second"), TODAY)
    assert after.trajectories[0] == before.trajectory
    now = after.trajectory
    assert (now.id, now.previous, now.started) == ("second", TRAJECTORY, TODAY)
    assert (now.problem, now.goal, now.talks, now.phases) == (Problem(), Goal(), None, (Phase.GOAL_SETTING,))
    assert (now.form, now.title) == (Form.ORAL, Title.COMMITMENT)
