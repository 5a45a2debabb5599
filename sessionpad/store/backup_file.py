"""Reading one file that holds a whole vault: what is in it, and whether all of that is sound."""

from __future__ import annotations

import tarfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from sessionpad.domain.ids import DossierId
from sessionpad.errors import Damaged, NotFound, WrongPassphrase
from sessionpad.store import identity as identity_
from sessionpad.store import recovery_text, settings
from sessionpad.store.check import Problem, ProblemKind
from sessionpad.store.dossier_file import Opener
from sessionpad.store.files import DiskFiles, Files, storage_errors
from sessionpad.store.identity import Identity, unprotect
from sessionpad.store.key_files import KEY_FILES
from sessionpad.store.layout import DOSSIERS, ERASED, MANIFEST, VERSIONS
from sessionpad.store.seal import Seal
from sessionpad.store.shelf import SUFFIX, is_name

TOP: Final = (settings.FILE, recovery_text.FILE, *KEY_FILES)
"""What goes into a backup from the top of the vault; the lock and the list are made again."""
Members = Mapping[str, Callable[[], bytes]]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup holds, so that a part that went missing is missed. A newer program may say more."""

    made_at: datetime
    files: dict[str, str]
    """The SHA-256 of each file, in hexadecimal."""

    @property
    def dossiers(self) -> int:
        return sum(name.startswith(f"{DOSSIERS}/") for name in self.files)


@contextmanager
def members_of(file: Path, files: Files | None = None) -> Iterator[Members]:
    """The files in a backup by name, to be read one by one; anything with another name than ours is not there.

    Raises:
        NotFound: there is no such file ("file").
        Damaged: it is not a backup ("unreadable").
    """
    with storage_errors():
        try:
            opened = (files or DiskFiles()).open(file)
        except (FileNotFoundError, IsADirectoryError):
            raise NotFound("file", file=file.name) from None
    try:
        with storage_errors(), opened, tarfile.open(fileobj=opened, mode="r:") as tar:
            ours = [each for each in tar.getmembers() if each.isreg() and _is_ours(each.name)]
            yield {each.name: partial(_content, tar, each) for each in ours}
    except (tarfile.TarError, EOFError):
        raise Damaged("unreadable", file=file.name) from None


def manifest_of(members: Members, seal: Seal) -> Manifest:
    """Raises: Damaged when it is missing, which is how a file that was cut off is known, or sealed for another."""
    sealed = members.get(MANIFEST, lambda: b"")()
    try:
        return msgspec.json.decode(seal.open(sealed, MANIFEST), type=Manifest)
    except msgspec.DecodeError:
        raise Damaged("unreadable", file=MANIFEST) from None


def unlock_backup(file: Path, passphrase: str) -> Identity:
    """The identity in a backup.

    Raises:
        WrongPassphrase: this is not the passphrase that the vault had then ("wrong-backup-passphrase").
        Damaged: the identity in it cannot be read ("identity").
        NotFound: there is no such file ("file").
    """
    trouble: Damaged | WrongPassphrase = Damaged("identity", file=identity_.FILE)
    with members_of(file) as members:
        for data in {members[name](): None for name in (identity_.FILE, identity_.COPY) if name in members}:
            try:
                return unprotect(data, passphrase)
            except WrongPassphrase:
                trouble = WrongPassphrase("wrong-backup-passphrase")
            except Damaged:
                continue
    raise trouble


def is_backup(file: Path) -> bool:
    """Whether a file is a whole backup or the beginning of one: what may be replaced by a new backup."""
    try:
        with members_of(file) as members:
            return settings.FILE in members or MANIFEST in members
    except (Damaged, NotFound):
        return False


def read_manifest(file: Path, identity: Identity) -> Manifest | None:
    """What a backup holds; None when that cannot be read with this key. Raises: NotFound("file")."""
    try:
        with members_of(file) as members:
            return manifest_of(members, Seal(identity))
    except Damaged:
        return None


def verify_backup(file: Path, identity: Identity, files: Files | None = None) -> tuple[Problem, ...]:
    """What is wrong with a backup, in order of file; empty when every dossier in it can be read.

    Raises:
        NotFound: there is no such file ("file").
    """
    opener = Opener(Seal(identity))
    try:
        with members_of(file, files) as members:
            manifest = manifest_of(members, opener.seal)
            found = [_problem(name, digest, members, opener) for name, digest in manifest.files.items()]
            found += [Problem(file=name, kind=ProblemKind.STRAY) for name in members.keys() - manifest.files.keys()]
    except Damaged:
        return (Problem(file=MANIFEST, kind=ProblemKind.UNREADABLE),)
    wrong = [each for each in found if each is not None and each.file != MANIFEST]
    return tuple(sorted(wrong, key=lambda each: each.file))


def dossier_in(name: str) -> DossierId:
    """Whose file this is."""
    return DossierId(name.split("/")[1].removesuffix(SUFFIX))


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    data = tar.extractfile(member)
    return data.read() if data else b""


def _is_ours(name: str) -> bool:
    parts = name.split("/")
    if parts[0] in {DOSSIERS, ERASED, VERSIONS}:
        depth = 3 if parts[0] == VERSIONS else 2
        inner = [*parts[1:-1], parts[-1].removesuffix(SUFFIX)]
        return len(parts) == depth and name.endswith(SUFFIX) and all(map(is_name, inner))
    return name in {*TOP, MANIFEST}


def _problem(name: str, digest: str, members: Members, opener: Opener) -> Problem | None:
    if name not in members:
        return Problem(file=name, kind=ProblemKind.LOST)
    data = members[name]()
    if sha256(data).hexdigest() != digest:
        return Problem(file=name, kind=ProblemKind.UNREADABLE)
    if name.startswith(f"{DOSSIERS}/"):
        try:
            opener.open(data, dossier_in(name))
        except Damaged as damage:
            return Problem(file=name, kind=ProblemKind(damage.key), dossier=dossier_in(name))
    return None
