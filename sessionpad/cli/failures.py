"""Every way a command can end, as an exit code and one clear sentence."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Final

import click

from sessionpad import errors
from sessionpad.cli.context import Context
from sessionpad.cli.speaking import usage_sentence
from sessionpad.i18n.texts import N_, Texts

DAMAGED: Final = 4
INTERRUPTED: Final = 130
CODES: Final[dict[type[errors.SessionpadError], int]] = {
    errors.InvalidInput: 2,
    errors.VaultUnusable: 2,
    errors.TemplateBroken: 2,
    errors.DeckBroken: 2,
    errors.Locked: 3,
    errors.Damaged: DAMAGED,
    errors.Conflict: 5,
    errors.Busy: 6,
    errors.NotFound: 7,
    errors.StorageFailed: 1,
}


def code_of(error: errors.SessionpadError) -> int:
    return next((code for kind in type(error).__mro__ if (code := CODES.get(kind)) is not None), 1)


def run_safely(command: click.Command, arguments: Sequence[str] | None) -> int:
    """Run the command; whatever happens, no variable of the program is ever shown."""
    _show_what_can_be_shown()
    words = list(sys.argv[1:] if arguments is None else arguments)
    context = Context(lang=_language_said(command, words))
    try:
        result = command.main(args=words, prog_name="sessionpad", standalone_mode=False, obj=context)
    except errors.SessionpadError as error:
        tell_error(error, context.texts)
        return code_of(error)
    except click.Abort:
        return INTERRUPTED
    except click.UsageError as error:
        _tell_usage(error, context.texts)
        return error.exit_code
    except OSError as error:
        from sessionpad.store.files import failure_of  # noqa: PLC0415  help opens no file

        failure = failure_of(error)
        tell_error(failure, context.texts)
        return code_of(failure)
    except Exception as error:  # noqa: BLE001  the last resort
        _tell_mistake(error)
        return 1
    return result if isinstance(result, int) else 0


def tell_error(error: errors.SessionpadError, texts: Texts, about: str = "") -> None:
    """One sentence on standard error, if need be with the client it is about."""
    from sessionpad.cli.out import tell  # noqa: PLC0415  help makes no mistakes
    from sessionpad.i18n.sentences import sentence  # noqa: PLC0415  idem

    tell(": ".join(filter(None, ("sessionpad", about, sentence(error, texts)))))


def _show_what_can_be_shown() -> None:
    """On a terminal with few characters a strange one becomes a question mark, and not a failure."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def hide_what_python_would_show() -> None:
    """Outside every command, and while something is cleaned up, a mistake has its kind and place told too, no more."""
    sys.excepthook = lambda _, error, __: _tell_mistake(error)
    sys.unraisablehook = lambda wrong: _tell_mistake(wrong.exc_value or RuntimeError())


def _language_said(command: click.Command, words: Sequence[str]) -> str | None:
    """What --lang says, also when it comes after --help or before a mistake."""
    if not any(word.startswith("--lang") for word in words):
        return None
    said = command.make_context("sessionpad", list(words), resilient_parsing=True).params.get("lang")
    return said if isinstance(said, str) else None


def _tell_usage(error: click.UsageError, texts: Texts) -> None:
    from sessionpad.cli.out import tell  # noqa: PLC0415  help makes no mistakes

    if error.ctx is not None:
        click.echo(error.ctx.get_usage(), err=True)
    tell(f"sessionpad: {usage_sentence(error, texts)}")
    if error.ctx is not None:
        tell(texts.say(N_("More: {command}"), command=f"{error.ctx.command_path} --help"))


def _tell_mistake(error: BaseException) -> None:
    """What kind of mistake and where, never a value."""
    import secrets  # noqa: PLC0415  only for the last resort
    import traceback  # noqa: PLC0415  idem
    from pathlib import Path  # noqa: PLC0415  idem

    frames = traceback.extract_tb(error.__traceback__)[-1:]
    place = "".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames) or "?"
    click.echo(f"sessionpad: {type(error).__name__} ({place}, {secrets.token_hex(4)})", err=True)
