"""Clients and their tasks as lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from sessionpad.cli.context import Context
from sessionpad.cli.failures import DAMAGED, tell_error
from sessionpad.cli.out import plain_option, put_json, put_row, put_said, tell
from sessionpad.cli.speaking import command
from sessionpad.cli.work import put_task
from sessionpad.desk.desk import Desk
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.domain.overview import Overview
from sessionpad.domain.task import Task
from sessionpad.errors import Damaged, NotFound, SessionpadError
from sessionpad.i18n.aloud import client_aloud
from sessionpad.i18n.moments import short_moment
from sessionpad.i18n.texts import N_
from sessionpad.i18n.trajectory import weeks_of


@command(
    help=N_(
        "List the clients: code, next appointment, time left, open tasks, goal. Names are not shown. "
        "A dossier that cannot be read is named, and makes the exit code 4."
    ),
    epilog=N_("Example: sessionpad clients --json"),
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help='[{"id", "code", "goal", "deadline", "next", "open_tasks", "talks", "closed"}]',
)
@plain_option
@click.pass_obj
def clients(context: Context, *, as_json: bool, plain: bool) -> None:
    with context.desk() as desk:
        rows, now, damage = desk.clients(), desk.now, desk.distrusted()
    if as_json:
        put_json([_client_record(row) for row in rows])
    else:
        texts = context.texts
        for row in rows:
            if plain:
                put_said(client_aloud(row, texts, now))
                continue
            when = short_moment(row.next_at, texts, now) if row.next_at else ""
            left = texts.say(N_("closed")) if row.is_closed else weeks_of(row.deadline, now.date(), texts)
            put_row((row.code, when, left, str(row.open_tasks), row.goal))
        if not rows and not damage:
            tell(texts.say(N_("There are no clients yet.")))
    _end(context, damage, rows)


def _client_record(row: Overview) -> Mapping[str, object]:
    return {
        "id": row.id,
        "code": row.code,
        "goal": row.goal,
        "deadline": row.deadline.isoformat() if row.deadline else None,
        "next": row.next_at.isoformat() if row.next_at else None,
        "open_tasks": row.open_tasks,
        "talks": row.talks,
        "closed": row.is_closed,
    }


@command(
    help=N_(
        "List the open tasks, of one CLIENT (a code, a name that only one has, or an id) or of everyone: "
        "client, task, who, when, state, number."
    ),
    epilog=N_("Example: sessionpad tasks A. --all"),
)
@click.argument("client", required=False)
@click.option("--all", "every", is_flag=True, help=N_("Finished tasks and tasks let go too."))
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help='[{"client", "id", "text", "owner", "person", "kind", "due", "state", "number"}]',
)
@plain_option
@click.pass_obj
def tasks(context: Context, client: str | None, *, every: bool, as_json: bool, plain: bool) -> None:
    from sessionpad.desk.numbers import numbered  # noqa: PLC0415  help needs no desk

    with context.desk() as desk:
        rows = desk.clients()
        if client is not None:
            dossiers, damage = [desk.open(desk.find(client)).dossier], dict[DossierId, SessionpadError]()
        else:
            dossiers, damage = _readable(desk, rows)
    found = [(dossier, number, task) for dossier in dossiers for number, task in numbered(dossier, every=every)]
    if as_json:
        put_json([_task_record(dossier, number, task) for dossier, number, task in found])
    else:
        texts = context.texts
        for dossier, _, task in found:
            put_task(dossier, task, texts, plain=plain)
        if not found and not damage:
            tell(texts.say(N_("There are no open tasks.")))
    _end(context, damage, rows)


def _task_record(dossier: Dossier, number: int, task: Task) -> Mapping[str, object]:
    return {
        "client": dossier.client.code,
        "id": task.id,
        "text": task.text,
        "owner": task.owner,
        "person": task.person,
        "kind": task.kind,
        "due": task.due.isoformat() if task.due else None,
        "state": task.state,
        "number": number,
    }


def _readable(desk: Desk, rows: Sequence[Overview]) -> tuple[list[Dossier], dict[DossierId, SessionpadError]]:
    """Every dossier that can be read, and what is wrong with the others."""
    dossiers, damage = [], dict(desk.distrusted())
    for row in rows:
        if row.id not in damage:
            try:
                dossiers.append(desk.open(row.id).dossier)
            except (Damaged, NotFound) as error:
                damage[row.id] = error
    return dossiers, damage


def _end(context: Context, damage: Mapping[DossierId, SessionpadError], rows: Sequence[Overview]) -> None:
    """Nothing is left out of a list in silence."""
    codes = {row.id: row.code for row in rows}
    for dossier_id, error in damage.items():
        tell_error(error, context.texts, about=codes.get(dossier_id, ""))
    if damage:
        raise click.exceptions.Exit(DAMAGED)
