"""From the command line to the screen. What must be said to Textual before it is loaded is said here."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import MutableMapping
from importlib import import_module
from typing import TYPE_CHECKING, Final

from sessionpad.i18n.texts import Texts

if TYPE_CHECKING:
    from sessionpad.desk.desk import Desk
    from sessionpad.desk.door import Entrance

TELLTALES: Final = "TEXTUAL"
"""Variables that begin so make Textual write down what is typed or shown: its log, its debugger, its screenshots."""

FRAMES: Final = "240"
"""Frames a second at most: a key that comes just after the save mark was drawn waits for the next one."""


def quieten(environment: MutableMapping[str, str] = os.environ) -> None:
    """Take away what makes Textual tell tales, and choose what suits a Dutch keyboard and a quick hand."""
    for name in [name for name in environment if name.startswith(TELLTALES)]:
        del environment[name]
    environment["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    environment["TEXTUAL_FPS"] = FRAMES


def say_nothing_aside() -> None:
    """No word of what goes wrong in a thread or a forgotten task: Python would print its message, which may quote."""
    logging.getLogger().addHandler(logging.NullHandler())
    threading.excepthook = lambda wrong: sys.excepthook(wrong.exc_type, wrong.exc_value or wrong.exc_type(), None)


def load() -> None:
    """Load what draws, once everything is quiet; takes a quarter of a second the first time."""
    quieten()
    say_nothing_aside()
    from sessionpad.ui.steady import hold_tidying, take_short_turns  # noqa: PLC0415  only after the environment is quiet

    hold_tidying()
    take_short_turns()
    import_module("sessionpad.ui.app")


def launch(texts: Texts, *, desk: Desk | None = None, door: Entrance | None = None) -> int:
    """Run the pad until it is left, and shut the door. Returns the exit code."""
    load()
    from sessionpad.ui.app import SessionpadApp  # noqa: PLC0415  idem

    app = SessionpadApp(texts, desk=desk, door=door)
    try:
        app.run()
    finally:
        if door is not None:
            door.shut()
    return app.return_code or 0
