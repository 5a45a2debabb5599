"""Keys act in the order in which they were struck, however fast they come.

Textual gives a letter to the widget with the caret, and lets any other key go up through every widget above it before
it acts: a letter struck meanwhile would overtake it. Over a slow line, or after a moment in which the machine was busy,
the letter after Backspace would come before it, and Enter would open what was chosen before the words were read.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Final

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.widgets import TextArea

PATIENCE: Final = 0.25
"""Seconds to wait for keys that are still on their way; a widget that is busy longer does not hold up the rest."""
ROUNDS: Final = 3
"""A key becomes text, the text a message to a form, and that one a message to the screen."""


async def acts_in_order(app: App[int], event: events.Key) -> bool:
    """Do what this key is bound to, after everything struck before it. Returns whether it was done.

    Letters and figures are for the widget with the caret, and so is Enter in a text of more lines.
    """
    if event.is_printable:
        return False
    await settled(app.focused or app.screen)
    bound = app.screen.active_bindings.get(event.key)
    if bound is None or not bound.enabled:
        return False
    if event.key == "enter" and not bound.binding.priority and isinstance(app.focused, TextArea):
        return False
    app.app_focus = True  # as any key does
    screen, before = app.screen, app.focused or app.screen
    done = await app.run_action(bound.binding.action, bound.node)
    await settled(before if app.screen is screen else app.screen)
    return done


async def settled(widget: Widget) -> None:
    """Wait until what was struck before this is text, and all that hangs on it has been told."""
    ways: list[MessagePump] = [each for each in widget.ancestors_with_self if isinstance(each, Widget)]
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            for _ in range(ROUNDS):
                for way in ways:
                    arrived = asyncio.Event()
                    if way.call_later(arrived.set):
                        await arrived.wait()
