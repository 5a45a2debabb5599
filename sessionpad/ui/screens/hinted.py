"""Hints about the wording, under the fields of a form: quiet, and put aside with one key. Source: GW-78."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from sessionpad.desk.wordings import agreement_wordings
from sessionpad.i18n.texts import N_
from sessionpad.i18n.wording import wording_sentence
from sessionpad.method.finding import Finding
from sessionpad.ui.screens.form import FormScreen
from sessionpad.ui.widgets.field import Field


class HintedScreen(FormScreen):
    """`hinted` says under which field each text of the agreement stands, by the key of the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+g",
            "hint_seen",
            N_("hint seen"),
            id="hint_seen",
            show=False,
            tooltip=N_("Do not show this hint again for this text"),
        ),
    ]

    hinted: ClassVar[Mapping[str, str]]

    def hints(self) -> dict[str, tuple[Finding, ...]]:
        """What there is to notice now, by the field it stands under."""
        own = self._desk.choices.own_lexicons
        found = agreement_wordings(self._pad.dossier, self._desk.today, own=own)
        return {field: found[text] for text, field in self.hinted.items()}

    def hint_lines(self, key: str) -> list[str]:
        return [wording_sentence(each, self.texts) for each in self.hints()[key]]

    def action_hint_seen(self) -> None:
        """The hints under the field with the caret are seen; for this very text they do not come back."""
        self.take_in()
        key = next((field.key for field in self.query(Field) if field.has_focus_within), "")
        found = self.hints().get(key, ())
        for each in found:
            self.act(partial(self._pad.dismiss, each.code, self.values()[key]))
        if not found:
            self.nothing_under_the_caret()

    def nothing_under_the_caret(self) -> None:
        """The key was struck where no hint stands."""
