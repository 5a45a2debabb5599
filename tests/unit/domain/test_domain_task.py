"""A task, as it is kept."""

from __future__ import annotations

import msgspec

from sessionpad.domain.task import Difficulty, Task
from tests.unit.domain.builders import a_task


def test_a_task_from_before_there_was_a_level_is_still_read() -> None:
    """A row without it opens as it was: nobody said how hard it looked."""
    row = msgspec.to_builtins(a_task())
    assert "difficulty" not in row
    assert msgspec.convert(row, Task) == a_task()


def test_a_level_is_kept() -> None:
    """What was said comes back."""
    for level in Difficulty:
        assert msgspec.convert(msgspec.to_builtins(a_task(difficulty=level)), Task).difficulty is level
