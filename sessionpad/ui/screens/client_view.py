"""The screen turned around: what the client may read, and nothing else. One key there, one key back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from sessionpad.domain.client_view import client_view
from sessionpad.domain.dossier import Dossier
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.widgets.client_page import ClientPage, Page


class ClientViewScreen(PadScreen):
    CSS_PATH = "client_view.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f12", "back", N_("back"), id="client_view", tooltip=N_("Back to where you were"), priority=True),
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Back to where you were"), priority=True),
        Binding(
            "f5",
            "turn",
            N_("turn the page"),
            id="turn",
            tooltip=N_("The goal, what we explored together, and the pictures"),
        ),
    ]

    def __init__(self, texts: Texts, dossier: Dossier, now: datetime, page: Page = Page.GOAL) -> None:
        super().__init__(texts)
        self._page = page
        self._view = client_view(dossier, now)
        self._today = now.date()

    @property
    def way(self) -> str:
        return "client_view"

    def spot(self) -> str:
        return self.query_one(ClientPage).page

    def stand(self, spot: str) -> None:
        if spot in list(Page):
            self.query_one(ClientPage).page = Page(spot)

    def compose_pad(self) -> Iterable[Widget]:
        with VerticalScroll(id="page"):
            yield ClientPage(self.texts, self._view, self._today)

    def on_mount(self) -> None:
        self.query_one(ClientPage).page = self._page

    def action_turn(self) -> None:
        """To the next page, from its top; after the last one comes the first."""
        shown = self.query_one(ClientPage)
        pages = shown.pages
        at = pages.index(shown.page) if shown.page in pages else -1
        shown.page = pages[(at + 1) % len(pages)]
        self.query_one("#page").scroll_home(animate=False)

    def action_back(self) -> None:
        self.dismiss(None)
