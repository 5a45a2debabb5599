from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionpad.errors import InvalidInput, StorageFailed
from sessionpad.store.preferences import (
    WHOLE,
    Preferences,
    drop_preference,
    line_of,
    look_at,
    read_preferences,
    write_preference,
)
from sessionpad.store.setting_lines import lines_of
from sessionpad.store.setting_table import SETTINGS


def settings(folder: Path, content: str) -> Path:
    path = folder / "settings.toml"
    path.write_bytes(content.encode())
    return path


def troubles(path: Path) -> list[tuple[int, str]]:
    return [(each.line, each.error.key) for each in look_at(path).troubles]


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
    assert read_preferences(settings(tmp_path, f"lock_after = {content}\n")).lock_after == minutes


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_the_coach_wrote_in_the_file_stays(tmp_path: Path, end: str) -> None:
    """Comments and values of other programs or versions are kept when one value changes."""
    path = settings(tmp_path, f'# mijn keuze{end}language = "nl"  # Vlaams{end}later = 3{end}')
    write_preference(path, "language", "en")
    assert path.read_bytes().decode() == f'# mijn keuze{end}language = "en"  # Vlaams{end}later = 3{end}'


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    """A coach who keeps all settings in one place finds the choice there."""
    (tmp_path / "elsewhere").mkdir()
    real = settings(tmp_path / "elsewhere", "lock_after = 7\n")
    link = tmp_path / "settings.toml"
    link.symlink_to(real)
    write_preference(link, "lock_after", 8)
    assert link.is_symlink()
    assert real.read_text() == "lock_after = 8\n"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"language = 3", [(1, "setting-choice")]),
        (b'\n# taal\nlanguage = "fr"\n', [(3, "setting-choice")]),
        (b'theme = "paars"', [(1, "setting-choice")]),
        (b"theme = []", [(1, "setting-choice")]),
        (b'address = "jij"', [(1, "setting-choice")]),
        (b"lock_after = 61", [(1, "setting-number")]),
        (b"lock_after = 5.5", [(1, "setting-number")]),
        (b'favourites = "a-card"', [(1, "setting-list")]),
        (b"keys = 3", [(1, "setting-table")]),
        (b'# eerst\n[printer]\nname = "x"\n', [(2, "setting-unknown")]),
        (b"\xff\xfe", [(WHOLE, "settings-unreadable")]),
        (b'theme = "sessionpad-light"\nlanguage = \n', [(2, "settings-syntax")]),
        (b'language = "nl"\nlanguage = "en"\n', [(2, "settings-syntax")]),
        (b"language = [\n", [(1, "settings-syntax")]),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(tmp_path: Path, content: bytes, found: object) -> None:
    """The program starts whatever stands in the file, with the usual value, and knows what is wrong where."""
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    assert read_preferences(path) == Preferences()
    assert troubles(path) == found
    assert path.read_bytes() == content


def test_one_wrong_value_takes_no_other_with_it(tmp_path: Path) -> None:
    """What can be used is; everything else is named in the order of the lines."""
    path = settings(tmp_path, 'lock_after = 0\nlanguage = "en"\nlater = 3\naddress = "u"\n[keys]\ncard = "f7"\n')
    assert read_preferences(path) == Preferences(language="en", address="u", keys=(("card", "f7"),))
    assert troubles(path) == [(1, "setting-number"), (3, "setting-unknown")]


def test_a_name_of_any_length_is_told_in_short(tmp_path: Path) -> None:
    """What stands in the file is said without what a terminal would act on, and not all of it."""
    (trouble,) = look_at(settings(tmp_path, f'"\\u001b[31m{"x" * 500}" = 1\n')).troubles
    assert trouble.error.params == {"name": "[31m" + "x" * 36}


