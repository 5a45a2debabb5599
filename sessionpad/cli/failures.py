"""Every way a command can end, as an exit code and one clear sentence."""

from __future__ import annotations

import os
import secrets
import sys
import traceback
from collections.abc import Sequence
from typing import Final

import click

from sessionpad import errors
from sessionpad.cli.context import Context
from sessionpad.i18n.sentences import sentence

CODES: Final[dict[type[errors.SessionpadError], int]] = {
    errors.InvalidInput: 2,
    errors.VaultUnusable: 2,
    errors.TemplateBroken: 2,
    errors.DeckBroken: 2,
    errors.Locked: 3,
    errors.Damaged: 4,
    errors.Conflict: 5,
    errors.Busy: 6,
    errors.NotFound: 7,
    errors.StorageFailed: 1,
}
INTERRUPTED: Final = 130


def code_of(error: errors.SessionpadError) -> int:
    return next((code for kind in type(error).__mro__ if (code := CODES.get(kind)) is not None), 1)


def run_safely(command: click.Command, arguments: Sequence[str] | None) -> int:
    """Run the command; whatever happens, no variable of the program is ever shown."""
    context = Context()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if "--lang" in words[:-1]:
        context = Context(lang=words[words.index("--lang") + 1])
    try:
        result = command.main(args=words, prog_name="sessionpad", standalone_mode=False)
    except errors.SessionpadError as error:
        click.echo(f"sessionpad: {sentence(error, context.texts)}", err=True)
        return code_of(error)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001  the last resort: type and place only, never a value
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{os.path.basename(frame.filename)}:{frame.lineno}"
        click.echo(f"sessionpad: {type(error).__name__} ({place}, {secrets.token_hex(4)})", err=True)
        return 1
    return result if isinstance(result, int) else 0
