"""The lists of a dossier, one way to change them all: put in, change, take out, move up or down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol, TypeAlias, TypeVar

import msgspec

from sessionpad.domain.dossier import Dossier

List: TypeAlias = Literal["concerns", "parked", "rights", "referrals", "sharings", "missed", "reflections", "papers"]


class Listed(Protocol):
    """Something with an id of its own."""

    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=msgspec.Struct)


def put(dossier: Dossier, name: List, record: Listed) -> Dossier:
    """The dossier with this record at the end of the list, or in the place of the one with its id."""
    there = _list(dossier, name)
    if any(each.id == record.id for each in there):
        return _with(dossier, name, tuple(record if each.id == record.id else each for each in there))
    return _with(dossier, name, (*there, record))


def change(dossier: Dossier, name: List, record_id: str, act: Callable[[_Record], _Record]) -> Dossier:
    """Raises LookupError when there is no such record."""
    there = _list(dossier, name)
    if all(each.id != record_id for each in there):
        raise LookupError(record_id)
    return _with(dossier, name, tuple(act(each) if each.id == record_id else each for each in there))  # type: ignore[arg-type, misc]  # one list holds records of one kind


def drop(dossier: Dossier, name: List, record_id: str) -> Dossier:
    return _with(dossier, name, tuple(each for each in _list(dossier, name) if each.id != record_id))


def move(dossier: Dossier, name: List, record_id: str, by: int) -> Dossier:
    """The record so many places further down, or up when below zero; at the end of the list it stays there."""
    there = list(_list(dossier, name))
    at = next((place for place, each in enumerate(there) if each.id == record_id), None)
    if at is None:
        raise LookupError(record_id)
    moved = there.pop(at)
    there.insert(min(max(at + by, 0), len(there)), moved)
    return _with(dossier, name, tuple(there))


def _list(dossier: Dossier, name: List) -> tuple[Listed, ...]:
    there: tuple[Listed, ...] = getattr(dossier, name)
    return there


def _with(dossier: Dossier, name: List, records: tuple[Listed, ...]) -> Dossier:
    return msgspec.structs.replace(dossier, **{name: records})
