"""Keys: none in the way of another, of the editor or of a terminal; and others may be chosen in the settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from textual.binding import Binding

from sessionpad.desk.choices import Choices
from sessionpad.desk.desk import Desk
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import texts_in
from sessionpad.method.language import LANGUAGES
from sessionpad.store.vault import memory_vault
from sessionpad.ui.keymap import chosen_keys, editor_keys, named_keys, screen_bindings
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.screens.client_view import ClientViewScreen
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.help import HelpScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.card_pane import CardPane
from tests.ui.conftest import Clock, Sit, counter

SCREENS = sorted(screen_bindings(), key=lambda kind: kind.__name__)
BY_TERMINALS = {
    "ctrl+b": "tmux",
    "f10": "the menu of GNOME Terminal",
    "f11": "full screen, nearly everywhere",
    "alt+enter": "full screen of Windows Terminal",
    "alt+f4": "closes a window",
    "ctrl+tab": "the next tab",
    "ctrl+pageup": "the tab before, in GNOME Terminal",
    "ctrl+pagedown": "the next tab, in GNOME Terminal",
    "ctrl+plus": "larger letters",
    "ctrl+minus": "smaller letters",
    "ctrl+0": "usual letters",
    "ctrl+comma": "settings of Windows Terminal",
    "shift+pageup": "scrolls a terminal",
    "shift+pagedown": "scrolls a terminal",
    "shift+home": "scrolls a terminal",
    "shift+end": "scrolls a terminal",
    "ctrl+backslash": "ends a program",
    "ctrl+right_square_bracket": "telnet",
    **{f"alt+{number}": "a tab of GNOME Terminal" for number in range(10)},
    **{f"alt+{way}": "a pane of Windows Terminal" for way in ("up", "down", "left", "right")},
}
"""What a key is for where the program runs. F1 is not here: GNOME Terminal takes it for its own help unless that is
switched off, and then the list of everything (Ctrl+P) has help too."""
OF_LISTS = {"delete", "up", "down", "pageup", "pagedown", "home", "end"}
"""In a field they edit; beside it they are for the list that has the caret."""
MEANT = {"ctrl+z", "ctrl+y", "enter", "escape"}
"""Keys of the editor that a screen takes over on purpose: undo is that of the dossier."""


def is_free(key: str) -> bool:
    return key not in BY_TERMINALS and not key.startswith(("ctrl+shift+", "super+"))


def acts(screen: type[PadScreen]) -> Mapping[str, list[Binding]]:
    """The bindings of a screen by what they do."""
    found: dict[str, list[Binding]] = {}
    for binding in screen_bindings()[screen]:
        if binding.tooltip:
            found.setdefault(binding.action, []).append(binding)
    return found


@pytest.mark.parametrize("screen", SCREENS, ids=lambda kind: kind.__name__)
def test_every_act_has_a_key_that_reaches_the_program(screen: type[PadScreen]) -> None:
    """No act hangs on a key that tmux, GNOME Terminal, Windows Terminal, iTerm or a shell keeps for itself."""
    for action, bindings in acts(screen).items():
        assert any(is_free(binding.key) for binding in bindings), action


@pytest.mark.parametrize("screen", SCREENS, ids=lambda kind: kind.__name__)
def test_no_key_is_in_the_way_of_typing(screen: type[PadScreen]) -> None:
    """A key that edits text still does, and a key of the screen is not lost in a field."""
    for action, bindings in acts(screen).items():
        edits = [binding for binding in bindings if binding.key in editor_keys()]
        assert {binding.key for binding in edits if binding.priority} <= MEANT, action
        only_edits = len(edits) == len(bindings) and not any(binding.priority for binding in edits)
        assert not only_edits or {binding.key for binding in edits} <= OF_LISTS | MEANT, action


@pytest.mark.parametrize("screen", SCREENS, ids=lambda kind: kind.__name__)
def test_no_key_does_two_things(screen: type[PadScreen]) -> None:
    """What a screen takes from the screens it is made of keeps its key."""
    inherited: dict[str, str | None] = {}
    for kind in reversed(screen.__mro__):
        for binding in Binding.make_bindings(kind.__dict__.get("BINDINGS", ())):
            before = inherited.setdefault(binding.key, binding.id)
            assert before == binding.id, f"{binding.key}: {before} and {binding.id}"


def test_a_name_means_one_thing() -> None:
    """Whoever chooses another key for something chooses it for that alone: a name has the same keys on every screen."""
    for name, (usual, _) in named_keys().items():
        for screen in SCREENS:
            keys = [binding.key for binding in screen_bindings()[screen] if binding.id == name]
            assert not keys or keys == usual.split(","), f"{name} on {screen.__name__}"


def test_every_act_with_a_key_has_a_name() -> None:
    """What the line of keys shows can have another key."""
    for screen in SCREENS:
        for action, bindings in acts(screen).items():
            assert all(binding.id for binding in bindings), f"{action} on {screen.__name__}"


# keys of one's own


def choices_with(folder: Path, keys: str) -> Choices:
    (folder / "settings.toml").write_text(f"[keys]\n{keys}\n", encoding="utf-8")
    return Choices(folder / "settings.toml")


def desk_with(folder: Path, keys: str, clock: Clock) -> Desk:
    desk = Desk(memory_vault(clock), clock=clock, new_id=counter(), choices=choices_with(folder, keys))
    pad = desk.new_client("Berk")
    pad.save()
    return desk


async def test_another_key_is_chosen_in_the_settings(tmp_path: Path, clock: Clock, sit: Sit) -> None:
    """The new key works, the old one no longer does, and the line of keys and help say the new one."""
    desk = desk_with(tmp_path, 'client_view = "f10"\ncard = "f7"\nkind = ["f6", "alt+k"]\nhelp = "alt+h"', clock)
    async with sit(desk) as coach:
        await coach.press("enter", "enter")
        await coach.press("f12")
        coach.on(SessionScreen)
        await coach.press("f10")
        coach.on(ClientViewScreen)
        await coach.press("f10")
        pane = coach.on(SessionScreen).query_one(CardPane)
        kind = pane.place.kind
        await coach.press("f7")
        assert (pane.place.kind, pane.place.index) == (kind, 1)
        await coach.press("f6")
        assert pane.place.kind != kind
        assert "F7 volgende" in coach.seen
        assert "F6 soort" in coach.seen
        await coach.press("alt+h")
        assert "F10" in coach.seen
        assert "F12" not in coach.seen.replace("nog eens F12 gaat terug", "")
        await coach.press("alt+h")
        coach.on(SessionScreen)


@pytest.mark.parametrize(
    ("keys", "error", "stays"),
    [
        ('nonsense = "f4"', "key-name", ""),
        ('card = "ctrl+wat"', "key-unreadable", "card"),
        ('card = ""', "key-unreadable", "card"),
        ("card = 7", "key-types", "card"),
        ('card = "x"', "key-types", "card"),
        ('card = "ctrl+k"', "key-edits", "card"),
        ('card = "ctrl+m"', "key-same", "card"),
        ('card = "f3"', "key-clash", "card"),
        ('undo = "ctrl+p"', "key-clash", "undo"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_kept_is_named(keys: str, error: str, stays: str, language: str, tmp_path: Path) -> None:
    """A name nobody knows, a key that types or edits, one that is taken: a sentence, and the usual key."""
    chosen = chosen_keys(choices_with(tmp_path, keys).keys)
    (trouble,) = chosen.troubles
    assert trouble.key == error
    assert stays not in chosen.keymap
    said = sentence(trouble, texts_in("nl" if language == "nl" else "en"))
    assert "{" not in said
    assert (stays or "nonsense") in said


async def test_trouble_is_said_on_the_list_and_the_rest_works(tmp_path: Path, clock: Clock, sit: Sit) -> None:
    """The program starts, says what it could not keep, and keeps what it could."""
    desk = desk_with(tmp_path, 'card = "x"\nhelp = "f10"', clock)
    async with sit(desk) as coach:
        coach.on(ClientsScreen)
        assert "met x typ je tekst" in coach.seen
        await coach.press("f10")
        coach.on(HelpScreen)


def test_two_keys_can_change_places(tmp_path: Path) -> None:
    """What both were given is looked at together, not one after the other."""
    chosen = chosen_keys(choices_with(tmp_path, 'card = "f7"\nkind = "f6"').keys)
    assert chosen.troubles == ()
    assert chosen.keymap == {"card": "f7", "kind": "f6"}


def test_the_usual_key_may_be_chosen(tmp_path: Path) -> None:
    """Writing down what is usual is no mistake."""
    keys = "\n".join(f'{name} = "{usual}"' for name, (usual, _) in named_keys().items())
    assert chosen_keys(choices_with(tmp_path, keys).keys).troubles == ()


@pytest.mark.parametrize("content", ["keys = 3", "[keys", "keys = []", "[keys.card]\nx = 1"])
def test_settings_that_make_no_sense_stop_nothing(content: str, tmp_path: Path) -> None:
    """Whatever stands in the file, the program has its keys."""
    (tmp_path / "settings.toml").write_text(content, encoding="utf-8")
    chosen = chosen_keys(Choices(tmp_path / "settings.toml").keys)
    assert chosen.keymap == {}
