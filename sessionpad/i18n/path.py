"""The way to the goal in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from sessionpad.domain.path import Step, Stop
from sessionpad.i18n.dates import plain_date
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.trajectory import weeks_of

STOPS: Final = {
    Stop.BEGIN: N_("We began"),
    Stop.TALK: N_("Talk {number}"),
    Stop.DONE: N_("Done"),
    Stop.TODAY: N_("Today"),
    Stop.AHEAD: N_("Still to do"),
    Stop.MEETING: N_("We meet again"),
    Stop.GOAL: N_("My goal"),
    Stop.REACHED: N_("My goal, reached"),
    Stop.ENDED: N_("We stopped here"),
}


def stop_in_words(step: Step, texts: Texts, today: date) -> str:
    """What it is and when: "Gesprek 2 · dinsdag 10 november"."""
    day = plain_date(step.on, texts.language, today) if step.on is not None else ""
    return " · ".join(filter(None, (texts.say(STOPS[step.stop], number=step.number), day)))


def path_in_words(path: Sequence[Step], texts: Texts, today: date) -> str:
    """Such as "2 gesprekken · 1 stap gezet · nog 3 te doen · nog 5 weken"."""
    count = {stop: sum(step.stop is stop for step in path) for stop in Stop}
    parts = [texts.count("{number} talk", "{number} talks", count[Stop.TALK])]
    parts.append(texts.count("{number} step taken", "{number} steps taken", count[Stop.DONE]))
    if count[Stop.AHEAD]:
        parts.append(texts.count("{number} still to do", "{number} still to do", count[Stop.AHEAD]))
    if path[-1].stop is Stop.GOAL:
        parts.append(weeks_of(path[-1].on, today, texts))
    return " · ".join(filter(None, parts))
