"""A why without a finite verb: waarom niet, waarom dan, waarom niet eerst bellen."""

from __future__ import annotations

from typing import Final, NamedTuple

from sessionpad.method.reframe.dutch.segments import Run, runs
from sessionpad.method.reframe.dutch.verbs import is_finite, is_kind, lexicon, third
from sessionpad.method.reframe.dutch.words import classes, markers
from sessionpad.method.reframe.text import Word, join, word
from sessionpad.method.reframe.values import Form

_WIDTH: Final = 12
"""A longer stretch is no plain proposal."""


class Said(NamedTuple):
    text: str
    form: Form


def bare(rest: list[Word]) -> bool:
    keys = [part.key for part in rest]
    return not rest or _pointing(keys) is not None or all(key in classes().closers | {"niet"} for key in keys)


def _pointing(keys: list[str]) -> list[str] | None:
    """Is dat, is dat dan: what is said behind it; None for anything else."""
    pointing = keys[:1] in (["is"], ["was"]) and keys[1:2] in (["dat"], ["dit"])
    return keys[2:] if pointing and all(key in classes().closers for key in keys[2:]) else None


def without_verb(rest: list[Word]) -> list[Said]:
    """What may be asked instead; empty when there is no safe way to put it."""
    keys = [part.key for part in rest]
    pointed = _pointing(keys)
    if pointed is not None:
        return [Said(" ".join(["hoe kwam dat" if keys[0] == "was" else "hoe komt dat", *pointed]), "how-come")]
    closing = [key for key in keys if key != "niet"]
    if closing[-1:] == ["nu"] and closing == keys:
        return []
    if any(key not in classes().closers for key in closing):
        return _proposal(rest)
    come = Said(" ".join(["hoe komt dat", *closing]), "how-come")
    if closing == keys:
        return [come]
    return [come, Said(" ".join(["wat houdt je", *closing, "tegen"]), "what-makes")]


def _proposal(rest: list[Word]) -> list[Said]:
    """Waarom niet eerst bellen, waarom zo lang wachten."""
    run = _infinitive(rest)
    finite = third(rest[run.start].key) if run else None
    if run is None or finite is None:
        return []
    middle, verbs, tail = rest[: run.start], rest[run.start : run.stop], rest[run.stop :]
    clause = f"je {join([*middle, word(finite), *verbs[1:], *tail])}"
    stated = [Said(f"wat maakt dat {clause}", "what-makes"), Said(f"hoe komt het dat {clause}", "how-come")]
    at = next((at for at, part in enumerate(middle[:2]) if part.key == "niet"), None)
    if at is None:
        return stated
    hindered = _hindered(middle[:at], middle[at + 1 :], [*verbs, *tail])
    if any(part.key in classes().proposing for part in middle):
        return [hindered]
    return [hindered, *stated] if middle[at + 1 :] else [*stated, hindered]


def _infinitive(rest: list[Word]) -> Run | None:
    """The infinitive that closes the stretch, or has only a prepositional phrase behind it; None for no proposal."""
    known = classes()
    begins = known.negation | known.adverbs | known.degree
    if len(rest) > _WIDTH or rest[0].key not in begins or is_finite(rest[0].key):
        return None
    behind = known.prepositions | known.subordinators | known.clause_openers
    found = [run for run in runs(rest, "inf") if run.stop == len(rest) or rest[run.stop].key in behind]
    addressed = any(part.key in markers().contrasting for part in rest)
    return found[-1] if found and found[-1].start and found[-1].first == "inf" and not addressed else None


def _hindered(before: list[Word], middle: list[Word], verbs: list[Word]) -> Said:
    """Wat houdt je tegen om eerst te bellen."""
    first = verbs[0]
    cut = next((len(p) for p in lexicon().particles if _takes(p, first.key)), 0)
    with_te = [first.text[:cut], "te", first.text[cut:]] if cut else ["te", first.text]
    told = [*(part.text for part in middle), *with_te, *(part.text for part in verbs[1:])]
    return Said(" ".join(["wat houdt je", *(part.text for part in before), "tegen om", *told]), "what-makes")


def _takes(particle: str, verb: str) -> bool:
    """Whether the infinitive is a separable verb with this particle."""
    known, base = lexicon(), verb.removeprefix(particle)
    taken = base != verb and is_kind(base, "inf")
    return taken and any(reading.lemma in known.separable[particle] for reading in known.forms.get(base, ()))
