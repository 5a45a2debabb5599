"""The tasks next to a talk: scored, caught in one line, talked about in full, and folded away when that is better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Captured, Pad
from sessionpad.desk.wordings import task_wordings
from sessionpad.domain.around import Parked
from sessionpad.domain.ids import SessionId, TaskId
from sessionpad.domain.scoring import Decision
from sessionpad.domain.task import State
from sessionpad.i18n.dates import long_date
from sessionpad.i18n.findings import finding_sentence
from sessionpad.i18n.tasks import describe_task_fully
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.wording import wording_sentence
from sessionpad.ui.rooms import TASKS
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.review_sheet import decision_in
from sessionpad.ui.screens.sheet_table import SheetTable
from sessionpad.ui.widgets.capture_line import CaptureLine
from sessionpad.ui.widgets.field import Entry
from sessionpad.ui.widgets.notes_editor import NotesEditor
from sessionpad.ui.widgets.press import Press
from sessionpad.ui.widgets.rows import Row
from sessionpad.ui.widgets.task_pane import TaskPane
from sessionpad.ui.widgets.task_rows import Made, gentle_rows, task_rows


class TaskTable(SheetTable):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f2",
            "tasks",
            N_("tasks"),
            id="tasks",
            tooltip=N_("Score the tasks of last time; F2 again goes back"),
            priority=True,
        ),
        Binding(
            "ctrl+t,f5", "capture", N_("task"), id="capture", tooltip=N_("Catch a task in one line"), priority=True
        ),
        Binding(
            "ctrl+g",
            "gentle",
            N_("what went better"),
            id="gentle",
            show=False,
            tooltip=N_("Fold the task list away and begin with what went better; the same key brings it back"),
            priority=True,
        ),
    ]

    def __init__(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver, session: SessionId) -> None:
        super().__init__(texts, desk, pad, saver, session)
        self._made = Made()
        self._unfolded = False
        """Whether the list is looked at although the talk began with what went better."""

    # the list

    def task_rows(self, width: int) -> Sequence[Row]:
        folded = self.session.gentle and not self._unfolded
        rows = gentle_rows if folded else task_rows
        return rows(self._pad.dossier, self.session, self.texts, self._desk.today, width, self._made)

    def _fold(self, *, unfolded: bool) -> None:
        if self._unfolded is not unfolded:
            self._unfolded = unfolded
            self.refresh_pad()

    def action_tasks(self) -> None:
        if self.query_one(TaskPane).has_focus_within:
            self.to_notes()
            return
        self.close_sheets()
        self._fold(unfolded=True)
        self.add_class("-tasks")
        self.query_one(TaskPane).begin()

    def to_notes(self) -> None:
        self._fold(unfolded=False)
        super().to_notes()

    def action_gentle(self) -> None:
        gentle = not self.session.gentle
        if not self.act(lambda: self._pad.change_session(self.session_id, "gentle", gentle=gentle)):
            return
        self.lay_cards(jump=True)
        if self.query_one(TaskPane).has_focus_within:
            self.to_notes()

    # one task, from a line

    def action_capture(self) -> None:
        line = self.query_one(CaptureLine)
        if line.has_focus_within:
            line.action_leave()
            return
        self.came_from = self.focused
        self.remove_class("-tasks")
        line.open()

    @on(CaptureLine.TaskTyped)
    def _task_typed(self, event: CaptureLine.TaskTyped) -> None:
        if not self._capture(event.line):
            self.query_one(CaptureLine).refused(event.line)

    @on(NotesEditor.TaskLine)
    def _task_line(self, event: NotesEditor.TaskLine) -> None:
        self._capture(event.line)

    @on(NotesEditor.LaterLine)
    def _later_line(self, event: NotesEditor.LaterLine) -> None:
        """What is to come back to is on the list, and comes back on its day. Source: GW-42."""
        parked: list[Parked] = []
        if self.act(lambda: parked.append(self._pad.park(event.line, self.session_id))):
            day = parked[0].back_on
            when = long_date(day, self.texts.language) if day is not None else self.texts.say(N_("the next talk"))
            self.say(N_("To come back to: {text} ({when})"), text=parked[0].text, when=when)

    def _capture(self, line: str) -> bool:
        captured: list[Captured] = []
        if not self.act(lambda: captured.append(self._pad.capture(line, self.session_id))):
            return False
        self._tell(captured[0])
        return True

    def _tell(self, captured: Captured) -> None:
        task, today = captured.task, self._desk.today
        said = f"{task.text} · {describe_task_fully(task, self.texts, today)}"
        head = N_("Task: {task}") if captured.is_new else N_("This task was there already: {task}")
        hints = [finding_sentence(each, self.texts) for each in captured.findings]
        own = self._desk.choices.own_lexicons
        worded = task_wordings(self._pad.dossier, task, today, own=own) if captured.is_new else ()
        hints += [wording_sentence(each, self.texts) for each in worded]
        self.say_line("  ".join([self.texts.say(head, task=said), *hints[:1]]))

    # scores and ends

    @on(TaskPane.Scored)
    def _scored(self, event: TaskPane.Scored) -> None:
        def score() -> None:
            self._pad.score(self.session_id, event.task, event.scale, event.level, by_coach=event.by_coach)

        if self.act(score):
            self.lay_cards(jump=True)

    @on(TaskPane.Ended)
    def _ended(self, event: TaskPane.Ended) -> None:
        again = self._pad.dossier.task(event.task).state is event.state
        self.act(lambda: self._pad.end_task(event.task, State.OPEN if again else event.state))

    # the rest of what there is to say about it

    @on(TaskPane.ReviewAsked)
    def _review_asked(self, event: TaskPane.ReviewAsked) -> None:
        self.open_sheet(self.review)
        self.review.show(event.task)

    @on(TaskPane.TaskAsked)
    def _task_asked(self, event: TaskPane.TaskAsked) -> None:
        self._in_full(event.task)

    def _in_full(self, task: TaskId, *, split: bool = False) -> None:
        from sessionpad.ui.screens.tasks import TasksScreen  # noqa: PLC0415  only when it is asked for

        self.take_in()
        screen = TasksScreen(self.texts, self._desk, self._pad, self._saver, begin=task, split=split)
        screen.room = TASKS
        self.app.push_screen(screen)

    @on(Entry.Changed, "#field-decision")
    def _decided(self, event: Entry.Changed) -> None:
        """A decision does at once what it says; keeping and letting go need no more than that."""
        self.lay_cards(jump=True)
        match decision_in(event.field):
            case Decision.ADAPT:
                self._in_full(self.review.of)
            case Decision.SMALLER:
                self._in_full(self.review.of, split=True)
            case Decision.NEW:
                self.action_capture()

    @on(Press.Pressed, "#in-full")
    def _in_full_pressed(self) -> None:
        self._in_full(self.review.of)

    @on(Press.Pressed, "#practise")
    def _practise_pressed(self) -> None:
        task = self._pad.dossier.task(self.review.of)
        text = self.texts.say(N_("practise: {task}"), task=task.text)
        made: list[Captured] = []

        def practise() -> None:
            made.append(Captured(self._pad.practise(task.id, text, self.session_id), is_new=True, findings=()))

        if self.act(practise):
            self._tell(made[0])
