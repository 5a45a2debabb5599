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
    first, _, _ = read_text(file).partition("\n")
    return first


def read_text(file: Path) -> str:
    """Raises: NotFound("file"), InvalidInput("file-unreadable")."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise NotFound("file", file=str(file)) from None
    except (OSError, UnicodeDecodeError):
        raise InvalidInput("file-unreadable", file=str(file)) from None


def ask_passphrase(question: str, texts: Texts, *, twice: bool = False) -> str:
    """Raises: Locked when there is nobody to ask, InvalidInput("passphrases-differ")."""
    if not can_ask():
        raise Locked("passphrase-needed")
    typed = _ask(question)
    if twice and _ask(texts.say(N_("The same once more"))) != typed:
        raise InvalidInput("passphrases-differ")
    return typed


def ask_line(question: str) -> str:
    """What is typed to confirm; everyone may read along."""
    typed: str = click.prompt(question, err=True, default="", show_default=False)
    return typed


def _ask(question: str) -> str:
    typed: str = click.prompt(question, hide_input=True, err=True, default="", show_default=False)
    return typed


def can_ask() -> bool:
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
