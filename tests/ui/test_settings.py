"""Settings: what in the file cannot be used is said, and stops nothing; and a screen to choose on."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessionpad.desk.choices import Choices
from sessionpad.desk.desk import Desk
from sessionpad.desk.door import DemoDoor
from sessionpad.method.language import Language
from sessionpad.store.setting_table import SETTINGS
from sessionpad.store.vault import memory_vault
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.screens.settings import WORDS, SettingsScreen
from sessionpad.ui.themes import THEMES
from sessionpad.ui.widgets.field import Entry
from sessionpad.ui.widgets.line import Label
from tests.ui.conftest import Clock, Sit, counter


def desk_with(folder: Path, content: str, clock: Clock) -> Desk:
    (folder / "settings.toml").write_text(content, encoding="utf-8")
    choices = Choices(folder / "settings.toml")
    desk = Desk(memory_vault(clock), clock=clock, new_id=counter(), choices=choices)
    desk.new_client("Berk").save()
    return desk


@pytest.mark.parametrize(
    ("content", "language", "said"),
    [
        ('theme = "paars"', "nl", "settings.toml: regel 1: theme is een van deze:"),
        ('theme = "paars"', "en", "settings.toml: line 1: theme is one of:"),
        ('\nlock_after = 0\nkeys = { card = "x" }', "nl", "settings.toml: 2 regels kunnen niet gebruikt worden."),
        ("theme = ", "en", "settings.toml: line 1: This is not written as TOML"),
        ("[/b] = 3", "nl", "settings.toml: regel 1: Dit is geen geldige TOML"),
        ('"[/b]" = 3', "nl", "settings.toml: regel 1: Er is geen instelling die [/b] heet."),
    ],
)
async def test_what_cannot_be_used_is_said_in_one_line(
    content: str, language: Language, said: str, tmp_path: Path, clock: Clock, sit: Sit
) -> None:
    """On the list, calmly; the pad opens, and the file stays as it is."""
    async with sit(desk_with(tmp_path, content, clock), language=language, size=(80, 24)) as coach:
        coach.on(ClientsScreen)
        assert said in coach.seen
        await coach.press("enter")
        assert "Berk" in coach.seen
    assert (tmp_path / "settings.toml").read_text(encoding="utf-8") == content


async def test_nothing_is_said_of_settings_that_can_be_used(tmp_path: Path, clock: Clock, sit: Sit) -> None:
    """No line where there is nothing to tell."""
    async with sit(desk_with(tmp_path, "lock_after = 9\n", clock), size=(80, 24)) as coach:
        coach.on(ClientsScreen)
        assert "settings.toml" not in coach.seen


# the screen


def kept(folder: Path) -> str:
    return (folder / "settings.toml").read_text(encoding="utf-8")


async def test_each_choice_is_kept_at_once_and_taken_back(tmp_path: Path, clock: Clock, sit: Sit) -> None:
    """A digit picks; the file has it with every comment; Ctrl+Z takes back one act, Ctrl+Y does it again."""
    before = '# van mij\naddress = "je" # gewoon\nlater = 3\n'
    async with sit(desk_with(tmp_path, before, clock), size=(80, 24)) as coach:
        await coach.press("f8", "tab", "2", "tab", "2")
        coach.on(SettingsScreen)
        after = '# van mij\naddress = "u" # gewoon\nlater = 3\ntheme = "sessionpad-light"\n'
        assert kept(tmp_path) == after
        assert coach.app.theme == "sessionpad-light"
        await coach.press("ctrl+z")
        assert coach.app.theme == "sessionpad-dark"
        await coach.press("ctrl+z", "ctrl+z")
        assert kept(tmp_path) == before
        await coach.press("ctrl+y", "ctrl+y")
        assert kept(tmp_path) == after
        await coach.press("escape")
        coach.on(ClientsScreen)


async def test_the_language_is_spoken_at_once(tmp_path: Path, clock: Clock, sit: Sit) -> None:
    """On every screen, also the one below; F9 on the list is seen in the settings."""
    async with sit(desk_with(tmp_path, "", clock), size=(80, 24)) as coach:
        await coach.press("f8", "2")
        assert "How Dutch cards" in coach.seen
        await coach.press("escape", "f9", "f8")
        assert kept(tmp_path) == 'language = "nl"\n'
        assert coach.on(SettingsScreen).query_one("#field-language", Entry).value == "nl"
        await coach.press("1")
        assert kept(tmp_path) == ""


async def test_a_number_is_one_act_and_a_wrong_one_is_said(tmp_path: Path, clock: Clock, sit: Sit) -> None:
    """What cannot be is said under the field and not kept; leaving points at it once."""
    async with sit(desk_with(tmp_path, "lock_after = 7\n", clock), size=(80, 24)) as coach:
        await coach.press("f8", "tab", "tab", "tab", "end", "backspace")
        assert "Een geheel getal van 1 tot en met 60" in coach.seen
        assert kept(tmp_path) == "lock_after = 7\n"
        await coach.press("1", "2")
        assert kept(tmp_path) == "lock_after = 12\n"
        assert "Een geheel getal" not in coach.seen
        await coach.press("ctrl+z")
        assert kept(tmp_path) == "lock_after = 7\n"
        await coach.press("end", "backspace", "6", "1", "escape")
        coach.on(SettingsScreen)
        assert '"61"' in coach.seen
        await coach.press("escape")
        coach.on(ClientsScreen)
        assert kept(tmp_path) == "lock_after = 7\n"


@pytest.mark.parametrize(
    ("key", "chosen", "listed", "headed"),
    [("1", 'clients = "codes"\n', False, False), ("2", "", False, True), ("3", 'clients = "names"\n', True, True)],
)
async def test_where_names_stand_is_a_choice(
    key: str, chosen: str, listed: bool, headed: bool, tmp_path: Path, clock: Clock, sit: Sit
) -> None:
    """On lists and in the palette, above the own dossier, or nowhere; a name that is typed finds the client anyhow."""
    desk = desk_with(tmp_path, "", clock)
    desk.new_client("K.", "Kaat Peeters").save()
    async with sit(desk, size=(80, 24)) as coach:
        assert "Kaat" not in coach.seen
        await coach.press("f8", "shift+tab", key, "escape")
        coach.on(ClientsScreen)
        assert kept(tmp_path) == chosen
        assert ("K. · Kaat" in coach.seen) == listed
        await coach.write("kaat")
        await coach.press("ctrl+p")
        await coach.write("kaat")
        await coach.until(lambda: "dossier van K." in coach.seen)
        assert ("Peeters" in coach.seen) == listed
        await coach.press("escape", "enter")
        coach.on(DossierScreen)
        assert ("K. · Kaat Peeters" in coach.seen) == headed
        assert ("Kaat" in coach.seen) == headed


async def test_a_talk_takes_as_long_as_was_chosen(tmp_path: Path, clock: Clock, sit: Sit) -> None:
    """Chosen from the palette in the middle of a talk, and seen at its head."""
    async with sit(desk_with(tmp_path, "", clock), size=(120, 40)) as coach:
        await coach.press("enter", "enter")
        assert "van 50 min" in coach.seen
        await coach.press("ctrl+p")
        await coach.write("instellingen")
        await coach.until(lambda: "minuten tot het slot en meer" in coach.seen)
        await coach.press("enter")
        await coach.until(lambda: isinstance(coach.app.screen, SettingsScreen))
        await coach.press("tab", "tab", "tab", "tab", "end", "backspace", "backspace", "9", "0", "escape")
        coach.on(SessionScreen)
        assert "van 90 min" in coach.seen
        assert kept(tmp_path) == "talk_minutes = 90\n"


async def test_a_file_with_a_mistake_is_left_alone(tmp_path: Path, clock: Clock, sit: Sit) -> None:
    """What could not be kept is said and does not hold."""
    async with sit(desk_with(tmp_path, "theme = ", clock), size=(80, 24)) as coach:
        await coach.press("f8", "tab", "tab", "2")
        assert "staat een fout" in coach.seen
        assert coach.app.theme == "sessionpad-dark"
        assert coach.on(SettingsScreen).query_one("#field-theme", Entry).value == "sessionpad-dark"
        assert kept(tmp_path) == "theme = "


async def test_where_they_are_kept_is_said(tmp_path: Path, clock: Clock, demo: Desk, sit: Sit) -> None:
    """The file, or that the demo keeps nothing."""
    async with sit(desk_with(tmp_path, "", clock), size=(120, 40)) as coach:
        await coach.press("f8")
        assert str(tmp_path / "settings.toml") in coach.on(SettingsScreen).query_one("#file", Label).text
        assert "Meteen bewaard in" in coach.seen
    async with sit(demo, size=(80, 24)) as coach:
        await coach.press("f8", "tab", "tab", "2")
        assert "Dit is de demo" in coach.seen
        assert coach.app.theme == "sessionpad-light"


async def test_a_lock_leads_back_to_the_settings(demo_door: DemoDoor, sit: Sit) -> None:
    """With what was half typed there, and what was chosen before."""
    async with sit(demo_door.enter(), door=demo_door, size=(80, 24)) as coach:
        await coach.press("f8", "tab", "tab", "2", "tab", "end", "0", "0")
        await coach.lock()
        await coach.unlock()
        screen = coach.on(SettingsScreen)
        assert screen.query_one("#field-lock_after", Entry).value == "500"
        assert coach.app.theme == "sessionpad-light"
        await coach.press("escape", "escape")
        coach.on(ClientsScreen)
        assert demo_door.choices.lock_after == 5


def test_the_table_has_the_colours_and_every_word() -> None:
    """What can be chosen is what there is, and each value has a word."""
    assert SETTINGS["theme"].choices == tuple(theme.name for theme in THEMES)
    assert {name: tuple(words) for name, words in WORDS.items()} == {
        name: setting.choices for name, setting in SETTINGS.items() if setting.choices
    }
