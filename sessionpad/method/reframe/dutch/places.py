"""Where the finite verb lands among the other verbs, the particle and the predicate of its clause."""

from __future__ import annotations

from typing import Final, NamedTuple

from sessionpad.method.reframe.dutch.particles import has_r_word, particle_place
from sessionpad.method.reframe.dutch.segments import Run, is_participle, runs, selects_infinitive
from sessionpad.method.reframe.dutch.verbs import is_kind, lemmas
from sessionpad.method.reframe.dutch.words import classes, markers, verb_classes
from sessionpad.method.reframe.text import Word, word

_TE_BE: Final = frozenset({"worden", "zijn", "hebben"})
_NEAR: Final = 2
"""How far behind en the second participle may begin."""


class Placing(NamedTuple):
    key: str
    """The finite verb as it was typed, in lower case."""
    form: str
    """The finite verb as it stands behind its subject."""
    since: int = 0
    """The verbs before this word belong to a clause inside the core."""


def place_verb(core: list[Word], tail: list[Word], verb: Placing) -> list[Word]:
    """The core with its finite verb put in, joined to its particle where it has one."""
    found = lemmas(verb.key)
    beside = _beside_verbs(core[verb.since :], tail, found)
    if beside is not None:
        at = beside + verb.since
        return [*core[:at], word(verb.form), *core[at:]]
    particle = particle_place(core, verb.key, found)
    if particle is not None:
        return [*core[:particle], word(core[particle].text + verb.form), *core[particle + 1 :]]
    at = _behind_predicate(core, found)
    return [*core[:at], word(verb.form), *core[at:]]


def _beside_verbs(core: list[Word], tail: list[Word], found: frozenset[str]) -> int | None:
    at = _beside_participle(core, tail, found)
    if at is None:
        at = _before_infinitive(core, found)
    if at is None:
        at = _beside_te(core, found)
    return _behind_particle(core, found) if at is None else at


def _beside_participle(core: list[Word], tail: list[Word], found: frozenset[str]) -> int | None:
    """Gebeld hebt, but hebt kunnen bellen; and hebt gegeten en gedronken."""
    if not found & verb_classes().with_participle:
        return None
    for run in reversed(runs(core)):
        if run.first == "part" and not _infinitive_of_passive(core, run):
            return run.start if _paired(tail) else run.start + _leading_participles(run)
        if run.first == "inf" and len(run.roles) > 1 and selects_infinitive(core[run.start].key):
            return run.start
    return None


def _infinitive_of_passive(core: list[Word], run: Run) -> bool:
    """Gehoord te worden."""
    return run.has("te") and core[run.stop - 1].key in _TE_BE


def _paired(tail: list[Word]) -> bool:
    """Opgestaan en weggegaan."""
    if not tail or tail[0].key not in {"en", "of"}:
        return False
    return any(run.start <= _NEAR and run.has("part") for run in runs(tail[1:]))


def _behind_particle(core: list[Word], found: frozenset[str]) -> int | None:
    """Uit laat staan, over hebt durven stappen: the word before the last verbs is no preposition to them."""
    verbs = verb_classes()
    start = len(core)
    while start and is_kind(core[start - 1].key, "inf"):
        start -= 1
    last = range(start, len(core))
    several = len(last) > 1 and selects_infinitive(core[start].key)
    helped = found & {"laten", "blijven", *verbs.modal} or (several and found & verbs.with_participle)
    return start if last and start and helped and core[start - 1].key in markers().loose else None


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
        if len(run.roles) == 1 and not found & verbs.modal and _rather_a_thing(core, run.start, found):
            continue
        if run.first != "te" and run.has("inf"):
            return run.start + _leading_participles(run)
    return None


def _rather_a_thing(core: list[Word], at: int, found: frozenset[str]) -> bool:
    """Zie je geen kansen, hoor je zulke dingen: a noun that looks like an infinitive."""
    known = classes()
    before = core[at - 1].key if at else ""
    owned = before in markers().possessives | known.demonstratives or before.endswith("e")
    if found & known.perception and owned and before != "je":
        return True
    return core[at].key in known.noun_infinitives and not found & {"gaan", "laten"}


def _beside_te(core: list[Word], found: frozenset[str]) -> int | None:
    """Probeert te bellen; te doen is; niet lukt de dokter te bellen."""
    run = next((run for run in reversed(runs(core, "inf")) if run.has("te") and run.first != "inf"), None)
    if run is None or not found:
        return None
    verbs, known = verb_classes(), classes()
    before = range(run.start - 1, -1, -1)
    owner = next((at for at in before if at and _owns_te(core, at, found)), None)
    if owner is None:
        owner = next((at for at in before if core[at].key in known.evaluations), None)
    if owner is not None:
        return owner + 1
    if found & verbs.after_te and "staan" not in found:
        return run.stop
    if found & verbs.raising:
        return run.start
    light = next((at for at in before if core[at].key in known.negation | known.adverbs), None)
    return run.start if light is None else light + 1


def _owns_te(core: list[Word], at: int, found: frozenset[str]) -> bool:
    """Er niet in slaagt zijn werk vol te houden; het gevoel hebt niet gehoord te worden."""
    key = core[at].key
    if key in classes().te_nouns | classes().pronominal:
        return True
    return has_r_word(core[:at]) and any((lemma, key) in verb_classes().stranded for lemma in found)


def _behind_predicate(core: list[Word], found: frozenset[str]) -> int:
    """Boos bent op je moeder; zorgen maakt over je zoon; else the end."""
    known = classes()
    for at in range(len(core) - 3, 0, -1):
        if core[at + 1].key not in known.prepositions:
            continue
        if _predicate(core, at, found) or _stranded(core, at) or _circumstance(core, at):
            return at + 1
    if core[2:] and core[-1].key in markers().moments and found & verb_classes().copulas and _is_said_of(core[-2].key):
        return len(core) - 1
    return len(core)


def _is_said_of(key: str) -> bool:
    """A word such as moe or boos: open, so neither a pronoun nor one of place and time."""
    known = classes()
    return key not in known.subject_pronouns | known.adverbs | known.negation | known.pronominal | known.prepositions


def _predicate(core: list[Word], at: int, found: frozenset[str]) -> bool:
    verbs = verb_classes()
    here = core[at].key
    if core[at + 1].key == "door" and is_participle(here):
        return True
    if found & verbs.copulas and (here, core[at + 1].key) in verbs.adjectives:
        return True
    return any((lemma, here) in verbs.nouns for lemma in found)


def _stranded(core: list[Word], at: int) -> bool:
    """Daar nooit over praat met je partner."""
    return core[at].key in classes().prepositions - {"te"} and has_r_word(core[:at])


def _circumstance(core: list[Word], at: int) -> bool:
    """Niemand meer vertrouwt sinds je scheiding."""
    negation = classes().negation
    if at == 1 or any(part.key in negation for part in core[at + 1 :]):
        return False
    preposition = core[at + 1].key
    return preposition in markers().circumstances or (preposition == "na" and core[at].key not in negation)
