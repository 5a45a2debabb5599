"""Opening the pad, on a vault or on the demo."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sessionpad.cli.context import Context
from sessionpad.errors import Locked
from sessionpad.i18n.texts import N_

if TYPE_CHECKING:
    from sessionpad.desk.desk import Desk
    from sessionpad.desk.door import Door

DEMO_PASSPHRASE = "demo"  # noqa: S105  it guards fictional people


def open_pad(context: Context) -> None:
    """The pad on the vault; makes one the first time."""
    from sessionpad.desk.door import Door, Stands  # noqa: PLC0415  help needs no desk

    door = Door(context.vault)
    if context.passphrase_file is not None and door.stands is Stands.LOCKED:
        desk = door.unlock(context.passphrase())
        try:
            _show(context, desk=desk)
        finally:
            desk.close()
        return
    _show(context, door=door)


@click.command(epilog="Example: sessionpad --lang nl demo")
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write the demo vault to DIR instead of opening it (passphrase: demo).",
)
@click.pass_obj
def demo(context: Context, keep: Path | None) -> None:
    """Open the pad on fictional dossiers, in a vault that is thrown away."""
    from sessionpad.desk.door import Door, demo_desk, fill_with_demo  # noqa: PLC0415  help needs no desk

    if keep is None:
        _show(context, desk=demo_desk(context.language))
        return
    desk = Door(keep).create(DEMO_PASSPHRASE, short_is_fine=True)
    try:
        fill_with_demo(desk, context.language)
    finally:
        desk.close()
    click.echo(context.texts.say(N_("The demo vault is in {path}; its passphrase is: demo"), path=keep), err=True)


def _show(context: Context, *, desk: Desk | None = None, door: Door | None = None) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Locked("terminal-needed")
    from sessionpad.ui.launch import launch  # noqa: PLC0415  Textual is loaded only for a screen

    code = launch(context.texts, desk=desk, door=door)
    if code:
        raise click.exceptions.Exit(code)
