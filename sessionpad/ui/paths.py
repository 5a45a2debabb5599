"""The way down from a screen to one of its widgets, as numbers: the same on a screen that is made again."""

from __future__ import annotations

from textual.screen import Screen
from textual.widget import Widget

Path = tuple[int, ...]
"""Which child of which child."""


def path_of(widget: Widget) -> Path:
    steps: list[int] = []
    for node in widget.ancestors_with_self:
        if isinstance(node, Screen) or not isinstance(node, Widget) or node.parent is None:
            break
        steps.append(node.parent.children.index(node))
    return tuple(reversed(steps))


def widget_at(screen: Screen[object], path: Path) -> Widget | None:
    """The widget at the end of that way, when it goes that far."""
    here: Widget = screen
    for step in path:
        if step >= len(here.children):
            return None
        here = here.children[step]
    return here
