"""Turns `kom je niet` into `je niet komt`: the finite verb to the end of its clause."""

from __future__ import annotations

from sessionpad.method.reframe.dutch.agreement import behind, is_subject
from sessionpad.method.reframe.dutch.edges import core_of
from sessionpad.method.reframe.dutch.openings import Holds
from sessionpad.method.reframe.dutch.places import Placing, place_verb
from sessionpad.method.reframe.dutch.second import second_clause
from sessionpad.method.reframe.dutch.segments import runs
from sessionpad.method.reframe.dutch.verbs import is_finite, is_kind, lemmas, splits
from sessionpad.method.reframe.dutch.words import classes, markers, verb_classes
from sessionpad.method.reframe.text import MARKS, Word, word


def verb_last(parts: list[Word]) -> list[Word] | None:
    """The clause with its finite verb at the end; None when it does not begin with one."""
    if not begins_with_verb(parts):
        return None
    finite, rest = parts[0], parts[1:]
    end, since = core_of(rest, _wanted(finite.key, rest))
    core, tail = _fitted(rest, end, finite.key)
    if not core:
        return None
    placed = place_verb(core, tail, Placing(finite.key, behind(finite, rest), since))
    return placed + second_clause(tail, rest, verb_last)


def core_behind(parts: list[Word]) -> list[Word]:
    """What belongs to the finite verb that comes first, without the clauses that stay behind it."""
    finite, rest = parts[0], parts[1:]
    return rest[: core_of(rest, _wanted(finite.key, rest)).end]


def begins_with_verb(parts: list[Word]) -> bool:
    """Whether a finite verb with its subject behind it comes first."""
    if len(parts) <= 1 or parts[0].key in classes().never_finite - {"zijn"} or parts[1].key in MARKS:
        return False
    finite, following = parts[0].key, parts[1].key
    pronoun = following in classes().subject_pronouns
    if not is_finite(finite):
        return pronoun and finite.isalpha() and finite not in classes().adverbs
    if pronoun:
        return finite.isalpha()
    if following in {"niet", "geen"} | classes().prepositions:
        return following == "geen" or (following == "niet" and is_subject(parts[-1] if not parts[2:] else parts[2]))
    if not is_kind(finite, "third", "past", "plural", "pasts"):
        return False
    return not (is_kind(finite, "inf") and parts[1:] == parts[-1:] and is_kind(following, "inf"))


def _wanted(finite: str, rest: list[Word]) -> Holds | None:
    """What tells whether a stretch holds the participle or infinitive the finite verb waits for."""
    verbs = verb_classes()
    found = lemmas(finite)

    def participle(parts: list[Word]) -> bool:
        return any(run.has("part") or len(run.roles) > 1 for run in runs(parts))

    def infinitive(parts: list[Word]) -> bool:
        return any(run.has("inf") and run.first != "te" for run in runs(parts, "inf"))

    for helpers, holds in ((verbs.with_participle, participle), (verbs.with_infinitive, infinitive)):
        if found & helpers and holds(rest):
            return holds
    return None


def _fitted(rest: list[Word], end: int, finite: str) -> tuple[list[Word], list[Word]]:
    """The core and what stays behind it, with a preposition or a last little word where it belongs."""
    known = classes()
    core, tail = rest[:end], rest[end:]
    if core[3:] and tail and core[-2].key in known.coordinators and core[-1].key in known.negation | {"wel", "pas"}:
        return core[:-2], [*core[-2:], *tail]
    if not core[2:]:
        return core, tail
    last = core[-1].key
    if tail and last in known.prepositions and tail[0].key in known.question_words and _hangs(core, finite):
        return core[:-1], [core[-1], *tail]
    if core[-2].key in markers().opinions and last in {"je", "jij", "u"} and core[3:]:
        return core[:-2], [word(","), *core[-2:], *tail]
    named = core[-2].key in known.determiners
    if (last in markers().tags and not named) or (last in known.afterthoughts and core[-2].key in known.negation):
        return core[:-1], [core[-1], *tail]
    return core, tail


def _hangs(core: list[Word], finite: str) -> bool:
    """Stilstaat bij wat je bereikt hebt: the last preposition is no particle of the verb."""
    return not splits(core[-1].key, finite) or splits(core[-2].key, finite)
