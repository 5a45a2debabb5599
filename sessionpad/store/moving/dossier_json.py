"""A whole dossier as one JSON text that other programs can read too: written, described and read back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.text import clean_line, clean_text
from sessionpad.store.migrations import format_of, migrate
from sessionpad.store.moving.fault import Fault
from sessionpad.store.moving.shape import Wrong, under, wrong_in
from sessionpad.store.records import LISTS, POSITION, SINGLES
from sessionpad.store.sealed_storage import Row, Tables
from sessionpad.store.shelf import is_name

FORMAT: Final = "format"
_SCHEMA: Final = "https://json-schema.org/draft/2020-12/schema"


class Read(NamedTuple):
    dossier: Dossier | None
    faults: tuple[Fault, ...] = ()


def write_dossier(dossier: Dossier) -> bytes:
    """The dossier with the number of its format first; a field with its usual value is left out."""
    given = {FORMAT: format_of(), **msgspec.to_builtins(dossier)}
    return msgspec.json.format(msgspec.json.encode(given), indent=2) + b"\n"


def schema() -> Mapping[str, object]:
    """What `write_dossier` writes, as JSON Schema."""
    whole = msgspec.json.schema(Dossier)
    record = whole["$defs"]["Dossier"]
    record["properties"] = {FORMAT: {"const": format_of()}, **record["properties"]}
    record["required"] = [FORMAT, *record["required"]]
    return {"$schema": _SCHEMA, "title": "A dossier of sessionpad", **whole}


def read_dossier(data: bytes, file: str) -> Read:
    """The dossier in a JSON text of this format or an earlier one, or everything that is wrong with it."""
    try:
        given = _cleaned(msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf")))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _refused(file, Wrong("", "not-json"))
    number = given.pop(FORMAT, None) if isinstance(given, dict) else None
    if not isinstance(number, int) or number < 1 or not isinstance(given.get("id"), str):
        return _refused(file, Wrong("", "not-a-dossier"))
    if number > format_of():
        return _refused(file, Wrong("", "newer-format"))
    if number < format_of():
        try:
            given = _brought_up_to_date(given, number)
        except (KeyError, TypeError, AttributeError, ValueError):
            return _refused(file, Wrong("", "not-a-dossier"))
    wrong = tuple(wrong_in(given, Dossier))
    if wrong:
        return _refused(file, *wrong)
    dossier = msgspec.convert(given, Dossier)
    unsound = tuple(_unsound(dossier))
    return _refused(file, *unsound) if unsound else Read(dossier)


def _refused(file: str, *wrong: Wrong) -> Read:
    return Read(None, tuple(Fault(file=file, path=each.path, key=each.key, params=each.params) for each in wrong))


def _unsound(dossier: Dossier) -> Iterator[Wrong]:
    """What a shape does not show: records that are named twice, or name one that is not there."""
    if not is_name(dossier.id):
        yield Wrong("id", "wrong-kind", (("kind", "id"),))
    if not any(sign.isprintable() for sign in clean_line(dossier.client.code)):
        yield Wrong("client.code", "code-empty")
    if not dossier.trajectories:
        yield Wrong("trajectories", "empty")
    for name in LISTS:
        yield from _unsound_ids(name, [each.id for each in getattr(dossier, name)])
    known = {each.id for each in dossier.trajectories}
    for name in ("tasks", "sessions"):
        for number, each in enumerate(getattr(dossier, name)):
            if each.trajectory not in known:
                yield Wrong(under(name, f"{number}.trajectory"), "unknown-reference")


def _unsound_ids(name: str, ids: Sequence[str]) -> Iterator[Wrong]:
    times = Counter(ids)
    for number, each in enumerate(ids):
        if not each or times[each] > 1:
            yield Wrong(under(name, f"{number}.id"), "doubled" if each else "empty")


def _brought_up_to_date(given: Mapping[str, Any], number: int) -> dict[str, Any]:
    """What an earlier format wrote, as this one would: by way of the rows that the migrations know."""
    rows: Tables = {}
    for name, value in given.items():
        if name in LISTS:
            rows[name] = {str(place): {**each, POSITION: place} for place, each in enumerate(value, start=1)}
        elif name in SINGLES:
            rows[name] = {"1": {**value, "id": given["id"]}}
    after = migrate(rows, number)
    lists = {name: [_without(row, POSITION) for row in after[name].values()] for name in LISTS if name in after}
    singles = {name: _without(after[name]["1"], "id") for name in SINGLES if name in after}
    rest = {name: value for name, value in given.items() if name not in after}
    return {**rest, **singles, **lists}


def _without(row: Row, name: str) -> Row:
    return {key: value for key, value in row.items() if key != name}


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    return clean_text(value) if isinstance(value, str) else value
