"""A dossier with something of its own in every field, made by walking the records, so that no field is forgotten."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from itertools import count
from typing import Any, Final, Literal, NewType, Union, get_args, get_origin, get_type_hints

import msgspec

from sessionpad.domain.dossier import Dossier

FAR: Final = date(2041, 1, 1)
"""Days that are planted come after this one: nothing else on a screen has them."""
PLAIN: Final = {str, int, float, bool, date, datetime, types.NoneType}


@dataclass
class Planted:
    """What stands where: `texts` by path, such as `tasks.text`; `days` and `numbers` too."""

    letter: str = "z"
    texts: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    """The paths of what only names another record."""
    _next: Iterator[int] = field(default_factory=lambda: count(1))

    def dossier(self, dossier_id: str) -> Dossier:
        made = self.plant(Dossier, "")
        assert isinstance(made, Dossier)
        return msgspec.structs.replace(made, id=dossier_id)

    def record(self, kind: type[Any], path: str, **fields: object) -> Any:
        """One more record of this kind; its texts are found under this path."""
        return msgspec.structs.replace(self.plant(kind, path), **fields)

    def plant(self, kind: Any, path: str) -> Any:
        """Something that fits this type."""
        if isinstance(kind, NewType):
            self.ids.add(path)
            return self.plant(kind.__supertype__, path)
        if get_origin(kind) is not None:
            return self._composed(kind, path)
        if issubclass(kind, msgspec.Struct):
            hints = get_type_hints(kind)
            names = [each.name for each in msgspec.structs.fields(kind)]
            return kind(**{name: self.plant(hints[name], f"{path}.{name}".lstrip(".")) for name in names})
        return list(kind)[-1] if issubclass(kind, Enum) else self._plain(kind, path)

    def _composed(self, kind: Any, path: str) -> Any:
        origin, parts = get_origin(kind), get_args(kind)
        if origin is Literal:
            return parts[-1]
        if origin in {Union, types.UnionType}:
            return self.plant(next(part for part in parts if part is not types.NoneType), path)
        if origin is dict:
            return {self.plant(parts[0], f"{path}.key"): self.plant(parts[1], path)}
        return origin([self.plant(parts[0], path)])

    def _plain(self, kind: Any, path: str) -> Any:
        if kind not in PLAIN:
            raise TypeError(f"nothing to plant in {path}: {kind}")
        number = next(self._next)
        if kind is str:
            self.texts[path] = f"q{self.letter}{number:03}x"
            return self.texts[path]
        if kind is bool:
            return True
        if kind in {int, float}:
            self.numbers[path] = 771_000 + number
            return kind(self.numbers[path])
        self.days[path] = FAR + timedelta(days=number)
        day = self.days[path]
        return day if kind is date else datetime(day.year, day.month, day.day, 11, 11, tzinfo=UTC)
