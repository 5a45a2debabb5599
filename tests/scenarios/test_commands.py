"""What a script cannot show: signals, pipes, what is inside the vault afterwards, and how help comes about."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import click
import pytest

from sessionpad.cli import backup, cards, clients, search, versions
from sessionpad.cli import moving as moving_cli
from sessionpad.cli.checked import problem_records
from sessionpad.cli.main import COMMANDS, sessionpad
from sessionpad.desk import moving
from sessionpad.desk.backups import Backup
from sessionpad.desk.door import Door
from sessionpad.documents import Document
from sessionpad.domain.ids import DossierId, SessionId, TrajectoryId
from sessionpad.domain.lines import lines_of
from sessionpad.domain.notes import text_of
from sessionpad.domain.overview import overview_of
from sessionpad.domain.session import Session
from sessionpad.i18n.texts import texts_in
from sessionpad.method.cards import load_deck
from sessionpad.store.check import Problem, ProblemKind
from sessionpad.store.moving.fault import Fault
from sessionpad.store.versions import read_name
from tests.scenarios.script import PROGRAM, environment, run
from tests.scenarios.template import IDS, NOW, PASSPHRASE, dossiers

HEAVY: Final = {
    *("textual", "rich", "docx", "docxtpl", "jinja2", "lxml", "tinydb", "pyrage", "msgspec", "filelock", "dateutil"),
    "icalendar",
    *("sessionpad.ui", "sessionpad.desk", "sessionpad.documents"),
    *("sessionpad.store.vault", "sessionpad.store.repository", "sessionpad.store.lock", "sessionpad.store.identity"),
}


def command_named(name: str) -> click.Command:
    found = sessionpad.get_command(click.Context(sessionpad), name)
    assert found is not None
    return found


def test_a_note_is_in_the_dossier_word_for_word(home: Path) -> None:
    """What is given as words or over standard input stands in the dossier, dated, line by line."""
    told = ("--passphrase-file", "pass", "note", "a.")
    assert run(home, *told, "belde af;", "‘morgen’ beter", "{{x}} [b]").returncode == 0
    assert run(home, *told, stdin="één\r\n+ twee\n\n".encode()).returncode == 0
    desk = Door(home / "vault").unlock(PASSPHRASE)
    try:
        sessions = desk.open(DossierId(IDS["A"])).dossier.sessions
    finally:
        desk.close()
    assert [text_of(each.notes) for each in sessions] == ["belde af; ‘morgen’ beter {{x}} [b]", "één\n+ twee"]
    assert not any(each.is_talk or each.is_open for each in sessions)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"goed \x80 fout"])
def test_what_is_not_text_is_not_noted(home: Path, data: bytes) -> None:
    """Bytes that are no UTF-8 are refused before the vault is opened; half of them would be worse than none."""
    ran = run(home, "--passphrase-file", "pass", "note", "A.", stdin=data)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.decode() == "sessionpad: This is not text I can read (UTF-8). Nothing was changed.\n"


@pytest.mark.parametrize("words", [("cards",), ("cards", "--json")])
def test_a_reader_that_goes_away_is_no_failure(home: Path, words: tuple[str, ...]) -> None:
    """A closed pipe, as after `| head`, ends the program without a word."""
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [*PROGRAM, *words], stdout=writing, stderr=subprocess.PIPE, env=environment(home), timeout=60, check=False
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_ctrl_c_ends_with_130_and_changes_nothing(home: Path) -> None:
    """Breaking off a note leaves the vault as it was, without a word of the program's own."""
    before = sorted((home / "vault").rglob("*"))
    terminal, end = pty.openpty()
    words = [*PROGRAM, "--passphrase-file", "pass", "note", "A."]
    with subprocess.Popen(words, stdin=end, stderr=subprocess.PIPE, cwd=home, env=environment(home)) as program:
        assert program.stderr is not None
        assert program.stderr.readline().startswith(b"Type the note.")
        program.send_signal(signal.SIGINT)
        rest = program.stderr.read()
    os.close(terminal)
    os.close(end)
    assert (program.returncode, rest.strip()) == (130, b"")
    assert sorted((home / "vault").rglob("*")) == before


