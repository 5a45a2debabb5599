"""Every task in full: what and how, who and when, what is needed, what helps, and split into smaller ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Captured, Pad
from sessionpad.desk.wordings import task_wordings
from sessionpad.domain.dossier import parts_of
from sessionpad.domain.ids import SessionId, TaskId
from sessionpad.domain.task import Kind, Owner, State, Task
from sessionpad.errors import InvalidInput
from sessionpad.i18n.findings import finding_sentence
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.task_story import task_story
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.wording import wording_sentence
from sessionpad.method.capture import Draft
from sessionpad.method.task_hints import task_hints
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.list_form import ListFormScreen
from sessionpad.ui.screens.task_fields import TaskFields, meant, shown, state_of
from sessionpad.ui.widgets.capture_line import CaptureLine
from sessionpad.ui.widgets.line import Block, Label
from sessionpad.ui.widgets.read_field import DateField
from sessionpad.ui.widgets.rows import Row
from sessionpad.ui.widgets.task_list import beside, task_list

HINTS: Final = {
    "task-without-how": "how",
    "repeat-without-end": "until",
    "repeat-ends-before": "until",
    "mostly-proposed": "marks",
}
"""Under which field a hint stands; what is about the last day stands under that day."""


class TasksScreen(ListFormScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f6",
            "split",
            N_("smaller"),
            id="split",
            tooltip=N_("Split this task into smaller ones, line by line"),
            priority=True,  # the editors of Textual have F6 too
        ),
    ]
    nothing = N_("No tasks yet: Ctrl+N adds one in one line, and a talk brings others.")

    def __init__(
        self, texts: Texts, desk: Desk, pad: Pad, saver: Saver, *, begin: TaskId | None = None, split: bool = False
    ) -> None:
        super().__init__(texts, desk, pad, saver)
        self._begin = begin
        self._split_first = split
        self._splits = False
        """Whether the line under the fields makes parts of the chosen task, and not new ones."""

    @property
    def heading(self) -> str:
        return f"{self._pad.dossier.client.code} · {self.texts.say(N_('tasks'))}"

    def compose_pad(self) -> Iterable[Widget]:
        yield from super().compose_pad()
        yield CaptureLine(self.texts, self._give_back, self._read, lambda: self._desk.today)

    def compose_form(self) -> Iterable[Widget]:
        yield from TaskFields(self.texts, lambda: self._desk.today, self._beside_day).compose()
        yield Label(self.texts, N_("Smaller tasks it was split into"), classes="part")
        yield Block(self.texts, id="parts")
        yield Label(self.texts, N_("How it went so far"), classes="part")
        yield Block(self.texts, id="so-far")

    def on_mount(self) -> None:
        if self._begin is not None:
            self._records.chosen = self._begin
            self.call_after_refresh(self.action_split if self._split_first else self._to_fields)

    # the list

    def rows(self, width: int) -> Sequence[Row]:
        return task_list(self._pad.dossier, self.texts, self._desk.today, width)

    @property
    def _about(self) -> Task:
        return self._pad.dossier.task(TaskId(self.shown))

    def move(self, record: str, by: int) -> None:
        other = beside(self._pad.dossier, TaskId(record), by)
        if other is not None:
            self._pad.change_places(TaskId(record), other.id)

    def drop(self, record: str) -> None:
        if not self._pad.take_out(TaskId(record)):
            self.say(N_("It was talked about, so it is let go and stays in what was noted. Ctrl+Z takes that back."))

    # the fields

    def values_of(self, record: str) -> dict[str, str]:
        return shown(self._pad.dossier.task(TaskId(record)))

    def put(self, key: str, value: str) -> None:
        task = TaskId(self.shown)
        if key == "state":
            self._pad.end_task(task, state_of(value))
        elif key != "text" or value.strip():
            self._pad.change_task(task, **meant(key, value, self._desk.today))

    def turned(self) -> None:
        """What belongs to this kind of task and this owner is shown, with what there is to say about it."""
        if not self.shown:
            return
        task = self._about
        self.field("person").display = task.owner is Owner.NETWORK
        self.field("until").display = task.every is not None or task.until is not None
        for key in ("speaker", "ready"):
            self.field(key).display = task.kind is Kind.GUIDED
        self._advise(task)
        self.query_one("#parts", Block).content = self._parts(task)
        told = [Content(line) for line in task_story(self._pad.dossier, task, self.texts)]
        nothing = Content.styled(self.texts.say(N_("It was not talked about yet.")), "$quiet")
        self.query_one("#so-far", Block).content = Content("\n").join(told) if told else nothing

    def _advise(self, task: Task) -> None:
        said: dict[str, list[str]] = {key: [] for key in ("text", "person", "how", "marks")}
        wordings = task_wordings(self._pad.dossier, task, self._desk.today, own=self._desk.choices.own_lexicons)
        said["text"] = [wording_sentence(each, self.texts) for each in wordings]
        if not self.field("text").value.strip():
            said["text"] = [sentence(InvalidInput("text-empty"), self.texts)]
        said["person"] = [", ".join(person.name for person in self._pad.dossier.client.people if person.name)]
        for finding in task_hints(self._pad.dossier, task):
            key = HINTS.get(finding.code, "")
            if key in said:
                said[key].append(finding_sentence(finding, self.texts))
        for key, lines in said.items():
            self.field(key).advise("\n".join(lines))
        for day in self.query(DateField):
            day.tell()

    def _beside_day(self, key: str) -> str:
        """What there is to say about a day of the task, beside the day itself."""
        if not self.shown or all(task.id != self.shown for task in self._pad.dossier.tasks):
            return ""
        last = "until" if self._about.until is not None else "due"
        found = task_hints(self._pad.dossier, self._about)
        here = (each for each in found if HINTS.get(each.code, last) == key)
        return " · ".join(finding_sentence(each, self.texts) for each in here)

    def _parts(self, task: Task) -> Content:
        marks = {State.OPEN: "☐", State.DONE: "✓", State.STOPPED: "·"}
        lines = [Content(f"{marks[part.state]} {part.text}") for part in parts_of(self._pad.dossier, task.id)]
        none = Content.styled(self.texts.say(N_("None: F6 splits it, line by line.")), "$quiet")
        return Content("\n").join(lines) if lines else none

    # one line at a time

    @property
    def _within(self) -> SessionId | None:
        """The talk that is going on under this screen: what is added here is agreed in it."""
        return self.within

    def _read(self, line: str) -> Draft:
        return self._pad.read_part(TaskId(self.shown), line) if self._splits else self._pad.read_task(line)

    def action_add(self) -> None:
        self._open_line(splits=False)

    def action_split(self) -> None:
        if self.shown:
            self._open_line(splits=True)
            self.say(N_("Each line is a smaller task of: {task}. Esc when that is enough."), task=self._about.text)

    def _open_line(self, *, splits: bool) -> None:
        self._splits = splits
        self.query_one(CaptureLine).open()

    @on(CaptureLine.TaskTyped)
    def _typed_line(self, event: CaptureLine.TaskTyped) -> None:
        made: list[Captured] = []

        def make() -> None:
            whole = TaskId(self.shown)
            captured = (
                self._pad.split_task(whole, event.line, self._within)
                if self._splits
                else self._pad.capture(event.line, self._within)
            )
            made.append(captured)

        whole = self.shown
        if not self.act(make):
            self.query_one(CaptureLine).refused(event.line)
        elif self._splits:
            self._records.chosen = whole
        else:
            self._records.chosen = made[0].task.id
            self.call_after_refresh(self._to_fields)  # the first task makes room for the fields

    def _give_back(self) -> None:
        """After a smaller task comes the next one; after a new task its fields."""
        if self._splits:
            self.query_one(CaptureLine).open()
        else:
            self.set_focus(self._records)

    @on(CaptureLine.Left)
    def _left_line(self) -> None:
        self._splits = False
        self._records.focus()
