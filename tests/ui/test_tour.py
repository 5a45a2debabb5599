"""The tour on fictional clients: calm lines at the foot of the screen, from the list to a scored task and a document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Input

from sessionpad.desk.desk import Desk
from sessionpad.desk.door import DemoDoor
from sessionpad.domain.dossier import Dossier
from sessionpad.i18n.texts import texts_in
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.base import Notice
from sessionpad.ui.screens.client_view import ClientViewScreen
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.tour import STEPS
from sessionpad.ui.widgets.notes_editor import NotesEditor
from sessionpad.ui.widgets.tour_line import TourLine
from tests.ui.conftest import Clock, Coach, Sit

LINES: dict[Language, tuple[str, str]] = {
    "nl": ("+ heeft zelf gebeld\n", "> even bellen @ik !vr\n"),
    "en": ("+ called by herself\n", "> make a call @me !fri\n"),
}


def told(coach: Coach) -> str:
    """The line of the tour on the screen that is on top."""
    return " ".join(coach.app.screen.query_one(TourLine).said)


async def at(coach: Coach, number: int) -> None:
    """Until the tour is there; its line is then seen whole, in whichever way it is broken."""
    await coach.until(lambda: bool(coach.app.screen.query(TourLine)) and f" {number} " in told(coach)[:20])
    await coach.pilot.pause()
    assert "".join(told(coach).split()) in "".join(coach.seen.split())


def talked_about(coach: Coach) -> Dossier:
    return coach.on(AgreementScreen)._pad.dossier


async def through_the_talk(coach: Coach, language: Language) -> None:
    """From the list, as each line says, to the map of the dossier after the talk."""
    await at(coach, 1)
    await coach.press("enter")
    await at(coach, 2)
    await coach.press("enter")
    await at(coach, 3)
    noted, task = LINES[language]
    await coach.write(noted)
    await at(coach, 4)
    await coach.press("f2", "4")
    await coach.app._look_around()  # at once, as it does by itself a little later
    await at(coach, 4)
    await coach.press("3")
    await at(coach, 5)
    await coach.press("f2")
    await coach.write(task)
    await at(coach, 6)
    await coach.press("f12")
    await at(coach, 7)
    coach.on(ClientViewScreen)
    await coach.press("f12")
    await at(coach, 8)
    await coach.press("escape")
    await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_tour_ends_in_a_scored_task_and_an_agreement_on_paper(
    language: Language, size: tuple[int, int], clock: Clock, home: Path, sit: Sit
) -> None:
    """Whoever does what the lines say has scored a task and has a Word document; then the tour is over by itself."""
    door = DemoDoor(language, clock)
    async with sit(door.enter(), door=door, language=language, size=size) as coach:
        await coach.press("f5")
        await through_the_talk(coach, language)
        await coach.press("f4")
        await at(coach, 9)
        before = len(talked_about(coach).papers)
        await coach.press("f5")
        await at(coach, len(STEPS))
        dossier = talked_about(coach)
        talk = dossier.open_session
        assert talk is not None
        assert any((each.effort, each.result) == (4, 3) for each in talk.reviews)
        assert len(dossier.papers) == before + 1
        assert len(list((home / "Documents").glob("*.docx"))) == 1
        await coach.press("escape")
        await coach.until(lambda: coach.app.tour is None and not coach.app.screen.query(TourLine))


async def test_it_is_offered_in_the_demo_and_nowhere_else(demo: Desk, demo_door: DemoDoor, sit: Sit) -> None:
    """A quiet line on the list says so; with real clients there is no such line and no such key."""
    async with sit(demo_door.enter(), door=demo_door) as coach:
        assert "rondleiding van twee minuten" in coach.on(ClientsScreen).query_one(Notice).message
        assert "F5 rondleiding" in coach.seen
    async with sit(demo) as coach:
        assert "rondleiding" not in coach.seen
        await coach.press("f5")
        assert not coach.app.screen.query(TourLine)


@pytest.mark.parametrize("keys", [("escape", "escape", "f5"), ("f1", "f5", "escape")])
async def test_it_can_be_left_any_time(keys: tuple[str, ...], demo_door: DemoDoor, sit: Sit) -> None:
    """F5 on the list or in help: the line is gone from every screen, and what was typed stands there."""
    async with sit(demo_door.enter(), door=demo_door) as coach:
        await coach.press("f5", "enter", "enter")
        await at(coach, 3)
        await coach.write("half een zin")
        await coach.press(*keys)
        await coach.until(lambda: not any(screen.query(TourLine) for screen in coach.app.screen_stack))
        assert coach.app.tour is None
        if keys[0] == "f1":
            assert coach.on(SessionScreen).query_one(NotesEditor).text == "half een zin"


async def test_it_never_takes_the_caret_or_a_key(demo_door: DemoDoor, sit: Sit) -> None:
    """While it goes on everything works as ever, in another order too, and the caret stays where one types."""
    async with sit(demo_door.enter(), door=demo_door) as coach:
        await coach.press("f5")
        await at(coach, 1)
        assert coach.on(ClientsScreen).query_one(Notice).message == ""
        assert isinstance(coach.app.focused, Input)
        await coach.write("A.")
        await coach.press("enter", "f4")
        coach.on(AgreementScreen)
        await coach.until(lambda: bool(coach.app.screen.query(TourLine)))
        assert "gaat verder op de kaart van het dossier" in told(coach)
        await coach.press("escape", "home", "enter")
        editor = coach.on(SessionScreen).query_one(NotesEditor)
        await at(coach, 3)
        assert editor.has_focus
        await coach.write("een\n\ntwee")
        await coach.press("up", "up")
        caret = editor.cursor_location
        await at(coach, 4)
        assert editor.cursor_location == caret
        await coach.write("x")
        assert editor.text == "eenx\n\ntwee"


async def test_it_waits_behind_the_lock(demo_door: DemoDoor, sit: Sit) -> None:
    """A locked pad says nothing of the tour; after the passphrase it goes on where it was."""
    async with sit(demo_door.enter(), door=demo_door) as coach:
        await coach.press("f5", "enter", "enter")
        await at(coach, 3)
        await coach.lock()
        assert "Rondleiding" not in coach.seen
        await coach.unlock()
        await at(coach, 3)
        await coach.press("escape", "escape")
        await coach.until(
            lambda: bool(coach.app.screen.query(TourLine)) and isinstance(coach.app.screen, ClientsScreen)
        )
        assert coach.on(ClientsScreen).query_one(Notice).message == ""
        assert "F5 rondleiding" in coach.seen


async def test_the_language_may_change_on_the_way(demo_door: DemoDoor, sit: Sit) -> None:
    """The line is in the language of the screen at once."""
    async with sit(demo_door.enter(), door=demo_door) as coach:
        await coach.press("f5")
        await at(coach, 1)
        await coach.press("f9")
        await coach.until(lambda: told(coach).startswith("Tour 1 of"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_short(language: Language) -> None:
    """Each fits in two rows of a narrow screen, and names a key, or where to go."""
    say = texts_in(language).say
    for step in STEPS:
        for line in filter(None, (step.say, step.back)):
            assert len(say(line)) <= 150, line
        assert re.search(r"Enter|F\d+|Esc|Ctrl|\+ ", say(step.say)), step.say
