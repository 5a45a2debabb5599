"""The one seam between this room and the disk: every call that can fail goes through `Files`.

`replace_whole` is the only way a file of a vault gets its bytes.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple, Protocol

from sessionpad.errors import StorageFailed

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700
TEMP_SUFFIX: Final = ".tmp"

_KEYS: Final = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "read-only",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EIO: "input-output",
}


class Stat(NamedTuple):
    """What tells without reading that a file is no longer the same."""

    inode: int
    size: int
    mtime_ns: int


class Files(Protocol):
    """Everything this room asks of a disk. Each call raises OSError when the disk says no."""

    def read(self, path: Path) -> bytes: ...
    def open(self, path: Path) -> BinaryIO: ...
    def create(self, path: Path) -> int: ...
    def write(self, handle: int, data: memoryview) -> int: ...
    def sync(self, handle: int) -> None: ...
    def close(self, handle: int) -> None: ...
    def replace(self, old: Path, new: Path) -> None: ...
    def link(self, old: Path, new: Path) -> None: ...
    def unlink(self, path: Path) -> None: ...
    def sync_folder(self, folder: Path) -> None: ...
    def names(self, folder: Path) -> tuple[str, ...]: ...
    def scan(self, folder: Path) -> dict[str, Stat]: ...
    def stat(self, path: Path) -> Stat: ...
    def make_folder(self, folder: Path) -> None: ...
    def remove_folder(self, folder: Path) -> None: ...


class DiskFiles:
    """The real disk."""

    def read(self, path: Path) -> bytes:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - unbuffered in one call
            return file.readall()

    def open(self, path: Path) -> BinaryIO:
        """For reading piece by piece what would not fit in memory."""
        return path.open("rb")

    def create(self, path: Path) -> int:
        """A new file, open for writing; never one that is there, never through a link."""
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, FILE_MODE)
        os.fchmod(handle, FILE_MODE)  # the umask may only have taken away, but then this user could not read it either
        return handle

    def write(self, handle: int, data: memoryview) -> int:
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        if sys.platform == "darwin":
            import fcntl  # noqa: PLC0415 - only there does fsync leave the bytes in the drive's own cache

            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        else:
            os.fsync(handle)

    def close(self, handle: int) -> None:
        os.close(handle)

    def replace(self, old: Path, new: Path) -> None:
        os.replace(old, new)  # noqa: PTH105 - the seam speaks the system's words

    def link(self, old: Path, new: Path) -> None:
        os.link(old, new, follow_symlinks=False)

    def unlink(self, path: Path) -> None:
        os.unlink(path)  # noqa: PTH108 - idem

    def sync_folder(self, folder: Path) -> None:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def names(self, folder: Path) -> tuple[str, ...]:
        return tuple(os.listdir(folder))  # noqa: PTH208 - names are all that is asked

    def scan(self, folder: Path) -> dict[str, Stat]:
        found = {}
        with os.scandir(folder) as entries:
            for entry in entries:
                with suppress(FileNotFoundError):  # gone between the listing and the look
                    found[entry.name] = _stat(entry.stat(follow_symlinks=False))
        return found

    def stat(self, path: Path) -> Stat:
        return _stat(os.stat(path, follow_symlinks=False))  # noqa: PTH116 - the seam speaks the system's words

    def make_folder(self, folder: Path) -> None:
        """The folder, for this user alone, and those above it; fine when it is there."""
        folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
        if folder.stat().st_mode & 0o777 != FOLDER_MODE:
            folder.chmod(FOLDER_MODE)

    def remove_folder(self, folder: Path) -> None:
        folder.rmdir()


def _stat(found: os.stat_result) -> Stat:
    return Stat(inode=found.st_ino, size=found.st_size, mtime_ns=found.st_mtime_ns)


@contextmanager
def storage_errors() -> Iterator[None]:
    """Turns what the system says into our own error."""
    try:
        yield
    except OSError as error:
        raise failure_of(error) from error


def failure_of(error: OSError) -> StorageFailed:
    key = _KEYS.get(error.errno or 0, "other")
    return StorageFailed(key, reason=error.strerror or type(error).__name__)


def begin_beside(files: Files, path: Path, data: bytes) -> tuple[Path, int]:
    """Writes the bytes to a temporary file in the same folder, which is still to be finished."""
    temp = path.with_name(f".{path.name}{TEMP_SUFFIX}")
    handle = _created(files, temp)
    try:
        rest = memoryview(data)
        while rest:
            written = files.write(handle, rest)
            _expect(same=written > 0)
            rest = rest[written:]
    except BaseException:
        with suppress(OSError):
            files.close(handle)
        discard(files, temp)
        raise
    return temp, handle


def _created(files: Files, temp: Path) -> int:
    try:
        return files.create(temp)
    except FileExistsError:
        files.unlink(temp)
        return files.create(temp)
    except OSError:
        discard(files, temp)
        raise


def finish_beside(files: Files, temp: Path, handle: int, data: bytes) -> None:
    """Brings a temporary file to the disk, and makes sure that it reads back the same."""
    try:
        sync_and_close(files, handle)
        read_back(files, temp, data)
    except BaseException:
        discard(files, temp)
        raise


def sync_and_close(files: Files, handle: int) -> None:
    try:
        files.sync(handle)
    finally:
        files.close(handle)


def read_back(files: Files, path: Path, data: bytes) -> bytes:
    """What was written, as the disk gives it back. Raises OSError when that is something else."""
    back = files.read(path)
    _expect(same=back == data)
    return back


class Beside(RawIOBase):
    """A temporary file in the same folder, for bytes that come piece by piece."""

    def __init__(self, files: Files, path: Path) -> None:
        self.path, self._handle = begin_beside(files, path, b"")
        self._files = files
        self._size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Buffer, /) -> int:
        rest = memoryview(data).cast("B")
        size = len(rest)
        while rest:
            written = self._files.write(self._handle, rest)
            _expect(same=written > 0)
            rest = rest[written:]
        self._size += size
        return size

    def tell(self) -> int:
        return self._size

    def finish(self) -> None:
        try:
            self._files.sync(self._handle)
        finally:
            self._files.close(self._handle)


@contextmanager
def written_beside(files: Files, path: Path) -> Iterator[Beside]:
    """Gives a temporary file to write to, and brings it to the disk; it is gone when anything fails."""
    out = Beside(files, path)
    try:
        try:
            yield out
        finally:
            out.finish()
    except BaseException:
        discard(files, out.path)
        raise


def replace_whole(files: Files, path: Path, data: bytes) -> None:
    """The file with these bytes and no others: either all of it, or the file as it was."""
    temp, handle = begin_beside(files, path, data)
    finish_beside(files, temp, handle, data)
    put_in_place(files, temp, path)


def put_in_place(files: Files, temp: Path, path: Path) -> None:
    try:
        files.replace(temp, path)
    except BaseException:
        discard(files, temp)
        raise
    files.sync_folder(path.parent)


def read_or_none(files: Files, path: Path) -> bytes | None:
    try:
        return files.read(path)
    except FileNotFoundError:
        return None


def take_away(files: Files, path: Path) -> None:
    """The file is gone for good when this returns; fine when there is none."""
    try:
        files.unlink(path)
    except FileNotFoundError:
        return
    files.sync_folder(path.parent)


def discard(files: Files, path: Path) -> None:
    """Takes a file away if it can be; what stays is cleaned up at the next opening."""
    with suppress(OSError):
        files.unlink(path)


def is_temp(name: str) -> bool:
    return name.startswith(".") and name.endswith(TEMP_SUFFIX)


def clean_temps(files: Files, folder: Path) -> None:
    """Takes away what an interrupted save left behind."""
    for name in files.names(folder):
        if is_temp(name):
            discard(files, folder / name)


def _expect(*, same: bool) -> None:
    """Bytes that did not arrive are an error of the disk, also when the disk does not say so."""
    if not same:
        raise OSError(errno.EIO, os.strerror(errno.EIO))
