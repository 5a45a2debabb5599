"""The way in: a folder that is, or becomes, a vault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sessionpad.desk.backups import Backups
from sessionpad.desk.choices import Choices
from sessionpad.desk.desk import Desk, system_clock
from sessionpad.desk.keys import Keys, Progress, silent
from sessionpad.desk.pad import Clock
from sessionpad.errors import WrongPassphrase
from sessionpad.method.language import Language

if TYPE_CHECKING:
    from sessionpad.store.check import Problem
    from sessionpad.store.identity import Identity
    from sessionpad.store.vault import Vault

DEMO_PASSPHRASE: Final = "demo"  # noqa: S105  it guards fictional people


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


class Entrance:
    """A way to a vault, which is locked and opened again while one works.

    Args:
        choices: what the coach chose.
        clock: gives the present moment.
    """

    place = ""
    """Where the vault is, for a person; nothing when that is nowhere."""
    told = ""
    """The passphrase, where it is no secret."""

    def __init__(self, choices: Choices, clock: Clock) -> None:
        self.choices = choices
        self._clock = clock
        self._opened: Desk | None = None

    def prove(self, passphrase: str, *, in_child: bool = False) -> Identity:
        """The key behind the passphrase; `in_child` does slow work in a process of its own, so that a screen can go on.

        Raises:
            NotFound: there is no vault.
            WrongPassphrase: nothing was touched.
            Damaged: the identity cannot be read.
        """
        raise NotImplementedError

    def open_vault(self, identity: Identity) -> Vault:
        raise NotImplementedError

    def open(self, identity: Identity) -> Desk:
        """Open the vault; for reading alone when another program has it.

        Raises:
            NotFound: there is no vault.
            Damaged: it is of a newer program.
        """
        return self._enter(self.open_vault(identity))

    def unlock(self, passphrase: str, *, in_child: bool = False) -> Desk:
        """Prove that it is the coach, and open the vault.

        Raises:
            NotFound, WrongPassphrase, Damaged: as for `prove` and `open`.
        """
        return self.open(self.prove(passphrase, in_child=in_child))

    def _enter(self, vault: Vault) -> Desk:
        self._opened = Desk(vault, clock=self._clock, choices=self.choices)
        return self._opened

    def shut(self) -> None:
        """Close what was opened here, also when whoever asked for it is gone; doing it again is fine."""
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()


class Door(Entrance):
    """The way to the vault in `folder`.

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

        super().__init__(choices or Choices.of_this_machine(), clock)
        self.folder = folder or default_vault()
        self.place = str(self.folder)
        self._program = program

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
        clock = self._clock
        return self._enter(create_vault(self.folder, passphrase, now=clock(), program=self._program, clock=clock))

    def prove(self, passphrase: str, *, in_child: bool = False) -> Identity:
        from sessionpad.store import vault  # noqa: PLC0415  idem

        return (vault.unlock_in_child if in_child else vault.unlock)(self.folder, passphrase)

    def open_vault(self, identity: Identity) -> Vault:
        from sessionpad.store.vault import open_vault  # noqa: PLC0415  idem

        return open_vault(self.folder, identity, program=self._program, clock=self._clock)

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


class DemoDoor(Entrance):
    """The way to the fictional dossiers: in memory, sealed like any other, and gone when the program is.

    Args:
        language: of the dossiers.
        clock: gives the present moment.
    """

    told = DEMO_PASSPHRASE

    def __init__(self, language: Language, clock: Clock = system_clock) -> None:
        from sessionpad.store.identity import Identity  # noqa: PLC0415  only the demo needs it
        from sessionpad.store.layout import memory_shelves  # noqa: PLC0415  idem

        super().__init__(Choices(), clock)
        self._language = language
        self._held = memory_shelves()
        self._identity = Identity.generate()

    def enter(self) -> Desk:
        """The desk with the dossiers on it, for the first time."""
        desk = self.open(self._identity)
        fill_with_demo(desk, self._language)
        return desk

    def prove(self, passphrase: str, *, in_child: bool = False) -> Identity:  # noqa: ARG002  nothing here is slow
        if passphrase != DEMO_PASSPHRASE:
            raise WrongPassphrase("wrong-passphrase")
        return self._identity

    def open_vault(self, identity: Identity) -> Vault:
        from sessionpad.store.vault import memory_vault  # noqa: PLC0415  idem

        return memory_vault(self._clock, held=self._held, identity=identity)


def fill_with_demo(desk: Desk, language: Language) -> None:
    """Put the fictional dossiers on this desk."""
    from sessionpad.desk.demo import demo_dossiers  # noqa: PLC0415  only the demo needs it

    for dossier in demo_dossiers(desk.now, language):
        desk.put(dossier)
