"""What stands around a line that was found: the story of its talk, or the record it is in. For reading."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.lines import Line as FoundLine
from sessionpad.domain.lines import lines_of
from sessionpad.domain.words import Words
from sessionpad.i18n.lines import kind_of
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.widgets.dossier_rows import session_story
from sessionpad.ui.widgets.found_rows import marked_words
from sessionpad.ui.widgets.line import Line
from sessionpad.ui.widgets.marked_page import MarkedPage

ABOVE = 3
"""Lines that stay visible above the one that was found."""
HEAD = 2
"""Lines of a story before the first note."""


class StoryScreen(PadScreen):
    """Dismissed with True when the dossier is to be opened.

    Args:
        dossier: the dossier the line stands in.
        line: the line.
        words: what was looked for.
        now: the present moment.
        may_open: whether the dossier can be opened from here.
    """

    CSS_PATH = "story.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("open dossier"), id="open", tooltip=N_("Open the dossier"), priority=True),
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Back to what was found"), priority=True),
    ]

    def __init__(
        self, texts: Texts, dossier: Dossier, line: FoundLine, words: Words, now: datetime, *, may_open: bool
    ) -> None:
        super().__init__(texts)
        self._dossier = dossier
        self._line = line
        self._words = words
        self._now = now
        self._may_open = may_open

    @property
    def way(self) -> str:
        line = self._line
        return f"story({self._dossier.id!r}, {line.path!r}, {line.record!r}, {line.row})"

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
        with VerticalScroll(id="scroll"):
            yield MarkedPage(self.texts)

    def on_mount(self) -> None:
        self.relabel()
        self.call_after_refresh(self._to_line)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        return self._may_open if action == "open" else True

    def relabel(self) -> None:
        heading = f"{self._dossier.client.code} · {kind_of(self._line, self.texts)}"
        self.query_one("#title", Line).content = Content.styled(heading, "bold")
        lines = self._lines()
        found = self._place(lines)
        if lines:
            lines[found] = marked_words(lines[found].plain, self._words)
        self.query_one(MarkedPage).show(lines, found)

    def _lines(self) -> list[Content]:
        session = next((each for each in self._dossier.sessions if each.id == self._line.session), None)
        if session is not None:
            story = session_story(self._dossier, session, self.texts, self._now)
            return story.split("\n", allow_blank=True)
        same = (each for each in lines_of(self._dossier) if self._is_beside(each))
        return [Content(each.text) for each in same]

    def _is_beside(self, line: FoundLine) -> bool:
        table = self._line.path.partition(".")[0]
        return line.path.partition(".")[0] == table and line.record == self._line.record

    def _place(self, lines: list[Content]) -> int:
        """Which of the lines it is: the one with its text, that is nearest to where it stood in the notes."""
        text = self._line.text.strip("…")
        same = [at for at, line in enumerate(lines) if text in line.plain]
        fitting = same or [at for at, line in enumerate(lines) if self._words.are_in(line.plain)]
        return min(fitting, key=lambda at: abs(at - HEAD - self._line.row), default=0)

    def _to_line(self) -> None:
        scroll = self.query_one("#scroll", VerticalScroll)
        top = max(self.query_one(MarkedPage).above - ABOVE, 0)
        scroll.scroll_to(y=top, animate=False)

    def action_open(self) -> None:
        self.dismiss(True)  # noqa: FBT003  the value is the answer

    def action_back(self) -> None:
        self.dismiss(None)
