"""Where earlier versions are kept: a shelf for each dossier."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final, Protocol

from sessionpad.errors import NotFound
from sessionpad.store.files import Files, clean_temps, storage_errors
from sessionpad.store.shelf import FolderShelf, MemoryShelf, Shelf

_NO_LINKS: Final = {errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.EXDEV, errno.ENOSYS}


class Archive(Protocol):
    """Versions by dossier and name."""

    def names(self, dossier_id: str) -> tuple[str, ...]: ...

    def get(self, dossier_id: str, name: str) -> bytes:
        """Raises: NotFound("version")."""

    def put(self, dossier_id: str, name: str, data: bytes) -> None:
        """Keeps bytes of its own under this name, for good; fine when the name is taken."""

    def link(self, dossier_id: str, name: str) -> None:
        """Keeps what is on the shelf of dossiers now under this name, as cheaply as can be."""

    def drop(self, dossier_id: str, name: str) -> None: ...

    def erase(self, dossier_id: str) -> None:
        """Every version of this dossier."""

    def list(self) -> tuple[str, ...]:
        """The dossiers that have a version."""


class MemoryArchive:
    def __init__(self, shelf: Shelf) -> None:
        self._dossiers = shelf
        self._shelves: dict[str, MemoryShelf] = {}

    def names(self, dossier_id: str) -> tuple[str, ...]:
        shelf = self._shelves.get(dossier_id)
        return shelf.list() if shelf else ()

    def get(self, dossier_id: str, name: str) -> bytes:
        return _get(self._shelves.get(dossier_id, MemoryShelf()), name)

    def put(self, dossier_id: str, name: str, data: bytes) -> None:
        if name not in self.names(dossier_id):
            self._shelves.setdefault(dossier_id, MemoryShelf()).put(name, data, None)

    def link(self, dossier_id: str, name: str) -> None:
        self.put(dossier_id, name, self._dossiers.get(dossier_id)[0])

    def drop(self, dossier_id: str, name: str) -> None:
        self._shelves.get(dossier_id, MemoryShelf()).erase(name)

    def erase(self, dossier_id: str) -> None:
        self._shelves.pop(dossier_id, None)

    def list(self) -> tuple[str, ...]:
        return tuple(sorted(self._shelves))


class FolderArchive:
    """A folder for each dossier. A link shares the bytes of the file that is about to be replaced."""

    def __init__(self, folder: Path, shelf: FolderShelf, files: Files) -> None:
        self._folder = folder
        self._dossiers = shelf
        self._files = files
        self._shelves: dict[str, FolderShelf] = {}
        self._ready: set[str] = set()

    def names(self, dossier_id: str) -> tuple[str, ...]:
        return self._shelf(dossier_id).list()

    def get(self, dossier_id: str, name: str) -> bytes:
        return _get(self._shelf(dossier_id), name)

    def put(self, dossier_id: str, name: str, data: bytes) -> None:
        shelf = self._made(dossier_id)
        if not shelf.mark(name):
            shelf.put(name, data, None)

    def link(self, dossier_id: str, name: str) -> None:
        shelf = self._made(dossier_id)
        present, kept = self._dossiers.path(dossier_id), shelf.path(name)
        with storage_errors():
            try:
                self._files.link(present, kept)
            except FileExistsError:
                return
            except OSError as error:
                if error.errno not in _NO_LINKS:
                    raise
                shelf.put(name, self._files.read(present), None)

    def drop(self, dossier_id: str, name: str) -> None:
        with storage_errors():
            try:
                self._files.unlink(self._shelf(dossier_id).path(name))
            except FileNotFoundError:
                return

    def erase(self, dossier_id: str) -> None:
        shelf = self._shelf(dossier_id)
        self._ready.discard(dossier_id)
        with storage_errors():
            try:
                names = self._files.names(shelf.folder)
            except FileNotFoundError:
                return
            for name in names:
                self._files.unlink(shelf.folder / name)
            self._files.remove_folder(shelf.folder)
            self._files.sync_folder(self._folder)
        del self._shelves[dossier_id]

    def list(self) -> tuple[str, ...]:
        with storage_errors():
            try:
                return tuple(sorted(name for name in self._files.names(self._folder) if "." not in name))
            except FileNotFoundError:
                return ()

    def _shelf(self, dossier_id: str) -> FolderShelf:
        if dossier_id not in self._shelves:
            self._dossiers.path(dossier_id)  # refuses an id that is not one
            self._shelves[dossier_id] = FolderShelf(self._folder / dossier_id, self._files)
        return self._shelves[dossier_id]

    def _made(self, dossier_id: str) -> FolderShelf:
        """The shelf of this dossier, with its folder there and clean; looked at once."""
        shelf = self._shelf(dossier_id)
        if dossier_id not in self._ready:
            with storage_errors():
                self._files.make_folder(shelf.folder)
                self._files.sync_folder(self._folder)
                clean_temps(self._files, shelf.folder)
            self._ready.add(dossier_id)
        return shelf


def _get(shelf: Shelf, name: str) -> bytes:
    try:
        return shelf.get(name)[0]
    except NotFound:
        raise NotFound("version") from None
