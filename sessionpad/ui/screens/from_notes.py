"""What was said, as it stands in the notes, to be taken over into a field: own words, answers, other lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.said import Said, said_in
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.terms import SAID_KINDS
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.screens.form import FormScreen
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.line import Line
from sessionpad.ui.widgets.rows import Row, Rows

FROM_NOTES: Final = N_("Take over own words, an answer or another line of the notes, into the field with the caret")


class FromNotesScreen(PadScreen):
    """Dismissed with the words that were chosen, or None."""

    CSS_PATH = "from_notes.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("take these words"), id="take", tooltip=N_("Put them in the field"), priority=True),
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Back to where you were")),
    ]

    def __init__(self, texts: Texts, dossier: Dossier) -> None:
        super().__init__(texts)
        self._said = said_in(dossier)

    @property
    def way(self) -> str:
        return "from_notes"

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
        yield Rows(self._rows, id="said")

    def on_mount(self) -> None:
        self.relabel()
        self.query_one(Rows).focus()

    def relabel(self) -> None:
        title = self.texts.say(N_("From the notes, the last talk first"))
        self.query_one("#title", Line).content = Content.styled(title, "bold")
        self.query_one(Rows).rebuild()

    def _rows(self, width: int) -> Sequence[Row]:
        room = max(width, 1)
        if not self._said:
            nothing = self.texts.say(N_("The notes are still empty: what is written in a talk comes here."))
            return [Row(tuple(Content.styled(nothing, "$quiet").wrap(room)))]
        return list(self._under_headings(room))

    def _under_headings(self, room: int) -> Iterator[Row]:
        for kind, lines in groupby(enumerate(self._said), key=lambda each: each[1].kind):
            yield Row((Content.styled(self.texts.say(SAID_KINDS[kind]), "bold $primary"),))
            for number, said in lines:
                yield Row((*Content(said.words).wrap(room), *self._about(said, room)), key=str(number))

    def _about(self, said: Said, room: int) -> Iterable[Content]:
        """The day, and the question it answers."""
        about = " · ".join(
            filter(None, (short_date(said.at.date(), self.texts.language, said.at.date()), said.question))
        )
        return Content.styled(f"  {about}", "$quiet").wrap(room)

    @on(Rows.Chosen)
    def action_take(self) -> None:
        chosen = self.query_one(Rows).chosen
        if chosen:
            self.dismiss(self._said[int(chosen)].words)

    def action_back(self) -> None:
        self.dismiss(None)


class TakesFromNotes(FormScreen):
    """A form in whose fields the words of a talk can be put."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f9",
            "from_notes",
            N_("from the notes"),
            id="from_notes",
            tooltip=FROM_NOTES,
        ),
    ]

    def action_from_notes(self) -> None:
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

        self.app.push_screen(FromNotesScreen(self.texts, self._pad.dossier), taken)
