"""The passphrase and the recovery key."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import Counter, put_line, tell
from sessionpad.cli.passphrase import ask_passphrase, read_text
from sessionpad.cli.speaking import command
from sessionpad.errors import InvalidInput, StorageFailed
from sessionpad.i18n.texts import N_


@command(
    help=N_(
        "Change the passphrase: asks for the present one once and for the new one twice. "
        "Backups that were made before still open with the passphrase of that time. "
        "With a recovery key a forgotten passphrase, or a damaged key file, is replaced."
    ),
    epilog=N_("Example: sessionpad passphrase"),
)
@click.option(
    "--new-passphrase-file",
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("Read the new passphrase from the first line of FILE instead of asking."),
)
@click.option(
    "--recovery-key-file",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar=N_("FILE"),
    help=N_("Instead of the present passphrase: the recovery key in FILE, or - to type it or to read standard input."),
)
@click.option(
    "--new-key",
    is_flag=True,
    help=N_("Seal everything for a new key as well: for when someone else may know the present passphrase."),
)
@click.pass_obj
def passphrase(
    context: Context, new_passphrase_file: Path | None, recovery_key_file: Path | None, *, new_key: bool
) -> None:
    if new_key and recovery_key_file is not None:
        raise InvalidInput("not-together", options="--new-key, --recovery-key-file")
    texts, counter = context.texts, Counter(context.texts)
    keys = context.vault_door().keys(counter.tell)

    def new() -> str:
        question = texts.say(N_("New passphrase"))
        return context.another_passphrase(new_passphrase_file, question, "--new-passphrase-file", twice=True)

    if recovery_key_file is not None:
        keys.recover(_key_text(context, recovery_key_file), str(recovery_key_file), new)
    else:
        keys.change_passphrase(keys.unlock(context.passphrase()), new(), new_key=new_key)
    counter.end()
    tell(texts.say(N_("The passphrase is changed. Make a new backup: older ones open with the passphrase of then.")))


def _key_text(context: Context, file: Path) -> str:
    if str(file) != "-":
        return read_text(file)
    if sys.stdin.isatty():
        return ask_passphrase(context.texts.say(N_("Recovery key (AGE-SECRET-KEY-1...)")), context.texts)
    return sys.stdin.read()


@command(
    help=N_(
        "Make a recovery key: a key that opens everything without the passphrase, also with the ordinary age program. "
        "Everything is sealed for it too, and it is shown once: print it or write it down, and keep it away from this "
        "computer."
    ),
    epilog=N_("Example: sessionpad recovery-key"),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("Put it in this new file instead of showing it."),
)
@click.option(
    "--replace",
    is_flag=True,
    help=N_("Make another one; the earlier one opens nothing that is written from now on."),
)
@click.option("--remove", is_flag=True, help=N_("Take it away, without another one."))
@click.pass_obj
def recovery_key(context: Context, output: Path | None, *, replace: bool, remove: bool) -> None:
    if replace and remove:
        raise InvalidInput("not-together", options="--replace, --remove")
    if output is not None and not output.parent.is_dir():
        raise StorageFailed("no-folder", path=str(output.parent))
    texts, counter = context.texts, Counter(context.texts)
    keys = context.vault_door().keys(counter.tell)
    typed = context.passphrase()
    identity = keys.unlock(typed)
    if remove:
        keys.remove_recovery_key(identity, typed)
        counter.end()
        tell(texts.say(N_("There is no recovery key any more. Make a new backup: older ones still open with it.")))
        return
    written = keys.make_recovery_key(identity, typed, replace=replace, target=output, show=_show)
    counter.end()
    if written is not None:
        put_line(str(written))
    tell(texts.say(N_("Print this key or write it down, and keep it away from this computer. It is not shown again.")))
    tell(texts.say(N_("Whoever has it can read every dossier. RECOVERY.txt says how it is used.")))


def _show(text: str) -> None:
    for line in text.splitlines():
        put_line(line)
