"""Old formats become the present one, in memory and in order; what was read is written anew at the next save.

A dossier of format n has had the first n - 1 migrations. Nothing is ever taken off this list or put in between.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from sessionpad.store.sealed_storage import Tables


class Migration(NamedTuple):
    name: str
    apply: Callable[[Tables], Tables]


MIGRATIONS: Final[tuple[Migration, ...]] = ()


def format_of(migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """The number of the format that is written."""
    return len(migrations) + 1


def pending(number: int, migrations: Sequence[Migration] = MIGRATIONS) -> tuple[str, ...]:
    """The names of what a dossier of this format number still has to go through; changes nothing."""
    return tuple(migration.name for migration in migrations[number - 1 :])


def migrate(tables: Tables, number: int, migrations: Sequence[Migration] = MIGRATIONS) -> Tables:
    for migration in migrations[number - 1 :]:
        tables = migration.apply(tables)
    return tables
