"""Lines to read, with one of them pointed at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from textual.content import Content
from textual.geometry import Size

from sessionpad.i18n.texts import Texts
from sessionpad.ui.widgets.speaking import Speaking

SIGN: Final = "▸ "


class MarkedPage(Speaking):
    DEFAULT_CSS = "MarkedPage { height: auto; width: 1fr; }"

    def __init__(self, texts: Texts, *, id: str | None = None) -> None:  # noqa: A002  Textual's own name
        super().__init__(texts, id=id)
        self._lines: Sequence[Content] = ()
        self._marked = 0

    def show(self, lines: Sequence[Content], marked: int) -> None:
        """Show these lines and point at one of them."""
        self._lines, self._marked = lines, marked
        self.refresh(layout=True)

    @property
    def above(self) -> int:
        """How many rows there are above the line that is pointed at."""
        return len(list(self._wrapped(self._lines[: self._marked], self.content_size.width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        return len(list(self._wrapped(self._lines, width)))

    def render(self) -> Content:
        return Content("\n").join(self._wrapped(self._lines, self.content_size.width))

    def _wrapped(self, lines: Sequence[Content], width: int) -> Iterator[Content]:
        for number, line in enumerate(lines):
            sign = Content.styled(SIGN, "$accent") if number == self._marked else Content(" " * len(SIGN))
            for part in line.wrap(max(width - len(SIGN), 1)):
                yield sign + part
                sign = Content(" " * len(SIGN))
