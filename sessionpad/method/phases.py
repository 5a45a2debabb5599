"""Which of the six phases a dossier seems to be in.

The phases are cyclic: several at once and back again are fine, and the coach's own choice always counts.
Source: GW-59, GW-60.
"""

from __future__ import annotations

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.trajectory import Phase, Trajectory
from sessionpad.method.limits import TALKS_MAX, talks_held


def suggest(dossier: Dossier) -> tuple[Phase, ...]:
    """The phases that what is in the dossier points to, in their order; never empty."""
    now = dossier.trajectory
    if now.is_closed:
        return (Phase.AFTERCARE,)
    talks = talks_held(dossier, now)
    found = {
        Phase.FIRST_RECEPTION: not talks,
        Phase.CLARIFYING: bool(talks) and not now.goal.text,
        Phase.GOAL_SETTING: bool(now.problem.text or now.goal.text) and not _is_agreed(dossier, now),
        Phase.EXECUTION: any(task.trajectory == now.id for task in dossier.open_tasks) or _is_agreed(dossier, now),
        Phase.CLOSING: talks >= min(now.talks or TALKS_MAX, TALKS_MAX) - 1,
    }
    return tuple(phase for phase in Phase if found.get(phase))


def _is_agreed(dossier: Dossier, now: Trajectory) -> bool:
    return any(each.trajectory == now.id for each in dossier.agreements)
