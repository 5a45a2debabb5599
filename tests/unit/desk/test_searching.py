"""Looking for words from the desk: in the dossier that is open, and in all of them."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from sessionpad.desk.desk import Desk
from sessionpad.desk.searching import Hits, Progress
from sessionpad.domain.client import Client
from sessionpad.domain.ids import DossierId
from sessionpad.domain.notes import NoteLine
from sessionpad.store.identity import Identity, protect
from sessionpad.store.vault import Vault, lay_vault, memory_vault, open_vault
from tests.unit.domain.builders import AT, Clock, a_dossier, a_session, counting_ids

CODES = ("A.", "B.", "C.")


@pytest.fixture(scope="module")
def key() -> tuple[Identity, bytes]:
    """One key for all of these: making one costs a second."""
    identity = Identity.generate()
    return identity, protect(identity, "vijf woorden voor de proef")


@pytest.fixture(params=["memory", "folder"])
def vault(request: pytest.FixtureRequest, tmp_path: Path, key: tuple[Identity, bytes]) -> Iterable[Vault]:
    """In memory it is looked through here, on disk by other processes; what is found is the same."""
    if request.param == "memory":
        yield memory_vault(Clock())
        return
    lay_vault(tmp_path / "vault", *key)
    vault = open_vault(tmp_path / "vault", key[0], program="test", clock=Clock())
    yield vault
    vault.close()


@pytest.fixture
def desk(vault: Vault) -> Desk:
    """Three clients, the last one seen most recently; each has a line with the word."""
    desk = Desk(vault, clock=Clock(), new_id=counting_ids())
    for number, code in enumerate(CODES):
        notes = (NoteLine(at=AT, text=f"brief van {code}"), NoteLine(at=AT + timedelta(days=1), text=f"{code} belde"))
        talk = a_session(number + 1, notes=notes)
        dossier_id = DossierId(f"00000000-0000-4000-9000-{number:012}")
        desk.put(msgspec.structs.replace(a_dossier(), id=dossier_id, client=Client(code=code), sessions=(talk,)))
    return desk


async def gathered(coming: AsyncIterator[Hits | Progress]) -> tuple[list[tuple[str, str]], Progress]:
    """Code and text of all that came, and the last word about how far it was."""
    lines, progress = [], Progress(0, 0, 0)
    async for each in coming:
        if isinstance(each, Progress):
            progress = each
        else:
            lines += [(each.code, line.text) for line in each.lines]
    return lines, progress


async def test_everything_is_looked_through(desk: Desk) -> None:
    """Every dossier is counted, and what is found says whose it is."""
    lines, progress = await gathered(desk.searching().everywhere("BRIEF"))
    assert sorted(lines) == [(code, f"brief van {code}") for code in CODES]
    assert progress == Progress(3, 3, 0)
    assert (await gathered(desk.searching().everywhere("er niet")))[0] == []


def test_the_last_talk_is_looked_at_first(desk: Desk) -> None:
    """Whom one saw last is whom one looks for most."""
    hits = [each for each in desk.searching().now("brief") if isinstance(each, Hits)]
    assert [each.code for each in hits] == ["C.", "B.", "A."]
    only = [each for each in desk.searching().now("brief", only=[hits[1].dossier]) if isinstance(each, Hits)]
    assert only == [hits[1]]


async def test_in_the_open_dossier_what_is_not_saved_is_found(desk: Desk) -> None:
    """The dossier on the desk is looked through as it is now, newest line first."""
    pad = desk.open(desk.find("B."))
    pad.write_notes(pad.dossier.sessions[0].id, "brief van B.\nB. belde\nen nog een BRIÉF")
    assert not pad.is_saved
    lines, progress = await gathered(desk.searching().in_dossier(pad.dossier, "brief"))
    assert [text for _, text in lines] == ["brief van B.", "en nog een BRIÉF"]
    assert progress == Progress(1, 1, 0)


async def test_a_dossier_that_cannot_be_read_is_counted(desk: Desk, vault: Vault) -> None:
    """Nobody thinks that everything was looked through when it was not."""
    if vault.folder is None:
        pytest.skip("only a file can be damaged")
    file = vault.folder / "dossiers" / f"{desk.find('B.')}.age"
    file.write_bytes(file.read_bytes()[:-5])
    lines, progress = await gathered(desk.searching().everywhere("brief"))
    assert sorted(code for code, _ in lines) == ["A.", "C."]
    assert progress.unread == 1
    *_, last = desk.searching().now("brief")
    assert isinstance(last, Progress)
    assert last.unread == 1


async def test_who_was_erased_is_found_no_more(desk: Desk, vault: Vault) -> None:
    """From the moment a client is erased nothing of them is found: no other file keeps their words."""
    gone = desk.find("B.")
    await gathered(desk.searching().everywhere("brief"))
    vault.repository.erase(gone, at=AT, reason="")
    lines, _ = await gathered(desk.searching().everywhere("brief"))
    assert sorted(code for code, _ in lines) == ["A.", "C."]
    if vault.folder is not None:
        names = {path.name for path in vault.folder.rglob("*") if path.is_file()}
        assert not {name for name in names if "search" in name or "find" in name}


async def test_looking_can_be_stopped(desk: Desk) -> None:
    """After a stop nothing more comes; in memory there is nothing to stop, and that is fine too."""
    searching = desk.searching()
    await searching.start()
    coming = searching.everywhere("brief")
    await anext(coming)
    searching.stop()
    rest = [each async for each in coming]
    assert len([each for each in rest if isinstance(each, Hits)]) <= len(CODES)


def test_a_copy_of_a_vault_is_searched_the_same(
    desk: Desk, vault: Vault, tmp_path: Path, key: tuple[Identity, bytes]
) -> None:
    """Nothing but the dossiers is needed: a vault without its list finds as much."""
    if vault.folder is None:
        pytest.skip("only a folder can be copied")
    shutil.copytree(vault.folder, tmp_path / "copy")
    (tmp_path / "copy" / "index.age").unlink(missing_ok=True)
    copy = open_vault(tmp_path / "copy", key[0], program="test", clock=Clock())
    found = [each.code for each in Desk(copy).searching().now("brief") if isinstance(each, Hits)]
    copy.close()
    assert sorted(found) == list(CODES)
    assert sorted(each.code for each in desk.searching().now("brief") if isinstance(each, Hits)) == list(CODES)
