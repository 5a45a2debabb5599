"""Rounding off: everything may be skipped, and nothing that is typed is lost."""

from __future__ import annotations

from datetime import datetime

from sessionpad.desk.desk import Desk
from sessionpad.domain.notes import text_of
from sessionpad.domain.session import Session, Tempo
from sessionpad.errors import InvalidInput
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import texts_in
from sessionpad.ui.screens.closing import ClosingScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.field import Hint
from sessionpad.ui.widgets.notes_editor import NotesEditor
from tests.ui.conftest import Clock, Coach, Sit, dossier_of

NO_DATE = sentence(InvalidInput("date-unknown"), texts_in("nl"))
NARROW = (80, 24)


def said(coach: Coach) -> str:
    return " ".join(coach.seen.split())


def talk(desk: Desk) -> Session:
    return dossier_of(desk, "A.").sessions[-1]


async def to_next(coach: Coach, text: str) -> None:
    """Type the next appointment."""
    coach.on(ClosingScreen).field("next").take_caret()
    await coach.pilot.pause()
    await coach.write(text)


async def test_everything_may_be_skipped(demo: Desk, sit: Sit, clock: Clock) -> None:
    """F3 twice from the notes ends the talk at once, with nothing filled in and no word about it."""
    async with sit(demo, size=NARROW) as coach:
        await coach.press("enter", "enter")
        await coach.write("kort gesprek")
        clock.pass_(minutes=20)
        await coach.press("f3", "f3")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
    ended = talk(demo)
    assert ended.ended_at == clock.now
    assert (ended.summary, ended.next_at, ended.next_where, ended.last_word) == ("", None, "", "")
    assert text_of(ended.notes) == "kort gesprek"


async def test_all_of_it_is_kept(demo: Desk, sit: Sit) -> None:
    """Summary, appointment with its echo in full, place and last word are in the dossier; the tasks stand there."""
    async with sit(demo, size=NARROW) as coach:
        await coach.press("enter", "enter")
        await coach.write("> brief samen openen @samen !vr\n")
        await coach.press("f3")
        assert "brief samen openen (samen · vr 27 nov" in said(coach)
        await coach.write("Eén brief per dag.\nKlopt dat?")
        await to_next(coach, "di 14u30")
        coach.on(ClosingScreen).take_in()
        await coach.pilot.pause()
        assert "dinsdag 1 december 2026 om 14:30" in coach.seen
        await coach.press("tab")
        await coach.write("kamer 2")
        await coach.press("tab", "tab", "tab")
        await coach.write("Ik zag je lachen.")
        await coach.press("f3")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
    ended = talk(demo)
    assert ended.summary == "Eén brief per dag.\nKlopt dat?"
    assert ended.next_at == datetime(2026, 12, 1, 14, 30, tzinfo=ended.started_at.tzinfo)
    assert (ended.next_where, ended.last_word) == ("kamer 2", "Ik zag je lachen.")


async def test_a_date_that_cannot_be_read_is_not_dropped(demo: Desk, sit: Sit) -> None:
    """It stays as typed with the sentence under it; the first F3 goes there, the second ends without it."""
    async with sit(demo, size=NARROW) as coach:
        await coach.press("enter", "enter", "f3")
        await to_next(coach, "31/2 14u")
        coach.on(ClosingScreen).take_in()
        await coach.pilot.pause()
        field = coach.on(ClosingScreen).field("next")
        assert (field.value, field.query_one(Hint).said) == ("31/2 14u", NO_DATE)
        await coach.press("tab", "f3")
        coach.on(ClosingScreen)
        assert '"31/2 14u" kan ik niet lezen' in said(coach)
        assert field.has_focus_within
        assert talk(demo).is_open
        await coach.press("f3")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
    assert talk(demo).next_at is None
    assert not talk(demo).is_open


async def test_escape_goes_back_to_the_talk(demo: Desk, sit: Sit) -> None:
    """Escape leads back to the same caret; what was filled in stands there the next time, and the talk goes on."""
    async with sit(demo, size=NARROW) as coach:
        await coach.press("enter", "enter")
        await coach.write("nog bezig")
        await coach.press("left", "left")
        caret = coach.on(SessionScreen).query_one(NotesEditor).cursor_location
        await coach.press("f3")
        await coach.write("Half een zin")
        await coach.press("escape")
        editor = coach.on(SessionScreen).query_one(NotesEditor)
        assert (editor.has_focus, editor.cursor_location, editor.text) == (True, caret, "nog bezig")
        await coach.press("f3")
        assert coach.on(ClosingScreen).field("summary").value == "Half een zin"
        await coach.press("escape")
        await coach.saved()
    assert talk(demo).is_open
    assert talk(demo).summary == "Half een zin"


async def test_undo_never_takes_the_talk_away(demo: Desk, sit: Sit) -> None:
    """However often it is pressed, undo stops at the beginning of the talk that is on the screen."""
    async with sit(demo, size=NARROW) as coach:
        await coach.press("enter", "enter")
        await coach.write("eerst")
        await coach.press("f3")
        await coach.write("Samen")
        await coach.press(*["ctrl+z"] * 4)
        assert "Er is niets om ongedaan te maken." in coach.seen
        assert coach.on(ClosingScreen).field("summary").value == ""
        await coach.press("escape")
        coach.on(SessionScreen)
        await coach.saved()
    assert len(dossier_of(demo, "A.").sessions) == 3


async def test_the_words_follow_the_language(demo: Desk, sit: Sit) -> None:
    """Another language turns the names and the advice over and leaves what was typed."""
    async with sit(demo, size=(80, 50)) as coach:
        await coach.press("enter", "enter", "f3")
        await coach.write("Blijft staan.")
        coach.app.action_switch_language()
        await coach.pilot.pause()
        for words in ("Next appointment", "Positive last word", "Blijft staan.", "end this talk"):
            assert words in coach.seen, words
        assert "Volgende afspraak" not in coach.seen


async def test_the_client_has_the_say_about_the_talk(demo: Desk, sit: Sit) -> None:
    """Whether the summary is right, rest or on, what was of use and what otherwise: the client's words, all optional."""
    async with sit(demo, size=NARROW) as coach:
        await coach.press("enter", "enter", "f3")
        screen = coach.on(ClosingScreen)
        assert not screen.field("reached").display
        for key, typed in (("right", "1"), ("tempo", "1"), ("useful", "samen bellen"), ("otherwise", "minder vragen")):
            screen.field(key).take_caret()
            await coach.pilot.pause()
            await (coach.press(typed) if typed == "1" else coach.write(typed))
        await coach.press("escape", "f3")
        assert coach.on(ClosingScreen).field("useful").value == "samen bellen"
        await coach.saved()
    kept = talk(demo)
    assert (kept.summary_right, kept.tempo, kept.useful, kept.otherwise) == (
        True, Tempo.REST, "samen bellen", "minder vragen",
    )  # fmt: skip


async def test_what_was_wanted_is_looked_at_again(demo: Desk, sit: Sit) -> None:
    """What the client wanted from the talk is asked about after the summary, and what came of it is kept. Source: GW-57."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "f4")
        await coach.write("weten wie ik kan bellen")
        await coach.press("escape", "f3", "tab", "tab")
        assert "Aan het begin: weten wie ik kan bellen" in said(coach)
        await coach.write("twee nummers")
        await coach.saved()
    assert talk(demo).reached == "twee nummers"
