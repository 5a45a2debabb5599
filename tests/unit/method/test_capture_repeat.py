"""A task that comes back: how often, from when, and until when, in the same typed line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionpad.domain.task import Every, Owner
from sessionpad.domain.text import clean_line
from sessionpad.method.capture import read_task

TODAY = date(2026, 11, 24)
"""A Tuesday."""
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("mark", "every"),
    [
        ("!elke dag", Every.DAY),
        ("!iedere-dag", Every.DAY),
        ("!dagelijks", Every.DAY),
        ("!daily", Every.DAY),
        ("!elke werkdag", Every.WEEKDAY),
        ("!every weekday", Every.WEEKDAY),
        ("!elke week", Every.WEEK),
        ("!wekelijks", Every.WEEK),
        ("!every week", Every.WEEK),
        ("!elke twee weken", Every.TWO_WEEKS),
        ("!om de 2 weken", Every.TWO_WEEKS),
        ("!every other week", Every.TWO_WEEKS),
        ("!elke maand", Every.MONTH),
        ("!monthly", Every.MONTH),
    ],
)
def test_how_often(mark: str, every: Every) -> None:
    """The five rhythms have words in both languages, and leave the text of the task alone."""
    draft = read_task(f"brievenbus leegmaken {mark} @samen", today=TODAY)
    assert (draft.text, draft.every, draft.due, draft.until, draft.findings) == (
        "brievenbus leegmaken", every, None, None, (),
    )  # fmt: skip
    assert draft.owner is Owner.TOGETHER


@pytest.mark.parametrize(
    "mark",
    [
        "!elke dag tot 27/11",
        "!elke dag tot en met 27 november 2026",
        "!elke dag t/m vr",
        "!every day until Friday",
        "!elke dag !27/11",
        "!27/11 !elke dag",
        '!"elke dag tot 27/11"',
    ],
)
def test_until_when(mark: str) -> None:
    """The end stands in the same mark, or in one beside it."""
    draft = read_task(f"{mark} brievenbus leegmaken", today=TODAY)
    assert (draft.text, draft.every, draft.due, draft.until) == ("brievenbus leegmaken", Every.DAY, None, FRIDAY)


def test_a_day_of_the_week_is_the_first_time() -> None:
    """Every Friday begins on the coming Friday; today's own weekday on the one after."""
    assert read_task("post openen !elke vrijdag tot +4w", today=TODAY).due == FRIDAY
    assert read_task("post openen !elke di", today=TODAY).due == date(2026, 12, 1)
    assert read_task("post openen !elke vrijdag", today=TODAY).every is Every.WEEK


def test_a_first_day_and_an_end() -> None:
    """A day beside a rhythm that has its end is the first time."""
    draft = read_task("post openen !elke week tot 18/12 !27/11", today=TODAY)
    assert (draft.due, draft.until) == (FRIDAY, date(2026, 12, 18))


@pytest.mark.parametrize("line", ["x !elke dagje", "x !elke", "x !every", "x !om de hoek"])
def test_what_is_no_rhythm_stays_in_the_line(line: str) -> None:
    """A mark that cannot be read loses no letter, and is said."""
    draft = read_task(line, today=TODAY)
    assert (draft.text, draft.every) == (line, None)
    assert [finding.code for finding in draft.findings] == ["date-unknown"]


def test_an_end_that_is_past_is_said() -> None:
    """An end before today is pointed at, and taken as typed."""
    draft = read_task("post openen !elke dag tot 1/1/2026", today=TODAY)
    assert draft.until == date(2026, 1, 1)
    assert [finding.code for finding in draft.findings] == ["date-past"]


def test_two_rhythms() -> None:
    """The last one counts, and that is said."""
    draft = read_task("post openen !elke dag !elke week", today=TODAY)
    assert draft.every is Every.WEEK
    assert [finding.code for finding in draft.findings] == ["rhythm-twice"]


@given(
    st.text(max_size=40),
    st.sampled_from(["!elke dag", "!elke vr tot 27/11", "!om de week", "!every"]),
    st.text(max_size=40),
)
def test_nothing_typed_is_ever_lost(before: str, mark: str, after: str) -> None:
    """Every word around a rhythm that is not part of a mark is still there."""
    line = f"{before} {mark} {after}"
    text = read_task(line, today=TODAY).text
    for word in clean_line(before).split():
        if word[0] not in "@!#>" and '"' not in line and "“" not in line:
            assert word in text
