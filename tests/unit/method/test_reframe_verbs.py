from __future__ import annotations

import pytest

from sessionpad.method.reframe.dutch.forms import participle, past, stem, with_t
from sessionpad.method.reframe.dutch.verbs import is_kind, lemmas, lexicon, splits, third
from sessionpad.method.reframe.english.words import past_of, with_ing
from sessionpad.method.reframe.english.words import third as english_third


@pytest.mark.parametrize(
    ("infinitive", "first", "ended"),
    [
        ("lopen", "loop", "loopt"),
        ("bellen", "bel", "belt"),
        ("leven", "leef", "leeft"),
        ("reizen", "reis", "reist"),
        ("praten", "praat", "praat"),
        ("antwoorden", "antwoord", "antwoordt"),
        ("groeien", "groei", "groeit"),
        ("kijken", "kijk", "kijkt"),
        ("duwen", "duw", "duwt"),
        ("jagen", "jaag", "jaagt"),
        ("creëren", "creëer", "creëert"),
        ("evalueren", "evalueer", "evalueert"),
    ],
)
def test_the_present_follows_the_spelling_rules(infinitive: str, first: str, ended: str) -> None:
    """Long vowels, double consonants, v and z: as Dutch writes them."""
    assert stem(infinitive) == first
    assert with_t(first) == ended


@pytest.mark.parametrize(
    ("infinitive", "light", "singular", "part"),
    [
        ("werken", False, "werkte", "gewerkt"),
        ("leven", False, "leefde", "geleefd"),
        ("luisteren", True, "luisterde", "geluisterd"),
        ("ontmoeten", False, "ontmoette", "ontmoet"),
        ("informeren", False, "informeerde", "geïnformeerd"),
        ("eindigen", True, "eindigde", "geëindigd"),
        ("bellen", False, "belde", "gebeld"),
        ("betalen", False, "betaalde", "betaald"),
    ],
)
def test_the_past_and_the_participle_follow_the_rules(infinitive: str, light: bool, singular: str, part: str) -> None:
    """Te or de, and ge- only where it belongs."""
    first = stem(infinitive, light=light)
    assert past(infinitive, first) == (singular, singular + "n")
    assert participle(infinitive, first) == part


@pytest.mark.parametrize(
    "form", ["opgebeld", "voorbereid", "begrepen", "ontslagen", "weggegaan", "uitgenodigd", "verteld", "geërgerd"]
)
def test_participles_are_known_with_their_particles(form: str) -> None:
    """Separable, prefixed and strong verbs alike."""
    assert is_kind(form, "part")


@pytest.mark.parametrize(
    ("particle", "form"), [("op", "belt"), ("mee", "ging"), ("uit", "nodig"), ("voor", "bereidde"), ("terug", "trok")]
)
def test_a_particle_finds_its_verb(particle: str, form: str) -> None:
    """Nodig ... uit is uitnodigen."""
    assert splits(particle, form)


@pytest.mark.parametrize(
    ("infinitive", "form"), [("opbellen", "opbelt"), ("gaan", "gaat"), ("zijn", "bent"), ("huis", None)]
)
def test_an_infinitive_gives_its_form_for_je(infinitive: str, form: str | None) -> None:
    """What is no verb gives nothing."""
    assert third(infinitive) == form


def test_every_separable_verb_has_a_known_base() -> None:
    """A particle without its verb would never be rejoined."""
    known = lexicon()
    bases = {verb for verbs in known.separable.values() for verb in verbs}
    assert {base for base in bases if not is_kind(base, "inf")} == set()


def test_no_verb_form_is_both_weak_and_strong() -> None:
    """Kijkte, zoekte and the like are no Dutch."""
    assert [form for form in ("kijkte", "zoekte", "gegeefd", "gekijkt", "brengde", "loopte") if lemmas(form)] == []


@pytest.mark.parametrize(
    ("base", "past_form", "ing", "third_form"),
    [
        ("stop", "stopped", "stopping", "stops"),
        ("admit", "admitted", "admitting", "admits"),
        ("visit", "visited", "visiting", "visits"),
        ("cry", "cried", "crying", "cries"),
        ("lie", "lied", "lying", "lies"),
        ("go", "went", "going", "goes"),
        ("panic", "panicked", "panicking", "panics"),
        ("agree", "agreed", "agreeing", "agrees"),
        ("teach", "taught", "teaching", "teaches"),
    ],
)
def test_english_forms_are_spelled_right(base: str, past_form: str, ing: str, third_form: str) -> None:
    """Regular by rule, irregular by list."""
    assert (past_of(base), with_ing(base), english_third(base)) == (past_form, ing, third_form)
