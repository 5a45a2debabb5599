"""A form that can be made into paper, away from the screen."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path

from sessionpad.desk.desk import Desk
from sessionpad.documents import Document
from sessionpad.domain.dossier import Dossier
from sessionpad.errors import SessionpadError, StorageFailed
from sessionpad.i18n.texts import N_
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.screens.form import FormScreen


class ExportingScreen(FormScreen):
    def export(self, document: Document) -> None:
        """Make this document of what stands here now, and say where it went."""
        self.take_in()
        if not self.may_go():
            return
        self.say(N_("The document is being made..."))
        self.run_worker(self._export(document), exclusive=True, exit_on_error=False, group="export")

    async def _export(self, document: Document) -> None:
        await made(self, self._desk, self._pad.dossier, document)


async def made(screen: PadScreen, desk: Desk, dossier: Dossier, document: Document) -> None:
    """Make a document of this dossier, and let the screen say where it went or why it did not."""
    folder = export_folder()
    try:
        if not folder.is_dir():
            raise StorageFailed("no-folder", path=str(folder))
        path = await desk.export_aside(document, dossier, screen.texts.language, folder)
    except SessionpadError as error:
        screen.say_trouble(error)
    else:
        screen.say(
            N_("The document is in {path}. It is not encrypted: keep it as you keep paper."), path=path.absolute()
        )


def export_folder() -> Path:
    """Where documents go: the folder for documents when there is one, otherwise where the program was started."""
    documents = user_documents_path()
    return documents if documents.is_dir() else Path()
