"""The files of a vault that hold its key: sealed behind the passphrase, twice, and for the recovery key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from sessionpad.errors import Damaged
from sessionpad.store import identity as identity_
from sessionpad.store import settings
from sessionpad.store.files import Files, read_or_none, replace_whole, storage_errors, take_away
from sessionpad.store.identity import Identity
from sessionpad.store.seal import Seal

RECOVERY: Final = "recovery.age"
"""The identity once more, sealed for the recovery key and for itself: so this program can tell whether it is whole."""
RESEALING: Final = "resealing.age"
"""The identity before a change of keys, for as long as not everything is sealed for the new ones."""
KEY_FILES: Final = (identity_.FILE, identity_.COPY, RECOVERY, RESEALING)


def write_protected(folder: Path, protected: bytes, files: Files, held: Callable[[], object] = lambda: None) -> None:
    """Puts the identity behind a passphrase in place: it holds from the second file on.

    Args:
        folder: the vault.
        protected: what is to stand in both files.
        files: the disk.
        held: called as soon as it holds, and when the disk says no so late that it may hold all the same.

    Raises:
        StorageFailed: the passphrase that is typed next decides; the file it opens takes the place of the other.
    """
    with storage_errors():
        replace_whole(files, folder / identity_.COPY, protected)
        try:
            replace_whole(files, folder / identity_.FILE, protected)
        except BaseException:
            if _may_stand(folder / identity_.FILE, protected, files):
                held()
            raise
        held()


def _may_stand(path: Path, protected: bytes, files: Files) -> bool:
    try:
        return files.read(path) == protected
    except OSError:
        return True


def write_for_recovery(folder: Path, identity: Identity, files: Files) -> None:
    """Makes recovery.age and vault.toml say what this identity says; they are left alone when they do."""
    if not identity.recovery:
        take_away(files, folder / RECOVERY)
    elif not is_for_recovery(folder, identity, files):
        replace_whole(files, folder / RECOVERY, Seal(identity).close(identity.text.encode()))
    if not are_settings_right(folder, identity, files):
        replace_whole(files, folder / settings.FILE, settings.write_settings(settings.settings_for(identity)))


def is_for_recovery(folder: Path, identity: Identity, files: Files) -> bool:
    """Whether recovery.age is whole and of today; without a recovery key, whether there is none."""
    try:
        sealed = files.read(folder / RECOVERY)
        return bool(identity.recovery) and Seal(identity).open(sealed, RECOVERY) == identity.text.encode()
    except FileNotFoundError:
        return not identity.recovery
    except Damaged:
        return False


def are_settings_right(folder: Path, identity: Identity, files: Files) -> bool:
    """Whether vault.toml is there, whole, of this format and names these keys; nothing is read by what it says.

    Raises:
        Damaged: a newer program wrote it ("newer-format").
    """
    try:
        return settings.read_settings(files.read(folder / settings.FILE)) == settings.settings_for(identity)
    except FileNotFoundError:
        return False
    except Damaged as damage:
        if damage.key == "newer-format":
            raise
        return False


def mend_protected(folder: Path, identity: Identity, files: Files) -> None:
    """Makes the two files behind the passphrase the same again, after the one that opened.

    The other one may be lost or hurt, or be left of a change of passphrase that was broken off.
    """
    good = read_or_none(files, folder / identity.source) if identity.source else None
    other = identity_.COPY if identity.source == identity_.FILE else identity_.FILE
    if good is not None and read_or_none(files, folder / other) != good:
        replace_whole(files, folder / other, good)
