"""The tasks, and the keys that score them: effort first, then result, then on to the next task."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from sessionpad.domain.dossier import Dossier, tasks_to_score
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


KEYS: Final = (
    ("Enter", N_("more about this task")),
    ("T", N_("the task in full")),
    ("C", N_("my own scores, apart")),
    ("Space", N_("finished, or not")),
    ("Del", N_("let go, or not")),
    ("Backspace", N_("take a score away")),
)
"""The keys beside the figures, and what they do."""

ROOMY: Final = 60
"""From this width on the legend stands in two columns."""


class Legend(Speaking):
    """What the figures mean for the scale that is asked now, and for whom."""

    DEFAULT_CSS = """
    Legend { dock: bottom; height: auto; display: none; border-top: solid $line; padding: 0 1; color: $foreground; }
    """
    scale: reactive[Scale] = reactive(Scale.EFFORT, layout=True)
    by_coach: reactive[bool] = reactive(default=False, layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        scale = self.texts.say(SCALES[self.scale]).upper()
        heading = self.texts.say(N_("{scale} · as I see it"), scale=scale) if self.by_coach else scale
        levels = [self._part("-" if level == NO_OCCASION else str(level), WORDS[self.scale][level]) for level in LEVELS]
        keys = [self._part(key, text) for key, text in KEYS]
        columns = [*zip(levels, keys, strict=True)] if width >= ROOMY else [(part,) for part in (*levels, *keys)]
        rows = [
            Content("").join(part.pad_right(max(width // 2 - part.cell_length, 0)) for part in row) for row in columns
        ]
        return [Content.styled(heading, "bold $accent"), *rows]

    def _part(self, key: str, text: str) -> Content:
        return Content.assemble((f"{key} ", "bold $primary"), self.texts.say(text))


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
        Binding("t,T", "open", show=False),
        Binding("c,C", "by_coach", show=False),
    ]

    class Scored(Message):
        """A level was given, or taken away with None: the client's, or the coach's own."""

        def __init__(self, task: TaskId, scale: Scale, level: Level | None, *, by_coach: bool) -> None:
            super().__init__()
            self.task = task
            self.scale = scale
            self.level = level
            self.by_coach = by_coach

    class Asked(Message):
        """More about a task is wanted."""

        def __init__(self, task: TaskId) -> None:
            super().__init__()
            self.task = task

    class ReviewAsked(Asked):
        """The rest of its review."""

    class TaskAsked(Asked):
        """The task in full."""

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
        self.query_one(Legend).by_coach = False
        if rows.focusable:
            self.screen.set_focus(rows)
        else:  # a drawer that is only now being opened
            rows.focus()
        rows.chosen = next((task for task in self._to_score() if self._next_scale(task) is not None), rows.chosen)
        self._ask()

    def _to_score(self) -> Iterable[TaskId]:
        if self._dossier is None or self._session is None:
            return ()
        return [task.id for task in tasks_to_score(self._dossier, self._session)]

    def _level(self, task: TaskId, scale: Scale) -> Level | None:
        """What was given by the one whose scores are typed now."""
        review = self._session.review_of(task) if self._session else None
        if review is None:
            return None
        level: Level | None = getattr(review, f"coach_{scale}" if self.query_one(Legend).by_coach else scale.value)
        return level

    def _next_scale(self, task: TaskId) -> Scale | None:
        """Effort first, unless only the result is missing; None when nothing is."""
        missing = [scale for scale in Scale if self._level(task, scale) is None]
        return missing[0] if missing else None

    @on(Rows.Moved)
    def _ask(self) -> None:
        """Which scale comes first for the task under the caret."""
        self.query_one(Legend).scale = self._next_scale(TaskId(self.query_one(Rows).chosen)) or Scale.EFFORT

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        task = TaskId(event.key)
        self.post_message(self.ReviewAsked(task) if task in self._to_score() else self.TaskAsked(task))

    def on_key(self, event: events.Key) -> None:
        level = LEVEL_OF_KEY.get(event.character or "")
        task = TaskId(self.query_one(Rows).chosen)
        if level is None or task not in self._to_score():
            return
        event.stop()
        legend, rows = self.query_one(Legend), self.query_one(Rows)
        scale = legend.scale
        self.post_message(self.Scored(task, scale, level, by_coach=legend.by_coach))
        if scale is Scale.EFFORT:
            legend.scale = Scale.RESULT
        else:
            legend.scale = Scale.EFFORT
            rows.action_move(1)

    def action_clear(self) -> None:
        task, legend = TaskId(self.query_one(Rows).chosen), self.query_one(Legend)
        scale = Scale.EFFORT if self._level(task, Scale.RESULT) is None else Scale.RESULT
        if self._level(task, scale) is not None:
            self.post_message(self.Scored(task, scale, None, by_coach=legend.by_coach))
            legend.scale = scale

    def action_by_coach(self) -> None:
        """The figures that follow are the coach's own, until this key once more."""
        legend = self.query_one(Legend)
        legend.by_coach = not legend.by_coach
        self._ask()

    def action_open(self) -> None:
        task = TaskId(self.query_one(Rows).chosen)
        if task:
            self.post_message(self.TaskAsked(task))

    def action_state(self, state: str) -> None:
        task = TaskId(self.query_one(Rows).chosen)
        if task:
            self.post_message(self.Ended(task, State(state)))
