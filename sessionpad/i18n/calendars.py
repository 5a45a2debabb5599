"""What a calendar file holds, and who comes today, in one line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time

from sessionpad.i18n.dates import clock_time
from sessionpad.i18n.texts import N_, Texts


def ahead_line(appointments: int, task_days: int, texts: Texts) -> str:
    if not appointments and not task_days:
        return texts.say(N_("Nothing with a day is ahead, so there is no calendar file."))
    parts = (
        texts.count("{number} appointment", "{number} appointments", appointments),
        texts.count("{number} day or row of days with tasks", "{number} days or rows of days with tasks", task_days),
    )
    return texts.say(N_("In the calendar file: {what}."), what=", ".join(parts))


def today_line(coming: Iterable[tuple[str, datetime]], texts: Texts) -> str:
    """Who comes today, in order of time; empty when nobody does. Midnight stands for a day without a time."""
    told = [
        code if at.time() == time() else f"{clock_time(at, texts.language)} {code}"
        for code, at in sorted(coming, key=lambda each: each[1])
    ]
    return texts.say(N_("today: {who}"), who=" · ".join(told)) if told else ""
