"""Where one was on a screen, in numbers and ids: what is kept while the vault is locked, when no word may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets.input import Selection as Marked
from textual.widgets.text_area import Selection

from sessionpad.ui.key_order import settled
from sessionpad.ui.leaving import drawn
from sessionpad.ui.paths import Path, path_of, widget_at
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.widgets.options import Options
from sessionpad.ui.widgets.rows import Rows
from sessionpad.ui.widgets.typed_line import TypedLine

Words = Mapping[str, str]
START: Final = Offset(0, 0)


@dataclass(frozen=True)
class Spot:
    """Where one was in one widget."""

    caret: tuple[tuple[int, int], tuple[int, int]] | None = None
    """Beginning and end of what is marked: a line and a column each, in one line only the column counts."""
    chosen: str = ""
    """Id of the row, or number of the option, one was on."""
    is_open: bool = False
    """Whether this line was open."""
    scroll: Offset = START


@dataclass(frozen=True)
class Place:
    """Where one was on one screen."""

    way: str
    """The action of the screen under it that opens it."""
    spot: str
    """What the screen itself says of it."""
    focus: Path
    spots: tuple[tuple[Path, Spot], ...]
    classes: frozenset[str]
    """Which drawers were open."""


def place_of(screen: PadScreen) -> Place:
    return Place(
        way=screen.way,
        spot=screen.spot(),
        focus=path_of(screen.focused) if screen.focused is not None else (),
        spots=tuple(_spots(screen)),
        classes=frozenset(screen.classes - _made_by_size(screen)),
    )


def _spots(screen: PadScreen) -> Iterator[tuple[Path, Spot]]:
    for widget in screen.query(Widget):
        scroll = widget.scroll_offset
        if isinstance(widget, TextArea):
            yield path_of(widget), Spot((widget.selection.start, widget.selection.end), scroll=scroll)
        elif isinstance(widget, Input):
            yield path_of(widget), Spot(((0, widget.selection.start), (0, widget.selection.end)), scroll=scroll)
        elif isinstance(widget, Rows):
            yield path_of(widget), Spot(chosen=widget.chosen, scroll=scroll)
        elif isinstance(widget, Options):
            yield path_of(widget), Spot(chosen=str(widget.at))
        elif isinstance(widget, TypedLine):
            yield path_of(widget), Spot(is_open=bool(widget.display))
        elif scroll:
            yield path_of(widget), Spot(scroll=scroll)


def _made_by_size(screen: PadScreen) -> set[str]:
    """Classes that say how large the window is: they are given anew."""
    breakpoints = (*(screen.HORIZONTAL_BREAKPOINTS or ()), *(screen.VERTICAL_BREAKPOINTS or ()))
    return {name for _, name in breakpoints}


async def take_place(screen: PadScreen, place: Place, words: Words) -> None:
    """Go and stand where one was, as far as that is still there, with what was half typed."""
    for name in place.classes:
        screen.add_class(name)
    screen.update_node_styles(animate=False)
    await _stand(screen, place, Rows)  # it may decide which fields there are to type in
    screen.type_again(words)
    screen.stand(place.spot)
    await _stand(screen, place, Widget)
    focus = widget_at(screen, place.focus)
    if focus is not None and focus.focusable:
        screen.set_focus(focus, scroll_visible=False)


async def _stand(screen: PadScreen, place: Place, kind: type[Widget]) -> None:
    for path, spot in place.spots:
        widget = widget_at(screen, path)
        if isinstance(widget, kind):
            await settled(widget)  # it knows its size, and what was typed again
            _stand_in(widget, spot)


def _stand_in(widget: Widget, spot: Spot) -> None:
    if isinstance(widget, TextArea) and spot.caret is not None:
        widget.selection = Selection(*map(widget.clamp_visitable, spot.caret))
    elif isinstance(widget, Input) and spot.caret is not None:
        (_, start), (_, end) = spot.caret
        longest = len(widget.value)
        widget.selection = Marked(min(start, longest), min(end, longest))
    elif isinstance(widget, Rows) and spot.chosen in widget.keys:
        widget.chosen = spot.chosen
    elif isinstance(widget, Options) and spot.chosen:
        widget.at = min(int(spot.chosen), max(len(widget.values) - 1, 0))
    elif isinstance(widget, TypedLine) and spot.is_open:
        widget.open()
    _scroll(widget, spot, immediate=True)


async def scroll_back(screen: PadScreen, place: Place) -> None:
    """Once more when everything was drawn and knows how much room it has."""
    await drawn(screen)
    for path, spot in place.spots:
        widget = widget_at(screen, path)
        if widget is not None:
            await settled(widget)
            _scroll(widget, spot, immediate=False)


def _scroll(widget: Widget, spot: Spot, *, immediate: bool) -> None:
    widget.scroll_to(spot.scroll.x, spot.scroll.y, animate=False, force=True, immediate=immediate)
