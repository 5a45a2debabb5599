"""What commands print of a dossier full of orders to the terminal: one line a record, and nothing a terminal obeys."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.domain.lines import lines_of
from sessionpad.domain.text import clean_line
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.store.searching import MOST
from sessionpad.store.vault import open_vault
from tests.hostile import MIXED, OBEYED, Hostile
from tests.light_key import PASSPHRASE, light_vault
from tests.scenarios.pty_screen import PtyScreen
from tests.scenarios.script import PROGRAM, environment, run

ID = DossierId("00000000-0000-4000-8000-000000000001")
LISTS = (
    *(("clients",), ("clients", "--plain"), ("clients", "--json"), ("tasks", "--all"), ("tasks", "--all", "--plain")),
    *(("tasks", "--all", "--json"), ("search", "zq"), ("search", "zq", "--plain"), ("search", "zq", "--json")),
    *(("restore", ID), ("restore", ID, "--json"), ("erase", ID, "--dry-run"), ("erase", ID, "--dry-run", "--json")),
    *(("check",), ("check", "--json"), ("export", ID, "agreement"), ("export", ID, "handover", "--to", "zq")),
    *(("note", ID, "een\x1b[31m woord"), ("score", ID, "1", "3", "3"), ("task", ID, "bellen \x1b]0;x\x07@ik")),
    *(("tasks", "\x1b]0;x\x07"), ("export", ID, "\x9b31m"), ("\x1b[2J",), ("clients", "--\x1b[2J")),
    *(
        ("restore", ID, "--version", "\u202e"),
        ("cards", "--group", "\x1b[2J"),
        ("reframe", "--json", "Waarom \x1b[31m dat?"),
    ),
)
"""What is said about this dossier, done to it, or refused because of what was typed."""


OURS = re.compile(
    r"\x1b\]22;[a-z]+\x07|\x1b\[[0-9;:?<>=]*\$?[a-zA-Z]|\x1bP\+q[0-9a-f]*\x1b\\\\|\x1b_G[^\x1b]*\x1b\\\\|[\r\n]"
)
"""What the program itself says to a terminal: colours, places, modes, and what it asks at the start."""


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return Hostile(typed=MIXED, every_long=90).dossier(ID)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, dossier: Dossier) -> Path:
    """A vault with this one client, saved past every gate."""
    folder = tmp_path_factory.mktemp("hostile")
    vault = open_vault(folder / "vault", light_vault(folder / "vault"), program="test")
    vault.repository.save(dossier)
    vault.close()
    (folder / "pass").write_text(f"{PASSPHRASE}\n", "utf-8")
    return folder


@pytest.fixture
def home(tmp_path: Path, template: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "home"))


def said(home: Path, *words: str, language: Language = "nl") -> tuple[str, str]:
    """What a command prints, on both channels; that none of it is an order is asserted."""
    ran = run(home, "--lang", language, "--passphrase-file", "pass", *words)
    out, err = ran.stdout.decode(), ran.stderr.decode()
    assert not OBEYED & set((out + err).replace("\n", "")), words
    assert "Traceback" not in err
    return out, err


def read(home: Path, *words: str) -> Any:
    return json.loads(said(home, *words)[0])


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_command_lets_a_text_speak_to_the_terminal(home: Path, language: Language) -> None:
    """Lists, sentences, JSON, refusals and remarks alike; every command says something."""
    quiet = [words for words in LISTS if not any(said(home, *words, language=language))]
    assert quiet == []


def test_a_file_that_cannot_be_read_is_named_without_orders(home: Path) -> None:
    """The list and the check say whose dossier is damaged, in words that only stand there."""
    file = home / "vault" / "dossiers" / f"{ID}.age"
    file.write_bytes(file.read_bytes()[:-9])
    for words in LISTS[:9]:
        assert any(said(home, *words)), words


def test_one_record_is_one_line(home: Path, dossier: Dossier) -> None:
    """A new line or a tab in a field makes neither a line nor a cell; the words of it are all there."""
    (line,) = said(home, "tasks", "--all")[0].splitlines()
    (task,) = dossier.tasks
    assert line.split("\t")[:2] == [clean_line(dossier.client.code), clean_line(task.text)]
    assert len(line.split("\t")) == 6
    (line,) = said(home, "clients")[0].splitlines()
    assert line.split("\t")[0] == clean_line(dossier.client.code)


def test_json_gives_back_every_sign(home: Path, dossier: Dossier) -> None:
    """What reads the JSON gets the text as it stands in the dossier, orders and all."""
    (client,) = read(home, "clients", "--json")
    assert (client["code"], client["goal"]) == (dossier.client.code, dossier.trajectory.goal.text)
    (task,) = read(home, "tasks", "--all", "--json")
    assert (task["text"], task["person"]) == (dossier.tasks[0].text, dossier.tasks[0].person)
    found: Sequence[dict[str, Any]] = read(home, "search", "zq", "--json")
    texts = {line.text for line in lines_of(dossier)}
    assert len(found) == MOST
    assert [each["text"] for each in found if each["text"] not in texts and not each["text"].startswith("…")] == []


@pytest.mark.slow
def test_the_screen_sends_no_order_but_its_own(home: Path, dossier: Dossier) -> None:
    """Every byte of the real program, from the list through the dossier and the client's view to a talk and the end."""
    words = (*PROGRAM, "--lang", "nl", "--passphrase-file", "pass")
    screen = PtyScreen(words, environment(home), home)
    try:
        screen.wait(dossier.client.code[:6])
        for keys, shown in (
            ("\r", "GESPREKKEN"),
            ("\x1b[24~", "F12 terug"),
            ("\x1b[24~", "GESPREKKEN"),
            ("\r", "F8 gesteld"),
        ):
            screen.send(keys)
            screen.wait(shown)
        screen.send("\x11")
        assert screen.wait_for_end() == 0
    finally:
        screen.close()
    drawn = OURS.sub("", bytes(screen.drawn).decode())
    assert "{{client}}[31m" in drawn
    assert not OBEYED & set(drawn)
