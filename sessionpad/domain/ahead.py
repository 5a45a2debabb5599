"""What of a dossier stands in a calendar: the next appointment, and the days of tasks. Days and times, and no words."""

from __future__ import annotations

from datetime import date, datetime, time

from sessionpad.domain.dossier import Dossier, coming_appointment
from sessionpad.domain.task import Every
from sessionpad.domain.value import Value


class Ahead(Value, frozen=True, kw_only=True):
    key: str
    """Stays the same when the day is changed, so that a calendar moves it and does not double it."""
    on: date
    at: datetime | None = None
    """The moment of an appointment that has one; None for a day without a time."""
    is_appointment: bool = False
    every: Every | None = None
    until: date | None = None
    """Of what comes back: how often, and until which day."""


def ahead(dossier: Dossier, today: date) -> tuple[Ahead, ...]:
    """From today on, the appointment first; tasks of one day are one line."""
    found = []
    coming = coming_appointment(dossier, today)
    if coming is not None and coming.next_at is not None:
        at = coming.next_at if coming.next_at.time() != time() else None
        found.append(Ahead(key=coming.id, on=coming.next_at.date(), at=at, is_appointment=True))
    days = set()
    for task in dossier.open_tasks:
        if task.due is None:
            continue
        if task.every is not None and task.until is not None and task.until >= today:
            found.append(Ahead(key=task.id, on=task.due, every=task.every, until=task.until))
        elif task.due >= today:
            days.add(task.due)
    return (*found, *(Ahead(key=f"{dossier.id}-{day.isoformat()}", on=day) for day in sorted(days)))
