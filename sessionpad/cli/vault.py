"""Making a vault, and looking whether it is whole."""

from __future__ import annotations

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import put_json
from sessionpad.errors import NotFound, VaultUnusable
from sessionpad.i18n.problems import problem_sentence
from sessionpad.i18n.texts import N_

DAMAGED = 4


@click.command(epilog="Example: sessionpad --vault ~/dossiers init")
@click.pass_obj
def init(context: Context) -> None:
    """Make a vault. Asks for a passphrase twice, or reads it from --passphrase-file."""
    from sessionpad.desk.door import Door, Stands  # noqa: PLC0415  help needs no desk

    door = Door(context.vault)
    if door.stands is Stands.LOCKED:
        raise VaultUnusable("exists", path=str(door.folder))
    door.create(context.passphrase(twice=True)).close()
    click.echo(
        context.texts.say(N_("The vault is in {path}. Read RECOVERY.txt there, and print it."), path=door.folder),
        err=True,
    )


@click.command(epilog="Example: sessionpad check --json")
@click.option(
    "--json", "as_json", is_flag=True, help='{"ok": bool, "clients": int, "problems": [{"file", "kind", "text"}]}'
)
@click.pass_obj
def check(context: Context, *, as_json: bool) -> None:
    """Is every dossier readable? Exit code 0 only when all is well, 4 when something is damaged."""
    from sessionpad.desk.door import Door, Stands  # noqa: PLC0415  help needs no desk

    door = Door(context.vault)
    if door.stands is Stands.NEW:
        raise NotFound("vault")
    checked = door.check(context.passphrase())
    problems, count = checked.problems, checked.clients
    told = [
        {"file": each.file, "kind": each.kind, "text": problem_sentence(each.kind, context.texts)} for each in problems
    ]
    if as_json:
        put_json({"ok": not problems, "clients": count, "problems": told})
    else:
        for each in told:
            click.echo(f"{each['file']}: {each['text']}")
        if not problems:
            click.echo(context.texts.count("{number} dossier, all well.", "{number} dossiers, all well.", count))
    if problems:
        raise click.exceptions.Exit(DAMAGED)
