"""A pad that does what the coach chose: language, colours, je or u."""

from __future__ import annotations

from sessionpad.desk.choices import Choices
from sessionpad.i18n.texts import language_of, texts_in
from sessionpad.method.language import Language
from sessionpad.ui.locking import LockingApp
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.themes import THEMES
from sessionpad.ui.watching import Stage


class ChoosingApp(LockingApp):
    @property
    def choices(self) -> Choices | None:
        """What the coach chose; the demo keeps it only while it is open."""
        if self.desk is not None:
            return self.desk.choices
        return self.door.choices if self.door is not None else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "settings":
            return self.stage in {Stage.OPEN, Stage.RETURNING}
        return super().check_action(action, parameters)

    def action_settings(self) -> None:
        from sessionpad.ui.screens.settings import SettingsScreen  # noqa: PLC0415  only when it is asked for

        if self.choices is not None and not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(self.texts, self.choices, self.obey))

    def obey(self, name: str) -> None:
        """This setting was chosen, or put back: do as it says."""
        if self.choices is None:
            return
        if name == "language":
            self._speak(self.choices.language or language_of())
        elif name == "theme":
            self.theme = self.choices.theme
        else:
            self._relabel()

    def action_switch_language(self) -> None:
        language: Language = "en" if self.texts.language == "nl" else "nl"
        if self.choices is not None:
            self.choices.choose_language(language)
        self._speak(language)

    def _speak(self, language: Language) -> None:
        self.texts = texts_in(language)
        for screen in self.every_screen:
            if isinstance(screen, PadScreen):
                screen.texts = self.texts

    def action_next_theme(self) -> None:
        names = [theme.name for theme in THEMES]
        here = names.index(self.theme) if self.theme in names else 0
        theme = names[(here + 1) % len(names)]
        if self.choices is not None:
            self.choices.choose_theme(theme)
        self.theme = theme

    def action_switch_address(self) -> None:
        """Cards say u instead of je, or je again."""
        if self.choices is not None:
            self.choices.choose_address("je" if self.choices.address == "u" else "u")
            self._relabel()

    def _relabel(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, PadScreen) and screen.is_mounted:
                screen.relabel()
