"""What of a dossier the coach keeps for the coach alone, and the dossier without it."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from sessionpad.domain.coach_side import CoachSide
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.notes import Mark
from sessionpad.domain.session import Session
from sessionpad.domain.trajectory import Trajectory


class CoachAlone(NamedTuple):
    """How much there is of it."""

    memory_aids: int
    """Lines of the notes with a mark for the coach alone."""
    reflections: int
    others: int
    """Filled in about worries, doubts, safety, and what can be done in the time there is."""


def coach_alone(dossier: Dossier) -> CoachAlone:
    lines = [line for each in dossier.sessions for line in each.notes if line.mark is Mark.COACH_ONLY]
    side = dossier.coach_side
    texts = [side.worry, side.doubts, side.safety, *(each.goal.feasible for each in dossier.trajectories)]
    return CoachAlone(len(lines), len(dossier.reflections), sum(bool(each) for each in (*texts, side.checked)))


def without_coach_alone(dossier: Dossier) -> Dossier:
    """The same dossier as far as it is the client's too. Source: TGH-40, IW-15, EPH-5, TGH-6."""
    return msgspec.structs.replace(
        dossier,
        sessions=tuple(map(_talk, dossier.sessions)),
        trajectories=tuple(map(_trajectory, dossier.trajectories)),
        agreements=tuple(msgspec.structs.replace(each, terms=_trajectory(each.terms)) for each in dossier.agreements),
        coach_side=CoachSide(),
        reflections=(),
    )


def _talk(session: Session) -> Session:
    return msgspec.structs.replace(
        session, notes=tuple(line for line in session.notes if line.mark is not Mark.COACH_ONLY)
    )


def _trajectory(trajectory: Trajectory) -> Trajectory:
    """Without what the coach alone weighed, also in what the goal was before."""
    revisions = tuple(
        msgspec.structs.replace(each, goal=msgspec.structs.replace(each.goal, feasible=""))
        for each in trajectory.revisions
    )
    goal = msgspec.structs.replace(trajectory.goal, feasible="")
    return msgspec.structs.replace(trajectory, goal=goal, revisions=revisions, dismissed=())
