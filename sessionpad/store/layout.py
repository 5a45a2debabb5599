"""What stands where in the folder of a vault."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sessionpad.store import index, lock, recovery_text, settings
from sessionpad.store.archive import FolderArchive, MemoryArchive
from sessionpad.store.files import Files
from sessionpad.store.key_files import KEY_FILES
from sessionpad.store.repository import Shelves
from sessionpad.store.shelf import SUFFIX, FolderShelf, MemoryShelf

DOSSIERS: Final = "dossiers"
VERSIONS: Final = "versions"
ERASED: Final = "erased"
FOLDERS: Final = (DOSSIERS, VERSIONS, ERASED)
BACKUP_NOTE: Final = "vault.backup"
MANIFEST: Final = "manifest.age"
OURS: Final = frozenset(
    {
        *FOLDERS,
        *KEY_FILES,
        settings.FILE,
        recovery_text.FILE,
        index.NAME + SUFFIX,
        lock.LOCK,
        lock.HOLDER,
        BACKUP_NOTE,
        MANIFEST,
    }
)
"""Every name that belongs at the top."""


def shelves(folder: Path, files: Files) -> Shelves:
    dossiers = FolderShelf(folder / DOSSIERS, files)
    return Shelves(
        dossiers,
        FolderArchive(folder / VERSIONS, dossiers, files),
        erased=FolderShelf(folder / ERASED, files),
        top=FolderShelf(folder, files),
    )


def memory_shelves() -> Shelves:
    dossiers = MemoryShelf()
    return Shelves(dossiers, MemoryArchive(dossiers), erased=MemoryShelf(), top=MemoryShelf())


def make_folders(folder: Path, files: Files) -> None:
    files.make_folder(folder)
    for name in FOLDERS:
        files.make_folder(folder / name)
