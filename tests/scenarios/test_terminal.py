"""The real program in a real terminal: what a coach presses, and what stands there afterwards."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from sessionpad.desk.door import Door
from sessionpad.domain.notes import text_of
from sessionpad.errors import WrongPassphrase
from tests.scenarios.script import PROGRAM, run
from tests.scenarios.template import PASSPHRASE
from tests.scenarios.terminal import Terminal

pytestmark = pytest.mark.tmux

NOTE: Final = "Hé, ënig café: ‘zó’"
DUTCH: Final = (*PROGRAM, "--lang", "nl")
SAVED: Final = r"bewaard \d\d:\d\d"

Opening = Callable[..., Terminal]


@pytest.fixture
def opening(tmp_path: Path) -> Iterator[Opening]:
    """Opens a terminal in a folder; it is gone after the test, and the program in it too."""
    opened: list[Terminal] = []

    def open_one(words: tuple[str, ...], **size: int) -> Terminal:
        opened.append(Terminal(tmp_path, words, **size))
        return opened[-1]

    yield open_one
    for terminal in opened:
        terminal.close()


def begin_talk(terminal: Terminal) -> None:
    terminal.wait(r"5 cliënten")
    terminal.keys("Enter")
    terminal.wait("GESPREKKEN")
    terminal.keys("Enter")
    terminal.wait(r"gesprek 3 van")


def note_and_task(terminal: Terminal) -> None:
    terminal.type(NOTE)
    terminal.wait(NOTE)
    terminal.keys("C-t")
    terminal.wait("@ik @samen")
    terminal.type("brief openen @samen !vr")
    terminal.wait(r"samen · vr \d+")
    terminal.keys("Enter")
    terminal.wait(r"Taak: .*brief openen")


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
def test_a_talk_from_the_list_to_the_end(opening: Opening, columns: int, rows: int) -> None:
    """Open a client, note, catch a task, see it saved and quit: a few keys, exit code 0, and nothing left on screen."""
    terminal = opening((*DUTCH, "demo"), columns=columns, rows=rows)
    begin_talk(terminal)
    note_and_task(terminal)
    screen = terminal.wait(SAVED)
    assert NOTE in screen
    terminal.keys("C-q")
    assert terminal.wait_for_end() == 0
    assert NOTE not in terminal.screen


def test_the_screen_is_turned_around_and_back(opening: Opening) -> None:
    """F12 shows what the client may read, F12 goes back to the same caret, and the title never names anyone."""
    terminal = opening((*DUTCH, "demo"), columns=120, rows=40)
    terminal.wait(r"5 cliënten")
    title = terminal.title
    begin_talk(terminal)
    terminal.type(NOTE)
    terminal.wait(NOTE)
    terminal.keys("Left")
    terminal.type("?")
    terminal.wait("zó[?]’")
    terminal.keys("F12")
    assert "café" not in terminal.wait("MIJN DOEL")
    assert terminal.title == title
    terminal.keys("F12")
    terminal.wait("zó[?]’")
    terminal.type("!")
    terminal.wait("zó[?]!’")
    assert terminal.title == title


def test_what_was_typed_survives_a_sigterm(opening: Opening, tmp_path: Path) -> None:
    """Ended from outside in the middle of a word, the program saves first, and says with 143 how it ended."""
    assert run(tmp_path, "--lang", "nl", "demo", "--keep", "vault").returncode == 0
    (tmp_path / "pass").write_text("demo\n")
    terminal = opening((*DUTCH, "--vault", "vault", "--passphrase-file", "pass"))
    begin_talk(terminal)
    note_and_task(terminal)
    terminal.type(" en nog een halve zi")
    terminal.wait("een halve zi")
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.wait_for_end() == 128 + signal.SIGTERM

    tasks = json.loads(run(tmp_path, "--passphrase-file", "pass", "tasks", "A.", "--json").stdout)
    assert tasks[-1]["text"] == "brief openen"
    assert tasks[-1]["owner"] == "together"
    desk = Door(tmp_path / "vault").unlock("demo")
    try:
        dossier = desk.open(desk.find("A.")).dossier
    finally:
        desk.close()
    assert text_of(dossier.sessions[-1].notes) == f"{NOTE} en nog een halve zi"


def test_a_terminal_that_is_too_small_loses_nothing(opening: Opening) -> None:
    """In 40 by 10 there is one sentence; back at 80 by 24 everything is there, and the caret where it was."""
    terminal = opening((*DUTCH, "demo"), columns=40, rows=10)
    terminal.wait(r"sessionpad heeft 60 kolommen")
    terminal.resize(80, 24)
    begin_talk(terminal)
    terminal.type(NOTE)
    terminal.wait(NOTE)
    terminal.resize(40, 10)
    assert NOTE not in terminal.wait(r"sessionpad heeft 60 kolommen")
    terminal.resize(80, 24)
    terminal.wait(NOTE)
    terminal.type(" en verder")
    terminal.wait(f"{NOTE} en verder")
    terminal.keys("C-q")
    assert terminal.wait_for_end() == 0


def test_the_passphrase_is_asked_while_the_note_comes_from_a_file(opening: Opening, home: Path) -> None:
    """Standard input may be the note: the passphrase is asked on the terminal all the same, and not shown."""
    (home / "brief.txt").write_text("uit een bestand\n", "utf-8")
    terminal = opening(("sh", "-c", f"exec {' '.join(DUTCH)} note A. < brief.txt"))
    terminal.wait("Wachtzin:")
    terminal.type(PASSPHRASE)
    terminal.keys("Enter")
    assert PASSPHRASE not in terminal.wait("Genoteerd en bewaard")
    assert terminal.wait_for_end() == 0


def test_two_different_passphrases_make_no_vault(opening: Opening, tmp_path: Path) -> None:
    """A vault is made only when the same passphrase was typed twice."""
    terminal = opening((*DUTCH, "init"))
    for question, typed in (("Wachtzin:", PASSPHRASE), ("Nog eens dezelfde:", f"{PASSPHRASE}!")):
        terminal.wait(question)
        terminal.type(typed)
        terminal.keys("Enter")
    terminal.wait("niet gelijk")
    assert terminal.wait_for_end() == 2
    assert not (tmp_path / "vault").exists()


def test_erasing_asks_for_the_code(opening: Opening, home: Path) -> None:
    """On a terminal a client is erased only after the code or the name was typed; anything else changes nothing."""
    before = sorted((home / "vault").rglob("*.age"))
    for typed, said, left in (("J1", "Zo heet deze cliënt niet", True), ("Anneke", "Gewist", False)):
        terminal = opening((*DUTCH, "--passphrase-file", "pass", "erase", "A."))
        terminal.wait("Wordt gewist: het dossier van A., en 0 eerdere versies")
        terminal.wait("Typ de code of de naam")
        terminal.type(typed)
        terminal.keys("Enter")
        terminal.wait(said)
        assert terminal.wait_for_end() == (2 if left else 0)
        (home / "exit").unlink()
        assert (sorted((home / "vault").rglob("*.age")) == before) is left


def test_a_passphrase_is_changed_at_the_keys(opening: Opening, home: Path) -> None:
    """The present one is asked once and the new one twice; nothing of it is shown, and it opens the vault."""
    new = "een heel andere wachtzin"
    terminal = opening((*DUTCH, "passphrase"))
    for question, typed in (("Wachtzin:", PASSPHRASE), ("Nieuwe wachtzin:", new), ("Nog eens dezelfde:", new)):
        terminal.wait(question)
        terminal.type(typed)
        terminal.keys("Enter")
    screen = terminal.wait("De wachtzin is veranderd")
    assert terminal.wait_for_end() == 0
    assert PASSPHRASE not in screen
    assert new not in screen
    Door(home / "vault").unlock(new).close()
    with pytest.raises(WrongPassphrase):
        Door(home / "vault").unlock(PASSPHRASE)


def test_a_recovery_key_from_paper_is_typed(opening: Opening, home: Path) -> None:
    """The key as it was shown, typed once more without being shown, gives a new passphrase."""
    shown = run(home, "--passphrase-file", "pass", "recovery-key").stdout.decode().splitlines()
    new = "een heel andere wachtzin"
    terminal = opening((*DUTCH, "passphrase", "--recovery-key-file", "-"))
    for question, typed in (("Herstelsleutel", shown[-1]), ("Nieuwe wachtzin:", new), ("Nog eens dezelfde:", new)):
        terminal.wait(question)
        terminal.type(typed)
        terminal.keys("Enter")
    screen = terminal.wait("De wachtzin is veranderd")
    assert terminal.wait_for_end() == 0
    assert shown[-1] not in screen
    Door(home / "vault").unlock(new).close()
