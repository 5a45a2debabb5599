"""From the command line to the screen and out of it: what Textual is told beforehand, and a terminal that goes away."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from textwrap import dedent

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.notes import text_of
from sessionpad.store.identity import Identity
from sessionpad.store.vault import lay_vault, open_vault
from sessionpad.ui.launch import quieten
from sessionpad.ui.terminal import Paper
from tests.ui.conftest import dossier_of

PATIENCE = 30.0
"""Seconds to wait for what must come, on a machine that has other things to do."""

PROGRAM = dedent(
    """
    import os
    import sys
    from pathlib import Path
    from sessionpad.desk.desk import Desk
    from sessionpad.i18n.texts import texts_in
    from sessionpad.store.identity import Identity
    from sessionpad.store.vault import open_vault
    from sessionpad.ui.launch import launch

    folder = Path(sys.argv[1])
    folder.with_name("pid").write_text(str(os.getpid()))
    identity = Identity.from_text(folder.with_name("key").read_text())
    desk = Desk(open_vault(folder, identity, program="test"))
    code = launch(texts_in("nl"), desk=desk)
    desk.close()
    folder.with_name("code").write_text(str(code))
    """
)
"""The pad on a vault that needs no passphrase; its exit code goes to a file, because its shell is gone."""


def test_what_makes_textual_tell_tales_is_taken_away() -> None:
    """No log, debugger or screenshot of what is typed; kitty's keys are off, for dead keys; the rest is left alone."""
    environment = {
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_LOG": "/tmp/log",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_DRIVER": "other:Driver",
        "LANG": "nl_BE.UTF-8",
    }
    quieten(environment)
    assert environment == {"TEXTUAL_DISABLE_KITTY_KEY": "1", "TEXTUAL_FPS": "240", "LANG": "nl_BE.UTF-8"}


def test_drawing_without_a_terminal_does_nothing() -> None:
    """A write to a screen that is gone raises nothing, so that the program can end by itself."""
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb", closefd=False) as gone:
        paper = Paper(gone, encoding="utf-8")
        assert paper.write("x" * 100_000) == 100_000
        paper.flush()
        os.dup2(os.open(os.devnull, os.O_WRONLY), writing)
    os.close(writing)


class Shell:
    """A shell in a terminal of its own, with the pad in it."""

    def __init__(self, folder: Path) -> None:
        words = [sys.executable, "-c", PROGRAM, str(folder)]
        child, self.keyboard = pty.fork()
        if child == 0:
            os.environ.update(TERM="xterm-256color", COLUMNS="120", LINES="40")
            os.execvp("/bin/sh", ["sh", "-c", '"$@"; sleep 60', "sh", *words])
        self.pid = child
        self.seen = ""

    def wait_for(self, words: str) -> None:
        end = time.monotonic() + PATIENCE
        while words not in self.seen:
            assert time.monotonic() < end, self.seen[-2000:]
            if select.select([self.keyboard], [], [], 0.1)[0]:
                self.seen += os.read(self.keyboard, 65536).decode(errors="replace")

    def type(self, keys: str) -> None:
        os.write(self.keyboard, keys.encode())

    def close(self) -> None:
        """Close the window, as a person does."""
        os.close(self.keyboard)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A vault with one client; a program that still works on it afterwards is ended."""
    folder, identity = tmp_path / "vault", Identity.generate()
    lay_vault(folder, identity, b"not asked for")
    (tmp_path / "key").write_text(str(identity.key))
    desk = Desk(open_vault(folder, identity, program="test"))
    desk.new_client("A. 1")
    desk.close()
    yield folder
    if (tmp_path / "pid").exists() and not (tmp_path / "code").exists():
        with suppress(ProcessLookupError):
            os.kill(int((tmp_path / "pid").read_text()), signal.SIGKILL)


def test_closing_the_window_saves_and_ends(folder: Path) -> None:
    """The terminal gone in the middle of a word: what was typed is saved, the vault is free, and the program ends."""
    shell = Shell(folder)
    shell.wait_for("A. 1")
    shell.type("\r")
    shell.wait_for("GESPREKKEN")
    shell.type("\r")
    shell.wait_for("NOTITIES")
    shell.type("half een zi")
    shell.wait_for("half een zi")
    shell.close()
    end = time.monotonic() + PATIENCE
    while not (code := folder.with_name("code")).exists() or not code.read_text():
        assert time.monotonic() < end, "the program did not end"
        time.sleep(0.05)
    assert int(code.read_text()) == 128 + signal.SIGHUP
    os.waitpid(shell.pid, 0)
    desk = Desk(open_vault(folder, Identity.from_text(folder.with_name("key").read_text()), program="test"))
    try:
        assert not desk.is_read_only
        assert text_of(dossier_of(desk, "A. 1").sessions[-1].notes) == "half een zi"
    finally:
        desk.close()
