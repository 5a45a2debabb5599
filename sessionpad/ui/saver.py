"""Brings the newest value of a dossier to disk, away from the screen, one save at a time."""

from __future__ import annotations

import asyncio
from typing import Final, Protocol

from textual.message import Message

from sessionpad.desk.pad import Pad, Saved
from sessionpad.errors import SessionpadError, StorageFailed
from sessionpad.ui import messages

AGAIN: Final = 5.0
"""Seconds after a failed save before it is tried again by itself."""


class Listener(Protocol):
    def post_message(self, message: Message) -> bool: ...


class Saver:
    """One for each opened dossier. What it reports is what the save mark shows."""

    def __init__(self, pad: Pad, listener: Listener) -> None:
        self._pad = pad
        self._listener = listener
        self._one_at_a_time = asyncio.Lock()
        self._tasks: set[asyncio.Task[bool]] = set()
        self._retry: asyncio.TimerHandle | None = None
        self._last: Saved | None = None
        self.error: SessionpadError | None = None

    def listen(self, listener: Listener) -> None:
        """From now on this screen is told."""
        self._listener = listener

    def report(self) -> None:
        """Tell again when the newest value came to disk."""
        if self._last is not None:
            self._listener.post_message(messages.Saved(self._last.revision, self._last.at))

    def now(self) -> None:
        """Save without waiting for the end of it."""
        if self._pad.is_saved:
            return
        self._listener.post_message(messages.Saving())
        task = asyncio.create_task(self.flush())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def flush(self) -> bool:
        """Save until nothing is left to save. Returns whether everything is on disk."""
        async with self._one_at_a_time:
            while not self._pad.is_saved:
                try:
                    saved = await asyncio.to_thread(self._pad.save)
                except SessionpadError as error:
                    self._failed(error)
                    return False
                except Exception as error:  # noqa: BLE001  whatever is wrong: what is not on disk is not called saved
                    self._failed(StorageFailed("other", reason=type(error).__name__))
                    return False
                self.error = None
                self._last = saved
                self.report()
            self.close()
            return True

    def _failed(self, error: SessionpadError) -> None:
        self.error = error
        self._listener.post_message(messages.SaveFailed(error))
        if self._retry is not None:
            self._retry.cancel()
        self._retry = asyncio.get_running_loop().call_later(AGAIN, self.now)

    def close(self) -> None:
        """Nothing is tried again by itself."""
        if self._retry is not None:
            self._retry.cancel()
            self._retry = None
