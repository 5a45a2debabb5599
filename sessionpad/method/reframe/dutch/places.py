"""Where the finite verb lands among the other verbs, the particle and the predicate of its clause."""

from __future__ import annotations

from typing import Final, NamedTuple

from sessionpad.method.reframe.dutch.segments import Run, runs, selects_infinitive
from sessionpad.method.reframe.dutch.verbs import lemmas, lexicon, readings, splits
from sessionpad.method.reframe.dutch.words import classes, verb_classes
from sessionpad.method.reframe.text import Word, word

_ADVERBIAL: Final = frozenset({"af", "mee", "toe", "terug", "weg", "heen", "neer"})
"""Particles that are never a preposition with something behind them."""
_ROUND: Final = {"naar": "toe", "achter": "aan", "om": "heen", "over": "heen", "langs": "heen", "door": "heen"}
"""Prepositions with a second half behind their object (naar hem toe)."""
_CIRCUMSTANCES: Final = frozenset("sinds sedert tijdens ondanks vanwege wegens dankzij".split())
"""What begins with these stays behind the verb, when more than the subject stands before it."""
_VERBAL_RESULT: Final = frozenset({"zijn", "worden"})


class Placing(NamedTuple):
    key: str
    """The finite verb as it was typed, in lower case."""
    form: str
    """The finite verb as it stands behind its subject."""
    since: int = 0
    """The verbs before this word belong to a clause inside the core."""


def place_verb(core: list[Word], tail: list[Word], verb: Placing) -> list[Word]:
    found = lemmas(verb.key)
    at = _beside_verbs(core[verb.since :], tail, found)
    at = None if at is None else at + verb.since
    if at is not None:
        return [*core[:at], word(verb.form), *core[at:]]
    at = _particle(core, verb.key, found)
    if at is not None:
        return [*core[:at], word(core[at].text + verb.form), *core[at + 1 :]]
    at = _behind_predicate(core, found)
    return [*core[:at], word(verb.form), *core[at:]]


def _beside_verbs(core: list[Word], tail: list[Word], found: frozenset[str]) -> int | None:
    at = _beside_participle(core, tail, found)
    if at is None:
        at = _before_infinitive(core, found)
    return _beside_te(core, found) if at is None else at


def _beside_participle(core: list[Word], tail: list[Word], found: frozenset[str]) -> int | None:
    """Gebeld hebt, but hebt kunnen bellen; and hebt gegeten en gedronken."""
    if not found & verb_classes().with_participle:
        return None
    for run in reversed(runs(core)):
        if (
            run.first == "part"
            and run.roles[1:2] == (("te", 2),)
            and core[run.stop - 1].key in {"worden", "zijn", "hebben"}
        ):
            continue
        if run.first == "part":
            paired = (
                bool(tail)
                and tail[0].key in {"en", "of"}
                and any(r.start < 3 and r.has("part") for r in runs(tail[1:]))
            )
            return run.start if paired else run.start + _leading_participles(run)
        if run.first == "inf" and len(run.roles) > 1 and selects_infinitive(core[run.start].key):
            return run.start
    return None


def _leading_participles(run: Run) -> int:
    count = 0
    for role, _ in run.roles:
        if role != "part":
            break
        count += 1
    return count


def _before_infinitive(core: list[Word], found: frozenset[str]) -> int | None:
    """Kunt slapen; gedaan zou hebben."""
    verbs = verb_classes()
    if not found & verbs.with_infinitive:
        return None
    for run in reversed(runs(core, "inf")):
        if run.first == "te" or not run.has("inf"):
            continue
        noun = len(run.roles) == 1 and core[run.start].key in classes().noun_infinitives
        if noun and not found & verbs.modal | found & {"gaan", "laten"}:
            continue
        return run.start + _leading_participles(run)
    return None


