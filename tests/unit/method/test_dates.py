"""Days as people type them, in both languages."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionpad.method.dates import add_months, find_dates, read_date, read_moment, read_past_date

SUNDAY = date(2026, 11, 22)
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("vr", FRIDAY),
        ("vrijdag", FRIDAY),
        ("Fri", FRIDAY),
        ("friday", FRIDAY),
        ("zo", date(2026, 11, 29)),
        ("sunday", date(2026, 11, 29)),
        ("vrijdagavond", FRIDAY),
        ("komende vrijdag", FRIDAY),
        ("volgende week vrijdag", FRIDAY),
        ("vrijdag over een week", date(2026, 12, 4)),
        ("27/11", FRIDAY),
        ("22/11", SUNDAY),
        ("21/11", date(2027, 11, 21)),
        ("27-11-2026", FRIDAY),
        ("27.11.26", FRIDAY),
        ("2026-11-27", FRIDAY),
        ("vrijdag 27/11", FRIDAY),
        ("27 nov", FRIDAY),
        ("27 nov.", FRIDAY),
        ("15 maart", date(2027, 3, 15)),
        ("15de maart", date(2027, 3, 15)),
        ("tegen 15 maart", date(2027, 3, 15)),
        ("15th of March", date(2027, 3, 15)),
        ("March 15, 2028", date(2028, 3, 15)),
        ("dec 5", date(2026, 12, 5)),
        ("de 15e", date(2026, 12, 15)),
        ("the 15th", date(2026, 12, 15)),
        ("+3d", date(2026, 11, 25)),
        ("+2w", date(2026, 12, 6)),
        ("+1m", date(2026, 12, 22)),
        ("+1j", date(2027, 11, 22)),
        ("vandaag", SUNDAY),
        ("today", SUNDAY),
        ("morgen", date(2026, 11, 23)),
        ("tomorrow", date(2026, 11, 23)),
        ("overmorgen", date(2026, 11, 24)),
        ("the day after tomorrow", date(2026, 11, 24)),
        ("volgende week", date(2026, 11, 29)),
        ("next week", date(2026, 11, 29)),
        ("volgende maand", date(2026, 12, 22)),
        ("deze maand", date(2026, 11, 30)),
        ("dit weekend", SUNDAY),
        ("over 2 weken", date(2026, 12, 6)),
        ("in 2 weeks", date(2026, 12, 6)),
        ("binnen anderhalve maand", date(2027, 1, 6)),
        ("in a fortnight", date(2026, 12, 6)),
        ("within half a year", date(2027, 5, 22)),
        ("over veertien dagen", date(2026, 12, 6)),
        ("binnen 48 uur", date(2026, 11, 24)),
        ("eind november", date(2026, 11, 30)),
        ("begin maart", date(2027, 3, 1)),
        ("half december", date(2026, 12, 15)),
        ("mid-December", date(2026, 12, 15)),
        ("eind van de maand", date(2026, 11, 30)),
        ("the end of next month", date(2026, 12, 31)),
        ("by the end of May", date(2027, 5, 31)),
        ("maart", date(2027, 3, 31)),
        ("tegen maart", date(2027, 3, 1)),
        ("november", date(2026, 11, 30)),
        ("eind 2027", date(2027, 12, 31)),
        ("volgend jaar", date(2027, 12, 31)),
        ("kerstmis", date(2026, 12, 25)),
        ("Easter", date(2027, 3, 28)),
        ("Pinksteren", date(2027, 5, 16)),
        ("einde van het schooljaar", date(2027, 6, 30)),
        ("deze zomer", date(2027, 8, 31)),
        ("VRIJDAG", FRIDAY),
        (" vr. ", FRIDAY),
        ("29/2", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_in_both_languages(typed: str, expected: date) -> None:
    """Every common form is read, day before month, whatever the language of the screen."""
    assert read_date(typed, SUNDAY) == expected


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "31/2", "31/11", "13/13", "0/5", "11/27/2026", "31 februari", "2026-02-30", "de 45e", "1/1/99999"),
        *(
            "14u",
            "14:30",
            "vr 14u",
            "abc",
            "3",
            "brief",
            "+3x",
            "+w",
            "vr bellen",
            "elke vrijdag",
            "a fortnight",
            "week",
        ),
    ],
)
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    """A day that does not exist, a time, or other text is no date."""
    assert read_date(typed, SUNDAY) is None


def test_a_weekday_is_never_today() -> None:
    """The name of today means the same day a week later."""
    assert read_date("vrijdag", FRIDAY) == date(2026, 12, 4)
    assert read_date("fri", FRIDAY) == date(2026, 12, 4)
    assert read_date("volgende vrijdag", FRIDAY) == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [
        ("vr 14u", FRIDAY, time(14)),
        ("vrijdag 14u30", FRIDAY, time(14, 30)),
        ("do 9:30", date(2026, 11, 26), time(9, 30)),
        ("27/11 om 14 uur", FRIDAY, time(14)),
        ("27/11", FRIDAY, None),
        ("fri 2pm", FRIDAY, time(14)),
        ("friday at 2:30 p.m.", FRIDAY, time(14, 30)),
        ("27.11.2026 14.30", FRIDAY, time(14, 30)),
        ("2026-11-27 09:00", FRIDAY, time(9)),
        ("morgen om half tien", date(2026, 11, 23), time(9, 30)),
        ("vrijdag kwart voor drie", FRIDAY, time(14, 45)),
        ("vrijdag om twee uur", FRIDAY, time(14)),
        ("vr 3u", FRIDAY, time(15)),
        ("vr 03:00", FRIDAY, time(3)),
        ("14u morgen", date(2026, 11, 23), time(14)),
        ("vrijdag, om 10", FRIDAY, time(10)),
        ("fri 12am", FRIDAY, time(0)),
        ("fri 12pm", FRIDAY, time(12)),
        ("volgende week dinsdag 10u30", date(2026, 11, 24), time(10, 30)),
    ],
)
def test_a_moment_is_a_day_and_perhaps_a_time(typed: str, day: date, at: time | None) -> None:
    """An hour is never taken for a day of the month."""
    assert read_moment(typed, SUNDAY) == (day, at)


@pytest.mark.parametrize("typed", ["14u", "om 14 uur", "vr 25u", "vr 14:75", "fri 13pm", "", "straks", "vr 14u bellen"])
def test_what_is_no_moment_is_not_guessed(typed: str) -> None:
    """A time without a day, or a time that does not exist, is no moment."""
    assert read_moment(typed, SUNDAY) is None


@pytest.mark.parametrize(
    ("text", "words", "day", "lead"),
    [
        ("Tegen 15 maart ligt al mijn post open", "15 maart", date(2027, 3, 15), "tegen"),
        ("ik ken binnen drie maanden drie buren", "binnen drie maanden", date(2027, 2, 22), ""),
        ("By the end of May I have seen them", "the end of May", date(2027, 5, 31), "by"),
        ("volgend jaar wil ik werken", "volgend jaar", date(2027, 12, 31), ""),
        ("afspraak tandarts 27/11", "27/11", FRIDAY, ""),
        ("uiterlijk op vrijdag 27-11", "vrijdag 27-11", FRIDAY, "uiterlijk"),
        ("sinds 15 maart gaat het", "15 maart", date(2027, 3, 15), "sinds"),
        ("I may go in May", "May", date(2027, 5, 31), "in"),
        ("vr 14u bij het sociaal huis", "vr", FRIDAY, ""),
        ("tegen de 15e betaald", "15e", date(2026, 12, 15), "tegen"),
        ("zes weken lang elke dag", "zes weken lang", date(2027, 1, 3), ""),
    ],
)
def test_dates_are_found_in_running_text(text: str, words: str, day: date, lead: str) -> None:
    """The day, the place of its words, and the word that says how it is meant."""
    (found,) = find_dates(text, SUNDAY)
    assert (text[slice(*found.span)], found.day, found.lead) == (words, day, lead)


@pytest.mark.parametrize(
    "text",
    [
        "elke vrijdag de bus",
        "every monday at nine",
        "3-12 gesprekken",
        "24/7 bereikbaar",
        "3/4 van de rekeningen",
        "1/2 kop soep",
        "op 2-3 plaatsen",
        "De zomer was zwaar",
        "elke morgen ontbijten",
        "op de 2de verdieping",
        "een half uur wandelen",
        "ik zat in de zon, sun and all",
        "voor Jan is dat goed",
        "I may call and march on",
        "zo doe ik dat",
        "om 14u30",
        "op bladzijde 12",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    """Habits, counts, fractions, times and common words are no dates."""
    assert find_dates(text, SUNDAY) == ()


def test_several_dates_come_from_left_to_right() -> None:
    """Each date once, the longest reading of it."""
    text = "van maandag 23 november tot 4 december 2026"
    assert [text[slice(*each.span)] for each in find_dates(text, SUNDAY)] == ["maandag 23 november", "4 december 2026"]


def test_adding_months_clips_to_the_end_of_the_month() -> None:
    """31 January and a month is the last of February."""
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2026, 11, 30), 3) == date(2027, 2, 28)


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_a_full_date_is_read_as_it_stands(day: date, today: date) -> None:
    """Every existing day, written in full, is that day on any day."""
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%d.%m.%Y"):
        assert read_date(day.strftime(form), today) == day


@given(st.text(), st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_any_text_can_be_read(text: str, today: date) -> None:
    """Nothing that is typed is an error, and every span lies in the text."""
    read_date(text, today)
    read_moment(text, today)
    assert all(0 <= each.span[0] < each.span[1] <= len(text) for each in find_dates(text, today))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("vr", date(2026, 11, 20)),
        ("Sunday", SUNDAY),
        ("ma", date(2026, 11, 16)),
        ("23/11", date(2025, 11, 23)),
        ("22/11", SUNDAY),
        ("21/11", date(2026, 11, 21)),
        ("24 dec", date(2025, 12, 24)),
        ("15 maart", date(2026, 3, 15)),
        ("de 15e", date(2026, 11, 15)),
        ("de 24e", date(2026, 10, 24)),
        ("vandaag", SUNDAY),
        ("gisteren", date(2026, 11, 21)),
        ("The day before yesterday", date(2026, 11, 20)),
        ("24-12-2026", date(2026, 12, 24)),
        ("morgen", date(2026, 11, 23)),
        ("+2w", date(2026, 12, 6)),
        ("niets", None),
    ],
)
def test_a_day_that_was(typed: str, expected: date | None) -> None:
    """Without a year or with only its name it is the last such day; a day to come that is named so is that day."""
    assert read_past_date(typed, SUNDAY) == expected
