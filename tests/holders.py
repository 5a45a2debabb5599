"""Who still holds a word: every object of this program that can be reached, looked through for it."""

from __future__ import annotations

import gc
import re
import sys
from collections import deque
from collections.abc import Iterator
from types import FrameType
from typing import Final

LONGEST: Final = 14
"""How many holders of a holder are named at most."""

Ways = dict[int, tuple[object, int]]
"""Every object that was reached by its id, with the id of the one that leads to it."""


def holders(pattern: str) -> list[str]:
    """A line for each text that fits the pattern: the part that fits, and the kinds of objects that lead to it.

    The pattern must not fit itself.
    """
    gc.unfreeze()
    gc.collect()
    text, data = re.compile(pattern), re.compile(pattern.encode())
    ways = _ways()
    found = []
    for key, (each, _) in ways.items():
        fit: re.Match[str] | re.Match[bytes] | None = None
        if isinstance(each, str):
            fit = text.search(each)
        elif isinstance(each, bytes | bytearray):
            fit = data.search(each)
        if fit is not None:
            found.append(f"{fit[0]!r} < {' < '.join(_named(ways, key))}")
    return sorted(found)


def _ways() -> Ways:
    """From the modules and from what every thread is in the middle of to everything; then to what only C code holds."""
    ways: Ways = {}
    ahead: deque[object] = deque()
    mine = {id(ways), id(ahead), id(sys._getframe())}
    mine.add(id(mine))

    def reach(each: object, above: int = 0) -> None:
        if id(each) not in ways and id(each) not in mine:
            ways[id(each)] = each, above
            ahead.append(each)

    def go_on() -> None:
        while ahead:
            here = ahead.popleft()
            for each in gc.get_referents(here):
                reach(each, id(here))
            if isinstance(here, FrameType):
                for each in here.f_locals.values():
                    reach(each, id(here))

    mine |= {id(reach), id(go_on)}
    for root in (sys.modules, *_frames()):
        reach(root)
    go_on()
    for each in gc.get_objects():
        reach(each)
    go_on()
    return ways


def _frames() -> Iterator[FrameType]:
    """Of every thread, without those of this module."""
    for top in sys._current_frames().values():
        frame: FrameType | None = top
        while frame is not None:
            if frame.f_code.co_filename != __file__:
                yield frame
            frame = frame.f_back


def _named(ways: Ways, key: int) -> Iterator[str]:
    for _ in range(LONGEST):
        _, key = ways[key]
        if key not in ways:
            return
        each = ways[key][0]
        name = getattr(each, "__qualname__", None) or getattr(each, "__name__", None)
        if isinstance(each, FrameType):
            name = each.f_code.co_qualname
        yield f"{type(each).__name__} {name}" if isinstance(name, str) else type(each).__name__
