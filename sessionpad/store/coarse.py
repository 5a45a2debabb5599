"""A coarse look at sealed text that was opened: can these words be in it at all? It may say yes too often, never no.

Most dossiers do not hold what is looked for. Saying so from the bytes costs a tenth of decoding and folding them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sessionpad.domain.text import folded
from sessionpad.domain.words import Words

_LATIN: Final = 0xC3
"""Every letter from À to ÿ is this byte and one more. The first is left out, the second becomes the bare letter."""
_FIRST: Final = bytes((*range(0xC4, 0xE2), 0xE3, *range(0xEA, 0xEE), *range(0xEF, 0xF5)))
"""The first byte of every other letter that may become another one when it is folded."""
_MARK: Final = 0xFF
"""Stands for each of those: whether there is one is then told by one quick look."""
_ODD: Final = re.compile(rb"[" + _FIRST + rb"][\x80-\xbf]+")
_SIGN: Final = re.compile(rb"\xe2[\x83-\x85\x92\x93\xb0-\xb3][\x80-\xbf]")
"""Letters among the quotation marks and dashes. None of them becomes a Latin one."""
_SHARP: Final = 0x9F
"""What is left of ß, which becomes two letters."""
_PARTS: Final = re.compile(r"[^\W\u03bc]+")
"""Letters and figures: signs may be written in another way in the file, and µ as μ."""


def _second(byte: int) -> int:
    """What becomes of a byte: a small letter of a capital, the bare letter of a Latin one, a mark of what is odd."""
    if byte < 0x80:  # noqa: PLR2004  ASCII
        return ord(chr(byte).lower())
    if byte == _SHARP or byte > 0xBF:  # noqa: PLR2004  the last byte that can follow a first one
        return _MARK if byte in _FIRST else byte
    return ord(folded(bytes((_LATIN, byte)).decode())) & 0xFF


_TABLE: Final = bytes(map(_second, range(256)))
_DROPPED: Final = bytes((_LATIN,))


class Coarse:
    """The words as bytes, for looking through text as it stands in a file: UTF-8, composed."""

    def __init__(self, words: Words) -> None:
        self._parts = tuple(sorted(set(_fragments(words)), key=len, reverse=True))
        self._is_latin = all(part.isascii() for part in self._parts)

    def may_hold(self, data: bytes) -> bool:
        """Whether every word may be in it."""
        bare = _bare(data if self._is_latin else _SIGN.sub(_as_folded, data))
        return all(part in bare for part in self._parts)


def _bare(data: bytes) -> bytes:
    """The bytes with only what makes a difference; most have nothing odd in them."""
    bare = data.translate(_TABLE, _DROPPED)
    if _MARK in bare:
        data = _ODD.sub(_as_folded, data)
        bare = data.translate(_TABLE, _DROPPED)
    if _SHARP in bare:
        bare = data.replace("ß".encode(), b"ss").translate(_TABLE, _DROPPED)
    return bare


def _as_folded(found: re.Match[bytes]) -> bytes:
    return folded(found[0].decode("utf-8", "replace")).encode("utf-8", "replace")


def _fragments(words: Words) -> Iterator[bytes]:
    for word in words.parts:
        for part in _PARTS.findall(word):
            yield _bare(_SIGN.sub(_as_folded, part.encode("utf-8", "replace")))
