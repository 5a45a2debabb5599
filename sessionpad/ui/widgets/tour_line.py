"""What the tour says, at the foot of the screen; it takes no caret and no key."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from sessionpad.ui.widgets.speaking import Speaking


class TourLine(Speaking):
    DEFAULT_CSS = "TourLine { height: auto; max-height: 3; padding: 0 1; background: $boost; }"

    said: reactive[tuple[str, str]] = reactive(("", ""), layout=True)

    def render(self) -> Content:
        how_far, what = self.said
        return Content.assemble((f"{how_far}  ", "bold $accent"), what)
