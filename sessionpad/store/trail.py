"""Keeps the way back: the file before each save, one for each conversation, and fewer of them as they get older."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from functools import partial

import msgspec

from sessionpad.domain.ids import DossierId
from sessionpad.errors import Damaged, NotFound, StorageFailed
from sessionpad.store.archive import Archive
from sessionpad.store.aside import Aside
from sessionpad.store.dossier_file import Content, Opener
from sessionpad.store.records import Meta
from sessionpad.store.shelf import Version
from sessionpad.store.versions import Kind, VersionInfo, is_due, newest_first, read_name, sign_of, thin


class Trail:
    """The earlier versions of every dossier of a vault."""

    def __init__(self, archive: Archive, opener: Opener) -> None:
        self._archive = archive
        self._opener = opener
        self._kept: dict[DossierId, datetime] = {}
        """When the last version that stays was saved."""
        self._rolling: dict[DossierId, VersionInfo] = {}
        """The file before the last save: it goes at the next one, unless it is time for one that stays."""
        self._tidying: Aside[None] | None = None

    def all(self, dossier_id: DossierId) -> tuple[VersionInfo, ...]:
        """Every version by name, newest first, readable or not."""
        self.settle()
        return self._all(dossier_id)

    def _all(self, dossier_id: DossierId) -> tuple[VersionInfo, ...]:
        return newest_first(filter(None, map(read_name, self._archive.names(dossier_id))))

    def readable(self, dossier_id: DossierId) -> tuple[VersionInfo, ...]:
        return tuple(each for each in self.all(dossier_id) if self._opens(dossier_id, each))

    def open(self, dossier_id: DossierId, name: str) -> Content:
        """Raises: NotFound("version"), Damaged."""
        return self._opener.open(self._archive.get(dossier_id, name), dossier_id)

    def newest(self, dossier_id: DossierId) -> Content | None:
        """The newest version that can be read and once was the dossier itself."""
        past = (each for each in self.all(dossier_id) if each.is_own_past)
        return next((self.open(dossier_id, each.id) for each in past if self._opens(dossier_id, each)), None)

    def highest(self, dossier_id: DossierId) -> int:
        """The highest revision that is known to have been the dossier itself; 0 when there is none."""
        return max((each.revision for each in self.all(dossier_id) if each.is_own_past), default=0)

    def before_save(self, dossier_id: DossierId, meta: Meta, version: Version) -> VersionInfo:
        """Keeps the present file, which is about to be replaced."""
        self.settle()
        info = _info(meta, version, Kind.SAVE)
        self._archive.link(dossier_id, info.id)
        return info

    def after_save(self, dossier_id: DossierId, info: VersionInfo, now: datetime) -> None:
        """Lets go of the version before this one, unless it deserves to stay. Nobody waits for it."""
        last = self._rolling.get(dossier_id)
        self._rolling[dossier_id] = info
        if last is not None and last.id != info.id:
            self._tidying = Aside(partial(self._let_go, dossier_id, last, now))

    def settle(self) -> None:
        """Waits for what is being tidied."""
        if self._tidying is not None:
            self._tidying.result()
            self._tidying = None

    def _let_go(self, dossier_id: DossierId, last: VersionInfo, now: datetime) -> None:
        # A version too many is no loss: it is thinned another day.
        with suppress(StorageFailed):
            if is_due(self._last_kept(dossier_id, last), last.at):
                self._kept[dossier_id] = last.at
                self._thin(dossier_id, now)
            else:
                self._archive.drop(dossier_id, last.id)

    def start(self, dossier_id: DossierId, sealed: bytes, meta: Meta, version: Version, now: datetime) -> None:
        """Keeps the file as it is when a conversation begins, in bytes of its own."""
        self.settle()
        self._archive.put(dossier_id, _info(meta, version, Kind.SESSION).id, sealed)
        self._thin(dossier_id, now)

    def keep(self, dossier_id: DossierId, sealed: bytes, meta: Meta, version: Version) -> None:
        """Keeps a readable file that is about to be replaced by another than its successor."""
        self._archive.put(dossier_id, _info(meta, version, Kind.SAVE).id, sealed)

    def set_aside(self, dossier_id: DossierId, sealed: bytes, version: Version, now: datetime) -> str:
        """Keeps bytes that cannot be read. Returns their name."""
        info = VersionInfo(at=now, revision=self.highest(dossier_id), kind=Kind.DAMAGED, sign=sign_of(version))
        self._archive.put(dossier_id, info.id, sealed)
        return info.id

    def conflict(
        self, dossier_id: DossierId, refused: bytes, in_the_way: str, revision: int, now: datetime
    ) -> VersionInfo:
        """Keeps what could not be saved; a later try against the same file takes the place of an earlier one."""
        info = VersionInfo(at=now, revision=revision, kind=Kind.CONFLICT, sign=in_the_way)
        earlier = [each for each in self.all(dossier_id) if each.kind is Kind.CONFLICT and each.sign == in_the_way]
        # Two tries within a second share a name; the later one gets the next revision, which nobody else has.
        taken = [each.revision for each in earlier if each.at == now.replace(microsecond=0)]
        info = msgspec.structs.replace(info, revision=max([revision, *(each + 1 for each in taken)]))
        self._archive.put(dossier_id, info.id, refused)
        for each in earlier:
            self._archive.drop(dossier_id, each.id)
        return info

    def _thin(self, dossier_id: DossierId, now: datetime) -> None:
        rolling = self._rolling.get(dossier_id)
        for each in thin(self._all(dossier_id), now):
            if rolling is None or each.id != rolling.id:
                self._archive.drop(dossier_id, each.id)

    @staticmethod
    def is_own_past(version: str) -> bool:
        """Whether a version of this name once was the dossier itself."""
        info = read_name(version)
        return info is not None and info.is_own_past

    def let_go(self, dossier_id: DossierId, version: str) -> None:
        self.settle()
        self._archive.drop(dossier_id, version)

    def erase(self, dossier_id: DossierId) -> None:
        self.settle()
        self._kept.pop(dossier_id, None)
        self._rolling.pop(dossier_id, None)
        self._archive.erase(dossier_id)

    def dossiers(self) -> frozenset[DossierId]:
        return frozenset(DossierId(name) for name in self._archive.list())

    def _last_kept(self, dossier_id: DossierId, but: VersionInfo) -> datetime | None:
        if dossier_id not in self._kept:
            newest = next((each for each in self._all(dossier_id) if each.is_own_past and each.at < but.at), None)
            if newest is None:
                return None
            self._kept[dossier_id] = newest.at
        return self._kept[dossier_id]

    def _opens(self, dossier_id: DossierId, info: VersionInfo) -> bool:
        try:
            self.open(dossier_id, info.id)
        except (Damaged, NotFound):
            return False
        return True


def _info(meta: Meta, version: Version, kind: Kind) -> VersionInfo:
    return VersionInfo(at=meta.saved_at, revision=meta.revision, kind=kind, sign=sign_of(version))
