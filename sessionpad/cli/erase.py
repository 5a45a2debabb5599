"""Erasing a client for good."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import put_json, tell
from sessionpad.cli.passphrase import ask_line
from sessionpad.cli.speaking import command
from sessionpad.errors import InvalidInput
from sessionpad.i18n.texts import N_

if TYPE_CHECKING:
    from sessionpad.desk.past import Past


@command(
    help=N_(
        "Erase the dossier of CLIENT (a code, a name that only one has, or an id) with every earlier version. "
        "This cannot be undone. On a terminal the code or name is asked to confirm; a script gives --yes-erase. "
        "What stays is the id, the date and the reason, so that a backup cannot bring the client back. "
        "Backups and documents that were made before are not touched."
    ),
    epilog=N_('Example: sessionpad erase A. --reason "retention period is over"'),
)
@click.argument("client")
@click.option("--yes-erase", metavar=N_("CODE"), help=N_("Confirm with the code, the name or the id, without asking."))
@click.option("--reason", default="", metavar=N_("TEXT"), help=N_("Why, in words that say nothing about the client."))
@click.option("--dry-run", is_flag=True, help=N_("Only say what would be erased."))
@click.option("--json", "as_json", is_flag=True, help='{"id", "code", "versions": int, "erased": bool}')
@click.pass_obj
def erase(context: Context, client: str, yes_erase: str | None, reason: str, *, dry_run: bool, as_json: bool) -> None:
    if yes_erase is None and not dry_run and not sys.stdin.isatty():
        raise InvalidInput("erase-unconfirmed")
    with context.desk(writing=not dry_run) as desk:
        past = desk.past(desk.find(client))
        record = _record(past, erased=not dry_run)
        _say_what(context, past)
        if not dry_run:
            past.erase(_confirmed(context) if yes_erase is None else yes_erase, reason)
            tell(context.texts.say(N_("Erased. Backups and documents made before are still where you put them.")))
    if as_json:
        put_json(record)


def _say_what(context: Context, past: Past) -> None:
    texts, count = context.texts, past.count()
    code = past.row.code if past.row is not None else past.dossier_id
    versions = texts.count("{number} earlier version", "{number} earlier versions", count)
    tell(texts.say(N_("To be erased: the dossier of {client}, and {versions}."), client=code, versions=versions))


def _confirmed(context: Context) -> str:
    return ask_line(context.texts.say(N_("Type the code or the name of this client to erase it for good")))


def _record(past: Past, *, erased: bool) -> Mapping[str, object]:
    code = past.row.code if past.row is not None else ""
    return {"id": past.dossier_id, "code": code, "versions": past.count(), "erased": erased}
