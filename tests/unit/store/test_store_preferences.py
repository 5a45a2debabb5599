from __future__ import annotations

from pathlib import Path

import pytest

from sessionpad.store.preferences import Preferences, read_preferences, write_preference


def test_a_choice_is_there_the_next_time(tmp_path: Path) -> None:
    """What is chosen once is read back, from a file only its owner can read."""
    path = tmp_path / "config" / "settings.toml"
    write_preference(path, "language", "en")
    write_preference(path, "theme", "sessionpad-light")
    assert read_preferences(path) == Preferences(language="en", theme="sessionpad-light")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("content", "minutes"), [("1", 1), ("60", 60), ("0", 5), ("61", 5), ("true", 5), ('"9"', 5)])
def test_the_time_until_it_locks_is_an_hour_at_most(tmp_path: Path, content: str, minutes: int) -> None:
    """From 1 to 60 minutes; whatever else stands there is no choice, so that it always locks some time."""
    path = tmp_path / "settings.toml"
    path.write_text(f"lock_after = {content}\n", encoding="utf-8")
    assert read_preferences(path).lock_after == minutes


def test_what_the_coach_wrote_in_the_file_stays(tmp_path: Path) -> None:
    """Comments and values of other programs or versions are kept when one value changes."""
    path = tmp_path / "settings.toml"
    path.write_text('# mijn keuze\nlanguage = "nl"  # Vlaams\nlater = 3\n', encoding="utf-8")
    write_preference(path, "language", "en")
    assert path.read_text(encoding="utf-8") == '# mijn keuze\nlanguage = "en"  # Vlaams\nlater = 3\n'


@pytest.mark.parametrize(
    "content", [b"", b"language = 3", b'language = "fr"', b"\xff\xfe", b"language = ", b"theme = []"]
)
def test_a_file_that_makes_no_sense_is_no_choice(tmp_path: Path, content: bytes) -> None:
    """The program starts whatever stands in the file."""
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    assert read_preferences(path) == Preferences()


def test_nothing_chosen_is_no_file(tmp_path: Path) -> None:
    """Reading makes nothing."""
    assert read_preferences(tmp_path / "none" / "settings.toml") == Preferences()
    assert list(tmp_path.iterdir()) == []


def test_a_choice_that_cannot_be_kept_is_no_trouble(tmp_path: Path) -> None:
    """A configuration folder that cannot be made does not stop the program."""
    blocked = tmp_path / "file"
    blocked.write_text("x")
    write_preference(blocked / "settings.toml", "language", "en")
    assert blocked.read_text() == "x"


def test_a_broken_file_is_not_overwritten(tmp_path: Path) -> None:
    """A file that cannot be parsed stays as it is: somebody is editing it."""
    path = tmp_path / "settings.toml"
    path.write_text("language = ", encoding="utf-8")
    write_preference(path, "language", "en")
    assert path.read_text(encoding="utf-8") == "language = "
