"""The hints about wording, with the words of the coach."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessionpad.desk.choices import Choices
from sessionpad.desk.wordings import agreement_wordings, task_wordings, vocabulary_with, wordings
from sessionpad.domain.goal import Goal
from sessionpad.domain.trajectory import Trajectory
from sessionpad.method.wording import Field, our_lexicons
from tests.unit.domain.builders import TODAY, TRAJECTORY, a_dossier, a_task

OWN = 'language = "nl"\n[[jargon]]\nfind = ["kwadrant*"]\nwhy = "term"\nsay = "vakje"\n'
TEXT = "Tegen vrijdag is het kwadrant af."


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "wording" / "team.toml"
    path.parent.mkdir()
    path.write_text(OWN, encoding="utf-8")
    return path


def test_words_of_the_coach_are_looked_for_everywhere(own: Path) -> None:
    """In a text, a task and the agreement; without the file nobody minds them."""
    goal = Goal(text=TEXT)
    dossier = a_dossier(trajectories=(Trajectory(id=TRAJECTORY, started=TODAY, goal=goal),))
    task = a_task(text=TEXT)
    hints = (
        wordings(dossier, Field.TASK, TEXT, TODAY, dated=False, own=[own]),
        task_wordings(dossier, task, TODAY, own=[own]),
        agreement_wordings(dossier, TODAY, own=[own])["goal"],
    )
    assert [[(each.code, each.suggestion) for each in found] for found in hints] == [[("JARGON", "vakje")]] * 3
    assert wordings(dossier, Field.TASK, TEXT, TODAY, dated=False) == ()


def test_a_file_is_read_once(own: Path) -> None:
    """A hint is asked for at every key that is typed."""
    assert vocabulary_with([own]) is vocabulary_with((own,))
    assert vocabulary_with([own]).trouble is None


def test_our_own_words_are_always_there(tmp_path: Path) -> None:
    """A file of the coach that cannot be read is named, and leaves our own words as they are."""
    broken = tmp_path / "broken.toml"
    broken.write_text("[[neg", encoding="utf-8")
    found = vocabulary_with([broken])
    assert found.lexicons is our_lexicons()
    assert found.trouble is not None
    assert found.trouble.params["file"] == "broken.toml"
    hints = wordings(a_dossier(), Field.GOAL, "Ik rook tegen vrijdag niet.", TODAY, dated=False, own=[broken])
    assert [each.code for each in hints] == ["NEG"]


def test_where_the_coach_keeps_words(own: Path) -> None:
    """Beside the settings, in the order of their names; without settings there are none."""
    second = own.with_name("alles.toml")
    second.write_text(OWN, encoding="utf-8")
    own.with_name("notes.txt").write_text("", encoding="utf-8")
    assert Choices(own.parent.parent / "settings.toml").own_lexicons == [second, own]
    assert Choices(own.parent / "settings.toml").own_lexicons == []
    assert Choices().own_lexicons == ()
