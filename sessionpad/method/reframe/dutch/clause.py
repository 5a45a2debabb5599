"""Turns `kom je niet` into `je niet komt`: the finite verb to the end of its clause."""

from __future__ import annotations

from sessionpad.method.reframe.dutch.agreement import behind, is_subject
from sessionpad.method.reframe.dutch.edges import Holds, core_of
from sessionpad.method.reframe.dutch.places import Placing, place_verb
from sessionpad.method.reframe.dutch.segments import runs
from sessionpad.method.reframe.dutch.verbs import is_finite, is_kind, lemmas, splits
from sessionpad.method.reframe.dutch.words import classes, verb_classes
from sessionpad.method.reframe.text import MARKS, Word


def verb_last(parts: list[Word]) -> list[Word] | None:
    """The words of a clause that begins with its finite verb, with the verb at the end; None when it is no such clause."""
    if not begins_with_verb(parts):
        return None
    finite, rest = parts[0], parts[1:]
    cut, since = core_of(rest, _wanted(finite.key, rest))
    if (
        cut < len(rest)
        and cut > 2
        and rest[cut - 1].key in classes().prepositions
        and rest[cut].key in classes().question_words
        and not splits(rest[cut - 1].key, finite.key)
    ):
        cut -= 1
    core, tail = _without_afterthought(rest[:cut], rest[cut:])
    if not core:
        return None
    placed = place_verb(core, tail, Placing(finite.key, behind(finite, rest), since))
    return placed + _second(tail, rest[0])


def begins_with_verb(parts: list[Word]) -> bool:
    """Whether a finite verb with its subject behind it comes first."""
    if len(parts) < 2:
        return False
    finite, following = parts[0].key, parts[1]
    known = classes()
    if finite in known.never_finite - {"zijn"} or following.key in MARKS:
        return False
    pronoun = following.key in known.subject_pronouns
    if not is_finite(finite):
        return pronoun and finite.isalpha()
    if following.key in {"niet", "geen"} | known.prepositions:
        return (
            len(parts) > 2 and following.key in {"niet", "geen"} and (is_subject(parts[2]) or following.key == "geen")
        )
    if is_kind(finite, "first") and not is_kind(finite, "third", "past", "plural") and not pronoun:
        return False
    return not (is_kind(finite, "inf") and len(parts) == 2 and is_kind(following.key, "inf"))


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


def _without_afterthought(core: list[Word], tail: list[Word]) -> tuple[list[Word], list[Word]]:
    """Kom je niet dan: a last little word stays last."""
    known = classes()
    if len(core) > 2 and core[-1].key in known.afterthoughts:
        if core[-1].key in {"hè", "he", "hé", "hoor", "zeg", "joh", "man", "jong"} or core[-2].key in known.negation:
            return core[:-1], [core[-1], *tail]
    return core, tail


def _second(tail: list[Word], subject: Word) -> list[Word]:
    """A second clause in the same order: en belde je niet af becomes en niet afbelde."""
    if len(tail) < 2:
        return tail
    lead = 2 if tail[0].key == "," and tail[1].key in classes().coordinators else 1
    if tail[lead - 1].key not in classes().coordinators or lead >= len(tail):
        return tail
    verb = tail[lead]
    if (
        not is_finite(verb.key)
        or is_kind(verb.key, "inf")
        and not (len(tail) > lead + 1 and is_subject(tail[lead + 1]))
    ):
        return tail
    rest = tail[lead:]
    if len(rest) > 1 and rest[1].key in classes().subject_pronouns:
        turned = verb_last(rest)
        if turned is None:
            return tail
        return tail[:lead] + (turned[1:] if rest[1].key == subject.key else turned)
    turned = verb_last([verb, subject, *rest[1:]])
    return tail[:lead] + turned[1:] if turned is not None else tail
