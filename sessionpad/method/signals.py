"""What the scores of a conversation say about the next good question."""

from __future__ import annotations

from typing import Final

from sessionpad.domain.notes import text_of
from sessionpad.domain.scoring import Outcome, is_high, is_low
from sessionpad.domain.session import Event, Review, Session
from sessionpad.method.moment import Moment, Signal

HALF: Final = 2
"""The middle of the scale of results."""

_SAID: Final = {
    Outcome.DONE: Signal.DONE,
    Outcome.DIFFERENTLY: Signal.DIFFERENTLY,
    Outcome.PARTLY: Signal.PARTLY,
    Outcome.NOT_YET: Signal.NOT_DONE,
}


def moment_of(session: Session) -> Moment:
    """Opening until something is noted, asked or scored, then review while tasks wait, then the middle.

    The close begins with the summary, the next appointment or the last word.
    """
    if not session.is_open or session.summary or session.next_at is not None or session.last_word:
        return Moment.CLOSE
    untouched = not session.reviews and not session.asked and not text_of(session.notes).strip()
    if untouched:
        return Moment.OPENING
    waiting = any(session.review_of(task) is None for task in session.opened_on)
    return Moment.REVIEW if waiting and not session.gentle else Moment.MIDDLE


def signals_of(session: Session, talks_before: int) -> tuple[Signal, ...]:
    """What just happened, the latest review first. Source: TGH-72, TGH-66, GW-87, GW-90, GW-86."""
    latest = sorted(session.reviews, key=lambda review: review.at, reverse=True)
    signals = [signal for review in latest if (signal := _signal_of(review)) is not None]
    if session.gentle:
        signals.insert(0, Signal.GENTLE)
    if Event.RELAPSE in session.events or Event.CRISIS in session.events:
        signals.append(Signal.SETBACK)
    if talks_before == 0:
        signals.append(Signal.FIRST_TALK)
    return tuple(dict.fromkeys(signals))


def _signal_of(review: Review) -> Signal | None:
    """Effort that brought little first, then how the task went in the client's words, then what the result says."""
    if is_high(review.effort) and is_low(review.result):
        return Signal.EFFORT_WITHOUT_RESULT
    if review.outcome is not None:
        return _SAID[review.outcome]
    if is_low(review.result):
        return Signal.NOT_DONE
    if review.result == HALF:
        return Signal.PARTLY
    return Signal.DONE if is_high(review.result) else None
