"""Keys that come faster than the screen act in the order in which they were struck."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.widgets import Input

from sessionpad.desk.desk import Desk
from sessionpad.desk.door import Door
from sessionpad.domain.dossier import tasks_reviewed
from sessionpad.domain.ids import TaskId
from sessionpad.domain.notes import text_of
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.widgets.notes_editor import NotesEditor
from tests.light_key import PASSPHRASE, light_vault
from tests.ui.conftest import Coach, Sit, dossier_of

EDITS = ("backspace", "delete", "left", "right", "home", "end")


def struck(coach: Coach, *keys: str) -> None:
    """All at once, as from a slow line: a text is struck letter by letter."""
    for key in keys:
        for name, char in _of(key):
            coach.app.post_message(events.Key(name, char))


def _of(key: str) -> Iterator[tuple[str, str | None]]:
    if len(key) > 1 and (key in {*EDITS, "enter", "tab", "escape", "down", "up"} or "+" in key or key[1:].isdigit()):
        yield key, None
    else:
        yield from ((char if char.isalnum() else _character_to_key(char), char) for char in key)


async def test_editing_in_a_burst(demo: Desk, sit: Sit) -> None:
    """Letters and corrections struck at once come to the same text as one by one."""
    random = Random(7)
    keys = [random.choice([*"abcde ", "enter", *EDITS]) for _ in range(150)]
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        editor = coach.app.screen.query_one(NotesEditor)
        for key in keys:
            struck(coach, key)
            await coach.pilot.pause()
        await coach.saved()
        slowly = editor.text
        assert len(slowly) > 40
        editor.select_all()
        await coach.press("delete")
        struck(coach, *keys)
        await coach.pilot.pause()
        assert editor.text == slowly
        await coach.saved()
    assert text_of(dossier_of(demo, "A.").sessions[-1].notes) == slowly


@pytest.mark.parametrize("code", ["R.", "T.", "V.-E."])
async def test_a_code_and_enter_open_that_client(demo: Desk, sit: Sit, code: str) -> None:
    """Enter waits for the words before it: never the dossier of somebody else."""
    async with sit(demo) as coach:
        struck(coach, code, "enter")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        assert coach.on(DossierScreen)._pad.dossier.client.code == code


async def test_arrows_and_enter_open_the_one_they_point_at(demo: Desk, sit: Sit) -> None:
    """Down and down again, then Enter: the third of the list."""
    async with sit(demo) as coach:
        third = coach.on(ClientsScreen)._clients[2].overview.code
        struck(coach, "down", "down", "enter")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        assert coach.on(DossierScreen)._pad.dossier.client.code == third


async def test_a_form_filled_in_with_one_burst(desk: Desk, sit: Sit) -> None:
    """Code, Enter, name, Enter: each in its own field; Tab goes on too."""
    async with sit(desk) as coach:
        struck(coach, "ctrl+n", "Z. 1", "enter", "Noor", "enter")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        await coach.press("escape")
        struck(coach, "ctrl+n", "Z. 2", "tab", "Mo", "enter")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
    assert [dossier_of(desk, code).client.name for code in ("Z. 1", "Z. 2")] == ["Noor", "Mo"]


async def test_scores_and_arrows_in_one_burst(demo: Desk, sit: Sit) -> None:
    """Figures go to the task under the caret at that moment, also when an arrow comes right before or after them."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        struck(coach, "f2", "home", "down", "1", "up", "2", "down", "3")
        await coach.pilot.pause()
        await coach.saved()
        talk = dossier_of(demo, "A.").sessions[-1]
    first, second = (talk.review_of(task) for task in coach_order(demo)[:2])
    assert first is not None
    assert second is not None
    assert (first.effort, second.effort, second.result) == (2, 1, 3)


def coach_order(desk: Desk) -> list[TaskId]:
    dossier = dossier_of(desk, "A.")
    return [task.id for task in tasks_reviewed(dossier, dossier.sessions[-1])]


async def test_a_passphrase_and_enter_in_one_burst(tmp_path: Path, sit: Sit) -> None:
    """The whole of it is tried, also when it is struck faster than it can be read."""
    light_vault(tmp_path / "vault")
    door = Door(tmp_path / "vault")
    async with sit(door=door) as coach:
        struck(coach, PASSPHRASE, "enter")
        await coach.until(lambda: isinstance(coach.app.screen, ClientsScreen))
        struck(coach, "code")
        await coach.until(lambda: coach.app.screen.query_one(Input).value == "code")
