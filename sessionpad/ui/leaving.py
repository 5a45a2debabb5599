"""The last things before the program ends: what is typed becomes text and is saved, and a mistake is reported."""

from __future__ import annotations

import asyncio
import secrets
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerFailed

DRAWN: Final = 0.25
"""Seconds to wait at most until a screen is drawn."""
PATIENCE: Final = 1.0
"""Seconds to wait for keys that are still on their way."""


async def typed_through(*ways: MessagePump | None, patience: float = PATIENCE) -> None:
    """Wait until the keys pressed before this have become text."""
    for way in ways:
        arrived = asyncio.Event()
        if way is not None and way.call_later(arrived.set):
            with suppress(TimeoutError):
                await asyncio.wait_for(arrived.wait(), patience)


async def drawn(screen: Widget) -> None:
    """Wait until this screen was drawn."""
    with suppress(TimeoutError):
        await asyncio.wait_for(screen.wait_for_refresh(), DRAWN)


def all_brought(screens: Sequence[Screen[object]]) -> None:
    """Take in what was typed on these screens, and begin to save it."""
    for screen in reversed(screens):
        take_in = getattr(screen, "take_in", None)
        if take_in is not None:
            take_in()


async def all_saved(screens: Sequence[Screen[object]]) -> bool:
    """Take in and save what was typed on these screens. Returns whether everything is on disk."""
    saved = True
    for screen in reversed(screens):
        leave = getattr(screen, "before_leaving", None)
        if leave is not None:
            saved = await leave() and saved
    return saved


def report_of(error: BaseException | None) -> str:
    """The kind of a mistake, the place, and a number to call it by. Nothing of what was typed or shown."""
    while isinstance(error, WorkerFailed):
        error = error.error
    frames = traceback.extract_tb(error.__traceback__) if error is not None else []
    ours = [frame for frame in frames if "sessionpad" in Path(frame.filename).parts]
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in (*ours[-1:], *frames[-1:])]
    where = " > ".join(dict.fromkeys(places)) or "?"
    return f"sessionpad: {type(error).__name__} ({where}, {secrets.token_hex(4)})"
