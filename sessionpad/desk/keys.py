"""The keys of a vault: another passphrase, a recovery key, and the way in with that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sessionpad.errors import InvalidInput

if TYPE_CHECKING:
    from sessionpad.desk.opened import Clock
    from sessionpad.store.files import Files
    from sessionpad.store.identity import Identity

Progress = Callable[[int, int], None]


def silent(done: int, of: int) -> None:
    """Tells nobody how far it is."""


class Keys:
    """Nothing here needs the vault to be open, and nothing goes on while another program has it.

    Every method that changes something raises Busy or VaultUnusable when that cannot be now, and StorageFailed when
    the disk says no: either nothing has changed then, or the rest is done when the vault is next opened.

    Args:
        folder: the vault.
        program: how other programs are told who holds it.
        clock: gives the present moment.
        told: is told how many files were sealed for another key, and of how many.
    """

    def __init__(self, folder: Path, program: str, clock: Clock, told: Progress = silent) -> None:
        self._folder = folder
        self._program = program
        self._clock = clock
        self._told = told

    def unlock(self, passphrase: str) -> Identity:
        """Raises: NotFound, WrongPassphrase, Damaged."""
        from sessionpad.store.vault import unlock  # noqa: PLC0415  the store is loaded when it is needed

        return unlock(self._folder, passphrase)

    def change_passphrase(self, identity: Identity, new: str, *, new_key: bool = False) -> None:
        """Another passphrase for the same key, or with `new_key` for a new one that everything is sealed for.

        Raises:
            InvalidInput: the new passphrase is too short.
        """
        from sessionpad.store.identity import Identity, protect  # noqa: PLC0415  idem
        from sessionpad.store.key_files import write_protected  # noqa: PLC0415  idem
        from sessionpad.store.passphrase import check_passphrase  # noqa: PLC0415  idem

        check_passphrase(new)
        if new_key:
            self._change(identity, Identity.generate(identity.recovery), new)
            return
        protected = protect(identity, new)
        with self._holding() as files:
            write_protected(self._folder, protected, files)

    def make_recovery_key(
        self,
        identity: Identity,
        passphrase: str,
        *,
        replace: bool = False,
        target: Path | None = None,
        show: Callable[[str], object] = lambda _: None,
    ) -> Path | None:
        """Makes a recovery key and seals everything for it too. Returns where the key was put, if anywhere.

        Args:
            identity: that of the vault.
            passphrase: its passphrase, behind which the public half is kept.
            replace: take the place of the one there is; the vault gets a new key of its own as well, so that who has
                the earlier recovery key cannot read what is written from now on.
            target: a new file to put the key in.
            show: is given the text of the key as soon as it holds, or may hold, when there is no such file.

        Raises:
            InvalidInput: there is one already ("recovery-key-exists"), or none to replace ("recovery-key-none").
        """
        from sessionpad.store.exports import write_export  # noqa: PLC0415  idem
        from sessionpad.store.identity import Identity, recovery_key_text  # noqa: PLC0415  idem

        _check_recovery(identity, wanted=replace)
        key = Identity.generate()
        text = recovery_key_text(key)
        new = Identity.generate(key.public) if replace else Identity(identity.key, key.public)
        written = write_export(target, text.encode()) if target is not None else None
        held = False

        def it_holds() -> None:
            nonlocal held
            held = True
            if written is None:
                show(text)

        try:
            self._change(identity, new, passphrase, held=it_holds)
        finally:
            if written is not None and not held:
                written.unlink(missing_ok=True)
        return written

    def remove_recovery_key(self, identity: Identity, passphrase: str) -> None:
        """Seals everything for a new key of the vault alone. Raises: InvalidInput("recovery-key-none")."""
        from sessionpad.store.identity import Identity  # noqa: PLC0415  idem

        _check_recovery(identity, wanted=True)
        self._change(identity, Identity.generate(), passphrase)

    def recover(self, key_text: str, file: str, new: Callable[[], str]) -> None:
        """A new passphrase, with nothing but the recovery key.

        Args:
            key_text: the key as it was shown, or only the line with the secret.
            file: where it was read.
            new: gives the new passphrase; asked when the key turned out to be the right one.

        Raises:
            InvalidInput: there is no key in that text, or the new passphrase is too short.
            WrongPassphrase: it is not the recovery key of this vault ("wrong-recovery-key").
        """
        from sessionpad.store.files import DiskFiles, storage_errors  # noqa: PLC0415  idem
        from sessionpad.store.passphrase import check_passphrase  # noqa: PLC0415  idem
        from sessionpad.store.recovery import read_recovery_key, recover  # noqa: PLC0415  idem

        key = read_recovery_key(key_text, file)
        with storage_errors():
            found = recover(self._folder, key, DiskFiles())
        passphrase = new()
        check_passphrase(passphrase)
        if found.lost is None:
            self.change_passphrase(found.identity, passphrase)
        else:
            self._change(found.lost, found.identity, passphrase)

    def _change(
        self,
        old: Identity,
        new: Identity,
        passphrase: str,
        *,
        held: Callable[[], object] = lambda: None,
    ) -> None:
        from sessionpad.store.identity import protect  # noqa: PLC0415  idem
        from sessionpad.store.resealing import change_keys  # noqa: PLC0415  idem

        protected = protect(new, passphrase)
        with self._holding() as files:
            change_keys(self._folder, old, new, protected, files, held=held, progress=self._told)

    @contextmanager
    def _holding(self) -> Iterator[Files]:
        from sessionpad.store.files import DiskFiles  # noqa: PLC0415  idem
        from sessionpad.store.lock import holding, present_program  # noqa: PLC0415  idem

        files = DiskFiles()
        with holding(self._folder, files, present_program(self._program, self._clock())):
            yield files


def _check_recovery(identity: Identity, *, wanted: bool) -> None:
    if identity.recovery and not wanted:
        raise InvalidInput("recovery-key-exists")
    if wanted and not identity.recovery:
        raise InvalidInput("recovery-key-none")
