"""Documents that leave the vault: files of the coach, readable by the coach alone."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final

from sessionpad.store.files import FILE_MODE, failure_of

_NAMELESS: Final = getattr(os, "O_TMPFILE", None)
"""A file that gets its name when it is whole: whatever ends the program, no half a document stays behind."""
_NO_SUCH_FILES: Final = {errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOSYS}
"""What a system says that does not know them."""


def write_export(target: Path, made: bytes, *, replace: bool = False) -> Path:
    """Write a whole file with mode 0600, or none at all. Returns where it is.

    Args:
        target: where the file goes.
        made: its bytes.
        replace: take the place of a file that is there already; otherwise the new one gets a number.

    Raises:
        StorageFailed: no such folder, no permission, a full disk.
    """
    try:
        placed = _placed(target, made)
        if replace and placed != target:
            # It had a number for a moment: ended here, the program leaves a document one can see, and the earlier one.
            with _taken_away_on_failure(placed):
                placed.replace(target)
            placed = target
        _sync_folder(target.parent)
    except OSError as error:
        raise failure_of(error) from error
    return placed


def _placed(target: Path, made: bytes) -> Path:
    """A new file at the target, or beside it under the first number that is free."""
    if _NAMELESS is not None:
        try:
            return _named_when_whole(target, made, _NAMELESS)
        except OSError as error:
            if error.errno not in _NO_SUCH_FILES:
                raise
    return _first_free(target, lambda path: _written(path, made))


def _named_when_whole(target: Path, made: bytes, nameless: int) -> Path:
    handle = os.open(target.parent, nameless | os.O_WRONLY | os.O_CLOEXEC, FILE_MODE)
    try:
        _fill(handle, made)
        with _opened(target.parent) as folder:  # naming it by a folder makes the system follow the link to it
            return _first_free(target, lambda path: os.link(f"/proc/self/fd/{handle}", path.name, dst_dir_fd=folder))
    finally:
        os.close(handle)


def _first_free(target: Path, take: Callable[[Path], None]) -> Path:
    for number in count(1):
        path = target if number == 1 else target.with_stem(f"{target.stem}-{number}")
        with suppress(FileExistsError):
            take(path)
            return path
    raise AssertionError


def _written(path: Path, made: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, FILE_MODE)
    with _taken_away_on_failure(path):
        try:
            _fill(handle, made)
        finally:
            os.close(handle)


def _fill(handle: int, made: bytes) -> None:
    rest = memoryview(made)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield handle
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    with _opened(folder) as handle:
        os.fsync(handle)


@contextmanager
def _taken_away_on_failure(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise
