"""A form that becomes a document: F5 makes it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from sessionpad.documents import Document
from sessionpad.i18n.texts import N_
from sessionpad.ui.screens.exporting import ExportingScreen
from sessionpad.ui.screens.parts_form import PartsScreen


class PaperForm(PartsScreen, ExportingScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "export", N_("Word document"), id="export", tooltip=N_("Make the Word document of this")),
    ]

    document: ClassVar[str]
    """Name of the document."""

    def action_export(self) -> None:
        self.export(Document(self.document))
