"""Making a document away from the screen, and saying where it went."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from sessionpad.desk.desk import Desk
from sessionpad.desk.papers import Exported, get_ready
from sessionpad.documents import Document
from sessionpad.domain.dossier import Dossier
from sessionpad.errors import SessionpadError, StorageFailed, TemplateBroken
from sessionpad.i18n.calendars import ahead_line
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import N_
from sessionpad.store.paths import export_folder
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.screens.form import FormScreen
from sessionpad.ui.screens.over_dossier import OverDossier


class ExportingScreen(FormScreen):
    """A form that becomes a document. What is needed for one is loaded while the coach fills it in."""

    def on_mount(self) -> None:
        self.run_worker(get_ready, thread=True, exit_on_error=False)

    def export(self, document: Document) -> None:
        """Make this document of what stands here now, and say where it went."""
        self.make_paper(document)


Make = Callable[[Path], Awaitable[Exported]]
"""Makes a document in a folder, away from the screen."""


async def made(screen: OverDossier, desk: Desk, make: Make, document: str) -> None:
    """Make a document of this dossier, list it there, and let the screen say where it went or why it did not."""
    folder = export_folder()
    try:
        if not folder.is_dir():
            raise StorageFailed("no-folder", path=str(folder))
        done = await _placed(screen, desk, make, folder)
    except TemplateBroken as error:
        screen.broken = document
        screen.say(
            N_("{trouble} The same key once more uses the template that comes with sessionpad."),
            trouble=sentence(error, screen.texts),
        )
    except SessionpadError as error:
        screen.say_trouble(error)
    else:
        screen.broken = ""
        said = N_("The document is in {path}. It is not encrypted: keep it as you keep paper.")
        if desk.is_read_only:
            said = N_("The document is in {path}. The dossier is open for reading only, so it is not listed there.")
        else:
            screen.remember(done.paper)
        screen.say(said, path=done.path.absolute())


async def _placed(screen: OverDossier, desk: Desk, make: Make, folder: Path) -> Exported:
    """The document in its place. It is listed also when the screen is left before it is there."""
    making = asyncio.ensure_future(make(folder))
    try:
        return await asyncio.shield(making)
    except asyncio.CancelledError:
        making.add_done_callback(lambda done: _placed_later(screen, desk, done))
        raise


def _placed_later(screen: OverDossier, desk: Desk, done: asyncio.Future[Exported]) -> None:
    if not (done.cancelled() or done.exception() or desk.is_read_only):
        screen.remember(done.result().paper)


async def calendar_made(screen: PadScreen, desk: Desk, only: Dossier | None = None) -> None:
    """Make the calendar file of one client, or of everyone, and say what is in it and where, or why it is not there."""
    folder = export_folder()
    try:
        if not folder.is_dir():
            raise StorageFailed("no-folder", path=str(folder))
        found, path = await desk.calendar_aside(screen.texts.language, folder, only)
    except SessionpadError as error:
        screen.say_trouble(error)
        return
    what = ahead_line(found.appointments, found.task_days, screen.texts)
    if found.damage:
        number = len(found.damage)
        unread = screen.texts.count("{number} dossier cannot be read.", "{number} dossiers cannot be read.", number)
        what = f"{what} {unread}"
    if path is None:
        screen.say_line(what)
    else:
        screen.say(N_("{what} It is in {path}."), what=what, path=path.absolute())
