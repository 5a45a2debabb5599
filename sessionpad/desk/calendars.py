"""A calendar file from the desk: of one client, or of everyone."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sessionpad.desk.whole import Whole
from sessionpad.domain.ahead import Ahead, ahead
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.errors import Damaged, NotFound, SessionpadError
from sessionpad.i18n.texts import N_, texts_in
from sessionpad.method.language import Language

if TYPE_CHECKING:
    from sessionpad.store.vault import Vault

STEM = N_("calendar")


@dataclass(frozen=True)
class AllAhead:
    """What is ahead of the clients, and which dossiers could not be looked at."""

    entries: tuple[tuple[str, Ahead], ...]
    """The code of the client with each."""
    damage: Mapping[DossierId, SessionpadError] = field(default_factory=dict)

    @property
    def appointments(self) -> int:
        return sum(each.is_appointment for _, each in self.entries)

    @property
    def task_days(self) -> int:
        return len(self.entries) - self.appointments


class Calendars(Whole):
    _vault: Vault

    def all_ahead(self, only: DossierId | None = None) -> AllAhead:
        """What has a day from today on, of one client or of everyone.

        Raises:
            NotFound, Damaged: that one client cannot be looked at; of everyone it is told in `damage`.
        """
        repository, found = self._vault.repository, list[tuple[str, Ahead]]()
        if only is not None:
            return AllAhead(self._ahead(repository.load(only).dossier))
        damage = dict(repository.distrusted())
        for row in repository.overviews():
            if row.id not in damage:
                try:
                    found += self._ahead(repository.load(row.id).dossier)
                except (Damaged, NotFound) as error:
                    damage[row.id] = error
        return AllAhead(tuple(found), damage)

    def _ahead(self, dossier: Dossier) -> tuple[tuple[str, Ahead], ...]:
        return tuple((dossier.client.code, each) for each in ahead(dossier, self.today))

    def write_calendar(self, found: AllAhead, language: Language, path: Path, *, replace: bool = False) -> Path:
        """Put what is ahead in a calendar file at `path`; a folder gets a name for it. Returns where it is.

        Raises:
            StorageFailed: the file could not be written; nothing is left behind.
        """
        from sessionpad.documents.calendar_file import Entry, calendar_file  # noqa: PLC0415  only when one is made
        from sessionpad.store.exports import write_export  # noqa: PLC0415  idem

        made = calendar_file((Entry(*each) for each in found.entries), self._clock())
        name = f"{texts_in(language).say(STEM)}-{self.today.isoformat()}.ics"
        return write_export(path / name if path.is_dir() else path, made, replace=replace)

    async def calendar_aside(
        self, language: Language, folder: Path, only: Dossier | None = None
    ) -> tuple[AllAhead, Path | None]:
        """A calendar file in this folder, made away from the screen; none when nothing is ahead.

        Args:
            language: of its name.
            folder: where it goes.
            only: the dossier it is of, as it is on the screen; everyone's when None.
        """

        def make() -> tuple[AllAhead, Path | None]:
            found = self.all_ahead() if only is None else AllAhead(self._ahead(only))
            return found, self.write_calendar(found, language, folder) if found.entries else None

        return await asyncio.to_thread(make)
