"""What every screen has: a language, a line of keys, a line to say something in, and a word when there is no room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, Final, TypeAlias

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.worker import Worker, WorkerState

from sessionpad.desk.desk import Desk
from sessionpad.errors import Conflict, SessionpadError
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.leaving import report_of
from sessionpad.ui.paths import path_of
from sessionpad.ui.widgets.key_line import KeyLine
from sessionpad.ui.widgets.speaking import Speaking

Offered: TypeAlias = tuple[str, str, Callable[[], object]]
"""Something in the command palette: a name, what it does, and the doing."""

TAKING_BACK: Final[list[BindingType]] = [
    Binding(
        "ctrl+z", "undo", N_("undo"), id="undo", tooltip=N_("Take back the last act, whatever it was"), priority=True
    ),
    Binding("ctrl+y", "redo", N_("redo"), id="redo", show=False, tooltip=N_("Do it again"), priority=True),
]
"""The keys of a screen on which acts are done."""
NARROWEST = 60
LOWEST = 16


class TooSmall(Speaking):
    """Takes the place of everything while the terminal is too small to work in."""

    DEFAULT_CSS = """
    TooSmall { display: none; layer: over; width: 100%; height: 100%; padding: 1 2; background: $background; }
    """

    def render(self) -> Content:
        return Content(
            self.texts.say(
                N_("sessionpad needs {columns} columns and {rows} lines; this window has {width} and {height}. "
                   "Make the window larger: everything is still there."),
                columns=NARROWEST,
                rows=LOWEST,
                width=self.app.size.width,
                height=self.app.size.height,
            )
        )  # fmt: skip


class Notice(Speaking):
    """One quiet line for what the program has to say. It never takes the caret."""

    DEFAULT_CSS = """
    Notice { height: auto; max-height: 3; padding: 0 1; display: none; background: $boost; }
    Notice.-said { display: block; }
    Notice.-trouble { color: $error; text-style: bold; }
    """

    message: reactive[str] = reactive("", layout=True)

    def render(self) -> Content:
        return Content(self.message)

    def say(self, message: str, *, trouble: bool = False) -> None:
        self.set_class(bool(message), "-said")
        self.set_class(trouble, "-trouble")
        self.message = message


class PadScreen(Screen[object]):
    """Base of our screens. A subclass says what it is made of in `compose_pad`."""

    SCOPED_CSS = False  # else Textual looks for the screen of a subclass within the subclass
    CSS = """
    PadScreen { layers: default over; background: $background; color: $foreground; }
    PadScreen.-tiny > TooSmall, PadScreen.-low > TooSmall { display: block; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (NARROWEST, "-narrow"), (100, "-wide"), (120, "-roomy")]  # noqa: RUF012  Textual's own shape
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOWEST, "-high")]  # noqa: RUF012  idem
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", N_("help"), id="help", tooltip=N_("The keys of this screen, and how to type a task")),
    ]

    texts: reactive[Texts] = reactive(lambda: Texts("en"), init=False)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.set_reactive(PadScreen.texts, texts)

    def compose(self) -> ComposeResult:
        yield from self.compose_pad()
        yield Notice(self.texts)
        yield KeyLine(self.texts)
        yield TooSmall(self.texts)

    def compose_pad(self) -> Iterable[Widget]:
        # Here and in the screens and widgets below it: Textual's metaclass cannot be joined with that of abc.
        raise NotImplementedError

    def watch_texts(self, texts: Texts) -> None:
        for widget in self.query(Speaking):
            widget.texts = texts
        self.relabel()

    def relabel(self) -> None:
        """The language changed: say again what a widget does not say by itself."""

    def say(self, text: str, /, **values: object) -> None:
        """Say something on the quiet line."""
        self.query_one(Notice).say(self.texts.say(text, **values))

    def hush(self) -> None:
        """Nothing more to say."""
        self.query_one(Notice).say("")

    def say_line(self, line: str) -> None:
        """Put a line that is already in the language of the screen on the quiet line."""
        self.query_one(Notice).say(line)

    def say_trouble(self, error: SessionpadError) -> None:
        self.query_one(Notice).say(sentence(error, self.texts), trouble=True)

    def say_reading(self, desk: Desk) -> bool:
        """Say that one can only read here, and who has the vault. Returns whether that is so."""
        if desk.holder is not None:
            text = N_("Another program holds this vault ({holder}). You can read here, not write.")
            self.say(text, holder=desk.holder)
        elif desk.is_read_only:
            self.say_trouble(Conflict("read-only"))
        return desk.is_read_only

    def on_resize(self, _: events.Resize) -> None:
        self.query_one(TooSmall).refresh(layout=True)

    def on_screen_resume(self) -> None:
        if self.is_current:
            self.refresh_pad()

    def more_commands(self) -> Iterable[Offered]:
        """What the command palette offers beside the keys."""
        return ()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What goes wrong beside the screen is said, and what is typed stays where it is."""
        if event.state is WorkerState.ERROR:
            name = report_of(event.worker.error)
            self.query_one(Notice).say(self.texts.say(N_("Something went wrong ({name})."), name=name), trouble=True)

    def refresh_pad(self) -> None:
        """The screen is on top (again): show what is true now."""

    # the way back after the vault was locked

    @property
    def way(self) -> str:
        """The action of the screen under it that opens it again, with ids; without it one does not come back here."""
        return ""

    def spot(self) -> str:
        """Where one is in what this screen keeps itself, in ids and numbers."""
        return ""

    def stand(self, spot: str) -> None:
        """Go there again."""

    def let_go(self) -> None:
        """Nothing of this screen may go on, or be kept, after this."""

    def half_typed(self) -> dict[str, str]:
        """What was typed here and is in no dossier, by a name of its own; it is sealed while the vault is locked."""
        typed = {_name(each): _words(each) for each in self.query(Widget) if self.is_half_typed(each)}
        return {name: words for name, words in typed.items() if words}

    def is_half_typed(self, field: Widget) -> bool:
        """Whether this is something to type in, of which nothing is in a dossier."""
        return isinstance(field, TextArea) or (isinstance(field, Input) and not field.password)

    def type_again(self, words: Mapping[str, str]) -> None:
        for field in self.query(Widget):
            typed = words.get(_name(field))
            if typed is not None and isinstance(field, Input):
                field.value = typed
            elif typed is not None and isinstance(field, TextArea):
                field.text = typed

    def count_down(self, seconds: int) -> None:
        """Say quietly that the pad locks itself in so many seconds, or with 0 nothing."""
        for line in self.query(KeyLine):
            line.left = seconds


def _name(field: Widget) -> str:
    return ".".join(map(str, path_of(field)))


def _words(field: Widget) -> str:
    if isinstance(field, Input):
        return field.value
    return field.text if isinstance(field, TextArea) else ""
