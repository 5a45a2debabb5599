"""The way back from a backup: a vault made of it, or its dossiers added to the versions of the vault that is there."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from sessionpad.domain.ids import DossierId
from sessionpad.errors import Damaged, VaultUnusable
from sessionpad.store import identity as identity_
from sessionpad.store.archive import Archive
from sessionpad.store.backup_file import dossier_in, members_of
from sessionpad.store.dossier_file import Opener
from sessionpad.store.files import DiskFiles, Files, is_temp, replace_whole, storage_errors
from sessionpad.store.identity import Identity
from sessionpad.store.layout import DOSSIERS, ERASED, MANIFEST, OURS, VERSIONS, make_folders, shelves
from sessionpad.store.seal import Seal
from sessionpad.store.shelf import SUFFIX, version_of
from sessionpad.store.tombstones import Tombstones
from sessionpad.store.versions import Kind, VersionInfo, read_name, sign_of

_KEYS_LAST: Final = (identity_.COPY, identity_.FILE)


class Taken(NamedTuple):
    """What came of taking a backup back.

    Attributes:
        dossiers: the dossiers of which something was added.
        erased: clients of this vault who were erased when the backup was made; opening the vault takes them away.
    """

    dossiers: tuple[DossierId, ...]
    erased: tuple[DossierId, ...]


def unpack_backup(file: Path, folder: Path, *, files: Files | None = None) -> None:
    """Makes a vault out of a backup, in an empty folder or where this was broken off before; its key comes last.

    Raises:
        Damaged: it is not a whole backup ("unreadable").
        VaultUnusable: the folder holds something else; nothing in it was touched.
        StorageFailed: it could not be written.
    """
    files = files or DiskFiles()
    with members_of(file, files) as members, storage_errors():
        if MANIFEST not in members:
            raise Damaged("unreadable", file=file.name)
        _check_free(folder, members.keys(), files)
        make_folders(folder, files)
        for name in sorted(members, key=_KEYS_LAST.__contains__):
            if name != MANIFEST:
                files.make_folder((folder / name).parent)
                replace_whole(files, folder / name, members[name]())
        for each in (folder, folder / VERSIONS):
            files.sync_folder(each)


def take_back(
    file: Path, folder: Path, identity: Identity, *, theirs: Identity | None = None, files: Files | None = None
) -> Taken:
    """Adds what is in a backup to the versions of a vault, from where it can be restored one by one.

    Who was erased, here or there, stays erased. Everything is sealed for the keys of this vault. The caller has the
    lock; opening the vault afterwards takes away who was erased.

    Args:
        file: the backup.
        folder: the vault.
        identity: that of the vault.
        theirs: that of the backup, when the vault has got another key since.
        files: the disk.

    Raises:
        Damaged: it is not a backup ("unreadable").
    """
    held = shelves(folder, files or DiskFiles())
    opener = Opener(Seal(identity if theirs is None else identity.after(theirs)))
    tombstones = Tombstones(held.erased, opener.seal)
    known = {*map(DossierId, held.dossiers.list()), *map(DossierId, held.archive.list())}
    with members_of(file, files) as members:
        erased_there = {dossier_in(name): name for name in members if name.startswith(f"{ERASED}/")}
        for dossier_id, name in erased_there.items():
            if not tombstones.has(dossier_id):
                held.erased.put(dossier_id, _resealed(members[name](), name, opener.seal), None)
        erased = tombstones.ids()
        wanted = [name for name in members if _is_dossier(name) and dossier_in(name) not in erased]
        taken = {dossier_in(name) for name in wanted if _take_in(name, members[name](), held.archive, opener)}
    return Taken(tuple(sorted(taken)), tuple(sorted(known & erased_there.keys())))


def _check_free(folder: Path, members: AbstractSet[str], files: Files) -> None:
    """Whether everything there may be of an unpacking of this backup that was broken off."""
    try:
        names = files.names(folder)
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise VaultUnusable("not-a-folder", path=str(folder)) from None
    except PermissionError:
        raise VaultUnusable("no-permission", path=str(folder)) from None
    if set(_KEYS_LAST) & set(names):
        raise VaultUnusable("exists", path=str(folder))
    others = {f"{DOSSIERS}/{name}{SUFFIX}" for name in shelves(folder, files).dossiers.list()} - members
    if others or any(name not in OURS and not is_temp(name) for name in names):
        raise VaultUnusable("not-empty", path=str(folder))


def _take_in(name: str, sealed: bytes, archive: Archive, opener: Opener) -> bool:
    """A file that cannot be trusted is left where it is."""
    try:
        meta = opener.open(sealed, dossier_in(name)).meta
    except Damaged:
        return False
    known = read_name(PurePosixPath(name).name.removesuffix(SUFFIX))
    info = known or VersionInfo(
        at=meta.saved_at, revision=meta.revision, kind=Kind.SAVE, sign=sign_of(version_of(sealed))
    )
    archive.put(dossier_in(name), info.id, _resealed(sealed, name, opener.seal))
    return True


def _resealed(sealed: bytes, name: str, seal: Seal) -> bytes:
    """For the keys of this vault; what cannot be opened stays as it is, for a tombstone says enough by its name."""
    if seal.is_up_to_date(sealed):
        return sealed
    try:
        return seal.close(seal.open(sealed, name))
    except Damaged:
        return sealed


def _is_dossier(name: str) -> bool:
    return name.startswith((f"{DOSSIERS}/", f"{VERSIONS}/"))
