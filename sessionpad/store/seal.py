"""Bytes in, sealed bytes out: age with X25519 keys. Only the bytes calls: the file calls write over their target."""

from __future__ import annotations

from typing import Final

import pyrage

from sessionpad.errors import Damaged, Locked, StorageFailed
from sessionpad.store.identity import Identity

_STANZA: Final = b"\n-> X25519 "
_NOT_FOR_US: Final = "No matching keys found"


class Seal:
    """Closes and opens for the holder of one identity; a recovery key can open too."""

    def __init__(self, identity: Identity) -> None:
        self._keys = [identity.key, *identity.earlier]
        keys = (identity.public, identity.recovery)
        try:
            self._recipients = [pyrage.x25519.Recipient.from_str(key) for key in keys if key]
        except pyrage.RecipientError:
            raise Damaged("identity", file="identity.age") from None

    def forget(self) -> None:
        """Drops the secret keys: what is sealed stays shut, whoever still holds this."""
        self._keys.clear()

    def close(self, data: bytes) -> bytes:
        sealed: bytes = pyrage.encrypt(data, self._recipients)
        return sealed

    def prove(self, sealed: bytes, data: bytes) -> None:
        """Makes sure that what was sealed opens again to the same.

        Raises:
            StorageFailed: it does not ("other").
        """
        try:
            same = pyrage.decrypt(sealed, self._secrets[:1]) == data
        except pyrage.DecryptError:
            same = False
        if not same:
            raise StorageFailed("other", reason="sealed bytes do not open")

    def is_up_to_date(self, sealed: bytes) -> bool:
        """Whether the key of today opens it, and it was sealed for as many keys as there are."""
        if sealed.partition(b"\n--- ")[0].count(_STANZA) != len(self._recipients):
            return False
        try:
            pyrage.decrypt(sealed, self._secrets[:1])
        except pyrage.DecryptError:
            return False
        return True

    def open(self, sealed: bytes, file: str) -> bytes:
        """Raises: Damaged("foreign") when it was sealed for someone else, Damaged("unreadable"), Locked."""
        try:
            data: bytes = pyrage.decrypt(sealed, self._secrets)
        except pyrage.DecryptError as error:
            raise Damaged("foreign" if str(error) == _NOT_FOR_US else "unreadable", file=file) from None
        return data

    @property
    def _secrets(self) -> list[pyrage.x25519.Identity]:
        """The key of today, and those of before."""
        if not self._keys:
            raise Locked("vault-closed")
        return self._keys
