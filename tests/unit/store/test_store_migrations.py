"""Old formats become the present one, in order, and nothing is written until there is something to save."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from sessionpad.errors import Damaged
from sessionpad.store.archive import MemoryArchive
from sessionpad.store.identity import Identity
from sessionpad.store.migrations import MIGRATIONS, Migration, format_of, pending
from sessionpad.store.repository import Repository, Shelves
from sessionpad.store.seal import Seal
from sessionpad.store.sealed_storage import Tables, decode, encode
from sessionpad.store.shelf import MemoryShelf
from tests.unit.store.dossiers import a_dossier, noted, notes_in


def _upper_code(tables: Tables) -> Tables:
    rows = {number: {**row, "code": row["code"].upper()} for number, row in tables["client"].items()}
    return {**tables, "client": rows}


def _starred_code(tables: Tables) -> Tables:
    rows = {number: {**row, "code": row["code"] + "*"} for number, row in tables["client"].items()}
    return {**tables, "client": rows}


LATER = (Migration("upper-code", _upper_code), Migration("starred-code", _starred_code))


class Bench:
    def __init__(self) -> None:
        self.dossiers = MemoryShelf()
        self.seal = Seal(Identity.generate())

    def repository(self, migrations: tuple[Migration, ...]) -> Repository:
        shelves = Shelves(self.dossiers, MemoryArchive(self.dossiers), erased=MemoryShelf(), top=MemoryShelf())
        return Repository(shelves, self.seal, clock=lambda: datetime(2026, 1, 5, tzinfo=UTC), migrations=migrations)

    def format(self) -> int:
        tables = decode(self.seal.open(self.dossiers.get("d1")[0], "d1.age"), "d1.age")
        number: int = next(iter(tables["meta"].values()))["format"]
        return number


def test_what_is_written_today_has_nothing_to_go_through() -> None:
    """The number that is written is that of the last migration, and every older one has the later names to come."""
    names = tuple(each.name for each in MIGRATIONS)
    assert pending(format_of()) == ()
    assert [pending(number) for number in range(1, format_of())] == [names[number:] for number in range(len(names))]
    assert len(set(names)) == len(names)


def test_pending_names_what_is_to_come() -> None:
    """What a dossier still has to go through can be seen before anything happens."""
    names = [pending(number, LATER) for number in (1, 2, 3)]
    assert names == [("upper-code", "starred-code"), ("starred-code",), ()]


def test_an_old_dossier_is_read_and_written_anew_at_the_next_save() -> None:
    """Reading migrates in memory and in order; only a save writes the new format."""
    bench = Bench()
    dossier = a_dossier()
    bench.repository(()).save(dossier)
    later = bench.repository(LATER)
    loaded = later.load(dossier.id)
    assert (loaded.dossier.client.code, bench.format()) == ("BERK*", 1)
    later.save(noted(loaded.dossier, "nieuw"))
    assert bench.format() == 3
    again = bench.repository(LATER).load(dossier.id)
    assert (again.dossier.client.code, notes_in(again.dossier)) == ("BERK*", "nieuw")


def test_a_half_old_dossier_gets_only_what_it_misses() -> None:
    """A dossier of format 2 does not go through the first migration again."""
    bench = Bench()
    bench.repository(LATER[:1]).save(a_dossier())
    assert bench.repository(LATER).load(a_dossier().id).dossier.client.code == "Berk*"


def _newer(tables: Tables) -> Tables:
    """What a newer program may do: fields and tables of its own, also where a file speaks about itself."""
    meta = {number: {**row, "format": 999, "made_with": "9.0"} for number, row in tables["meta"].items()}
    client = {number: {**row, "address": "straat"} for number, row in tables["client"].items()}
    return {**tables, "meta": meta, "client": client, "plans": {"1": {"id": "p1"}}}


def test_a_newer_dossier_is_left_alone() -> None:
    """A format this program does not know is called newer and never damaged, and nothing is put in its place."""
    bench = Bench()
    dossier = a_dossier()
    repository = bench.repository(MIGRATIONS)
    repository.save(dossier)
    repository.save(noted(dossier, "later"))
    sealed, version = bench.dossiers.get("d1")
    newer = bench.seal.close(encode(_newer(decode(bench.seal.open(sealed, "d1.age"), "d1.age"))))
    bench.dossiers.put("d1", newer, version)
    version_id = repository.versions(dossier.id)[0].id
    acts: tuple[Callable[[], object], ...] = (
        lambda: repository.load(dossier.id),
        lambda: bench.repository(MIGRATIONS).load(dossier.id),
        lambda: bench.repository(MIGRATIONS).save(noted(dossier, "over het nieuwe heen")),
        lambda: repository.start_version(dossier.id, datetime(2026, 1, 5, tzinfo=UTC)),
        lambda: repository.restore(dossier.id, version_id),
    )
    for act in acts:
        with pytest.raises(Damaged) as told:
            act()
        assert (told.value.key, bench.format()) == ("newer-format", 999)
    assert [each.key for each in repository.distrusted().values()] == ["newer-format"]
