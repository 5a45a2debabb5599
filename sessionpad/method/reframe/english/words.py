"""The word classes and verb forms of English the rules rest on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from sessionpad.method.reframe.data import listed, load

_VOWELS: Final = "aeiou"
_SHORT: Final = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$")
"""One syllable with one vowel and one consonant behind it: stop, quit, nag."""
_OBJECTS: Final = {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them"}


class Classes(NamedTuple):
    auxiliaries: frozenset[str]
    asking: frozenset[str]
    subject_pronouns: frozenset[str]
    nominative: frozenset[str]
    """Can only be a subject, or hardly anything else."""
    objects: frozenset[str]
    relatives: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    people: frozenset[str]
    emphatic: frozenset[str]
    """May stand between why and its question."""
    adverbs: frozenset[str]
    states: frozenset[str]
    feelings: frozenset[str]
    predicates: frozenset[str]
    no_making: frozenset[str]


class Verbs(NamedTuple):
    past: Mapping[str, str]
    bases: Mapping[str, str]
    """From a past form, a participle or a third person to its base."""
    known: frozenset[str]
    participles: frozenset[str]
    doubling: frozenset[str]


@cache
def classes() -> Classes:
    raw = load("reframe_en")["words"]
    return Classes(**{name: listed(raw[name]) for name in Classes._fields})


@cache
def verbs() -> Verbs:
    raw = load("verbs_en")
    rows = [line.split() for line in raw["irregular"].splitlines() if line]
    doubling = listed(raw["doubling"])
    regular = listed(raw["regular"])
    past = {base: form for base, form, _ in rows}
    past |= {base: _with_ed(base, doubling) for base in regular if base not in past}
    bases = {form: base for base, form in past.items()}
    known = frozenset(past)
    bases |= {third(base): base for base in known}
    participles = frozenset(row[2] for row in rows) | frozenset(past[base] for base in regular)
    return Verbs(past, bases, known, participles, doubling)


def past_of(base: str) -> str:
    known = verbs()
    return known.past.get(base) or _with_ed(base, known.doubling)


def _with_ed(base: str, doubling: frozenset[str]) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in tuple(_VOWELS):
        return base[:-1] + "ied"
    return _doubled(base, doubling) + "ed"


def with_ing(base: str) -> str:
    if base == "be":
        return "being"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return _doubled(base, verbs().doubling) + "ing"


def third(base: str) -> str:
    if base in {"have", "be", "do", "go"}:
        return {"have": "has", "be": "is", "do": "does", "go": "goes"}[base]
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in tuple(_VOWELS):
        return base[:-1] + "ies"
    return base + "s"


def _doubled(base: str, doubling: frozenset[str]) -> str:
    """Stop becomes stopp-, admit admitt-; wait, open and fix stay."""
    if base.endswith("ic"):
        return base + "k"
    doubles = base in doubling or bool(_SHORT.match(base))
    return base + base[-1] if doubles else base


def as_object(subject: str) -> str:
    """I becomes me, he and his wife him and his wife; what is no pronoun stays."""
    first, _, others = subject.partition(" ")
    return f"{_OBJECTS.get(first.lower(), first)} {others}".rstrip()
