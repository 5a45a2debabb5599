"""Backups from the command line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sessionpad.cli.checked import problem_records, put_problems
from sessionpad.cli.context import Context
from sessionpad.cli.failures import DAMAGED
from sessionpad.cli.out import put_json, put_line, tell
from sessionpad.cli.speaking import command
from sessionpad.errors import InvalidInput
from sessionpad.i18n.moments import long_moment
from sessionpad.i18n.texts import N_

if TYPE_CHECKING:
    from sessionpad.desk.backups import Backup


@command(
    help=N_(
        "Put the whole vault in FILE, sealed as it is: one archive that the passphrase of today opens. It is read back "
        "before it counts. A folder is fine too; an earlier backup is replaced, any other file is not. "
        "Prints where it went."
    ),
    epilog=N_("Example: sessionpad backup /media/usb/sessionpad.tar"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--verify", is_flag=True, help=N_("Open everything in the backup FILE, and say what is wrong with it."))
@click.option(
    "--take-back",
    is_flag=True,
    help=N_("Add what is in the backup FILE to the earlier versions here; then restore brings it back."),
)
@click.option(
    "--unpack", is_flag=True, help=N_("Make a vault of the backup FILE, in the empty folder that --vault says.")
)
@click.option(
    "--backup-passphrase-file",
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("With --take-back: the passphrase that the vault had when the backup was made."),
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help='{"file", "made_at", "clients": int, "problems": [{"file", "kind", "text", "client"}]}',
)
@click.pass_obj
def backup(
    context: Context,
    file: Path,
    backup_passphrase_file: Path | None,
    *,
    verify: bool,
    take_back: bool,
    unpack: bool,
    as_json: bool,
) -> None:
    if verify + take_back + unpack > 1:
        raise InvalidInput("not-together", options="--verify, --take-back, --unpack")
    if verify:
        _verify(context, file, as_json=as_json)
    elif take_back:
        _take_back(context, file, backup_passphrase_file)
    elif unpack:
        _unpack(context, file)
    else:
        _make(context, file, as_json=as_json)


def _make(context: Context, file: Path, *, as_json: bool) -> None:
    door = context.vault_door()
    target = door.backups.target(file)
    made = door.backups.make(door.keys().unlock(context.passphrase()), target)
    if not as_json:
        put_line(str(made.path))
    _tell(context, made, as_json=as_json)


def _verify(context: Context, file: Path, *, as_json: bool) -> None:
    _tell(context, context.door().backups.verify(file, context.passphrase()), as_json=as_json)


def _tell(context: Context, backup: Backup, *, as_json: bool) -> None:
    texts, told = context.texts, problem_records(backup.problems, context.texts)
    if as_json:
        put_json(_record(backup, told))
    else:
        put_problems(told)
        if backup.made_at is not None:
            count = texts.count("{number} dossier", "{number} dossiers", backup.clients)
            moment = long_moment(backup.made_at.astimezone(), texts)
            tell(texts.say(N_("Backup of {moment}: {dossiers}."), moment=moment, dossiers=count))
    if told:
        raise click.exceptions.Exit(DAMAGED)


def _record(backup: Backup, told: list[Mapping[str, object]]) -> Mapping[str, object]:
    made_at = backup.made_at.isoformat() if backup.made_at else None
    return {"file": str(backup.path), "made_at": made_at, "clients": backup.clients, "problems": told}


def _take_back(context: Context, file: Path, passphrase_file: Path | None) -> None:
    texts = context.texts

    def earlier() -> str:
        return context.another_passphrase(
            passphrase_file, texts.say(N_("Passphrase of that time")), "--backup-passphrase-file"
        )

    taken = context.vault_door().backups.take_back(file, context.passphrase(), earlier)
    for code in taken.added:
        put_line(code)
    count = texts.count("{number} dossier", "{number} dossiers", len(taken.added))
    tell(texts.say(N_("Added to the earlier versions of {dossiers}: sessionpad restore CLIENT"), dossiers=count))
    for code in taken.erased:
        tell(texts.say(N_("{client} was erased according to this backup, and is erased here too."), client=code))


def _unpack(context: Context, file: Path) -> None:
    door = context.door()
    door.backups.unpack(file)
    tell(context.texts.say(N_("The vault is in {path}. Look it over with: sessionpad check"), path=door.folder))
