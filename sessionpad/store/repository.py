"""Dossiers by id: the one door through which a dossier comes in and goes out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import wraps
from threading import RLock
from typing import TYPE_CHECKING, Concatenate, Final, NamedTuple, ParamSpec, TypeVar

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.domain.overview import Overview
from sessionpad.errors import Conflict, Damaged, InvalidInput, NotFound, SessionpadError
from sessionpad.store.archive import Archive
from sessionpad.store.dossier_file import Content, DossierFile, Opener, Stored, sealed_apart
from sessionpad.store.erasing import Erasing
from sessionpad.store.index import Index
from sessionpad.store.migrations import MIGRATIONS, Migration
from sessionpad.store.overviews import Overviews
from sessionpad.store.seal import Seal
from sessionpad.store.shelf import SUFFIX, Shelf, Version
from sessionpad.store.tombstones import Tombstones
from sessionpad.store.trail import Trail
from sessionpad.store.versions import VersionInfo, sign_of

if TYPE_CHECKING:
    from sessionpad.domain.lines import Line
    from sessionpad.store.searching import Search

__all__ = ["Repository", "Shelves", "Stored"]

OPEN_AT_MOST: Final = 4
"""How many dossiers stay in memory; a walk past all clients would otherwise leave them all there."""

_P = ParamSpec("_P")
_R = TypeVar("_R")


class Shelves(NamedTuple):
    """Where the files of a vault stand."""

    dossiers: Shelf
    archive: Archive
    erased: Shelf
    top: Shelf


def _one_at_a_time(
    method: Callable[Concatenate[Repository, _P], _R],
) -> Callable[Concatenate[Repository, _P], _R]:
    """Saves come from a worker thread while the screen asks for lists."""

    @wraps(method)
    def alone(self: Repository, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        with self._lock:
            return method(self, *args, **kwargs)

    return alone


class Repository:
    """The dossiers of one opened vault.

    Args:
        shelves: where they stand.
        seal: opens and closes them.
        clock: the present moment, with its time zone.
        refusal: what to raise at every attempt to write; None when writing is fine.
        migrations: from older formats; another list only to test the mechanism.
    """

    def __init__(
        self,
        shelves: Shelves,
        seal: Seal,
        *,
        clock: Callable[[], datetime],
        refusal: SessionpadError | None = None,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> None:
        self._lock = RLock()
        self._shelf = shelves.dossiers
        self._opener = Opener(seal, migrations)
        self._clock = clock
        self._refusal = refusal
        self._trail = Trail(shelves.archive, self._opener)
        self._tombstones = Tombstones(shelves.erased, seal)
        self._index = Index(shelves.top, seal)
        self._list = Overviews(self._shelf, self._trail, self._tombstones, self._index, self._opener)
        self._erasing = Erasing(self._shelf, self._trail, self._tombstones, self._list, self._index, self._opener)
        self._open: OrderedDict[DossierId, DossierFile] = OrderedDict()
        self._index.read()
        if refusal is None:
            self._erasing.finish()

    @_one_at_a_time
    def overviews(self) -> tuple[Overview, ...]:
        """Every client, in order of code. A dossier that cannot be read is there as it was last known."""
        return self._list.all()

    @_one_at_a_time
    def distrusted(self) -> Mapping[DossierId, SessionpadError]:
        """The dossiers that cannot be trusted or are gone, and why."""
        self._list.all()
        return self._list.distrusted

    @_one_at_a_time
    def load(self, dossier_id: DossierId) -> Stored:
        """The dossier as it is on disk.

        Raises:
            NotFound: there is no such client ("client").
            Damaged: its file cannot be trusted; `versions` has what can be restored.
        """
        self._living(dossier_id)
        file = self._open.get(dossier_id)
        if file is None or not file.is_current:
            file = self._read(dossier_id)
        if file.content is None:
            if self._trail.newest(dossier_id) is not None:
                raise Damaged("unreadable", file=dossier_id + SUFFIX)
            raise NotFound("client")
        return _stored(file.content)

    @_one_at_a_time
    def find(self, dossier_id: DossierId, search: Search) -> Sequence[Line]:
        """The lines of one dossier on disk that a search is for.

        Raises:
            NotFound: there is no such client.
            Damaged: its file cannot be trusted.
        """
        self._living(dossier_id)
        sealed, _ = self._shelf.get(dossier_id)
        return search.lines_in(self._opener.seal.open(sealed, dossier_id + SUFFIX), dossier_id)

    @_one_at_a_time
    def save(self, dossier: Dossier, *, expected: int | None = None) -> Stored:
        """Brings the dossier to disk as one write; when this returns, it is there.

        Args:
            dossier: the new value.
            expected: the revision it was made from, when the caller knows it.

        Raises:
            Conflict: the file is not the one that was read ("changed-underneath"). The text is kept as a version.
            Busy, Conflict("read-only"): the vault was opened for reading.
            StorageFailed: the disk said no; the earlier file is still there.
        """
        self._refuse()
        self._living(dossier.id)
        file = self._open.get(dossier.id) or self._read(dossier.id)
        known = file.content
        if known is not None and expected is not None and known.meta.revision != expected:
            raise self._kept(dossier, file)
        if known is not None and known.dossier == dossier and not file.is_doubted:
            return _stored(known)
        kept = None
        if known is not None and file.version is not None and file.is_current:
            kept = self._trail.before_save(dossier.id, known.meta, file.version)
        content = self._write(file, dossier)
        if kept is not None:
            self._trail.after_save(dossier.id, kept, content.meta.saved_at)
        return _stored(content)

    @_one_at_a_time
    def start_version(self, dossier_id: DossierId, at: datetime) -> None:
        """Keeps the present file as the version of before this conversation. Nothing to keep is fine."""
        self._refuse()
        self._living(dossier_id)
        try:
            sealed, version = self._shelf.get(dossier_id)
        except NotFound:
            return
        meta = self._opener.open(sealed, dossier_id).meta
        self._trail.start(dossier_id, sealed, meta, version, at)

    @_one_at_a_time
    def versions(self, dossier_id: DossierId) -> tuple[VersionInfo, ...]:
        """The earlier versions that can be read, newest first."""
        return self._trail.readable(dossier_id)

    @_one_at_a_time
    def all_versions(self, dossier_id: DossierId) -> tuple[VersionInfo, ...]:
        """Every earlier version, newest first, readable or not."""
        return self._trail.all(dossier_id)

    @_one_at_a_time
    def stands(self, dossier_id: DossierId, version: VersionInfo) -> bool:
        """Whether the dossier is this very version at the moment, as after a restore that was broken off."""
        try:
            return version.is_own_past and version.sign == sign_of(self._shelf.get(dossier_id)[1])
        except NotFound:
            return False

    @_one_at_a_time
    def load_version(self, dossier_id: DossierId, version: str) -> Stored:
        """An earlier version, to look at. Raises: NotFound("version"), Damaged."""
        return _stored(self._trail.open(dossier_id, version))

    @_one_at_a_time
    def restore(self, dossier_id: DossierId, version: str) -> Stored:
        """Makes an earlier version the dossier again, under a new revision; what it replaces is kept.

        Raises:
            NotFound: no such version ("version"), or the client was erased ("client").
            Damaged: that version cannot be read, or what stands there now is of a newer program ("newer-format").
        """
        self._refuse()
        self._living(dossier_id)
        wanted = self._trail.open(dossier_id, version)
        present = self._keep_present(dossier_id)
        self._open.pop(dossier_id, None)
        file = DossierFile(dossier_id, self._shelf, self._opener)
        file.expect(present)
        stored = _stored(self._write(file, wanted.dossier))
        if not self._trail.is_own_past(version):
            self._trail.let_go(dossier_id, version)
        return stored

    @_one_at_a_time
    def let_go(self, dossier_id: DossierId, version: str) -> None:
        """Throws away a version that never was the dossier itself: what a conflict or damage left to be looked at.

        Raises:
            NotFound: there is no such version ("version").
            InvalidInput: it once was the dossier, and stays ("version-stays").
        """
        self._refuse()
        if version not in {each.id for each in self._trail.all(dossier_id)}:
            raise NotFound("version")
        if self._trail.is_own_past(version):
            raise InvalidInput("version-stays")
        self._trail.let_go(dossier_id, version)

    @_one_at_a_time
    def erase(self, dossier_id: DossierId, *, at: datetime, reason: str) -> None:
        """Removes the dossier and every version of it. What stays is an id, a moment and the reason.

        Raises:
            NotFound: there is no such client ("client").
        """
        self._refuse()
        if not self._shelf.mark(dossier_id) and dossier_id not in self._trail.dossiers():
            raise NotFound("client")
        self._open.pop(dossier_id, None)
        self._erasing.erase(dossier_id, at=at, reason=reason)

    @_one_at_a_time
    def withdraw(self, dossier_id: DossierId) -> None:
        """Takes out a dossier that was only just put in, as when what came with it cannot be written."""
        self._refuse()
        self._open.pop(dossier_id, None)
        self._erasing.withdraw(dossier_id)

    def was_erased(self, dossier_id: DossierId) -> bool:
        return self._tombstones.has(dossier_id)

    @_one_at_a_time
    def close(self) -> None:
        """Writes the list and forgets every dossier."""
        self._trail.settle()
        if self._refusal is None:
            # The list is made again from the dossiers when it is not there: closing never fails for it.
            with suppress(SessionpadError):
                self._index.write()
        self._index.close()
        self._open.clear()

    def forget_key(self) -> None:
        """From now on nothing can be read here, whoever still holds this."""
        self._opener.seal.forget()

    def seal_aside(self, words: bytes) -> bytes:
        """Seals what is in no dossier yet, to be kept in memory while the vault is closed."""
        return self._opener.seal.close(words)

    def open_aside(self, sealed: bytes) -> bytes:
        """What `seal_aside` sealed. Raises: Damaged, when it was for another key."""
        return self._opener.seal.open(sealed, "")

    def _refuse(self) -> None:
        if self._refusal is not None:
            raise self._refusal

    def _living(self, dossier_id: DossierId) -> None:
        if self._tombstones.has(dossier_id):
            raise NotFound("client")

    def _read(self, dossier_id: DossierId) -> DossierFile:
        self._open.pop(dossier_id, None)
        file = DossierFile(dossier_id, self._shelf, self._opener)
        content = file.read()
        if content is not None and content.meta.revision < self._list.revision(dossier_id):
            if self._refusal is None:
                self._keep_present(dossier_id)
            raise Damaged("older-version", file=dossier_id + SUFFIX)
        self._remember(file)
        return file

    def _write(self, file: DossierFile, dossier: Dossier) -> Content:
        above = 0 if file.content is not None else self._list.revision(dossier.id)
        try:
            content = file.write(dossier, self._clock(), above=above)
        except Conflict:
            raise self._kept(dossier, file) from None
        self._list.seen(content, file.mark, file.version or Version(""))
        self._remember(file)
        return content

    def _kept(self, dossier: Dossier, file: DossierFile) -> Conflict:
        """The conflict, after what could not be saved was kept as a version of its own."""
        now = self._clock()
        try:
            in_the_way = sign_of(self._shelf.get(dossier.id)[1])
        except NotFound:
            in_the_way = sign_of(Version("0" * 64))
        known = file.content.meta.revision if file.content else 0
        sealed = sealed_apart(dossier, self._opener, now, above=known)
        info = self._trail.conflict(dossier.id, sealed, in_the_way, known + 1, now)
        return Conflict("changed-underneath", file=dossier.id + SUFFIX, kept=info.id)

    def _keep_present(self, dossier_id: DossierId) -> Version | None:
        """Keeps what stands on the shelf now, under the one it belongs to, and says which version that is."""
        try:
            sealed, version = self._shelf.get(dossier_id)
        except NotFound:
            return None
        try:
            meta = self._opener.owner(sealed, dossier_id)
        except Damaged as damage:
            if damage.key == "newer-format":
                raise
            self._trail.set_aside(dossier_id, sealed, version, self._clock())
        else:
            if not self._tombstones.has(meta.id):
                self._trail.keep(meta.id, sealed, meta, version)
        return version

    def _remember(self, file: DossierFile) -> None:
        self._open[file.dossier_id] = file
        self._open.move_to_end(file.dossier_id)
        while len(self._open) > OPEN_AT_MOST:
            self._open.popitem(last=False)


def _stored(content: Content) -> Stored:
    return Stored(dossier=content.dossier, revision=content.meta.revision)
