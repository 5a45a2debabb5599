"""The map of one client: where we are, the way to every room, and the talks that can be read again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.trajectory import Phase
from sessionpad.errors import StorageFailed
from sessionpad.i18n.texts import texts_in
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.store.repository import Repository
from sessionpad.ui.rooms import ROOMS
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.line import Block
from sessionpad.ui.widgets.rows import Rows
from tests.ui.conftest import Coach, Sit, dossier_of

NARROW, WIDE, TALL = (80, 24), (120, 40), (120, 90)


def said(coach: Coach) -> str:
    return " ".join(coach.seen.split())


def talks(coach: Coach) -> Rows:
    return coach.on(DossierScreen).query_one("#sessions", Rows)


async def test_the_map_shows_where_one_is(demo: Desk, sit: Sit) -> None:
    """Phases and what comes next, goal with weeks and talks left, tasks by owner, what waits, growth, agreement."""
    async with sit(demo, size=TALL) as coach:
        await coach.press("enter")
        for words in (
            "Waar zijn we? uitvoering",
            "daarna: afsluiting",
            "ligt al mijn post geopend",
            "Waarvoor",
            "bezig · nog 5 weken · 2 gesprekken · nog 6 gesprekken",
            "Samenvatting van vorige keer",
            "om 14:00 · kamer 2",
            "beloofd door mij ▸ adres sociaal huis mailen",
            "van de cliënt ▸ elke dag brievenbus leegmaken",
            "▸ samen naar het loket van het sociaal huis vr 27 nov",
            "van het netwerk ▸ een uur mee komen sorteren Leila",
            "1▸ Ik ben het overzicht over mijn post kwijt. nu",
            "nummer 1, ondertekend",
        ):
            assert words in " ".join(_middle(coach).split()), words


@pytest.mark.parametrize(("size", "days", "is_said"), [(NARROW, 21, True), (WIDE, 21, True), (NARROW, 22, False)])
async def test_that_it_ends_is_said_well_ahead(
    desk: Desk, sit: Sit, size: tuple[int, int], days: int, is_said: bool
) -> None:
    """Three weeks before the day of the goal the dossier says by itself that the end is in sight. Source: GW-92."""
    pad = desk.new_client("E. 1")
    pad.change_trajectory(fallback="dan bellen we")
    pad.change_goal(text="post open", deadline=desk.today + timedelta(days=days))
    pad.save()
    async with sit(desk, size=size) as coach:
        await coach.press("enter")
        assert ("tijd om het over afronden te hebben" in said(coach)) is is_said


def _middle(coach: Coach) -> str:
    return "\n".join(line[28:82] for line in coach.seen.splitlines())


async def test_growth_is_a_picture_and_words(demo: Desk, sit: Sit) -> None:
    """Each task shows effort and result apart, as blocks and in words; the goal shows how near it came."""
    async with sit(demo, size=TALL) as coach:
        await coach.press("enter")
        middle = " ".join(_middle(coach).split())
        assert "elke dag brievenbus leegmaken inzet █ heel veel resultaat ▆ grotendeels" in middle
        assert "dichter bij het doel ██▄ duidelijk dichterbij, duidelijk dichterbij, een beetje dichterbij" in middle


async def test_then_stands_beside_now(demo: Desk, sit: Sit) -> None:
    """The first own words of the client stand beside the last ones."""
    async with sit(demo, size=TALL) as coach:
        await coach.press("enter")
        middle = " ".join(_middle(coach).split())
        assert "toen ik durf de grote enveloppen niet open te doen nu zolang hij dicht blijft" in middle


async def test_what_comes_back_today_is_at_the_top(demo: Desk, sit: Sit) -> None:
    """What was put aside stands quietly above everything else, at 80 columns too."""
    async with sit(demo, size=NARROW) as coach:
        await coach.press("enter")
        assert "de energiebrief: wat" in "\n".join(coach.seen.splitlines()[:3])


@pytest.mark.parametrize(("language", "size"), [("nl", NARROW), ("en", WIDE)])
async def test_every_room_can_be_gone_into(
    demos: dict[Language, Desk], sit: Sit, language: Language, size: tuple[int, int]
) -> None:
    """Each row of the menu leads to its room, at every width, and Escape leads back to the same row."""
    async with sit(demos[language], language=language, size=size) as coach:
        await coach.press("enter")
        menu = coach.on(DossierScreen).query_one("#menu", Rows)
        assert menu.keys == ["talk", *map(str, range(len(ROOMS)))]
        for number, room in enumerate(ROOMS):
            await coach.press("down")
            what = coach.on(DossierScreen).query_one("#what", Block)
            assert what.content.plain == texts_in(language).say(room.what)
            assert len(what.content.wrap(what.content_size.width)) <= what.content_size.height
            await coach.press("enter")
            assert coach.app.screen.room is room  # type: ignore[attr-defined]
            await coach.press("escape")
            await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
            assert menu.chosen == str(number)


async def test_a_room_is_found_in_the_list_of_everything(demo: Desk, sit: Sit) -> None:
    """The command palette knows every room, from the dossier, from another room and from a talk."""
    async with sit(demo) as coach:
        await coach.press("enter")
        for way in ((), ("enter",), ("escape", "f4")):
            await coach.press(*way, "ctrl+p")
            await coach.pilot.pause()
            await coach.write("levensgebieden")
            await coach.until(lambda: "één of twee tegelijk" in said(coach))
            await coach.press("enter")
            await coach.until(lambda: "A. · levensgebieden" in coach.seen)
            await coach.press("escape")


async def test_undo_in_a_room_never_takes_the_talk_below_it(demo: Desk, sit: Sit) -> None:
    """From a talk one may go into a room and undo there as often as one likes: the talk is still there."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "ctrl+p")
        await coach.pilot.pause()
        await coach.write("levensgebieden")
        await coach.until(lambda: "één of twee tegelijk" in said(coach))
        await coach.press("enter", "ctrl+z", "ctrl+z", "ctrl+z", "escape")
        coach.on(SessionScreen)
        await coach.write("verder")
        await coach.saved()
    assert dossier_of(demo, "A.").sessions[-1].notes[-1].text == "verder"


