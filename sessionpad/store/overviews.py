"""The client list, kept true: rows whose file did not change are taken from the index, the others are made again."""

from __future__ import annotations

from collections.abc import Mapping

from sessionpad.domain.ids import DossierId
from sessionpad.domain.overview import Overview, overview_of
from sessionpad.errors import Damaged, NotFound, SessionpadError
from sessionpad.store.dossier_file import Content, Opener
from sessionpad.store.index import Entry, Index
from sessionpad.store.shelf import SUFFIX, Shelf, Version
from sessionpad.store.tombstones import Tombstones
from sessionpad.store.trail import Trail


def entry_of(content: Content, mark: str, version: Version) -> Entry:
    return Entry(
        id=content.dossier.id,
        mark=mark,
        revision=content.meta.revision,
        version=version,
        overview=overview_of(content.dossier),
    )


class Overviews:
    def __init__(self, shelf: Shelf, trail: Trail, tombstones: Tombstones, index: Index, opener: Opener) -> None:
        self._shelf = shelf
        self._trail = trail
        self._tombstones = tombstones
        self._index = index
        self._opener = opener
        self._distrusted: dict[DossierId, tuple[str, SessionpadError]] = {}
        """Files that could not be taken in, by the mark they had."""
        self._with_versions: frozenset[DossierId] | None = None

    def all(self) -> tuple[Overview, ...]:
        if self._with_versions is None:
            self._with_versions = self._trail.dossiers()
        self._refresh()
        rows = (entry.overview for entry in self._index.entries.values())
        return tuple(sorted(rows, key=lambda row: (row.code.casefold(), row.id)))

    @property
    def distrusted(self) -> Mapping[DossierId, SessionpadError]:
        """What was wrong with each dossier that could not be taken in, as of the last look."""
        return {dossier_id: error for dossier_id, (_, error) in self._distrusted.items()}

    def revision(self, dossier_id: DossierId) -> int:
        """The highest revision that is known of this dossier; 0 when there is none."""
        entry = self._index.entries.get(dossier_id)
        return max(entry.revision if entry else 0, self._trail.highest(dossier_id))

    def seen(self, content: Content, mark: str, version: Version) -> None:
        self._distrusted.pop(content.dossier.id, None)
        self._index.put(entry_of(content, mark, version))

    def forget(self, dossier_id: DossierId) -> None:
        self._distrusted.pop(dossier_id, None)
        self._index.drop([dossier_id])

    def _refresh(self) -> None:
        marks = {DossierId(name): mark for name, mark in self._shelf.marks().items()}
        entries = self._index.entries
        erased = self._tombstones.ids()
        for each, mark in marks.items():
            entry = entries.get(each)
            if (entry is None or entry.mark != mark) and each not in erased and self._is_news(each, mark):
                self._take_in(each, mark)
        lost = (entries.keys() | (self._with_versions or frozenset())) - marks.keys() - erased
        for each in lost:
            self._distrust(each, "", NotFound("file", file=each + SUFFIX))
        self._distrusted = {each: why for each, why in self._distrusted.items() if each in marks or each in lost}
        self._index.drop((entries.keys() & erased) | {each for each in lost if self._is_without_trace(each)})

    def _is_news(self, dossier_id: DossierId, mark: str) -> bool:
        return dossier_id not in self._distrusted or self._distrusted[dossier_id][0] != mark

    def _take_in(self, dossier_id: DossierId, mark: str) -> None:
        try:
            sealed, version = self._shelf.get(dossier_id)
            content = self._opener.open(sealed, dossier_id)
        except (Damaged, NotFound) as error:
            self._distrust(dossier_id, mark, error)
            return
        if content.meta.revision < self.revision(dossier_id):
            self._distrust(dossier_id, mark, Damaged("older-version", file=dossier_id + SUFFIX))
        else:
            self.seen(content, mark, version)

    def _distrust(self, dossier_id: DossierId, mark: str, error: SessionpadError) -> None:
        """Shows the client as last known, so that the way to an earlier version stays open."""
        if not self._is_news(dossier_id, mark):
            return
        self._distrusted[dossier_id] = (mark, error)
        if dossier_id not in self._index.entries and (past := self._trail.newest(dossier_id)) is not None:
            self._index.put(entry_of(past, "", Version("")))

    def _is_without_trace(self, dossier_id: DossierId) -> bool:
        return self._trail.newest(dossier_id) is None
