"""Which particle a separable verb is joined to again: bel ... op, opbelt."""

from __future__ import annotations

from typing import Final

from sessionpad.method.reframe.dutch.verbs import lexicon, splits
from sessionpad.method.reframe.dutch.words import classes, markers, verb_classes
from sessionpad.method.reframe.text import Word

_ROUND: Final = {"naar": "toe", "om": "heen", "over": "heen", "langs": "heen", "door": "heen"}
"""Prepositions with a second half behind their object (naar hem toe)."""
_NEVER_JOINED: Final = frozenset({"zijn", "worden"})


def particle_place(core: list[Word], key: str, found: frozenset[str]) -> int | None:
    """The place of the particle of a finite verb (its form, the verbs it can belong to); None without one."""
    if found & _NEVER_JOINED or len(core) <= 1:
        return None
    last = len(core) - 1
    if _closes(core, key, found):
        return last
    for at in range(last - 1, 0, -1):
        if splits(core[at].key, key) and _ends_here(core, at):
            return at if _own(core, at, found) else None
    return None


def has_r_word(core: list[Word]) -> bool:
    return any(part.key in classes().r_words for part in core)


def _closes(core: list[Word], key: str, found: frozenset[str]) -> bool:
    last = core[-1].key
    if last not in lexicon().separable:
        return False
    if splits(last, key):
        return _own(core, len(core) - 1, found)
    return not found and last in classes().prepositions and not has_r_word(core)


def _own(core: list[Word], at: int, found: frozenset[str]) -> bool:
    """Whether the particle is the verb's own, and not half of something else."""
    known = classes()
    part, before = core[at].key, core[at - 1].key
    loose = known.degree | markers().articles | known.prepositions | ({"het"} if at > 1 else set())
    if before in {"de", "een"}:
        return False
    if part not in known.prepositions | markers().adverbial and before in loose:
        return False
    if any(_ROUND.get(earlier.key) == part for earlier in core[:at]):
        return False
    if not has_r_word(core[:at]) or before in (known.prepositions | markers().adverbial) - {"te"}:
        return True
    verbs = verb_classes()
    return not any((lemma, part) in verbs.stranded or (lemma, before) in verbs.nouns for lemma in found)


def _ends_here(core: list[Word], at: int) -> bool:
    """A particle in the middle is followed by a preposition or an adverb; a preposition has its object there."""
    known = classes()
    if core[at + 1].key in known.prepositions | markers().behind_particle:
        return True
    return core[at].key in markers().adverbial and not any(part.key in known.negation for part in core[at:])
