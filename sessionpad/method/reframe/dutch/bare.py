"""A why without a finite verb: waarom niet, waarom dan, waarom niet eerst bellen."""

from __future__ import annotations

from typing import Final, NamedTuple

from sessionpad.method.reframe.dutch.segments import runs
from sessionpad.method.reframe.dutch.verbs import is_kind, lexicon, third
from sessionpad.method.reframe.dutch.words import classes
from sessionpad.method.reframe.text import Word, join, word
from sessionpad.method.reframe.values import Form

_WIDTH: Final = 12
"""A longer stretch is no plain proposal."""


class Said(NamedTuple):
    text: str
    form: Form


def without_verb(rest: list[Word]) -> list[Said]:
    """What may be asked instead; empty when there is no safe way to put it."""
    keys = [part.key for part in rest]
    if all(key in classes().closers for key in keys):
        return [Said(" ".join(["hoe komt dat", *keys]), "how-come")]
    if keys in (["niet"], ["dan", "niet"], ["niet", "dan"], ["toch", "niet"], ["eigenlijk", "niet"]):
        closing = [key for key in keys if key != "niet"]
        return [
            Said(" ".join(["hoe komt dat", *closing]), "how-come"),
            Said(" ".join(["wat houdt je", *closing, "tegen"]), "what-makes"),
        ]
    return _proposal(rest) if len(rest) <= _WIDTH else []


def _proposal(rest: list[Word]) -> list[Said]:
    """Waarom niet eerst bellen, waarom zo lang wachten."""
    found = runs(rest, "inf")
    if (
        not found
        or found[-1].stop != len(rest)
        or found[-1].first != "inf"
        or any(p.key in {"je", "jij", "u"} for p in rest[:1])
    ):
        return []
    run = found[-1]
    finite = third(rest[run.start].key)
    if finite is None or not rest[: run.start]:
        return []
    middle, verbs = rest[: run.start], rest[run.start + 1 :]
    clause = f"je {join([*middle, word(finite), *verbs])}"
    stated = [Said(f"wat maakt dat {clause}", "what-makes"), Said(f"hoe komt het dat {clause}", "how-come")]
    if middle[0].key != "niet":
        return stated
    hindered = Said(f"wat houdt je tegen om {_with_te(middle[1:], rest[run.start :])}", "what-makes")
    proposing = any(part.key in classes().proposing for part in middle)
    return [hindered] if proposing else [*stated, hindered]


def _with_te(middle: list[Word], verbs: list[Word]) -> str:
    first = verbs[0]
    split = ["te", first.text]
    for particle in lexicon().particles:
        if first.key.startswith(particle) and _takes(particle, first.key[len(particle) :]):
            split = [first.text[: len(particle)], "te", first.text[len(particle) :]]
            break
    return " ".join([*(part.text for part in middle), *split, *(part.text for part in verbs[1:])])


def _takes(particle: str, verb: str) -> bool:
    known = lexicon()
    return is_kind(verb, "inf") and any(r.lemma in known.separable[particle] for r in known.forms.get(verb, ()))


def bare(rest: list[Word]) -> bool:
    return not rest or all(part.key in classes().closers | classes().negation for part in rest)
