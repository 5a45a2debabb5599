"""A dossier that cannot be read is offered as it last could be, and one key brings it back."""

from __future__ import annotations

import msgspec
import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.ids import DossierId
from sessionpad.domain.notes import text_of
from sessionpad.errors import Conflict
from sessionpad.store.vault import memory_vault
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.past import PastScreen
from sessionpad.ui.widgets.rows import Rows
from tests.ui.conftest import Clock, Coach, Sit, counter, dossier_of

SIZES = ((80, 24), (120, 40))


@pytest.fixture
def desk(clock: Clock) -> Desk:
    """Two clients; the first one with three notes, saved an hour apart, and a hostile one among them."""
    desk = Desk(memory_vault(clock), clock=clock, new_id=counter())
    pad = desk.new_client("A. 1")
    for text in ("eerste", "[/b] {{x}} <é>", "derde"):
        clock.pass_(hours=1)
        pad.add_note(text)
        pad.save()
    desk.new_client("B. 2")
    return desk


def damage(desk: Desk, code: str, data: bytes = b"stuk") -> DossierId:
    dossier_id, shelf = desk.find(code), desk._vault.repository._shelf
    shelf.put(dossier_id, data, shelf.get(dossier_id)[1])
    return dossier_id


def notes(desk: Desk) -> list[str]:
    return [text_of(each.notes) for each in dossier_of(desk, "A. 1").sessions]


async def arrived(coach: Coach) -> PastScreen:
    await coach.until(lambda: coach.on(PastScreen)._versions is not None)
    await coach.pilot.pause()
    return coach.on(PastScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_enter_twice_brings_the_newest_back(desk: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """Enter on the damaged client shows what is wrong and what can be had; Enter once more, and the dossier is open."""
    damage(desk, "A. 1")
    async with sit(desk, size=size) as coach:
        assert "1 dossier kan niet gelezen worden. Open het" in coach.seen
        assert "niet leesbaar" in coach.seen
        await coach.press("enter")
        await arrived(coach)
        seen = " ".join(coach.seen.split())
        assert "Dit dossier kan niet gelezen worden zoals het nu is." in seen
        assert "Enter terugbrengen" in seen
        assert (
            "De nieuwste leesbare versie is van dinsdag 24 november 2026 om 16:00. Met Enter breng je die terug."
            in seen
        )
        assert "[/b] {{x}} <é>" in seen
        await coach.press("enter")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        assert notes(desk) == ["eerste", "[/b] {{x}} <é>"]
        await coach.press("escape")
        assert "niet leesbaar" not in coach.on(ClientsScreen).query_one("#clients", Rows).render_line(0).text
        assert "kan niet gelezen worden" not in coach.seen


async def test_looking_changes_nothing(desk: Desk, sit: Sit) -> None:
    """Up and down shows what was in each version; Escape leaves everything as it was."""
    dossier_id = damage(desk, "A. 1")
    async with sit(desk) as coach:
        await coach.press("enter")
        await arrived(coach)
        assert "eerste" in coach.seen
        await coach.press("down", "down")
        assert "eerste" not in coach.seen
        await coach.press("up")
        assert "eerste" in coach.seen
        assert "{{x}}" not in coach.seen
        await coach.press("escape")
        coach.on(ClientsScreen)
    assert desk._vault.repository._shelf.get(dossier_id)[0] == b"stuk"


async def test_an_older_one_is_brought_back(desk: Desk, sit: Sit) -> None:
    """The version under the caret is the one, and the others stay to choose from."""
    damage(desk, "A. 1")
    async with sit(desk, language="en") as coach:
        await coach.press("enter")
        await arrived(coach)
        assert "The newest version that can be read" in coach.seen
        await coach.press("down", "enter")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
    assert notes(desk) == ["eerste"]
    assert len(desk.past(desk.find("A. 1")).versions()) >= 3


async def test_when_nothing_can_be_brought_back(desk: Desk, sit: Sit) -> None:
    """A client without a readable version gets a sentence about backups, and Enter does nothing."""
    damage(desk, "B. 2")
    async with sit(desk, size=(80, 24)) as coach:
        await coach.press("down", "enter")
        await arrived(coach)
        assert "sessionpad backup --take-back" in " ".join(coach.seen.split())
        await coach.press("enter")
        coach.on(PastScreen)
        await coach.press("escape")
        coach.on(ClientsScreen)


async def test_what_could_not_be_saved_is_thrown_away_on_the_second_press(desk: Desk, sit: Sit) -> None:
    """A version that once was the dossier cannot be thrown away; what a conflict left can, after one more key."""
    dossier_id = desk.find("A. 1")
    with pytest.raises(Conflict):
        desk._vault.repository.save(msgspec.structs.replace(dossier_of(desk, "B. 2"), id=dossier_id), expected=1)
    damage(desk, "A. 1")
    async with sit(desk) as coach:
        await coach.press("enter")
        await arrived(coach)
        assert "kon niet bewaard worden" in coach.seen
        await coach.press("f8")
        assert "Druk nog eens op F8" in coach.seen
        await coach.press("down", "f8", "f8")
        assert len(desk.past(dossier_id).versions()) == 4
        await coach.press("up", "f8", "f8")
        await coach.until(lambda: "kon niet bewaard worden" not in coach.seen)
        coach.on(PastScreen)
    assert all(each.is_own_past for each in desk.past(dossier_id).versions())
