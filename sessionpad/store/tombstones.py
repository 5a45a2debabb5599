"""Who was erased: an id, a moment and a reason, so that a backup never brings an erased client back.

One small sealed file each, named for the dossier. The name alone is enough: a damaged one still keeps its promise.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

import msgspec

from sessionpad.domain.ids import DossierId
from sessionpad.domain.value import Value
from sessionpad.errors import Damaged
from sessionpad.store.seal import Seal
from sessionpad.store.shelf import SUFFIX, Shelf


class Tombstone(Value, frozen=True, kw_only=True):
    id: DossierId
    at: datetime
    reason: str


class Tombstones:
    def __init__(self, shelf: Shelf, seal: Seal) -> None:
        self._shelf = shelf
        self._seal = seal

    def ids(self) -> frozenset[DossierId]:
        return frozenset(DossierId(name) for name in self._shelf.list())

    def has(self, dossier_id: DossierId) -> bool:
        return bool(self._shelf.mark(dossier_id))

    def add(self, tombstone: Tombstone) -> None:
        """Fine when there is one already: the first one stays."""
        if not self.has(tombstone.id):
            data = msgspec.json.encode(tombstone)
            sealed = self._seal.close(data)
            self._shelf.put(tombstone.id, sealed, None, partial(self._seal.prove, data=data))

    def get(self, dossier_id: DossierId) -> Tombstone:
        """Raises: NotFound("file"), Damaged."""
        file = dossier_id + SUFFIX
        sealed, _ = self._shelf.get(dossier_id)
        try:
            return msgspec.json.decode(self._seal.open(sealed, file), type=Tombstone)
        except msgspec.DecodeError:
            raise Damaged("unreadable", file=file) from None
