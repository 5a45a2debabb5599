"""One writer at a time: the system's own lock on a file, and beside it a note that says who holds it."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from sessionpad.domain.value import Value
from sessionpad.errors import Busy, VaultUnusable
from sessionpad.store.files import Files, discard, replace_whole

if TYPE_CHECKING:
    from filelock import FileLock

LOCK: Final = "vault.lock"
HOLDER: Final = "vault.holder"


class Holder(Value, frozen=True, kw_only=True):
    """Who holds a vault."""

    host: str
    pid: int
    program: str
    since: datetime | None = None

    def __str__(self) -> str:
        return f"{self.program} ({self.host}, {self.pid})"


class Taken(Enum):
    OURS = auto()
    HELD = auto()
    """Another program has it."""
    IMPOSSIBLE = auto()
    """Nothing can be written here, as on a read-only disk."""


UNKNOWN: Final = Holder(host="?", pid=0, program="?")


def present_program(program: str, since: datetime) -> Holder:
    return Holder(host=platform.node(), pid=os.getpid(), program=program, since=since)


@contextmanager
def holding(folder: Path, files: Files, me: Holder) -> Iterator[None]:
    """The vault is ours alone for as long as this lasts.

    Raises:
        Busy: another program has it ("held").
        VaultUnusable: nothing can be written there ("read-only").
    """
    lock = VaultLock(folder, files)
    taken = lock.take(me)
    if taken is Taken.HELD:
        raise Busy("held", holder=str(lock.holder()))
    if taken is Taken.IMPOSSIBLE:
        raise VaultUnusable("read-only", path=str(folder))
    try:
        yield
    finally:
        lock.release()


class VaultLock:
    """The lock of one vault. The system frees it when the program ends, however it ends."""

    def __init__(self, folder: Path, files: Files) -> None:
        self._folder = folder
        self._files = files
        self._lock: FileLock | None = None

    def take(self, me: Holder) -> Taken:
        """Tries once, without waiting."""
        # A tenth of the time to the first frame: only when a vault is opened.
        from filelock import FileLock, Timeout  # noqa: PLC0415

        lock = FileLock(self._folder / LOCK, timeout=0, thread_local=False, mode=0o600)
        try:
            lock.acquire()
        except Timeout:
            return Taken.HELD
        except OSError:
            return Taken.IMPOSSIBLE
        self._lock = lock
        # The note is a courtesy; without it the second program says that somebody has it.
        with suppress(OSError):
            replace_whole(self._files, self._folder / HOLDER, msgspec.json.encode(me))
        return Taken.OURS

    def holder(self) -> Holder:
        """Who says to have it."""
        try:
            return msgspec.json.decode(self._files.read(self._folder / HOLDER), type=Holder)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return UNKNOWN

    def release(self) -> None:
        if self._lock is not None:
            discard(self._files, self._folder / HOLDER)
            self._lock.release()
            self._lock = None
