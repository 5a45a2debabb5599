"""Taking a client away for good, in a way that can be broken off anywhere: what was begun is finished later."""

from __future__ import annotations

from datetime import datetime

from sessionpad.domain.ids import DossierId
from sessionpad.errors import Damaged, NotFound
from sessionpad.store.dossier_file import Opener
from sessionpad.store.index import Index
from sessionpad.store.overviews import Overviews
from sessionpad.store.shelf import Shelf
from sessionpad.store.tombstones import Tombstone, Tombstones
from sessionpad.store.trail import Trail


class Erasing:
    """Of the dossiers on one shelf, with their versions and their rows in the list."""

    def __init__(
        self, shelf: Shelf, trail: Trail, tombstones: Tombstones, overviews: Overviews, index: Index, opener: Opener
    ) -> None:
        self._shelf = shelf
        self._trail = trail
        self._tombstones = tombstones
        self._list = overviews
        self._index = index
        self._opener = opener

    def erase(self, dossier_id: DossierId, *, at: datetime, reason: str) -> None:
        """The tombstone comes first: from there on the client is gone, whatever happens to the rest."""
        self._tombstones.add(Tombstone(id=dossier_id, at=at, reason=reason))
        for each in self._under_another_name(dossier_id):
            self._shelf.erase(each)
        self._take_away(dossier_id)

    def withdraw(self, dossier_id: DossierId) -> None:
        """Takes out what was only just put in: it leaves no tombstone, since nobody was a client here."""
        self._take_away(dossier_id)

    def finish(self) -> None:
        """Takes away again what an interrupted erasing left, or what a backup brought back."""
        erased = self._tombstones.ids()
        if erased:
            present = {DossierId(name) for name in self._shelf.list()} | self._trail.dossiers()
            for each in erased & present:
                self._take_away(each)

    def _take_away(self, dossier_id: DossierId) -> None:
        self._shelf.erase(dossier_id)
        self._trail.erase(dossier_id)
        self._list.forget(dossier_id)
        self._index.write()

    def _under_another_name(self, dossier_id: DossierId) -> list[DossierId]:
        """Files that hold this client, though they are called after another one."""
        self._list.all()
        swapped = [
            each
            for each, error in self._list.distrusted.items()
            if isinstance(error, Damaged) and error.key == "wrong-name"
        ]
        return [each for each in swapped if self._owner(each) == dossier_id]

    def _owner(self, dossier_id: DossierId) -> DossierId | None:
        try:
            return self._opener.owner(self._shelf.get(dossier_id)[0], dossier_id).id
        except (Damaged, NotFound):
            return None
