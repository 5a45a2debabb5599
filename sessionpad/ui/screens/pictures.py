"""Pictures of where we are, each with the same in words, to look at together. Source: TGH-29, GW-29."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from sessionpad.domain.client_view import client_view
from sessionpad.i18n.texts import N_
from sessionpad.ui.screens.kept import KeptScreen
from sessionpad.ui.widgets.client_page import Page, page_lines
from sessionpad.ui.widgets.growth_lines import growth_lines
from sessionpad.ui.widgets.hanging import plain
from sessionpad.ui.widgets.line import Line
from sessionpad.ui.widgets.rows import Row, Rows
from sessionpad.ui.widgets.save_mark import SaveMark
from sessionpad.ui.widgets.speaking import Speaking


class Picture(StrEnum):
    PATH = "path"
    GROWTH = "growth"
    BALANCE = "balance"
    NETWORK = "network"


NAMES: Final = {
    Picture.PATH: N_("the way to the goal"),
    Picture.GROWTH: N_("effort and result"),
    Picture.BALANCE: N_("what weighs and what carries"),
    Picture.NETWORK: N_("who is around"),
}
PAGES: Final = {Picture.PATH: Page.PATH, Picture.BALANCE: Page.BALANCE, Picture.NETWORK: Page.NETWORK}
"""Those that the client may look at full screen; the scores over the talks are for this side of the table."""


class Drawing(Speaking):
    """One picture, as it is made for a width."""

    DEFAULT_CSS = "Drawing { height: auto; width: 1fr; max-width: 76; }"

    shown: reactive[Picture] = reactive(Picture.PATH, layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        screen = self.screen
        return screen.lines_of(self.shown, width) if isinstance(screen, PicturesScreen) else []


class PicturesScreen(KeptScreen):
    CSS_PATH = "pictures.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f5", "together", N_("show together"), id="picture", tooltip=N_("This picture alone, to look at together")
        ),
        Binding("f6", "next", N_("next"), id="next_picture", tooltip=N_("The next picture")),
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Back to where you were")),
    ]

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
            yield SaveMark(self.texts)
        with Horizontal(id="body"):
            yield Rows(self._rows, id="names")
            with VerticalScroll(id="picture", can_focus=True):
                yield Drawing(self.texts)

    def on_mount(self) -> None:
        self.relabel()
        self.query_one(Rows).focus()

    def relabel(self) -> None:
        name = self.texts.say(N_("pictures"))
        self.query_one("#title", Line).content = Content.styled(f"{self._pad.dossier.client.code} · {name}", "bold")
        self.changed()

    def spot(self) -> str:
        return self.query_one(Rows).chosen

    def stand(self, spot: str) -> None:
        if spot in list(Picture):
            self.query_one(Rows).chosen = spot

    # what is kept

    def bring(self) -> None:
        """Nothing is typed here."""

    def changed(self) -> None:
        self.query_one(Rows).rebuild()
        self.query_one(Drawing).refresh(layout=True)

    def went(self) -> None:
        """The picture was drawn anew already."""

    # what is on it

    def _rows(self, _: int) -> Sequence[Row]:
        return [Row((Content(self.texts.say(NAMES[each])),), each) for each in Picture]

    def lines_of(self, picture: Picture, width: int) -> list[Content]:
        """The lines of a picture, for a width in cells."""
        dossier, now = self._pad.dossier, self._desk.now
        if picture in PAGES:
            return page_lines(PAGES[picture], client_view(dossier, now), self.texts, now.date(), width)
        lines = [line for each in growth_lines(dossier, self.texts, now) for line in each.lines(width)]
        empty = N_("Nothing yet: effort and result come here once a task was talked about.")
        return lines or list(plain(self.texts.say(empty)).lines(width))

    @on(Rows.Moved)
    def _turned(self) -> None:
        chosen = self.query_one(Rows).chosen
        if chosen:
            self.query_one(Drawing).shown = Picture(chosen)
            self.query_one("#picture").scroll_home(animate=False)

    # acts

    def action_next(self) -> None:
        names = self.query_one(Rows)
        pictures = list(Picture)
        names.chosen = pictures[(pictures.index(Picture(names.chosen)) + 1) % len(pictures)]

    async def action_together(self) -> None:
        page = PAGES.get(self.query_one(Drawing).shown)
        if page is None:
            self.say(N_("Scores get no screen of their own; talk them over from here."))
        else:
            await self.look_together(page)

    async def action_back(self) -> None:
        if await self.before_leaving():
            self.dismiss(None)
