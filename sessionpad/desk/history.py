"""Undo and redo: one line of time for everything, because a dossier is a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sessionpad.domain.dossier import Dossier

PAUSE: Final = timedelta(seconds=3)
"""Typing that goes on without a pause this long is one act."""

LONGEST: Final = timedelta(seconds=15)
"""Typing without a pause becomes a new act after this long, so that undo never takes away a whole page."""

DEPTH: Final = 500
"""How many acts can be undone."""


@dataclass(frozen=True)
class Act:
    """One act of the coach, with the dossiers on either side of it."""

    name: str
    """What was done, such as `notes` or `task`; the sentence is made in i18n."""
    before: Dossier
    after: Dossier
    began: datetime
    ended: datetime


class History:
    """The acts since a dossier was opened."""

    def __init__(self) -> None:
        self._past: list[Act] = []
        self._future: list[Act] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    def add(self, name: str, before: Dossier, after: Dossier, at: datetime, *, joins: bool = False) -> None:
        """Remember an act. One that `joins` melts into the act before it when that has the same name and is recent."""
        self._future.clear()
        last = self._past[-1] if self._past else None
        if joins and last is not None and last.name == name and _is_going_on(last, at):
            self._past.pop()
            if after != last.before:  # what was typed and taken away again is no act
                self._past.append(Act(name, last.before, after, last.began, at))
            return
        self._past.append(Act(name, before, after, at, at))
        del self._past[:-DEPTH]

    def undo(self) -> Act | None:
        if not self._past:
            return None
        act = self._past.pop()
        self._future.append(act)
        return act

    def redo(self) -> Act | None:
        if not self._future:
            return None
        act = self._future.pop()
        self._past.append(act)
        return act


def _is_going_on(last: Act, at: datetime) -> bool:
    """Whether typing at this moment still belongs to that act. A clock that was set back ends it too."""
    return timedelta() <= at - last.ended < PAUSE and at - last.began < LONGEST
