"""TinyDB over a sealed file: one write, and never ahead of the disk."""

from __future__ import annotations

import pytest
from tinydb import Query, TinyDB

from sessionpad.errors import Conflict, Damaged, StorageFailed
from sessionpad.store.identity import Identity
from sessionpad.store.seal import Seal
from sessionpad.store.sealed_storage import SealedStorage
from sessionpad.store.shelf import MemoryShelf


class Bench:
    def __init__(self) -> None:
        self.shelf = MemoryShelf()
        self.seal = Seal(Identity.generate())
        self.storage = SealedStorage(self.shelf, "a", self.seal)
        self.db = TinyDB(storage=lambda: self.storage)


def test_what_is_written_is_read_by_another() -> None:
    """A second TinyDB over the same file sees what the first one wrote."""
    bench = Bench()
    bench.db.table("tasks").insert({"id": "x", "text": "bellen"})
    storage = SealedStorage(bench.shelf, "a", bench.seal)
    storage.fetch()
    assert TinyDB(storage=lambda: storage).table("tasks").all() == [{"id": "x", "text": "bellen"}]


def test_after_a_failed_write_memory_is_what_the_disk_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """TinyDB changes its tables before they are written; when that fails, the change is taken back."""
    bench = Bench()
    table = bench.db.table("tasks", cache_size=0)
    table.insert({"id": "x", "text": "eerst"})

    def refuse(*_: object) -> None:
        raise StorageFailed("disk-full", reason="")

    def change() -> None:
        with bench.storage.hold():
            table.update({"text": "daarna"}, Query()["id"] == "x")
            table.insert({"id": "y", "text": "nieuw"})

    with monkeypatch.context() as patch:
        patch.setattr(bench.shelf, "put", refuse)
        with pytest.raises(StorageFailed):
            change()
    assert table.all() == [{"id": "x", "text": "eerst"}]
    table.insert({"id": "z", "text": "weer"})
    assert [row["text"] for row in table.all()] == ["eerst", "weer"]


def test_a_failed_first_write_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that could not be made is not there in memory either."""
    bench = Bench()

    def refuse(*_: object) -> None:
        raise StorageFailed("disk-full", reason="")

    monkeypatch.setattr(bench.shelf, "put", refuse)
    with pytest.raises(StorageFailed):
        bench.db.table("tasks").insert({"id": "x"})
    assert bench.db.tables() == set()


def test_held_writes_are_one() -> None:
    """Whatever happens while writes are held, the shelf sees one version."""
    bench = Bench()
    versions = [bench.storage.version]
    with bench.storage.hold():
        for number in range(5):
            bench.db.table("tasks").insert({"id": number})
            versions.append(bench.storage.version)
    assert set(versions) == {None}
    assert bench.storage.version == bench.shelf.get("a")[1]


def test_a_file_that_was_not_read_is_not_overwritten() -> None:
    """A storage that saw nothing expects nothing."""
    bench = Bench()
    bench.shelf.put("a", b"van een ander", None)
    with pytest.raises(Conflict):
        bench.db.table("tasks").insert({"id": "x"})
    assert bench.shelf.get("a")[0] == b"van een ander"


@pytest.mark.parametrize("payload", [b"", b"[]", b'{"a": 1}', b'{"a": {"1": 2}}', b"\xff", b'{"a": {'])
def test_what_is_no_tinydb_is_damaged(payload: bytes) -> None:
    """Sealed bytes that hold something else are not taken for tables."""
    bench = Bench()
    bench.shelf.put("a", bench.seal.close(payload), None)
    with pytest.raises(Damaged):
        bench.storage.fetch()


def test_bytes_that_do_not_open_again_are_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was sealed is proven to open before it takes the place of anything."""
    bench = Bench()
    bench.db.table("tasks").insert({"id": "x"})
    before = bench.shelf.get("a")
    monkeypatch.setattr(bench.seal, "close", lambda _: b"kapot")
    with pytest.raises(StorageFailed):
        bench.db.table("tasks").insert({"id": "y"})
    assert bench.shelf.get("a") == before
