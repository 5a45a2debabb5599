"""What every screen over one opened dossier can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.paper import Paper
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.leaving import typed_through
from sessionpad.ui.rooms import Room
from sessionpad.ui.screens.seeking import Seeking

if TYPE_CHECKING:
    from sessionpad.documents import Asked, Document
    from sessionpad.ui.widgets.client_page import Page


class OverDossier(Seeking):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f12",
            "client_view",
            N_("look together"),
            id="client_view",
            tooltip=N_("Show what the client may read and nothing else; F12 again goes back"),
            priority=True,
        ),
    ]

    room: Room | None = None
    """Which room of the dossier this is, when it is one."""
    broken: str = ""
    """The document whose own template was found broken: asked for once more, it is made with ours."""

    def __init__(self, texts: Texts, desk: Desk, pad: Pad) -> None:
        super().__init__(texts)
        self._desk = desk
        self._pad = pad

    def take_in(self) -> None:
        """Bring what was typed into the dossier."""

    def may_go(self) -> bool:
        """Whether nothing that was typed would be lost."""
        return True

    def make_paper(self, document: Document, asked: Asked | None = None) -> None:
        """Make this document of what stands in the dossier now."""
        from sessionpad.desk.papers import Order  # noqa: PLC0415  only when one is made
        from sessionpad.documents import Asked, Document, sole_recipient  # noqa: PLC0415  idem
        from sessionpad.ui.screens.exporting import made  # noqa: PLC0415  idem

        self.take_in()
        if self.may_go():
            self.say(N_("The document is being made..."))
            if asked is None and document is Document.HANDOVER:
                asked = Asked(recipient=sole_recipient(self._pad.dossier, self._desk.today))
            ours = self.broken == document
            order = Order(document=document, language=self.texts.language, asked=asked, ours=ours)
            making = made(
                self, self._desk, lambda folder: self._desk.export_aside(order, self._pad.dossier, folder), document
            )
            self.run_worker(making, exclusive=True, exit_on_error=False, group="export")

    def make_whole(self, *, for_client: bool) -> None:
        """Put everything of this client in one file."""
        from sessionpad.desk.whole import WHOLE  # noqa: PLC0415  only when it is made
        from sessionpad.ui.screens.exporting import made  # noqa: PLC0415  idem

        desk, language = self._desk, self.texts.language
        self.take_in()
        if self.may_go():
            self.say(N_("The document is being made..."))
            making = made(
                self,
                desk,
                lambda folder: desk.export_whole_aside(self._pad.dossier, language, folder, for_client=for_client),
                WHOLE,
            )
            self.run_worker(making, exclusive=True, exit_on_error=False, group="export")

    def remember(self, paper: Paper) -> None:
        """List a document that was made, also when this screen was left meanwhile."""
        self._pad.add("papers", paper)

    @property
    def way(self) -> str:
        from sessionpad.ui.rooms import ROOMS  # noqa: PLC0415  the table is read when it is asked for

        return f"room({ROOMS.index(self.room)})" if self.room is not None else ""

    def action_room(self, number: int) -> None:
        from sessionpad.ui.rooms import ROOMS  # noqa: PLC0415  idem

        self.enter(ROOMS[number])

    def enter(self, room: Room) -> None:
        """Go into a room of the dossier."""
        raise NotImplementedError

    @property
    def sought(self) -> Dossier:
        return self._pad.dossier

    async def action_seek(self, words: str = "") -> None:
        await typed_through(self.focused)
        self.take_in()
        await super().action_seek(words)

    async def action_client_view(self) -> None:
        await self.look_together()

    async def look_together(self, page: Page | None = None) -> None:
        """Turn the screen around, to the goal or to another page."""
        from sessionpad.ui.screens.client_view import ClientViewScreen  # noqa: PLC0415  only when it is asked for
        from sessionpad.ui.widgets.client_page import Page  # noqa: PLC0415  idem

        await typed_through(self.focused)
        self.take_in()
        self.app.push_screen(ClientViewScreen(self.texts, self._pad.dossier, self._desk.now, page or Page.GOAL))
