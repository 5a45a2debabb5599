"""Where lines break: the same as Textual breaks them, from lists that are cheap to keep."""

from __future__ import annotations

import random

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Offset
from textual.widgets.text_area import Document, WrappedDocument

from sessionpad.ui.widgets.wrapping import ORDINARY, QuickWrap

WORDS = st.text(alphabet="abcé«»’…ü ", max_size=30)
ODD = st.text(alphabet="ab  漢字🙂é\u0301\u200b\u00a0", max_size=30)
LINES = st.lists(WORDS | ODD, min_size=1, max_size=5)
WIDTHS = st.integers(2, 30)


def both(text: str, width: int) -> tuple[Document, WrappedDocument, QuickWrap]:
    document = Document(text)
    return document, WrappedDocument(document, width), QuickWrap(document, width)


def assert_same(stock: WrappedDocument, ours: QuickWrap) -> None:
    count = stock.document.line_count
    assert [ours.get_offsets(line) for line in range(count)] == [stock.get_offsets(line) for line in range(count)]
    assert ours.height == stock.height
    assert ours.wrapped == stock.wrapped
    assert ours.lines == stock.lines
    for line in range(count):
        for column in range(len(stock.document.get_line(line)) + 1):
            assert ours.location_to_offset((line, column)) == stock.location_to_offset((line, column))
    for y in range(stock.height):
        for x in range(0, 34, 3):
            assert ours.offset_to_location(Offset(x, y)) == stock.offset_to_location(Offset(x, y))


@given(LINES, WIDTHS)
@example([""], 2)
@example([" " * 5], 3)
@example(["a" * 9 + " b"], 3)
@example([" woord"], 5)
def test_rows_are_those_of_textual(lines: list[str], width: int) -> None:
    """Every row, every place of the caret and every click are where Textual's own editor has them."""
    _, stock, ours = both("\n".join(lines), width)
    assert_same(stock, ours)


@given(LINES, WIDTHS, st.lists(st.tuples(LINES, st.integers(0, 9), st.integers(0, 9), st.integers(0, 30)), max_size=4))
def test_rows_stay_right_through_edits(
    lines: list[str], width: int, edits: list[tuple[list[str], int, int, int]]
) -> None:
    """After any run of edits the rows are those of the whole text broken anew."""
    document, stock, ours = both("\n".join(lines), width)
    for text, first, last, column in edits:
        top, bottom = sorted((first % document.line_count, last % document.line_count))
        start, end = (top, min(column, len(document.get_line(top)))), (bottom, len(document.get_line(bottom)))
        result = document.replace_range(start, end, "\n".join(text))
        ours.wrap_range(start, end, result.end_location)
    stock.wrap(width)
    assert_same(stock, ours)


@given(st.text(alphabet="ab\t ", max_size=30), WIDTHS)
def test_a_caret_among_tabs_stands_where_its_sign_is_drawn(line: str, width: int) -> None:
    """Before the caret are exactly the cells of what is drawn before it, and a click there comes back to it."""
    _, _, ours = both(line, width)
    for column in range(len(line)):
        x, y = ours.location_to_offset((0, column))
        _, part = ours.row_at(y)
        start, end = ours.section(0, part)
        assert start <= column < end
        assert x == cell_len("".join(ours.expanded(0, start, column)))
        assert ours.offset_to_location(Offset(x, y)) == (0, column)


def test_what_counts_as_ordinary_is_one_cell_wide() -> None:
    """No sign that takes no cell or two, and no white space but the space, goes the quick way."""
    signs = [chr(code) for code in range(0x11_0000) if not 0xD800 <= code < 0xE000]
    ordinary = [sign for sign in signs if ORDINARY.fullmatch(sign)]
    assert {cell_len(sign) for sign in ordinary} == {1}
    assert [sign for sign in ordinary if sign.isspace()] == [" "]


def test_a_long_note_is_broken_in_little_time_at_any_key() -> None:
    """An edit in a note of ten thousand lines looks at that line alone."""
    chance = random.Random(1)
    document = Document("\n".join("woord " * chance.randint(1, 30) for _ in range(10_000)))
    ours = CountingWrap(document, 40)
    ours.looked_at = 0
    result = document.replace_range((5_000, 0), (5_000, 0), "x")
    ours.wrap_range((5_000, 0), (5_000, 0), result.end_location)
    assert ours.looked_at == 1


class CountingWrap(QuickWrap):
    looked_at = 0

    def _broken(self, line: str) -> object:  # type: ignore[override]  # what it gives is not looked at here
        self.looked_at += 1
        return super()._broken(line)