def test_an_unexpected_mistake_shows_no_value(home: Path) -> None:
    """When the program itself is wrong, it says what kind of mistake and where, and never what a variable held."""
    broken = (
        "import sys, sessionpad.cli.cards as cards\n"
        "def fail(): raise RuntimeError('what the client said')\n"
        "cards.load_deck = fail\n"
        "from sessionpad.cli import main\n"
        "main(['cards'])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", broken], capture_output=True, env=environment(home), timeout=60, check=False
    )
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert re.fullmatch(r"sessionpad: RuntimeError \(<string>:2, [0-9a-f]{8}\)\n", ran.stderr.decode())


@pytest.mark.parametrize("words", [("--help",), ("--lang", "nl", "--help")])
def test_help_loads_no_more_than_it_needs(home: Path, words: tuple[str, ...]) -> None:
    """Help comes at once: no screen, document, vault or record is loaded for it."""
    listing = [sys.executable, "-X", "importtime", "-m", "sessionpad", *words]
    ran = subprocess.run(listing, capture_output=True, text=True, env=environment(home), timeout=60, check=False)
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert "click" in loaded
    assert not {name for name in loaded for heavy in HEAVY if name == heavy or name.startswith(f"{heavy}.")}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_in_dutch(name: str) -> None:
    """Each help has a text and one example, and every text in it is translated."""
    say, command = texts_in("nl").say, command_named(name)
    assert command.help
    assert command.epilog
    assert "sessionpad" in command.epilog
    options = [each for each in command.params if isinstance(each, click.Option)]
    texts = [command.help, command.epilog, *(each.help or "" for each in options)]
    assert [text for text in texts if say(text) == text and not text.startswith(("[", "{"))] == []


def test_help_of_export_names_every_document() -> None:
    """A document that can be made can be found in the help, in both languages."""
    text = command_named("export").help or ""
    for help_text in (text, texts_in("nl").say(text)):
        assert [each for each in Document if each not in help_text] == []


def test_json_has_the_shape_that_help_shows() -> None:
    """Scripts may rely on what --help says about --json: these names, in this order."""
    dossier = dossiers()[0]
    assert names_in_help("clients") == list(clients._client_record(overview_of(dossier)))
    assert names_in_help("tasks") == list(clients._task_record(dossier, 1, dossier.tasks[0]))
    line = next(lines_of(dossier))
    assert names_in_help("search") == list(search._record(dossier.id, "A.", line, texts_in("nl")))
    version, problem = read_name("20260105T091112Z-42-1a2b3c4d5e6f-save"), Problem(file="x", kind=ProblemKind.LOST)
    assert version is not None
    assert names_in_help("restore") == list(versions._record(version))
    told = problem_records([problem], texts_in("nl"))
    assert names_in_help("backup") == [*backup._record(Backup(Path("b.tar"), 1, None, ()), told), *told[0]]
    assert names_in_help("check")[-len(told[0]) :] == list(told[0])
    assert names_in_help("import") == import_names()
    assert names_in_help("cards") == list(cards._record(load_deck().cards[0], "nl"))


def import_names() -> list[str]:
    """What import says, and what each part of it says, in the order of the help."""
    dossier, session = dossiers()[0], Session(id=SessionId("s"), trajectory=TrajectoryId("t"), started_at=NOW)
    coming, fault = moving.Coming("x.json", dossier, "client.code"), Fault(file="x.json", key="not-json")
    return [
        *("imported", "dossiers", *moving_cli._dossier_record(coming)),
        *("notes", *moving_cli._note_record("x.md", session)),
        *("faults", *moving_cli._fault_record(fault, texts_in("nl"))),
    ]


def names_in_help(name: str) -> list[str]:
    options = [each for each in command_named(name).params if isinstance(each, click.Option)]
    return re.findall(r'"(\w+)"', next(each.help or "" for each in options if "--json" in each.opts))
