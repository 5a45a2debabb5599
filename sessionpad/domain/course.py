"""The course of a trajectory: what is chosen, how a goal is agreed, changed, put to rest and ended. Source: GW-60."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

import msgspec

from sessionpad.domain import listed
from sessionpad.domain.concern import Concern, Standing
from sessionpad.domain.dossier import Dossier, change_trajectory
from sessionpad.domain.ending import GoalResult
from sessionpad.domain.goal import Goal, Problem, Revision
from sessionpad.domain.ids import ConcernId, TrajectoryId
from sessionpad.domain.trajectory import GoalState, Phase, Trajectory

_ENDS: Final = {
    GoalResult.SOLVED: GoalState.REACHED,
    GoalResult.EASED: GoalState.EASED,
    GoalResult.EASED_FOR_NOW: GoalState.EASED,
    GoalResult.NOT_YET: GoalState.CLOSED,
    GoalResult.NOT_FEASIBLE: GoalState.CLOSED,
}


def concern_of(dossier: Dossier, concern_id: ConcernId) -> Concern:
    """Raises LookupError when there is no such concern."""
    for each in dossier.concerns:
        if each.id == concern_id:
            return each
    raise LookupError(concern_id)


def choose(dossier: Dossier, concern_id: ConcernId) -> Dossier:
    """The client works on this one now; the one before it waits again, in its own place. Source: TGH-22, TGH-30.

    Its words become the problem of the trajectory, unless that was described already in other words than those of
    the one before.
    """
    chosen = concern_of(dossier, concern_id)
    waiting = tuple(
        msgspec.structs.replace(each, standing=Standing.NOW, back_on=None)
        if each.id == concern_id
        else msgspec.structs.replace(each, standing=Standing.WAITING)
        if each.standing is Standing.NOW
        else each
        for each in dossier.concerns
    )
    now = dossier.trajectory
    undescribed = (Problem(), *(Problem(text=each.text) for each in dossier.concerns if each.id == now.concern))
    problem = Problem(text=chosen.text) if now.problem in undescribed else now.problem
    if not problem.text:
        problem = msgspec.structs.replace(problem, text=chosen.text)
    return _on_trajectory(msgspec.structs.replace(dossier, concerns=waiting), concern=concern_id, problem=problem)


def let_wait(dossier: Dossier, concern_id: ConcernId, standing: Standing, back_on: date | None = None) -> Dossier:
    """The concern with another standing; only a time-out has a day to come back on. Source: GW-106."""
    day = back_on if standing is Standing.TIME_OUT else None
    changed: Dossier = listed.change(
        dossier,
        "concerns",
        concern_id,
        lambda each: msgspec.structs.replace(each, standing=standing, back_on=day),
    )
    if standing is not Standing.NOW and dossier.trajectory.concern == concern_id:
        return _on_trajectory(changed, concern=None)
    return changed


def drop_concern(dossier: Dossier, concern_id: ConcernId) -> Dossier:
    """Without this concern, and without a trajectory that points to it."""
    trajectories = tuple(
        msgspec.structs.replace(each, concern=None) if each.concern == concern_id else each
        for each in dossier.trajectories
    )
    return listed.drop(msgspec.structs.replace(dossier, trajectories=trajectories), "concerns", concern_id)


def revise_goal(dossier: Dossier, goal: Goal, reason: str, at: datetime) -> Dossier:
    """Another goal in the place of the present one, which is kept with the reason. Source: GW-89."""
    now = dossier.trajectory
    if goal == now.goal:
        return dossier
    revision = Revision(at=at, goal=now.goal, reason=reason)
    state = now.state if now.state is GoalState.DRAFT else GoalState.ADJUSTED
    return _on_trajectory(dossier, goal=goal, state=state, revisions=(*now.revisions, revision))


def keep_goal(dossier: Dossier, at: datetime) -> Dossier:
    """The goal as it is now kept among the earlier ones, so that it can be adjusted freely. Source: GW-89."""
    now = dossier.trajectory
    if now.revisions and now.revisions[-1].goal == now.goal:
        return dossier
    state = now.state if now.state is GoalState.DRAFT else GoalState.ADJUSTED
    return _on_trajectory(dossier, state=state, revisions=(*now.revisions, Revision(at=at, goal=now.goal)))


def explain_revision(dossier: Dossier, reason: str) -> Dossier:
    """Why the goal was adjusted the last time; nothing when it never was."""
    *before, last = dossier.trajectory.revisions or (None,)
    if last is None:
        return dossier
    return _on_trajectory(dossier, revisions=(*before, msgspec.structs.replace(last, reason=reason)))


def look_again(dossier: Dossier) -> Dossier:
    """Problem and goal are looked at again, as they stand: nothing of them is lost. Source: GW-60."""
    phases = {*dossier.trajectory.phases, Phase.CLARIFYING, Phase.GOAL_SETTING}
    return _on_trajectory(dossier, phases=tuple(phase for phase in Phase if phase in phases))


def set_state(dossier: Dossier, state: GoalState, back_on: date | None = None) -> Dossier:
    """Where the goal stands; a time-out has a day to come back on, and the trajectory is open unless it is ended."""
    return _on_trajectory(dossier, state=state, back_on=back_on if state is GoalState.TIME_OUT else None)


def close(dossier: Dossier, result: GoalResult, on: date) -> Dossier:
    """The trajectory ended, with a result that is always a respectable one. Source: TGH-78, TGH-88."""
    closed = _on_trajectory(dossier, result=result, closed_on=on, state=_ENDS[result], back_on=None)
    settled = result in {GoalResult.SOLVED, GoalResult.EASED}
    concern = dossier.trajectory.concern
    if concern is None:
        return closed
    standing = Standing.SETTLED if settled else Standing.WAITING
    changed: Dossier = listed.change(
        closed, "concerns", concern, lambda each: msgspec.structs.replace(each, standing=standing)
    )
    return changed


def open_again(dossier: Dossier) -> Dossier:
    """The trajectory under way again, as if it had not been ended."""
    opened = _on_trajectory(dossier, result=None, closed_on=None, state=GoalState.RUNNING)
    concern = dossier.trajectory.concern
    if concern is None:
        return opened
    changed: Dossier = listed.change(
        opened, "concerns", concern, lambda each: msgspec.structs.replace(each, standing=Standing.NOW)
    )
    return changed


def next_trajectory(dossier: Dossier, trajectory_id: TrajectoryId, started: date) -> Dossier:
    """A fresh trajectory that links back to the one before, with the same way of agreeing. Source: TGH-8."""
    before = dossier.trajectory
    trajectory = Trajectory(
        id=trajectory_id,
        started=started,
        previous=before.id,
        phases=(Phase.GOAL_SETTING,),
        form=before.form,
        title=before.title,
    )
    return msgspec.structs.replace(dossier, trajectories=(*dossier.trajectories, trajectory))


def _on_trajectory(dossier: Dossier, **fields: object) -> Dossier:
    return change_trajectory(dossier, dossier.trajectory.id, lambda each: msgspec.structs.replace(each, **fields))
