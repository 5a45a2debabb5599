"""What is kept of a locked pad, and the way back through its screens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from textual.app import App
from textual.screen import Screen

from sessionpad.desk.desk import Desk
from sessionpad.ui.leaving import typed_through
from sessionpad.ui.places import Place, place_of, scroll_back, take_place
from sessionpad.ui.screens.base import PadScreen

COPIED: Final = "copied"
PATIENCE: Final = 10.0
"""Seconds to wait for a screen to be made."""


@dataclass(frozen=True)
class Kept:
    """Where one was, screen by screen, and what was half typed there."""

    places: tuple[Place, ...]
    words: bytes
    """What was half typed on each of the screens, and copied: sealed for the key of the vault."""


def keep(screens: Sequence[Screen[object]], desk: Desk, copied: str) -> Kept:
    way = list(_way(screens))
    words = [*(screen.half_typed() for screen in way), {COPIED: copied}]
    return Kept(tuple(map(place_of, way)), desk.seal_words(words))


def _way(screens: Sequence[Screen[object]]) -> Iterator[PadScreen]:
    """The screens one comes back to: from the first one that is ours, up to one that does not say how it is opened."""
    is_first = True
    for screen in screens:
        if isinstance(screen, PadScreen) and (is_first or screen.way):
            is_first = False
            yield screen
        elif not is_first:
            return


def copied_of(kept: Kept, desk: Desk) -> str:
    """What was copied before the pad was locked."""
    return _words(kept, desk)[-1].get(COPIED, "")


def _words(kept: Kept, desk: Desk) -> Sequence[Mapping[str, str]]:
    return desk.sealed_words(kept.words) or [{}] * (len(kept.places) + 1)


async def walk_back(app: App[int], kept: Kept, desk: Desk) -> None:
    """From the first screen to where one was, or as far as that is still there."""
    for place, words in zip(kept.places, _words(kept, desk), strict=False):
        before = app.screen
        if place.way:
            await app.run_action(place.way, before)
        here = app.screen
        if not isinstance(here, PadScreen) or (place.way and here is before):
            return
        await typed_through(here, app, patience=PATIENCE)
        await take_place(here, place, words)


async def look_again(app: App[int], kept: Kept) -> None:
    """The same part in view, when one came all the way back."""
    *_, last = kept.places
    if isinstance(app.screen, PadScreen) and app.screen.way == last.way:
        await scroll_back(app.screen, last)
