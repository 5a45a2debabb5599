"""What is loaded when, and which room may use which."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import sessionpad
from sessionpad.cli.main import COMMANDS

ROOT = Path(sessionpad.__file__).parents[1]
SCREEN = {"textual", "rich"}
WORD = {"docx", "docxtpl", "jinja2", "lxml"}
VAULT = {"tinydb", "pyrage", "filelock"}
RECORDS = {"msgspec"}
REST = {"babel", "dateutil", "click", "platformdirs"}
OURS = {"sessionpad.ui", "sessionpad.desk", "sessionpad.documents", "sessionpad.domain"}

HELP = """
from sessionpad.cli.main import main
for words in {words}:
    try:
        main([*words, "--help"])
    except SystemExit as ended:
        assert not ended.code, (words, ended.code)
    else:
        raise AssertionError(words)
"""


def loaded_by(code: str, home: Path) -> set[str]:
    """Every module, and every package it is in, that a fresh Python has loaded after this code."""
    asking = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    ended = subprocess.run(
        [sys.executable, "-c", asking],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={"HOME": str(home), "LANG": "nl_BE.UTF-8"},
        text=True,
    )
    modules: list[str] = json.loads(ended.stderr.splitlines()[-1])
    assert "sessionpad" in modules
    return {name.rsplit(".", depth)[0] for name in modules for depth in range(name.count(".") + 1)}


def test_help_loads_next_to_nothing(tmp_path: Path) -> None:
    """Asking how it works needs no screen, no vault, no Word, no record and no dossier."""
    loaded = loaded_by(HELP.format(words=[[]]), tmp_path)
    assert loaded & (SCREEN | WORD | VAULT | RECORDS | OURS | {"babel", "dateutil"}) == set()


def test_help_on_a_command_stays_light(tmp_path: Path) -> None:
    """No command loads a screen, Word or the vault before it has something to do."""
    loaded = loaded_by(HELP.format(words=[[name] for name in COMMANDS]), tmp_path)
    assert loaded & (SCREEN | WORD | VAULT | {"babel", "sessionpad.ui"}) == set()


@pytest.mark.parametrize(
    ("room", "unwanted"),
    [
        ("errors", SCREEN | WORD | VAULT | RECORDS | REST),
        ("domain.dossier", SCREEN | WORD | VAULT | REST),
        ("i18n.sentences", SCREEN | WORD | VAULT | REST),
        ("documents", SCREEN | WORD | VAULT | {"babel", "click"}),
        ("desk.desk", SCREEN | WORD | VAULT | {"babel", "click"}),
        ("desk.door", SCREEN | WORD | VAULT | {"babel", "click"}),
        ("store.vault", SCREEN | WORD | {"babel", "click"}),
        ("ui.app", WORD | {"babel", "click"}),
    ],
)
def test_a_room_loads_only_what_it_is_for(room: str, unwanted: set[str], tmp_path: Path) -> None:
    """What a room does not need at once is loaded when it is needed."""
    assert loaded_by(f"import sessionpad.{room}", tmp_path) & unwanted == set()


def test_rooms_import_downwards_only() -> None:
    """The import linter finds every contract kept."""
    linter = Path(sys.executable).with_name("lint-imports")
    ended = subprocess.run([linter, "--no-cache"], capture_output=True, check=False, cwd=ROOT, text=True)
    assert ended.returncode == 0, ended.stdout
    assert "0 broken" in ended.stdout
