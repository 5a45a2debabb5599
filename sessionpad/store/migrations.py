"""Old formats become the present one, in memory and in order; what was read is written anew at the next save.

A dossier of format n has had the first n - 1 migrations. Nothing is ever taken off this list or put in between.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from sessionpad.store.sealed_storage import Row, Tables


class Migration(NamedTuple):
    name: str
    apply: Callable[[Tables], Tables]


def _whole_agreements(tables: Tables) -> Tables:
    """An agreement named a trajectory and tasks; now it holds them, with the client, as they are at this moment.

    A trajectory says where its goal stands, which could only be guessed from the rest before.
    """
    trajectories = {row["id"]: _bare(row) for row in tables.get("trajectories", {}).values()}
    tasks = {row["id"]: _bare(row) for row in tables.get("tasks", {}).values()}
    clients = list(tables.get("client", {}).values())
    client = {name: value for name, value in clients[0].items() if name != "id"} if clients else {}
    whole = {
        number: _whole_agreement(row, trajectories[row["trajectory"]], tasks, client)
        for number, row in tables.get("agreements", {}).items()
    }
    agreed = {row["trajectory"] for row in tables.get("agreements", {}).values()}
    stand = {
        number: {**row, "state": _state(row, agreed=row["id"] in agreed)}
        for number, row in tables.get("trajectories", {}).items()
    }
    return {**tables, "trajectories": stand, "agreements": whole}


def _state(trajectory: Row, *, agreed: bool) -> str:
    if trajectory.get("closed_on") is not None:
        ends = {"solved": "reached", "eased": "eased", "eased-for-now": "eased"}
        return ends.get(str(trajectory.get("result")), "closed")
    if not agreed:
        return "draft"
    return "running" if "execution" in trajectory.get("phases", ()) else "agreed"


def _whole_agreement(row: Row, trajectory: Row, tasks: Mapping[str, Row], client: Row) -> Row:
    terms = {name: row[name] for name in _TERMS if name in row}
    started = row.get("period_from") or trajectory["started"]
    named = [tasks[each] for each in row.get("tasks", ()) if each in tasks]
    kept: Row = {name: row[name] for name in _KEPT if name in row}
    about = {name: trajectory[name] for name in ("id", "previous") if name in trajectory}
    return {**kept, "terms": {**about, **terms, "started": started, "phases": []}, "client": client, "tasks": named}


def _bare(row: Row) -> Row:
    """A record without its place in the list."""
    return {name: value for name, value in row.items() if name != "position"}


_TERMS: Final = ("problem", "goal", "talks", "evaluations", "fallback", "form", "title")
_KEPT: Final = ("id", "number", "made_on", "signed_on", "position")

MIGRATIONS: Final[tuple[Migration, ...]] = (Migration("whole-agreements", _whole_agreements),)


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
