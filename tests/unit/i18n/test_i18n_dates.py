from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from babel.dates import format_date

from sessionpad.i18n.dates import clock_time, long_date, short_date
from sessionpad.method.language import LANGUAGES, Language

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_day_is_written_as_the_language_writes_it(language: Language) -> None:
    """Our own table of names says what Babel's says, on every day of a leap year."""
    for number in range(366):
        day = date(2028, 1, 1) + timedelta(days=number)
        assert long_date(day, language) == format_date(day, "EEEE d MMMM y", locale=language)


@pytest.mark.parametrize(
    ("day", "language", "expected"),
    [
        (date(2026, 11, 27), "nl", "vr 27 nov"),
        (date(2026, 11, 27), "en", "Fri 27 Nov"),
        (date(2027, 3, 1), "nl", "ma 1 mrt 2027"),
        (date(2025, 12, 31), "en", "Wed 31 Dec 2025"),
    ],
)
def test_a_short_date_names_the_year_only_when_it_is_another(day: date, language: Language, expected: str) -> None:
    """A date of this year stays short; one of another year cannot be mistaken for it."""
    assert short_date(day, language, TODAY) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_time_is_on_a_24_hour_clock(language: Language) -> None:
    """The time is written as it stands, hours and minutes in two digits."""
    assert clock_time(datetime(2026, 11, 22, 14, 7, tzinfo=UTC), language) == "14:07"
    assert clock_time(datetime(2026, 11, 22, 9, 0, tzinfo=UTC), language) == "09:00"
