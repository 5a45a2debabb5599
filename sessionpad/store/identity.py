"""The coach's own key: made once, kept in a passphrase-protected file, held in memory while the vault is open.

Kept free of msgspec and TinyDB: the short process that unlocks a vault imports nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Sequence
from typing import Final, Self

import pyrage

from sessionpad.errors import Damaged, WrongPassphrase

FILE: Final = "identity.age"
COPY: Final = "identity-copy.age"
"""The same bytes once more: one flipped bit in the only key would cost everything."""
MOST_WORK: Final = 19
"""The highest scrypt work factor we keep: 2^19 is about a second and half a gigabyte, 2^20 is twice that."""
_TRIES: Final = 4
_HEADER: Final = re.compile(
    rb"\Aage-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} (\d{1,2})\n[A-Za-z0-9+/]{43}\n--- "
)
_ARMOUR: Final = re.compile(
    rb"\A-----BEGIN AGE ENCRYPTED FILE-----\n([A-Za-z0-9+/=\n]+)\n-----END AGE ENCRYPTED FILE-----\n?\Z"
)
_RECOVERY: Final = "# recovery key:"
_WRONG: Final = "Decryption failed"
"""What age says when the passphrase does not open the one stanza there is; everything else is damage."""


class Identity:
    """A secret key, the public key that goes with it, and the public recovery key when there is one.

    `earlier` are keys that may still be needed while everything is being sealed for this one; `source` is the file it
    was read from, if any.
    """

    __slots__ = ("earlier", "key", "public", "recovery", "source")

    def __init__(
        self, key: pyrage.x25519.Identity, recovery: str = "", *, earlier: Sequence[pyrage.x25519.Identity] = ()
    ) -> None:
        self.key = key
        self.public = str(key.to_public())
        self.recovery = recovery
        self.earlier = tuple(earlier)
        self.source = ""

    def __repr__(self) -> str:
        return f"<Identity {self.public}>"

    @classmethod
    def generate(cls, recovery: str = "") -> Self:
        return cls(pyrage.x25519.Identity.generate(), recovery)

    def after(self, earlier: Identity) -> Identity:
        """This one, which opens what was sealed for the earlier one too."""
        later = Identity(self.key, self.recovery, earlier=(earlier.key, *earlier.earlier))
        later.source = self.source
        return later

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Reads an identity file; age itself skips the lines that begin with #.

        Raises:
            Damaged: it is not one ("identity").
        """
        lines = [line.strip() for line in text.splitlines()]
        secrets = [line for line in lines if line and not line.startswith("#")]
        recovery = [line.removeprefix(_RECOVERY).strip() for line in lines if line.startswith(_RECOVERY)]
        if len(secrets) != 1:
            raise Damaged("identity", file=FILE)
        try:
            return cls(pyrage.x25519.Identity.from_str(secrets[0]), recovery[0] if recovery else "")
        except pyrage.IdentityError:
            raise Damaged("identity", file=FILE) from None

    @property
    def text(self) -> str:
        """The identity file. The recovery key stands in it because only what a passphrase protects can be trusted."""
        recovery = f"{_RECOVERY} {self.recovery}\n" if self.recovery else ""
        return f"# public key: {self.public}\n{recovery}{self.key}\n"


def recovery_key_text(key: Identity) -> str:
    """A recovery key as an age identity file: what is shown once, and kept where no vault is."""
    return f"# sessionpad recovery key\n# public key: {key.public}\n{key.key}\n"


def protect(identity: Identity, passphrase: str) -> bytes:
    """The identity in age's own format, armoured, behind the passphrase.

    The library times this machine and picks the work factor itself; a heavier one than we keep is made again.
    """
    typed = _as_typed(passphrase)
    tries = (pyrage.passphrase.encrypt(identity.text.encode(), typed, armored=True) for _ in range(_TRIES))
    best = b""
    for made in tries:
        if not best or work_factor(made) < work_factor(best):
            best = made
        if work_factor(best) <= MOST_WORK:
            break
    return best


def unprotect(data: bytes, passphrase: str) -> Identity:
    """Raises: WrongPassphrase, Damaged("identity")."""
    work_factor(data)
    try:
        text: bytes = pyrage.passphrase.decrypt(data, _as_typed(passphrase))
    except pyrage.DecryptError as error:
        if str(error) == _WRONG:
            raise WrongPassphrase("wrong-passphrase") from None
        raise Damaged("identity", file=FILE) from None
    try:
        return Identity.from_text(text.decode())
    except UnicodeDecodeError:
        raise Damaged("identity", file=FILE) from None


def work_factor(data: bytes) -> int:
    """The scrypt work factor of a protected identity, as a power of two.

    Raises:
        Damaged: it is not an armoured age file with one passphrase ("identity").
    """
    armour = _ARMOUR.match(data.replace(b"\r\n", b"\n"))
    try:
        header = _HEADER.match(b64decode(armour[1].replace(b"\n", b""), validate=True)) if armour else None
    except NotBase64:
        header = None
    if header is None:
        raise Damaged("identity", file=FILE)
    return int(header[1])


def is_protected(data: bytes | None) -> bool:
    """Whether this looks like an identity behind a passphrase, as far as can be seen without that."""
    try:
        return data is not None and work_factor(data) > 0
    except Damaged:
        return False


def _as_typed(passphrase: str) -> str:
    """One form for an accented letter, however the keyboard made it; and never half a character."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "replace").decode()
