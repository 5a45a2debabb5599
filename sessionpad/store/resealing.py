"""Everything sealed again for other keys, file by file, in a way that can be broken off anywhere and goes on later.

1. resealing.age holds the identity as it was, sealed for that one and for the new one. Nothing else has changed yet.
2. The new identity takes its place behind the passphrase: from here on the change holds.
3. Every file is opened with either and sealed for the new one.
4. resealing.age goes, and with it what was left of the earlier key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyrage

from sessionpad.errors import Damaged
from sessionpad.store.files import (
    Files,
    begin_beside,
    discard,
    finish_beside,
    is_temp,
    read_or_none,
    replace_whole,
    storage_errors,
    take_away,
)
from sessionpad.store.identity import Identity
from sessionpad.store.key_files import KEY_FILES, RESEALING, write_for_recovery, write_protected
from sessionpad.store.layout import DOSSIERS, ERASED, VERSIONS
from sessionpad.store.seal import Seal
from sessionpad.store.shelf import SUFFIX

Progress = Callable[[int, int], None]
"""Is told how many files were sealed, and of how many."""


def silent(done: int, of: int) -> None:
    """Tells nobody."""


def change_keys(
    folder: Path,
    old: Identity,
    new: Identity,
    protected: bytes,
    files: Files,
    *,
    held: Callable[[], object] = lambda: None,
    progress: Progress = silent,
) -> None:
    """Seals everything for a new identity.

    Args:
        folder: the vault; whoever calls has its lock.
        old: opens what is there.
        new: what everything is to be sealed for.
        protected: the new one behind a passphrase.
        files: the disk.
        held: called as soon as the change holds, though not everything is sealed again yet; also when the disk says no
            so late that it may hold all the same.
        progress: is told how far it is.

    Raises:
        StorageFailed: before `held` was called nothing has changed, or all of it will; afterwards the rest is done
            when the vault is next opened. Everything can be read all the time.
    """
    with storage_errors():
        go_on(folder, old, files)
        keys = {key for key in (old.public, new.public, new.recovery) if key}
        recipients = [pyrage.x25519.Recipient.from_str(key) for key in sorted(keys)]
        replace_whole(files, folder / RESEALING, pyrage.encrypt(old.text.encode(), recipients))
        write_protected(folder, protected, files, held)
        write_for_recovery(folder, new, files)
        finish(folder, new.after(old), files, progress)


def earlier_of(folder: Path, identity: Identity, files: Files) -> Identity | None:
    """The identity before a change that holds and is not finished; None when there is no such change."""
    text = _noted(folder, identity, files)
    return None if text in {None, identity.text} else Identity.from_text(text or "")


def seal_of(folder: Path, identity: Identity, files: Files) -> Seal:
    """Opens everything in this vault, also while not everything is sealed for the key of today."""
    with storage_errors():
        earlier = earlier_of(folder, identity, files)
    return Seal(identity if earlier is None else identity.after(earlier))


def settle(folder: Path, identity: Identity, files: Files) -> None:
    """Takes away what is left of a change that was broken off before it held."""
    if _noted(folder, identity, files) == identity.text:
        take_away(files, folder / RESEALING)


def go_on(folder: Path, identity: Identity, files: Files) -> None:
    """Finishes what was broken off after it held."""
    earlier = earlier_of(folder, identity, files)
    if earlier is not None:
        finish(folder, identity.after(earlier), files)


def finish(folder: Path, identity: Identity, files: Files, progress: Progress = silent) -> None:
    """Seals every file that opens for this identity alone, and forgets the earlier one.

    What cannot be opened stays as it is: it was damaged before.
    """
    seal = Seal(identity)
    paths = tuple(sealed_files(folder, files))
    for number, path in enumerate(paths, start=1):
        _seal_again(path, seal, files)
        progress(number, len(paths))
    for each in sorted({path.parent for path in paths}):
        files.sync_folder(each)
    take_away(files, folder / RESEALING)


def _noted(folder: Path, identity: Identity, files: Files) -> str | None:
    sealed = read_or_none(files, folder / RESEALING)
    try:
        return None if sealed is None else Seal(identity).open(sealed, RESEALING).decode()
    except (Damaged, UnicodeDecodeError):
        return None


def sealed_files(folder: Path, files: Files) -> Iterator[Path]:
    """Every sealed file of a vault, but for those that hold a key."""
    versions = [f"{VERSIONS}/{each}" for each in _names(folder / VERSIONS, files) if "." not in each]
    for where in ("", DOSSIERS, ERASED, *versions):
        for name in _names(folder / where, files):
            if name.endswith(SUFFIX) and name not in KEY_FILES and not is_temp(name):
                yield folder / where / name


def _names(folder: Path, files: Files) -> tuple[str, ...]:
    try:
        return tuple(sorted(files.names(folder)))
    except (NotADirectoryError, FileNotFoundError):
        return ()


def _seal_again(path: Path, seal: Seal, files: Files) -> None:
    """The same words for the new keys. The folder is synced later: until then either file will do."""
    sealed = files.read(path)
    if seal.is_up_to_date(sealed):
        return
    try:
        payload = seal.open(sealed, path.name)
    except Damaged:
        return
    again = seal.close(payload)
    seal.prove(again, payload)
    temp, handle = begin_beside(files, path, again)
    finish_beside(files, temp, handle, again)
    try:
        files.replace(temp, path)
    except BaseException:
        discard(files, temp)
        raise
