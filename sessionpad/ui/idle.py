"""How long nobody touched the keyboard or the mouse, by two clocks, because each of them may miss something."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil
from typing import Final

Seconds = Callable[[], float]

LAST: Final = 30
"""From this many seconds before the end it is told."""
STEP: Final = 10
"""It is told in steps of this many seconds: what changes all the time draws the eye."""


class Idle:
    """Counts since the last touch.

    The clock that only runs forward stands still while the computer sleeps; the clock of the day does not, but it may
    be set back. The one that says most is believed.

    Args:
        monotonic: seconds that only run forward.
        wall: seconds since a fixed moment, as the clock of the day says.
    """

    def __init__(self, monotonic: Seconds = time.monotonic, wall: Seconds = time.time) -> None:
        self._monotonic = monotonic
        self._wall = wall
        self.touch()

    def touch(self) -> None:
        self._touched = self._monotonic(), self._wall()

    @property
    def spent(self) -> float:
        """Seconds since the last touch."""
        monotonic, wall = self._touched
        return max(self._monotonic() - monotonic, self._wall() - wall)

    def is_over(self, minutes: int) -> bool:
        return self.spent >= minutes * 60

    def told(self, minutes: int) -> int:
        """Seconds left, rounded up to steps, in the last half minute; before that 0."""
        left = minutes * 60 - self.spent
        return STEP * ceil(left / STEP) if 0 < left <= LAST else 0