async def test_an_earlier_talk_can_be_read(demo: Desk, sit: Sit) -> None:
    """The caret on a talk shows what was noted in it, its scores, its tasks and its summary."""
    async with sit(demo) as coach:
        await coach.press("enter", "f7")
        assert "mappen" in coach.seen
        earlier = dossier_of(demo, "A.").sessions[0]
        words = earlier.notes[0].text.split()[:3]
        assert " ".join(words) not in said(coach)
        await coach.press("down")
        assert " ".join(words) in said(coach)
        await coach.press("up")
        assert " ".join(words) not in said(coach)


async def test_a_narrow_window_reads_with_one_key(demo: Desk, sit: Sit) -> None:
    """At 80 by 24 F7 turns to the talks, Enter to the notes of the chosen one, and F7 or Escape turns back."""
    async with sit(demo, size=NARROW) as coach:
        await coach.press("enter")
        for words in ("F7 lezen", "Esc cliënten", "F6 fase"):
            assert words in coach.seen, words
        await coach.press("f7")
        assert "WAT ER GENOTEERD IS" in coach.seen
        assert "GESPREKKEN" in coach.seen
        await coach.press("enter")
        before = coach.seen
        await coach.press("pagedown")
        assert coach.seen != before
        await coach.press("f7")
        assert "GESPREKKEN" not in coach.seen
        assert coach.on(DossierScreen).query_one("#menu").has_focus
        await coach.press("f7", "escape")
        assert "GESPREKKEN" not in coach.seen
        coach.on(DossierScreen)


async def test_the_mouse_chooses_the_talk_under_it(demo: Desk, sit: Sit) -> None:
    """A click on a row inside the frame takes that row, not the one beside it."""
    async with sit(demo) as coach:
        await coach.press("enter")
        await coach.pilot.click("#sessions", offset=(5, 2))
        first, second = (each.id for each in reversed(dossier_of(demo, "A.").sessions))
        assert talks(coach).chosen == second
        await coach.pilot.click("#sessions", offset=(5, 1))
        assert talks(coach).chosen == first


async def test_the_mouse_goes_into_a_room(demo: Desk, sit: Sit) -> None:
    """A click chooses a row, a second one goes in."""
    async with sit(demo) as coach:
        await coach.press("enter")
        row = next(y for y, line in enumerate(coach.seen.splitlines()) if "levensgebieden" in line)
        await coach.pilot.click(offset=(5, row))
        await coach.pilot.click(offset=(5, row))
        await coach.until(lambda: "A. · levensgebieden" in coach.seen)


async def test_phases_are_chosen_freely(demo: Desk, sit: Sit) -> None:
    """Several at once and back again; there is always one; undo takes a choice back and says so. Source: GW-60."""
    async with sit(demo, size=NARROW) as coach:
        await coach.press("enter", "f6", "2")
        await coach.saved()
        assert dossier_of(demo, "A.").trajectory.phases == (Phase.CLARIFYING, Phase.EXECUTION)
        await coach.press("4", "2")
        await coach.saved()
        assert dossier_of(demo, "A.").trajectory.phases == (Phase.CLARIFYING,)
        assert "Waar zijn we? vraagverduidelijking" in said(coach)
        assert "daarna: doel en strategie" in said(coach)
        await coach.press("ctrl+z")
        assert "Ongedaan gemaakt" in coach.seen
        await coach.press("ctrl+y", "ctrl+z", "ctrl+z", "ctrl+z")
        assert "Er is niets om ongedaan te maken." in coach.seen
        await coach.saved()
        assert dossier_of(demo, "A.").trajectory.phases == (Phase.EXECUTION,)
        await coach.press("f6", "enter")
        coach.on(SessionScreen)


async def test_undo_on_the_dossier_takes_back_a_begun_talk(demo: Desk, sit: Sit) -> None:
    """A talk begun by mistake is gone with a few undos, and the list of talks follows."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("per ongeluk")
        await coach.press("escape")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        assert len(talks(coach).keys) == 3
        assert "verder met gesprek" in coach.seen
        await coach.press("ctrl+z", "ctrl+z")
        assert len(talks(coach).keys) == 2
        assert "per ongeluk" not in coach.seen
        await coach.saved()
    assert len(dossier_of(demo, "A.").sessions) == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_empty_dossier_says_what_to_do(desk: Desk, sit: Sit, language: Language) -> None:
    """Without talks and tasks it says how to begin, and every key still does something sensible."""
    desk.new_client("L. 1")
    async with sit(desk, language=language, size=NARROW) as coach:
        await coach.press("enter")
        today = {"nl": "gesprek van vandaag", "en": "today's talk"}
        none = {"nl": "nog geen doel", "en": "no goal yet"}
        assert today[language] in coach.seen
        assert none[language] in said(coach)
        await coach.press("f7", "down", "up", "end", "home", "pageup", "enter", "f7")
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
            await coach.press("f6", "1", "escape")
            await coach.until(lambda: "De schijf is vol." in coach.seen)
            coach.on(DossierScreen)
        await coach.press("escape")
        await coach.until(lambda: isinstance(coach.app.screen, ClientsScreen))
    assert dossier_of(demo, "A.").trajectory.phases == (Phase.FIRST_RECEPTION, Phase.EXECUTION)
