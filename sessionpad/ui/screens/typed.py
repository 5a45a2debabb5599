"""Values as they are typed in one line of a form, and as they can be read back."""

from __future__ import annotations

from datetime import date
from typing import Final

LONGEST_COUNT: Final = 3
"""Figures in a number of talks."""


def typed_date(day: date | None) -> str:
    """A date in a form that can be read back."""
    return f"{day:%d-%m}-{day.year:04}" if day else ""


def dates_in(value: str) -> list[str]:
    """The parts of a list, as they were typed."""
    return [part.strip() for part in value.replace(";", ",").split(",") if part.strip()]


def names_typed(value: str) -> tuple[str, ...]:
    """The names of a list, each once."""
    return tuple(dict.fromkeys(dates_in(value)))


def is_count(value: str) -> bool:
    """Nothing, or a number that can be one of talks."""
    return not value or (value.isascii() and value.isdigit() and len(value) <= LONGEST_COUNT and int(value) > 0)
