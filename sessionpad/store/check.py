"""Looks at every file of a vault and names what is wrong, without changing anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path

from sessionpad.domain.ids import DossierId
from sessionpad.domain.value import Value
from sessionpad.errors import Conflict, Damaged, NotFound, SessionpadError
from sessionpad.store import identity as identity_
from sessionpad.store import recovery_text, settings
from sessionpad.store.dossier_file import Opener
from sessionpad.store.files import DiskFiles, Files, is_temp, read_or_none, storage_errors
from sessionpad.store.identity import Identity, is_protected
from sessionpad.store.index import NAME, Index
from sessionpad.store.key_files import RECOVERY, RESEALING, are_settings_right, is_for_recovery
from sessionpad.store.layout import DOSSIERS, ERASED, FOLDERS, OURS, VERSIONS, shelves
from sessionpad.store.repository import Repository, Shelves
from sessionpad.store.resealing import seal_of
from sessionpad.store.seal import Seal
from sessionpad.store.shelf import SUFFIX, FolderShelf
from sessionpad.store.tombstones import Tombstones
from sessionpad.store.trail import Trail
from sessionpad.store.versions import Kind, read_name


class ProblemKind(StrEnum):
    UNREADABLE = "unreadable"
    WRONG_NAME = "wrong-name"
    OLDER_VERSION = "older-version"
    FOREIGN = "foreign"
    NEWER_FORMAT = "newer-format"
    LOST = "lost"
    """A dossier that was here is gone; its versions are not."""
    SETTINGS = "settings"
    """vault.toml is gone, cannot be read, or names other keys than the identity does."""
    IDENTITY = "identity"
    """One of the two files behind the passphrase is lost, damaged, or not the one that opens."""
    RECOVERY_FILE = "recovery-file"
    """What is sealed for the recovery key is not what it should be."""
    RESEALING = "resealing"
    """A change of keys was broken off."""
    INDEX = "index"
    """Will be made again by itself."""
    VERSION = "version"
    """An earlier version that cannot be read."""
    CONFLICT = "conflict"
    """Text that could not be saved waits to be looked at."""
    TOMBSTONE = "tombstone"
    STRAY = "stray"
    """A file that is not ours, such as the copy a sync program makes."""
    REMAINS = "remains"
    """Something is left of a client who was erased."""
    EXPOSED = "exposed"
    """Other users of this machine may read it."""
    RECOVERY_TEXT = "recovery-text"


class Remedy(StrEnum):
    """What can be done about it."""

    RESTORE = "restore"
    """An earlier version can be read."""
    BACKUP = "backup"
    """Only a backup can help."""
    LOOK = "look"
    """A version waits to be looked at: taken in, or let go."""


class Problem(Value, frozen=True, kw_only=True):
    file: str
    """Where, from the folder of the vault."""
    kind: ProblemKind
    dossier: DossierId | None = None
    code: str = ""
    """The client's, when it is known."""
    remedy: Remedy | None = None


def check_vault(folder: Path, identity: Identity) -> tuple[Problem, ...]:
    """Everything that is wrong with a vault, in order of file; empty when all is well.

    Raises:
        NotFound: there is no vault here ("vault").
        StorageFailed: the disk cannot be read.
    """
    if not folder.is_dir():
        raise NotFound("vault")
    files = DiskFiles()
    held = shelves(folder, files)
    seal = seal_of(folder, identity, files)
    with storage_errors():
        found = [
            *_keys(folder, identity, files),
            *_settings(folder, identity, files),
            *_index(held, seal),
            *_dossiers(held, seal),
            *_versions(held, seal),
            *_tombstones(held, seal),
            *_strays(folder),
            *_exposed(folder),
        ]
    return tuple(sorted(found, key=lambda each: (each.file, each.kind)))


def _keys(folder: Path, identity: Identity, files: Files) -> Iterator[Problem]:
    held = {name: read_or_none(files, folder / name) for name in (identity_.FILE, identity_.COPY)}
    good = held.get(identity.source)
    for name, data in held.items():
        if not is_protected(data) or (good is not None and data != good):
            yield Problem(file=name, kind=ProblemKind.IDENTITY)
    if not is_for_recovery(folder, identity, files):
        yield Problem(file=RECOVERY, kind=ProblemKind.RECOVERY_FILE)
    if read_or_none(files, folder / RESEALING) is not None:
        yield Problem(file=RESEALING, kind=ProblemKind.RESEALING)


