"""Backups of a vault: made, looked over, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sessionpad.errors import StorageFailed, WrongPassphrase

if TYPE_CHECKING:
    from sessionpad.desk.opened import Clock
    from sessionpad.domain.ids import DossierId
    from sessionpad.store.check import Problem
    from sessionpad.store.identity import Identity

_NAME: Final = "sessionpad-{day}.tar"


@dataclass(frozen=True)
class Backup:
    """A backup that was made or looked over."""

    path: Path
    clients: int
    made_at: datetime | None
    """None when that cannot be read in it."""
    problems: tuple[Problem, ...]
    """What is damaged in it."""


@dataclass(frozen=True)
class TakenBack:
    """The clients of whom something was added to the versions, and those who turned out to be erased, by code or id."""

    added: tuple[str, ...]
    erased: tuple[str, ...]


class Backups:
    """Of the vault in one folder."""

    def __init__(self, folder: Path, program: str, clock: Clock) -> None:
        self._folder = folder
        self._program = program
        self._clock = clock

    def target(self, path: Path) -> Path:
        """Where a backup goes; in a folder it is called after the day.

        Raises:
            InvalidInput: inside the vault, or in the place of a file that is no backup.
            StorageFailed: there is no such folder ("no-folder").
        """
        from sessionpad.store.backup import check_target  # noqa: PLC0415  the store is loaded when it is needed

        target = path / _NAME.format(day=self._clock().date().isoformat()) if path.is_dir() else path
        if not target.parent.is_dir():
            raise StorageFailed("no-folder", path=str(target.parent))
        check_target(target, self._folder)
        return target

    def make(self, identity: Identity, target: Path) -> Backup:
        """One file with everything, read back before it counts. Another program may have the vault meanwhile.

        Raises:
            StorageFailed: nothing was left behind, and an earlier backup is still there.
        """
        from sessionpad.store.backup import write_backup  # noqa: PLC0415  idem
        from sessionpad.store.backup_file import verify_backup  # noqa: PLC0415  idem

        now = self._clock()
        clients = write_backup(self._folder, identity, target, now=now)
        return Backup(target, clients, now, verify_backup(target, identity))

    def verify(self, file: Path, passphrase: str) -> Backup:
        """Everything in a backup is opened, with the passphrase that the vault had when it was made.

        Raises:
            NotFound, WrongPassphrase, Damaged: as for `unlock_backup`.
        """
        from sessionpad.store.backup_file import read_manifest, unlock_backup, verify_backup  # noqa: PLC0415  idem

        identity = unlock_backup(file, passphrase)
        manifest = read_manifest(file, identity)
        made_at, clients = (manifest.made_at, manifest.dossiers) if manifest is not None else (None, 0)
        return Backup(file, clients, made_at, verify_backup(file, identity))

    def unpack(self, file: Path) -> None:
        """Makes the folder a vault again.

        Raises:
            VaultUnusable: there is something else in the folder.
            Damaged: it is not a whole backup.
        """
        from sessionpad.store.taking_back import unpack_backup  # noqa: PLC0415  idem

        unpack_backup(file, self._folder)

    def take_back(self, file: Path, passphrase: str, earlier: Callable[[], str]) -> TakenBack:
        """Adds what is in a backup to the versions of this vault. Who was erased, here or there, is erased.

        Args:
            file: the backup.
            passphrase: of the vault.
            earlier: gives the passphrase that the vault had when the backup was made, when it had another key.

        Raises:
            NotFound, WrongPassphrase, Damaged: as for `unlock`, and as for `unlock_backup`.
            Busy, VaultUnusable: the vault is in use or cannot be written.
        """
        from sessionpad.store.files import DiskFiles  # noqa: PLC0415  idem
        from sessionpad.store.lock import holding, present_program  # noqa: PLC0415  idem
        from sessionpad.store.taking_back import take_back  # noqa: PLC0415  idem
        from sessionpad.store.vault import unlock  # noqa: PLC0415  idem

        identity = unlock(self._folder, passphrase)
        theirs = _theirs(file, identity, passphrase, earlier)
        codes = self._codes(identity)
        with holding(self._folder, DiskFiles(), present_program(self._program, self._clock())):
            taken = take_back(file, self._folder, identity, theirs=theirs)
        codes |= self._codes(identity)  # opening the vault again takes away who was erased
        added, erased = (tuple(codes.get(each, each) for each in ids) for ids in taken)
        return TakenBack(added, erased)

    def _codes(self, identity: Identity) -> dict[DossierId, str]:
        from sessionpad.store.vault import open_vault  # noqa: PLC0415  idem

        vault = open_vault(self._folder, identity, program=self._program, clock=self._clock)
        try:
            return {row.id: row.code for row in vault.repository.overviews()}
        finally:
            vault.close()


def _theirs(file: Path, identity: Identity, passphrase: str, earlier: Callable[[], str]) -> Identity | None:
    """The key of the backup, when that of the vault does not open it."""
    from sessionpad.store.backup_file import read_manifest, unlock_backup  # noqa: PLC0415  idem

    if read_manifest(file, identity) is not None:
        return None
    try:
        return unlock_backup(file, passphrase)
    except WrongPassphrase:
        return unlock_backup(file, earlier())
