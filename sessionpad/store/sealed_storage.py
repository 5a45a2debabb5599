"""A TinyDB storage that reads once, keeps the tables in memory, and writes them sealed and whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeAlias

import msgspec
from tinydb.storages import Storage

from sessionpad.domain.text import clean_text
from sessionpad.errors import Damaged
from sessionpad.store.freed_memory import keep_freed_memory
from sessionpad.store.seal import Seal
from sessionpad.store.shelf import SUFFIX, Shelf, Version

Row: TypeAlias = dict[str, Any]
Tables: TypeAlias = dict[str, dict[str, Row]]


class SealedStorage(Storage):
    """One TinyDB, as one sealed file on a shelf.

    `version` is what was last read or written; it is what the next write expects to find.
    """

    def __init__(self, shelf: Shelf, name: str, seal: Seal) -> None:
        self._shelf = shelf
        self._name = name
        self._seal = seal
        self._tables: Tables | None = None
        self._good: bytes | None = None
        self._held = False
        self.version: Version | None = None

    def fetch(self) -> Tables:
        """The tables as they are on the shelf now.

        Raises:
            NotFound: there is no such file.
            Damaged: it cannot be read.
        """
        self.close()
        sealed, version = self._shelf.get(self._name)
        self._good = self._seal.open(sealed, self._name + SUFFIX)
        self._tables = decode(self._good, self._name + SUFFIX)
        self.version = version
        return self._tables

    def expect(self, version: Version | None) -> None:
        """Makes the next write replace this version, whatever is in it."""
        self.version = version

    def adopt(self, tables: Tables) -> None:
        """Takes these tables for what was read, as after a migration."""
        self._tables, self._good = tables, encode(tables)

    def read(self) -> Tables | None:
        return self._tables

    def write(self, data: Tables) -> None:
        self._tables = data
        if not self._held:
            with self.hold():
                pass

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Holds writes back and does them as one at the end; when that fails, the last good tables are back."""
        self._held = True
        try:
            yield
            self._put()
        except BaseException:
            # TinyDB changes the tables before it writes: without this, memory would be ahead of the disk.
            self._tables = None if self._good is None else decode(self._good, self._name + SUFFIX)
            raise
        finally:
            self._held = False

    def close(self) -> None:
        """Forgets everything that was read."""
        self._tables = self._good = self.version = None

    def _put(self) -> None:
        keep_freed_memory()
        payload = encode(self._tables or {})
        sealed = self._seal.close(payload)
        self.version = self._shelf.put(self._name, sealed, self.version, partial(self._seal.prove, data=payload))
        self._good = payload


def encode(tables: Tables) -> bytes:
    try:
        return msgspec.json.encode(tables)
    except UnicodeEncodeError:
        # A half character slipped past the gate; losing that one beats losing every save from here on.
        return msgspec.json.encode(_cleaned(tables))


def decode(payload: bytes, file: str) -> Tables:
    try:
        return msgspec.json.decode(payload, type=Tables)
    except (msgspec.DecodeError, UnicodeDecodeError):
        # Never chained: the message of a decoder quotes what it read.
        raise Damaged("unreadable", file=file) from None


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(each) for each in value]
    return clean_text(value) if isinstance(value, str) else value
