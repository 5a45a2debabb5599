"""Back in with nothing but the recovery key."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from sessionpad.errors import Damaged, InvalidInput, WrongPassphrase
from sessionpad.store.files import Files, read_or_none
from sessionpad.store.identity import Identity
from sessionpad.store.key_files import RECOVERY
from sessionpad.store.resealing import sealed_files
from sessionpad.store.seal import Seal


class Recovered(NamedTuple):
    """What a recovery key gives back.

    Attributes:
        identity: the vault's own, or a new one when recovery.age is lost or damaged.
        lost: the recovery key as an identity, when everything still has to be sealed for a new one.
    """

    identity: Identity
    lost: Identity | None = None


def read_recovery_key(text: str, file: str) -> Identity:
    """Raises: InvalidInput("recovery-key-unreadable")."""
    try:
        return Identity.from_text(text)
    except Damaged:
        raise InvalidInput("recovery-key-unreadable", file=file) from None


def recover(folder: Path, key: Identity, files: Files) -> Recovered:
    """Finds the identity of a vault with its recovery key, without changing anything.

    Raises:
        WrongPassphrase: this key opens nothing here ("wrong-recovery-key").
    """
    identity = _kept_for(key, folder, files)
    paths = tuple(sealed_files(folder, files))
    if identity is not None and (not paths or _opens_any(paths, identity, files)):
        return Recovered(identity)
    if not _opens_any(paths, key, files):
        raise WrongPassphrase("wrong-recovery-key")
    return Recovered(Identity.generate(key.public), lost=key)


def _kept_for(key: Identity, folder: Path, files: Files) -> Identity | None:
    sealed = read_or_none(files, folder / RECOVERY)
    try:
        return None if sealed is None else Identity.from_text(Seal(key).open(sealed, RECOVERY).decode())
    except (Damaged, UnicodeDecodeError):
        return None


def _opens_any(paths: Iterable[Path], key: Identity, files: Files) -> bool:
    return any(_opens(path, key, files) for path in paths)


def _opens(path: Path, key: Identity, files: Files) -> bool:
    try:
        Seal(key).open(files.read(path), path.name)
    except Damaged:
        return False
    return True
