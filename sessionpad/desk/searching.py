"""Looking for words: in one dossier that is open, or in every dossier of the vault."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from time import monotonic
from typing import TYPE_CHECKING, Final

import msgspec

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.domain.lines import Line, lines_of
from sessionpad.domain.words import Words
from sessionpad.errors import Damaged, NotFound

if TYPE_CHECKING:
    from sessionpad.store.vault import Vault

SLICE: Final = 0.004
"""Seconds of work after which others have their turn; the time is looked at every so many lines."""
LINES: Final = 50
_NEVER: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Hits:
    """What was found in one dossier, the newest first."""

    dossier: DossierId
    code: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Progress:
    looked: int
    of: int
    unread: int
    """Dossiers that cannot be read, and could hold it."""


class Searching:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    async def start(self) -> None:
        """Get ready: the first question is then answered sooner."""
        finder = self._vault.finder()
        if finder is not None:
            await finder.start()

    async def in_dossier(self, dossier: Dossier, typed: str) -> AsyncIterator[Hits | Progress]:
        """As it stands on the desk, saved or not, with what is on the screen left free to go on."""
        words, found, until = Words(typed), [], monotonic() + SLICE
        for number, line in enumerate(lines_of(dossier)):
            if words.are_in(line.text):
                found.append(msgspec.structs.replace(line, text=words.excerpt(line.text)))
            if number % LINES == 0 and monotonic() > until:
                await asyncio.sleep(0)
                until = monotonic() + SLICE
        found.sort(key=lambda line: line.on or date.min, reverse=True)
        yield Hits(dossier.id, dossier.client.code, tuple(found))
        yield Progress(1, 1, 0)

    async def everywhere(self, typed: str) -> AsyncIterator[Hits | Progress]:
        """As the dossiers stand on disk, those with the last talks first; what is found comes at once."""
        codes, unread = self._codes(), len(self._vault.repository.distrusted())
        ids, looked = tuple(codes), 0
        finder = self._vault.finder()
        if finder is None:
            for each in self._one_by_one(typed, codes, unread):
                yield each
                await asyncio.sleep(0)
            return
        from sessionpad.store.finder import Found  # noqa: PLC0415  only when something is looked for

        async for answer in finder.search(typed, ids):
            if isinstance(answer, Found):
                yield Hits(answer.dossier, codes[answer.dossier], answer.lines)
            else:
                looked, unread = looked + answer.dossiers, unread + answer.unread
                yield Progress(looked, len(ids), unread)

    def stop(self) -> None:
        """Look no further."""
        finder = self._vault.finder()
        if finder is not None:
            finder.stop()

    def now(self, typed: str, only: Sequence[DossierId] = ()) -> Iterator[Hits | Progress]:
        """The same where nothing else has to go on, in every dossier or in these."""
        codes = self._codes()
        distrusted = self._vault.repository.distrusted()
        if only:
            codes = {each: codes[each] for each in only if each in codes}
        unread = sum(each in distrusted for each in only) if only else len(distrusted)
        return self._one_by_one(typed, codes, unread)

    def _one_by_one(self, typed: str, codes: dict[DossierId, str], unread: int) -> Iterator[Hits | Progress]:
        from sessionpad.store.searching import Search  # noqa: PLC0415  idem

        search = Search(typed)
        yield Progress(0, len(codes), unread)
        for looked, (dossier_id, code) in enumerate(codes.items(), 1):
            try:
                lines = self._vault.repository.find(dossier_id, search)
            except (Damaged, NotFound):
                lines, unread = (), unread + 1
            if lines:
                yield Hits(dossier_id, code, tuple(lines))
            yield Progress(looked, len(codes), unread)

    def _codes(self) -> dict[DossierId, str]:
        """Every dossier that can be read, in the order to look: the last talk first."""
        distrusted = self._vault.repository.distrusted()
        rows = [row for row in self._vault.repository.overviews() if row.id not in distrusted]
        rows.sort(key=lambda row: row.last_at or _NEVER, reverse=True)
        return {row.id: row.code for row in rows}
