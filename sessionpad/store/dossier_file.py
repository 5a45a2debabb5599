"""One client as one TinyDB: read and checked, changed record by record, written as one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from tinydb import Query, TinyDB
from tinydb.table import Document

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.domain.value import Value
from sessionpad.errors import Damaged, NotFound
from sessionpad.store.migrations import MIGRATIONS, Migration, format_of, migrate
from sessionpad.store.records import META, Changes, Meta, changes, dossier_of, format_in, meta_of, row_of_meta
from sessionpad.store.seal import Seal
from sessionpad.store.sealed_storage import Row, SealedStorage, Tables, decode
from sessionpad.store.shelf import SUFFIX, MemoryShelf, Shelf, Version


class Stored(Value, frozen=True, kw_only=True):
    """A dossier as it is on disk."""

    dossier: Dossier
    revision: int


class Content(Value, frozen=True, kw_only=True):
    """What a sealed file turned out to hold."""

    meta: Meta
    dossier: Dossier


def known_meta(tables: Tables, file: str, migrations: Sequence[Migration]) -> Meta:
    """What a file says about itself. Whatever else a newer format may say, its number comes first.

    Raises:
        Damaged: it is of a newer program ("newer-format"), or of something else ("foreign").
    """
    number = format_in(tables)
    if number > format_of(migrations):
        raise Damaged("newer-format", file=file)
    meta = meta_of(tables, file)
    if number < 1:
        raise Damaged("foreign", file=file)
    return meta


def content_of(
    tables: Tables, dossier_id: DossierId, migrations: Sequence[Migration] = MIGRATIONS
) -> tuple[Content, Tables]:
    """The dossier in these tables, and the tables in today's format.

    Raises:
        Damaged: it is another one's ("wrong-name"), of a newer program ("newer-format"), or not sound.
    """
    file = dossier_id + SUFFIX
    meta = known_meta(tables, file, migrations)
    if meta.id != dossier_id:
        raise Damaged("wrong-name", file=file)
    try:
        tables = migrate(tables, meta.format, migrations)
    except (KeyError, TypeError, AttributeError, ValueError):
        # Never chained: the message can quote what it read.
        raise Damaged("unreadable", file=file) from None
    return Content(meta=meta, dossier=dossier_of(tables, dossier_id, file)), tables


class Opener(NamedTuple):
    """What it takes to read a sealed dossier, wherever it comes from."""

    seal: Seal
    migrations: Sequence[Migration] = MIGRATIONS

    def open(self, sealed: bytes, dossier_id: DossierId) -> Content:
        """Raises: Damaged."""
        return content_of(self.tables(sealed, dossier_id), dossier_id, self.migrations)[0]

    def owner(self, sealed: bytes, dossier_id: DossierId) -> Meta:
        """What the file says about itself, also when it is another one's. Raises: Damaged."""
        return known_meta(self.tables(sealed, dossier_id), dossier_id + SUFFIX, self.migrations)

    def tables(self, sealed: bytes, dossier_id: DossierId) -> Tables:
        file = dossier_id + SUFFIX
        return decode(self.seal.open(sealed, file), file)


class DossierFile:
    """The open file of one dossier. `content` is what is on disk as far as this program knows; None for a new one."""

    def __init__(self, dossier_id: DossierId, shelf: Shelf, opener: Opener) -> None:
        self._id = dossier_id
        self._shelf = shelf
        self._migrations = opener.migrations
        self._storage = SealedStorage(shelf, dossier_id, opener.seal)
        self._db = TinyDB(storage=lambda: self._storage)
        self._mark = ""
        self.content: Content | None = None
        self.is_doubted = False
        """Whether the last write failed and may have reached the shelf all the same: then nothing is there for sure."""

    @property
    def version(self) -> Version | None:
        return self._storage.version

    @property
    def dossier_id(self) -> DossierId:
        return self._id

    @property
    def mark(self) -> str:
        return self._mark

    @property
    def is_current(self) -> bool:
        """Whether what was read is still what is on the shelf."""
        return bool(self._mark) and self._mark == self._shelf.mark(self._id)

    def read(self) -> Content | None:
        """What is on the shelf; None when there is nothing.

        Raises:
            Damaged: it cannot be trusted.
        """
        self.content, self._mark = None, self._shelf.mark(self._id)
        try:
            tables = self._storage.fetch()
        except NotFound:
            return None
        self.content, today = content_of(tables, self._id, self._migrations)
        if self.content.meta.format != format_of(self._migrations):
            self._storage.adopt(today)
        return self.content

    def expect(self, version: Version | None) -> None:
        """Makes the next write take the place of this version, readable or not."""
        self._storage.expect(version)

    def write(self, dossier: Dossier, at: datetime, *, above: int = 0) -> Content:
        """Brings the dossier to the shelf, when there is anything to bring.

        Args:
            dossier: the new value.
            at: the moment of saving.
            above: the new revision is higher than this too.

        Raises:
            Conflict: the file is not the one that was read.
            StorageFailed: it could not be written; the earlier one is still there, on disk and in memory.
        """
        known = self.content
        todo = changes(known.dossier if known else None, dossier, self._storage.read())
        if known is not None and not todo and not self.is_doubted:
            return known
        meta = Meta(
            id=self._id,
            format=format_of(self._migrations),
            revision=max(known.meta.revision if known else 0, above) + 1,
            previous=self.version or "",
            saved_at=at,
        )
        self.is_doubted = True
        with self._storage.hold():
            self._apply(todo, meta)
        self.is_doubted = False
        self._mark = self._shelf.mark(self._id)
        self.content = Content(meta=meta, dossier=dossier)
        return self.content

    def _apply(self, todo: Changes, meta: Meta) -> None:
        for name, rows in todo.put.items():
            for row in rows:
                self._put(name, row)
        for name, ids in todo.drop.items():
            if ids:
                self._db.table(name, cache_size=0).remove(Query()["id"].one_of(list(ids)))
        self._put(META, row_of_meta(meta))

    def _put(self, name: str, row: Row) -> None:
        """The row in the place of the one with its id: whole, because a usual value is left out of it."""
        table = self._db.table(name, cache_size=0)
        if not table.update(partial(_become, row), Query()["id"] == row["id"]):
            table.insert(row)


def _become(row: Row, there: Document) -> None:
    there.clear()
    there.update(row)


def sealed_apart(dossier: Dossier, opener: Opener, at: datetime, *, above: int) -> bytes:
    """The dossier sealed as a file of its own, for keeping beside the one that is there."""
    shelf = MemoryShelf()
    DossierFile(dossier.id, shelf, opener).write(dossier, at, above=above)
    return shelf.get(dossier.id)[0]
