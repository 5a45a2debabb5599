"""Why a card is offered now, in one line."""

from __future__ import annotations

from typing import Final

from sessionpad.domain.trajectory import Phase
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import PHASES
from sessionpad.method.moment import Moment, Signal

_SIGNALS: Final = {
    Signal.FIRST_TALK: N_("offered for a first talk"),
    Signal.LAST_TALK: N_("offered for a last talk"),
    Signal.NO_SHOW: N_("offered after a missed appointment"),
    Signal.DONE: N_("offered because a task worked out"),
    Signal.DIFFERENTLY: N_("offered because a task was done in another way"),
    Signal.PARTLY: N_("offered because a task was done in part"),
    Signal.NOT_DONE: N_("offered because a task has little result yet"),
    Signal.EFFORT_WITHOUT_RESULT: N_("offered because there was much effort and little result"),
    Signal.GENTLE: N_("offered to begin with what went better"),
    Signal.SETBACK: N_("offered after a setback"),
    Signal.STRONG_EMOTION: N_("offered when feelings run high"),
    Signal.LOW_HOPE: N_("offered when there is little hope"),
    Signal.DOUBT: N_("offered when there is doubt"),
    Signal.RESISTANCE: N_("offered when working together is hard"),
    Signal.OVERLOAD: N_("offered when it is too much at once"),
}
_MOMENTS: Final = {
    Moment.OPENING: N_("offered to open a talk"),
    Moment.REVIEW: N_("offered to look back on tasks"),
    Moment.MIDDLE: N_("offered for the middle of a talk"),
    Moment.CLOSE: N_("offered to round off"),
}
_PHASE: Final = N_("offered in this phase: {phase}")
_DECK: Final = N_("from the rest of the cards")


def because_line(because: str, texts: Texts) -> str:
    """The line for a reason code such as `signal:not-done`, `moment:opening`, `phase:execution` or `deck`."""
    kind, _, name = because.partition(":")
    match kind:
        case "signal":
            return texts.say(_SIGNALS[Signal(name)])
        case "moment":
            return texts.say(_MOMENTS[Moment(name)])
        case "phase":
            return texts.say(_PHASE, phase=texts.say(PHASES[Phase(name)]))
        case _:
            return texts.say(_DECK)
