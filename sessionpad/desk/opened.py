"""One opened dossier: its newest value, the way to disk, and the way back. What a coach does with it stands beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from sessionpad.desk.history import History
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import SessionId
from sessionpad.domain.text import clean_text
from sessionpad.errors import Conflict

if TYPE_CHECKING:
    from sessionpad.store.repository import Repository

Clock: TypeAlias = Callable[[], datetime]
NewId: TypeAlias = Callable[[], str]


@dataclass(frozen=True)
class Saved:
    revision: int
    at: datetime


class Opened:
    """The dossier on the desk. An act changes the value in memory at once; `save` brings the newest value to disk."""

    def __init__(
        self,
        repository: Repository,
        dossier: Dossier,
        revision: int,
        clock: Clock,
        new_id: NewId,
        *,
        read_only: bool = False,
    ) -> None:
        self._repository = repository
        self._read_only = read_only
        self._clock = clock
        self.new_id = new_id
        self._saving = Lock()
        self._saved: Dossier | None = dossier
        """The value that is on disk for sure; none after a save that failed, which may have come there all the same."""
        self._revision = revision
        self._history = History()
        self.dossier = dossier

    @property
    def now(self) -> datetime:
        return self._clock()

    # saving

    @property
    def is_saved(self) -> bool:
        return self.dossier is self._saved

    def save(self) -> Saved:
        """Bring the newest value to disk; safe to call from any thread, one save at a time.

        Raises:
            StorageFailed: the disk said no; the earlier version is whole and the value stays in memory.
            Conflict: the file was changed underneath, or the vault is open for reading only.
            Busy: the vault is open for reading only, because another program has it.
        """
        with self._saving:
            newest = self.dossier
            if newest is not self._saved:
                self._saved = None
                self._revision = self._repository.save(newest, expected=self._revision).revision
                self._saved = newest
            return Saved(self._revision, self._clock())

    # undo

    def undo(self, *, within: SessionId | None = None) -> str | None:
        """Go back to the value before the last act.

        Args:
            within: a conversation that must still be there afterwards, because it is on the screen.

        Returns:
            The name of that act, None when there is none.
        """
        act = self._history.undo()
        if act is None:
            return None
        if within is not None and all(each.id != within for each in act.before.sessions):
            self._history.redo()
            return None
        self.dossier = act.before
        return act.name

    def redo(self) -> str | None:
        act = self._history.redo()
        if act is None:
            return None
        self.dossier = act.after
        return act.name

    def do(self, name: str, after: Dossier, *, joins: bool = False) -> None:
        """Take this value as the newest, as one act with a name; typing that goes on joins the act before it.

        Raises:
            Conflict: the vault is open for reading only.
        """
        if self._read_only:
            raise Conflict("read-only")
        if after != self.dossier:
            self._history.add(name, self.dossier, after, self._clock(), joins=joins)
            self.dossier = after


def cleaned(value: Any) -> Any:
    """The same value with every text in it through the one gate, however deep it stands."""
    if isinstance(value, str):
        return clean_text(value) if type(value) is str else value
    if isinstance(value, tuple):
        return tuple(map(cleaned, value))
    if isinstance(value, dict):
        return {name: cleaned(each) for name, each in value.items()}
    if isinstance(value, msgspec.Struct):
        fields = {name: cleaned(getattr(value, name)) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    return value


def field_act(of: str, fields: Iterable[str]) -> str:
    """The name of the act of filling in these fields."""
    return "-".join(("field", of, *fields))
