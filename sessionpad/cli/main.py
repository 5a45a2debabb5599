"""`sessionpad` and what all its commands share."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from keyword import iskeyword
from pathlib import Path
from typing import Final, NoReturn

import click

from sessionpad import __version__
from sessionpad.cli.context import Context
from sessionpad.cli.failures import hide_what_python_would_show, run_safely
from sessionpad.cli.speaking import Speaking, texts_of
from sessionpad.i18n.texts import N_
from sessionpad.method.language import LANGUAGES
from sessionpad.store.no_dump import forbid_core_dumps

COMMANDS: Final = {
    "init": "sessionpad.cli.vault",
    "check": "sessionpad.cli.vault",
    "backup": "sessionpad.cli.backup",
    "restore": "sessionpad.cli.versions",
    "erase": "sessionpad.cli.erase",
    "passphrase": "sessionpad.cli.keys",
    "recovery-key": "sessionpad.cli.keys",
    "demo": "sessionpad.cli.pad",
    "clients": "sessionpad.cli.clients",
    "tasks": "sessionpad.cli.clients",
    "note": "sessionpad.cli.note",
    "task": "sessionpad.cli.work",
    "score": "sessionpad.cli.work",
    "search": "sessionpad.cli.search",
    "export": "sessionpad.cli.paper",
    "import": "sessionpad.cli.moving",
    "schema": "sessionpad.cli.moving",
    "calendar": "sessionpad.cli.calendar",
    "templates": "sessionpad.cli.templates",
    "cards": "sessionpad.cli.cards",
    "keys": "sessionpad.cli.keyboard",
    "settings": "sessionpad.cli.settings",
    "paths": "sessionpad.cli.paths",
    "reframe": "sessionpad.cli.words",
    "wording": "sessionpad.cli.words",
}
"""Which module holds a command; it is loaded when the command runs."""

SUMMARIES: Final = {
    "init": N_("Make a vault."),
    "check": N_("Look whether everything can be read."),
    "backup": N_("Put the whole vault in one file, or take such a file back."),
    "restore": N_("Bring back an earlier version of a dossier."),
    "erase": N_("Erase a client for good."),
    "passphrase": N_("Change the passphrase."),
    "recovery-key": N_("Make a key that opens everything without the passphrase."),
    "demo": N_("Open the pad on fictional dossiers, in a vault that is thrown away."),
    "clients": N_("List the clients."),
    "tasks": N_("List the open tasks."),
    "note": N_("Add one dated note to a dossier."),
    "task": N_("Catch a task in one line."),
    "score": N_("Score a task: effort and result."),
    "search": N_("Look for words in the dossiers."),
    "export": N_("Make a Word document of a dossier."),
    "import": N_("Take in a dossier, notes or a table of clients from elsewhere."),
    "schema": N_("Show what a dossier looks like as JSON."),
    "calendar": N_("Make a calendar file of appointments and task days."),
    "templates": N_("Word templates: copy ours, or check your own."),
    "cards": N_("List the question cards, or check your own."),
    "keys": N_("List the keys of the pad, and check your own."),
    "settings": N_("List your settings, or choose one."),
    "paths": N_("Say where everything is kept."),
    "reframe": N_("Turn a why-question."),
    "wording": N_("Look over the wording of goals, tasks and agreements."),
}


class Commands(Speaking, click.Group):
    """Finds a command by name and loads only what that command needs, so that help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        name = cmd_name.replace("-", "_")
        command = getattr(importlib.import_module(module), f"{name}_" if iskeyword(name) else name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS:
            ctx.fail(texts_of(ctx).say(N_("There is no command {command}."), command=args[0]))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        with formatter.section("Commands"):
            formatter.write_dl([(name, SUMMARIES[name]) for name in COMMANDS])


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=N_("A calm, encrypted notepad for coaches in conversation. Without a command: open the pad."),
    epilog=N_("Example: sessionpad demo"),
)
@click.option(
    "--vault",
    type=click.Path(path_type=Path),
    envvar="SESSIONPAD_VAULT",
    metavar=N_("DIR"),
    help=N_("Where the dossiers are kept; otherwise what SESSIONPAD_VAULT says, or the usual place for data."),
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help=N_("Dutch or English; otherwise the one chosen in the pad, or that of this computer."),
)
@click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("Read the passphrase from the first line of FILE instead of asking."),
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def sessionpad(ctx: click.Context, vault: Path | None, lang: str | None, passphrase_file: Path | None) -> None:
    forbid_core_dumps()
    ctx.obj = Context(vault=vault, lang=lang, passphrase_file=passphrase_file)
    if ctx.invoked_subcommand is None:
        from sessionpad.cli.pad import open_pad  # noqa: PLC0415  only the pad needs a screen

        open_pad(ctx.obj)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The console script.

    Exit codes: 0 done, 1 not written, 2 usage, 3 locked, 4 damaged, 5 conflict, 6 busy elsewhere, 7 not found.
    """
    hide_what_python_would_show()
    sys.exit(run_safely(sessionpad, arguments))
