"""The real program in a pseudo terminal, with every byte it draws kept: quicker than tmux, and nothing is missed."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import pyte

PATIENCE: Final = 30.0
"""Seconds to wait for what must come, on a machine that has other things to do."""
LEFT: Final = b"\x1b[?1049l"
"""What the program sends when it gives the ordinary screen back."""
_FRAME: Final = b"\x1b[?2026l"
"""The end of one picture; pictures are looked at whole."""
_NOT_PYTE: Final = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?\d+\$p|\x1bP[^\x1b]*\x1b\\|\x1b_[^\x1b]*\x1b\\")
"""Questions to the terminal, and settings the emulator does not know."""
_SYNCHRONISED: Final = (b"\x1b[?2026$p", b"\x1b[?2026;2$y")


class PtyScreen:
    """One program in a terminal. Leave it with `close`.

    Args:
        words: the program and its arguments.
        environ: all it has for an environment.
        cwd: where it runs.
        columns: width of the terminal.
        rows: its height.
        stderr: a file for what it says on standard error; the terminal when None.
    """

    def __init__(
        self, words: Sequence[str], environ: Mapping[str, str], cwd: Path, *, columns: int = 120, rows: int = 40
    ) -> None:
        self.drawn = bytearray()
        """Every byte, in order."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._waiting = b""
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.chdir(cwd)
            os.execvpe(words[0], list(words), {**environ, "TERM": "xterm-256color"})
        self._status: int | None = None

    @property
    def lines(self) -> list[str]:
        return self._screen.display

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def send(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())

    def look(self, seconds: float, seen: Callable[[], object] = lambda: None) -> bool:
        """Take in what is drawn within this time. Returns whether there was anything.

        Args:
            seconds: how long to wait for it.
            seen: called after each whole picture.
        """
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # the other side is gone
            return False
        self.drawn += data
        if _SYNCHRONISED[0] in data:
            os.write(self._terminal, _SYNCHRONISED[1])
        *whole, self._waiting = (self._waiting + data).split(_FRAME)
        for picture in whole:
            self._stream.feed(_NOT_PYTE.sub(b"", picture))
            seen()
        return bool(data)

    def wait(self, pattern: str) -> str:
        """The screen as soon as it shows this."""
        end = time.monotonic() + PATIENCE
        while not re.search(pattern, self.text):
            assert time.monotonic() < end, f"{pattern!r} did not appear in:\n{self.text}\n{bytes(self.drawn[-500:])!r}"
            self.look(0.1)
        return self.text

    def kill(self, number: int = signal.SIGKILL) -> None:
        os.kill(self.pid, number)

    def wait_for_end(self) -> int:
        """The exit code, or the signal that ended it below zero; all it drew is taken in."""
        end = time.monotonic() + PATIENCE
        while self._status is None:
            assert time.monotonic() < end, f"it did not end:\n{self.text}"
            self.look(0.02)
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self._status = os.waitstatus_to_exitcode(status)
        while self.look(0):
            pass
        return self._status

    @property
    def farewell(self) -> bytes:
        """What stands on the ordinary screen after the program gave it back."""
        return bytes(self.drawn).rpartition(LEFT)[2] if LEFT in self.drawn else b""

    def close(self) -> None:
        if self._status is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._terminal)
