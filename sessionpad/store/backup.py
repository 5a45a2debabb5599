"""Making one file that holds a whole vault, without ever opening a dossier in plain on disk."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from sessionpad.errors import Damaged, InvalidInput
from sessionpad.store.backup_file import TOP, Manifest, is_backup, verify_backup
from sessionpad.store.files import (
    DiskFiles,
    Files,
    discard,
    put_in_place,
    read_or_none,
    replace_whole,
    storage_errors,
    written_beside,
)
from sessionpad.store.identity import Identity
from sessionpad.store.layout import BACKUP_NOTE, DOSSIERS, ERASED, MANIFEST, VERSIONS, shelves
from sessionpad.store.resealing import seal_of
from sessionpad.store.seal import Seal
from sessionpad.store.shelf import SUFFIX


def check_target(target: Path, folder: Path) -> None:
    """Raises: InvalidInput when a backup there would be lost with the vault, or would replace something else."""
    if target.resolve().is_relative_to(folder.resolve()):
        raise InvalidInput("backup-inside", path=str(folder))
    if target.exists() and not is_backup(target):
        raise InvalidInput("backup-in-the-way", file=str(target))


def write_backup(folder: Path, identity: Identity, target: Path, *, now: datetime, files: Files | None = None) -> int:
    """Puts the whole vault in one file, and reads that file back. Returns how many dossiers are in it.

    Everything in it is sealed as it is in the vault; the passphrase of the vault opens the backup.

    Raises:
        StorageFailed: it could not be written; nothing is left behind, and an earlier backup is still there.
        Damaged: it does not read back ("unreadable").
    """
    files = files or DiskFiles()
    with storage_errors():
        with written_beside(files, target) as out:
            manifest = _write(out, folder, files, seal_of(folder, identity, files), now)
        _read_back(files, out.path, target, identity)
        put_in_place(files, out.path, target)
        replace_whole(files, folder / BACKUP_NOTE, msgspec.json.encode(now))
    return manifest.dossiers


def last_backup(folder: Path) -> datetime | None:
    """When the last backup was made; None when that is not known."""
    try:
        return msgspec.json.decode((folder / BACKUP_NOTE).read_bytes(), type=datetime)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _read_back(files: Files, temp: Path, target: Path, identity: Identity) -> None:
    """What was damaged in the vault is as damaged in its backup; anything else that is wrong came from writing it."""
    try:
        broken = [each for each in verify_backup(temp, identity, files) if each.dossier is None]
    except BaseException:
        discard(files, temp)
        raise
    if broken:
        discard(files, temp)
        raise Damaged("unreadable", file=target.name)


def _write(out: io.RawIOBase, folder: Path, files: Files, seal: Seal, now: datetime) -> Manifest:
    """The manifest comes last: where it is, nothing was cut off."""
    digests = {}
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name in tuple(_names(folder, files)):
            # A version may be thinned, or a client erased, by another program in the meantime.
            data = read_or_none(files, folder / name)
            if data is not None:
                digests[name] = sha256(data).hexdigest()
                _add(tar, name, data, now)
        manifest = Manifest(made_at=now, files=digests)
        _add(tar, MANIFEST, seal.close(msgspec.json.encode(manifest)), now)
    return manifest


def _names(folder: Path, files: Files) -> Iterator[str]:
    held, top = shelves(folder, files), files.names(folder)
    yield from (name for name in TOP if name in top)
    for where, shelf in ((DOSSIERS, held.dossiers), (ERASED, held.erased)):
        yield from (f"{where}/{name}{SUFFIX}" for name in shelf.list())
    for dossier_id in held.archive.list():
        yield from (f"{VERSIONS}/{dossier_id}/{name}{SUFFIX}" for name in held.archive.names(dossier_id))


def _add(tar: tarfile.TarFile, name: str, data: bytes, now: datetime) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = len(data), 0o600, int(now.timestamp())
    tar.addfile(member, io.BytesIO(data))
