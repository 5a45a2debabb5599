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


def test_any_setting_can_be_chosen_and_put_back(tmp_path: Path) -> None:
    """By its name, for now and for the next time."""
    file = tmp_path / "settings.toml"
    choices = Choices(file)
    for name, value in (("address", "u"), ("lock_after", 9), ("favourites", ("a", "b"))):
        usual = choices.value(name)
        choices.choose(name, value)
        assert (choices.value(name), Choices(file).value(name)) == (value, value)
        choices.put_back(name)
        assert (choices.value(name), Choices(file).value(name)) == (usual, usual)


@pytest.mark.parametrize(
    ("name", "value", "key"),
    [
        ("colour", "red", "setting-unknown"),
        ("theme", "red", "setting-choice"),
        ("lock_after", "9", "setting-number"),
        ("favourites", "a", "setting-list"),
        ("keys", (), "setting-by-hand"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, name: str, value: str, key: str) -> None:
    """Nothing changes, and there is no file."""
    choices = Choices(tmp_path / "settings.toml")
    with pytest.raises(InvalidInput) as refused:
        choices.choose(name, value)
    assert refused.value.key == key
    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_kept_is_not_chosen(tmp_path: Path) -> None:
    """What is asked for by name is kept or refused: it never holds only for now."""
    file = tmp_path / "settings.toml"
    file.write_text("language = ", encoding="utf-8")
    choices = Choices(file)
    with pytest.raises(InvalidInput):
        choices.choose("lock_after", 9)
    with pytest.raises(InvalidInput):
        choices.put_back("lock_after")
    assert choices.lock_after == 5
    assert file.read_text(encoding="utf-8") == "language = "
