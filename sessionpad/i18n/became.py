"""How something stands that a line of the notes became: for the end of the line, and in a word for its margin."""

from __future__ import annotations

from datetime import date
from typing import Final

from sessionpad.domain.around import Parked
from sessionpad.domain.task import State, Task
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import STATES

SIGNS: Final = {State.OPEN: "☐", State.DONE: "✓", State.STOPPED: "·"}
BRIEFLY: Final = {State.OPEN: N_("Open"), State.DONE: N_("Done"), State.STOPPED: N_("Off")}
"""At most five signs."""


def state_of(became: Task | Parked, texts: Texts, today: date) -> tuple[str, str]:
    """As in "✓ klaar · vr 27 nov" when it has ended, and "☐ vr 27 nov" when it is to be done by then."""
    if isinstance(became, Parked):
        return _state_of_parked(became, texts, today)
    day = became.ended_at.date() if became.ended_at is not None else became.due
    when = short_date(day, texts.language, today) if day is not None else ""
    word = texts.say(STATES[became.state]) if became.state is not State.OPEN or not when else ""
    return f"{SIGNS[became.state]} {_joined(word, when)}", texts.say(BRIEFLY[became.state])


def _state_of_parked(parked: Parked, texts: Texts, today: date) -> tuple[str, str]:
    state = State.OPEN if parked.done_on is None else State.DONE
    day = parked.done_on or parked.back_on
    when = short_date(day, texts.language, today) if day is not None else texts.say(N_("the next talk"))
    word = texts.say(N_("talked about")) if state is State.DONE else ""
    return f"{SIGNS[state]} {_joined(word, when)}", texts.say(BRIEFLY[state])


def _joined(word: str, when: str) -> str:
    return " · ".join(filter(None, (word, when)))
