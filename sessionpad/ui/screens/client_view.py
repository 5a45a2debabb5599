"""The screen turned around: what the client may read, and nothing else. One key there, one key back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from sessionpad.domain.client_view import client_view
from sessionpad.domain.dossier import Dossier
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.widgets.client_page import ClientPage

PICTURE: Final = "picture"


class ClientViewScreen(PadScreen):
    CSS_PATH = "client_view.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f12", "back", N_("back"), id="client_view", tooltip=N_("Back to where you were"), priority=True),
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Back to where you were"), priority=True),
        Binding("f5", "turn", N_("turn the page"), id="turn", tooltip=N_("The goal, or what we explored together")),
    ]

    def __init__(self, texts: Texts, dossier: Dossier, now: datetime, *, picture: bool = False) -> None:
        super().__init__(texts)
        self._picture = picture
        self._view = client_view(dossier, now)
        self._today = now.date()

    @property
    def way(self) -> str:
        return "client_view"

    def spot(self) -> str:
        return PICTURE if self.query_one(ClientPage).picture else ""

    def stand(self, spot: str) -> None:
        self.query_one(ClientPage).picture = spot == PICTURE

    def compose_pad(self) -> Iterable[Widget]:
        with VerticalScroll(id="page"):
            yield ClientPage(self.texts, self._view, self._today)

    def on_mount(self) -> None:
        self.query_one(ClientPage).picture = self._picture

    def action_turn(self) -> None:
        """To the other page, from its top."""
        page = self.query_one(ClientPage)
        page.picture = not page.picture
        self.query_one("#page").scroll_home(animate=False)

    def action_back(self) -> None:
        self.dismiss(None)
