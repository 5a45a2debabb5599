"""A note without opening the pad."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import tell
from sessionpad.cli.speaking import command
from sessionpad.domain.text import clean_text
from sessionpad.errors import InvalidInput
from sessionpad.i18n.texts import N_, Texts


@command(
    help=N_(
        "Add one dated note to the dossier of CLIENT (a code, a name that only one has, or an id). "
        "Without TEXT it is read from standard input."
    ),
    epilog=N_('Example: sessionpad note A. "called off, new appointment on Monday"'),
)
@click.argument("client")
@click.argument("text", nargs=-1)
@click.pass_obj
def note(context: Context, client: str, text: Sequence[str]) -> None:
    words = _cleaned(" ".join(text) if text else _read(context.texts))
    with context.desk(writing=True) as desk:
        pad = desk.open(desk.find(client))
        pad.add_note(words)
        pad.save()
    tell(context.texts.say(N_("Noted and saved.")))


def _read(texts: Texts) -> str:
    if sys.stdin.isatty():
        tell(texts.say(N_("Type the note. Ctrl+D on an empty line ends it.")))
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput("text-unreadable") from None


def _cleaned(words: str) -> str:
    """Raises: InvalidInput when nothing is left, or when it was not text in the first place."""
    try:
        words.encode()
    except UnicodeEncodeError:
        raise InvalidInput("text-unreadable") from None
    cleaned = clean_text(words).strip()
    if not cleaned:
        raise InvalidInput("note-empty")
    return cleaned
