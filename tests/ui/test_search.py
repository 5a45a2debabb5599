"""Words looked for at the keys: in this dossier, in all of them, and going to the line."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.desk.door import Door
from sessionpad.desk.searching import Hits, Progress, Searching
from sessionpad.domain.lines import Line
from sessionpad.domain.notes import text_of
from sessionpad.i18n.texts import texts_in
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.store.vault import memory_vault
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.search import MOST, SearchScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.screens.story import StoryScreen
from sessionpad.ui.widgets.notes_editor import NotesEditor
from sessionpad.ui.widgets.rows import Rows
from tests.ui.conftest import Clock, Coach, Sit, counter, dossier_of


def rows(coach: Coach) -> Rows:
    return coach.on(SearchScreen).query_one("#found", Rows)


async def looked(coach: Coach, words: str) -> None:
    """Type the words and wait until everything is looked through."""
    await coach.write(words)
    screen = coach.on(SearchScreen)
    await coach.until(lambda: bool(screen._words) and not screen._is_looking)


async def test_from_the_list_all_dossiers_are_searched(demo: Desk, sit: Sit) -> None:
    """A line is found whoever's it is, with its day and its kind, and Enter shows what stands around it."""
    async with sit(demo) as coach:
        await coach.press("ctrl+f")
        await looked(coach, "BRIÉF kast")
        assert "Zoeken in alle dossiers" in coach.seen
        assert "5 van 5 dossiers" in coach.seen
        (line,) = [line for line in coach.seen.splitlines() if "de dikke brief" in line]
        assert line.split()[:5] == ["A.", "di", "10", "nov", "notitie"]
        await coach.press("enter")
        coach.on(StoryScreen)
        assert "▸ - de dikke brief van de energie ligt nog op de kast" in coach.seen
        await coach.press("escape")
        assert rows(coach).keys
        await coach.press("escape")
        coach.on(ClientsScreen)


async def test_a_found_dossier_is_opened(demo: Desk, sit: Sit) -> None:
    """Enter on the line, Enter once more: its dossier is open, and Escape leads back to the list."""
    async with sit(demo) as coach:
        await coach.press("ctrl+f")
        await looked(coach, "stille week")
        await coach.press("enter", "enter")
        assert coach.on(DossierScreen)._pad.dossier.client.code == "M."
        await coach.press("escape")
        await coach.until(lambda: isinstance(coach.app.screen, ClientsScreen))


async def test_from_the_notes_and_back_to_the_same_caret(demo: Desk, sit: Sit) -> None:
    """Looking something up in the middle of a sentence costs no place in it."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("eerst dit\nze vertelt dat")
        await coach.press("up", "left", "left")
        caret = coach.on(SessionScreen).query_one(NotesEditor).cursor_location
        await coach.press("ctrl+f")
        await looked(coach, "enveloppen")
        assert "Zoeken in het dossier van A." in coach.seen
        await coach.press("enter")
        assert "▸ " in coach.seen
        assert "dossier openen" not in coach.seen
        await coach.press("enter", "escape", "escape")
        editor = coach.on(SessionScreen).query_one(NotesEditor)
        assert coach.app.focused is editor
        assert editor.cursor_location == caret


async def test_a_line_of_this_talk_takes_the_caret(demo: Desk, sit: Sit) -> None:
    """What was typed a moment ago is found, and the caret goes to the word."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("een\nde meterstand doorgeven\ndrie")
        await coach.press("ctrl+f")
        await looked(coach, "METERSTAND")
        await coach.press("enter")
        editor = coach.on(SessionScreen).query_one(NotesEditor)
        assert editor.has_focus
        assert editor.cursor_location == (1, 3)
        await coach.write("x")
        await coach.saved()
    assert "de xmeterstand" in text_of(dossier_of(demo, "A.").sessions[-1].notes)


