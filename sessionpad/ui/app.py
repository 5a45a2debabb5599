"""The program on the screen: which screens there are, how it ends, and what it never does."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Sequence
from typing import ClassVar, Final

from rich.console import RenderableType
from textual import events
from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from sessionpad.desk.desk import Desk
from sessionpad.desk.door import Door, Entrance, Stands
from sessionpad.domain.text import clean_text
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.guard import Guard
from sessionpad.ui.idle import Idle
from sessionpad.ui.key_order import acts_in_order, settled
from sessionpad.ui.leaving import all_saved, report_of, typed_through
from sessionpad.ui.own_keys import own_keymap
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.steady import begin_tidying
from sessionpad.ui.terminal import let_go_of_terminal
from sessionpad.ui.themes import THEMES
from sessionpad.ui.touring import TouringApp
from sessionpad.ui.widgets.key_line import acts_of

SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
FAILED: Final = 1
"""Exit code when something that was typed could not be brought to disk."""


class SessionpadApp(TouringApp):
    """The pad."""

    TITLE = "sessionpad"
    CSS = "Screen { background: $background; color: $foreground; }"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+p",
            "command_palette",
            N_("everything"),
            id="palette",
            show=False,
            priority=True,
            tooltip=N_("A list of everything that can be done here"),
        ),
        Binding("ctrl+q", "leave", N_("quit"), id="quit", priority=True, tooltip=N_("Save everything and quit")),
    ]

    def __init__(
        self, texts: Texts, *, desk: Desk | None = None, door: Entrance | None = None, idle: Idle | None = None
    ) -> None:
        super().__init__(texts, desk=desk, door=door, idle=idle)
        self.animation_level = "none"
        self._failed_before = False
        self._guard = Guard()
        self.set_keymap(own_keymap(self.choices))
        for theme in THEMES:
            self.register_theme(theme)
        chosen = self.choices.theme if self.choices is not None else ""
        self.theme = next((theme.name for theme in THEMES if theme.name == chosen), THEMES[0].name)

    def on_mount(self) -> None:
        self.call_after_refresh(begin_tidying)
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, self._signalled, number)
        if self.desk is not None:
            self.enter(self.desk)
        elif isinstance(self.door, Door) and self.door.stands is Stands.LOCKED:
            from sessionpad.ui.screens.unlock import UnlockScreen  # noqa: PLC0415  only the way in needs it

            self.push_screen(UnlockScreen(self.texts, self.door), self._enter)
        elif isinstance(self.door, Door):
            from sessionpad.ui.screens.first_run import FirstRunScreen  # noqa: PLC0415  idem

            self.push_screen(FirstRunScreen(self.texts, self.door), self._show_recovery)

    def _show_recovery(self, desk: object) -> None:
        from sessionpad.ui.screens.first_run import RecoveryScreen  # noqa: PLC0415  idem

        if isinstance(desk, Desk) and isinstance(self.door, Door):
            self.desk = desk
            self.push_screen(RecoveryScreen(self.texts, self.door, desk), self._enter)

    def _enter(self, desk: object) -> None:
        if isinstance(desk, Desk):
            self.enter(desk)

    # what can be done

    def action_command_palette(self) -> None:
        from sessionpad.ui.commands import palette  # noqa: PLC0415  only when it is asked for

        if isinstance(self.screen, PadScreen):
            self.push_screen(palette(self.texts))

    def action_help(self) -> None:
        from sessionpad.ui.screens.help import HelpScreen  # noqa: PLC0415  only when it is asked for

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.texts, acts_of(self.screen)))

    def action_help_quit(self) -> None:
        """Ctrl+C, out of habit: it quits nothing here."""
        if isinstance(self.screen, PadScreen):
            self.screen.say(N_("Ctrl+Q saves everything and quits."))

    async def on_event(self, event: events.Event) -> None:
        """Everything that is pasted goes through the one gate, wherever it is going; keys act one after another."""
        if not await self.lets_through(event):
            return
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(events.Paste(clean_text(event.text)) if isinstance(event, events.Paste) else event)
        elif not await acts_in_order(self, event):
            focused = self.focused
            await super().on_event(event)
            if focused is not None and not event.is_printable:
                await settled(focused)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), self._guard]

    # the end

    async def action_leave(self) -> None:
        """Save everything and quit. What cannot be saved is said, and only the second time let go."""
        await typed_through(self.focused)
        saved = await all_saved(self.every_screen)
        if saved or self._failed_before:
            self.exit(return_code=0 if saved else FAILED)
            return
        self._failed_before = True
        await self.unblank()
        await typed_through(self.screen)  # so that the trouble itself is said before this
        if isinstance(self.screen, PadScreen):
            self.screen.say(N_("NOT SAVED. Press Ctrl+Q once more to quit and lose what is not saved."))

    async def action_quit(self) -> None:
        await self.action_leave()

    def _signalled(self, number: int) -> None:
        if number == signal.SIGHUP:
            let_go_of_terminal()
        self.run_worker(self._leave_at_once(number), exit_on_error=False)

    async def _leave_at_once(self, number: int) -> None:
        saved = False
        try:
            await typed_through(self, self.focused)
            saved = await all_saved(self.every_screen)
        finally:
            self.exit(return_code=128 + number if saved else FAILED)

    # when the program itself is at fault

    def panic(self, *_: RenderableType) -> None:
        """End with the kind of mistake and the place, whatever Textual would have shown of it."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Say what kind of mistake it was and where, and nothing of what was on the screen.

        Textual's own version prints every variable of every frame, which are the client's words.
        """
        if not self._exit_renderables:  # what follows from the first mistake says nothing more
            sentence = self.texts.say(N_("sessionpad made a mistake and stopped. What was called saved is saved."))
            self._exit_renderables.append(f"{sentence}\n{report_of(self._exception)}")
        self._return_code = FAILED
        self._close_messages_no_wait()
