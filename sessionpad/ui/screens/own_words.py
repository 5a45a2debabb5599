"""The client's own words, as they stand in the notes, to be taken over as they were said. Source: TGH-53."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.notes import Mark, body_of
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.screens.form import FormScreen
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.line import Line
from sessionpad.ui.widgets.rows import Row, Rows


class OwnWordsScreen(PadScreen):
    """Dismissed with the words that were chosen, or None."""

    CSS_PATH = "own_words.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("take these words"), id="take", tooltip=N_("Put them in the field"), priority=True),
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Back to where you were")),
    ]

    def __init__(self, texts: Texts, dossier: Dossier) -> None:
        super().__init__(texts)
        talks = sorted(dossier.sessions, key=lambda each: each.started_at, reverse=True)
        self._said = [(line.at, body_of(line.text)) for talk in talks for line in talk.notes if line.mark is Mark.QUOTE]

    @property
    def way(self) -> str:
        return "own_words"

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
        yield Rows(self._rows, id="said")

    def on_mount(self) -> None:
        self.relabel()
        self.query_one(Rows).focus()

    def relabel(self) -> None:
        title = self.texts.say(N_("The client's own words, the last ones first"))
        self.query_one("#title", Line).content = Content.styled(title, "bold")
        self.query_one(Rows).rebuild()

    def _rows(self, width: int) -> Sequence[Row]:
        if not self._said:
            nothing = self.texts.say(N_('None yet: a line in the notes that begins with " comes here.'))
            return [Row(tuple(Content.styled(nothing, "$quiet").wrap(max(width, 1))))]
        rows = []
        for number, (at, words) in enumerate(self._said):
            day = short_date(at.date(), self.texts.language, at.date())
            lines = Content(words).wrap(max(width - 2, 1))
            rows.append(Row((*lines, Content.styled(f"  {day}", "$quiet")), key=str(number)))
        return rows

    @on(Rows.Chosen)
    def action_take(self) -> None:
        chosen = self.query_one(Rows).chosen
        if chosen:
            self.dismiss(self._said[int(chosen)][1])

    def action_back(self) -> None:
        self.dismiss(None)


class TakesOwnWords(FormScreen):
    """A form in whose fields the client's own words can be put."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f9",
            "own_words",
            N_("own words"),
            id="own_words",
            tooltip=N_("Take over words of the client from the notes, into the field with the caret"),
        ),
    ]

    def action_own_words(self) -> None:
        fields = [field for field in self.query(Field) if field.has_focus_within] or list(self.query(Field))[:1]
        if not fields:
            return
        self.take_in()

        def taken(words: object) -> None:
            if isinstance(words, str):
                there = fields[0].value.rstrip()
                fields[0].value = f"{there} {words}" if there else words
                self.take_in()
            fields[0].take_caret()

        self.app.push_screen(OwnWordsScreen(self.texts, self._pad.dossier), taken)
