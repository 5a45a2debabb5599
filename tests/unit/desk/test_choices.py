"""What the coach chose for this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessionpad.desk.choices import Choices
from sessionpad.errors import InvalidInput


def test_the_time_until_it_locks_is_kept(tmp_path: Path) -> None:
    """Five minutes unless chosen otherwise, and what is chosen is there the next time."""
    file = tmp_path / "settings.toml"
    choices = Choices(file)
    assert choices.lock_after == 5
    choices.choose_lock_after(12)
    assert (choices.lock_after, Choices(file).lock_after) == (12, 12)


@pytest.mark.parametrize("minutes", [0, -3, 61])
def test_it_always_locks_some_time(tmp_path: Path, minutes: int) -> None:
    """Never, or after hours, cannot be chosen: it is refused and nothing changes."""
    choices = Choices(tmp_path / "settings.toml")
    with pytest.raises(InvalidInput):
        choices.choose_lock_after(minutes)
    assert choices.lock_after == 5


@pytest.mark.parametrize("content", [None, "language = "])
def test_a_choice_that_cannot_be_kept_holds_for_now(tmp_path: Path, content: str | None) -> None:
    """A folder that cannot be made, or a file somebody is editing, is no trouble while one works."""
    file = tmp_path / "folder" / "settings.toml"
    if content is None:
        file.parent.write_text("in the way")
    else:
        file.parent.mkdir()
        file.write_text(content)
    choices = Choices(file)
    choices.choose_language("en")
    choices.choose_theme("sessionpad-light")
    assert choices.theme == "sessionpad-light"
    assert Choices(file).theme != "sessionpad-light"
