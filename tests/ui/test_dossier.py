"""A dossier at a glance, and the talks that can be read again."""

from __future__ import annotations

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.trajectory import Phase
from sessionpad.errors import StorageFailed
from sessionpad.store.repository import Repository
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.rows import Rows
from tests.ui.conftest import Coach, Sit, dossier_of

NARROW = (80, 24)


def said(coach: Coach) -> str:
    return " ".join(coach.seen.split())


async def test_it_shows_where_one_is(demo: Desk, sit: Sit) -> None:
    """Goal, reason, phase, time, agreement, last summary, appointment, tasks and talks stand on one screen."""
    async with sit(demo, size=NARROW) as coach:
        await coach.press("enter")
        for words in (
            "A. · Amina Lindeboom",
            "ligt al mijn post geopend",
            "Waarvoor",
            "uitvoering",
            "nog 5 weken",
            "nummer 1, schriftelijk",
            "Samenvatting van vorige keer",
            "om 14:00 · kamer 2",
            "elke dag brievenbus leegmaken",
            "gesprek 2",
            "gesprek 1",
        ):
            assert words in said(coach), words


async def test_an_earlier_talk_can_be_read(demo: Desk, sit: Sit) -> None:
    """The caret on a talk shows what was noted in it, its scores, its tasks and its summary."""
    async with sit(demo) as coach:
        await coach.press("enter")
        assert "mappen" in coach.seen
        assert "Besproken taken" in coach.seen
        earlier = dossier_of(demo, "A.").sessions[0]
        words = earlier.notes[0].text.split()[:3]
        assert " ".join(words) not in said(coach)
        await coach.press("down")
        assert " ".join(words) in said(coach)
        await coach.press("up")
        assert " ".join(words) not in said(coach)


async def test_a_narrow_window_reads_with_one_key(demo: Desk, sit: Sit) -> None:
    """At 80 by 24 F7 turns to the notes of the chosen talk, scrolls there, and turns back; Escape does so too."""
    async with sit(demo, size=NARROW) as coach:
        await coach.press("enter")
        for words in ("F7 lezen", "Esc cliënten", "F6 fase", "een uur mee komen sorteren"):
            assert words in coach.seen, words
        await coach.press("f7")
        assert "WAT ER GENOTEERD IS" in coach.seen
        before = coach.seen
        await coach.press("pagedown")
        assert coach.seen != before
        await coach.press("f7")
        assert "GESPREKKEN" in coach.seen
        assert coach.on(DossierScreen).query_one(Rows).has_focus
        await coach.press("f7", "escape")
        assert "GESPREKKEN" in coach.seen
        coach.on(DossierScreen)


async def test_the_mouse_chooses_the_talk_under_it(demo: Desk, sit: Sit) -> None:
    """A click on a row inside the frame takes that row, not the one beside it."""
    async with sit(demo) as coach:
        await coach.press("enter")
        await coach.pilot.click("#sessions", offset=(5, 2))
        first, second = (each.id for each in reversed(dossier_of(demo, "A.").sessions))
        assert coach.on(DossierScreen).query_one(Rows).chosen == second
        await coach.pilot.click("#sessions", offset=(5, 1))
        assert coach.on(DossierScreen).query_one(Rows).chosen == first


async def test_the_phase_goes_on_and_back(demo: Desk, sit: Sit) -> None:
    """F6 changes the phase, Ctrl+Z takes it back and says so, Ctrl+Y does it again; all of it is saved."""
    async with sit(demo) as coach:
        await coach.press("enter")
        assert dossier_of(demo, "A.").trajectory.phases == (Phase.EXECUTION,)
        await coach.press("f6")
        await coach.saved()
        (after,) = dossier_of(demo, "A.").trajectory.phases
        assert after is not Phase.EXECUTION
        await coach.press("ctrl+z")
        assert "Ongedaan gemaakt" in coach.seen
        await coach.saved()
        assert dossier_of(demo, "A.").trajectory.phases == (Phase.EXECUTION,)
        await coach.press("ctrl+y")
        await coach.saved()
        assert dossier_of(demo, "A.").trajectory.phases == (after,)
        await coach.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert "Er is niets om ongedaan te maken." in coach.seen


async def test_undo_on_the_dossier_takes_back_a_begun_talk(demo: Desk, sit: Sit) -> None:
    """A talk begun by mistake is gone with a few undos, and the list of talks follows."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("per ongeluk")
        await coach.press("escape")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        assert len(coach.on(DossierScreen).query_one(Rows).keys) == 3
        await coach.press("ctrl+z", "ctrl+z")
        assert len(coach.on(DossierScreen).query_one(Rows).keys) == 2
        assert "per ongeluk" not in coach.seen
        await coach.saved()
    assert len(dossier_of(demo, "A.").sessions) == 2


async def test_an_empty_dossier_says_what_to_do(desk: Desk, sit: Sit) -> None:
    """Without talks and tasks it says how to begin, and every key still does something sensible."""
    desk.new_client("L. 1")
    async with sit(desk, size=NARROW) as coach:
        await coach.press("enter")
        assert "Nog geen gesprekken. Druk op Enter" in said(coach)
        await coach.press("down", "up", "end", "home", "pageup", "f7", "f7")
        coach.on(DossierScreen)
        await coach.press("enter")
        coach.on(SessionScreen)


async def test_a_full_disk_keeps_one_at_the_dossier(demo: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not on disk is not left behind: it says so and stays, and goes on when the disk can again."""

    def full(*_: object, **__: object) -> None:
        raise StorageFailed("disk-full", reason="ENOSPC")

    async with sit(demo) as coach:
        await coach.press("enter")
        with monkeypatch.context() as patch:
            patch.setattr(Repository, "save", full)
            await coach.press("f6", "escape")
            await coach.until(lambda: "De schijf is vol." in coach.seen)
            coach.on(DossierScreen)
        await coach.press("escape")
        await coach.until(lambda: isinstance(coach.app.screen, ClientsScreen))
    assert dossier_of(demo, "A.").trajectory.phases != (Phase.EXECUTION,)
