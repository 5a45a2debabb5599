"""What keeps a key quick while other things go on: Python's own tidying, and the sharing of time between threads."""

from __future__ import annotations

import gc
import sys
from typing import Final

TURN: Final = 0.0005
"""Seconds that a save in the background goes on before a key may come in between; Python's own is ten times as long."""


def take_short_turns() -> None:
    """Let a key that comes during a save wait for less than anyone notices."""
    sys.setswitchinterval(TURN)


def hold_tidying() -> None:
    """While the program starts all is new and stays: looking through it for rubbish takes a fifth of the time."""
    gc.disable()


def begin_tidying() -> None:
    """The first screen is there: tidy again from now on, and leave alone what was loaded for it."""
    gc.freeze()
    gc.enable()


def settle() -> None:
    """What is loaded now is here to stay: do not look through it for rubbish while one types.

    Looking through everything takes a tenth of a second, and comes at any key.
    """
    gc.collect(1)
    gc.freeze()
