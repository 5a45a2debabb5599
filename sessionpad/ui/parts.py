"""The parts of a record as fields of a form: how each is asked for, shown, and read back from what was filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from sessionpad.i18n.texts import N_, Texts
from sessionpad.method.dates import read_date, read_past_date
from sessionpad.ui.screens.typed import dates_in, typed_date
from sessionpad.ui.widgets.choice import Choice, names_in, one_of, picked, some_of
from sessionpad.ui.widgets.field import Entry, Field
from sessionpad.ui.widgets.read_field import DateField, DatesField, NumberField, read_number

Today = Callable[[], date]

YES: Final = {"yes": N_("yes")}


@dataclass(frozen=True)
class Part:
    """One part: the name of the field in the record, and what it is called on the screen."""

    key: str
    name: str
    always = False
    """Whether the record always has one: an emptied field makes it what a new record has."""

    def entry(self, texts: Texts, today: Today) -> Entry:
        """An empty field for it."""
        raise NotImplementedError

    def shown(self, value: Any) -> str:
        """What the field shows for this value."""
        raise NotImplementedError

    def read(self, typed: str, today: Today) -> Any:
        """The value of what was filled in."""
        raise NotImplementedError


@dataclass(frozen=True)
class Text(Part):
    lines: int = 1

    def entry(self, texts: Texts, today: Today) -> Entry:  # noqa: ARG002  some parts know the day
        return Field(texts, self.key, self.name, lines=self.lines)

    def shown(self, value: Any) -> str:
        return str(value)

    def read(self, typed: str, today: Today) -> str:  # noqa: ARG002  idem
        return typed


@dataclass(frozen=True)
class Day(Part):
    always: bool = False
    past: bool = False
    """Whether it is about a day that was: "vr" is then the last Friday."""

    @property
    def _reading(self) -> Callable[[str, date], date | None]:
        return read_past_date if self.past else read_date

    def entry(self, texts: Texts, today: Today) -> Entry:
        return DateField(texts, self.key, self.name, today=today, reading=self._reading)

    def shown(self, value: Any) -> str:
        return typed_date(value)

    def read(self, typed: str, today: Today) -> date | None:
        return self._reading(typed.strip(), today()) if typed.strip() else None


@dataclass(frozen=True)
class Days(Part):
    """Several days, with commas between them."""

    def entry(self, texts: Texts, today: Today) -> Entry:
        return DatesField(texts, self.key, self.name, today=today)

    def shown(self, value: Any) -> str:
        return ", ".join(map(typed_date, value))

    def read(self, typed: str, today: Today) -> tuple[date, ...]:
        days = (read_date(part, today()) for part in dates_in(typed))
        return tuple(sorted({day for day in days if day is not None}))


@dataclass(frozen=True)
class Figure(Part):
    """A whole number, or nothing."""

    least: int = 0
    most: int = 10

    def entry(self, texts: Texts, today: Today) -> Entry:  # noqa: ARG002  some parts know the day
        return NumberField(texts, self.key, self.name, least=self.least, most=self.most)

    def shown(self, value: Any) -> str:
        return "" if value is None else str(value)

    def read(self, typed: str, today: Today) -> int | None:  # noqa: ARG002  idem
        return read_number(typed, self.least, self.most)


@dataclass(frozen=True)
class Pick(Part):
    """One of a table, or none; `usual` stands for none where the record always has one."""

    words: Mapping[Any, str]
    kind: type[StrEnum]
    usual: StrEnum | None = None

    def entry(self, texts: Texts, today: Today) -> Entry:  # noqa: ARG002  some parts know the day
        return Choice(texts, self.key, self.name, self.words)

    def shown(self, value: Any) -> str:
        return str(value) if value is not None else ""

    def read(self, typed: str, today: Today) -> StrEnum | None:  # noqa: ARG002  idem
        return one_of(self.kind, typed) or self.usual


@dataclass(frozen=True)
class Picks(Part):
    """Several of a table."""

    words: Mapping[Any, str]
    kind: type[StrEnum]

    def entry(self, texts: Texts, today: Today) -> Entry:  # noqa: ARG002  some parts know the day
        return Choice(texts, self.key, self.name, self.words, several=True)

    def shown(self, value: Any) -> str:
        return picked(map(str, value))

    def read(self, typed: str, today: Today) -> tuple[StrEnum, ...]:  # noqa: ARG002  idem
        return some_of(self.kind, typed)


@dataclass(frozen=True)
class Named(Part):
    """One of a table, or a word of one's own."""

    words: Mapping[Any, str]

    def entry(self, texts: Texts, today: Today) -> Entry:  # noqa: ARG002  some parts know the day
        return Choice(texts, self.key, self.name, self.words)

    def shown(self, value: Any) -> str:
        return str(value)

    def read(self, typed: str, today: Today) -> str:  # noqa: ARG002  idem
        return next(iter(names_in(typed)), "")


@dataclass(frozen=True)
class Yes(Part):
    """Yes, or not."""

    def entry(self, texts: Texts, today: Today) -> Entry:  # noqa: ARG002  some parts know the day
        return Choice(texts, self.key, self.name, YES)

    def shown(self, value: Any) -> str:
        return "yes" if value else ""

    def read(self, typed: str, today: Today) -> bool:  # noqa: ARG002  idem
        return bool(typed)


Parts = Sequence[Part]


def entries(parts: Iterable[Part], texts: Texts, today: Today) -> Iterable[Entry]:
    return (part.entry(texts, today) for part in parts)


def shown(parts: Iterable[Part], record: Any) -> dict[str, str]:
    """What the fields show for this record."""
    return {part.key: part.shown(getattr(record, part.key)) for part in parts}


def part_of(parts: Iterable[Part], key: str) -> Part:
    return next(each for each in parts if each.key == key)
