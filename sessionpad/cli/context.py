"""What the global options say, and the desk they lead to."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sessionpad.errors import Busy, Locked, NotFound
from sessionpad.i18n.texts import N_, Texts, language_of, texts_in
from sessionpad.method.language import LANGUAGES, Language

if TYPE_CHECKING:
    from sessionpad.desk.desk import Desk


@dataclass(frozen=True)
class Context:
    vault: Path | None = None
    lang: str | None = None
    passphrase_file: Path | None = None

    @property
    def language(self) -> Language:
        return next((each for each in LANGUAGES if each == self.lang), language_of())

    @property
    def texts(self) -> Texts:
        return texts_in(self.language)

    def passphrase(self, *, twice: bool = False) -> str:
        """From the file, or asked on the terminal.

        Raises:
            Locked: there is no file and no terminal to ask on.
            NotFound: the file cannot be read.
        """
        if self.passphrase_file is not None:
            return read_passphrase(self.passphrase_file)
        if not sys.stdin.isatty():
            raise Locked("passphrase-needed")
        question = self.texts.say(N_("Passphrase"))
        again = self.texts.say(N_("The same once more"))
        typed: str = click.prompt(question, hide_input=True, err=True, confirmation_prompt=again if twice else False)
        return typed

    @contextmanager
    def desk(self, *, writing: bool = False) -> Iterator[Desk]:
        """The opened vault.

        Raises:
            Busy: something is to be written and another program holds the vault.
        """
        from sessionpad.desk.door import Door, Stands  # noqa: PLC0415  help needs no desk

        door = Door(self.vault)
        if door.stands is Stands.NEW:
            raise NotFound("vault")
        desk = door.unlock(self.passphrase())
        try:
            if writing and desk.is_read_only:
                raise Busy("held", holder=desk.holder or "?")
            yield desk
        finally:
            desk.close()


def read_passphrase(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise NotFound("file", file=str(file)) from error
