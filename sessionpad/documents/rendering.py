"""A dossier, a document and a language become the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from sessionpad.documents import words
from sessionpad.documents.asked import AS_USUAL, Asked
from sessionpad.documents.catalogue import RECIPES, Document, check_asked, is_large
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.templates import find_template
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import TrajectoryId
from sessionpad.domain.trajectory import Trajectory
from sessionpad.method.cards import Deck
from sessionpad.method.language import Address, Language

LARGE: Final = 1.35
"""How many times larger large print is."""


def render(
    document: Document,
    dossier: Dossier,
    *,
    language: Language,
    address: Address = "je",
    today: date,
    trajectory: TrajectoryId | None = None,
    agreement: Agreement | None = None,
    asked: Asked = AS_USUAL,
    deck: Deck | None = None,
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
        asked: empty or filled in, large print, which parts, for whom.
        deck: the cards whose questions may stand in it; ours when None.
        folders: the user's own template folders, first one first.

    Raises:
        InvalidInput: this document cannot be asked for like that, or there is no consent for it.
        NotFound: there is no template.
        TemplateBroken: the template does not fit.
    """
    from sessionpad.documents.word import Properties, fill  # noqa: PLC0415 - Word costs 0.1 s, only a render needs it

    check_asked(document, asked)
    occasion = Occasion(
        dossier=dossier,
        trajectory=_trajectory(dossier, trajectory, agreement),
        agreement=agreement,
        language=language,
        address=address,
        today=today,
        asked=asked,
        deck=deck,
    )
    context = RECIPES[document].context(occasion)
    size = LARGE if is_large(document, dossier, asked) else 1
    properties = Properties(title=context["title"], locale=words.LOCALES[language], made_on=today, size=size)
    return fill(find_template(document, language, folders), context, properties)


def _trajectory(dossier: Dossier, wanted: TrajectoryId | None, agreement: Agreement | None) -> Trajectory:
    asked = wanted or (agreement.trajectory if agreement else dossier.trajectory.id)
    return {each.id: each for each in dossier.trajectories}[asked]
