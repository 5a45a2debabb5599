"""The client list: one row a dossier, so that a list needs no dossier opened. Derived, never the truth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec
from tinydb import Query, TinyDB

from sessionpad.domain.ids import DossierId
from sessionpad.domain.overview import Overview
from sessionpad.domain.value import Value
from sessionpad.errors import Damaged, NotFound, StorageFailed
from sessionpad.store.seal import Seal
from sessionpad.store.sealed_storage import SealedStorage
from sessionpad.store.shelf import Shelf, Version

NAME: Final = "index"
_TABLE: Final = "overviews"


class Entry(Value, frozen=True, kw_only=True):
    """What was last seen of one dossier."""

    id: DossierId
    mark: str
    """The shelf's cheap sign for the file; another sign means: look again."""
    revision: int
    version: str
    overview: Overview


class Index:
    """Kept in memory; written when asked, because each save of a dossier would otherwise cost two."""

    def __init__(self, shelf: Shelf, seal: Seal) -> None:
        self._storage = SealedStorage(shelf, NAME, seal)
        self._table = TinyDB(storage=lambda: self._storage).table(_TABLE, cache_size=0)
        self._entries: dict[DossierId, Entry] = {}
        self._touched: set[DossierId] = set()
        self._shelf = shelf

    def read(self) -> bool:
        """Takes in what is on the shelf, and says whether it could.

        An index that is gone or cannot be trusted counts as empty: it is made again from the dossiers.
        """
        try:
            self._storage.fetch()
            entries = msgspec.convert(self._table.all(), list[Entry])
        except (NotFound, Damaged, StorageFailed, msgspec.ValidationError):
            self._entries = {}
            self._storage.close()
            return False
        self._entries = {entry.id: entry for entry in entries}
        return True

    @property
    def entries(self) -> Mapping[DossierId, Entry]:
        return self._entries

    @property
    def is_dirty(self) -> bool:
        return bool(self._touched)

    def put(self, entry: Entry) -> None:
        if self._entries.get(entry.id) != entry:
            self._entries[entry.id] = entry
            self._touched.add(entry.id)

    def drop(self, dossier_ids: Iterable[DossierId]) -> None:
        for each in dossier_ids:
            if self._entries.pop(each, None) is not None:
                self._touched.add(each)

    def write(self) -> None:
        """Brings what changed to the shelf, over whatever is there."""
        if not self._touched:
            return
        self._storage.expect(self._present())
        changed = [self._entries[each] for each in self._touched if each in self._entries]
        with self._storage.hold():
            self._table.remove(Query()["id"].one_of(list(self._touched)))
            self._table.insert_multiple(msgspec.to_builtins(changed))
        self._touched.clear()

    def close(self) -> None:
        self._entries = {}
        self._touched.clear()
        self._storage.close()

    def _present(self) -> Version | None:
        try:
            return self._shelf.get(NAME)[1]
        except NotFound:
            return None
