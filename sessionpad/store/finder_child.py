"""Looking through the dossiers of a vault in a process of its own, so that the screen never waits.

Run as `python -m sessionpad.store.finder_child FOLDER`. The identity and the questions come in over stdin, one JSON
object a line; what is found goes out over stdout. Nothing is ever an argument, in the environment, or on disk.
A new question takes the place of the one before; when stdin ends, so does this process.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path
from typing import Final, TypeAlias

import msgspec

from sessionpad.domain.ids import DossierId
from sessionpad.domain.lines import Line
from sessionpad.errors import Damaged
from sessionpad.store.files import DiskFiles, Files
from sessionpad.store.identity import Identity
from sessionpad.store.layout import DOSSIERS
from sessionpad.store.no_dump import forbid_core_dumps
from sessionpad.store.seal import Seal
from sessionpad.store.searching import Search
from sessionpad.store.shelf import SUFFIX, FolderShelf

TELLING: Final = 0.05
"""Seconds between two words about how far it is."""


class Question(msgspec.Struct, frozen=True):
    number: int
    words: str
    dossiers: tuple[DossierId, ...]


class Found(msgspec.Struct, frozen=True, tag="found"):
    """Lines of one dossier, the newest first."""

    number: int
    dossier: DossierId
    lines: tuple[Line, ...]


class Looked(msgspec.Struct, frozen=True, tag="looked"):
    """How many dossiers were looked through since the last word, and how many of those could not be read."""

    number: int
    dossiers: int
    unread: int
    ended: bool = False


Answer: TypeAlias = Found | Looked


class Post:
    """The newest question, taken in while the one before is being answered."""

    def __init__(self) -> None:
        self._come = threading.Condition()
        self._newest: Question | None = None

    def take_in(self) -> None:
        for line in sys.stdin.buffer:
            with self._come:
                self._newest = msgspec.json.decode(line, type=Question)
                self._come.notify()
        os._exit(0)  # whoever asked is gone, also when an answer is still being looked for

    def next_after(self, question: Question | None) -> Question:
        with self._come:
            self._come.wait_for(lambda: self._newest is not question)
            assert self._newest is not None
            return self._newest

    def is_newest(self, question: Question) -> bool:
        return self._newest is question


class Reader:
    """Answers questions about one vault."""

    def __init__(self, folder: Path, identity: Identity, files: Files) -> None:
        self._shelf = FolderShelf(folder / DOSSIERS, files)
        self._files = files
        self._seal = Seal(identity)

    def answer(self, question: Question, post: Post) -> None:
        search, looked, unread, told = Search(question.words), 0, 0, time.monotonic()
        for dossier_id in question.dossiers:
            if not post.is_newest(question):
                return
            lines = self._lines(search, dossier_id)
            looked, unread = looked + 1, unread + (lines is None)
            if lines:
                tell(Found(question.number, dossier_id, lines))
            if lines or time.monotonic() - told > TELLING:
                tell(Looked(question.number, looked, unread))
                looked, unread, told = 0, 0, time.monotonic()
        tell(Looked(question.number, looked, unread, ended=True))

    def _lines(self, search: Search, dossier_id: DossierId) -> tuple[Line, ...] | None:
        """What was found in one dossier; None when it cannot be read, nothing when it is no longer there."""
        try:
            # Not over the shelf: the version it would compute costs as much as the search.
            sealed = self._files.read(self._shelf.path(dossier_id))
            return tuple(search.lines_in(self._seal.open(sealed, dossier_id + SUFFIX), dossier_id))
        except FileNotFoundError:
            return ()
        except (Damaged, OSError):
            return None


def tell(answer: Answer) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
    sys.stdout.buffer.flush()


def _give_way() -> None:
    """The screen goes before the search."""
    if hasattr(os, "nice"):
        os.nice(2)


def _main(folder: Path) -> None:
    reader = Reader(folder, Identity.from_text(msgspec.json.decode(sys.stdin.buffer.readline(), type=str)), DiskFiles())
    post, question = Post(), None
    threading.Thread(target=post.take_in, daemon=True).start()
    while True:
        question = post.next_after(question)
        reader.answer(question, post)


if __name__ == "__main__":
    forbid_core_dumps()
    _give_way()
    try:
        _main(Path(sys.argv[1]))
    except BrokenPipeError:
        os._exit(0)
