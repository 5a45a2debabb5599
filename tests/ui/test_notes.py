"""The notes while one talks: found again, tagged, and showing what became of them."""

from __future__ import annotations

import pytest
from textual import events

from sessionpad.desk.desk import Desk
from sessionpad.domain.notes import text_of
from sessionpad.domain.session import Session
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.find_line import FindLine
from sessionpad.ui.widgets.line import Block
from sessionpad.ui.widgets.note_looks import FOUND, HERE, KNOWN, OWN
from sessionpad.ui.widgets.notes_editor import LONG, NotesEditor
from tests.ui.conftest import Coach, Sit, dossier_of

PAGE = "\n".join(["cafe aan zee", *(f"regel {number}" for number in range(60)), "het Café is dicht", "en cafetaria"])


def editor(coach: Coach) -> NotesEditor:
    return coach.on(SessionScreen).query_one(NotesEditor)


def talk(desk: Desk) -> Session:
    return dossier_of(desk, "A.").sessions[-1]


def echo(coach: Coach) -> str:
    return coach.on(SessionScreen).query_one(FindLine).query_one(".echo", Block).content.plain


def styles_of(coach: Coach, row: int) -> list[tuple[str, str]]:
    """The words of a line that have a style of their own."""
    line = editor(coach).document.get_line(row)
    spans = editor(coach).look_of(row, 0, len(line)).spans
    return [(line[span.start : span.end], span.style) for span in spans]


async def paste(coach: Coach, text: str) -> None:
    coach.app.post_message(events.Paste(text))
    await coach.pilot.pause()


async def in_a_talk(coach: Coach, text: str = "") -> None:
    await coach.press("enter", "enter")
    if text:
        await paste(coach, text)


# finding


async def test_words_are_found_whatever_their_accents_and_capitals(demo: Desk, sit: Sit) -> None:
    """Ctrl+N and the words: all places are shown, the first after the caret is in view, Enter and the arrows go on."""
    async with sit(demo) as coach:
        await in_a_talk(coach, PAGE)
        await coach.press("ctrl+n")
        await coach.write("CAFÉ")
        assert echo(coach).startswith("1 van 3 · ")
        assert styles_of(coach, 0) == [("cafe", HERE)]
        assert styles_of(coach, 61) == [("Café", FOUND)]
        assert "cafe aan zee" in coach.seen
        await coach.press("enter")
        assert echo(coach).startswith("2 van 3")
        assert styles_of(coach, 61) == [("Café", HERE)]
        assert "het Café is dicht" in coach.seen
        assert "cafe aan zee" not in coach.seen
        await coach.press("up", "up")
        assert echo(coach).startswith("3 van 3")
        await coach.press("down")
        assert echo(coach).startswith("1 van 3")


async def test_escape_comes_back_to_the_same_caret(demo: Desk, sit: Sit) -> None:
    """Whatever was looked at: caret, view and words are as they were, and typing goes on there."""
    async with sit(demo) as coach:
        await in_a_talk(coach, PAGE)
        editor(coach).move_cursor((40, 3))
        await coach.pilot.pause()
        caret, view = editor(coach).cursor_location, editor(coach).scroll_offset
        await coach.press("ctrl+n")
        await coach.write("cafe")
        assert editor(coach).scroll_offset != view
        await coach.press("escape")
        assert (editor(coach).cursor_location, editor(coach).scroll_offset) == (caret, view)
        assert editor(coach).has_focus
        assert styles_of(coach, 0) == []
        await coach.write("x")
        assert editor(coach).document.get_line(40) == "regxel 39"


async def test_the_same_key_again_puts_the_caret_there(demo: Desk, sit: Sit) -> None:
    """Ctrl+N once more stays at what was found; letters struck right after it belong there."""
    async with sit(demo) as coach:
        await in_a_talk(coach, PAGE)
        await coach.press("ctrl+n")
        await coach.write("dicht")
        coach.app.post_message(events.Key("ctrl+n", None))
        coach.app.post_message(events.Key("x", "x"))
        await coach.until(lambda: editor(coach).document.get_line(61) == "het Café is xdicht")


async def test_what_is_not_there_is_said(demo: Desk, sit: Sit) -> None:
    """No place, no mark, and a word about it; an empty line says what to type."""
    async with sit(demo) as coach:
        await in_a_talk(coach, PAGE)
        await coach.press("ctrl+n")
        assert echo(coach) == "Typ wat er in deze notities staat."
        await coach.write("zebra")
        assert echo(coach) == "Dat staat niet in deze notities."
        await coach.press("enter", "up", "ctrl+n")
        assert editor(coach).cursor_location == editor(coach).document.end


# tags


async def test_a_tag_is_coloured_and_completed(demo: Desk, sit: Sit) -> None:
    """A domain of life is known as one, an own word is fine; Tab types the rest of a word that was begun."""
    async with sit(demo) as coach:
        await in_a_talk(coach)
        await coach.write("zorgen #schulden #hobby #won")
        assert styles_of(coach, 0) == [("#schulden", KNOWN), ("#hobby", OWN), ("#won", OWN)]
        assert "#wonen" in coach.seen
        await coach.press("tab")
        assert styles_of(coach, 0)[2] == ("#wonen", KNOWN)
        await coach.saved()
    assert text_of(talk(demo).notes) == "zorgen #schulden #hobby #wonen"


