"""The closed word classes of Dutch the rules rest on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sessionpad.method.reframe.data import listed, load, paired


class Classes(NamedTuple):
    why: frozenset[str]
    asking: frozenset[str]
    """In a request these make it a question."""
    closers: frozenset[str]
    proposing: frozenset[str]
    talked_about: frozenset[str]
    talked_about_with: frozenset[str]
    semi_auxiliaries: frozenset[str]
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
    perception: frozenset[str]
    """With these an infinitive behind an adjective or a possessive is a thing."""
    noun_infinitives: frozenset[str]
    noun_participles: frozenset[str]
    evaluations: frozenset[str]
    te_nouns: frozenset[str]
    friends: frozenset[str]


class Markers(NamedTuple):
    ambiguous: frozenset[str]
    likeness: frozenset[str]
    more: frozenset[str]
    carried: frozenset[str]
    circumstances: frozenset[str]
    antecedents: frozenset[str]
    wat_antecedents: frozenset[str]
    objects: frozenset[str]
    nominative: frozenset[str]
    contrasting: frozenset[str]
    contrast_ends: frozenset[str]
    asides: frozenset[str]
    opinions: frozenset[str]
    tags: frozenset[str]
    possessives: frozenset[str]
    adverbial: frozenset[str]
    behind_particle: frozenset[str]
    articles: frozenset[str]
    bare_plurals: frozenset[str]
    """Subjects without a determiner behind wat (wat anderen denken)."""
    places: frozenset[str]
    """Prepositions that say where on their own (buiten spelen)."""
    moments: frozenset[str]
    """Stay behind the verb when they come last behind what someone is (zo moe bent vandaag)."""
    loose: frozenset[str]


class VerbClasses(NamedTuple):
    with_infinitive: frozenset[str]
    modal: frozenset[str]
    with_participle: frozenset[str]
    copulas: frozenset[str]
    raising: frozenset[str]
    after_te: frozenset[str]
    stranded: frozenset[tuple[str, str]]
    """Verb and preposition that belong together without being one word."""
    adjectives: frozenset[tuple[str, str]]
    nouns: frozenset[tuple[str, str]]


@cache
def classes() -> Classes:
    raw = load("reframe_nl")["words"]
    return Classes(**{name: listed(raw[name]) for name in Classes._fields})


@cache
def markers() -> Markers:
    raw = load("reframe_nl")["markers"]
    return Markers(**{name: listed(raw[name]) for name in Markers._fields})


@cache
def fused() -> Mapping[str, str]:
    """Spoken Flemish, verb and ge in one word: from hebde to hebt."""
    found: Mapping[str, str] = load("reframe_nl")["fused"]
    return found


@cache
def verb_classes() -> VerbClasses:
    raw = load("reframe_nl")
    verbs, predicates = raw["verbs"], raw["predicates"]
    return VerbClasses(
        with_infinitive=listed(verbs["with_infinitive"]),
        modal=listed(verbs["modal"]),
        with_participle=listed(verbs["with_participle"]),
        copulas=listed(verbs["copulas"]),
        raising=listed(verbs["raising"]),
        after_te=listed(verbs["after_te"]),
        stranded=paired(verbs["stranded"]),
        adjectives=paired(predicates["adjectives"]),
        nouns=paired(predicates["nouns"]),
    )


def opens_subject(key: str) -> bool:
    known = classes()
    return key in known.subject_pronouns or key in known.determiners
