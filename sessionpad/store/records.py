"""Between values and rows: a dossier is taken apart into TinyDB rows, and put together again only when it is sound."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple, TypeAlias

import msgspec

from sessionpad.domain.agreement import Agreement
from sessionpad.domain.around import Missed, Parked, Referral, Right
from sessionpad.domain.client import Client
from sessionpad.domain.coach_side import CoachSide, Reflection
from sessionpad.domain.concern import Concern
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.exploration import Exploration
from sessionpad.domain.ids import DossierId
from sessionpad.domain.paper import Paper
from sessionpad.domain.session import Session
from sessionpad.domain.sharing import Sharing
from sessionpad.domain.task import Task
from sessionpad.domain.trajectory import Trajectory
from sessionpad.domain.value import Value
from sessionpad.errors import Damaged
from sessionpad.store.sealed_storage import Row, Tables

META: Final = "meta"
CLIENT: Final = "client"
SINGLES: Final[Mapping[str, type[Value]]] = {
    "client": Client,
    "exploration": Exploration,
    "coach_side": CoachSide,
}
"""Tables of one row, which carries the id of the dossier."""
LISTS: Final[Mapping[str, type[Value]]] = {
    "trajectories": Trajectory,
    "tasks": Task,
    "sessions": Session,
    "agreements": Agreement,
    "concerns": Concern,
    "parked": Parked,
    "rights": Right,
    "referrals": Referral,
    "sharings": Sharing,
    "missed": Missed,
    "reflections": Reflection,
    "papers": Paper,
}
"""Tables of one row a record, which carries the id of the record."""
POSITION: Final = "position"
"""Says where in its tuple a record stands; only the order counts, gaps are fine."""

_Any: TypeAlias = Any
"""A record of one of the lists: each has an id."""


class Meta(Value, frozen=True, kw_only=True):
    """What a dossier says about its own file."""

    id: DossierId
    format: int
    revision: int
    previous: str
    """SHA-256 of the sealed file this one replaced; empty for the first."""
    saved_at: datetime


class Changes(NamedTuple):
    """What has to be done to the rows, per table."""

    put: Mapping[str, Sequence[Row]]
    drop: Mapping[str, Sequence[str]]

    def __bool__(self) -> bool:
        return any(self.put.values()) or any(self.drop.values())


def format_in(tables: Tables) -> int:
    """The number of the format, also of one that is not known here; 0 when these are the tables of something else."""
    rows = tuple(tables.get(META, {}).values())
    number = rows[0].get("format") if rows else None
    return number if isinstance(number, int) else 0


def meta_of(tables: Tables, file: str) -> Meta:
    """Raises: Damaged("foreign") when these are the tables of something else."""
    rows = tuple(tables.get(META, {}).values())
    if len(rows) != 1:
        raise Damaged("foreign", file=file)
    try:
        return msgspec.convert(rows[0], Meta)
    except msgspec.ValidationError:
        raise Damaged("foreign", file=file) from None


def row_of_meta(meta: Meta) -> Row:
    row: Row = msgspec.to_builtins(meta)
    return row


def dossier_of(tables: Tables, dossier_id: DossierId, file: str) -> Dossier:
    """Raises: Damaged("unreadable") when a record is missing, doubled or not what it should be."""
    try:
        singles = {name: _single(tables, name, kind, dossier_id) for name, kind in SINGLES.items()}
        lists = {name: _records(tables, name, kind) for name, kind in LISTS.items()}
        given = {name: value for name, value in (singles | lists).items() if value is not None}
        dossier = Dossier(id=dossier_id, **given)  # type: ignore[arg-type]  # the tables above say which field is what
    except (msgspec.ValidationError, KeyError, TypeError, ValueError):
        # Never chained: the message of a validation can quote what it read.
        raise Damaged("unreadable", file=file) from None
    if not dossier.trajectories or any(_doubled(each) for each in _lists(dossier).values()):
        raise Damaged("unreadable", file=file)
    return dossier


def changes(old: Dossier | None, new: Dossier, tables: Tables | None) -> Changes:
    """What turns the rows of the old dossier into those of the new one: only records that differ are touched."""
    put: dict[str, list[Row]] = {}
    drop: dict[str, list[str]] = {}
    for name in SINGLES:
        value = getattr(new, name)
        if (value != getattr(old, name)) if old is not None else (name == CLIENT or value != SINGLES[name]()):
            put[name] = [{"id": new.id, **msgspec.to_builtins(value)}]
    before = {} if old is None else _lists(old)
    for table, records in _lists(new).items():
        places = {row["id"]: row[POSITION] for row in (tables or {}).get(table, {}).values()}
        known = {record.id: record for record in before.get(table, ())}
        positions = placed(places, [record.id for record in records])
        put[table] = [
            {**msgspec.to_builtins(record), POSITION: positions[record.id]}
            for record in records
            if positions[record.id] != places.get(record.id) or not _same(record, known.get(record.id))
        ]
        drop[table] = [each for each in places if each not in positions]
    return Changes(put, drop)


def placed(places: Mapping[str, int], order: Iterable[str]) -> dict[str, int]:
    """A place for each id so that they come in this order; a place that can stay, stays."""
    result: dict[str, int] = {}
    last = 0
    for each in order:
        last = max(places.get(each, 0), last + 1)
        result[each] = last
    return result


def _lists(dossier: Dossier) -> dict[str, tuple[_Any, ...]]:
    return {name: getattr(dossier, name) for name in LISTS}


def _same(new: _Any, old: _Any | None) -> bool:
    return new is old or bool(new == old)


def _doubled(records: Sequence[_Any]) -> bool:
    return len({record.id for record in records}) != len(records)


def _single(tables: Tables, name: str, kind: type[Value], dossier_id: DossierId) -> Value | None:
    """The one row of a table; None when there is none, which for the client alone is damage."""
    rows = [{**row} for row in tables.get(name, {}).values()]
    if not rows and name != CLIENT:
        return None
    if len(rows) != 1 or rows[0].pop("id", None) != dossier_id:
        raise ValueError(name)
    return msgspec.convert(rows[0], kind)


def _records(tables: Tables, table: str, kind: type[Value]) -> tuple[Value, ...]:
    rows = sorted(tables.get(table, {}).values(), key=lambda row: int(row[POSITION]))
    return tuple(msgspec.convert({key: value for key, value in row.items() if key != POSITION}, kind) for row in rows)
