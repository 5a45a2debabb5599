"""The tasks, and the keys that score them: effort first, then result, then on to the next task."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from sessionpad.domain.dossier import Dossier, tasks_reviewed
from sessionpad.domain.ids import TaskId
from sessionpad.domain.scoring import LEVELS, NO_OCCASION, Level, Scale
from sessionpad.domain.session import Session
from sessionpad.domain.task import State
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import LEVELS as WORDS
from sessionpad.i18n.words import SCALES
from sessionpad.ui.widgets.rows import Builder, Rows
from sessionpad.ui.widgets.speaking import Speaking

LEVEL_OF_KEY: Final[dict[str, Level]] = {
    **{"-" if level == NO_OCCASION else str(level): level for level in LEVELS},
    # the same keys of a Belgian keyboard, where figures need Shift
    "à": 0,
    "&": 1,
    "é": 2,
    '"': 3,
    "'": 4,
}


class Legend(Speaking):
    """What the figures mean for the scale that is asked now."""

    DEFAULT_CSS = """
    Legend { dock: bottom; height: auto; display: none; border-top: solid $line; padding: 0 1; color: $foreground; }
    """
    scale: reactive[Scale] = reactive(Scale.EFFORT, layout=True)

    def render(self) -> Content:
        words = WORDS[self.scale]
        lines = [Content.styled(self.texts.say(SCALES[self.scale]).upper(), "bold $accent")]
        lines += [
            Content.assemble(
                (f"{'-' if level == NO_OCCASION else level} ", "bold $primary"), self.texts.say(words[level])
            )
            for level in LEVELS
        ]
        keys = (
            ("Space", N_("finished, or not")),
            ("Del", N_("let go, or not")),
            ("Backspace", N_("take a score away")),
        )
        lines += [Content.assemble((f"{key} ", "bold $primary"), self.texts.say(text)) for key, text in keys]
        return Content("\n").join(lines)


class TaskPane(Speaking):
    DEFAULT_CSS = """
    TaskPane { border: round $line; border-title-color: $quiet; padding: 0 1; }
    TaskPane:focus-within { border: round $primary; }
    TaskPane:focus-within Legend { display: block; }
    TaskPane Rows { height: 1fr; background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "state('done')", show=False),
        Binding("delete", "state('stopped')", show=False),
        Binding("backspace", "clear", show=False),
    ]

    class Scored(Message):
        """A level was given, or taken away with None."""

        def __init__(self, task: TaskId, scale: Scale, level: Level | None) -> None:
            super().__init__()
            self.task = task
            self.scale = scale
            self.level = level

    class Ended(Message):
        """A task is finished or let go; the same again opens it."""

        def __init__(self, task: TaskId, state: State) -> None:
            super().__init__()
            self.task = task
            self.state = state

    def __init__(self, texts: Texts, builder: Builder, *, id: str | None = None) -> None:  # noqa: A002  Textual's own name
        super().__init__(texts, id=id)
        self._builder = builder
        self._dossier: Dossier | None = None
        self._session: Session | None = None

    def compose(self) -> ComposeResult:
        yield Rows(self._builder)
        yield Legend(self.texts)

    def show_tasks(self, dossier: Dossier, session: Session) -> None:
        self._dossier, self._session = dossier, session
        self.query_one(Rows).rebuild()

    def watch_texts(self) -> None:
        self.border_title = self.texts.say(N_("LAST TIME"))
        if self.is_mounted:
            self.query_one(Rows).rebuild()

    def on_mount(self) -> None:
        self.border_title = self.texts.say(N_("LAST TIME"))

    def begin(self) -> None:
        """Take the caret, to the first task that was not talked about."""
        rows = self.query_one(Rows)
        if rows.focusable:
            self.screen.set_focus(rows)
        else:  # a drawer that is only now being opened
            rows.focus()
        rows.chosen = next((task for task in self._reviewed() if not self._is_scored(task)), rows.chosen)
        self._ask()

    def _reviewed(self) -> Iterable[TaskId]:
        if self._dossier is None or self._session is None:
            return ()
        return [task.id for task in tasks_reviewed(self._dossier, self._session)]

    def _is_scored(self, task: TaskId) -> bool:
        review = self._session.review_of(task) if self._session else None
        return review is not None and review.effort is not None and review.result is not None

    @on(Rows.Moved)
    def _ask(self) -> None:
        """Which scale comes first for the task under the caret: effort, unless only the result is missing."""
        review = self._session.review_of(TaskId(self.query_one(Rows).chosen)) if self._session else None
        only_result = review is not None and review.effort is not None and review.result is None
        self.query_one(Legend).scale = Scale.RESULT if only_result else Scale.EFFORT

    def on_key(self, event: events.Key) -> None:
        level = LEVEL_OF_KEY.get(event.character or "")
        task = TaskId(self.query_one(Rows).chosen)
        if level is None or task not in self._reviewed():
            return
        event.stop()
        legend, rows = self.query_one(Legend), self.query_one(Rows)
        scale = legend.scale
        self.post_message(self.Scored(task, scale, level))
        if scale is Scale.EFFORT:
            legend.scale = Scale.RESULT
        else:
            legend.scale = Scale.EFFORT
            rows.action_move(1)

    def action_clear(self) -> None:
        task = TaskId(self.query_one(Rows).chosen)
        review = self._session.review_of(task) if self._session else None
        if review is not None:
            scale = Scale.EFFORT if review.result is None else Scale.RESULT
            self.post_message(self.Scored(task, scale, None))
            self.query_one(Legend).scale = scale

    def action_state(self, state: str) -> None:
        task = TaskId(self.query_one(Rows).chosen)
        if task:
            self.post_message(self.Ended(task, State(state)))
