"""A vault's key behind a passphrase with the lightest derivation age allows, so that a proof can open it many times.

It writes the age v1 format (C2SP age.md) by itself, because the library and the `age` program choose a derivation of
about a second. What it writes is opened by the program like any other, which is a proof of its own.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from base64 import b64encode
from pathlib import Path
from typing import Final

from sessionpad.store.identity import Identity
from sessionpad.store.vault import lay_vault

PASSPHRASE: Final = "een lichte wachtzin"
WORK: Final = 1
"""The scrypt work factor, as a power of two."""
_LINE: Final = 64
_BLOCK: Final = 64
_CHUNK: Final = 64 * 1024
_NONE: Final = bytes(12)
_LAST: Final = bytes(11) + b"\x01"
"""The nonces of the wrapped file key, and of a payload of one chunk."""


def light_vault(folder: Path, passphrase: str = PASSPHRASE) -> Identity:
    """A new vault with a light key, and what opens it without a passphrase."""
    identity = Identity.generate()
    lay_vault(folder, identity, light_key(identity.text.encode(), passphrase))
    return identity


def light_key(text: bytes, passphrase: str = PASSPHRASE) -> bytes:
    """An armoured age file of at most one chunk. Its randomness is fixed: it guards nothing."""
    assert len(text) <= _CHUNK
    salt, file_key, nonce = (hashlib.sha256(word).digest()[:16] for word in (b"salt", b"file key", b"nonce"))
    wrap = hashlib.scrypt(passphrase.encode(), salt=b"age-encryption.org/v1/scrypt" + salt, n=2**WORK, r=8, p=1)[:32]
    body = _unpadded(_sealed(wrap, _NONE, file_key))
    header = f"age-encryption.org/v1\n-> scrypt {_unpadded(salt)} {WORK}\n{body}\n---".encode()
    mac = hmac.digest(_hkdf(file_key, b"", b"header"), header, "sha256")
    payload = _sealed(_hkdf(file_key, nonce, b"payload"), _LAST, text)
    whole = b64encode(header + f" {_unpadded(mac)}\n".encode() + nonce + payload).decode()
    lines = [whole[at : at + _LINE] for at in range(0, len(whole), _LINE)]
    return "\n".join(["-----BEGIN AGE ENCRYPTED FILE-----", *lines, "-----END AGE ENCRYPTED FILE-----", ""]).encode()


def _unpadded(data: bytes) -> str:
    return b64encode(data).decode().rstrip("=")


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    """HKDF with SHA-256, one block of it."""
    return hmac.digest(hmac.digest(salt or bytes(32), key, "sha256"), info + b"\x01", "sha256")


def _sealed(key: bytes, nonce: bytes, data: bytes) -> bytes:
    """ChaCha20-Poly1305 without associated data (RFC 8439)."""
    stream = b"".join(_chacha(key, number, nonce) for number in range(2 + len(data) // _BLOCK))
    made = bytes(one ^ other for one, other in zip(data, stream[_BLOCK:], strict=False))
    padded = made + bytes(-len(made) % 16)
    return made + _poly(stream[:32], padded + struct.pack("<QQ", 0, len(made)))


def _poly(key: bytes, message: bytes) -> bytes:
    clamped = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(message), 16):
        total = (total + int.from_bytes(message[at : at + 16] + b"\x01", "little")) * clamped % (2**130 - 5)
    return ((total + int.from_bytes(key[16:], "little")) % 2**128).to_bytes(16, "little")


def _chacha(key: bytes, counter: int, nonce: bytes) -> bytes:
    first = struct.unpack("<16I", b"expand 32-byte k" + key + struct.pack("<I", counter) + nonce)
    state = list(first)
    for _ in range(10):
        for column in range(4):
            _quarter(state, column, 4 + column, 8 + column, 12 + column)
        for row in range(4):
            _quarter(state, row, 4 + (row + 1) % 4, 8 + (row + 2) % 4, 12 + (row + 3) % 4)
    return struct.pack("<16I", *((one + other) % 2**32 for one, other in zip(state, first, strict=True)))


def _quarter(state: list[int], *at: int) -> None:
    a, b, c, d = at
    for target, added, turned, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        state[target] = (state[target] + state[added]) % 2**32
        mixed = state[turned] ^ state[target]
        state[turned] = (mixed << by | mixed >> 32 - by) % 2**32
