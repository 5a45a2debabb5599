"""A dossier, a document and a language become the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sessionpad.documents import words
from sessionpad.documents.catalogue import RECIPES, Document
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.templates import find_template
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import TrajectoryId
from sessionpad.domain.trajectory import Trajectory
from sessionpad.method.language import Address, Language


def render(
    document: Document,
    dossier: Dossier,
    *,
    language: Language,
    address: Address = "je",
    today: date,
    trajectory: TrajectoryId | None = None,
    agreement: Agreement | None = None,
    folders: Sequence[Path] = (),
) -> bytes:
    """The document as .docx; the same input always gives the same bytes.

    Args:
        document: which one.
        dossier: whose.
        language: of the template, the dates and the proofing.
        address: how a Dutch template may address the client.
        today: the date on a draft, and the creation date inside the file.
        trajectory: another one than that of the agreement or the current one.
        agreement: one that was made; without it the agreement is a draft.
        folders: the user's own template folders, first one first.

    Raises:
        NotFound: there is no template.
        TemplateBroken: the template does not fit.
    """
    from sessionpad.documents.word import Properties, fill  # noqa: PLC0415 - Word costs 0.1 s, only a render needs it

    occasion = Occasion(
        dossier=dossier,
        trajectory=_trajectory(dossier, trajectory, agreement),
        agreement=agreement,
        language=language,
        address=address,
        today=today,
    )
    context = RECIPES[document].context(occasion)
    properties = Properties(title=context["title"], locale=words.LOCALES[language], made_on=today)
    return fill(find_template(document, language, folders), context, properties)


def _trajectory(dossier: Dossier, wanted: TrajectoryId | None, agreement: Agreement | None) -> Trajectory:
    asked = wanted or (agreement.trajectory if agreement else dossier.trajectory.id)
    return {each.id: each for each in dossier.trajectories}[asked]
