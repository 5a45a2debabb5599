"""A new client: a code, and a name when one wants to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from sessionpad.domain.ids import DossierId
from sessionpad.errors import SessionpadError
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.line import Label


@dataclass(frozen=True)
class NewClient:
    code: str
    name: str


class NewClientScreen(PadScreen):
    """Data in by its arguments; the id of the new dossier out, or None."""

    CSS_PATH = "plain.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f3", "make", N_("make dossier"), id="make_client", tooltip=N_("Make this dossier and open it")),
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Back to the list; no dossier is made")),
    ]

    def __init__(self, texts: Texts, code: str, make: Callable[[NewClient], DossierId]) -> None:
        super().__init__(texts)
        self._code = code
        self._make = make

    @property
    def way(self) -> str:
        return "new"

    def compose_pad(self) -> Iterable[Widget]:
        with VerticalScroll(id="column", can_focus=False):
            yield Label(self.texts, N_("New client"), classes="title")
            yield Label(
                self.texts,
                N_(
                    "Only the code is shown in lists. "
                    "The name is optional; it stays inside the dossier and its documents."
                ),
                classes="quiet",
            )
            yield Field(self.texts, "code", N_("Code"), self._code)
            yield Field(self.texts, "name", N_("Name (optional)"))
            yield Label(self.texts, N_("Enter goes on; Enter in the name makes the dossier."), classes="quiet")

    def on_mount(self) -> None:
        self.query_one("#field-code", Field).take_caret()

    @on(Field.Done, "#field-code")
    def _to_name(self) -> None:
        self.query_one("#field-name", Field).take_caret()

    @on(Field.Done, "#field-name")
    def action_make(self) -> None:
        new = NewClient(self.query_one("#field-code", Field).value, self.query_one("#field-name", Field).value)
        try:
            self.dismiss(self._make(new))
        except SessionpadError as error:
            self.say_trouble(error)
            self.query_one("#field-code", Field).take_caret()

    def action_back(self) -> None:
        self.dismiss(None)
