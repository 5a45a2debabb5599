"""Every line of text in a dossier, with its day and where it stands: what a search looks through.

The records are walked by their annotations, so that a field added later is found too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any, Final, get_args, get_type_hints

import msgspec

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import SessionId
from sessionpad.domain.value import Value

NOT_SEARCHED: Final = frozenset(
    {
        "agreements",  # what is agreed stands in the trajectory; this is a copy of that day
        "papers",
        "trajectories.dismissed",
        "trajectories.closing.answers.card",
        "sessions.asked",
        "coach_side.checked",
        "reflections.scan",
        "exploration.domains.domain",
        "concerns.domains",
        "rights.domain",
    }
)
"""Copies, and words of the program that look like text."""

_MOMENTS: Final = ("at", "made_at", "started_at", "on", "agreed_on", "started")


class Line(Value, frozen=True, kw_only=True):
    path: str
    """Which field it is, such as `sessions.notes.text`."""
    text: str
    on: date | None = None
    record: str = ""
    """Id of the record it stands in; empty for what there is one of."""
    session: SessionId | None = None
    """The conversation it belongs to, when it belongs to one."""
    row: int = 0
    """Of a note: which line of the notes, from 0."""


def lines_of(dossier: Dossier) -> Iterator[Line]:
    """Every line of the dossier; within a record in the order of its fields."""
    for name in dossier.__struct_fields__:
        value = getattr(dossier, name)
        for record in value if isinstance(value, tuple) else (value,):
            if isinstance(record, Value):
                yield from lines_in(record, name)


def lines_in(record: Value, table: str) -> Iterator[Line]:
    """Every line of one record of a list or part of the dossier."""
    if table in NOT_SEARCHED:
        return
    own = str(getattr(record, "id", ""))
    session = SessionId(own) if table == "sessions" else getattr(record, "session", None)
    about = Line(path=table, text="", record=own, session=session)
    yield from _lines(record, about, moment_of(record))


def moment_of(record: Value) -> datetime | None:
    """When a record was made, said or begun, as far as it knows."""
    found = next((value for name in _MOMENTS if (value := getattr(record, name, None)) is not None), None)
    if found is None or isinstance(found, datetime):
        return found
    return datetime.combine(found, time(), UTC)


def _lines(record: Value, about: Line, at: datetime | None) -> Iterator[Line]:
    for name in _texts_of(type(record)):
        path, value = f"{about.path}.{name}", getattr(record, name)
        if path in NOT_SEARCHED:
            continue
        for row, each in enumerate(value) if isinstance(value, tuple) else ((about.row, value),):
            here = msgspec.structs.replace(about, path=path, row=row)
            if isinstance(each, Value):
                yield from _lines(each, here, moment_of(each) or at)
            elif each:
                day = at.date() if at else None
                yield from (msgspec.structs.replace(here, text=line, on=day) for line in each.split("\n") if line)


@cache
def _texts_of(kind: type[Value]) -> tuple[str, ...]:
    """The fields that hold text, or records that may hold it; ids and choices are neither."""
    return tuple(name for name, hint in get_type_hints(kind).items() if _holds_text(hint))


def _holds_text(hint: Any) -> bool:
    if hint is str or (isinstance(hint, type) and issubclass(hint, Value)):
        return True
    return any(_holds_text(part) for part in get_args(hint))
