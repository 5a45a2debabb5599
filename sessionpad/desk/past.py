"""What was there before: the earlier versions of one dossier, the way back to one of them, and the way out for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sessionpad.domain.text import clean_line
from sessionpad.errors import InvalidInput, NotFound, SessionpadError

if TYPE_CHECKING:
    from sessionpad.desk.opened import Clock
    from sessionpad.domain.dossier import Dossier
    from sessionpad.domain.ids import DossierId
    from sessionpad.domain.overview import Overview
    from sessionpad.store.repository import Repository
    from sessionpad.store.versions import VersionInfo

NEWEST: Final = "newest"


@dataclass(frozen=True)
class Restored:
    version: VersionInfo
    revision: int


class Past:
    """The earlier versions of one client; the dossier itself need not be readable, or even there."""

    def __init__(self, repository: Repository, dossier_id: DossierId, row: Overview | None, clock: Clock) -> None:
        self._repository = repository
        self._clock = clock
        self.dossier_id = dossier_id
        self.row = row
        """The client as last known; None when nothing is known but the id."""

    @property
    def trouble(self) -> SessionpadError | None:
        """Why the dossier cannot be read as it is; None when it can."""
        try:
            self._repository.load(self.dossier_id)
        except SessionpadError as error:
            return error
        return None

    def versions(self) -> tuple[VersionInfo, ...]:
        """Those that can be read, newest first."""
        return self._repository.versions(self.dossier_id)

    def find(self, words: str) -> VersionInfo:
        """The version meant by its name, by the beginning of it, or by the word "newest": the last one not standing.

        Raises:
            NotFound: there is no such version that can be read, or more than one ("version").
        """
        readable, wanted = self.versions(), clean_line(words)
        if wanted == NEWEST:
            earlier = (each for each in readable if each.is_own_past)
            found = [each for each in earlier if not self._repository.stands(self.dossier_id, each)][:1]
        else:
            found = [each for each in readable if each.id == wanted]
            found = found or [each for each in readable if wanted and each.id.startswith(wanted)]
        if len(found) != 1:
            raise NotFound("version")
        return found[0]

    def look(self, version: VersionInfo) -> Dossier:
        """Raises: NotFound("version"), Damaged."""
        return self._repository.load_version(self.dossier_id, version.id).dossier

    def restore(self, version: VersionInfo) -> Restored:
        """Makes this version the dossier again; what it replaces is kept as a version.

        Raises:
            Damaged: that version cannot be read, or what is there now is of a newer program.
            Busy, Conflict: the vault is open for reading only.
            StorageFailed: nothing was changed.
        """
        return Restored(version, self._repository.restore(self.dossier_id, version.id).revision)

    def let_go(self, words: str) -> VersionInfo:
        """Throws away what a conflict or damage left to be looked at.

        Raises:
            NotFound: there is no such version.
            InvalidInput: it once was the dossier, and stays.
        """
        found = [each for each in self._repository.all_versions(self.dossier_id) if each.id == clean_line(words)]
        if not found:
            raise NotFound("version")
        self._repository.let_go(self.dossier_id, found[0].id)
        return found[0]

    # for good

    def count(self) -> int:
        """How many earlier versions there are, readable or not."""
        return len(self._repository.all_versions(self.dossier_id))

    def is_called(self, words: str) -> bool:
        """Whether this is the code, the name or the id of this client, as it is typed to confirm."""
        names = {self.dossier_id, *((self.row.code, self.row.name) if self.row is not None else ())}
        return clean_line(words) in {clean_line(each) for each in names if each}

    def erase(self, confirmed: str, reason: str) -> None:
        """Removes the dossier and every version. What stays is the id, this moment and the reason.

        Raises:
            InvalidInput: what was typed is not how this client is called ("erase-differs").
        """
        if not self.is_called(confirmed):
            raise InvalidInput("erase-differs")
        self._repository.erase(self.dossier_id, at=self._clock(), reason=clean_line(reason))
