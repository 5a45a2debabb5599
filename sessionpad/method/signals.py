"""What the scores of a conversation say about the next good question."""

from __future__ import annotations

from sessionpad.domain.notes import text_of
from sessionpad.domain.scoring import Outcome, is_high, is_low
from sessionpad.domain.session import Review, Session
from sessionpad.method.moment import Moment, Signal


def moment_of(session: Session) -> Moment:
    """Opening until something is noted or scored, review while tasks wait to be talked about, then the middle."""
    untouched = not session.reviews and not session.asked and not text_of(session.notes).strip()
    if untouched:
        return Moment.OPENING
    waiting = any(session.review_of(task) is None for task in session.opened_on)
    return Moment.REVIEW if waiting and not session.gentle else Moment.MIDDLE


def signals_of(session: Session, talks_before: int) -> tuple[Signal, ...]:
    """What just happened, the latest review first. Source: TGH-72, TGH-66, GW-87."""
    latest = sorted(session.reviews, key=lambda review: review.at, reverse=True)
    signals = [signal for review in latest if (signal := _signal_of(review)) is not None]
    if talks_before == 0:
        signals.append(Signal.FIRST_TALK)
    return tuple(dict.fromkeys(signals))


def _signal_of(review: Review) -> Signal | None:
    if is_high(review.effort) and is_low(review.result):
        return Signal.EFFORT_WITHOUT_RESULT
    if review.outcome is Outcome.DIFFERENTLY:
        return Signal.DIFFERENTLY
    if review.outcome is Outcome.NOT_YET or is_low(review.result):
        return Signal.NOT_DONE
    if review.outcome is Outcome.PARTLY or review.result == 2:  # noqa: PLR2004  half of four
        return Signal.PARTLY
    return Signal.DONE if is_high(review.result) or review.outcome is Outcome.DONE else None
