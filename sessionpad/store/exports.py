"""Documents that leave the vault: files of the coach, readable by the coach alone."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from sessionpad.store.files import failure_of


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
        if replace:
            return _replaced(target, made)
        number, free = 1, target
        while True:
            with contextlib.suppress(FileExistsError):
                return _written(free, made)
            number += 1
            free = target.with_stem(f"{target.stem}-{number}")
    except OSError as error:
        raise failure_of(error) from error


def _replaced(target: Path, made: bytes) -> Path:
    aside = _written(target.with_name(f".{target.name}.{secrets.token_hex(4)}"), made)
    try:
        aside.replace(target)
    except OSError:
        aside.unlink()
        raise
    return target


def _written(path: Path, made: bytes) -> Path:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(made)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink()
        raise
    return path
