"""Clients, their tasks, and a note without opening the pad."""

from __future__ import annotations

import sys

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import put_json, put_row
from sessionpad.errors import InvalidInput
from sessionpad.i18n.moments import short_moment
from sessionpad.i18n.texts import N_
from sessionpad.i18n.trajectory import weeks_of
from sessionpad.i18n.words import STATES, owner_of


@click.command(epilog="Example: sessionpad clients --json")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help='[{"id", "code", "goal", "deadline", "next", "open_tasks", "talks", "closed"}]',
)
@click.pass_obj
def clients(context: Context, *, as_json: bool) -> None:
    """List the clients: code, next appointment, time left, open tasks, goal. Names are not shown."""
    with context.desk() as desk:
        rows, now = desk.clients(), desk.now
    if as_json:
        put_json(
            [
                {
                    "id": row.id,
                    "code": row.code,
                    "goal": row.goal,
                    "deadline": row.deadline.isoformat() if row.deadline else None,
                    "next": row.next_at.isoformat() if row.next_at else None,
                    "open_tasks": row.open_tasks,
                    "talks": row.talks,
                    "closed": row.is_closed,
                }
                for row in rows
            ]
        )
        return
    texts = context.texts
    for row in rows:
        when = short_moment(row.next_at, texts, now) if row.next_at else ""
        left = texts.say(N_("closed")) if row.is_closed else weeks_of(row.deadline, now.date(), texts)
        put_row((row.code, when, left, str(row.open_tasks), row.goal))
    if not rows:
        click.echo(texts.say(N_("There are no clients yet.")), err=True)


@click.command(epilog="Example: sessionpad tasks A. --all")
@click.argument("client", required=False)
@click.option("--all", "every", is_flag=True, help="Finished and stopped tasks too.")
@click.option(
    "--json", "as_json", is_flag=True, help='[{"client", "id", "text", "owner", "person", "kind", "due", "state"}]'
)
@click.pass_obj
def tasks(context: Context, client: str | None, *, every: bool, as_json: bool) -> None:
    """List open tasks, of one CLIENT (a code, a unique name or an id) or of everyone."""
    with context.desk() as desk:
        ids = [desk.find(client)] if client else [row.id for row in desk.clients()]
        dossiers = [desk.open(each).dossier for each in ids]
    found = [(dossier, task) for dossier in dossiers for task in (dossier.tasks if every else dossier.open_tasks)]
    if as_json:
        put_json(
            [
                {
                    "client": dossier.client.code,
                    "id": task.id,
                    "text": task.text,
                    "owner": task.owner,
                    "person": task.person,
                    "kind": task.kind,
                    "due": task.due.isoformat() if task.due else None,
                    "state": task.state,
                }
                for dossier, task in found
            ]
        )
        return
    texts = context.texts
    for dossier, task in found:
        due = task.due.isoformat() if task.due else ""
        put_row((dossier.client.code, task.text, owner_of(task, texts), due, texts.say(STATES[task.state])))
    if not found:
        click.echo(texts.say(N_("There are no open tasks.")), err=True)


@click.command(epilog='Example: sessionpad note A. "belde af, nieuwe afspraak maandag"')
@click.argument("client")
@click.argument("text", nargs=-1)
@click.pass_obj
def note(context: Context, client: str, text: tuple[str, ...]) -> None:
    """Add one dated note to the dossier of CLIENT. Without TEXT it is read from standard input."""
    words = " ".join(text) if text else ("" if sys.stdin.isatty() else sys.stdin.read())
    if not words.strip():
        raise InvalidInput("text-empty")
    with context.desk(writing=True) as desk:
        pad = desk.open(desk.find(client))
        pad.add_note(words)
        pad.save()
    click.echo(context.texts.say(N_("Noted and saved.")), err=True)
