"""Messages that more than one room of the screen listens to."""

from __future__ import annotations

from datetime import datetime

from textual.message import Message

from sessionpad.errors import SessionpadError


class Saving(Message):
    """There is something that is not on disk yet."""


class Saved(Message):
    """The newest value is on disk."""

    def __init__(self, revision: int, at: datetime) -> None:
        super().__init__()
        self.revision = revision
        self.at = at


class SaveFailed(Message):
    """The newest value could not be brought to disk; it is still in memory and on screen."""

    def __init__(self, error: SessionpadError) -> None:
        super().__init__()
        self.error = error
