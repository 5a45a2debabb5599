"""Bytes by id and version: the smallest thing a store can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final, NewType, Protocol

from sessionpad.errors import Conflict, NotFound
from sessionpad.store.aside import Aside
from sessionpad.store.files import (
    DiskFiles,
    Files,
    Stat,
    begin_beside,
    discard,
    put_in_place,
    read_back,
    storage_errors,
    sync_and_close,
)

Version = NewType("Version", str)
"""The SHA-256 of the bytes, in hexadecimal: the same bytes are the same version on every shelf."""

SUFFIX: Final = ".age"
_ID: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z_+-]{0,199}")


Proof = Callable[[bytes], object]
"""Raises when these bytes, as they were read back, are no good after all."""


class Shelf(Protocol):
    """Holds bytes by id. Ids are letters, digits, plus, hyphen and underscore."""

    def get(self, name: str) -> tuple[bytes, Version]:
        """Raises: NotFound("file")."""

    def put(self, name: str, data: bytes, expected: Version | None, proof: Proof = lambda _: None) -> Version:
        """Puts the bytes there when what is there is what the caller expects; None expects nothing.

        Args:
            name: the id.
            data: the bytes.
            expected: the version that may be replaced.
            proof: raises when the bytes are no good after all; done while they are brought to the disk.

        Raises:
            Conflict: something else is there ("changed-underneath").
            StorageFailed: what was there is still there.
        """

    def list(self) -> tuple[str, ...]: ...

    def erase(self, name: str) -> None:
        """Also what another program put beside it under nearly the same name. Fine when there is nothing."""

    def mark(self, name: str) -> str:
        """A cheap sign that changes when the bytes do; empty when there is nothing."""

    def marks(self) -> Mapping[str, str]:
        """The signs of everything on the shelf, in one look."""


def version_of(data: bytes) -> Version:
    return Version(sha256(data).hexdigest())


def changed_underneath(name: str) -> Conflict:
    return Conflict("changed-underneath", file=f"{name}{SUFFIX}")


class MemoryShelf:
    """A shelf that is gone when the program is."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[bytes, Version]] = {}

    def get(self, name: str) -> tuple[bytes, Version]:
        try:
            return self._held[name]
        except KeyError:
            raise NotFound("file", file=name) from None

    def put(self, name: str, data: bytes, expected: Version | None, proof: Proof = lambda _: None) -> Version:
        _check_name(name)
        proof(data)
        present = self._held.get(name)
        if (present[1] if present else None) != expected:
            raise changed_underneath(name)
        version = version_of(data)
        self._held[name] = (bytes(data), version)
        return version

    def list(self) -> tuple[str, ...]:
        return tuple(sorted(self._held))

    def erase(self, name: str) -> None:
        self._held.pop(name, None)

    def mark(self, name: str) -> str:
        present = self._held.get(name)
        return present[1] if present else ""

    def marks(self) -> Mapping[str, str]:
        return {name: version for name, (_, version) in self._held.items()}


class FolderShelf:
    """A shelf in a folder: one file an id, replaced whole."""

    def __init__(self, folder: Path, files: Files | None = None) -> None:
        self.folder = folder
        self._files = files or DiskFiles()
        self._seen: dict[str, tuple[Stat, Version]] = {}
        self._paths: dict[str, Path] = {}
        self._unsure: dict[str, set[Version]] = {}
        """What each `put` that failed since the last good one may have put there: ours, so nobody changed anything."""

    def path(self, name: str) -> Path:
        if name not in self._paths:
            self._paths[name] = self.folder / f"{_check_name(name)}{SUFFIX}"
        return self._paths[name]

    def get(self, name: str) -> tuple[bytes, Version]:
        path = self.path(name)
        with storage_errors():
            try:
                # The look comes first: bytes newer than their stat only cost one more look later.
                stat = self._files.stat(path)
                data = self._files.read(path)
            except FileNotFoundError:
                raise NotFound("file", file=path.name) from None
        version = version_of(data)
        self._seen[name] = (stat, version)
        return data, version

    def put(self, name: str, data: bytes, expected: Version | None, proof: Proof = lambda _: None) -> Version:
        path = self.path(name)
        with storage_errors():
            temp, version = self._written(path, data, proof)
            try:
                self._expect(name, expected)
            except BaseException:
                discard(self._files, temp)
                raise
            self._unsure.setdefault(name, set()).add(version)
            put_in_place(self._files, temp, path)
            self._seen[name] = (self._files.stat(path), version)
        del self._unsure[name]
        return version

    def list(self) -> tuple[str, ...]:
        with storage_errors():
            try:
                return tuple(sorted(_ids(self._files.names(self.folder))))
            except FileNotFoundError:
                return ()

    def erase(self, name: str) -> None:
        self.path(name)  # refuses an id that is not one
        self._seen.pop(name, None)
        with storage_errors():
            try:
                found = [each for each in self._files.names(self.folder) if is_about(each, name)]
            except FileNotFoundError:
                return
            for each in found:
                self._files.unlink(self.folder / each)
            if found:
                self._files.sync_folder(self.folder)

    def mark(self, name: str) -> str:
        with storage_errors():
            try:
                return _mark(self._files.stat(self.path(name)))
            except FileNotFoundError:
                return ""

    def marks(self) -> Mapping[str, str]:
        with storage_errors():
            try:
                found = self._files.scan(self.folder)
            except FileNotFoundError:
                return {}
        return {name: _mark(found[name + SUFFIX]) for name in _ids(found)}

    def _written(self, path: Path, data: bytes, proof: Proof) -> tuple[Path, Version]:
        """Writes; then syncs, while what was written is read back, hashed and proved."""
        temp, handle = begin_beside(self._files, path, data)
        syncing = Aside(partial(sync_and_close, self._files, handle), len(data))
        try:
            back = read_back(self._files, temp, data)
            version = version_of(back)
            proof(back)
            syncing.result()
        except BaseException:
            with suppress(Exception):
                syncing.result()
            discard(self._files, temp)
            raise
        return temp, version

    def _expect(self, name: str, expected: Version | None) -> None:
        present = self._present(name)
        if present != expected and (present is None or present not in self._unsure.get(name, ())):
            raise changed_underneath(name)

    def _present(self, name: str) -> Version | None:
        try:
            stat = self._files.stat(self.path(name))
            if name in self._seen and self._seen[name][0] == stat:
                return self._seen[name][1]
            return version_of(self._files.read(self.path(name)))
        except FileNotFoundError:
            return None


def is_about(file: str, name: str) -> bool:
    """Whether a file is that of this id, a copy that a sync program made of it, or what was left of writing it."""
    return re.search(rf"(?<![0-9A-Za-z_-]){re.escape(name)}(?![0-9A-Za-z_-])", file) is not None


def _ids(files: Iterable[str]) -> Iterator[str]:
    names = (file.removesuffix(SUFFIX) for file in files if file.endswith(SUFFIX))
    return filter(is_name, names)


def _mark(stat: Stat) -> str:
    # Not the inode: a vault that was copied with its dates is still the same vault.
    return f"{stat.size}-{stat.mtime_ns}"


def is_name(name: str) -> bool:
    return _ID.fullmatch(name) is not None


def _check_name(name: str) -> str:
    if not is_name(name):
        raise NotFound("file", file="?")
    return name
