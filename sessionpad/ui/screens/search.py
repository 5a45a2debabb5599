"""Words looked for in this dossier or in all of them; what is found comes while one looks, and opens at its line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from sessionpad.desk.desk import Desk
from sessionpad.desk.searching import Progress
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.domain.lines import Line as FoundLine
from sessionpad.domain.lines import lines_of
from sessionpad.domain.words import Words
from sessionpad.errors import SessionpadError
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.screens.going import Going, Judge, Target
from sessionpad.ui.widgets.found_rows import found_row
from sessionpad.ui.widgets.line import Label, Line
from sessionpad.ui.widgets.plain import PlainInput
from sessionpad.ui.widgets.rows import LateRow, Rows

PAUSE: Final = 0.2
"""Seconds without a key before it is looked for."""
SHOWN: Final = 0.1
"""Seconds between two times that the list is drawn anew while results come in."""
EVERYWHERE: Final = "everywhere"
MOST: Final = 300
"""Lines that are shown; who gets so many needs another word."""


@dataclass(frozen=True)
class Hit:
    dossier: DossierId
    code: str
    line: FoundLine


class SearchScreen(PadScreen):
    """Dismissed with the place to go to, or None when the coach goes back to where this was opened.

    Args:
        desk: where the dossiers are.
        judge: says what can be done with a line that was found.
        dossier: the one that is open, looked through first; None looks through all.
        words: what is looked for at once.
    """

    CSS_PATH = "search.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("go to this line"), id="choose", tooltip=N_("Show the line"), priority=True),
        Binding(
            "ctrl+f",
            "scope",
            N_("this dossier/all"),
            id="seek",
            tooltip=N_("Look in all dossiers, or in the open one alone"),
            priority=True,
        ),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding(
            "escape",
            "back",
            N_("stop, back"),
            id="back",
            tooltip=N_("Stop looking; once more goes back"),
            priority=True,
        ),
    ]

    def __init__(self, texts: Texts, desk: Desk, judge: Judge, dossier: Dossier | None = None, words: str = "") -> None:
        super().__init__(texts)
        self._desk = desk
        self._judge = judge
        self._searching = desk.searching()
        self._dossier = dossier
        self._is_everywhere = dossier is None
        self._first_words = words
        self._words = Words("")
        self._hits: list[Hit] = []
        self._progress: Progress | None = None
        self._is_looking = False
        self._has_news = False
        self._pause: Timer | None = None

    @property
    def way(self) -> str:
        return "seek"

    def spot(self) -> str:
        return EVERYWHERE if self._is_everywhere else ""

    def stand(self, spot: str) -> None:
        if self._is_everywhere != (spot == EVERYWHERE):
            self.action_scope()

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
        yield PlainInput(self._first_words, id="words", compact=True, select_on_focus=False)
        rows = Rows(self._rows, id="found")
        rows.can_focus = False
        yield rows
        yield Label(self.texts, "", id="empty")

    def on_mount(self) -> None:
        self.relabel()
        self.query_one("#words", PlainInput).focus()
        self.run_worker(self._searching.start(), exit_on_error=False)
        self._begin()
        self.set_interval(SHOWN, self._show_news)

    def on_unmount(self) -> None:
        self._searching.stop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        return self._dossier is not None if action == "scope" else True

    def relabel(self) -> None:
        self.query_one("#words", PlainInput).placeholder = self.texts.say(N_("Type the words, in any order"))
        self._show()

    # looking

    @on(Input.Changed, "#words")
    def _typed(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._begin)

    def _begin(self) -> None:
        """Look for what is typed now, and no longer for what was typed before."""
        typed = self.query_one("#words", PlainInput).value
        self._words = Words(typed)
        self._hits, self._progress = [], None
        self.hush()
        self.workers.cancel_group(self, "search")
        self._searching.stop()
        self._is_looking = bool(self._words)
        self._show()
        if self._words:
            self.run_worker(self._look(typed), group="search", exclusive=True, exit_on_error=False)

    async def _look(self, typed: str) -> None:
        everywhere, dossier = self._is_everywhere, self._dossier
        coming = (
            self._searching.everywhere(typed)
            if everywhere or dossier is None
            else self._searching.in_dossier(dossier, typed)
        )
        async for each in coming:
            if isinstance(each, Progress):
                self._progress = each
            else:
                self._hits += [Hit(each.dossier, each.code, line) for line in each.lines]
            if len(self._hits) > MOST:
                self._searching.stop()
                self.say(N_("These are the first {number}; one word more leaves fewer."), number=MOST)
                break
            self._has_news = True
        self._is_looking = False
        self._show()
        self._tell_unread()

    def _tell_unread(self) -> None:
        unread = self._progress.unread if self._progress else 0
        if unread:
            self.say_line(
                self.texts.count("{number} dossier cannot be read.", "{number} dossiers cannot be read.", unread)
            )

    # what is shown

    def _show_news(self) -> None:
        if self._has_news:
            self._show()

    def _show(self) -> None:
        self._has_news = False
        del self._hits[MOST:]
        rows, title = self.query_one("#found", Rows), self.query_one("#title", Line)
        rows.rebuild()
        title.content = Content.assemble((self._where(), "bold"), (f"  ·  {self._how_far()}", "$quiet"))
        empty = self.query_one("#empty", Label)
        empty.text = "" if rows.keys else self._nothing()
        empty.display = not rows.keys

    def _where(self) -> str:
        if self._is_everywhere or self._dossier is None:
            return self.texts.say(N_("Looking in all dossiers"))
        return self.texts.say(N_("Looking in the dossier of {code}"), code=self._dossier.client.code)

    def _how_far(self) -> str:
        lines = self.texts.count("{number} line", "{number} lines", len(self._hits))
        if self._progress is None or not self._is_everywhere:
            return lines
        looked = self.texts.say(N_("{looked} of {all} dossiers"), looked=self._progress.looked, all=self._progress.of)
        return f"{lines}  ·  {looked}"

    def _nothing(self) -> str:
        if not self._words:
            return N_(
                "Notes, tasks, goals and everything else that was typed. Accents and capitals make no difference."
            )
        return N_("Looking...") if self._is_looking else N_("There is no line with all these words.")

    def _rows(self, width: int) -> Sequence[LateRow]:
        return [LateRow(partial(self._row, hit, width), str(number)) for number, hit in enumerate(self._hits)]

    def _row(self, hit: Hit, width: int) -> Content:
        code = hit.code if self._is_everywhere else ""
        return found_row(hit.line, self._words, code, self.texts, self._desk.today, width)

    def action_move(self, by: int) -> None:
        self.query_one("#found", Rows).action_move(by)

    # going

    def action_scope(self) -> None:
        self._is_everywhere = not self._is_everywhere
        self._begin()

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        chosen = self.query_one("#found", Rows).chosen
        if not chosen:
            return
        hit = self._hits[int(chosen)]
        try:
            dossier = self._opened(hit.dossier)
        except SessionpadError as error:
            self.say_trouble(error)
            return
        if self._judge(dossier, hit.line) is Going.WRITE:
            self.dismiss(self._place(dossier, hit.line))
        else:
            self._tell_story(dossier, hit.line)

    def action_story(self, dossier_id: str, path: str, record: str, row: int) -> None:
        """To what stands around this line, as long as it is there."""
        try:
            dossier = self._opened(DossierId(dossier_id))
        except SessionpadError as error:
            self.say_trouble(error)
            return
        same = (line for line in lines_of(dossier) if (line.path, line.record, line.row) == (path, record, row))
        line = next(same, None)
        if line is not None:
            self._words = Words(self.query_one("#words", PlainInput).value)
            self._tell_story(dossier, line)

    def _tell_story(self, dossier: Dossier, line: FoundLine) -> None:
        from sessionpad.ui.screens.story import StoryScreen  # noqa: PLC0415  only when there is a line to show

        may_open = self._judge(dossier, line) is Going.OPEN
        story = StoryScreen(self.texts, dossier, line, self._words, self._desk.now, may_open=may_open)
        self.app.push_screen(story, partial(self._read, dossier.id))

    def _place(self, dossier: Dossier, line: FoundLine) -> Target:
        """The first word of the line, in the notes as they are."""
        text = dossier.session(line.session).notes[line.row].text if line.session else ""
        column = min((start for start, _ in self._words.spans(text)), default=0)
        return Target(dossier.id, line.row, column, is_for_writing=True)

    def _opened(self, dossier_id: DossierId) -> Dossier:
        if self._dossier is not None and self._dossier.id == dossier_id:
            return self._dossier
        return self._desk.open(dossier_id).dossier

    def _read(self, dossier_id: DossierId, wants_it: object) -> None:
        if wants_it:
            self.dismiss(Target(dossier_id))

    def action_back(self) -> None:
        if self._is_looking and self._is_everywhere:
            self.workers.cancel_group(self, "search")
            self._searching.stop()
            self._is_looking = False
            self._show()
            self.say(N_("Stopped."))
        else:
            self.dismiss(None)
