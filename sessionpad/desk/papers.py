"""Paper from the desk: a document is made, put somewhere, and remembered in the dossier."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from sessionpad.desk.cards import Dealt
from sessionpad.desk.choices import Choices
from sessionpad.desk.opened import Clock, NewId
from sessionpad.domain.agreeing import agreement_to_print
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import PaperId
from sessionpad.domain.paper import Paper
from sessionpad.errors import NotFound
from sessionpad.method.language import Language

if TYPE_CHECKING:
    from sessionpad.documents import Asked, Document, PaperLine


@dataclass(frozen=True, kw_only=True)
class Order:
    """A document as it is wanted."""

    document: Document
    language: Language
    asked: Asked | None = None
    """What was asked for beside the document itself; the usual when None."""
    number: int | None = None
    """Which agreement; without it the one that stands, or a draft when something was agreed otherwise since."""
    ours: bool = False
    """Whether the coach's own template is left aside."""


@dataclass(frozen=True)
class Exported:
    path: Path
    paper: Paper
    """What to remember of it: `pad.add("papers", paper)`."""


def get_ready() -> None:
    """Load what the first document would wait for; safe to call from any thread, and more than once."""
    import_module("sessionpad.documents.word")


class Papers:
    """What a desk does with documents; the libraries for it are loaded when one is made."""

    choices: Choices
    _clock: Clock
    _new_id: NewId

    @property
    def today(self) -> date:
        return self._clock().date()

    def deck(self) -> Dealt:
        raise NotImplementedError

    def export_name(self, order: Order, dossier: Dossier) -> str:
        """Raises: NotFound when there is no agreement with that number."""
        from sessionpad.documents import AS_USUAL, file_name  # noqa: PLC0415  documents are loaded when one is made

        return file_name(
            order.document,
            dossier,
            language=order.language,
            today=self.today,
            agreement=_agreement(order, dossier),
            asked=order.asked or AS_USUAL,
        )

    def export(self, order: Order, dossier: Dossier, path: Path, *, replace: bool = False) -> Exported:
        """Make a document and put it at `path`; a folder gets the document's own name.

        Raises:
            InvalidInput: it cannot be asked for like that, or there is no consent for it.
            NotFound: there is no agreement with that number.
            TemplateBroken: a template of the user does not fit.
            StorageFailed: the file could not be written; nothing is left behind.
        """
        from sessionpad.store.exports import write_export  # noqa: PLC0415  idem

        agreement, made = _agreement(order, dossier), self._made(order, dossier)
        target = path / self.export_name(order, dossier) if path.is_dir() else path
        placed = write_export(target, made, replace=replace)
        paper = Paper(
            id=PaperId(self._new_id()),
            document=order.document,
            made_at=self._clock(),
            file=str(placed.absolute()),
            sha256=hashlib.sha256(made).hexdigest(),
            agreement=agreement.id if agreement else None,
        )
        return Exported(placed, paper)

    async def export_aside(self, order: Order, dossier: Dossier, folder: Path) -> Exported:
        """The same away from the screen, into a folder; a document that is there already is never replaced."""
        return await asyncio.to_thread(self.export, order, dossier, folder)

    async def read_aside(self, order: Order, dossier: Dossier) -> Sequence[PaperLine]:
        """What stands on that paper, line by line, read from the paper itself; away from the screen.

        Raises:
            NotFound: there is no agreement with that number.
            TemplateBroken: a template of the user does not fit.
        """
        from sessionpad.documents import read_paper  # noqa: PLC0415  idem

        return read_paper(await asyncio.to_thread(self._made, order, dossier))

    def _made(self, order: Order, dossier: Dossier) -> bytes:
        from sessionpad.documents import AS_USUAL, render  # noqa: PLC0415  idem

        own: Sequence[Path] = () if order.ours else self.choices.own_templates
        return render(
            order.document,
            dossier,
            language=order.language,
            address=self.choices.address,
            today=self.today,
            agreement=_agreement(order, dossier),
            asked=order.asked or AS_USUAL,
            deck=self.deck().deck,
            folders=own,
        )


def _agreement(order: Order, dossier: Dossier) -> Agreement | None:
    """The agreement that was made, when the document shows one."""
    if order.document != "agreement":
        return None
    if order.number is None:
        return agreement_to_print(dossier)
    for each in dossier.agreements:
        if each.number == order.number:
            return each
    raise NotFound("agreement")