async def test_nothing_is_offered_elsewhere(demo: Desk, sit: Sit) -> None:
    """In the middle of a line and in plain words nothing appears after the caret, and Tab goes to the next pane."""
    async with sit(demo) as coach:
        await in_a_talk(coach)
        await coach.write("won #sch")
        await coach.press("home", "right", "right", "right")
        assert editor(coach).suggestion == ""
        await coach.press("end")
        assert editor(coach).suggestion == "ulden"
        await coach.write(" ")
        assert editor(coach).suggestion == ""
        await coach.press("tab")
        assert not editor(coach).has_focus


# what became of a line


async def test_a_task_line_shows_how_the_task_stands(demo: Desk, sit: Sit) -> None:
    """Behind the line, drawn and not typed: the day, and later that it is finished or let go; undo takes it along."""
    async with sit(demo) as coach:
        await in_a_talk(coach)
        await coach.write("> bel !vr\n")
        assert "☐ vr 27 nov" in coach.seen
        await coach.press("f2", "end", "space")
        assert "✓ klaar · di 24 nov" in coach.seen
        await coach.press("delete")
        assert "· losgelaten · di 24 nov" in coach.seen
        await coach.press("ctrl+z")
        assert "✓ klaar · di 24 nov" in coach.seen
        await coach.saved()
    assert text_of(talk(demo).notes) == "> bel !vr\n"


async def test_without_room_behind_it_the_margin_says_it(demo: Desk, sit: Sit) -> None:
    """A line that fills its row says in one word in the margin how it stands."""
    async with sit(demo) as coach:
        await in_a_talk(coach)
        await coach.write("> tien tekens en nog wat erbij doen\n")
        assert "Open  > tien tekens en nog wat erbij doen" in coach.seen


async def test_the_dossier_shows_it_too(demo: Desk, sit: Sit) -> None:
    """Who reads the notes of an earlier talk sees behind the line what became of the task."""
    async with sit(demo, size=(160, 40)) as coach:
        await in_a_talk(coach)
        await coach.write("> brief openen !vr\n")
        await coach.press("escape")
        await coach.until(lambda: "> brief openen !vr  ☐ vr 27 nov" in coach.seen)


async def test_what_to_come_back_to_stands_with_the_tasks(demo: Desk, sit: Sit) -> None:
    """Lines with a question mark stand together beside the notes, as they are typed."""
    async with sit(demo) as coach:
        await in_a_talk(coach)
        await coach.write("? de auto !+2w")
        await coach.saved()
        pane = [row[:37] for row in coach.seen.split("\n")]
        assert any("OM OP TERUG TE KOMEN" in row for row in pane)
        assert any("? de auto" in row for row in pane)
        await coach.press("enter")
        await coach.saved()
        assert any("? de auto  di 8 dec" in row[:37] for row in coach.seen.split("\n"))


# typing


async def test_a_long_paragraph_is_mentioned_once_and_goes_on(demo: Desk, sit: Sit) -> None:
    """Past four thousand signs a quiet line says so; nothing is refused."""
    async with sit(demo) as coach:
        await in_a_talk(coach, "woord " * (LONG // 6))
        assert "Deze alinea wordt lang" not in coach.seen
        await coach.write("nog wat")
        assert "Deze alinea wordt lang" in coach.seen
        await coach.saved()
    assert text_of(talk(demo).notes) == "woord " * (LONG // 6) + "nog wat"


async def test_an_accent_after_its_letter_becomes_one_with_it(demo: Desk, sit: Sit) -> None:
    """Some keyboards send e and then its accent: one sign stands there, and Backspace takes it away as one."""
    async with sit(demo) as coach:
        await in_a_talk(coach)
        for sign in "cafe\u0301s":
            coach.app.post_message(events.Key(sign, sign))
        await coach.pilot.pause()
        assert editor(coach).text == "cafés"
        await coach.press("backspace", "backspace")
        assert editor(coach).text == "caf"


@pytest.mark.parametrize("text", ["regel van de notities\n" * 20_000, "woord " * 80_000], ids=["lines", "paragraph"])
async def test_a_very_long_paste_and_taking_it_back(demo: Desk, sit: Sit, text: str) -> None:
    """Half a megabyte is all there, is saved, and one undo takes all of it away; redo brings it back."""
    async with sit(demo) as coach:
        await in_a_talk(coach)
        await coach.write("ervoor\n")
        await coach.saved()
        await paste(coach, text)
        await coach.saved()
        assert text_of(talk(demo).notes) == f"ervoor\n{text}"
        await coach.press("ctrl+z")
        assert editor(coach).text == "ervoor\n"
        await coach.press("ctrl+y")
        await coach.saved()
    assert text_of(talk(demo).notes) == f"ervoor\n{text}"
