"""Words that are looked for in a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionpad.domain.text import folded
from sessionpad.domain.words import LONGEST, Words


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("brief", "de energiebrief", True),
        ("energie brief", "brief van de energie", True),
        ("energie brief", "brief van de bank", False),
        ("GEIND", "de geïnde huur", True),
        ("geïnd", "GEINDE huur", True),
        ("Zoe", "Zoë belde", True),
        ("", "wat dan ook", True),
    ],
)
def test_every_word_has_to_be_there(typed: str, text: str, found: bool) -> None:
    """In any order, inside longer words too, whatever the accents and capitals."""
    assert Words(typed).are_in(text) is found


def test_no_words_are_no_words() -> None:
    """White space alone is nothing to look for."""
    assert not Words("  \n")
    assert Words("x")


def test_where_they_stand_is_told_in_the_text_as_it_was_written() -> None:
    """A place is a place in the text, also after letters that become longer or shorter when they are compared."""
    text = "Straße in Zoë's Café, café"
    spans = sorted(Words("cafe strasse").spans(text))
    assert [text[start:end] for start, end in spans] == ["Straße", "Café", "café"]


@given(st.text())
def test_letters_compare_one_by_one(text: str) -> None:
    """What is compared of a text is what is compared of its letters: places can be counted."""
    assert folded(text) == "".join(map(folded, text))


def test_a_long_line_is_shown_around_the_word() -> None:
    """Of a page without a break the part around the first word is shown."""
    text = "woord " * 900 + "naald " + "woord " * 900
    shown = Words("naald").excerpt(text)
    assert "naald" in shown
    assert len(shown) <= LONGEST + 2
    assert shown[0] == shown[-1] == "…"
    assert Words("naald").excerpt("een naald") == "een naald"
