"""The documents there are. A new one is a name, a recipe here, and a template in each language."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final, NamedTuple

from sessionpad.documents import missing as gaps
from sessionpad.documents import words
from sessionpad.documents.aftercare import AftercareContext, aftercare_context
from sessionpad.documents.agreement import AgreementContext, agreement_context
from sessionpad.documents.asked import AS_USUAL, USUAL, Asked
from sessionpad.documents.closing import ClosingContext, closing_context
from sessionpad.documents.evaluation import EvaluationContext, evaluation_context
from sessionpad.documents.handover import HandoverContext, handover_context
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.overview import OverviewContext, overview_context
from sessionpad.documents.step_plan import StepPlanContext, step_plan_context
from sessionpad.documents.task_sheet import TaskSheetContext, task_sheet_context
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.client import Remembering
from sessionpad.domain.dossier import Dossier
from sessionpad.errors import InvalidInput
from sessionpad.method.finding import Finding
from sessionpad.method.language import Language

_CODE_LENGTH: Final = 40


class Document(StrEnum):
    AGREEMENT = "agreement"
    STEP_PLAN = "step-plan"
    TASK_SHEET = "task-sheet"
    EVALUATION_FORM = "evaluation-form"
    CLOSING_REVIEW = "closing-review"
    AFTERCARE_PLAN = "aftercare-plan"
    CLIENT_OVERVIEW = "client-overview"
    HANDOVER = "handover"


class Recipe(NamedTuple):
    fields: type
    """The shape of the context: every name a template may use."""
    context: Callable[[Occasion], Mapping[str, Any]]
    missing: Callable[[Dossier, date], tuple[Finding, ...]]
    blank: bool = False


RECIPES: Final[Mapping[Document, Recipe]] = {
    Document.AGREEMENT: Recipe(AgreementContext, agreement_context, gaps.in_agreement),
    Document.STEP_PLAN: Recipe(StepPlanContext, step_plan_context, gaps.in_step_plan),
    Document.TASK_SHEET: Recipe(TaskSheetContext, task_sheet_context, gaps.in_task_sheet),
    Document.EVALUATION_FORM: Recipe(EvaluationContext, evaluation_context, gaps.in_evaluation, blank=True),
    Document.CLOSING_REVIEW: Recipe(ClosingContext, closing_context, gaps.in_closing, blank=True),
    Document.AFTERCARE_PLAN: Recipe(AftercareContext, aftercare_context, gaps.in_aftercare, blank=True),
    Document.CLIENT_OVERVIEW: Recipe(OverviewContext, overview_context, gaps.in_overview),
    Document.HANDOVER: Recipe(HandoverContext, handover_context, gaps.in_handover),
}


def missing(document: Document, dossier: Dossier, today: date) -> tuple[Finding, ...]:
    """What is still empty in the current trajectory for this document."""
    return RECIPES[document].missing(dossier, today)


def takes_blank(document: Document) -> bool:
    """Whether it can be made empty, to write on."""
    return RECIPES[document].blank


def check_asked(document: Document, asked: Asked) -> None:
    """Raises: InvalidInput when this document cannot be asked for like that."""
    if asked.blank and not takes_blank(document):
        raise InvalidInput("not-blank")
    if asked.parts != USUAL and document is not Document.CLIENT_OVERVIEW:
        raise InvalidInput("no-parts")
    if asked.recipient and document is not Document.HANDOVER:
        raise InvalidInput("no-recipient")


def is_large(document: Document, dossier: Dossier, asked: Asked) -> bool:
    """Large print when asked for, and for what hangs on the fridge when the client reads that best. Source: GW-62."""
    likes = Remembering.LARGE_PRINT in dossier.client.remembers
    return asked.large or (likes and document in {Document.TASK_SHEET, Document.STEP_PLAN})


def file_name(
    document: Document,
    dossier: Dossier,
    *,
    language: Language,
    today: date,
    agreement: Agreement | None = None,
    asked: Asked = AS_USUAL,
) -> str:
    """A neutral name that every file system takes: "samenwerkingsovereenkomst-A-2026-11-22.docx". Source: TGH-46."""
    stem = _stem(document, dossier, language, agreement)
    kind = f"-{words.BLANK[language]}" if asked.blank else ""
    return dated_name(stem + kind, dossier, today, ".docx")


def dated_name(stem: str, dossier: Dossier, today: date, suffix: str) -> str:
    """What it is, whose, and of when."""
    parts = (stem, _slug(dossier.client.code)[:_CODE_LENGTH].strip("-"), today.isoformat())
    return "-".join(part for part in parts if part) + suffix


def _stem(document: Document, dossier: Dossier, language: Language, agreement: Agreement | None) -> str:
    if document is not Document.AGREEMENT:
        return words.STEMS[language][document]
    title = words.AGREEMENT_TITLES[language][(agreement or dossier.trajectory).title]
    named = _slug(title).lower()
    return named if agreement else f"{named}-{words.DRAFT[language]}"


def _slug(text: str) -> str:
    """Letters and digits of any script, joined by hyphens; accents are left out, since some disks rewrite them."""
    decomposed = unicodedata.normalize("NFKD", text)
    kept = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    spaced = "".join(sign if sign.isalnum() else " " for sign in unicodedata.normalize("NFC", kept))
    return "-".join(spaced.split())
