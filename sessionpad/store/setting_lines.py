"""Where in a settings file each name stands: TOML itself forgets it. Looked up only when there is something to tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_SYNTAX_LINE = re.compile(r"line (\d+)")


@dataclass(frozen=True)
class Statement:
    """A name with its value, or the head of a table, with the lines it takes; the first line of a file is 1."""

    first: int
    last: int
    paths: tuple[tuple[str, ...], ...]
    is_head: bool = False


def statements(text: str) -> Iterator[Statement]:
    """What stands in a text that is TOML, from top to bottom: lines are taken together until they make sense."""
    under: tuple[str, ...] = ()
    lines: list[str] = []
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        lines.append(line)
        try:
            read = tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError:
            continue
        is_head = lines[0].lstrip().startswith("[")
        if read:
            paths = tuple(_paths(read))
            under = paths[-1] if is_head else under
            full = paths if is_head else tuple((*under, *path) for path in paths)
            yield Statement(number - len(lines) + 1, number, full, is_head)
        lines = []


def _paths(read: Mapping[str, object]) -> Iterator[tuple[str, ...]]:
    for name, value in read.items():
        yield (name,)
        if isinstance(value, dict):
            yield from ((name, *path) for path in _paths(value))


def lines_of(text: str) -> Mapping[tuple[str, ...], int]:
    """The line on which each name comes first, by the names on the way to it."""
    found: dict[tuple[str, ...], int] = {}
    for statement in statements(text):
        for path in statement.paths:
            found.setdefault(path, statement.first)
    return found


def line_of_mistake(error: tomllib.TOMLDecodeError, text: str) -> int:
    """Where a text stops being TOML."""
    at = _SYNTAX_LINE.search(str(error))
    return int(at[1]) if at else text.rstrip().count("\n") + 1
