"""What the global options say, and the desk they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sessionpad.errors import Busy, Locked, NotFound, VaultUnusable
from sessionpad.i18n.texts import N_, Texts, language_of, texts_in
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.store.preferences import preferences_file, read_preferences

if TYPE_CHECKING:
    from sessionpad.desk.desk import Desk
    from sessionpad.desk.door import Door


@dataclass(frozen=True)
class Context:
    vault: Path | None = None
    lang: str | None = None
    passphrase_file: Path | None = None

    @property
    def language(self) -> Language:
        """The one that was asked for, else the one that was chosen in the pad, else that of the machine."""
        said = next((each for each in LANGUAGES if each == self.lang), None)
        return said or read_preferences(preferences_file()).language or language_of()

    @property
    def texts(self) -> Texts:
        return texts_in(self.language)

    def passphrase(self, *, twice: bool = False) -> str:
        """From the file, or asked on the terminal.

        Raises:
            Locked: there is no file and no terminal to ask on.
            NotFound, InvalidInput: the file is not there or cannot be read.
        """
        from sessionpad.cli.passphrase import ask_passphrase, read_passphrase  # noqa: PLC0415  help needs none

        if self.passphrase_file is not None:
            return read_passphrase(self.passphrase_file)
        return ask_passphrase(self.texts.say(N_("Passphrase")), self.texts, twice=twice)

    def another_passphrase(self, file: Path | None, question: str, option: str, *, twice: bool = False) -> str:
        """One that is not that of the vault as it is now: from its own file, or asked on the terminal.

        Raises:
            Locked: there is no file and no terminal to ask on; the sentence names the option.
            NotFound, InvalidInput: the file is not there or cannot be read, or two different ones were typed.
        """
        from sessionpad.cli.passphrase import ask_passphrase, can_ask, read_passphrase  # noqa: PLC0415  idem

        if file is not None:
            return read_passphrase(file)
        if not can_ask():
            raise Locked("other-passphrase-needed", option=option)
        return ask_passphrase(question, self.texts, twice=twice)

    def door(self) -> Door:
        """The way to a folder that is a vault, or may become one.

        Raises:
            VaultUnusable: it is no folder, or closed to this user.
        """
        from sessionpad.desk.door import Door  # noqa: PLC0415  help needs no desk

        door = Door(self.vault)
        path = str(door.folder)
        try:
            if door.folder.exists() and not door.folder.is_dir():
                raise VaultUnusable("not-a-folder", path=path)
            door.stands  # noqa: B018  looks inside
        except PermissionError:
            raise VaultUnusable("no-permission", path=path) from None
        return door

    def vault_door(self) -> Door:
        """The way to a folder that is a vault.

        Raises:
            NotFound: it is none yet.
        """
        from sessionpad.desk.door import Stands  # noqa: PLC0415  help needs no desk

        door = self.door()
        if door.stands is Stands.NEW:
            raise NotFound("vault")
        return door

    @contextmanager
    def desk(self, *, writing: bool = False) -> Iterator[Desk]:
        """The opened vault.

        Raises:
            Busy: something is to be written and another program holds the vault.
            VaultUnusable: something is to be written and the vault can only be read.
        """
        door = self.vault_door()
        desk = door.unlock(self.passphrase())
        try:
            if writing and desk.holder is not None:
                raise Busy("held", holder=desk.holder)
            if writing and desk.is_read_only:
                raise VaultUnusable("read-only", path=str(door.folder))
            yield desk
        finally:
            desk.close()
