"""The way in: a folder that is, or becomes, a vault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from sessionpad.desk.backups import Backups
from sessionpad.desk.choices import Choices
from sessionpad.desk.desk import Desk, system_clock
from sessionpad.desk.keys import Keys, Progress, silent
from sessionpad.desk.pad import Clock
from sessionpad.method.language import Language

if TYPE_CHECKING:
    from sessionpad.store.check import Problem


class Stands(Enum):
    NEW = "new"
    """There is no vault yet."""
    LOCKED = "locked"
    """There is one, and it asks for its passphrase."""


@dataclass(frozen=True)
class Checked:
    clients: int
    problems: tuple[Problem, ...]
    backup: datetime | None = None
    """When the last backup was made, as far as is known."""


class Door:
    """Opens the vault in `folder`.

    Args:
        folder: the vault; the usual place when None.
        program: how other programs are told who holds it.
        clock: gives the present moment.
        choices: what the coach chose; what is kept on this machine when None.
    """

    def __init__(
        self,
        folder: Path | None,
        *,
        program: str = "sessionpad",
        clock: Clock = system_clock,
        choices: Choices | None = None,
    ) -> None:
        from sessionpad.store.paths import default_vault  # noqa: PLC0415  only needed when a vault is

        self.folder = folder or default_vault()
        self._program = program
        self._clock = clock
        self.choices = choices or Choices.of_this_machine()

    @property
    def stands(self) -> Stands:
        from sessionpad.store.vault import is_vault  # noqa: PLC0415  the store is loaded when it is opened

        return Stands.LOCKED if is_vault(self.folder) else Stands.NEW

    def create(self, passphrase: str, *, short_is_fine: bool = False) -> Desk:
        """Make the vault; a short passphrase is fine only where there is nothing to guard.

        Raises:
            VaultUnusable: the folder cannot be one.
            InvalidInput: the passphrase is empty or too short.
        """
        from sessionpad.store.passphrase import check_passphrase  # noqa: PLC0415  idem
        from sessionpad.store.vault import create_vault  # noqa: PLC0415  idem

        if not short_is_fine:
            check_passphrase(passphrase)
        vault = create_vault(self.folder, passphrase, now=self._clock(), program=self._program, clock=self._clock)
        return Desk(vault, clock=self._clock, choices=self.choices)

    def unlock(self, passphrase: str, *, in_child: bool = False) -> Desk:
        """Open the vault; `in_child` does the slow part in a process of its own, so that a screen can go on.

        Raises:
            NotFound: there is no vault.
            WrongPassphrase: nothing was touched.
            Damaged: the identity cannot be read.
        """
        from sessionpad.store import vault  # noqa: PLC0415  idem

        unlock = vault.unlock_in_child if in_child else vault.unlock
        identity = unlock(self.folder, passphrase)
        opened = vault.open_vault(self.folder, identity, program=self._program, clock=self._clock)
        return Desk(opened, clock=self._clock, choices=self.choices)

    def check(self, passphrase: str) -> Checked:
        """Look at everything in the vault without changing it.

        Raises:
            NotFound, WrongPassphrase, Damaged: as for `unlock`.
        """
        from sessionpad.store import vault  # noqa: PLC0415  idem
        from sessionpad.store.backup import last_backup  # noqa: PLC0415  idem
        from sessionpad.store.files import DiskFiles  # noqa: PLC0415  idem
        from sessionpad.store.layout import shelves  # noqa: PLC0415  idem

        # Opening the vault would take its lock and put things in order: what is looked at here stays as it is.
        problems = vault.check_vault(self.folder, vault.unlock(self.folder, passphrase))
        held = shelves(self.folder, DiskFiles())
        clients = len(set(held.dossiers.list()) - set(held.erased.list()))
        return Checked(clients, problems, last_backup(self.folder))

    def keys(self, told: Progress = silent) -> Keys:
        """Its passphrase and its recovery key."""
        return Keys(self.folder, self._program, self._clock, told)

    @property
    def backups(self) -> Backups:
        return Backups(self.folder, self._program, self._clock)

    def suggest_passphrase(self, language: Language) -> str:
        """Five words that are easy to type and hard to guess."""
        from sessionpad.store.passphrase import generate_passphrase  # noqa: PLC0415  the word list is read when asked

        return generate_passphrase(language)

    @property
    def recovery_sheet(self) -> str:
        """What is to be printed or written down, as it stands in the vault."""
        return (self.folder / "RECOVERY.txt").read_text(encoding="utf-8")


def demo_desk(language: Language, clock: Clock = system_clock) -> Desk:
    """A desk with fictional dossiers that leaves nothing behind."""
    from sessionpad.store.vault import memory_vault  # noqa: PLC0415  only the demo needs it

    desk = Desk(memory_vault(clock), clock=clock)
    fill_with_demo(desk, language)
    return desk


def fill_with_demo(desk: Desk, language: Language) -> None:
    """Put the fictional dossiers on this desk."""
    from sessionpad.desk.demo import demo_dossiers  # noqa: PLC0415  only the demo needs it

    for dossier in demo_dossiers(desk.now, language):
        desk.put(dossier)
