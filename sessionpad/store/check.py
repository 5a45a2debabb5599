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
from sessionpad.store.files import DiskFiles, is_temp
from sessionpad.store.identity import Identity
from sessionpad.store.index import NAME, Index
from sessionpad.store.layout import DOSSIERS, ERASED, FOLDERS, OURS, VERSIONS, shelves
from sessionpad.store.repository import Repository, Shelves
from sessionpad.store.seal import Seal
from sessionpad.store.shelf import SUFFIX, FolderShelf
from sessionpad.store.tombstones import Tombstones
from sessionpad.store.trail import Trail
from sessionpad.store.versions import Kind


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
    INDEX = "index"
    """Will be made again by itself."""
    VERSION = "version"
    """An earlier version that cannot be read."""
    CONFLICT = "conflict"
    """Text that could not be saved waits to be looked at."""
    TOMBSTONE = "tombstone"
    STRAY = "stray"
    """A file that is not ours, such as the copy a sync program makes."""
    EXPOSED = "exposed"
    """Other users of this machine may read it."""
    RECOVERY_TEXT = "recovery-text"


class Problem(Value, frozen=True, kw_only=True):
    file: str
    """Where, from the folder of the vault."""
    kind: ProblemKind
    dossier: DossierId | None = None


def check_vault(folder: Path, identity: Identity) -> tuple[Problem, ...]:
    """Everything that is wrong with a vault, in order of file; empty when all is well.

    Raises:
        NotFound: there is no vault here ("vault").
        StorageFailed: the disk cannot be read.
    """
    if not folder.is_dir():
        raise NotFound("vault")
    held = shelves(folder, DiskFiles())
    seal = Seal(identity)
    found = [
        *_identity(folder),
        *_settings(folder, identity),
        *_index(held, seal),
        *_dossiers(held, seal),
        *_versions(held, seal),
        *_tombstones(held, seal),
        *_strays(folder),
        *_exposed(folder),
    ]
    return tuple(sorted(found, key=lambda each: (each.file, each.kind)))


def _identity(folder: Path) -> Iterator[Problem]:
    path = folder / identity_.FILE
    try:
        identity_.work_factor(path.read_bytes())
    except (FileNotFoundError, Damaged):
        yield Problem(file=path.name, kind=ProblemKind.IDENTITY)


def _settings(folder: Path, identity: Identity) -> Iterator[Problem]:
    try:
        read = settings.read_settings((folder / settings.FILE).read_bytes())
    except (FileNotFoundError, Damaged) as error:
        newer = isinstance(error, Damaged) and error.key == "newer-format"
        yield Problem(file=settings.FILE, kind=ProblemKind.NEWER_FORMAT if newer else ProblemKind.SETTINGS)
    else:
        if (read.coach, read.recovery) != (identity.public, identity.recovery):
            yield Problem(file=settings.FILE, kind=ProblemKind.SETTINGS)
    if not (folder / recovery_text.FILE).is_file():
        yield Problem(file=recovery_text.FILE, kind=ProblemKind.RECOVERY_TEXT)


def _index(held: Shelves, seal: Seal) -> Iterator[Problem]:
    if held.top.mark(NAME) and not Index(held.top, seal).read():
        yield Problem(file=NAME + SUFFIX, kind=ProblemKind.INDEX)


def _dossiers(held: Shelves, seal: Seal) -> Iterator[Problem]:
    """Each dossier is opened, whatever the index says of it; what it cannot know, the list says."""
    repository = Repository(held, seal, clock=lambda: datetime.now(UTC), refusal=Conflict("read-only"))
    ids = {*map(DossierId, held.dossiers.list()), *repository.distrusted()}
    for dossier_id in sorted(ids - Tombstones(held.erased, seal).ids()):
        file = f"{DOSSIERS}/{dossier_id}{SUFFIX}"
        error = _error(partial(repository.load, dossier_id))
        if error is not None:
            lost = not held.dossiers.mark(dossier_id)
            kind = ProblemKind.LOST if lost else ProblemKind(error.key)
            yield Problem(file=file, kind=kind, dossier=dossier_id)


def _versions(held: Shelves, seal: Seal) -> Iterator[Problem]:
    trail = Trail(held.archive, Opener(seal))
    for dossier_id in sorted(trail.dossiers()):
        for each in trail.all(dossier_id):
            file = f"{VERSIONS}/{dossier_id}/{each.id}{SUFFIX}"
            if each.kind is Kind.CONFLICT:
                yield Problem(file=file, kind=ProblemKind.CONFLICT, dossier=dossier_id)
            elif each.is_own_past and _error(partial(trail.open, dossier_id, each.id)):
                yield Problem(file=file, kind=ProblemKind.VERSION, dossier=dossier_id)


def _tombstones(held: Shelves, seal: Seal) -> Iterator[Problem]:
    tombstones = Tombstones(held.erased, seal)
    for dossier_id in sorted(tombstones.ids()):
        if _error(partial(tombstones.get, dossier_id)):
            yield Problem(file=f"{ERASED}/{dossier_id}{SUFFIX}", kind=ProblemKind.TOMBSTONE, dossier=dossier_id)


def _strays(folder: Path) -> Iterator[Problem]:
    files = DiskFiles()
    known: dict[str, frozenset[str]] = {"": OURS}
    for name in FOLDERS:
        if (folder / name).is_dir():
            known[name] = frozenset(each + SUFFIX for each in FolderShelf(folder / name, files).list())
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
