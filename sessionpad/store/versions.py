"""Earlier versions of a dossier: how they are named, which are kept, and which may go."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from sessionpad.domain.value import Value
from sessionpad.store.shelf import Version

EVERY: Final = timedelta(minutes=10)
"""Of saves closer together than this only the last is kept."""
A_MONTH: Final = timedelta(days=31)

_STAMP: Final = "%Y%m%dT%H%M%SZ"
_NAME: Final = re.compile(r"(\d{8}T\d{6}Z)-(\d+)-([0-9a-f]{12})-([a-z]+)")


class Kind(StrEnum):
    """Why a version is there."""

    SAVE = "save"
    """The file as it was before a later save."""
    SESSION = "session"
    """The file as it was when a conversation began; never thinned."""
    CONFLICT = "conflict"
    """What this program wanted to save when the file had been changed by another; never thinned."""
    DAMAGED = "damaged"
    """Bytes that could not be read when another version took their place; never thinned."""


class VersionInfo(Value, frozen=True, kw_only=True):
    """What is known about a version without opening it."""

    at: datetime
    """When its text was saved."""
    revision: int
    kind: Kind
    sign: str
    """The first digits of its SHA-256; for a conflict, of the file that stood in the way."""

    @property
    def id(self) -> str:
        """Its name on the shelf: `20260105T091112Z-42-1a2b3c4d5e6f-save`."""
        return f"{self.at.astimezone(UTC).strftime(_STAMP)}-{self.revision}-{self.sign}-{self.kind.value}"

    @property
    def is_own_past(self) -> bool:
        """Whether it once was the dossier itself."""
        return self.kind in {Kind.SAVE, Kind.SESSION}


def sign_of(version: Version) -> str:
    return version[:12]


def read_name(name: str) -> VersionInfo | None:
    """The other way round; None when it is not the name of a version."""
    match = _NAME.fullmatch(name)
    if match is None or match[4] not in set(Kind):
        return None
    try:
        at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return VersionInfo(at=at, revision=int(match[2]), sign=match[3], kind=Kind(match[4]))


def newest_first(versions: Iterable[VersionInfo]) -> tuple[VersionInfo, ...]:
    return tuple(sorted(versions, key=lambda each: (each.at, each.revision, each.id), reverse=True))


def thin(versions: Iterable[VersionInfo], now: datetime) -> tuple[VersionInfo, ...]:
    """Which versions may go: all of today are kept, then the last of each day for a month, then the last of each month.

    Only plain saves are ever thinned, and never the newest one. Days are those of the time zone of `now`.
    """
    kept: set[Hashable] = set()
    gone = []
    for each in newest_first(each for each in versions if each.kind is Kind.SAVE):
        slot = _slot(each, now)
        if slot in kept:
            gone.append(each)
        kept.add(slot)
    return tuple(gone)


def _slot(version: VersionInfo, now: datetime) -> Hashable:
    """Of the versions in one slot only the newest stays."""
    at = version.at.astimezone(now.tzinfo)
    if at.date() >= now.date():
        return version.id
    if now - at < A_MONTH:
        return at.date()
    return (at.year, at.month)


def is_due(kept: datetime | None, at: datetime) -> bool:
    """Whether a save at `at` deserves a version of its own, next to the one of `kept`."""
    return kept is None or abs(at - kept) >= EVERY or at.date() != kept.astimezone(at.tzinfo).date()
