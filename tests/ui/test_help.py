"""Help and the list of everything: what can be done here, in words, with the keys that do it."""

from __future__ import annotations

import pytest
from textual.command import CommandList, CommandPalette

from sessionpad.desk.desk import Desk
from sessionpad.i18n.texts import texts_in
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.closing import ClosingScreen
from sessionpad.ui.screens.help import HelpScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.key_line import acts_of
from sessionpad.ui.widgets.line import Block
from sessionpad.ui.widgets.notes_editor import NotesEditor
from tests.ui.conftest import Coach, Sit

WALK = {
    "clients": (),
    "new client": ("ctrl+n",),
    "dossier": ("escape", "enter"),
    "agreement": ("f4",),
    "session": ("escape", "enter"),
    "closing": ("f3",),
}
"""How to come from each screen to the next."""


def commands(coach: Coach) -> list[str]:
    """What the palette offers now."""
    options = coach.app.screen.query_one(CommandList)
    return [
        str(options.get_option_at_index(index).prompt).splitlines()[0].strip() for index in range(options.option_count)
    ]


async def offered(coach: Coach) -> str:
    await coach.press("ctrl+p")
    assert isinstance(coach.app.screen, CommandPalette)
    await coach.until(lambda: len(commands(coach)) > 4)
    return "\n".join(commands(coach))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_tells_its_keys(demos: dict[Language, Desk], sit: Sit, language: Language) -> None:
    """F1 lists all keys of each screen in the chosen language, and the line of keys has at least the way back."""
    say = texts_in(language).say
    async with sit(demos[language], language=language, size=(80, 24)) as coach:
        for where, keys in WALK.items():
            await coach.press(*keys)
            acts = acts_of(coach.app.screen)
            assert len(acts) >= 4, where
            line = coach.seen.splitlines()[-1].rstrip()
            assert where == "clients" or " Esc " in line, where
            assert " F1 " in line, where
            assert all(line.count(f" {act.keys[0]} ") <= 1 for act in acts), where
            await coach.press("f1")
            table = coach.on(HelpScreen).query_one("#keys", Block).content.plain
            for act in acts:
                assert all(key in table for key in act.keys), where
                assert say(act.binding.tooltip) in table, where
            assert "palette" not in table.casefold()
            await coach.press("escape")
            assert acts_of(coach.app.screen) == acts


async def test_help_comes_back_to_the_same_caret(demo: Desk, sit: Sit) -> None:
    """Escape, F1 and Enter all lead back to where one was typing, and nothing was typed meanwhile."""
    async with sit(demo, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        await coach.write("een zin")
        await coach.press("left", "left")
        caret = coach.on(SessionScreen).query_one(NotesEditor).cursor_location
        for way in ("escape", "f1", "enter"):
            await coach.press("f1")
            coach.on(HelpScreen)
            await coach.press("x", "f1" if way == "f1" else "down", *([] if way == "f1" else [way]))
            editor = coach.on(SessionScreen).query_one(NotesEditor)
            assert (editor.has_focus, editor.cursor_location, editor.text) == (True, caret, "een zin")


async def test_help_explains_marks_and_task_words(demo: Desk, sit: Sit) -> None:
    """The marks of a note line and the words of a task line stand there in the language of the screen."""
    async with sit(demo, size=(120, 60)) as coach:
        await coach.press("f1")
        for words in ("geheugensteun, alleen voor de coach", "@ik  @samen  @broer", "!vr", "#geleid", "Ctrl+P"):
            assert words in coach.seen, words
        coach.app.action_switch_language()
        await coach.pilot.pause()
        for words in ("@coach  @together", "!fri", "#guided", "The keys of this screen"):
            assert words in coach.seen, words


@pytest.mark.parametrize(("language", "word"), [("nl", "afronden"), ("en", "round off")])
async def test_the_palette_does_what_is_chosen(
    demos: dict[Language, Desk], sit: Sit, language: Language, word: str
) -> None:
    """What is typed finds the act by its name in the language of the screen, and Enter does it; every key is there."""
    async with sit(demos[language], language=language, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        acts = acts_of(coach.app.screen)
        names = await offered(coach)
        say = texts_in(language).say
        for act in acts:
            assert act.action == "app.command_palette" or say(act.binding.description) in names
        assert f"{word}  F3" in names
        await coach.write(word)
        await coach.until(lambda: commands(coach)[:1] == [word])
        await coach.press("enter")
        await coach.until(lambda: isinstance(coach.app.screen, ClosingScreen))


async def test_the_palette_offers_no_pictures_of_clients(demo: Desk, sit: Sit) -> None:
    """There is no screenshot, nothing is offered twice, and what is not found is said in our own words."""
    async with sit(demo) as coach:
        names = await offered(coach)
        for word in ("screenshot", "maximize", "theme", "keys", "palette"):
            assert word not in names.casefold()
        assert len(set(commands(coach))) == len(commands(coach))
        assert "Typ wat je wilt doen" in coach.seen
        await coach.press("escape")
        coach.on(ClientsScreen)
        await coach.press("enter", "f12", "ctrl+p")
        await coach.write("xyzzy")
        await coach.until(lambda: commands(coach) == ["Hier heet niets zo."])


async def test_the_line_of_keys_can_be_clicked(demo: Desk, sit: Sit) -> None:
    """A click on a key does what the key does."""
    async with sit(demo, size=(80, 24)) as coach:
        column = coach.seen.splitlines()[-1].index("Ctrl+N")
        await coach.pilot.click(offset=(column + 1, 23))
        await coach.until(lambda: "Nieuwe cliënt" in coach.seen)


async def test_ctrl_c_quits_nothing(demo: Desk, sit: Sit) -> None:
    """Pressed out of habit it says how to quit, in our own words."""
    async with sit(demo) as coach:
        await coach.press("ctrl+c")
        assert "Ctrl+Q bewaart alles en stopt." in coach.seen
        assert coach.app.is_running
