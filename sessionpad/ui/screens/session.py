"""The conversation: last time's tasks, the notes, and the next good question, with few keys and no pop-ups."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.domain.ids import SessionId
from sessionpad.domain.notes import text_of
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.trajectory import goal_of, title_of
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.closing import ClosingScreen, Ended
from sessionpad.ui.screens.notes_table import NotesTable
from sessionpad.ui.steady import settle
from sessionpad.ui.widgets.capture_line import CaptureLine
from sessionpad.ui.widgets.card_pane import CardPane
from sessionpad.ui.widgets.find_line import FindLine
from sessionpad.ui.widgets.head_line import TalkTime
from sessionpad.ui.widgets.line import Line
from sessionpad.ui.widgets.notes_editor import NotesEditor
from sessionpad.ui.widgets.save_mark import SaveMark
from sessionpad.ui.widgets.task_pane import TaskPane
from sessionpad.ui.widgets.typed_line import TypedLine
from sessionpad.ui.widgets.why_line import WhyLine


class SessionScreen(NotesTable):
    CSS_PATH = "session.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f3",
            "round_off",
            N_("round off"),
            id="end",
            tooltip=N_("Summary, next appointment, last word"),
            priority=True,
        ),
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("To the notes, and from there to the dossier")),
    ]

    def __init__(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver, session: SessionId) -> None:
        super().__init__(texts, desk, pad, saver, session)

    @property
    def way(self) -> str:
        return f"resume({self.session_id!r})"

    # what is on it

    def compose_pad(self) -> Iterable[Widget]:
        session = self.session
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
            yield TalkTime(self.texts)
            yield SaveMark(self.texts)
        yield Line(self.texts, id="goal")
        with Horizontal(id="body"):
            yield TaskPane(self.texts, self.task_rows, id="tasks")
            with Vertical(id="middle"):
                times = [line.at for line in session.notes]
                yield NotesEditor(
                    text_of(session.notes), times, self.typed, read_only=self._desk.is_read_only, id="notes"
                )
                yield self.review
                yield self.talk
                yield FindLine(self.texts, self.to_notes)
                yield WhyLine(self.texts, self.give_back)
                yield CaptureLine(self.texts, self.give_back, self._pad.read_task, lambda: self._desk.today)
            yield CardPane(self.texts, self._desk.choices.address, id="cards")

    def on_mount(self) -> None:
        editor = self.query_one(NotesEditor)
        editor.move_cursor(editor.document.end)
        editor.focus()
        self.relabel()
        self._tick()
        self.set_interval(15, self._tick)
        self.call_after_refresh(self._laid)

    def _laid(self) -> None:
        self.lay_cards()
        self.call_after_refresh(settle)

    def relabel(self) -> None:
        self.query_one(CardPane).address = self._desk.choices.address
        self.query_one(TalkTime).planned = self._desk.choices.talk_minutes
        self.retitle()
        self.query_one(NotesEditor).spoken = self.texts.language
        self.query_one(NotesEditor).placeholder = self.texts.say(
            N_('Type what is said. + strength  - hindrance  " own words  ! for me alone  ? come back to  > task')
        )
        self.refresh_pad()

    def refresh_pad(self) -> None:
        dossier, session = self._pad.dossier, self.session
        title = title_of(dossier, session, self.texts, self._desk.today)
        self.query_one("#title", Line).content = Content.styled(title, "bold")
        self.query_one("#goal", Line).content = Content.assemble(
            (self.texts.say(N_("GOAL")), "bold $primary"), "  ", goal_of(dossier, self.texts)
        )
        self.query_one(TaskPane).show_tasks(dossier, session)
        self.refresh_sheets()
        self.show_states()

    def _tick(self) -> None:
        time = self.query_one(TalkTime)
        time.began, time.now = self.session.started_at, self._desk.now

    def changed(self) -> None:
        self.refresh_pad()

    # going on and back

    async def action_back(self) -> None:
        if not self.query_one(NotesEditor).has_focus:
            self.to_notes()
        elif self.has_class("-cards") and self.has_class("-narrow"):
            self.remove_class("-cards")
        elif await self.before_leaving():
            self.dismiss()

    async def before_leaving(self) -> bool:
        """A line that was only half typed becomes a line of the notes: nothing is lost on a way out."""
        for line in self.query(TypedLine):
            if half := line.half_typed():
                self.query_one(NotesEditor).add_last(half)
        return await super().before_leaving()

    async def action_round_off(self) -> None:
        self.take_in()
        screen = ClosingScreen(self.texts, self._desk, self._pad, self._saver, self.session_id)
        self.app.push_screen(screen, self._rounded_off)

    def _rounded_off(self, ended: object) -> None:
        self._saver.listen(self)
        if isinstance(ended, Ended):
            self.dismiss()
