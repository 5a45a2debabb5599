"""Another program has the vault: everything can be read, nothing can be changed, and one is told who has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sessionpad.desk.choices import Choices
from sessionpad.desk.desk import Desk
from sessionpad.desk.door import fill_with_demo
from sessionpad.errors import Conflict
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import texts_in
from sessionpad.store import lock
from sessionpad.store.identity import Identity
from sessionpad.store.vault import Vault, lay_vault, open_vault
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.new_client import NewClientScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.notes_editor import NotesEditor
from tests.ui.conftest import Clock, Coach, Sit, counter

READING = sentence(Conflict("read-only"), texts_in("nl"))


def said(coach: Coach) -> str:
    return " ".join(coach.seen.split())


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Identity]:
    """A vault with the fictional dossiers in it and a talk under way; nobody unlocks it."""
    folder, identity, clock = tmp_path_factory.mktemp("reading") / "vault", Identity.generate(), Clock()
    lay_vault(folder, identity, b"not asked for")
    desk = Desk(open_vault(folder, identity, program="test", clock=clock), clock=clock, new_id=counter())
    fill_with_demo(desk, "nl")
    pad = desk.open(desk.find("A."))
    session = pad.start_session()
    pad.write_notes(session.id, "wat de ander schrijft")
    pad.save()
    desk.close()
    return folder, identity


@pytest.fixture
def holder(laid: tuple[Path, Identity], clock: Clock) -> Iterator[Vault]:
    """The other program, that has the vault."""
    vault = open_vault(*laid, program="sessionpad note", clock=clock)
    yield vault
    vault.close()


@pytest.fixture
def second(laid: tuple[Path, Identity], clock: Clock, holder: Vault) -> Iterator[Desk]:
    assert not holder.read_only
    desk = Desk(open_vault(*laid, program="sessionpad", clock=clock), clock=clock, choices=Choices())
    yield desk
    desk.close()


def on_disk(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


async def test_one_may_look_and_nothing_changes(laid: tuple[Path, Identity], second: Desk, sit: Sit) -> None:
    """The list says who has it; each act is refused with a sentence; notes cannot be typed in; no byte changes."""
    before = on_disk(laid[0])
    async with sit(second, size=(120, 24)) as coach:
        assert "sessionpad note (" in said(coach)
        await coach.press("ctrl+n")
        await coach.write("Nieuw\n\n")
        coach.on(NewClientScreen)
        assert "sessionpad note (" in said(coach)
        await coach.press("escape", "enter")
        coach.on(DossierScreen)
        assert "wat de ander schrijft" in coach.seen
        await coach.press("f6", "1")
        assert READING in said(coach)
        await coach.press("f6", "enter")
        editor = coach.on(SessionScreen).query_one(NotesEditor)
        assert editor.read_only
        await coach.write("mag niet")
        assert editor.text == "wat de ander schrijft"
        assert "alleen lezen" in coach.seen
        await coach.press("ctrl+t")
        await coach.write("taak @ik\n")
        assert READING in said(coach)
        assert editor.text == "wat de ander schrijft"
        await coach.press("escape", "f3")
        await coach.write("Samenvatting")
        await coach.press("f3")
        assert READING in said(coach)
        await coach.press("escape", "escape")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        await coach.press("f4", "f7")
        assert READING in said(coach)
        await coach.press("escape", "escape", "ctrl+q")
    assert coach.app.return_code == 0
    assert on_disk(laid[0]) == before


async def test_a_new_talk_cannot_be_begun(laid: tuple[Path, Identity], second: Desk, sit: Sit) -> None:
    """Starting a talk with another client is refused with a sentence, and one stays where one was."""
    before = on_disk(laid[0])
    async with sit(second, size=(80, 24)) as coach:
        await coach.press("down", "enter", "enter")
        coach.on(DossierScreen)
        assert "sessionpad note (" in said(coach)
    assert on_disk(laid[0]) == before


async def test_a_disk_that_can_only_be_read_is_said(
    laid: tuple[Path, Identity], clock: Clock, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody has the vault but nothing can be written, the list says that it can only be read."""
    monkeypatch.setattr(lock.VaultLock, "take", lambda *_: lock.Taken.IMPOSSIBLE)
    desk = Desk(open_vault(*laid, program="sessionpad", clock=clock), clock=clock, choices=Choices())
    async with sit(desk, size=(80, 24)) as coach:
        coach.on(ClientsScreen)
        assert READING in said(coach)
    desk.close()
