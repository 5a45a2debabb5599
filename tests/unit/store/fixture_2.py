"""What is in the vault of format 2 that is kept beside this module, with something in every field of that format.

It is made with `python -m tests.unit.store.fixture_2 FOLDER`, and never again once that format is released: a later
format has a module and a vault of its own. The values come from the types, so that no field is forgotten.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import count
from pathlib import Path
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import TrajectoryId
from sessionpad.domain.notes import NoteLine
from sessionpad.domain.trajectory import Trajectory
from sessionpad.errors import Conflict
from sessionpad.store.identity import Identity, protect
from sessionpad.store.vault import Vault, lay_vault, open_vault
from tests.unit.store.conftest import Clock
from tests.unit.store.fixture_1 import AT, BARE, FULL, GONE, ODD, PASSPHRASE, REASON

__all__ = ["AT", "BARE", "FULL", "GONE", "PASSPHRASE", "REASON", "bare_dossier", "full_dossier"]

ROWS: Final = 2
"""How many records a list has."""


def full_dossier(word: str = "laatste") -> Dossier:
    """Every field says something; `word` stands at the end of the notes."""
    made: Dossier = msgspec.structs.replace(_made(Dossier, count(1)), id=FULL)
    last = made.sessions[-1]
    noted = msgspec.structs.replace(last, notes=(*last.notes, NoteLine(at=AT, text=word)))
    return msgspec.structs.replace(made, sessions=(*made.sessions[:-1], noted))


def bare_dossier() -> Dossier:
    """Nothing but what must be there."""
    trajectory = Trajectory(id=TrajectoryId("b-t1"), started=AT.date())
    return Dossier(id=BARE, client=Client(code="Eik"), trajectories=(trajectory,))


def _made(kind: Any, numbers: Iterator[int]) -> Any:
    """A value of this type that differs from the usual one."""
    hints, values = get_type_hints(kind), {}
    for field in msgspec.structs.fields(kind):
        usual = field.default if field.default is not msgspec.NODEFAULT else None
        values[field.name] = _value(hints[field.name], usual, numbers)
    return kind(**values)


def _value(hint: Any, usual: Any, numbers: Iterator[int]) -> Any:
    number = next(numbers)
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], None, numbers) for _ in range(ROWS))
    if get_origin(hint) in {Union, types.UnionType}:
        return _value(next(each for each in get_args(hint) if each is not type(None)), usual, numbers)
    if get_origin(hint) is Literal:
        return get_args(hint)[number % len(get_args(hint))]
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return _made(hint, numbers)
    if isinstance(hint, type) and issubclass(hint, Enum):
        others = [each for each in hint if each is not usual]
        return others[number % len(others)]
    simple = {
        bool: not usual,
        int: 1 + number % 10,
        datetime: AT + timedelta(minutes=number),
        date: date(2026, 1, 5) + timedelta(days=number),
    }
    return simple.get(hint, f"{number} {ODD}")


def write_fixture(folder: Path) -> None:
    """A vault with a full and a bare dossier, one of each kind of version, and someone who was erased."""
    identity, clock = Identity.generate(), Clock(AT)
    lay_vault(folder, identity, protect(identity, PASSPHRASE))
    vault = open_vault(folder, identity, program="fixture", clock=clock)
    vault.repository.save(full_dossier("eerste"))
    vault.repository.start_version(FULL, clock.move(days=1))
    vault.repository.save(full_dossier("tweede"))
    clock.move(days=1)
    vault.repository.save(bare_dossier())
    vault.repository.save(msgspec.structs.replace(bare_dossier(), id=GONE))
    vault.repository.erase(GONE, at=clock(), reason=REASON)
    vault.repository.save(full_dossier())
    _conflict(vault)
    vault.close()


def _conflict(vault: Vault) -> None:
    """Text that could not be saved, because another program had saved before it."""
    try:
        vault.repository.save(full_dossier("wat er niet in kon"), expected=1)
    except Conflict:
        return
    raise AssertionError("there was no conflict")


if __name__ == "__main__":
    write_fixture(Path(sys.argv[1]))
