"""What the client reads, in plain words and from where the client sits."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from sessionpad.domain.client_view import SharedTask
from sessionpad.domain.task import Owner
from sessionpad.i18n.dates import clock_time, plain_date
from sessionpad.i18n.texts import N_, Texts

_WHO: Final = {
    Owner.CLIENT: N_("me"),
    Owner.COACH: N_("my coach"),
    Owner.TOGETHER: N_("together"),
    Owner.NETWORK: N_("someone else"),
}


def who_and_when(task: SharedTask, texts: Texts, today: date) -> str:
    """Who does it and by when: "samen · donderdag 26 november". A day that is past is not held up to anyone."""
    who = task.person or texts.say(_WHO[task.owner])
    when = _day(task.due, texts, today) if task.due is not None and task.due >= today else ""
    return " · ".join(filter(None, (who, when)))


def meeting(at: datetime, where: str, texts: Texts, today: date) -> str:
    """When and where we meet again; midnight stands for a day without a time."""
    day = _day(at.date(), texts, today)
    if at.time() != time():
        day = texts.say(N_("{day} at {time}"), day=day, time=clock_time(at, texts.language))
    return "\n".join(filter(None, (day, where)))


def _day(day: date, texts: Texts, today: date) -> str:
    near = {0: N_("today"), 1: N_("tomorrow")}.get((day - today).days)
    return texts.say(near) if near else plain_date(day, texts.language, today)
