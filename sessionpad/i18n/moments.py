"""An appointment in words."""

from __future__ import annotations

from datetime import datetime, time

from sessionpad.i18n.dates import clock_time, long_date, short_date
from sessionpad.i18n.texts import N_, Texts


def long_moment(at: datetime, texts: Texts) -> str:
    """Day and time in full, "vrijdag 27 november 2026 om 14:30"; midnight stands for a day without a time."""
    day = long_date(at.date(), texts.language)
    if at.time() == time():
        return day
    return texts.say(N_("{day} at {time}"), day=day, time=clock_time(at, texts.language))


def short_moment(at: datetime, texts: Texts, today: datetime) -> str:
    """Day and time in short: "vandaag 14:30", "vr 27 nov 14:30"."""
    is_today = at.date() == today.date()
    day = texts.say(N_("today")) if is_today else short_date(at.date(), texts.language, today.date())
    return day if at.time() == time() else f"{day} {clock_time(at, texts.language)}"
