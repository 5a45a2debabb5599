"""The forms of a regular Dutch verb, by rule."""

from __future__ import annotations

import re
from typing import Final

_VOICELESS: Final = ("t", "k", "f", "s", "ch", "sh", "p", "x")
_SPLIT_VOWELS: Final = ("ër", "uer")
"""Creëren gives creëer, evalueren evalueer; discussiëren discussieer."""
_UNSTRESSED: Final = re.compile(r"^(?:be|ge|ver|ont|her)(?=[^aeiou]*[aeiouy].*en$)(?!.?.?en$)")
_DIAERESIS: Final = {"e": "ë", "i": "ï", "u": "ü"}


def stem(infinitive: str, *, light: bool = False) -> str:
    """The first person: lopen gives loop, leven leef, bellen bel. A light last syllable stays short: luister."""
    base = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    if base[2:] and base[-1] == base[-2] and base[-1] not in "aeiou":
        base = base[:-1]
    elif base.endswith("iër"):
        base = base[:-2] + "eer"
    elif base.endswith(_SPLIT_VOWELS):
        base = base[:-1] + "er"
    elif not light and _open_syllable(base):
        base = base[:-1] + base[-2] + base[-1]
    return base[:-1] + {"v": "f", "z": "s"}.get(base[-1], base[-1])


def _open_syllable(base: str) -> bool:
    if base[-1] in "aeiouwxyj" or base[-2:-1] not in tuple("aeou"):
        return False
    return base[-3:-2] not in tuple("aeiouëï")


def with_t(form: str) -> str:
    """The ending of the second and third person: loopt, wordt, gaat; what ends in t stays."""
    if form.endswith("t"):
        return form
    if form.endswith("a") and not form.endswith("aa"):
        return form + "at"
    return form + "t"


def past(infinitive: str, first: str) -> tuple[str, str]:
    """Past singular and plural of a regular verb, from its infinitive and its stem."""
    form = first + ("te" if infinitive[:-2].endswith(_VOICELESS) else "de")
    return form, form + "n"


def participle(infinitive: str, first: str, *, prefixed: bool | None = None) -> str:
    """The participle of a regular verb; `prefixed` says whether ge- stays away, None leaves it to the spelling."""
    ending = "t" if infinitive[:-2].endswith(_VOICELESS) else "d"
    tail = first if first.endswith(ending) else first + ending
    without = bool(_UNSTRESSED.match(infinitive)) if prefixed is None else prefixed
    return tail if without else "ge" + _DIAERESIS.get(tail[0], tail[0]) + tail[1:]
