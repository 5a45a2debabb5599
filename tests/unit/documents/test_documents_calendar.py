"""What is ahead, in a calendar file: days and times, a code, and no word that was said."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from icalendar import Calendar

from sessionpad.documents.calendar_file import Entry, calendar_file
from sessionpad.domain.ahead import Ahead, ahead
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.task import Every, State
from tests.planted import FAR, Planted
from tests.unit.domain.builders import AT, TODAY, a_dossier, a_session, a_task

TOMORROW = TODAY + timedelta(days=1)
BRUSSELS = timezone(timedelta(hours=1))


def with_next(next_at: datetime | None, **fields: Any) -> Dossier:
    return a_dossier(sessions=(a_session(ended_at=AT, next_at=next_at),), **fields)


def events(*found: Ahead, code: str = "A.", now: datetime = AT) -> list[Any]:
    return list(Calendar.from_ical(calendar_file([Entry(code, each) for each in found], now)).walk("VEVENT"))


def test_the_appointment_comes_first_then_the_days_of_open_tasks() -> None:
    """One line a day, however many tasks; what is past, finished or without a day is not there."""
    tasks = (
        a_task(1, due=TOMORROW),
        a_task(2, due=TOMORROW),
        a_task(3, due=TODAY),
        a_task(4, due=TODAY - timedelta(days=1)),
        a_task(5, due=TOMORROW, state=State.DONE),
        a_task(6),
    )
    dossier = with_next(AT + timedelta(days=7), tasks=tasks)
    found = ahead(dossier, TODAY)
    assert [(each.is_appointment, each.on) for each in found] == [
        (True, TODAY + timedelta(days=7)),
        (False, TODAY),
        (False, TOMORROW),
    ]
    assert ahead(with_next(AT - timedelta(days=7)), TODAY) == ()


def test_an_appointment_that_is_moved_stays_the_same_one() -> None:
    """Its name in the calendar does not change, and the newer file counts."""
    first, moved = (ahead(with_next(AT + timedelta(days=days)), TODAY)[0] for days in (7, 9))
    (old,), (new,) = events(first), events(moved, now=AT + timedelta(minutes=5))
    assert old["uid"] == new["uid"]
    assert new["sequence"] > old["sequence"]
    assert new["dtstart"].dt != old["dtstart"].dt


def test_a_moment_is_the_same_everywhere_and_a_day_is_a_day() -> None:
    """A time is written in UTC, and takes a talk; midnight stands for a day without a time."""
    at = datetime(2026, 12, 1, 14, 30, tzinfo=BRUSSELS)
    (timed,) = events(*ahead(with_next(at), TODAY))
    assert timed["dtstart"].dt == datetime(2026, 12, 1, 13, 30, tzinfo=UTC)
    assert timed["dtend"].dt - timed["dtstart"].dt == timedelta(minutes=50)
    (whole,) = events(*ahead(with_next(at.replace(hour=0, minute=0)), TODAY))
    assert (whole["dtstart"].dt, whole["dtend"].dt) == (date(2026, 12, 1), date(2026, 12, 2))
    assert whole["transp"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("every", "rule"),
    [
        (Every.DAY, "FREQ=DAILY"),
        (Every.WEEKDAY, "BYDAY=MO,TU,WE,TH,FR"),
        (Every.WEEK, "FREQ=WEEKLY"),
        (Every.TWO_WEEKS, "INTERVAL=2"),
        (Every.MONTH, "FREQ=MONTHLY"),
    ],
)
def test_what_comes_back_comes_back_until_its_day(every: Every, rule: str) -> None:
    """It began before today; without an end only its next day stands there."""
    until = TODAY + timedelta(weeks=4)
    task = a_task(due=TODAY - timedelta(days=3), every=every, until=until)
    (event,) = events(*ahead(a_dossier(tasks=(task,)), TODAY))
    written = event["rrule"].to_ical().decode()
    assert rule in written
    assert f"UNTIL={until:%Y%m%d}" in written
    assert ahead(a_dossier(tasks=(msgspec.structs.replace(task, until=TODAY - timedelta(days=1)),)), TODAY) == ()


def test_no_word_of_a_client_is_in_it() -> None:
    """Of a dossier with something in every field only the code is in the file, and it is marked private."""
    planted = Planted()
    made = planted.dossier("dossier-one")
    session = msgspec.structs.replace(made.sessions[0], next_at=AT + timedelta(days=1), is_talk=True)
    tasks = tuple(msgspec.structs.replace(each, due=TOMORROW, state=State.OPEN, until=FAR) for each in made.tasks)
    dossier = msgspec.structs.replace(made, sessions=(session,), tasks=tasks)
    found = ahead(dossier, TODAY)
    assert len(found) == 2
    text = calendar_file([Entry(dossier.client.code, each) for each in found], AT).decode().replace("\r\n ", "")
    words = {path for path, word in planted.texts.items() if word in text}
    assert words - planted.ids == {"client.code"}
    assert text.count("CLASS:PRIVATE") == 2
    assert "DESCRIPTION" not in text
    assert "LOCATION" not in text


def test_a_hostile_code_says_nothing_to_a_calendar() -> None:
    """A line end, a comma or an escape in it stays a title."""
    found = ahead(with_next(AT + timedelta(days=1)), TODAY)
    (event,) = events(*found, code="A;,\nBEGIN:VALARM\x1b[2J")
    assert str(event["summary"]) == "A;, BEGIN:VALARM[2J"
    assert not list(event.walk("VALARM"))
