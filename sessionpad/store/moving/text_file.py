"""The bytes of a text from elsewhere, as text."""

from __future__ import annotations

import codecs
from typing import Final, Literal, TypeAlias, get_args

from sessionpad.domain.text import clean_text

Encoding: TypeAlias = Literal["utf-8", "utf-16", "cp1252"]
ENCODINGS: Final[tuple[Encoding, ...]] = get_args(Encoding)
_MARKED: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
"""How a text says itself how it was written; that counts more than what was asked for."""


def text_in(data: bytes, encoding: Encoding) -> str | None:
    """The text, with one kind of line end and nothing that could speak to a terminal; None when it is no text."""
    said = next((name for mark, name in _MARKED if data.startswith(mark)), encoding)
    try:
        text = data.decode(said)
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else clean_text(text)
