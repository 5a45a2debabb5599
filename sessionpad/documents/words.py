"""The few words that depend on the dossier; every other word of a document stands in its template."""

from __future__ import annotations

from typing import Final

from sessionpad.domain.client import Client
from sessionpad.domain.ending import GoalResult, Onward
from sessionpad.domain.task import Speaker
from sessionpad.domain.trajectory import Say, Title
from sessionpad.method.language import Language

LOCALES: Final[dict[Language, str]] = {"nl": "nl-BE", "en": "en-GB"}

AGREEMENT_TITLES: Final[dict[Language, dict[Title, str]]] = {
    "nl": {Title.COOPERATION: "Samenwerkingsovereenkomst", Title.COMMITMENT: "Engagementsverklaring"},
    "en": {Title.COOPERATION: "Cooperation agreement", Title.COMMITMENT: "Statement of commitment"},
}
"""Source: TGH-46."""

TITLES: Final[dict[Language, dict[str, str]]] = {
    "nl": {
        "step-plan": "Mijn stappenplan",
        "task-sheet": "Afspraken tot de volgende keer",
        "evaluation-form": "Hoe ging het?",
        "closing-review": "Terugblik",
        "aftercare-plan": "Hoe ik verderga",
        "client-overview": "Over mij, in mijn woorden",
        "handover": "Overdracht",
    },
    "en": {
        "step-plan": "My step plan",
        "task-sheet": "What we agreed until next time",
        "evaluation-form": "How did it go?",
        "closing-review": "Looking back",
        "aftercare-plan": "How I carry on",
        "client-overview": "About me, in my own words",
        "handover": "Hand-over",
    },
}

STEMS: Final[dict[Language, dict[str, str]]] = {
    "nl": {
        "step-plan": "stappenplan",
        "task-sheet": "afspraken",
        "evaluation-form": "evaluatie",
        "closing-review": "terugblik",
        "aftercare-plan": "nazorgplan",
        "client-overview": "overzicht",
        "handover": "overdracht",
    },
    "en": {
        "step-plan": "step-plan",
        "task-sheet": "task-sheet",
        "evaluation-form": "evaluation",
        "closing-review": "closing-review",
        "aftercare-plan": "aftercare-plan",
        "client-overview": "overview",
        "handover": "handover",
    },
}
"""First part of the file name; that of an agreement is its title."""

DRAFT: Final[dict[Language, str]] = {"nl": "ontwerp", "en": "draft"}
"""In the file name of an agreement that was not made yet; the document itself stays clean."""
BLANK: Final[dict[Language, str]] = {"nl": "leeg", "en": "blank"}

ME: Final[dict[Language, str]] = {"nl": "Ik", "en": "Me"}
WE: Final[dict[Language, str]] = {"nl": "Wij", "en": "We"}
TOGETHER: Final[dict[Language, str]] = {"nl": "Samen", "en": "Together"}
SOMEONE: Final[dict[Language, str]] = {"nl": "Iemand anders", "en": "Someone else"}
MY_COACH: Final[dict[Language, str]] = {"nl": "mijn coach", "en": "my coach"}
CONTACT_PERSON: Final[dict[Language, str]] = {"nl": "vaste contactpersoon", "en": "regular contact person"}
AND: Final[dict[Language, str]] = {"nl": "en", "en": "and"}

IN_A_TALK: Final[dict[Language, str]] = {"nl": "in een gesprek", "en": "in a talk"}
"""When a contact task without a date is done. Source: TGH-59."""
BY: Final[dict[Language, str]] = {"nl": "Tegen", "en": "By"}
UNTIL: Final[dict[Language, str]] = {"nl": "tot en met", "en": "until"}
UNTIL_SHORT: Final[dict[Language, str]] = {"nl": "t.e.m.", "en": "until"}

SPEAKS: Final[dict[Language, dict[Speaker, str]]] = {
    "nl": {
        Speaker.CLIENT: "ik spreek zelf",
        Speaker.TOGETHER: "we spreken samen",
        Speaker.COACH: "mijn coach spreekt, ik ben erbij",
    },
    "en": {
        Speaker.CLIENT: "I speak myself",
        Speaker.TOGETHER: "we speak together",
        Speaker.COACH: "my coach speaks, I am there",
    },
}
"""Source: GW-105."""

