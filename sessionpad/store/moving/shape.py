"""Whether what was read has the shape of a record: every place where it has not, and never what stands there."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, Final, Literal, NamedTuple, Union, get_args, get_origin

import msgspec

from sessionpad.domain.text import clean_line

_LONGEST_NAME: Final = 40
_KINDS: Final[Mapping[Any, str]] = {
    str: "text",
    int: "number",
    bool: "yes-or-no",
    date: "day",
    datetime: "moment",
}


class Wrong(NamedTuple):
    path: str
    key: str
    params: tuple[tuple[str, str | int], ...] = ()


def wrong_in(value: Any, kind: Any, path: str = "") -> Iterator[Wrong]:
    """Every place under this one where the value is not of the kind.

    Args:
        value: what JSON gave.
        kind: a record, or the annotation of one of its fields.
        path: where it stands.
    """
    kind = _bare(kind, value)
    if _is_record(kind) and isinstance(value, dict):
        yield from _wrong_in_record(value, kind, path)
    elif get_origin(kind) is tuple and isinstance(value, list):
        for number, each in enumerate(value):
            yield from wrong_in(each, get_args(kind)[0], under(path, str(number)))
    else:
        yield from _wrong_alone(value, kind, path)


def under(path: str, name: str) -> str:
    """The path of what stands under this one."""
    return f"{path}.{name}" if path else name


def _wrong_in_record(value: Mapping[str, Any], kind: Any, path: str) -> Iterator[Wrong]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for name in value:
        if name not in fields:
            yield Wrong(under(path, clean_line(str(name))[:_LONGEST_NAME]), "unknown-field")
    for name, field in fields.items():
        if name in value:
            yield from wrong_in(value[name], field.type, under(path, name))
        elif field.required:
            yield Wrong(under(path, name), "missing")


def _wrong_alone(value: Any, kind: Any, path: str) -> Iterator[Wrong]:
    try:
        read = msgspec.convert(value, kind)
    except msgspec.ValidationError:
        choices = _choices(kind)
        if choices:
            yield Wrong(path, "not-one-of", (("choices", ", ".join(choices)),))
        else:
            yield Wrong(path, "wrong-kind", (("kind", _KINDS.get(kind, _shape(kind))),))
        return
    if isinstance(read, datetime) and read.tzinfo is None:
        yield Wrong(path, "no-zone")


def _bare(kind: Any, value: Any) -> Any:
    """What is behind a name for a type; of what may be nothing, the rest when there is something."""
    while hasattr(kind, "__supertype__"):
        kind = kind.__supertype__
    parts = [each for each in get_args(kind) if each is not type(None)]
    if get_origin(kind) in {Union, types.UnionType} and value is not None and len(parts) == 1:
        return _bare(parts[0], value)
    return kind


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _choices(kind: Any) -> list[str]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [str(each.value) for each in kind]
    parts = [part for each in get_args(kind) for part in (get_args(each) if get_origin(each) is Literal else (each,))]
    return [str(each) for each in parts] if get_origin(kind) is Literal else []


def _shape(kind: Any) -> str:
    return "list" if get_origin(kind) is tuple else "record" if _is_record(kind) else "text"
