"""A typed task line among the tasks that are there."""

from __future__ import annotations

import pytest

from sessionpad.desk.caught import new_task, said_again
from sessionpad.domain.task import Difficulty
from sessionpad.method.capture import read_task
from tests.unit.domain.builders import AT, TODAY, a_dossier, a_task


def test_what_was_read_becomes_the_task() -> None:
    """How hard it looks goes along."""
    draft = read_task("brief openen #licht", today=TODAY)
    task = new_task(draft, a_dossier(), a_task().id, None, AT)
    assert (task.text, task.difficulty) == ("brief openen", Difficulty.LIGHT)


@pytest.mark.parametrize(
    ("line", "expected"), [("brief openen", Difficulty.HEAVY), ("brief openen #licht", Difficulty.LIGHT)]
)
def test_typed_once_more(line: str, expected: Difficulty) -> None:
    """A level in the line is taken over; silence leaves the one that was there."""
    task = a_task(difficulty=Difficulty.HEAVY)
    assert said_again(task, read_task(line, today=TODAY)).difficulty is expected
