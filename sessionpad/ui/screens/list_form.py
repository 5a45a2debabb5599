"""A list of records with the fields of the chosen one beside it, or under it when there is less room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.from_notes import TakesFromNotes
from sessionpad.ui.widgets.field import Entry
from sessionpad.ui.widgets.line import Label, Line
from sessionpad.ui.widgets.rows import Builder, Row, Rows
from sessionpad.ui.widgets.save_mark import SaveMark


class Records(Rows):
    """The list; another row under the caret is told at once, before the next key arrives."""

    def __init__(self, builder: Builder, turned: Callable[[str], None]) -> None:
        super().__init__(builder, id="records")
        self._turned = turned

    def watch_chosen(self, key: str) -> None:
        super().watch_chosen(key)
        self._turned(key)


class ListFormScreen(TakesFromNotes):
    """A subclass says which records there are, what is filled in for one, and how one is added, moved and taken out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "add", N_("add"), id="add", tooltip=N_("Add one at the end of the list"), priority=True),
        Binding("alt+up,shift+up", "shift(-1)", N_("up"), id="shift_up", show=False, tooltip=N_("Move it up")),
        Binding("alt+down,shift+down", "shift(1)", N_("down"), id="shift_down", show=False, tooltip=N_("Move it down")),
        Binding("delete", "drop", N_("take out"), id="drop", tooltip=N_("Take it out; Ctrl+Z brings it back")),
    ]

    nothing = ""
    """What there is to do when the list is empty."""

    def __init__(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> None:
        super().__init__(texts, desk, pad, saver)
        self.shown = ""
        """The record whose fields are on the screen."""

    # for the subclass; `compose_form` gives the fields without values, and `put` is about `self.shown`

    def rows(self, width: int) -> Sequence[Row]:
        """A row for each record, with the id of the record as its key."""
        raise NotImplementedError

    def values_of(self, record: str) -> dict[str, str]:
        """What the fields show for this record, read from the dossier."""
        raise NotImplementedError

    def add(self) -> None:
        """Put a new record into the dossier."""
        raise NotImplementedError

    def drop(self, record: str) -> None:
        raise NotImplementedError

    def move(self, record: str, by: int) -> None:
        raise NotImplementedError

    def turned(self) -> None:
        """The fields of another record are on the screen: say what goes with them."""

    # what is on it

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
            yield SaveMark(self.texts)
        with Horizontal(id="body"):
            yield Records(self.rows, self._turn_to)
            with VerticalScroll(id="column", can_focus=False):
                yield from self.compose_form()
            yield Label(self.texts, self.nothing, id="nothing")

    def on_mount(self) -> None:
        self._records.rebuild()
        self._fill()
        self._records.focus()

    @property
    def _records(self) -> Records:
        return self.query_one(Records)

    def values(self) -> dict[str, str]:
        blank = {field.key: "" for field in self.query(Entry)}
        return blank | self.values_of(self.shown) if self.shown else blank

    def changed(self) -> None:
        """Show the list as it is; a record that came (back) is the chosen one."""
        super().changed()
        before = set(self._records.keys)
        self._records.rebuild()
        came = [key for key in self._records.keys if key not in before]
        if came and before:
            self._records.chosen = came[-1]
        self.turned()

    def went(self) -> None:
        super().went()
        self.turned()

    # from one record to another

    def _turn_to(self, record: str) -> None:
        if record != self.shown:
            if self.shown in self._records.keys:
                self.take_in()
            self.shown = record
            self._fill()

    def _fill(self) -> None:
        """Show the chosen record in the fields, or say what to do when there is none."""
        self.set_class(not self.shown, "-none")
        self.filling.show()
        self.turned()
        self.query_one("#column").scroll_home(animate=False)

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self._to_fields()

    def _to_fields(self) -> None:
        first = next(iter(self.query(Entry)), None)
        if self.shown and first is not None:
            first.take_caret()

    # acts

    def action_add(self) -> None:
        if self.act(self.add):
            self._to_fields()

    def action_shift(self, by: int) -> None:
        if self.shown:
            self.act(lambda: self.move(self.shown, by))

    def action_drop(self) -> None:
        """Take out the record; the one that takes its place is chosen."""
        if not self.shown:
            return
        gone = self.shown
        place = list(self._records.keys).index(gone)
        if self.act(lambda: self.drop(gone)) and self._records.keys:
            self._records.chosen = self._records.keys[min(place, len(self._records.keys) - 1)]
        self._records.focus()
