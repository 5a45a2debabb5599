"""The passphrase: from the first line of a file, or typed where nobody else reads along."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from sessionpad.errors import InvalidInput, Locked, NotFound
from sessionpad.i18n.texts import N_, Texts


def read_passphrase(file: Path) -> str:
    """Raises: NotFound("file"), InvalidInput("file-unreadable")."""
    try:
        with file.open(encoding="utf-8-sig") as lines:
            return lines.readline().rstrip("\n")
    except FileNotFoundError:
        raise NotFound("file", file=str(file)) from None
    except (OSError, UnicodeDecodeError):
        raise InvalidInput("file-unreadable", file=str(file)) from None


def ask_passphrase(texts: Texts, *, twice: bool = False) -> str:
    """Raises: Locked when there is nobody to ask, InvalidInput("passphrases-differ")."""
    if not _can_ask():
        raise Locked("passphrase-needed")
    typed = _ask(texts.say(N_("Passphrase")))
    if twice and _ask(texts.say(N_("The same once more"))) != typed:
        raise InvalidInput("passphrases-differ")
    return typed


def _ask(question: str) -> str:
    typed: str = click.prompt(question, hide_input=True, err=True, default="", show_default=False)
    return typed


def _can_ask() -> bool:
    """Whether somebody sits at a terminal; standard input may still be a file with the text of a note."""
    if sys.stdin.isatty():
        return True
    if not sys.stderr.isatty():
        return False
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
