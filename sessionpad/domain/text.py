"""What may be in a text: the one gate for everything typed, pasted, imported or read."""

from __future__ import annotations

import re
import unicodedata

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but for tab and newline
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of text
    "\u2028\u2029"  # line separators that only some programs see
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb"  # noncharacters, byte order mark, interlinear marks
    "\ud800-\udfff"  # lone surrogates
    "]"
)
_ORDERS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")
_HALVES = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_NONCHARACTERS = re.compile(
    "[" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)) + "]"
)
_SPACES = re.compile(r"\s+")
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]"
)
"""Marks that stand with a letter once it is taken apart."""
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
_PLAIN = _QUOTES | str.maketrans("łŁøØđĐħĦıŧŦ", "llooddhhitt")
"""The same, and letters with a stroke: those are no letter with a mark, so nothing takes them apart."""


def clean_text(text: str) -> str:
    """The same text in composed form (NFC), with tabs and newlines and without any other control character.

    Nothing a person would see is lost. Cleaning twice gives the same as cleaning once.
    """
    if text.isascii() and text.isprintable():
        return text
    if text.replace("\n", "").replace("\t", "").isprintable():  # a page of plain words, forty times as fast
        return unicodedata.normalize("NFC", text)
    kept = _NONCHARACTERS.sub("", _UNSAFE.sub("", _BREAKS.sub("\n", text)))
    return unicodedata.normalize("NFC", kept)


def without_orders(text: str) -> str:
    """The same text as it can be drawn: without what a terminal would act on, tabs and newlines too.

    Signs that take room keep it: half a character, which no terminal can be sent, becomes the sign for one unknown.
    """
    return text if text.isprintable() else _HALVES.sub("\ufffd", _ORDERS.sub("", text))


def clean_line(text: str) -> str:
    """`clean_text` on one line: every run of white space becomes one space, none at the ends."""
    return _SPACES.sub(" ", clean_text(text)).strip()


def folded(text: str) -> str:
    """For comparing: without accents and capitals, and with plain quotation marks."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text)).translate(_PLAIN).casefold()