def _beside_te(core: list[Word], found: frozenset[str]) -> int | None:
    """Probeert te bellen; te doen is; niet lukt de dokter te bellen."""
    run = next((run for run in reversed(runs(core, "inf")) if run.has("te") and run.first != "inf"), None)
    if run is None or not found:
        return None
    verbs = verb_classes()
    known = classes()
    owned = next((at for at in range(run.start - 1, 0, -1) if _owned(core, at, found)), None)
    if owned is not None:
        return owned + 1
    adjective = next((at for at in range(run.start) if core[at].key in known.evaluations), None)
    if adjective is not None:
        return adjective + 1
    if found & verbs.after_te and not found & {"staan"}:
        return run.stop
    if found & verbs.raising:
        return run.start
    light = [at for at in range(run.start) if core[at].key in known.negation or core[at].key in known.adverbs]
    return light[-1] + 1 if light else run.start


def _owned(core: list[Word], at: int, found: frozenset[str]) -> bool:
    """Er niet in slaagt zijn werk vol te houden; het gevoel hebt niet gehoord te worden."""
    key = core[at].key
    if key in classes().te_nouns:
        return True
    return _has_r_word(core[:at]) and any((lemma, key) in verb_classes().stranded for lemma in found)


def _particle(core: list[Word], key: str, found: frozenset[str]) -> int | None:
    """The place of the particle the verb is joined to again (bel ... op)."""
    if found & _VERBAL_RESULT or not core:
        return None
    last = len(core) - 1
    if _final_particle(core, key, found):
        return last
    for at in range(last - 1, 0, -1):
        part = core[at].key
        if splits(part, key) and _ends_here(core, at):
            return at if _free(core, at, found) else None
    return None


def _final_particle(core: list[Word], key: str, found: frozenset[str]) -> bool:
    last = core[-1].key
    known = classes()
    if len(core) < 2 or last not in lexicon().separable:
        return False
    if not splits(last, key):
        return not found and last in known.prepositions and not _has_r_word(core)
    return _free(core, len(core) - 1, found)


def _free(core: list[Word], at: int, found: frozenset[str]) -> bool:
    """Whether the particle is the verb's own, and not half of something else."""
    known = classes()
    part, before = core[at].key, core[at - 1].key
    if part not in known.prepositions and before in known.degree and part not in _ADVERBIAL:
        return False
    if any(_ROUND.get(word_.key) == part for word_ in core[:at]) and part in {"toe", "heen"}:
        return False
    if not _has_r_word(core[:at]):
        return True
    stranded_before = before in known.prepositions and before != "te"
    return stranded_before or not any((lemma, part) in verb_classes().stranded for lemma in found)


def _has_r_word(core: list[Word]) -> bool:
    return any(part.key in classes().r_words for part in core)


def _ends_here(core: list[Word], at: int) -> bool:
    """A particle in the middle is followed by a preposition or an adverb; a preposition has its object there."""
    known = classes()
    part, following = core[at].key, core[at + 1].key
    if following in known.prepositions | {"dan", "als", "zoals", "telkens", "iedere", "elke"}:
        return True
    return (
        part in _ADVERBIAL and following not in known.negation and not any(p.key in known.negation for p in core[at:])
    )


def _behind_predicate(core: list[Word], found: frozenset[str]) -> int:
    """Boos bent op je moeder; zorgen maakt over je zoon; else the end."""
    verbs = verb_classes()
    known = classes()
    for at in range(len(core) - 2, 0, -1):
        here, following = core[at].key, core[at + 1].key
        if following not in known.prepositions or at + 2 >= len(core):
            continue
        if _stranded(core, at) or _circumstance(core, at):
            return at + 1
        adjective = found & verbs.copulas and (here, following) in verbs.adjectives
        noun = any((lemma, here) in verbs.nouns for lemma in found)
        if adjective or noun:
            return at + 1
    return len(core)


def _stranded(core: list[Word], at: int) -> bool:
    """Daar nooit over praat met je partner."""
    return core[at].key in classes().prepositions - {"te"} and _has_r_word(core[:at])


def _circumstance(core: list[Word], at: int) -> bool:
    """Niemand meer vertrouwt sinds je scheiding."""
    if at < 2 or any(part.key in classes().negation for part in core[at + 1 :]):
        return False
    return core[at + 1].key in _CIRCUMSTANCES or (core[at + 1].key == "na" and core[at].key not in classes().negation)