@pytest.mark.parametrize("way", [(), ("enter",)], ids=["clients", "dossier"])
async def test_a_talk_under_way_is_gone_to_from_elsewhere(way: tuple[str, ...], demo: Desk, sit: Sit) -> None:
    """From the list and from the dossier Enter on a line of today's talk opens that talk, with the caret on the line."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("een\ntwee speldenkussens\ndrie")
        await coach.saved()
        await coach.press("escape", "escape")
        await coach.until(lambda: isinstance(coach.app.screen, ClientsScreen))
        await coach.press(*way, "ctrl+f")
        await looked(coach, "speldenkussen")
        await coach.press("enter")
        await coach.until(lambda: isinstance(coach.app.screen, SessionScreen))
        await coach.pilot.pause()
        assert coach.on(SessionScreen).query_one(NotesEditor).cursor_location == (1, 5)
        await coach.press("escape", "escape")
        await coach.until(lambda: isinstance(coach.app.screen, ClientsScreen))


async def test_the_same_key_widens_to_all_dossiers(demo: Desk, sit: Sit) -> None:
    """Ctrl+F looks in this dossier, Ctrl+F once more in all, with the same words; and back."""
    async with sit(demo) as coach:
        await coach.press("enter", "ctrl+f")
        await looked(coach, "week")
        here = len(rows(coach).keys)
        await coach.press("ctrl+f")
        await coach.until(lambda: not coach.on(SearchScreen)._is_looking)
        assert len(rows(coach).keys) > here
        assert "Zoeken in alle dossiers" in coach.seen
        await coach.press("ctrl+f")
        await coach.until(lambda: not coach.on(SearchScreen)._is_looking)
        assert len(rows(coach).keys) == here


async def test_another_dossier_is_read_from_a_talk_and_left_again(demo: Desk, sit: Sit) -> None:
    """From a talk another dossier can be opened; Escape comes back to the talk, and the talk's own is not opened twice."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("ik kijk iets na")
        await coach.press("ctrl+f", "ctrl+f")
        await looked(coach, "stille week")
        await coach.press("enter", "enter")
        assert coach.on(DossierScreen)._pad.dossier.client.code == "M."
        await coach.press("ctrl+f", "ctrl+f")
        await looked(coach, "dikke brief")
        await coach.press("enter", "enter")
        coach.on(StoryScreen)
        await coach.press("escape", "escape", "escape")
        await coach.until(lambda: isinstance(coach.app.screen, SessionScreen))
        await coach.write("!")
        await coach.saved()
    assert text_of(dossier_of(demo, "A.").sessions[-1].notes) == "ik kijk iets na!"


async def test_from_a_form_what_was_just_typed_is_found(demo: Desk, sit: Sit) -> None:
    """A goal typed in the agreement is found from there, and shown with what stands beside it."""
    async with sit(demo) as coach:
        await coach.press("enter", "f4")
        coach.on(AgreementScreen).field("fallback").take_caret()
        await coach.write("Kwispelstaart. ")
        await coach.press("ctrl+f")
        await looked(coach, "kwispel")
        assert "overeenkomst" in coach.seen
        await coach.press("enter")
        coach.on(StoryScreen)
        assert "Kwispelstaart." in coach.seen
        await coach.press("escape", "escape")
        coach.on(AgreementScreen)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_typed_and_nothing_found_are_said(
    language: Language, demos: dict[Language, Desk], sit: Sit
) -> None:
    """An empty line says what can be looked for; words that are nowhere get a sentence."""
    say = texts_in(language).say
    async with sit(demos[language], language=language, size=(80, 24)) as coach:
        await coach.press("ctrl+f")
        first = say("Notes, tasks, goals and everything else that was typed. Accents and capitals make no difference.")
        assert first.split(".")[0] in " ".join(coach.seen.split())
        await looked(coach, "xyzzy")
        assert say("There is no line with all these words.") in coach.seen
        await coach.press("enter")
        coach.on(SearchScreen)


async def test_an_empty_vault_can_be_searched(desk: Desk, sit: Sit) -> None:
    """Without clients nothing is found, and that is all."""
    async with sit(desk) as coach:
        await coach.press("ctrl+f")
        await looked(coach, "iets")
        assert "Er is geen regel met al deze woorden." in coach.seen


