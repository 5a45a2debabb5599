"""Disks that fail at the N-th call, and one that forgets what was not synced when the power goes."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from io import BytesIO
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO

from sessionpad.store.files import Files, Stat


class PowerLoss(BaseException):
    """Nothing catches it, as nothing survives it."""


class Fault(Enum):
    """What goes wrong. `AFTER` did what was asked and says that it failed; `HALF` writes half and fills the disk."""

    DISK_FULL = errno.ENOSPC
    INPUT_OUTPUT = errno.EIO
    NO_PERMISSION = errno.EACCES
    READ_ONLY = errno.EROFS
    AFTER = -1
    HALF = -2
    SHORT = -3
    """Writes less than was asked, which is allowed."""
    LIE = -4
    """Writes something else and says that all is well."""
    POWER = -5


class FaultyFiles:
    """Counts every call and lets the N-th one go wrong; `stays` lets every later one go wrong too."""

    def __init__(self, inner: Files, at: int, fault: Fault, *, stays: bool = False) -> None:
        self._inner = inner
        self._at = at
        self._fault = fault
        self._stays = stays
        self._calls = count(1)
        self._lock = Lock()
        self.hit = ""
        """The call that went wrong first."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        act = getattr(self._inner, name)

        def guarded(*arguments: Any) -> Any:
            with self._lock:
                number = next(self._calls)
            if number == self._at or (self._stays and number > self._at):
                self.hit = self.hit or name
                return self._go_wrong(name, act, arguments)
            return act(*arguments)

        return guarded

    def _go_wrong(self, name: str, act: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        if self._fault is Fault.POWER:
            raise PowerLoss
        if self._fault is Fault.AFTER:
            made = act(*arguments)
            if name == "open":
                made.close()
            raise OSError(errno.EIO, "said no, did it")
        if self._fault in {Fault.SHORT, Fault.LIE}:
            return self._write_otherwise(act, *arguments) if name == "write" else act(*arguments)
        if self._fault is Fault.HALF and name == "write":
            handle, data = arguments
            act(handle, data[: len(data) // 2])
        code = errno.ENOSPC if self._fault is Fault.HALF else int(self._fault.value)
        raise OSError(code, os.strerror(code))

    def _write_otherwise(self, act: Callable[..., Any], handle: int, data: memoryview) -> Any:
        if self._fault is Fault.SHORT:
            return act(handle, data[: max(1, len(data) // 2)])
        return act(handle, memoryview(bytes(len(data))))


class Survives(Enum):
    """What a power loss leaves of what was not synced."""

    NOTHING = "nothing"
    NAMES = "names"
    """The folders, but files that were not synced are empty."""
    EVERYTHING = "everything"


class ModelDisk:
    """A disk in memory that knows what is safe. Folders and files are safe once they were synced."""

    def __init__(self) -> None:
        self._data: dict[int, bytes] = {}
        self._safe_data: dict[int, bytes] = {}
        self._folders: dict[Path, dict[str, int]] = {}
        self._safe_folders: dict[Path, dict[str, int]] = {}
        self._made: dict[Path, bool] = {}
        self._open: dict[int, int] = {}
        self._numbers = count(10)

    def copy(self) -> ModelDisk:
        """The same disk once more: making a vault for each fault would take longer than the faults."""
        again = ModelDisk()
        again._numbers = count(next(self._numbers) + 1000)
        again._data, again._safe_data = dict(self._data), dict(self._safe_data)
        again._folders = {path: dict(entries) for path, entries in self._folders.items()}
        again._safe_folders = {path: dict(entries) for path, entries in self._safe_folders.items()}
        again._made = dict(self._made)
        return again

    def after_power_loss(self, survives: Survives) -> ModelDisk:
        after = ModelDisk()
        after._numbers = count(next(self._numbers) + 1000)
        everything = survives is Survives.EVERYTHING
        safe = survives is Survives.NOTHING
        folders = self._safe_folders if safe else self._folders
        names = {path: entries for path, entries in folders.items() if not safe or self._made[path]}
        data = self._data if everything else {number: self._safe_data.get(number, b"") for number in self._data}
        for state in (after._folders, after._safe_folders):
            state.update({path: dict(entries) for path, entries in names.items()})
        for content in (after._data, after._safe_data):
            content.update(data)
        after._made = dict.fromkeys(names, True)
        return after

    def read(self, path: Path) -> bytes:
        return self._data[self._number(path)]

    def open(self, path: Path) -> BinaryIO:
        return BytesIO(self.read(path))

    def create(self, path: Path) -> int:
        entries = self._entries(path.parent)
        if path.name in entries:
            raise FileExistsError(errno.EEXIST, "exists")
        number, handle = next(self._numbers), next(self._numbers)
        entries[path.name] = number
        self._data[number] = b""
        self._open[handle] = number
        return handle

    def write(self, handle: int, data: memoryview) -> int:
        self._data[self._open[handle]] += bytes(data)
        return len(data)

    def sync(self, handle: int) -> None:
        number = self._open[handle]
        self._safe_data[number] = self._data[number]

    def close(self, handle: int) -> None:
        del self._open[handle]

    def replace(self, old: Path, new: Path) -> None:
        number = self._number(old)
        del self._entries(old.parent)[old.name]
        self._entries(new.parent)[new.name] = number

    def link(self, old: Path, new: Path) -> None:
        if new.name in self._entries(new.parent):
            raise FileExistsError(errno.EEXIST, "exists")
        self._entries(new.parent)[new.name] = self._number(old)

    def unlink(self, path: Path) -> None:
        self._number(path)
        del self._entries(path.parent)[path.name]

    def sync_folder(self, folder: Path) -> None:
        self._safe_folders[folder] = dict(self._entries(folder))
        for each in self._folders:
            if each.parent == folder:
                self._made[each] = True

    def names(self, folder: Path) -> tuple[str, ...]:
        return tuple(self.scan(folder))

    def scan(self, folder: Path) -> dict[str, Stat]:
        files = {name: self.stat(folder / name) for name in list(self._entries(folder))}
        return files | {each.name: Stat(0, 0, 0) for each in self._folders if each.parent == folder}

    def stat(self, path: Path) -> Stat:
        number = self._number(path)
        return Stat(number, len(self._data[number]), number)

    def make_folder(self, folder: Path) -> None:
        self._folders.setdefault(folder, {})
        self._safe_folders.setdefault(folder, {})
        self._made.setdefault(folder, False)

    def remove_folder(self, folder: Path) -> None:
        if self._entries(folder):
            raise OSError(errno.ENOTEMPTY, "not empty")
        del self._folders[folder]
        with suppress(KeyError):
            del self._safe_folders[folder], self._made[folder]

    def _entries(self, folder: Path) -> dict[str, int]:
        try:
            return self._folders[folder]
        except KeyError:
            raise FileNotFoundError(errno.ENOENT, "no such folder") from None

    def _number(self, path: Path) -> int:
        try:
            return self._entries(path.parent)[path.name]
        except KeyError:
            raise FileNotFoundError(errno.ENOENT, "no such file") from None
