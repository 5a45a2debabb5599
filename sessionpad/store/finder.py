"""Looking through a whole vault beside the screen: the questions go to a few processes, the answers come as they are.

pyrage holds the interpreter while it decrypts, so a thread would stall the screen; a process does not.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Final

import msgspec

from sessionpad.domain.ids import DossierId
from sessionpad.store.finder_child import Answer, Found, Looked, Question
from sessionpad.store.identity import Identity

__all__ = ["Finder", "Found", "Looked"]

CHILD: Final = "sessionpad.store.finder_child"
MOST: Final = 4
"""How many processes at most; each takes some 30 MB."""

ROOMY: Final = {"MALLOC_MMAP_THRESHOLD_": str(1 << 26), "MALLOC_TRIM_THRESHOLD_": str(1 << 28)}
"""Makes glibc keep the memory of one dossier for the next: giving it back and asking again costs a third more."""


def processors() -> int:
    return max(1, min(MOST, os.cpu_count() or 1))


class Finder:
    """Close it when it is no longer needed: the processes hold the key of the vault.

    Args:
        folder: the vault.
        identity: opens the dossiers.
        processes: how many look at once.
    """

    def __init__(self, folder: Path, identity: Identity, processes: int | None = None) -> None:
        self._folder = folder
        self._opening = msgspec.json.encode(identity.text)
        self._count = processes or processors()
        self._children: list[Child] = []
        self._answers: asyncio.Queue[Answer | None] = asyncio.Queue()
        self._number = 0
        self._closed = Event()

    async def start(self) -> None:
        """Make the processes ready; the first question does it when this was not done before."""
        self._children = [child for child in self._children if child.is_alive]
        if not self._children and not self._closed.is_set():
            loop = asyncio.get_running_loop()
            made = await asyncio.to_thread(lambda: [Child(self._folder) for _ in range(self._count)])
            for child in made:
                child.send(self._opening)
                child.listen(loop, partial(self._take_in, child))
            self._children = made
            if self._closed.is_set():
                self.close()

    async def search(self, words: str, dossiers: Sequence[DossierId]) -> AsyncIterator[Found | Looked]:
        """Look for the words in these dossiers; the next question ends this one.

        Args:
            words: what is looked for.
            dossiers: where, the most likely ones first.
        """
        answers = self._turn_page()
        await self.start()
        if answers is not self._answers:
            return
        for place, child in enumerate(self._children):
            part = tuple(dossiers[place :: len(self._children)])
            child.send(msgspec.json.encode(Question(self._number, words, part)))
        going_on = len(self._children)
        while going_on:
            answer = await answers.get()
            if answer is None or answers is not self._answers:
                return
            going_on -= isinstance(answer, Looked) and answer.ended
            yield answer

    def stop(self) -> None:
        """Look no further."""
        self._turn_page()
        for child in self._children:
            child.send(msgspec.json.encode(Question(self._number, "", ())))

    def close(self) -> None:
        """End the processes, and with them what they know."""
        self._closed.set()
        self._opening = b""
        self._answers.put_nowait(None)
        for child in self._children:
            child.end()
        self._children = []

    def _turn_page(self) -> asyncio.Queue[Answer | None]:
        """Where the answers to the next question come; whoever waits for the one before waits no longer."""
        self._answers.put_nowait(None)
        self._answers = asyncio.Queue()
        self._number += 1
        return self._answers

    def _take_in(self, child: Child, answer: Answer | None) -> None:
        """What a process said; None when it ended before its time, and looks at nothing more."""
        answer = answer or Looked(self._number, 0, 0, ended=True)
        if answer.number == self._number and child in self._children:
            self._answers.put_nowait(answer)


class Child:
    """One process, and a thread that waits for what it says."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this Python, this module
            [sys.executable, "-P", "-m", CHILD, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # The child finds what this process finds, and nothing in the folder it happens to be in.
            env={**os.environ, **ROOMY, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def send(self, line: bytes) -> None:
        assert self._process.stdin is not None
        with suppress(OSError, ValueError):  # it has ended, and its thread says so
            self._process.stdin.write(line + b"\n")
            self._process.stdin.flush()

    def listen(self, loop: asyncio.AbstractEventLoop, take_in: Callable[[Answer | None], None]) -> None:
        Thread(target=self._listen, args=(loop, take_in), daemon=True).start()

    def end(self) -> None:
        self._process.kill()
        self._process.wait()

    def _listen(self, loop: asyncio.AbstractEventLoop, take_in: Callable[[Answer | None], None]) -> None:
        out, into = self._process.stdout, self._process.stdin
        assert out is not None
        assert into is not None
        with suppress(RuntimeError, ValueError), out, into:  # the loop has ended before this process
            for line in out:
                loop.call_soon_threadsafe(take_in, msgspec.json.decode(line, type=Answer))
            loop.call_soon_threadsafe(take_in, None)
