"""The terminal, and what may happen to it: it may be closed, or the program stopped and woken, while one works."""

from __future__ import annotations

import os
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App

KEYBOARD: Final = 0
SCREEN: Final = 2
"""Textual draws on the stream for errors, so that the output may go elsewhere."""


class Paper(TextIOWrapper):
    """What is drawn on. When the terminal is gone, drawing on it does nothing.

    Textual draws in a thread that ends at the first error, and then waits for it for ever: with the vault still held.
    """

    def write(self, text: str, /) -> int:
        with suppress(OSError):
            return super().write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            super().flush()


class PadDriver(LinuxDriver):
    """Textual's own, that also ends well without a terminal."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        screen = open(SCREEN, "wb", closefd=False)  # noqa: SIM115  a stream that is open already, and stays so
        self._file = Paper(screen, encoding="utf-8", errors="replace")
        self._is_suspended = False

    def suspend_application_mode(self) -> None:
        super().suspend_application_mode()
        self._is_suspended = True

    def resume_application_mode(self) -> None:
        """Go on after a stop; Textual comes here at every SIGCONT, also at the one that follows a hang-up."""
        if not os.isatty(KEYBOARD):
            return
        if not self._is_suspended:  # without this a second thread would read the same keys
            self.suspend_application_mode()
        self._is_suspended = False
        super().resume_application_mode()


def let_go_of_terminal() -> None:
    """The terminal was closed: from now on nothing is read from it or drawn on it."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (KEYBOARD, 1, SCREEN):
        os.dup2(nowhere, stream)
    os.close(nowhere)
