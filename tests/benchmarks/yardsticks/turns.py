"""The program itself, with a pulse in its event loop: writes every gap between two beats to a file when it ends.

Its arguments: the file, `saving` or `never` for how what is typed is saved, and then those of `sessionpad`.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from time import perf_counter
from typing import Final

from sessionpad.cli.main import main

BEAT: Final = 0.001
"""Seconds between two beats when nothing is in the way."""
NEVER: Final = 3600.0


class Pulse(asyncio.DefaultEventLoopPolicy):
    """Gives event loops that note how late each beat comes: a long turn and a thread that keeps Python both count."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[tuple[float, float]] = []

    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        loop = super().new_event_loop()
        last = perf_counter()

        def beat() -> None:
            nonlocal last
            now = perf_counter()
            self.gaps.append((now, now - last))
            last = now
            loop.call_later(BEAT, beat)

        loop.call_soon(beat)
        return loop


def run(file: Path, saving: str) -> None:
    if saving == "never":
        from sessionpad.ui.launch import quieten  # noqa: PLC0415  Textual is loaded only after it

        quieten()
        from sessionpad.ui.screens import kept  # noqa: PLC0415  idem

        kept.TYPING = NEVER  # type: ignore[misc]  # the very thing that is measured
    pulse = Pulse()
    asyncio.set_event_loop_policy(pulse)
    try:
        main()
    finally:
        file.write_text("".join(f"{at!r} {gap!r}\n" for at, gap in pulse.gaps))


if __name__ == "__main__":
    where, how = sys.argv[1:3]
    sys.argv[1:3] = []
    run(Path(where), how)
