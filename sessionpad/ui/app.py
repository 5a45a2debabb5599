"""The program on the screen: which screens there are, how it ends, and what it never does."""

from __future__ import annotations

import asyncio
import secrets
import signal
import traceback
from collections.abc import Awaitable, Callable, Iterable
from typing import ClassVar, Final

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from sessionpad.desk.choices import Choices
from sessionpad.desk.desk import Desk
from sessionpad.desk.door import Door, Stands
from sessionpad.i18n.texts import N_, Texts, texts_in
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.themes import THEMES

SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP)
FAILED: Final = 1
"""Exit code when something that was typed could not be brought to disk."""


class SessionpadApp(App[int]):
    """The pad.

    Args:
        texts: the language to begin in.
        desk: an opened vault; or else
        door: the way to one.
    """

    TITLE = "sessionpad"
    CSS = "Screen { background: $background; color: $foreground; }"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+q", "leave", N_("quit"), id="quit", show=False, priority=True, tooltip=N_("Save everything and quit")
        ),
    ]

    def __init__(self, texts: Texts, *, desk: Desk | None = None, door: Door | None = None) -> None:
        super().__init__()
        self.animation_level = "none"
        self.texts = texts
        self.desk = desk
        self.door = door
        self._failed_before = False
        for theme in THEMES:
            self.register_theme(theme)
        chosen = self._choices.theme if self._choices is not None else ""
        self.theme = next((theme.name for theme in THEMES if theme.name == chosen), THEMES[0].name)

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, self._signalled, number)
        if self.desk is not None:
            self._enter(self.desk)
        elif self.door is not None and self.door.stands is Stands.LOCKED:
            from sessionpad.ui.screens.unlock import UnlockScreen  # noqa: PLC0415  only the way in needs it

            self.push_screen(UnlockScreen(self.texts, self.door), self._enter)
        elif self.door is not None:
            from sessionpad.ui.screens.first_run import FirstRunScreen  # noqa: PLC0415  idem

            self.push_screen(FirstRunScreen(self.texts, self.door), self._show_recovery)

    def _show_recovery(self, desk: object) -> None:
        from sessionpad.ui.screens.first_run import RecoveryScreen  # noqa: PLC0415  idem

        if isinstance(desk, Desk) and self.door is not None:
            self.desk = desk
            self.push_screen(RecoveryScreen(self.texts, self.door, desk), self._enter)

    def _enter(self, desk: object) -> None:
        if isinstance(desk, Desk):
            self.desk = desk
            self.push_screen(ClientsScreen(self.texts, desk))

    # language

    def action_switch_language(self) -> None:
        self.texts = texts_in("en" if self.texts.language == "nl" else "nl")
        if self._choices is not None:
            self._choices.choose_language(self.texts.language)
        for screen in self.screen_stack:
            if isinstance(screen, PadScreen):
                screen.texts = self.texts

    def action_next_theme(self) -> None:
        names = [theme.name for theme in THEMES]
        here = names.index(self.theme) if self.theme in names else 0
        self.theme = names[(here + 1) % len(names)]
        if self._choices is not None:
            self._choices.choose_theme(self.theme)

    def action_switch_address(self) -> None:
        """Cards say u instead of je, or je again."""
        if self._choices is not None:
            self._choices.choose_address("je" if self._choices.address == "u" else "u")
            for screen in self.screen_stack:
                if isinstance(screen, PadScreen):
                    screen.relabel()

    @property
    def _choices(self) -> Choices | None:
        """What the coach chose; the demo keeps it only while it is open."""
        if self.desk is not None:
            return self.desk.choices
        return self.door.choices if self.door is not None else None

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers: the keys of this screen in words, and a few things more. No screenshots."""
        say = self.texts.say
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.tooltip and active.enabled and active.node in (screen, self):
                target = "app" if active.node is self else "screen"
                action = binding.action if "." in binding.action else f"{target}.{binding.action}"
                yield SystemCommand(say(binding.description), say(binding.tooltip), self._runner(action, screen))
        if isinstance(screen, PadScreen):
            for name, what, do in screen.more_commands():
                yield SystemCommand(name, what, do)
        yield SystemCommand(say(N_("Nederlands/English")), say(N_("Switch the language")), self.action_switch_language)
        yield SystemCommand(
            say(N_("je/u on the cards")), say(N_("How Dutch cards address the client")), self.action_switch_address
        )
        yield SystemCommand(say(N_("colours")), say(N_("Dark, light or high contrast")), self.action_next_theme)

    def _runner(self, action: str, screen: Screen[object]) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            await self.run_action(action, default_namespace=screen)

        return run

    def action_help(self) -> None:
        from sessionpad.ui.screens.help import HelpScreen  # noqa: PLC0415  only when it is asked for

        if isinstance(self.screen, HelpScreen):
            return
        bindings = [active.binding for active in self.screen.active_bindings.values() if active.binding.tooltip]
        self.push_screen(HelpScreen(self.texts, bindings))

    # the end

    async def action_leave(self) -> None:
        """Save everything and quit. What cannot be saved is said, and only the second time let go."""
        if await self._all_saved() or self._failed_before:
            self.exit(return_code=FAILED if self._failed_before else 0)
            return
        self._failed_before = True
        if isinstance(self.screen, PadScreen):
            self.screen.say(N_("NOT SAVED. Press Ctrl+Q once more to quit and lose what is not saved."))

    async def _all_saved(self) -> bool:
        saved = True
        for screen in reversed(self.screen_stack):
            leave = getattr(screen, "before_leaving", None)
            if leave is not None:
                saved = await leave() and saved
        return saved

    def _signalled(self, number: int) -> None:
        self.run_worker(self._leave_at_once(number), exit_on_error=False)

    async def _leave_at_once(self, number: int) -> None:
        saved = await self._all_saved()
        self.exit(return_code=128 + number if saved else FAILED)

    async def action_quit(self) -> None:
        await self.action_leave()

    def _fatal_error(self) -> None:
        """Say what kind of mistake it was and where, and nothing of what was on the screen.

        Textual's own version prints every variable of every frame, which are the client's words.
        """
        error = self._exception
        frames = traceback.extract_tb(error.__traceback__) if error is not None else []
        where = f"{frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno}" if frames else "?"
        report = f"sessionpad: {type(error).__name__} ({where}, {secrets.token_hex(4)})"
        self._exit_renderables.append(report)
        self._close_messages_no_wait()
