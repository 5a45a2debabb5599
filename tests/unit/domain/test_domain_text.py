"""The gate for every text: nothing dangerous passes, nothing visible is lost."""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sessionpad.domain.text import clean_line, clean_text

ESC = "\x1b"
NASTY = [
    *("\x00", "\x07", "\x08", "\t", "\n", "\x0b", "\x0c", "\r", ESC, "\x1c", "\x7f", "\x80", "\x85", "\x9b", "\x9d"),
    *("\u061c", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\u2028", "\u2029"),
    *("\ud800", "\udbff", "\udc00", "\udfff", "\ufdd0", "\ufdef", "\ufeff", "\ufff9", "\ufffb", "\ufffe", "\uffff"),
    *("\U0001fffe", "\U0010ffff", "\u0301", "\u0327", "e", "\u212b", "\u1100", "\u1161", "\u11a8", "\u200d", " "),
]
TEXTS = st.text(st.one_of(st.sampled_from(NASTY), st.characters()))
BIDI = {"\u061c", "\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}


def is_noncharacter(sign: str) -> bool:
    return ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF


def visible(text: str) -> str:
    """What a person would see of it, taken apart into letters and accents."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in apart if unicodedata.category(sign)[0] in "LMNPS" or sign == " ")


@given(TEXTS)
@example("e\x00\u0301")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """What came through the gate comes through it again unchanged."""
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(TEXTS)
@example("\u212b e\u200e\u0301")
def test_a_clean_text_is_composed(text: str) -> None:
    """One backspace takes one letter away, because every text is in composed form."""
    assert unicodedata.is_normalized("NFC", clean_text(text))
    assert unicodedata.is_normalized("NFC", clean_line(text))


def is_dangerous(sign: str) -> bool:
    """Whether it speaks to a terminal, turns the reading direction or breaks a document."""
    if sign in "\t\n":
        return False
    return unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} or sign in BIDI or is_noncharacter(sign)


@given(TEXTS)
def test_nothing_dangerous_passes(text: str) -> None:
    """Whatever stands around it."""
    assert not any(map(is_dangerous, clean_text(text)))


def test_nothing_dangerous_passes_of_all_there_is() -> None:
    """Every character of Unicode, one by one."""
    everything = clean_text(" ".join(map(chr, range(sys.maxunicode + 1))))
    assert not any(map(is_dangerous, set(everything)))


@given(TEXTS)
def test_a_clean_text_fits_in_a_document(text: str) -> None:
    """Word's XML takes every clean text and gives it back the same."""
    element = ET.Element("t")
    element.text = clean_text(text)
    assert (ET.fromstring(ET.tostring(element)).text or "") == clean_text(text)


@given(TEXTS)
@example("e\x00\u0327\u200e\u0301\ud800")
def test_nothing_visible_is_lost(text: str) -> None:
    """Every letter, accent, digit, sign and space is still there."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cs" and not is_noncharacter(sign))
    assert Counter(visible(clean_text(text))) == Counter(visible(seen))


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])))
def test_ordinary_text_is_only_composed(text: str) -> None:
    """What holds no control at all is the same text, in the same order."""
    assert clean_text(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("een\r\ntwee", "een\ntwee"),
        ("een\rtwee", "een\ntwee"),
        ("een\n\rtwee", "een\n\ntwee"),
        ("een\r\r\ntwee", "een\n\ntwee"),
        ("een\x0btwee\x0cdrie\x85vier\u2028vijf\u2029zes", "een\ntwee\ndrie\nvier\nvijf\nzes"),
        ("een\ttwee", "een\ttwee"),
        (f"rood {ESC}[31m en {ESC}]52;c;aGk=\x07", "rood [31m en ]52;c;aGk="),
        ("\u202eomgekeerd\u202c", "omgekeerd"),
        ("cafe\u0301", "café"),
        ("👩\u200d👧 naïef ½ €", "👩\u200d👧 naïef ½ €"),
        ('[/b] {{ x }} <é> & "', '[/b] {{ x }} <é> & "'),
        ("", ""),
    ],
)
def test_what_becomes_of_a_text(typed: str, kept: str) -> None:
    """Every way to end a line becomes a newline; codes lose what makes them codes; the rest stays."""
    assert clean_text(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  A.  \t B.\r\n C.\u00a0D. ", "A. B. C. D."),
        ("\x00 \u200e", ""),
        ("\n", ""),
        ("een\x1ftwee", "eentwee"),
    ],
)
def test_a_line_is_one_line(typed: str, kept: str) -> None:
    """White space of any kind is one space, and there is none at the ends."""
    assert clean_line(typed) == kept


@given(TEXTS)
def test_a_line_loses_white_space_only(text: str) -> None:
    """A line holds the same words as the text it was made of."""
    assert clean_line(text).split() == clean_text(text).split()
