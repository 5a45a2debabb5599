"""A vault: a folder of sealed dossiers, its key, and the lock that lets one program write.

Format 2, to the byte; `store.migrations` tells what format 1 had otherwise. Every file below is UTF-8 text unless it is
an age file; lines end in LF.

    vault.toml            TOML. `format` (integer, 2: no dossier here has a higher one; an older program leaves the
                          vault alone) and, in `[keys]`, `coach` and optionally `recovery`: the public keys
                          (`age1...`) everything is sealed for. For people and tools to see; this program takes
                          the keys from identity.age, and makes the file again when it is gone or says otherwise.
    identity.age          An age v1 file, armoured, with one scrypt stanza (work factor at most 19 when it can be had).
                          Inside: an age identity file. `# public key: age1...`, optionally `# recovery key: age1...`,
                          then `AGE-SECRET-KEY-1...`. Written last when a vault is made.
    identity-copy.age     The same bytes once more. Where the two differ, the one that opens takes the place of the
                          other. Written before identity.age.
    recovery.age          When there is a recovery key: the same identity file, binary, sealed for that and for the
                          coach's key. Made again when the vault is opened and it is not what it should be.
    resealing.age         While keys are being changed (`store.resealing`): the identity file from before, binary,
                          sealed for the keys from before and from now on. Gone when that is done.
    dossiers/<id>.age     An age v1 file, binary, one X25519 stanza a key (and the "grease" stanza that age
                          implementations add and ignore). Inside: one JSON object, a TinyDB:
                          {table: {number: row}}. Numbers are TinyDB's own and mean nothing. Tables:
                            meta          one row: id, format (integer; in every format to come it stands here, so
                                          that an older program knows that it is older), revision (integer, from 1),
                                          previous (SHA-256 of the sealed file this one replaced, hexadecimal; "" for
                                          the first), saved_at (ISO 8601 with offset)
                            client        one row: id (the dossier's) and the fields of domain.client.Client
                            trajectories, tasks, sessions, agreements
                                          one row a record: the fields of the domain struct of that name, and position
                                          (integer): the order of the records; only the order counts
                          Moments are ISO 8601 with offset, days ISO 8601 dates; what is not known is null.
    versions/<id>/<name>.age
                          Earlier files of that dossier. Name: moment of saving in UTC, revision, first 12 digits of
                          the SHA-256 it had then, and why it was kept: `20260105T091112Z-42-1a2b3c4d5e6f-save`
                          (or `session`; `conflict`: what could not be saved, with the SHA-256 of the file that was in
                          the way; `damaged`: bytes that could not be read when another version took their place).
    erased/<id>.age       A client that was erased; the name alone says so. Inside, sealed: {"id", "at", "reason"}.
    index.age             The client list, a TinyDB with one table `overviews`. Derived; may be deleted.
    vault.lock            Empty; locked with flock while a program writes in the vault.
    vault.holder          JSON: host, pid, program, since. Who has that lock.
    vault.backup          JSON: the moment of the last backup.
    RECOVERY.txt          How to read it all without this program.

A backup is a tar file of all this but the lock, its holder, the list and that moment, with manifest.age last: sealed,
{"made_at", "files": {name: SHA-256}}. Unpacked with tar it is a vault.

A dossier, version or tombstone that is sealed again for other keys has other bytes and the same words: what `previous`
and the name of a version say of a SHA-256 is about the bytes of before.

A file that is being written is called `.<name>.tmp` until it is whole. Files are 0600, folders 0700.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sessionpad.errors import Busy, Conflict, InvalidInput, NotFound, SessionpadError, VaultUnusable
from sessionpad.store import recovery_text, resealing, settings
from sessionpad.store.check import Problem, ProblemKind, check_vault
from sessionpad.store.files import DiskFiles, Files, clean_temps, read_or_none, replace_whole, storage_errors
from sessionpad.store.identity import Identity, protect
from sessionpad.store.key_files import (
    KEY_FILES,
    are_settings_right,
    mend_protected,
    write_for_recovery,
    write_protected,
)
from sessionpad.store.layout import DOSSIERS, ERASED, OURS, make_folders, memory_shelves, shelves
from sessionpad.store.lock import Holder, Taken, VaultLock, present_program
from sessionpad.store.repository import Repository, Shelves
from sessionpad.store.resealing import seal_of
from sessionpad.store.seal import Seal
from sessionpad.store.shelf import SUFFIX
from sessionpad.store.unlocker import unlock, unlock_in_child

if TYPE_CHECKING:
    from sessionpad.store.finder import Finder

__all__ = [
    "Holder",
    "Identity",
    "Problem",
    "ProblemKind",
    "Vault",
    "check_vault",
    "create_vault",
    "is_vault",
    "lay_vault",
    "memory_vault",
    "open_vault",
    "unlock",
    "unlock_in_child",
]

_UNFINISHED: Final = OURS - frozenset(KEY_FILES)
"""What may be there when a vault is made: an earlier attempt that was broken off leaves no more than this."""

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    return datetime.now().astimezone()


class Vault:
    """An opened vault.

    `holder` is who has the lock when it could only be opened for reading; `folder` is None for one in memory.
    """

    def __init__(
        self,
        repository: Repository,
        *,
        folder: Path | None = None,
        identity: Identity | None = None,
        lock: VaultLock | None = None,
        holder: Holder | None = None,
        read_only: bool = False,
    ) -> None:
        self.repository = repository
        self.folder = folder
        self._identity = identity
        self._finder: Finder | None = None
        self.holder = holder
        self._lock = lock
        self._read_only = read_only

    @property
    def read_only(self) -> bool:
        return self._read_only

    def finder(self) -> Finder | None:
        """What looks through all dossiers beside the screen, the same one each time; None for a vault in memory."""
        if self._finder is None and self.folder is not None and self._identity is not None:
            # Only when something is looked for.
            from sessionpad.store.finder import Finder  # noqa: PLC0415

            self._finder = Finder(self.folder, self._identity)
        return self._finder

    def close(self) -> None:
        """Writes what is not written yet, forgets every dossier and the key, and lets another program in."""
        if self._finder is not None:
            self._finder.close()
        self._finder = self._identity = None
        try:
            self.repository.close()
        finally:
            self.repository.forget_key()
            if self._lock is not None:
                self._lock.release()


def is_vault(folder: Path) -> bool:
    """Whether there is a key here, or something that a key is missing for."""
    return any((folder / name).is_file() for name in KEY_FILES) or any((folder / DOSSIERS).glob(f"*{SUFFIX}"))


def create_vault(
    folder: Path,
    passphrase: str,
    *,
    now: datetime,
    program: str = "sessionpad",
    clock: Clock = system_clock,
) -> Vault:
    """Makes a vault in a folder that is empty or not there yet, and opens it.

    Raises:
        InvalidInput: the passphrase is empty; how long it must be is for the caller (`check_passphrase`).
        VaultUnusable: the folder cannot become a vault; nothing in it was touched.
    """
    if not passphrase:
        raise InvalidInput("passphrase-empty")
    check_usable(folder)
    identity = Identity.generate()
    lay_vault(folder, identity, protect(identity, passphrase))
    return open_vault(folder, identity, program=program, now=now, clock=clock)


def check_usable(folder: Path) -> None:
    """Raises: VaultUnusable when this folder cannot become a vault."""
    if is_vault(folder):
        raise VaultUnusable("exists", path=str(folder))
    try:
        names = {each.name for each in folder.iterdir()}
        dossiers = list((folder / DOSSIERS).iterdir()) if DOSSIERS in names else []
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise VaultUnusable("not-a-folder", path=str(folder)) from None
    except PermissionError:
        raise VaultUnusable("no-permission", path=str(folder)) from None
    if dossiers or any(name not in _UNFINISHED and not name.endswith(".tmp") for name in names):
        raise VaultUnusable("not-empty", path=str(folder))


def lay_vault(folder: Path, identity: Identity, protected: bytes, files: Files | None = None) -> None:
    """Puts the files of a new vault in place, its identity last: a folder is a whole vault or none."""
    files = files or DiskFiles()
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    with storage_errors():
        try:
            make_folders(folder, files)
        except PermissionError:
            raise VaultUnusable("no-permission", path=str(folder)) from None
        except (FileExistsError, NotADirectoryError):
            raise VaultUnusable("not-a-folder", path=str(folder)) from None
        for each in missing:
            files.sync_folder(each.parent)
        replace_whole(files, folder / recovery_text.FILE, recovery_text.TEXT.encode())
        replace_whole(files, folder / settings.FILE, settings.write_settings(settings.settings_for(identity)))
        write_protected(folder, protected, files)


def open_vault(
    folder: Path,
    identity: Identity,
    *,
    program: str,
    now: datetime | None = None,
    clock: Clock = system_clock,
    files: Files | None = None,
) -> Vault:
    """Opens a vault for writing, or for reading alone when another program has it or nothing can be written there.

    Raises:
        NotFound: there is no vault here ("vault").
        Damaged: it is of a newer program ("newer-format").
    """
    if not is_vault(folder):
        raise NotFound("vault")
    files = files or DiskFiles()
    with storage_errors():
        are_settings_right(folder, identity, files)
    lock = VaultLock(folder, files)
    taken = lock.take(present_program(program, now or clock()))
    holder = lock.holder() if taken is Taken.HELD else None
    try:
        if taken is Taken.OURS:
            put_in_order(folder, identity, files)
        refusal = _refusal(taken, holder)
        repository = repository_in(folder, identity, files, clock=clock, refusal=refusal)
    except BaseException:
        lock.release()
        raise
    return Vault(
        repository,
        folder=folder,
        identity=identity,
        lock=lock,
        holder=holder,
        read_only=taken is not Taken.OURS,
    )


def memory_vault(
    clock: Clock = system_clock, *, held: Shelves | None = None, identity: Identity | None = None
) -> Vault:
    """A vault that is gone when it is closed, unless its shelves and its key are kept and given again."""
    return Vault(Repository(held or memory_shelves(), Seal(identity or Identity.generate()), clock=clock))


def repository_in(
    folder: Path, identity: Identity, files: Files, *, clock: Clock, refusal: SessionpadError | None = None
) -> Repository:
    """The dossiers in this folder; also those that are not sealed yet for the key of today."""
    return Repository(shelves(folder, files), seal_of(folder, identity, files), clock=clock, refusal=refusal)


def put_in_order(folder: Path, identity: Identity, files: Files) -> None:
    """What an interrupted program, a careless copy, a sync tool or a bad disk may have left undone.

    What cannot be mended now, as on a full disk, bars nobody's way: it is tried again at the next opening.
    """
    with storage_errors():
        make_folders(folder, files)
    with suppress(OSError):
        for each in (folder, folder / DOSSIERS, folder / ERASED):
            clean_temps(files, each)
        mend_protected(folder, identity, files)
        resealing.settle(folder, identity, files)
        write_for_recovery(folder, identity, files)
        if read_or_none(files, folder / recovery_text.FILE) != recovery_text.TEXT.encode():
            replace_whole(files, folder / recovery_text.FILE, recovery_text.TEXT.encode())
        resealing.go_on(folder, identity, files)


def _refusal(taken: Taken, holder: Holder | None) -> SessionpadError | None:
    if taken is Taken.OURS:
        return None
    return Busy("held", holder=str(holder)) if holder else Conflict("read-only")
