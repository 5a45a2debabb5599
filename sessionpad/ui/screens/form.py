"""A calm column of fields that saves as one types and can be left at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, TextArea

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.filling import Filling
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.kept import KeptScreen
from sessionpad.ui.widgets.field import Entry
from sessionpad.ui.widgets.line import Line
from sessionpad.ui.widgets.save_mark import SaveMark


class FormScreen(KeptScreen):
    """A subclass says which fields there are, and where each value goes in the dossier."""

    CSS_PATH = str(Path(__file__).with_name("form.tcss"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Back; everything typed is kept")),
    ]

    def __init__(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> None:
        super().__init__(texts, desk, pad, saver)
        self.filling = Filling(lambda: self.query(Entry), self.values, self.put)
        self._pointed_at: set[tuple[str, str]] = set()
        """Fields that could not be read, with what stands in them, that were pointed at."""

    @property
    def heading(self) -> str:
        raise NotImplementedError

    def compose_form(self) -> Iterable[Widget]:
        raise NotImplementedError

    def put(self, key: str, value: str) -> None:
        """Bring the value of a field into the dossier."""
        raise NotImplementedError

    def values(self) -> dict[str, str]:
        """What the fields show, read from the dossier: used after undo."""
        raise NotImplementedError

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
            yield SaveMark(self.texts)
        with VerticalScroll(id="column", can_focus=False):
            yield from self.compose_form()

    def on_mount(self) -> None:
        self.filling.begin()
        self.relabel()
        # The caret was brought into view before the fields had their heights.
        self.call_after_refresh(self.query_one("#column").scroll_home, animate=False)

    def relabel(self) -> None:
        self.query_one("#title", Line).content = Content.styled(self.heading, "bold")

    def field(self, key: str) -> Entry:
        return self.query_one(f"#field-{key}", Entry)

    @on(Entry.Changed)
    def _field_changed(self) -> None:
        if self.filling.waiting:
            self.typed()

    def bring(self) -> None:
        if self.filling.bring():
            self.changed()

    def changed(self) -> None:
        self.relabel()

    def went(self) -> None:
        self.filling.went()

    def act(self, do: Callable[[], object], *, typed: bool = True) -> bool:
        done = super().act(do, typed=typed)
        if done:
            self.went()
        return done

    def refresh_pad(self) -> None:
        """On top again: what was changed elsewhere meanwhile stands in the fields too."""
        if self.filling.has_begun:
            self.changed()
            self.went()

    def unread(self) -> Iterable[Entry]:
        """The fields with something in them that could not be read, and is not in the dossier."""
        return (field for field in self.query(Entry) if not field.reads)

    def is_half_typed(self, field: Widget) -> bool:
        unread = any(each in field.ancestors for each in self.unread())
        return (unread and isinstance(field, Input | TextArea)) or super().is_half_typed(field)

    def type_again(self, words: Mapping[str, str]) -> None:
        super().type_again(words)
        self.take_in()  # so that what cannot be read is said again

    def may_go(self) -> bool:
        """Whether nothing that was typed would be lost: it is pointed at the first time, and left out the second."""
        for field in self.unread():
            if (field.key, field.value) not in self._pointed_at:
                self._pointed_at.add((field.key, field.value))
                field.take_caret()
                self.say(
                    N_('"{text}" cannot be read, so it is not kept. The same key once more goes on without it.'),
                    text=field.value.strip(),
                )
                return False
        return True

    async def action_back(self) -> None:
        self.take_in()
        self._saver.now()
        if self.may_go():
            self.dismiss(None)
