"""What the README shows can be typed as it stands there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Final

import pytest

from sessionpad.store.vault import open_vault
from tests.light_key import PASSPHRASE, light_vault
from tests.scenarios.script import run
from tests.scenarios.template import NOW, dossiers

TEXT: Final = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
SHOWN: Final = sorted(set(re.findall(r"^    sessionpad\b(?: (?! )|(?= ))([^\n]*)", TEXT, re.MULTILINE)))
OPTION: Final = re.compile(r"--[a-z][a-z-]+")
ASIDE: Final = ("--vault", "--lang", "--passphrase-file")
"""Options that go before the command."""
LOCKED: Final = 3
"""How a command ends that needs a terminal and has none."""
MEANT: Final = {
    "CLIENT": "A.",
    "TEXT...": "'een woord'",
    "LINE": "'bellen @ik !vr'",
    "TASK": "1",
    "EFFORT": "3",
    "RESULT": "2",
    "WORDS": "post",
    "DOCUMENT": "task-sheet",
    "DIR": "een-map",
    "QUESTION": "'Waarom kom je niet?'",
    "[CLIENT]": "A.",
    "[-o FILE]": "-o a.docx",
}
IN_PLACE_OF: Final = {
    "": ((), LOCKED),
    "demo": (("demo", "--keep", "demo"), 0),
    "init": (("--vault", "nieuw", "init"), 0),
    "settings [NAME [VALUE]]": (("settings", "lock_after", "10"), 0),
    "wording [FILE]": (("wording", "lines.txt"), 0),
    "backup FILE": (("backup", "b.tar"), 0),
    "passphrase": (("passphrase", "--new-passphrase-file", "new"), 0),
    "recovery-key": (("recovery-key", "-o", "key.txt"), 0),
    "erase CLIENT": (("erase", "A.", "--yes-erase", "A."), 0),
    "templates copy DIR": (("templates", "copy", "sjablonen"), 0),
    "import FILES": (("import", "clients.csv"), 0),
    "cards --check FILE": (("cards", "--check", "deck.toml"), 0),
}
"""Lines that stand for more than they show, or need a terminal: what is run instead, and how it ends."""
DECK: Final = '[[group]]\nid = "own"\nnl = "Eigen"\nen = "Own"\n'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A vault behind a light key, and the files that commands are given."""
    identity = light_vault(tmp_path / "vault")
    vault = open_vault(tmp_path / "vault", identity, program="test", clock=lambda: NOW)
    for dossier in dossiers():
        vault.repository.save(dossier)
    vault.close()
    for name, text in {
        "pass": PASSPHRASE,
        "new": "een heel andere wachtzin",
        "lines.txt": "goal\tniet meer te laat",
        "deck.toml": DECK,
        "clients.csv": "code,name\nZ. 9,Zoë",
    }.items():
        (tmp_path / name).write_text(f"{text}\n", "utf-8")
    return tmp_path


def command_of(shown: str) -> str:
    """What stands before the explanation."""
    return "" if shown.startswith(" ") else re.split(r" {2,}", shown)[0].strip()


def words_of(shown: str) -> tuple[tuple[str, ...], int]:
    command = command_of(shown)
    if command in IN_PLACE_OF:
        return IN_PLACE_OF[command]
    for word, meant in MEANT.items():
        command = re.sub(rf"(?<!\S){re.escape(word)}(?!\S)", meant, command)
    return tuple(shlex.split(command)), 0


@pytest.mark.parametrize("shown", SHOWN, ids=command_of)
def test_a_command_does_what_it_is_shown_for(shown: str, home: Path) -> None:
    """It ends well, or with the code for a terminal that is not there; it never complains about how it was typed."""
    words, code = words_of(shown)
    words = tuple(word.replace("/backup/", "") for word in words)
    if "backup --verify" in shown:
        assert run(home, "--passphrase-file", "pass", "backup", "vault.tar").returncode == 0
    if words[:1] == ("--passphrase-file",):
        words = words[2:]
    ran = run(home, "--passphrase-file", "pass", *words)
    assert ran.returncode == code, (words, ran.stderr.decode())


@pytest.mark.parametrize("shown", [each for each in SHOWN if OPTION.search(each)], ids=command_of)
def test_the_options_that_are_named_are_there(shown: str, home: Path) -> None:
    """Every option beside a command in the README is in its help."""
    words = re.findall(r"(?<!\S)[a-z][a-z-]*(?!\S)", command_of(shown))
    named = {option for option in OPTION.findall(shown) if option not in ASIDE}
    told = run(home, *words[: 2 if words[:1] == ["templates"] else 1], "--help").stdout.decode()
    assert named <= set(OPTION.findall(told)), named - set(OPTION.findall(told))