def test_a_line_is_found_wherever_a_name_can_stand(tmp_path: Path) -> None:
    """Texts and lists over more lines, quoted names, tables and what looks like a name in a comment."""
    text = """\
# lock_after = 3
favourites = [
  "a",  # one
  "b",
]
"theme" = '''
lock_after = 4
'''
lock_after = 5
keys.card = "f7"
[keys.more] # a table
'x' = "y"
[[other]]
z = { a = 1 }
"""
    tomllib.loads(text)
    found = lines_of(text)
    assert found["favourites",] == 2
    assert found["theme",] == 6
    assert found["lock_after",] == 9
    assert found["keys", "card"] == 10
    assert found["keys", "more", "x"] == 12
    assert found["other", "z", "a"] == 14
    assert lines_of(text.replace("\n", "\r\n")) == found
    path = settings(tmp_path, text)
    assert (line_of(path, "keys", "more", "x"), line_of(path, "nothing"), line_of(tmp_path, "keys")) == (12, 1, 1)


COMMENTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8).map(
    lambda text: f"# {text}"
)


@given(st.dictionaries(st.sampled_from([*SETTINGS, "later"]), COMMENTS, min_size=1), st.booleans())
def test_every_name_is_found_on_its_own_line(names: dict[str, str], spread: bool) -> None:
    """Whatever comments stand around it."""
    lines: list[str] = []
    expected = {}
    for name, comment in names.items():
        lines.append(comment)
        expected[name,] = len(lines) + 1
        lines += [f"{name} = [ {comment}", '"""', '""", 1]'] if spread else [f"{name} = 1 {comment}"]
    assert lines_of("\n".join(lines)) == expected


def test_nothing_chosen_is_no_file(tmp_path: Path) -> None:
    """Reading makes nothing."""
    assert read_preferences(tmp_path / "none" / "settings.toml") == Preferences()
    assert list(tmp_path.iterdir()) == []


def test_a_choice_that_cannot_be_kept_is_an_error(tmp_path: Path) -> None:
    """Where there can be no folder nothing is written, and who asked for it is told."""
    blocked = tmp_path / "file"
    blocked.write_text("x")
    with pytest.raises(StorageFailed):
        write_preference(blocked / "settings.toml", "language", "en")
    assert blocked.read_text() == "x"


@pytest.mark.parametrize("content", [b"language = ", b"\xff"])
def test_a_broken_file_is_not_overwritten(tmp_path: Path, content: bytes) -> None:
    """A file that cannot be parsed stays as it is: somebody is editing it."""
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(InvalidInput) as refused:
        write_preference(path, "language", "en")
    assert refused.value.key == "settings-broken"
    assert path.read_bytes() == content


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("content", "left"),
    [
        ("# mijn\ntheme = 1 # licht\nlater = 3\n", "# mijn\n# licht\nlater = 3\n"),
        ("# mijn\ntheme = 1\nlater = 3\n", "# mijn\nlater = 3\n"),
        ("theme = [\n 1, # een\n] # weg\n[keys]\ncard = 'f7'\n", "# weg\n[keys]\ncard = 'f7'\n"),
        ("[theme] # weg\nx = 1\n[keys]\ncard = 'f7'\n", "[keys]\ncard = 'f7'\n"),
        ("later = 3", "later = 3"),
    ],
)
def test_a_value_is_taken_away(tmp_path: Path, content: str, left: str, end: str) -> None:
    """With nothing else, and the comment behind it stays."""
    path = settings(tmp_path, content.replace("\n", end))
    drop_preference(path, "theme")
    assert path.read_bytes().decode() == left.replace("\n", end)


@pytest.mark.parametrize("content", [b"language = ", b"\xff"])
def test_nothing_is_taken_out_of_a_broken_file(tmp_path: Path, content: bytes) -> None:
    """It stays as it is."""
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(InvalidInput):
        drop_preference(path, "language")
    assert path.read_bytes() == content
    drop_preference(tmp_path / "none.toml", "language")
    assert not (tmp_path / "none.toml").exists()


def test_the_table_and_what_is_read_are_about_the_same() -> None:
    """Every setting of the table is read, with the usual value that the table says."""
    assert {name: each.usual for name, each in SETTINGS.items()} == vars(Preferences())
