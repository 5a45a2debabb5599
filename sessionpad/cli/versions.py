"""The way back to an earlier version of a dossier."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from sessionpad.cli.checked import client_word
from sessionpad.cli.context import Context
from sessionpad.cli.failures import tell_error
from sessionpad.cli.out import put_json, put_row, tell
from sessionpad.cli.speaking import command
from sessionpad.errors import InvalidInput, NotFound
from sessionpad.i18n.texts import N_
from sessionpad.i18n.versions import kind_of_version, long_moment_of_version, moment_of_version

if TYPE_CHECKING:
    from sessionpad.desk.desk import Desk
    from sessionpad.desk.past import Past
    from sessionpad.store.versions import VersionInfo


@command(
    help=N_(
        "Bring back an earlier version of the dossier of CLIENT (a code, a name that only one has, or an id). "
        "Without --version: list the versions that can be read, newest first: name, moment, revision, why it was kept. "
        "What is replaced is kept as a version itself."
    ),
    epilog=N_("Example: sessionpad restore A. --version newest"),
)
@click.argument("client")
@click.option(
    "--version",
    "version",
    metavar=N_("VERSION"),
    help=N_("Bring this one back: the beginning of its name, or the word newest."),
)
@click.option(
    "--discard",
    metavar=N_("VERSION"),
    help=N_("Throw away what could not be saved or read and waits to be looked at."),
)
@click.option("--json", "as_json", is_flag=True, help='[{"version", "at", "revision", "kind"}]')
@click.pass_obj
def restore(context: Context, client: str, version: str | None, discard: str | None, *, as_json: bool) -> None:
    if version is not None and discard is not None:
        raise InvalidInput("not-together", options="--version, --discard")
    with context.desk(writing=version is not None or discard is not None) as desk:
        past = desk.past(desk.find(client))
        if version is not None:
            _bring_back(context, desk, past, version)
        elif discard is not None:
            gone = past.let_go(discard)
            tell(context.texts.say(N_("{version} is gone."), version=gone.id))
        else:
            _list(context, desk, past, as_json=as_json)


def _bring_back(context: Context, desk: Desk, past: Past, version: str) -> None:
    restored = past.restore(past.find(version))
    moment = long_moment_of_version(restored.version.at, context.texts, desk.now)
    tell(context.texts.say(N_("The version of {moment} is back. What it replaced is kept."), moment=moment))


def _list(context: Context, desk: Desk, past: Past, *, as_json: bool) -> None:
    texts, trouble, versions = context.texts, past.trouble, past.versions()
    code = past.row.code if past.row is not None else ""
    if trouble is not None:
        tell_error(trouble, texts, about=code)
    if trouble is not None and not versions:
        raise NotFound("version-none")
    if as_json:
        put_json([_record(each) for each in versions])
        return
    for each in versions:
        moment = moment_of_version(each.at, texts, desk.now)
        put_row((each.id, moment, str(each.revision), kind_of_version(each.kind, texts)))
    if not versions:
        tell(texts.say(N_("There are no earlier versions yet.")))
    elif any(each.is_own_past for each in versions):
        word = client_word(code, past.dossier_id)
        tell(texts.say(N_("Bring the newest back with: sessionpad restore {client} --version newest"), client=word))


def _record(version: VersionInfo) -> Mapping[str, object]:
    return {
        "version": version.id,
        "at": version.at.isoformat(),
        "revision": version.revision,
        "kind": version.kind,
    }
