"""Moving house: everything comes in or nothing does, and nothing that is here is in danger."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import msgspec
import pytest

from sessionpad.desk.desk import Desk
from sessionpad.desk.door import fill_with_demo
from sessionpad.desk.moving import Asked, Moving
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.domain.notes import text_of
from sessionpad.errors import InvalidInput, NotFound, SessionpadError
from sessionpad.store.files import Files
from sessionpad.store.identity import Identity
from sessionpad.store.layout import make_folders, shelves
from sessionpad.store.moving.dossier_json import write_dossier
from sessionpad.store.repository import Repository
from sessionpad.store.seal import Seal
from sessionpad.store.vault import memory_vault
from tests.unit.domain.builders import Clock, a_dossier, a_session, a_task, counting_ids
from tests.unit.store.disks import Fault, FaultyFiles, ModelDisk

FOLDER = Path("/vault")
HERE = a_dossier(id=DossierId("00000000-0000-4000-9000-000000000001"))
NOTES = "1/3/2026\nlente\n\n2/10/2026 14:30\nherfst\nnog iets"
TABLE = "code,name\nX1,Jan\nX2,Piet\n"


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk(memory_vault(Clock()), clock=Clock(), new_id=counting_ids())
    desk.put(msgspec.structs.replace(HERE, tasks=(a_task(),), sessions=(a_session(),)))
    yield desk
    desk.close()


def file(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def keys(moving: Moving, *files: Path, **asked: object) -> list[tuple[str, str, str]]:
    plan = moving.look_over(files, Asked(**asked))  # type: ignore[arg-type]  # by name, as in the record
    return [(each.file, each.path, each.key) for each in plan.faults]


def other(number: int, code: str) -> Dossier:
    client = msgspec.structs.replace(HERE.client, code=code)
    return msgspec.structs.replace(HERE, id=DossierId(f"00000000-0000-4000-9000-00000000010{number}"), client=client)


def test_looking_over_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    """What would come in is told, and nothing has come in."""
    files = file(tmp_path, "c.csv", TABLE), file(tmp_path, "n.md", NOTES)
    before = desk.clients(), desk.open(HERE.id).dossier
    plan = desk.moving().look_over(files, Asked(client=HERE.id))
    assert [each.dossier.client.code for each in plan.dossiers] == ["X1", "X2"]
    assert [(name, text_of(note.notes)) for name, note in plan.notes] == [
        ("n.md", "lente"),
        ("n.md", "herfst\nnog iets"),
    ]
    assert (desk.clients(), desk.open(HERE.id).dossier) == before


def test_notes_come_in_between_the_talks_each_on_its_day(desk: Desk, tmp_path: Path) -> None:
    """In order of time, in the trajectory of then, and they count as talks only when that is said."""
    path = file(tmp_path, "n.md", NOTES)
    moving = desk.moving()
    moving.take_in(moving.look_over([path], Asked(client=HERE.id)))
    sessions = desk.open(HERE.id).dossier.sessions
    assert [text_of(each.notes) for each in sessions] == ["lente", "herfst\nnog iets", ""]
    assert [each.is_talk for each in sessions] == [False, False, True]
    assert (sessions[0].started_at.isoformat(), sessions[1].started_at.isoformat()) == (
        "2026-03-01T12:00:00+00:00",
        "2026-10-02T14:30:00+00:00",
    )
    assert {each.trajectory for each in sessions} == {HERE.trajectory.id}
    assert all(not each.is_open for each in sessions[:2])
    again = moving.look_over([path], Asked(client=HERE.id))
    assert (again.there, again.notes) == (2, [])
    talks = moving.look_over([file(tmp_path, "t.md", "1/4/2026\nkwam")], Asked(client=HERE.id, as_talks=True))
    assert [note.is_talk for _, note in talks.notes] == [True]


def test_a_dossier_comes_in_equal(desk: Desk, tmp_path: Path) -> None:
    """Down to its ids; under another code when that is asked."""
    path = file(tmp_path, "d.json", write_dossier(other(1, "B.")))
    moving = desk.moving()
    moving.take_in(moving.look_over([path], Asked()))
    assert desk.open(other(1, "B.").id).dossier == other(1, "B.")
    path = file(tmp_path, "d2.json", write_dossier(other(2, "A.")))
    moving.take_in(moving.look_over([path], Asked(code=" C. ")))
    assert desk.open(other(2, "A.").id).dossier == other(2, "C.")


def test_what_is_here_already_or_was_erased_stays_as_it_is(desk: Desk, tmp_path: Path) -> None:
    """An id, a code, one that comes twice, and a client who was erased: each is named."""
    desk.put(other(9, "weg"))
    desk.past(other(9, "weg").id).erase("weg", "voorbij")
    files = [
        file(tmp_path, "here.json", write_dossier(HERE)),
        file(tmp_path, "gone.json", write_dossier(other(9, "weg"))),
        file(tmp_path, "code.json", write_dossier(other(1, HERE.client.code.upper()))),
        file(tmp_path, "one.json", write_dossier(other(2, "Q"))),
        file(tmp_path, "two.json", write_dossier(other(2, "R"))),
        file(tmp_path, "c.csv", "code\nS\nq\n"),
    ]
    assert keys(desk.moving(), *files) == [
        ("here.json", "id", "is-here"),
        ("gone.json", "id", "was-erased"),
        ("code.json", "client.code", "code-taken"),
        ("two.json", "id", "came-twice"),
        ("c.csv", "3.code", "code-doubled"),
    ]


def test_what_cannot_be_asked_is_said(desk: Desk, tmp_path: Path) -> None:
    """Notes are of somebody, and a code is for one dossier."""
    moving, notes, table = desk.moving(), file(tmp_path, "n.md", NOTES), file(tmp_path, "c.csv", TABLE)
    (tmp_path / "map.csv").mkdir()
    for path, asked, key in (
        (notes, Asked(), "import-of-whom"),
        (table, Asked(client=HERE.id), "import-no-notes"),
        (table, Asked(code="Z"), "import-one-code"),
        (tmp_path / "map.csv", Asked(), "file-unreadable"),
    ):
        with pytest.raises(InvalidInput) as told:
            moving.look_over([path], asked)
        assert told.value.key == key
    with pytest.raises(NotFound):
        moving.look_over([tmp_path / "weg.csv"], Asked())


def test_a_file_of_another_kind_or_no_text_is_named(desk: Desk, tmp_path: Path) -> None:
    """Also among others that are fine; then none of them comes in."""
    files = file(tmp_path, "c.csv", TABLE), file(tmp_path, "x.docx", b"PK"), file(tmp_path, "l.csv", b"code\n\xe9")
    assert keys(desk.moving(), *files) == [("x.docx", "", "kind-unknown"), ("l.csv", "", "not-text")]
    assert keys(desk.moving(), files[2], encoding="cp1252") == []


# a failure in the middle


class Bench:
    """A vault with one client, on a disk that fails once it is asked to."""

    def __init__(self, identity: Identity, at: int, fault: Fault, *, stays: bool) -> None:
        self._seal = Seal(identity)
        self.disk = ModelDisk()
        make_folders(FOLDER, self.disk)
        self.repository().save(HERE)
        self.faulty = FaultyFiles(self.disk, at, fault, stays=stays)
        self.is_failing = False

    def repository(self, files: Files | None = None) -> Repository:
        return Repository(shelves(FOLDER, files or self.disk), self._seal, clock=Clock())

    def __getattr__(self, name: str) -> object:
        return getattr(self.faulty if self.is_failing else self.disk, name)


@pytest.fixture(scope="module")
def identity() -> Identity:
    return Identity.generate()


@pytest.mark.parametrize("stays", [False, True])
@pytest.mark.parametrize("fault", [Fault.DISK_FULL, Fault.AFTER, Fault.LIE])
def test_a_failure_in_the_middle_leaves_nothing_or_says_what(
    fault: Fault, tmp_path: Path, identity: Identity, *, stays: bool
) -> None:
    """At every single call to the disk: what came in afterwards is everything, nothing, or no more than is told."""
    paths = file(tmp_path, "c.csv", TABLE), file(tmp_path, "n.md", NOTES)
    outcomes = []
    for at in range(1, 10_000):
        bench = Bench(identity, at, fault, stays=stays)
        moving = Moving(bench.repository(cast("Files", bench)), Clock(), counting_ids())
        plan = moving.look_over(paths, Asked(client=HERE.id))
        bench.is_failing = True
        try:
            moving.take_in(plan)
            done = True
        except SessionpadError:
            done = False
        outcomes.append(done)
        after = bench.repository()
        codes = {row.code for row in after.overviews()} - {HERE.client.code}
        noted = len(after.load(HERE.id).dossier.sessions)
        if done:
            assert (codes, noted, moving.left) == ({"X1", "X2"}, 2, ()), at
        else:
            told = {each.client.code for each in moving.left}
            assert codes <= told, (at, bench.faulty.hit)
            assert not told or stays or fault is Fault.AFTER, (at, bench.faulty.hit)
        if not bench.faulty.hit:
            break
    assert outcomes[-1]
    assert not all(outcomes)


# there and back


@pytest.mark.parametrize("name", ["zip", "json"])
def test_what_is_exported_comes_in_again_equal(desk: Desk, tmp_path: Path, name: str) -> None:
    """Every dossier of the demo, in another vault, field by field, from the zip or from the JSON in it."""
    other_desk = Desk(memory_vault(Clock()), clock=Clock(), new_id=counting_ids())
    fill_with_demo(desk, "nl")
    for number, row in enumerate(each for each in desk.clients() if each.id != HERE.id):
        dossier = desk.open(row.id).dossier
        path = desk.export_whole(dossier, "nl", tmp_path / f"{number}.zip").path
        if name == "json":
            with zipfile.ZipFile(path) as archive:
                path = file(tmp_path, f"{number}.json", archive.read("dossier.json"))
        moving = other_desk.moving()
        moving.take_in(moving.look_over([path], Asked()))
        assert other_desk.open(row.id).dossier == dossier
    other_desk.close()


def test_a_zip_says_what_is_in_it(desk: Desk, tmp_path: Path) -> None:
    """To read, for another program, the schema of that, and what was left out; each for its owner alone."""
    path = desk.export_whole(desk.open(HERE.id).dossier, "en", tmp_path, for_client=True).path
    assert path.name == f"dossier-{HERE.client.code.strip('.')}-2026-11-24.zip"
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["read-me.txt", "dossier.docx", "dossier.json", "dossier.schema.json"]
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o600}
        told = archive.read("read-me.txt").decode()
    assert "Not in dossier.docx, and why:" in told
    assert "dossier.json" in told


def test_a_zip_of_something_else_is_named(desk: Desk, tmp_path: Path) -> None:
    """No zip, one without a dossier, and one that is cut off."""
    whole = desk.export_whole(HERE, "nl", tmp_path / "w.zip").path.read_bytes()
    empty = tmp_path / "e.zip"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("x.txt", "x")
    files = file(tmp_path, "n.zip", b"PK"), empty, file(tmp_path, "c.zip", whole[: len(whole) // 2])
    assert [key for _, _, key in keys(desk.moving(), *files)] == ["no-dossier-in-it"] * 3
