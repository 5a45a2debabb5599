"""What really stands on the terminal: every frame that was drawn, put together cell by cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from rich.cells import cell_len
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip

Cell: TypeAlias = tuple[str, Style | None]


def cells_of(strip: Strip) -> list[Cell]:
    """One for each cell; the second half of a wide sign is empty, and an accent stands with its letter."""
    cells: list[Cell] = []
    for text, style, _ in strip:
        for sign in text:
            wide = cell_len(sign)
            if not wide and cells:
                cells[-1] = (cells[-1][0] + sign, cells[-1][1])
            else:
                cells += [(sign, style), *[("", style)] * (wide - 1)]
    return cells


class Glass:
    """Looks over the shoulder of an app: only what it sends to the terminal is seen."""

    def __init__(self, app: App[Any]) -> None:
        self.rows: dict[int, dict[int, Cell]] = {}
        self.drawn: list[set[int]] = []
        """Which rows each frame touched."""
        self._show = app._display
        app._display = self._see  # type: ignore[method-assign, assignment]  # only frames come here

    def _see(self, screen: Screen[Any], frame: object) -> None:
        if isinstance(frame, LayoutUpdate):
            self.rows.clear()
            for y, strips in enumerate(frame.strips):
                self._put(y, 0, cells_of(Strip.join(strips)))
            self.drawn.append(set(self.rows))
        elif isinstance(frame, ChopsUpdate):
            for y, first, last in frame.spans:
                for x, strip in frame.chops[y].items():
                    if strip is not None:
                        self._put(y, x, cells_of(strip), first, last)
            self.drawn.append({y for y, _, _ in frame.spans})
        self._show(screen, frame)  # type: ignore[arg-type]  # handed on as it came

    def _put(self, y: int, x: int, cells: Iterable[Cell], first: int = 0, last: int = 1_000) -> None:
        row = self.rows.setdefault(y, {})
        for place, cell in enumerate(cells, x):
            if first <= place < last:
                row[place] = cell

    def row(self, y: int, width: int) -> list[Cell]:
        return [self.rows.get(y, {}).get(x, (" ", None)) for x in range(width)]
