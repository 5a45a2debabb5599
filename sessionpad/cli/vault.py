"""Making a vault, and looking whether it is whole."""

from __future__ import annotations

import click

from sessionpad.cli.context import Context
from sessionpad.cli.failures import DAMAGED
from sessionpad.cli.out import put_json, put_line, tell
from sessionpad.cli.speaking import command
from sessionpad.desk.door import Stands
from sessionpad.errors import VaultUnusable
from sessionpad.i18n.problems import problem_sentence
from sessionpad.i18n.texts import N_


@command(
    help=N_("Make a vault. Asks for a passphrase twice, or reads it from --passphrase-file."),
    epilog=N_("Example: sessionpad --vault ~/dossiers init"),
)
@click.pass_obj
def init(context: Context) -> None:
    door = context.door()
    if door.stands is Stands.LOCKED:
        raise VaultUnusable("exists", path=str(door.folder))
    door.create(context.passphrase(twice=True)).close()
    tell(context.texts.say(N_("The vault is in {path}. Read RECOVERY.txt there, and print it."), path=door.folder))


@command(
    help=N_(
        "Look at every file of the vault without changing anything: is every dossier readable? "
        "Exit code 0 only when all is well, 4 when something is not as it should be."
    ),
    epilog=N_("Example: sessionpad check --json"),
)
@click.option(
    "--json", "as_json", is_flag=True, help='{"ok": bool, "clients": int, "problems": [{"file", "kind", "text"}]}'
)
@click.pass_obj
def check(context: Context, *, as_json: bool) -> None:
    checked, texts = context.vault_door().check(context.passphrase()), context.texts
    told = [
        {"file": each.file, "kind": each.kind, "text": problem_sentence(each.kind, texts)} for each in checked.problems
    ]
    if as_json:
        put_json({"ok": not told, "clients": checked.clients, "problems": told})
    else:
        for each in told:
            put_line(f"{each['file']}: {each['text']}")
        if not told:
            put_line(texts.count("{number} dossier, all well.", "{number} dossiers, all well.", checked.clients))
    if told:
        raise click.exceptions.Exit(DAMAGED)
