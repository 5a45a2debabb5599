"""One file that holds a whole vault, made, checked and taken back without ever opening a dossier in plain on disk."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

import msgspec

from sessionpad.domain.ids import DossierId
from sessionpad.domain.value import Value
from sessionpad.errors import Damaged, NotFound
from sessionpad.store import identity as identity_
from sessionpad.store import recovery_text, settings
from sessionpad.store.archive import Archive
from sessionpad.store.check import Problem, ProblemKind
from sessionpad.store.dossier_file import Opener
from sessionpad.store.files import (
    DiskFiles,
    Files,
    discard,
    put_in_place,
    replace_whole,
    storage_errors,
    written_beside,
)
from sessionpad.store.identity import Identity, unprotect
from sessionpad.store.key_files import KEY_FILES
from sessionpad.store.layout import BACKUP_NOTE, DOSSIERS, ERASED, MANIFEST, VERSIONS, make_folders, shelves
from sessionpad.store.seal import Seal
from sessionpad.store.shelf import SUFFIX, is_name, version_of
from sessionpad.store.tombstones import Tombstones
from sessionpad.store.versions import Kind, VersionInfo, read_name, sign_of

_TOP: Final = (settings.FILE, recovery_text.FILE, *KEY_FILES)


class Manifest(Value, frozen=True, kw_only=True):
    """What a backup holds, so that a part that went missing is missed."""

    made_at: datetime
    files: dict[str, str]
    """The SHA-256 of each file, in hexadecimal."""


def write_backup(folder: Path, identity: Identity, target: Path, *, now: datetime, files: Files | None = None) -> int:
    """Puts the whole vault in one file, and reads that file back. Returns how many dossiers are in it.

    Everything in it is sealed as it is in the vault; the passphrase of the vault opens the backup.

    Raises:
        StorageFailed: it could not be written; nothing is left behind, and an earlier backup is still there.
        Damaged: it does not read back ("unreadable").
    """
    files = files or DiskFiles()
    names = tuple(_names(folder, files))
    with storage_errors():
        with written_beside(files, target) as out:
            _write(out, folder, files, names, Seal(identity), now)
        _read_back(files, out.path, target, identity)
        put_in_place(files, out.path, target)
        replace_whole(files, folder / BACKUP_NOTE, msgspec.json.encode(now))
    return sum(name.startswith(f"{DOSSIERS}/") for name in names)


def _read_back(files: Files, temp: Path, target: Path, identity: Identity) -> None:
    """What was damaged in the vault is as damaged in its backup; anything else that is wrong came from writing it."""
    try:
        broken = [each for each in verify_backup(temp, identity) if each.dossier is None]
    except BaseException:
        discard(files, temp)
        raise
    if broken:
        discard(files, temp)
        raise Damaged("unreadable", file=target.name)


def last_backup(folder: Path) -> datetime | None:
    """When the last backup was made; None when that is not known."""
    try:
        return msgspec.json.decode((folder / BACKUP_NOTE).read_bytes(), type=datetime)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def unlock_backup(file: Path, passphrase: str) -> Identity:
    """The identity in a backup. Raises: WrongPassphrase, Damaged("identity"), NotFound("file")."""
    with _members(file) as members:
        return unprotect(members.get(identity_.FILE, lambda: b"")(), passphrase)


def verify_backup(file: Path, identity: Identity) -> tuple[Problem, ...]:
    """What is wrong with a backup, in order of file; empty when every dossier in it can be read.

    Raises:
        NotFound: there is no such file ("file").
    """
    opener = Opener(Seal(identity))
    try:
        with _members(file) as members:
            manifest = _manifest(members, opener.seal)
            found = [_problem(name, digest, members, opener) for name, digest in manifest.files.items()]
            found += [Problem(file=name, kind=ProblemKind.STRAY) for name in members.keys() - manifest.files.keys()]
    except Damaged:
        return (Problem(file=MANIFEST, kind=ProblemKind.UNREADABLE),)
    wrong = [each for each in found if each is not None and each.file != MANIFEST]
    return tuple(sorted(wrong, key=lambda each: each.file))


def unpack_backup(file: Path, folder: Path, *, files: Files | None = None) -> None:
    """Makes a vault out of a backup, in a folder that may become one (`check_usable`); its identity comes last.

    Raises:
        Damaged: it is not a backup ("unreadable").
        StorageFailed: it could not be written.
    """
    files = files or DiskFiles()
    with _members(file) as members, storage_errors():
        make_folders(folder, files)
        for name in sorted(members, key=lambda each: each == identity_.FILE):
            if name != MANIFEST:
                files.make_folder((folder / name).parent)
                replace_whole(files, folder / name, members[name]())


def take_back(file: Path, folder: Path, identity: Identity, *, files: Files | None = None) -> tuple[DossierId, ...]:
    """Adds what is in a backup to the versions of a vault, from where it can be restored one by one.

    Who was erased, here or there, stays erased. The caller holds the vault, or nobody does.

    Returns:
        The dossiers of which something was taken in.

    Raises:
        Damaged: it is not a backup ("unreadable").
    """
    held = shelves(folder, files or DiskFiles())
    opener = Opener(Seal(identity))
    tombstones = Tombstones(held.erased, opener.seal)
    with _members(file) as members:
        for name in members:
            if name.startswith(f"{ERASED}/") and not tombstones.has(_dossier(name)):
                held.erased.put(_dossier(name), members[name](), None)
        erased = tombstones.ids()
        wanted = [name for name in members if _is_dossier(name) and _dossier(name) not in erased]
        taken = {_dossier(name) for name in wanted if _take_in(name, members[name](), held.archive, opener)}
    return tuple(sorted(taken))


def _take_in(name: str, sealed: bytes, archive: Archive, opener: Opener) -> bool:
    try:
        meta = opener.open(sealed, _dossier(name)).meta
    except Damaged:
        return False
    known = read_name(PurePosixPath(name).name.removesuffix(SUFFIX))
    info = known or VersionInfo(
        at=meta.saved_at, revision=meta.revision, kind=Kind.SAVE, sign=sign_of(version_of(sealed))
    )
    archive.put(_dossier(name), info.id, sealed)
    return True


def _names(folder: Path, files: Files) -> Iterator[str]:
    held = shelves(folder, files)
    yield from (name for name in _TOP if (folder / name).is_file())
    for where, shelf in ((DOSSIERS, held.dossiers), (ERASED, held.erased)):
        yield from (f"{where}/{name}{SUFFIX}" for name in shelf.list())
    for dossier_id in held.archive.list():
        yield from (f"{VERSIONS}/{dossier_id}/{name}{SUFFIX}" for name in held.archive.names(dossier_id))


def _write(out: io.RawIOBase, folder: Path, files: Files, names: tuple[str, ...], seal: Seal, now: datetime) -> None:
    digests = {}
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name in names:
            data = files.read(folder / name)
            digests[name] = sha256(data).hexdigest()
            _add(tar, name, data, now)
        _add(tar, MANIFEST, seal.close(msgspec.json.encode(Manifest(made_at=now, files=digests))), now)


def _add(tar: tarfile.TarFile, name: str, data: bytes, now: datetime) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = len(data), 0o600, int(now.timestamp())
    tar.addfile(member, io.BytesIO(data))


@contextmanager
def _members(file: Path) -> Iterator[Mapping[str, Callable[[], bytes]]]:
    """The files in a backup by name, to be read one by one; anything with another name than ours is not there.

    Raises:
        NotFound: there is no such file ("file").
        Damaged: it is not a backup ("unreadable").
    """
    if not file.is_file():
        raise NotFound("file", file=file.name)
    try:
        with storage_errors(), tarfile.open(file, mode="r:") as tar:
            ours = [each for each in tar.getmembers() if each.isreg() and _is_ours(each.name)]
            yield {each.name: partial(_content, tar, each) for each in ours}
    except (tarfile.TarError, EOFError):
        raise Damaged("unreadable", file=file.name) from None


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    data = tar.extractfile(member)
    return data.read() if data else b""


def _is_ours(name: str) -> bool:
    parts = name.split("/")
    if parts[0] in {DOSSIERS, ERASED, VERSIONS}:
        depth = 3 if parts[0] == VERSIONS else 2
        inner = [*parts[1:-1], parts[-1].removesuffix(SUFFIX)]
        return len(parts) == depth and name.endswith(SUFFIX) and all(map(is_name, inner))
    return name in {*_TOP, MANIFEST}


def _is_dossier(name: str) -> bool:
    return name.startswith((f"{DOSSIERS}/", f"{VERSIONS}/"))


def _dossier(name: str) -> DossierId:
    return DossierId(name.split("/")[1].removesuffix(SUFFIX))


def _manifest(members: Mapping[str, Callable[[], bytes]], seal: Seal) -> Manifest:
    sealed = members.get(MANIFEST, lambda: b"")()
    try:
        return msgspec.json.decode(seal.open(sealed, MANIFEST), type=Manifest)
    except msgspec.DecodeError:
        raise Damaged("unreadable", file=MANIFEST) from None


def _problem(name: str, digest: str, members: Mapping[str, Callable[[], bytes]], opener: Opener) -> Problem | None:
    if name not in members:
        return Problem(file=name, kind=ProblemKind.LOST)
    data = members[name]()
    if sha256(data).hexdigest() != digest:
        return Problem(file=name, kind=ProblemKind.UNREADABLE)
    if name.startswith(f"{DOSSIERS}/"):
        try:
            opener.open(data, _dossier(name))
        except Damaged as damage:
            return Problem(file=name, kind=ProblemKind(damage.key), dossier=_dossier(name))
    return None
