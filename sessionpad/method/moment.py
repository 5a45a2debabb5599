"""Where we are in a conversation, and what just happened in it."""

from __future__ import annotations

from enum import StrEnum


class Moment(StrEnum):
    OPENING = "opening"
    REVIEW = "review"
    MIDDLE = "middle"
    CLOSE = "close"


class Signal(StrEnum):
    """What just happened, as far as the coach told us. About the talk or a task, never a label on the person."""

    FIRST_TALK = "first-talk"
    LAST_TALK = "last-talk"
    NO_SHOW = "no-show"
    DONE = "done"
    DIFFERENTLY = "differently"
    PARTLY = "partly"
    NOT_DONE = "not-done"
    EFFORT_WITHOUT_RESULT = "effort-without-result"
    GENTLE = "gentle"
    """The talk begins with what went better, and the tasks wait."""
    SETBACK = "setback"
    STRONG_EMOTION = "strong-emotion"
    LOW_HOPE = "low-hope"
    DOUBT = "doubt"
    RESISTANCE = "resistance"
    OVERLOAD = "overload"
