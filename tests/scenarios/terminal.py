"""A real terminal to run the program in: tmux, on a socket of its own, looked at until it shows what is waited for."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.scenarios.script import environment

PATIENCE: Final = 40.0
"""Seconds to wait for what must appear, on a machine that has other things to do."""
LOOK: Final = 0.05
RUN: Final = """#!/bin/sh
sh -c 'echo $$ >pid; exec "$@"' sh "$@"
echo $? >exit.part
mv exit.part exit
"""
"""Writes down the process, and how it ended: a terminal may forget to say so."""
CONFIGURATION: Final = "set -g remain-on-exit on\nset -g status off\nset -sg escape-time 0\n"


class Terminal:
    """One program in a terminal of `columns` by `rows`. Leave it with `close`.

    Args:
        home: where the program runs.
        words: the program and its arguments.
        columns: width of the terminal.
        rows: its height.
    """

    def __init__(self, home: Path, words: Sequence[str], *, columns: int = 80, rows: int = 24) -> None:
        self._environment = environment(home, LC_CTYPE="C.UTF-8")
        configuration, script, self._home = home / "tmux.conf", home / "run.sh", home
        configuration.write_text(CONFIGURATION)
        script.write_text(RUN)
        self._tmux = ("tmux", "-u", "-f", str(configuration), "-L", f"sessionpad-{home.name}-{time.monotonic_ns()}")
        self._do("new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", str(home), "sh", str(script), *words)

    def _do(self, *words: str) -> str:
        ran = subprocess.run(
            [*self._tmux, *words], capture_output=True, text=True, env=self._environment, timeout=PATIENCE, check=True
        )
        return ran.stdout

    @property
    def screen(self) -> str:
        return self._do("capture-pane", "-p")

    @property
    def title(self) -> str:
        """What the program gave the terminal for a title."""
        return self._do("display-message", "-p", "#{pane_title}")

    @property
    def pid(self) -> int:
        return int((self._home / "pid").read_text())

    def keys(self, *names: str) -> None:
        """Press keys by tmux's names, such as Enter or C-t."""
        self._do("send-keys", *names)

    def type(self, text: str) -> None:
        self._do("send-keys", "-l", text)

    def resize(self, columns: int, rows: int) -> None:
        self._do("resize-window", "-x", str(columns), "-y", str(rows))

    def wait(self, pattern: str) -> str:
        """The screen as soon as it shows this."""
        end = time.monotonic() + PATIENCE
        while not re.search(pattern, screen := self.screen):
            assert time.monotonic() < end, f"{pattern!r} did not appear in:\n{screen}"
            time.sleep(LOOK)  # another program draws it: there is nothing to await, only to look again
        return screen

    def wait_for_end(self) -> int:
        """The exit code of the program, once it has one."""
        end = time.monotonic() + PATIENCE
        while not (exit_code := self._home / "exit").exists():
            assert time.monotonic() < end, f"it did not end:\n{self.screen}"
            time.sleep(LOOK)
        return int(exit_code.read_text())

    def close(self) -> None:
        subprocess.run([*self._tmux, "kill-server"], capture_output=True, timeout=PATIENCE, check=False)
