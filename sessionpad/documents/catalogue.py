"""The documents there are. A new one is a name, a recipe here, and a template in each language."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final, NamedTuple

from sessionpad.documents import words
from sessionpad.documents.agreement import agreement_context
from sessionpad.documents.missing import missing_in_agreement, missing_in_task_sheet
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.task_sheet import task_sheet_context
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.trajectory import Title
from sessionpad.method.finding import Finding
from sessionpad.method.language import Language

_CODE_LENGTH: Final = 40


class Document(StrEnum):
    AGREEMENT = "agreement"
    TASK_SHEET = "task-sheet"


class Recipe(NamedTuple):
    context: Callable[[Occasion], Mapping[str, Any]]
    missing: Callable[[Dossier], tuple[Finding, ...]]
    stem: Callable[[Title, Language], str]
    """First part of the file name, in the words of the client's paper."""


def _agreement_stem(title: Title, language: Language) -> str:
    return _slug(words.AGREEMENT_TITLES[language][title]).lower()


def _task_sheet_stem(_: Title, language: Language) -> str:
    return words.SHEET_STEM[language]


RECIPES: Final[Mapping[Document, Recipe]] = {
    Document.AGREEMENT: Recipe(context=agreement_context, missing=missing_in_agreement, stem=_agreement_stem),
    Document.TASK_SHEET: Recipe(context=task_sheet_context, missing=missing_in_task_sheet, stem=_task_sheet_stem),
}


def missing(document: Document, dossier: Dossier) -> tuple[Finding, ...]:
    """What is still empty in the current trajectory for this document."""
    return RECIPES[document].missing(dossier)


def file_name(
    document: Document, dossier: Dossier, *, language: Language, today: date, agreement: Agreement | None = None
) -> str:
    """A neutral name that every file system takes: "samenwerkingsovereenkomst-A-2026-11-22.docx". Source: TGH-46."""
    terms = agreement or dossier.trajectory
    stem = RECIPES[document].stem(terms.title, language)
    parts = (stem, _slug(dossier.client.code)[:_CODE_LENGTH].strip("-"), today.isoformat())
    return "-".join(part for part in parts if part) + ".docx"


def _slug(text: str) -> str:
    """Letters and digits of any script, joined by hyphens; accents are left out, since some disks rewrite them."""
    decomposed = unicodedata.normalize("NFKD", text)
    kept = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    spaced = "".join(sign if sign.isalnum() else " " for sign in unicodedata.normalize("NFC", kept))
    return "-".join(spaced.split())
