"""One vault on the desk: its clients, and the dossiers opened from it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from sessionpad.desk.calendars import Calendars
from sessionpad.desk.cards import Dealt, deck_with
from sessionpad.desk.choices import Choices
from sessionpad.desk.pad import Clock, NewId, Pad
from sessionpad.desk.past import Past
from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier, new_dossier
from sessionpad.domain.ids import DossierId, TrajectoryId
from sessionpad.domain.overview import Overview
from sessionpad.domain.text import clean_line, folded
from sessionpad.domain.trajectory import Trajectory
from sessionpad.errors import Damaged, InvalidInput, NotFound, SessionpadError

if TYPE_CHECKING:
    from sessionpad.desk.moving import Moving
    from sessionpad.desk.searching import Searching
    from sessionpad.store.vault import Vault


def system_clock() -> datetime:
    return datetime.now().astimezone()


def uuid4_text() -> str:
    return str(uuid.uuid4())


class Desk(Calendars):
    """An opened vault.

    Args:
        vault: where dossiers are kept.
        clock: gives the present moment, with its time zone.
        new_id: gives a uuid in text form, never the same twice.
        choices: what the coach chose for this machine; the usual things, kept nowhere, when None.
    """

    def __init__(
        self, vault: Vault, *, clock: Clock = system_clock, new_id: NewId = uuid4_text, choices: Choices | None = None
    ) -> None:
        self._vault = vault
        self.choices = choices or Choices()
        self._clock = clock
        self._new_id = new_id

    @property
    def now(self) -> datetime:
        return self._clock()

    @property
    def holder(self) -> str | None:
        """Who holds the vault, when it could only be opened for reading."""
        return str(self._vault.holder) if self._vault.read_only and self._vault.holder else None

    @property
    def is_read_only(self) -> bool:
        return self._vault.read_only

    def close(self) -> None:
        """Drops the key: what is still asked of this desk afterwards is refused, `Locked("vault-closed")`."""
        self._vault.close()

    # while the vault is locked

    def seal_words(self, words: Sequence[Mapping[str, str]]) -> bytes:
        """Seals what was typed and is in no dossier yet, for when the vault is opened again."""
        return self._vault.repository.seal_aside(msgspec.json.encode(words))

    def sealed_words(self, sealed: bytes) -> Sequence[Mapping[str, str]]:
        """What `seal_words` sealed; nothing when it was for another key."""
        try:
            return msgspec.json.decode(self._vault.repository.open_aside(sealed), type=list[dict[str, str]])
        except Damaged:
            return ()

    # clients

    def clients(self) -> tuple[Overview, ...]:
        """Everyone, in order of code."""
        return tuple(sorted(self._vault.repository.overviews(), key=lambda row: folded(row.code)))

    def distrusted(self) -> Mapping[DossierId, SessionpadError]:
        """The dossiers that cannot be read or are gone, and why."""
        return self._vault.repository.distrusted()

    def new_client(self, code: str, name: str = "") -> Pad:
        """A new dossier, saved.

        Raises:
            InvalidInput: the code shows nothing or is already in use.
        """
        code, name = clean_line(code), clean_line(name)
        if not any(sign.isprintable() for sign in code):
            raise InvalidInput("code-empty")
        if any(row.code.casefold() == code.casefold() for row in self._vault.repository.overviews()):
            raise InvalidInput("code-taken")
        dossier = new_dossier(
            DossierId(self._new_id()),
            Client(code=code, name=name),
            Trajectory(id=TrajectoryId(self._new_id()), started=self.today),
        )
        return self.put(dossier)

    def put(self, dossier: Dossier) -> Pad:
        """Take in a dossier that was made elsewhere, and save it."""
        stored = self._vault.repository.save(dossier)
        return self._pad(stored.dossier, stored.revision)

    def find(self, words: str) -> DossierId:
        """The client meant by a code, an id, or a name when only one has it.

        Raises:
            NotFound: nobody, or more than one.
        """
        wanted = clean_line(words).casefold()
        rows = self._vault.repository.overviews() if wanted else ()
        for field in ("id", "code", "name"):
            found = [row.id for row in rows if clean_line(getattr(row, field)).casefold() == wanted]
            if len(found) == 1:
                return found[0]
            if found:
                raise NotFound("client-ambiguous")
        # A dossier that cannot be read, and of which nothing else is known, still has its id.
        unread = [each for each in self.distrusted() if each == wanted]
        if unread:
            return unread[0]
        raise NotFound("client")

    def open(self, dossier_id: DossierId) -> Pad:
        """A dossier from the vault.

        Raises:
            NotFound: it is not there.
            Damaged: its file cannot be trusted.
        """
        stored = self._vault.repository.load(dossier_id)
        return self._pad(stored.dossier, stored.revision)

    def past(self, dossier_id: DossierId) -> Past:
        """What there was before of a client whose dossier may be damaged or gone."""
        repository = self._vault.repository
        row = next((each for each in repository.overviews() if each.id == dossier_id), None)
        return Past(repository, dossier_id, row, self._clock)

    def _pad(self, dossier: Dossier, revision: int) -> Pad:
        return Pad(
            self._vault.repository, dossier, revision, self._clock, self._new_id, read_only=self._vault.read_only
        )

    def deck(self) -> Dealt:
        """All cards, ours and those of the coach."""
        return deck_with(self.choices.own_decks)

    def searching(self) -> Searching:
        """What looks for words in the dossiers."""
        from sessionpad.desk.searching import Searching  # noqa: PLC0415  only when something is looked for

        return Searching(self._vault)

    def moving(self) -> Moving:
        """What takes in dossiers, notes and clients from elsewhere."""
        from sessionpad.desk.moving import Moving  # noqa: PLC0415  only when something is taken in

        return Moving(self._vault.repository, self._clock, self._new_id)
