"""A bare pseudo terminal for measuring: it sends keys, reads what is drawn, and notes when it came."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic, perf_counter
from typing import Final, Self

ESCAPES: Final = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_][^\x1b]*\x1b\\|\x1b[()][0-9A-Za-z]|\x1b[=>78c]"
)
ANSWERS: Final = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;0$y", b"\x1b[c": b"\x1b[?62;22c"}
"""What a terminal says when it is asked what it can do: it draws a whole frame at a time (mode 2026)."""
READY: Final = "READYMARK"
"""What a yardstick shows on its first screen."""
FRAME: Final = 16.0
"""Milliseconds that a screen may stand still without anyone noticing."""
FRAME_ENDS: Final = b"\x1b[?2026l"
PATIENCE: Final = 60.0
GRACE: Final = 5.0
"""Seconds that a program gets to end by itself."""


class Terminal:
    """One program at the other end of a pseudo terminal; use it as a context manager.

    Args:
        words: the program and its arguments.
        columns: width.
        rows: height.
        environment: beside what is needed to run at all.
    """

    def __init__(
        self, words: Sequence[str], *, columns: int = 120, rows: int = 40, environment: Mapping[str, str] | None = None
    ) -> None:
        self.drawn = 0
        """Bytes so far."""
        self._unanswered = b""
        self.began = perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            _become(words, columns, rows, {**_surroundings(), **(environment or {})})
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def send(self, keys: bytes) -> None:
        os.write(self._terminal, keys)

    def read(self, patience: float) -> bytes:
        """What is drawn within so many seconds; nothing when nothing is."""
        if not select.select([self._terminal], [], [], max(patience, 0))[0]:
            return b""
        try:
            came = os.read(self._terminal, 1 << 16)
        except OSError:
            return b""
        self.drawn += len(came)
        self._answer(came)
        return came

    def _answer(self, came: bytes) -> None:
        heard = self._unanswered + came
        for question, answer in ANSWERS.items():
            while question in heard:
                heard = heard.replace(question, b"", 1)
                os.write(self._terminal, answer)
        self._unanswered = heard[-16:]

    def until(self, holds: Callable[[bytes], bool], *, patience: float = PATIENCE) -> float | None:
        """Read until the frames that were drawn since hold this; returns the moment, None when it did not come."""
        raw, end = b"", monotonic() + patience
        while monotonic() < end:
            came = self.read(end - monotonic())
            now = perf_counter()
            raw += came
            if came and raw.rstrip().endswith(FRAME_ENDS) | (FRAME_ENDS in came) and holds(ESCAPES.sub(b"", raw)):
                return now
        return None

    def shows(self, words: str | bytes, *, patience: float = PATIENCE) -> float:
        """Wait until these words are drawn; returns the moment.

        Raises:
            AssertionError: they did not come.
        """
        wanted = words.encode() if isinstance(words, str) else words
        moment = self.until(lambda seen: wanted in seen, patience=patience)
        assert moment is not None, f"{wanted!r} did not come"
        return moment

    def rest(self, quiet: float = 0.3, *, patience: float = 10.0) -> None:
        """Read until nothing has been drawn for so many seconds."""
        end = monotonic() + patience
        while monotonic() < end and self.read(quiet):
            pass

    def close(self) -> None:
        """End the program, and wait until it has ended."""
        end = monotonic() + GRACE
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            if monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
                end = monotonic() + GRACE
            self.read(0.02)
        os.close(self._terminal)


def yardstick(name: str, *words: str) -> tuple[str, ...]:
    """One of the small programs that ours are measured against."""
    return (sys.executable, "-m", f"tests.benchmarks.yardsticks.{name}", *words)


def _surroundings() -> dict[str, str]:
    """Nothing of this machine but where programs are and where home is."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
    }


def _become(words: Sequence[str], columns: int, rows: int, environment: Mapping[str, str]) -> None:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    try:
        os.execvpe(words[0], list(words), dict(environment))
    finally:
        os._exit(127)


def percentile(values: Sequence[float], percent: float) -> float:
    """With the places between two values filled in."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * percent / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def told(values: Sequence[float]) -> str:
    """Median, p95 and p99 in milliseconds."""
    middle = statistics.median(values) * 1000
    return f"median {middle:.1f} ms, p95 {percentile(values, 95) * 1000:.1f}, p99 {percentile(values, 99) * 1000:.1f}"


def say(line: str = "") -> None:
    """A line of the report, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
