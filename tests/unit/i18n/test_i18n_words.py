"""Every member of every list in the domain has a word of its own in every language."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from enum import Enum
from typing import Any

import pytest

from sessionpad import domain
from sessionpad.domain.agreement import AgreementState
from sessionpad.domain.around import ReferralStep, RightState
from sessionpad.domain.client import Closeness, Ready, Remembering, Role
from sessionpad.domain.concern import ConcernKind, Criterion, Influence, Standing
from sessionpad.domain.ending import GoalResult, Onward
from sessionpad.domain.goal import Aim, Origin, ProblemPart, Reach, Smart, Way, Whose
from sessionpad.domain.growth import Then
from sessionpad.domain.life_domains import LifeDomain
from sessionpad.domain.notes import Mark
from sessionpad.domain.path import Stop
from sessionpad.domain.said import SaidKind
from sessionpad.domain.scoring import LEVELS, Decision, Hindrance, Nearer, Outcome, Scale
from sessionpad.domain.session import Event, Place, Tempo
from sessionpad.domain.task import Difficulty, Every, GuidedStep, Kind, Owner, Speaker, State
from sessionpad.domain.trajectory import Form, GoalState, Phase, Say, Section, Title
from sessionpad.i18n import growth, path, terms, words
from sessionpad.i18n.texts import texts_in
from sessionpad.method.language import LANGUAGES, Language
from tests.unit.domain.builders import a_task

WORDS: dict[type[Enum], Mapping[Any, str]] = {
    Aim: words.AIMS,
    Decision: words.DECISIONS,
    Difficulty: words.DIFFICULTIES,
    Form: words.FORMS,
    GoalResult: words.GOAL_RESULTS,
    Hindrance: words.HINDRANCES,
    Kind: words.KINDS,
    Mark: words.MARKS,
    Outcome: words.OUTCOMES,
    Owner: words.OWNERS,
    Phase: words.PHASES,
    Role: words.ROLES,
    Scale: words.SCALES,
    State: words.STATES,
    Title: words.TITLES,
    AgreementState: terms.AGREEMENT_STATES,
    ReferralStep: terms.REFERRAL_STEPS,
    RightState: terms.RIGHT_STATES,
    Closeness: terms.CLOSENESS,
    Ready: terms.READY,
    Remembering: terms.REMEMBERING,
    ConcernKind: terms.CONCERN_KINDS,
    Criterion: terms.CRITERIA,
    Influence: terms.INFLUENCES,
    Standing: terms.STANDINGS,
    Onward: terms.ONWARD,
    Origin: terms.ORIGINS,
    ProblemPart: terms.PROBLEM_PARTS,
    Reach: terms.REACHES,
    Smart: terms.SMART,
    Way: terms.WAYS,
    Whose: terms.WHOSE,
    LifeDomain: terms.LIFE_DOMAINS,
    Nearer: terms.NEARER,
    Then: growth.THEN,
    SaidKind: terms.SAID_KINDS,
    Stop: path.STOPS,
    Event: terms.EVENTS,
    Place: terms.PLACES,
    Tempo: terms.TEMPOS,
    Every: terms.EVERY,
    GuidedStep: terms.GUIDED_STEPS,
    Speaker: terms.SPEAKERS,
    GoalState: terms.GOAL_STATES,
    Say: terms.SAYS,
    Section: terms.SECTIONS,
}
NEEDS_NONE = {Mark.NONE}


def lists_of_the_domain() -> set[type[Enum]]:
    modules = [
        importlib.import_module(f"sessionpad.domain.{each.name}") for each in pkgutil.iter_modules(domain.__path__)
    ]
    return {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Enum) and value.__module__ == module.__name__
    }


def test_every_list_has_its_words() -> None:
    """A new list in the domain asks for words here."""
    assert lists_of_the_domain() == set(WORDS)


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_has_its_own_word(kind: type[Enum], language: Language) -> None:
    """No member is without a word, and no two share one."""
    said = [texts_in(language).say(WORDS[kind][member]) for member in kind if member not in NEEDS_NONE]
    assert all(said)
    assert len(set(said)) == len(said)
    assert set(WORDS[kind]) == set(kind) - NEEDS_NONE


@pytest.mark.parametrize("scale", Scale)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_level_has_its_own_word(scale: Scale, language: Language) -> None:
    """A score is never a bare number: on each scale every level says what it means."""
    said = [texts_in(language).say(words.LEVELS[scale][level]) for level in LEVELS]
    assert len(set(said)) == len(LEVELS)


def test_no_word_blames() -> None:
    """What did not work out has neutral words."""
    dutch = {
        texts_in("nl").say(text).casefold()
        for each in (*WORDS.values(), *words.LEVELS.values())
        for text in each.values()
    }
    assert not {word for said in dutch for word in said.split()} & {
        "mislukt",
        "gefaald",
        "fout",
        "slecht",
        "niet-gedaan",
    }


@pytest.mark.parametrize("owner", Owner)
def test_someone_of_the_network_has_a_name(owner: Owner) -> None:
    """The person's own name when there is one, otherwise the word for the owner."""
    texts = texts_in("nl")
    assert words.owner_of(a_task(owner=owner, person="broer"), texts) == "broer"
    assert words.owner_of(a_task(owner=owner), texts) == texts.say(words.OWNERS[owner])
