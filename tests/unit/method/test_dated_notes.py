"""A long text with days in it becomes notes of one day each, and no word of it is lost."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionpad.method.dated_notes import dated_notes, whole_date

TODAY = date(2026, 11, 25)
DAY = date(2025, 11, 27)


@pytest.mark.parametrize(
    ("line", "on", "at", "rest"),
    [
        ("2025-11-27", DAY, None, ""),
        ("# 27/11/2025", DAY, None, ""),
        ("27-11-25", DAY, None, ""),
        ("**donderdag 27 november 2025**", DAY, None, ""),
        ("November 27, 2025:", DAY, None, ""),
        ("Datum: 27.11.2025", DAY, None, ""),
        ("27/11/2025 14:30", DAY, time(14, 30), ""),
        ("## 27 november 2025, 14u30 - huisbezoek, zus erbij", DAY, time(14, 30), "huisbezoek, zus erbij"),
        ("## 2025-11-27 huisbezoek", DAY, None, "huisbezoek"),
        ("27/11/2025: belde af", DAY, None, "belde af"),
        ("27/11/2025 (thuis) rustig", DAY, None, "(thuis) rustig"),
    ],
)
def test_a_line_that_names_a_day_begins_a_note(line: str, on: date, at: time | None, rest: str) -> None:
    """Dutch and English, with and without a time; what stands behind the day belongs to the note."""
    (note,) = dated_notes(f"{line}\nze kwam", today=TODAY)
    assert (note.on, note.at, note.line) == (on, at, 1)
    assert note.text == (f"{rest}\nze kwam" if rest else "ze kwam")


@pytest.mark.parametrize(
    "line",
    [
        "27/11",
        "vrijdag",
        "november 2025",
        "0478 12 34 56",
        "24/7 bereikbaar",
        "2025-2026",
        "31/2/2025",
        "week 48 van 2025",
        "brief van 27/11/2025 geopend",
    ],
)
def test_what_is_no_whole_day_stays_where_it_is(line: str) -> None:
    """A day without its year, a number, or a day in the middle of a sentence begins nothing."""
    (note,) = dated_notes(f"{line}\nze kwam", today=TODAY, on=DAY)
    assert (note.on, note.text) == (DAY, f"{line}\nze kwam")


def test_a_day_with_words_behind_it_needs_room_above_it() -> None:
    """In the middle of a note such a line is part of it; after an empty line it begins the next."""
    text = "27/11/2025\nafgesproken:\n3/12/2025: OCMW\n\n4/12/2025: bank"
    assert [(each.on, each.line, each.text) for each in dated_notes(text, today=TODAY)] == [
        (DAY, 1, "afgesproken:\n3/12/2025: OCMW"),
        (date(2025, 12, 4), 5, "bank"),
    ]


def test_what_stands_above_the_first_day_has_none() -> None:
    """It is told apart, so that nobody guesses a day for it."""
    notes = dated_notes("los\n\n27/11/2025\nze kwam", today=TODAY)
    assert [(each.on, each.line, each.text) for each in notes] == [(None, 1, "los"), (DAY, 3, "ze kwam")]
    assert dated_notes("27/11/2025\n\n \n", today=TODAY) == ()


_LINES = st.sampled_from(
    ["", "ze kwam", "  - brood", "27/11", "3 brieven", "# kop", "27/11/2025", "## 2025-11-28 thuis"]
)


@given(st.lists(_LINES, max_size=12).map("\n".join))
def test_no_word_is_lost(text: str) -> None:
    """Everything but the days and the room around the notes comes back, in order."""
    words = [word for line in text.split("\n") for word in line.split() if line != "27/11/2025"]
    words = [
        word
        for number, word in enumerate(words)
        if word != "2025-11-28" and words[number : number + 2] != ["##", "2025-11-28"]
    ]
    assert [word for note in dated_notes(text, today=TODAY, on=DAY) for word in note.text.split()] == words


def test_a_whole_day_is_the_same_whenever_it_is_read() -> None:
    """With its year it is; without, nobody can know which."""
    assert whole_date("vr 27 nov 2026", TODAY) == date(2026, 11, 27)
    assert whole_date("27 nov", TODAY) is None
    assert whole_date("+2w", TODAY) is None
