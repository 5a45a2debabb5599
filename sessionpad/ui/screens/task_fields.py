"""The fields of one task: which there are, what they show, and what each does to the task."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final

from textual.widget import Widget

from sessionpad.domain.task import Difficulty, Every, GuidedStep, Kind, Owner, Speaker, State, Task
from sessionpad.i18n.terms import EVERY, GUIDED_STEPS, SPEAKERS
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import DIFFICULTIES, KINDS, OWNERS, STATES
from sessionpad.method.dates import read_date
from sessionpad.ui.screens.typed import typed_date
from sessionpad.ui.widgets.choice import Choice, names_in, one_of, picked, some_of
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.line import Label
from sessionpad.ui.widgets.read_field import DateField

MARKS: Final = {"prepared": N_("prepared together"), "proposed": N_("the coach came with it")}
"""What can be ticked about a task."""

_TEXTS: Final = (
    "text", "person", "how", "means", "helps", "conditions", "pitfall", "if_hard", "belief", "where", "bring",
)  # fmt: skip


_PICKED: Final[Mapping[str, Callable[[str], object]]] = {
    "owner": lambda value: one_of(Owner, value) or Owner.CLIENT,
    "kind": lambda value: one_of(Kind, value) or Kind.EXTERNAL,
    "every": lambda value: one_of(Every, value),
    "difficulty": lambda value: one_of(Difficulty, value),
    "speaker": lambda value: one_of(Speaker, value) or Speaker.CLIENT,
    "ready": lambda value: some_of(GuidedStep, value),
}
"""What the value of a choice means."""


class TaskFields:
    """Makes the fields; `beside` says what else there is to say about a day."""

    def __init__(self, texts: Texts, today: Callable[[], date], beside: Callable[[str], str]) -> None:
        self._texts = texts
        self._today = today
        self._beside = beside

    def compose(self) -> Iterable[Widget]:
        yield from self._what()
        yield from self._when()
        yield from self._prepared()
        yield from self._along()

    def _what(self) -> Iterable[Widget]:
        yield self._field("text", N_("What"))
        yield Choice(self._texts, "owner", N_("Who does it"), OWNERS)
        yield Field(self._texts, "person", N_("Who that is"))
        yield self._field("how", N_("How"))
        yield Choice(self._texts, "kind", N_("What kind of task"), KINDS)

    def _when(self) -> Iterable[Widget]:
        yield self._day("due", N_("When, or the first time"))
        yield Choice(self._texts, "every", N_("Does it come back?"), EVERY)
        yield self._day("until", N_("Until when it comes back"))

    def _prepared(self) -> Iterable[Widget]:
        yield self._field("means", N_("What is needed for it"))
        yield self._field("helps", N_("What helps, and what I can do already"))
        yield self._field("conditions", N_("If something has to be there first: what"))
        yield self._field("pitfall", N_("What may get in the way"))
        yield self._field("if_hard", N_("If it gets hard, then I ..."))
        yield Choice(self._texts, "difficulty", N_("How hard it looks"), DIFFICULTIES)
        yield self._field("belief", N_("A thought that doing this puts to the test"))

    def _along(self) -> Iterable[Widget]:
        yield Label(self._texts, N_("Going there"), classes="part")
        yield self._field("where", N_("Where to be"))
        yield self._field("bring", N_("What to take along"))
        yield Choice(self._texts, "speaker", N_("Who speaks"), SPEAKERS)
        yield Choice(self._texts, "ready", N_("Gone through beforehand"), GUIDED_STEPS, several=True)
        yield Label(self._texts, N_("And also"), classes="part")
        yield Choice(self._texts, "marks", N_("How it came about"), MARKS, several=True)
        yield Choice(self._texts, "state", N_("Where it stands"), STATES)

    def _field(self, key: str, name: str) -> Field:
        return Field(self._texts, key, name, lines=2)

    def _day(self, key: str, name: str) -> DateField:
        return DateField(self._texts, key, name, today=self._today, beside=lambda: self._beside(key))


def shown(task: Task) -> dict[str, str]:
    """What the fields show for this task."""
    return {
        **{name: getattr(task, name) for name in _TEXTS},
        "owner": task.owner,
        "kind": task.kind,
        "due": typed_date(task.due),
        "every": task.every or "",
        "until": typed_date(task.until),
        "difficulty": task.difficulty or "",
        "speaker": task.speaker,
        "ready": picked(task.ready),
        "marks": picked(name for name in MARKS if getattr(task, name)),
        "state": task.state,
    }


def meant(key: str, value: str, today: date) -> dict[str, object]:
    """What the value of a field makes of the task; where something has to be picked, nothing picked is the usual."""
    if key == "marks":
        return {name: name in names_in(value) for name in MARKS}
    if key in {"due", "until"}:
        return {key: read_date(value, today) if value.strip() else None}
    return {key: _PICKED[key](value) if key in _PICKED else value}


def state_of(value: str) -> State:
    return one_of(State, value) or State.OPEN