def _settings(folder: Path, identity: Identity, files: Files) -> Iterator[Problem]:
    try:
        right = are_settings_right(folder, identity, files)
    except Damaged:
        yield Problem(file=settings.FILE, kind=ProblemKind.NEWER_FORMAT)
    else:
        if not right:
            yield Problem(file=settings.FILE, kind=ProblemKind.SETTINGS)
    if not recovery_text.is_ours(read_or_none(files, folder / recovery_text.FILE) or b""):
        yield Problem(file=recovery_text.FILE, kind=ProblemKind.RECOVERY_TEXT)


def _index(held: Shelves, seal: Seal) -> Iterator[Problem]:
    if held.top.mark(NAME) and not Index(held.top, seal).read():
        yield Problem(file=NAME + SUFFIX, kind=ProblemKind.INDEX)


def _dossiers(held: Shelves, seal: Seal) -> Iterator[Problem]:
    """Each dossier is opened, whatever the index says of it; what it cannot know, the list says."""
    repository = Repository(held, seal, clock=lambda: datetime.now(UTC), refusal=Conflict("read-only"))
    trail = Trail(held.archive, Opener(seal))
    codes = {row.id: row.code for row in repository.overviews()}
    ids = {*map(DossierId, held.dossiers.list()), *repository.distrusted()}
    for dossier_id in sorted(ids - Tombstones(held.erased, seal).ids()):
        error = _error(partial(repository.load, dossier_id))
        if error is not None:
            lost = not held.dossiers.mark(dossier_id)
            kind = ProblemKind.LOST if lost else ProblemKind(error.key)
            remedy = None
            if kind is not ProblemKind.NEWER_FORMAT:
                remedy = Remedy.BACKUP if trail.newest(dossier_id) is None else Remedy.RESTORE
            yield Problem(
                file=f"{DOSSIERS}/{dossier_id}{SUFFIX}",
                kind=kind,
                dossier=dossier_id,
                code=codes.get(dossier_id, ""),
                remedy=remedy,
            )


def _versions(held: Shelves, seal: Seal) -> Iterator[Problem]:
    trail = Trail(held.archive, Opener(seal))
    for dossier_id in sorted(trail.dossiers() - Tombstones(held.erased, seal).ids()):
        for each in trail.all(dossier_id):
            file = f"{VERSIONS}/{dossier_id}/{each.id}{SUFFIX}"
            error = _error(partial(trail.open, dossier_id, each.id))
            newer = error is not None and error.key == "newer-format"
            if each.kind is Kind.CONFLICT and error is None:
                yield Problem(file=file, kind=ProblemKind.CONFLICT, dossier=dossier_id, remedy=Remedy.LOOK)
            elif error is not None and each.kind is not Kind.DAMAGED:
                yield Problem(
                    file=file, kind=ProblemKind.NEWER_FORMAT if newer else ProblemKind.VERSION, dossier=dossier_id
                )


def _tombstones(held: Shelves, seal: Seal) -> Iterator[Problem]:
    tombstones = Tombstones(held.erased, seal)
    for dossier_id in sorted(tombstones.ids()):
        if _error(partial(tombstones.get, dossier_id)):
            yield Problem(file=f"{ERASED}/{dossier_id}{SUFFIX}", kind=ProblemKind.TOMBSTONE, dossier=dossier_id)
        if held.dossiers.mark(dossier_id):
            yield Problem(file=f"{DOSSIERS}/{dossier_id}{SUFFIX}", kind=ProblemKind.REMAINS, dossier=dossier_id)
        if held.archive.names(dossier_id):
            yield Problem(file=f"{VERSIONS}/{dossier_id}", kind=ProblemKind.REMAINS, dossier=dossier_id)


def _strays(folder: Path) -> Iterator[Problem]:
    files = DiskFiles()
    known: dict[str, frozenset[str]] = {"": OURS}
    for name in FOLDERS:
        if (folder / name).is_dir():
            known[name] = frozenset(each + SUFFIX for each in FolderShelf(folder / name, files).list())
    for path in (folder / VERSIONS).glob("*/*"):
        if not is_temp(path.name) and read_name(path.name.removesuffix(SUFFIX)) is None:
            yield Problem(file=path.relative_to(folder).as_posix(), kind=ProblemKind.STRAY)
    for name, names in known.items():
        where = folder / name
        for each in files.scan(where):
            if each not in names and not is_temp(each) and not (name == VERSIONS and (where / each).is_dir()):
                yield Problem(file=f"{name}/{each}".lstrip("/"), kind=ProblemKind.STRAY)


def _exposed(folder: Path) -> Iterator[Problem]:
    for path in (folder, *folder.rglob("*")):
        if path.lstat().st_mode & 0o077:
            yield Problem(file=path.relative_to(folder).as_posix(), kind=ProblemKind.EXPOSED)


def _error(act: Callable[[], object]) -> SessionpadError | None:
    try:
        act()
    except (Damaged, NotFound) as error:
        return error
    return None
