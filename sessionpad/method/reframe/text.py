"""Typed text cut into sentences and words, and put together again."""

from __future__ import annotations

import re
from typing import NamedTuple

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_SENTENCE = re.compile(r"[^.?!…]+(?:[.?!…]+(?!\s|$)[^.?!…]+)*[.?!…]*", re.DOTALL)
_PIECE = re.compile(r"\s+|([,;:])")
_ENDING = re.compile(r"[\s.?!…,;:–—-]*$")
_EDGES = '"“”„«»()[]*_'
MARKS = frozenset(",;:–—-")


class Word(NamedTuple):
    text: str
    key: str
    """Lower case, without brackets and quotes: what the rules look at."""


def word(text: str) -> Word:
    return Word(text, text.translate(_STRAIGHT).lower().strip(_EDGES))


def sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE.findall(text) if part.strip()]


def words(sentence: str) -> list[Word]:
    """The words and marks of a sentence, without what closes it."""
    body = _ENDING.sub("", sentence)
    return [word(piece) for piece in _PIECE.split(body) if piece]


def ending(sentence: str) -> str:
    """What closes the sentence: `?`, `.`, or nothing."""
    found = _ENDING.search(sentence)
    closing = found.group().strip() if found else ""
    if "?" in closing:
        return "?"
    return closing[:1] if closing[:1] in {".", "!", "…"} else ""


def join(parts: list[Word]) -> str:
    text = " ".join(part.text for part in parts)
    return re.sub(r" ([,;:])", r"\1", text)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def sane(text: str) -> str:
    """White space evened out; a line typed in capitals only is read as if it was not."""
    even = " ".join(text.split())
    return even.lower() if even.isupper() else even
