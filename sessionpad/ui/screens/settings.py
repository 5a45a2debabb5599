"""The settings on one screen: each is kept in the settings file at once, with what else stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.choices import Choices
from sessionpad.errors import SessionpadError
from sessionpad.i18n.texts import N_, Texts
from sessionpad.store.setting_table import SETTINGS, Kind, Value, wrong_with
from sessionpad.ui.screens.base import TAKING_BACK, PadScreen
from sessionpad.ui.widgets.choice import Choice
from sessionpad.ui.widgets.field import Entry, Field
from sessionpad.ui.widgets.line import Label, Line

WORDS: Final = {
    "language": {"nl": "Nederlands", "en": "English"},
    "address": {"je": "je", "u": "u"},
    "theme": {
        "sessionpad-dark": N_("dark"),
        "sessionpad-light": N_("light"),
        "sessionpad-high-contrast": N_("high contrast"),
    },
    "clients": {"codes": N_("codes alone"), "dossier": N_("name in the dossier"), "names": N_("name everywhere")},
}
"""What is said for each value that can be picked."""
_NUMBER: Final = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class Stand:
    """How a setting stood."""

    name: str
    value: Value
    chosen: bool


class SettingsScreen(PadScreen):
    """What was chosen here is done at once.

    Args:
        texts: the language.
        choices: what the coach chose until now.
        obey: is given the name of a setting when another value holds.
    """

    CSS_PATH = str(Path(__file__).with_name("settings.tcss"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Back; everything typed is kept")),
        *TAKING_BACK,
    ]

    def __init__(self, texts: Texts, choices: Choices, obey: Callable[[str], object]) -> None:
        super().__init__(texts)
        self._choices = choices
        self._obey = obey
        self._done: list[Stand] = []
        self._undone: list[Stand] = []
        self._typing = ""
        """The number that is being typed: all its figures are one act."""
        self._pointed_at: set[tuple[str, str]] = set()

    @property
    def way(self) -> str:
        return "app.settings"

    # what is on it

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
        with VerticalScroll(id="column", can_focus=False):
            for name, setting in SETTINGS.items():
                if name in WORDS:
                    yield Choice(self.texts, name, setting.meaning, WORDS[name], self._shown(name))
                elif setting.kind is Kind.NUMBER:
                    yield Field(self.texts, name, setting.meaning, self._shown(name))
            yield Label(self.texts, "", id="file", classes="quiet")

    def on_mount(self) -> None:
        self.relabel()
        self.watch(self.app, "theme", lambda: self._show(), init=False)  # noqa: PLW0108  else it is given the theme
        self.call_after_refresh(self.query_one("#column").scroll_home, animate=False)

    def relabel(self) -> None:
        say = self.texts.say
        self.query_one("#title", Line).content = Content.styled(say(N_("settings")), "bold")
        kept = say(N_("Kept at once in {file}"), file=self._choices.file)
        nowhere = say(N_("This is the demo: what you choose holds as long as it is open."))
        self.query_one("#file", Label).text = kept if self._choices.file else nowhere
        self._show()

    def _shown(self, name: str) -> str:
        value = self._choices.value(name)
        return "" if value is None else str(value)

    def _show(self, *, unread: bool = False) -> None:
        """Every field says what holds now; one with something that cannot be read only when it is asked for."""
        for field in self.query(Entry):
            if field.value != self._shown(field.key) and (unread or self._wanted(field) is not None):
                field.value = self._shown(field.key)
                field.advise("")

    # choosing

    @on(Entry.Changed)
    def _changed(self, event: Entry.Changed) -> None:
        self._take_in(event.field)

    def _wanted(self, field: Entry) -> Stand | None:
        """What this field says, or nothing when it cannot be."""
        typed, setting = field.value.strip(), SETTINGS[field.key]
        if setting.kind is Kind.NUMBER:
            number = int(typed) if _NUMBER.fullmatch(typed) else None
            return Stand(field.key, number, chosen=True) if wrong_with(setting, number) is None else None
        return Stand(field.key, typed or None, chosen=bool(typed))

    def _take_in(self, field: Entry) -> None:
        """Keep what this field says, or say why that cannot be."""
        name, wanted = field.key, self._wanted(field)
        if wanted is None:
            if self._typing == name:  # the figures before this one were no number of their own
                self._typing = ""
                self._bring(self._done.pop())
            least, most = SETTINGS[name].least, SETTINGS[name].most
            field.advise(self.texts.say(N_("A whole number from {least} to {most}"), least=least, most=most))
            return
        field.advise("")
        before = self._stand(name)
        if wanted.value == before.value or not self._bring(wanted):
            return
        is_number = SETTINGS[name].kind is Kind.NUMBER
        if not (is_number and self._typing == name):
            self._done.append(before)
        self._typing = name if is_number else ""
        self._undone.clear()

    def _stand(self, name: str) -> Stand:
        return Stand(name, self._choices.value(name), chosen=self._choices.is_chosen(name))

    def _bring(self, wanted: Stand) -> bool:
        """Into the file, and into what holds now; what could not be kept does not hold either, and is said."""
        try:
            if wanted.chosen:
                self._choices.choose(wanted.name, wanted.value)
            else:
                self._choices.put_back(wanted.name)
        except SessionpadError as error:
            self.say_trouble(error)
            self._typing = ""
        else:
            self.hush()
            self._obey(wanted.name)
            return True
        finally:
            self._show()
        return False

    # back, and back again

    def action_undo(self) -> None:
        self._go(self._done, self._undone)

    def action_redo(self) -> None:
        self._go(self._undone, self._done)

    def _go(self, stands: list[Stand], others: list[Stand]) -> None:
        self._take_in_all()
        self._typing = ""
        if stands:
            now = self._stand(stands[-1].name)
            if self._bring(stands[-1]):
                stands.pop()
                others.append(now)
        self._show(unread=True)

    def _take_in_all(self) -> None:
        """What was just typed, also when word of it has not come yet."""
        for field in self.query(Entry):
            self._take_in(field)

    def action_back(self) -> None:
        self._take_in_all()
        for field in self.query(Entry):
            if self._wanted(field) is None and (field.key, field.value) not in self._pointed_at:
                self._pointed_at.add((field.key, field.value))
                field.take_caret()
                self.say(
                    N_('"{text}" cannot be read, so it is not kept. The same key once more goes on without it.'),
                    text=field.value.strip(),
                )
                return
        self.dismiss(None)