SAY: Final[dict[Language, dict[Say, str]]] = {
    "nl": {Say.GOALS: "mijn doel", Say.CONTENT: "wat we daarvoor doen", Say.WAY: "hoe we samenwerken"},
    "en": {Say.GOALS: "my goal", Say.CONTENT: "what we do for it", Say.WAY: "how we work together"},
}

TERMS: Final[dict[Language, dict[str, str]]] = {
    "nl": {
        "title": "de titel",
        "problem.text": "wat er speelt",
        "goal.text": "mijn doel",
        "goal.why": "waarvoor ik dit doe",
        "goal.main_task": "hoe ik het aanpak",
        "goal.notice": "waaraan ik het merk",
        "goal.deadline": "tegen wanneer",
        "talks": "het aantal gesprekken",
        "evaluations": "wanneer we terugkijken",
        "evaluation_way": "hoe we terugkijken",
        "fallback": "wat we doen als het niet lukt",
        "expects_client": "wat ik verwacht",
        "expects_coach": "wat van mij verwacht wordt",
        "way": "hoe we samenwerken",
        "supporter": "wie mij bijstaat",
        "reflect_until": "de tijd om na te denken",
    },
    "en": {
        "title": "the title",
        "problem.text": "what is going on",
        "goal.text": "my goal",
        "goal.why": "what I do this for",
        "goal.main_task": "how I go about it",
        "goal.notice": "how I will notice",
        "goal.deadline": "by when",
        "talks": "the number of talks",
        "evaluations": "when we look back",
        "evaluation_way": "how we look back",
        "fallback": "what we do if it does not work out",
        "expects_client": "what I expect",
        "expects_coach": "what is expected of me",
        "way": "how we work together",
        "supporter": "who stands by me",
        "reflect_until": "the time to think it over",
    },
}
"""Terms of an agreement by name, as a new version says what changed. What has no name here never stands on paper."""

WHO_SIGNS: Final[dict[Language, str]] = {"nl": "wie mee tekent", "en": "who signs too"}

RESULTS: Final[dict[Language, dict[GoalResult, str]]] = {
    "nl": {
        GoalResult.SOLVED: "Het doel is bereikt.",
        GoalResult.EASED: "Het is lichter geworden.",
        GoalResult.EASED_FOR_NOW: "Het is voor nu lichter geworden.",
        GoalResult.NOT_YET: "Het doel is er nog niet. Wat onderweg lukte, blijft.",
        GoalResult.NOT_FEASIBLE: "Dit doel bleek nu niet haalbaar. Wat onderweg lukte, blijft.",
    },
    "en": {
        GoalResult.SOLVED: "The goal is reached.",
        GoalResult.EASED: "It has become lighter.",
        GoalResult.EASED_FOR_NOW: "It has become lighter for now.",
        GoalResult.NOT_YET: "The goal is not there yet. What worked on the way remains.",
        GoalResult.NOT_FEASIBLE: "This goal was not within reach now. What worked on the way remains.",
    },
}
"""Every end is a respectable one. Source: TGH-1, TGH-88."""

ONWARD: Final[dict[Language, dict[Onward, str]]] = {
    "nl": {
        Onward.ON_MY_OWN: "Ik ga op eigen kracht verder.",
        Onward.NEW_TRAJECTORY: "Ik kies een nieuw doel, met nieuwe afspraken.",
        Onward.AFTERCARE: "Ik ga zelf verder, en we houden nog een tijd contact.",
    },
    "en": {
        Onward.ON_MY_OWN: "I carry on by myself.",
        Onward.NEW_TRAJECTORY: "I choose a new goal, with new agreements.",
        Onward.AFTERCARE: "I carry on, and we stay in touch for a while.",
    },
}


def me(client: Client, language: Language) -> str:
    """How the client calls itself: one person, or a household. Source: IW-1."""
    return (WE if client.household else ME)[language]
