"""The closed word classes of Dutch the rules rest on."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sessionpad.method.reframe.data import listed, load, paired


class Classes(NamedTuple):
    why: frozenset[str]
    subject_pronouns: frozenset[str]
    determiners: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    demonstratives: frozenset[str]
    prepositions: frozenset[str]
    negation: frozenset[str]
    adverbs: frozenset[str]
    degree: frozenset[str]
    subordinators: frozenset[str]
    clause_openers: frozenset[str]
    question_words: frozenset[str]
    relatives: frozenset[str]
    coordinators: frozenset[str]
    afterthoughts: frozenset[str]
    r_words: frozenset[str]
    pronominal: frozenset[str]
    particles_of_course: frozenset[str]
    never_finite: frozenset[str]
    past_adverbs: frozenset[str]
    noun_infinitives: frozenset[str]
    noun_participles: frozenset[str]
    evaluations: frozenset[str]
    friends: frozenset[str]


class VerbClasses(NamedTuple):
    with_infinitive: frozenset[str]
    modal: frozenset[str]
    with_participle: frozenset[str]
    copulas: frozenset[str]
    raising: frozenset[str]
    after_te: frozenset[str]
    stranded: frozenset[tuple[str, str]]
    adjectives: frozenset[tuple[str, str]]
    nouns: frozenset[tuple[str, str]]


@cache
def classes() -> Classes:
    raw = load("reframe_nl")["words"]
    return Classes(**{name: listed(raw[name]) for name in Classes._fields})


@cache
def verb_classes() -> VerbClasses:
    raw = load("reframe_nl")
    verbs = raw["verbs"]
    sets = {name: listed(verbs[name]) for name in VerbClasses._fields[:6]}
    pairs = {name: paired(raw["predicates"][name]) for name in ("adjectives", "nouns")}
    return VerbClasses(**sets, **pairs, stranded=paired(verbs["stranded"]))


def opens_subject(key: str) -> bool:
    known = classes()
    return key in known.subject_pronouns or key in known.determiners