async def test_results_come_while_one_looks_and_escape_stops(
    demo: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is found stands there before the end; Escape stops looking and keeps it, Escape again goes back."""
    go_on = asyncio.Event()

    async def slowly(self: Searching, typed: str) -> AsyncIterator[Hits | Progress]:  # noqa: ARG001  as it is called
        yield Hits(demo.find("A."), "A.", (Line(path="tasks.text", text=f"de {typed} eerste"),))
        yield Progress(2, 1000, 0)
        await go_on.wait()
        yield Progress(1000, 1000, 0)

    monkeypatch.setattr(Searching, "everywhere", slowly)
    async with sit(demo) as coach:
        await coach.press("ctrl+f")
        await coach.write("naald")
        await coach.until(lambda: "de naald eerste" in coach.seen)
        await coach.until(lambda: "2 van 1000 dossiers" in coach.seen)
        await coach.press("escape")
        assert "Gestopt." in coach.seen
        go_on.set()
        await coach.pilot.pause(0.05)
        assert "de naald eerste" in coach.seen
        assert "1000 van 1000" not in coach.seen
        await coach.press("escape")
        coach.on(ClientsScreen)


async def test_too_much_is_said_and_a_word_more_helps(demo: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of very many lines the first are shown, with a word about it."""

    async def all_of_them(self: Searching, typed: str) -> AsyncIterator[Hits | Progress]:  # noqa: ARG001  as it is called
        for number in range(10):
            lines = tuple(Line(path="tasks.text", text=f"de {row}", row=row) for row in range(100))
            yield Hits(demo.find("A."), f"C{number}", lines)

    monkeypatch.setattr(Searching, "everywhere", all_of_them)
    async with sit(demo) as coach:
        await coach.press("ctrl+f")
        await looked(coach, "de")
        assert len(rows(coach).keys) == MOST
        assert "Dit zijn de eerste 300" in coach.seen


async def test_what_cannot_be_read_is_said(demo: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody thinks that everything was looked through when it was not."""

    async def two_unread(self: Searching, typed: str) -> AsyncIterator[Hits | Progress]:  # noqa: ARG001  as it is called
        yield Progress(5, 5, 2)

    monkeypatch.setattr(Searching, "everywhere", two_unread)
    async with sit(demo) as coach:
        await coach.press("ctrl+f")
        await looked(coach, "iets")
        assert "2 dossiers" in coach.seen
        assert "niet" in coach.seen


async def test_a_vault_on_disk_is_searched_by_other_processes(clock: Clock, sit: Sit, tmp_path: Path) -> None:
    """In a vault on disk the same keys find the same lines, and afterwards no process is left."""
    desk = Door(tmp_path / "vault", clock=clock).create("vijf woorden voor de proef")
    try:
        pad = desk.new_client("Berk")
        pad.add_note("het speldenkussen ligt op de kast")
        pad.save()
        async with sit(desk) as coach:
            await coach.press("ctrl+f")
            await looked(coach, "speldenkussen")
            assert "het speldenkussen ligt op de kast" in coach.seen
            finder = desk._vault.finder()
            assert finder is not None
            processes = [child._process for child in finder._children]
            assert processes
    finally:
        desk.close()
    assert all(process.poll() is not None for process in processes)


async def test_a_vault_that_is_only_read_is_searched_too(clock: Clock, sit: Sit) -> None:
    """Reading needs no right to write."""
    vault = memory_vault(clock)
    desk = Desk(vault, clock=clock, new_id=counter())
    pad = desk.new_client("Berk")
    pad.add_note("het speldenkussen")
    pad.save()
    vault._read_only = True
    async with sit(desk) as coach:
        await coach.press("ctrl+f")
        await looked(coach, "speldenkussen")
        await coach.press("enter")
        assert "▸ het speldenkussen" in coach.seen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_line_far_down_comes_into_view(size: tuple[int, int], demo: Desk, sit: Sit) -> None:
    """In a long talk the story is scrolled to the line, with its word marked."""
    async with sit(demo, size=size) as coach:
        await coach.press("enter", "enter")
        await coach.write("\n".join(f"regel {number} en nog wat woorden om hem lang te maken" for number in range(90)))
        await coach.write("\nde naald\nen verder\n")
        await coach.press("f3", "f3")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        await coach.press("ctrl+f")
        await looked(coach, "naald")
        await coach.press("enter")
        await coach.pilot.pause()
        assert "▸ de naald" in coach.seen
        assert "regel 89" in coach.seen
