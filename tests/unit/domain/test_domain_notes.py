"""Notes: lines with the moment they were begun, and the marks at their start."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sessionpad.domain.notes import MARKS, Mark, NoteLine, Notes, body_of, mark_of, rewrite, text_of
from sessionpad.domain.text import clean_text
from tests.unit.domain.builders import AT, later

LINES = st.lists(st.sampled_from(["", "a", "b", "+ c", "- d"]), max_size=6)
TEXTS = LINES.map("\n".join) | st.text().map(clean_text)
LINE = st.text().map(lambda text: clean_text(text).replace("\n", " "))
UNIQUE = st.lists(LINE.filter(bool), unique=True, max_size=6)
NOW = later(days=1)


def noted(*lines: str) -> Notes:
    """Lines begun a minute after each other."""
    return tuple(NoteLine(at=later(minutes=row), text=line) for row, line in enumerate(lines))


NOTES = LINES.map(lambda lines: noted(*lines))


def moments(notes: Notes) -> list[object]:
    return [line.at for line in notes]


@given(NOTES, TEXTS)
@example((), "\n")
@example(noted("a"), "")
@example(noted(""), "")
def test_the_text_is_what_was_typed(notes: Notes, text: str) -> None:
    """Whatever was there before, the notes read exactly as the text that took their place."""
    assert text_of(rewrite(notes, text, NOW)) == text


@given(st.lists(LINE).map(lambda lines: noted(*lines)), st.text())
@example((), "\x1b")
@example(noted("a"), "a\r\n\x1b")
def test_what_changed_is_cleaned(notes: Notes, text: str) -> None:
    """No control character gets into the notes, however they are rewritten."""
    assert text_of(rewrite(notes, text, NOW)) == clean_text(text)


@given(NOTES, LINES, NOTES)
@example(noted("a"), [], noted("a"))
def test_what_stands_around_a_change_keeps_its_moments(before: Notes, typed: list[str], after: Notes) -> None:
    """Lines above and below the change are the very same lines."""
    after = tuple(NoteLine(at=later(hours=1, minutes=row), text=line.text) for row, line in enumerate(after))
    old = (*before, NoteLine(at=later(hours=2), text="the line that changes"), *after)
    text = "\n".join([*(line.text for line in before), *typed, "another line", *(line.text for line in after)])
    new = rewrite(old, text, NOW)
    assert new[: len(before)] == before
    assert new[len(new) - len(after) :] == after


@given(NOTES, TEXTS)
def test_a_moment_is_an_old_one_or_the_present(notes: Notes, text: str) -> None:
    """No moment is made up, and none is used for two lines unless two lines had it."""
    new = rewrite(notes, text, NOW)
    kept = [line.at for line in new if line.at != NOW]
    assert set(kept) <= set(moments(notes))
    assert len(kept) == len(set(kept))
    assert kept == sorted(kept)


@given(UNIQUE, st.data())
def test_new_lines_get_the_present_moment(lines: list[str], data: st.DataObject) -> None:
    """Lines put in anywhere are begun now; every line that was there keeps its moment."""
    row = data.draw(st.integers(0, len(lines)))
    typed = data.draw(st.lists(LINE.map("new ".__add__), min_size=1))
    old = noted(*lines)
    text = "\n".join([*lines[:row], *typed, *lines[row:]])
    expected = [*moments(old)[:row], *[NOW] * len(typed), *moments(old)[row:]]
    if not set(typed) & set(lines):
        assert moments(rewrite(old, text, NOW)) == expected


@given(UNIQUE, st.data())
def test_taking_lines_away_leaves_the_others(lines: list[str], data: st.DataObject) -> None:
    """After a cut every line that is left keeps its moment."""
    first = data.draw(st.integers(0, len(lines)))
    last = data.draw(st.integers(first, len(lines)))
    old = noted(*lines)
    assert rewrite(old, "\n".join(lines[:first] + lines[last:]), NOW) == old[:first] + old[last:]


@given(UNIQUE.filter(bool), st.data())
def test_an_edited_line_keeps_its_moment(lines: list[str], data: st.DataObject) -> None:
    """The moment says when a line was begun, whatever became of it."""
    row = data.draw(st.integers(0, len(lines) - 1))
    old = noted(*lines)
    edited = [*lines[:row], data.draw(LINE.filter(bool)), *lines[row + 1 :]]
    assert moments(rewrite(old, "\n".join(edited), NOW)) == moments(old)


def test_a_line_begins_when_something_is_typed_on_it() -> None:
    """An empty line that was waiting for words gets the moment of the words."""
    notes = rewrite(noted("eerst", ""), "eerst\nnu pas", NOW)
    assert moments(notes) == [AT, NOW]


def test_a_line_broken_in_two_begins_once() -> None:
    """The head of a line that is broken keeps the moment, the tail is begun now."""
    assert moments(rewrite(noted("een twee", "drie"), "een\ntwee\ndrie", NOW)) == [AT, NOW, later(minutes=1)]


@pytest.mark.parametrize(
    ("line", "mark", "body"),
    [
        ("+ heeft zelf bakjes gekocht", Mark.STRENGTH, "heeft zelf bakjes gekocht"),
        ("- de bus rijdt niet", Mark.HINDRANCE, "de bus rijdt niet"),
        ("! zus belde vooraf", Mark.COACH_ONLY, "zus belde vooraf"),
        ("? later: de tandarts", Mark.LATER, "later: de tandarts"),
        ("> brief openen @samen", Mark.TASK, "brief openen @samen"),
        ("» Hoe heb je dat gedaan?", Mark.ASKED, "Hoe heb je dat gedaan?"),
        ('" ik durf niet', Mark.QUOTE, "ik durf niet"),
        ('"ik durf niet', Mark.QUOTE, "ik durf niet"),
        ('"ik durf niet"', Mark.QUOTE, "ik durf niet"),
        ('" ik durf niet "', Mark.QUOTE, "ik durf niet"),
        ('"', Mark.QUOTE, ""),
        ('""', Mark.QUOTE, ""),
        ('"ik wil rust", zei ze', Mark.QUOTE, '"ik wil rust", zei ze'),
        ('"ja" en dan weer "nee"', Mark.QUOTE, '"ja" en dan weer "nee"'),
        (">", Mark.TASK, ""),
        ("+", Mark.STRENGTH, ""),
        ("+  ", Mark.STRENGTH, ""),
        ("", Mark.NONE, ""),
        ("gewone regel", Mark.NONE, "gewone regel"),
        ("-5 graden", Mark.NONE, "-5 graden"),
        ("+31 6 1234", Mark.NONE, "+31 6 1234"),
        ("--- ", Mark.NONE, "---"),
        ("->", Mark.NONE, "->"),
        (">>> doorgestuurd", Mark.NONE, ">>> doorgestuurd"),
        ("!!! let op", Mark.NONE, "!!! let op"),
        ("?!", Mark.NONE, "?!"),
        (" + ingesprongen", Mark.NONE, "+ ingesprongen"),
        ("1 + 1", Mark.NONE, "1 + 1"),
        ("'s avonds", Mark.NONE, "'s avonds"),
    ],
)
def test_the_mark_of_a_line(line: str, mark: Mark, body: str) -> None:
    """A mark is a sign on its own at the very start; numbers, arrows and dashes are just text."""
    assert NoteLine(at=AT, text=line).mark is mark
    assert (mark_of(line), body_of(line)) == (mark, body)


@given(st.sampled_from(MARKS), st.text(st.characters(exclude_characters='"'), min_size=1).map(str.strip))
def test_every_mark_is_read_back(mark: Mark, body: str) -> None:
    """A mark, a space and words give that mark and those words."""
    assert (mark_of(f"{mark} {body}"), body_of(f"{mark} {body}")) == (mark, body)


@given(st.text())
def test_a_line_without_a_mark_is_its_own_body(line: str) -> None:
    """Nothing is taken from a line that has no mark but the white space at its ends."""
    if mark_of(line) is Mark.NONE:
        assert body_of(line) == line.strip()
