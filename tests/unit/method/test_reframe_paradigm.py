"""Every verb class with every subject in every construction, spelled out by table and template."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from sessionpad.method.reframe import reframe


class Verb(NamedTuple):
    infinitive: str
    inverted: str
    """Before je."""
    second: str
    third: str
    past: str
    pasts: str
    participle: str
    is_moved: bool = False
    """Whether the perfect takes zijn."""
    particle: str = ""

    @property
    def whole(self) -> str:
        return self.particle + self.infinitive

    @property
    def done(self) -> str:
        return self.particle + self.participle


VERBS = (
    Verb("werken", "werk", "werkt", "werkt", "werkte", "werkten", "gewerkt"),
    Verb("antwoorden", "antwoord", "antwoordt", "antwoordt", "antwoordde", "antwoordden", "geantwoord"),
    Verb("praten", "praat", "praat", "praat", "praatte", "praatten", "gepraat"),
    Verb("luisteren", "luister", "luistert", "luistert", "luisterde", "luisterden", "geluisterd"),
    Verb("reageren", "reageer", "reageert", "reageert", "reageerde", "reageerden", "gereageerd"),
    Verb("slapen", "slaap", "slaapt", "slaapt", "sliep", "sliepen", "geslapen"),
    Verb("eten", "eet", "eet", "eet", "at", "aten", "gegeten"),
    Verb("liegen", "lieg", "liegt", "liegt", "loog", "logen", "gelogen"),
    Verb("komen", "kom", "komt", "komt", "kwam", "kwamen", "gekomen", is_moved=True),
    Verb("vertrekken", "vertrek", "vertrekt", "vertrekt", "vertrok", "vertrokken", "vertrokken", is_moved=True),
    Verb("betalen", "betaal", "betaalt", "betaalt", "betaalde", "betaalden", "betaald"),
    Verb("ontbijten", "ontbijt", "ontbijt", "ontbijt", "ontbeet", "ontbeten", "ontbeten"),
    Verb("bellen", "bel", "belt", "belt", "belde", "belden", "gebeld", particle="op"),
    Verb("staan", "sta", "staat", "staat", "stond", "stonden", "gestaan", is_moved=True, particle="op"),
    Verb("gaan", "ga", "gaat", "gaat", "ging", "gingen", "gegaan", is_moved=True, particle="mee"),
    Verb("houden", "hou", "houdt", "houdt", "hield", "hielden", "gehouden", particle="vol"),
    Verb("doen", "doe", "doet", "doet", "deed", "deden", "gedaan", particle="mee"),
    Verb("zeggen", "zeg", "zegt", "zegt", "zei", "zeiden", "gezegd", particle="af"),
    Verb("denken", "denk", "denkt", "denkt", "dacht", "dachten", "gedacht", particle="na"),
    Verb("treden", "treed", "treedt", "treedt", "trad", "traden", "getreden", is_moved=True, particle="op"),
)
SINGULAR = ("hij", "ze", "je zoon", "Samira", "de buurman van hiernaast", "niemand")
PLURAL = ("we", "jullie", "de kinderen", "je ouders")


def first(question: str) -> str:
    return reframe(question, "nl").suggestions[0].text


def behind(verb: Verb, form: str) -> str:
    return verb.particle + form


def gap(verb: Verb) -> str:
    return f" {verb.particle}" if verb.particle else ""


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.whole)
def test_je_gets_its_ending_back(verb: Verb) -> None:
    """What inversion dropped returns, and the particle joins its verb again."""
    for subject in ("je", "jij"):
        asked = f"Waarom {verb.inverted} {subject} vandaag niet{gap(verb)}?"
        assert first(asked) == f"Wat maakt dat {subject} vandaag niet {behind(verb, verb.second)}?"


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.whole)
def test_other_subjects_keep_their_form(verb: Verb) -> None:
    """U, names, nouns and plurals have no ending to get back."""
    for subject in ("u", *SINGULAR):
        asked = f"Waarom {verb.third} {subject} vandaag niet{gap(verb)}?"
        assert first(asked) == f"Wat maakt dat {subject} vandaag niet {behind(verb, verb.third)}?"
    for subject in PLURAL:
        asked = f"Waarom {verb.infinitive} {subject} vandaag niet{gap(verb)}?"
        assert first(asked) == f"Wat maakt dat {subject} vandaag niet {behind(verb, verb.infinitive)}?"


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.whole)
def test_the_past_stays_past(verb: Verb) -> None:
    """The form moves, the tense does not."""
    for subject in ("je", *SINGULAR):
        asked = f"Waarom {verb.past} {subject} toen niet{gap(verb)}?"
        assert first(asked) == f"Wat maakte dat {subject} toen niet {behind(verb, verb.past)}?"
    for subject in PLURAL:
        asked = f"Waarom {verb.pasts} {subject} toen niet{gap(verb)}?"
        assert (
            first(asked).removeprefix("Wat maakt").lstrip("e")
            == f" dat {subject} toen niet {behind(verb, verb.pasts)}?"
        )


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.whole)
def test_a_participle_and_its_helper_stand_together(verb: Verb) -> None:
    """Gebeld hebt, vertrokken is."""
    helpers = ("ben", "bent", "is", "zijn") if verb.is_moved else ("heb", "hebt", "heeft", "hebben")
    assert first(f"Waarom {helpers[0]} je niet {verb.done}?") == f"Wat maakt dat je niet {verb.done} {helpers[1]}?"
    for subject in SINGULAR:
        asked = f"Waarom {helpers[2]} {subject} niet {verb.done}?"
        assert first(asked) == f"Wat maakt dat {subject} niet {verb.done} {helpers[2]}?"
    for subject in PLURAL:
        asked = f"Waarom {helpers[3]} {subject} niet {verb.done}?"
        assert first(asked) == f"Wat maakt dat {subject} niet {verb.done} {helpers[3]}?"


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.whole)
def test_a_modal_stands_before_its_infinitive(verb: Verb) -> None:
    """Niet kunt slapen; niet had kunnen slapen."""
    assert first(f"Waarom kun je niet {verb.whole}?") == f"Wat maakt dat je niet kunt {verb.whole}?"
    for subject in SINGULAR:
        assert (
            first(f"Waarom moest {subject} niet {verb.whole}?") == f"Wat maakte dat {subject} niet moest {verb.whole}?"
        )
    for subject in PLURAL:
        asked = f"Waarom hebben {subject} niet kunnen {verb.whole}?"
        assert first(asked) == f"Wat maakt dat {subject} niet hebben kunnen {verb.whole}?"


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.whole)
def test_te_takes_the_particle_in_the_middle(verb: Verb) -> None:
    """Durft op te bellen."""
    told = f"{verb.particle} te {verb.infinitive}".strip()
    assert first(f"Waarom durf je niet {told}?") == f"Wat maakt dat je niet durft {told}?"
    assert first(f"Waarom probeert hij nooit {told}?") == f"Wat maakt dat hij nooit probeert {told}?"


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.whole)
def test_a_clause_behind_the_verb_stays_there(verb: Verb) -> None:
    """Toen, als, omdat and om follow the verb as they did."""
    for tail in ("als het moeilijk wordt", "omdat je bang bent", "om rust te hebben", "terwijl ik het vroeg"):
        asked = f"Waarom {verb.inverted} je niet{gap(verb)} {tail}?"
        assert first(asked) == f"Wat maakt dat je niet {behind(verb, verb.second)} {tail}?"
