"""The few words that depend on the dossier; every other word of a document stands in its template."""

from __future__ import annotations

from typing import Final

from sessionpad.domain.trajectory import Title
from sessionpad.method.language import Language

LOCALES: Final[dict[Language, str]] = {"nl": "nl-BE", "en": "en-GB"}

AGREEMENT_TITLES: Final[dict[Language, dict[Title, str]]] = {
    "nl": {Title.COOPERATION: "Samenwerkingsovereenkomst", Title.COMMITMENT: "Engagementsverklaring"},
    "en": {Title.COOPERATION: "Cooperation agreement", Title.COMMITMENT: "Statement of commitment"},
}
"""Source: TGH-46."""

SHEET_TITLE: Final[dict[Language, str]] = {
    "nl": "Afspraken tot de volgende keer",
    "en": "What we agreed until next time",
}

ME: Final[dict[Language, str]] = {"nl": "Ik", "en": "Me"}
TOGETHER: Final[dict[Language, str]] = {"nl": "Samen", "en": "Together"}
SOMEONE: Final[dict[Language, str]] = {"nl": "Iemand anders", "en": "Someone else"}
MY_COACH: Final[dict[Language, str]] = {"nl": "mijn coach", "en": "my coach"}
CONTACT_PERSON: Final[dict[Language, str]] = {"nl": "vaste contactpersoon", "en": "regular contact person"}
IN_A_TALK: Final[dict[Language, str]] = {"nl": "in een gesprek", "en": "in a talk"}
"""When a contact task without a date is done. Source: TGH-59."""

SHEET_STEM: Final[dict[Language, str]] = {"nl": "afspraken", "en": "task-sheet"}
