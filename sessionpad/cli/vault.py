"""Making a vault, and looking whether it is whole."""

from __future__ import annotations

import click

from sessionpad.cli.checked import problem_records, put_problems, setting_records
from sessionpad.cli.context import Context
from sessionpad.cli.failures import DAMAGED
from sessionpad.cli.out import put_json, put_line, tell
from sessionpad.cli.speaking import command
from sessionpad.desk.door import Checked, Stands
from sessionpad.errors import VaultUnusable
from sessionpad.i18n.moments import long_moment
from sessionpad.i18n.texts import N_, Texts


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
        "Look at every file of the vault without changing anything: is every dossier readable, when was the last "
        "backup, and can every setting be used? Exit code 0 only when all is well, 4 when something is not as it "
        "should be; each line says what can be done."
    ),
    epilog=N_("Example: sessionpad check --json"),
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help='{"ok": bool, "clients": int, "backup", "problems": [{"file", "kind", "text", "client"}]}',
)
@click.pass_obj
def check(context: Context, *, as_json: bool) -> None:
    door, texts = context.vault_door(), context.texts
    checked = door.check(context.passphrase())
    told = problem_records(checked.problems, texts) + setting_records(door.choices, texts)
    if as_json:
        backup = checked.backup.isoformat() if checked.backup else None
        put_json({"ok": not told, "clients": checked.clients, "backup": backup, "problems": told})
    else:
        put_problems(told)
        if not told:
            put_line(texts.count("{number} dossier, all well.", "{number} dossiers, all well.", checked.clients))
        tell(_of_backup(checked, texts))
    if told:
        raise click.exceptions.Exit(DAMAGED)


def _of_backup(checked: Checked, texts: Texts) -> str:
    if checked.backup is None:
        return texts.say(N_("No backup was made yet: sessionpad backup FILE"))
    return texts.say(
        N_("The last backup was made on {moment}."), moment=long_moment(checked.backup.astimezone(), texts)
    )
