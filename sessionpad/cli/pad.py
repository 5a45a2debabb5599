"""Opening the pad, on a vault or on the demo."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import tell
from sessionpad.cli.speaking import command
from sessionpad.desk.door import DEMO_PASSPHRASE, DemoDoor, Door, Stands, fill_with_demo
from sessionpad.errors import Locked
from sessionpad.i18n.texts import N_

if TYPE_CHECKING:
    from sessionpad.desk.desk import Desk
    from sessionpad.desk.door import Entrance


def open_pad(context: Context) -> None:
    """The pad on the vault; makes one the first time."""
    _expect_terminal()
    door = context.door()
    if context.passphrase_file is None or door.stands is Stands.NEW:
        _show(context, door)
    else:
        _show(context, door, desk=_unlocked(door, context.passphrase()))


def _unlocked(door: Door, passphrase: str) -> Desk:
    """The desk; while the key is being made in a process of its own, what is needed to draw is loaded."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  only where there is something to wait for

    from sessionpad.ui.launch import load  # noqa: PLC0415  Textual is loaded only for a screen

    with ThreadPoolExecutor(1) as aside:
        proved = aside.submit(door.prove, passphrase, in_child=True)
        load()
        return door.open(proved.result())


@command(
    help=N_("Open the pad on fictional dossiers, in a vault that is thrown away."),
    epilog=N_("Example: sessionpad --lang nl demo"),
)
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    metavar=N_("DIR"),
    help=N_("Write the demo vault to DIR instead of opening it (passphrase: demo)."),
)
@click.pass_obj
def demo(context: Context, keep: Path | None) -> None:
    if keep is None:
        _expect_terminal()
        door = DemoDoor(context.language)
        _show(context, door, desk=door.enter())
        return
    desk = Door(keep).create(DEMO_PASSPHRASE, short_is_fine=True)
    try:
        fill_with_demo(desk, context.language)
    finally:
        desk.close()
    tell(context.texts.say(N_("The demo vault is in {path}; its passphrase is: demo"), path=keep))


def _expect_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Locked("terminal-needed")


def _show(context: Context, door: Entrance, *, desk: Desk | None = None) -> None:
    from sessionpad.ui.launch import launch  # noqa: PLC0415  Textual is loaded only for a screen

    code = launch(context.texts, desk=desk, door=door)
    if code:
        raise click.exceptions.Exit(code)
