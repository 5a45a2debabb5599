"""Nothing that a terminal would obey is drawn, and what is drawn takes the room it was given."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color

from sessionpad.desk.desk import Desk
from sessionpad.domain.client import Client
from sessionpad.ui.guard import Guard
from tests.hostile import HALVES, LETTERS, OBEYED, PIECES
from tests.ui.conftest import Sit

BLACK, BOLD = Color.parse("#000000"), Style(bold=True)


@given(texts=st.lists(PIECES | st.text(), min_size=1))
def test_what_a_terminal_obeys_is_taken_out_and_nothing_else(texts: list[str]) -> None:
    """Styles and the number of cells stay; what is left can be sent, and holds nothing but what was there."""
    drawn = Guard().apply([Segment(text, BOLD) for text in texts], BLACK)
    assert [segment.style for segment in drawn] == [BOLD] * len(texts)
    assert [cell_len(segment.text) for segment in drawn] == [cell_len(text) for text in texts]
    for (sent, _, _), text in zip(drawn, texts, strict=True):
        left = iter("".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text))
        assert all(sign in left for sign in sent)
        assert not {*OBEYED, *HALVES} & set(sent)


def test_letters_of_every_script_are_left_as_they_are() -> None:
    """Accents, emoji of more parts, soft hyphens and text that runs the other way by itself are no orders."""
    texts = [text for text in LETTERS if text not in {"\t", "\n"}]
    drawn = Guard().apply([Segment(text) for text in texts], BLACK)
    assert [segment.text for segment in drawn] == texts


def test_a_row_of_plain_words_costs_nothing() -> None:
    """The row itself comes back, orders of the program's own included."""
    row = [Segment("één map ", BOLD), Segment("\x1b[?25l", None, [(ControlType.HIDE_CURSOR,)])]
    assert Guard().apply(row, BLACK) is row


async def test_where_there_is_one_row_a_new_line_is_a_space(desk: Desk, sit: Sit) -> None:
    """Words that were on two lines are not written as one, neither in the list nor above the dossier."""
    pad = desk.new_client("A. 1")
    desk.put(msgspec.structs.replace(pad.dossier, client=Client(code="een\ntwee\tdrie", name="vier\nvijf")))
    async with sit(desk, size=(100, 30)) as coach:
        assert "een twee drie" in coach.seen
        await coach.press("enter")
        assert "een twee drie · vier vijf" in coach.seen
