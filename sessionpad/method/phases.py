"""The six phases and the moments of a conversation: their order, and which ones a dossier seems to be in.

The phases are cyclic: several at once and back again are fine, and the coach's own choice always counts.
Source: GW-59, GW-60.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.session import Session
from sessionpad.domain.trajectory import Phase, Trajectory
from sessionpad.method.limits import TALKS_MAX
from sessionpad.method.moment import Moment

ORDER: Final = tuple(Phase)
MOMENTS: Final = tuple(Moment)


def applies(card: Collection[Phase], current: Collection[Phase]) -> bool:
    """Whether something meant for these phases fits now; what names no phase fits in all of them."""
    return not card or any(phase in current for phase in card)


def suggest(dossier: Dossier) -> tuple[Phase, ...]:
    """The phases that what is in the dossier points to, in their order; never empty."""
    now = dossier.trajectory
    if now.is_closed:
        return (Phase.AFTERCARE,)
    found = {
        Phase.FIRST_RECEPTION: not _talks(dossier, now),
        Phase.CLARIFYING: bool(_talks(dossier, now)) and not now.goal.text,
        Phase.GOAL_SETTING: bool(now.problem.text or now.goal.text) and not _is_agreed(dossier, now),
        Phase.EXECUTION: any(task.trajectory == now.id for task in dossier.open_tasks) or _is_agreed(dossier, now),
        Phase.CLOSING: _talks(dossier, now) >= min(now.talks or TALKS_MAX, TALKS_MAX) - 1,
        Phase.AFTERCARE: False,
    }
    return tuple(phase for phase in ORDER if found[phase])


def moment_of(session: Session) -> Moment:
    """Where in its order a conversation seems to be, from what has been filled in so far."""
    if not session.is_open or session.summary or session.next_at is not None or session.last_word:
        return Moment.CLOSE
    if not (session.wanted or session.notes or session.reviews):
        return Moment.OPENING
    return Moment.REVIEW if _to_review(session) and not session.wanted else Moment.MIDDLE


def _to_review(session: Session) -> bool:
    """Whether tasks of last time are still to be looked at; not when the talk was set to gentle. Source: GW-90."""
    return not session.gentle and any(session.review_of(task) is None for task in session.opened_on)


def _talks(dossier: Dossier, now: Trajectory) -> int:
    return sum(each.trajectory == now.id for each in dossier.sessions)


def _is_agreed(dossier: Dossier, now: Trajectory) -> bool:
    return any(each.trajectory == now.id for each in dossier.agreements)
