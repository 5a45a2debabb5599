"""Help: the keys of the screen one comes from, the marks of a note line, and how a task is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from sessionpad.domain.notes import Mark
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import MARKS
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.widgets.key_line import Act
from sessionpad.ui.widgets.line import Block, Label

TASK_WORDS = (
    (N_("@coach  @together  @brother"), N_("who does it; without @ it is the client")),
    (N_("!fri  !27/11  !+2w  !tomorrow"), N_("by when")),
    (N_("!every day until 27/11  !every Friday"), N_("how often, and until when")),
    (N_("#contact  #guided"), N_("during a talk; the coach goes along")),
    ("", N_("without # it is done between two talks")),
    (N_("#light  #medium  #heavy"), N_("how hard it looks; a first task is best a light one")),
)


class HelpScreen(PadScreen):
    CSS_PATH = "plain.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "back", N_("back"), id="help", tooltip=N_("Back to where you were"), priority=True),
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Back to where you were"), priority=True),
        Binding("f5", "app.tour", N_("tour"), id="tour", tooltip=N_("Begin a tour of two minutes, or leave it")),
        Binding("enter", "back", N_("back"), id="enough", tooltip=N_("Back to where you were"), priority=True),
    ]

    def __init__(self, texts: Texts, acts: Sequence[Act]) -> None:
        super().__init__(texts)
        self._acts = acts

    @property
    def way(self) -> str:
        return "app.help"

    def compose_pad(self) -> Iterable[Widget]:
        with VerticalScroll(id="column"):
            yield Label(self.texts, N_("The keys of this screen"), classes="title")
            yield Block(self.texts, id="keys", classes="block")
            yield Label(self.texts, N_("A note line may begin with"), classes="title")
            yield Block(self.texts, id="marks", classes="block")
            yield Label(self.texts, N_("In a task line"), classes="title")
            yield Block(self.texts, id="task-words", classes="block")
            yield Label(self.texts, N_("Elsewhere"), classes="title")
            yield Label(
                self.texts,
                N_(
                    "Ctrl+P opens a list of everything that can be done here. Everything is saved as you type; "
                    "the mark at the top right says so only when it is on disk."
                ),
            )
            yield Label(
                self.texts,
                N_(
                    "Ctrl+R hides everything behind an empty screen; Ctrl+R or Esc brings it back. Ctrl+L locks, and "
                    "so does the pad by itself when nobody touches it for a while (5 minutes, unless you chose "
                    "otherwise): everything is saved and nothing stays in memory. Your passphrase leads back to where "
                    "you were; only undo begins anew."
                ),
                classes="next",
            )
            tour = N_(
                "`sessionpad demo` opens on fictional clients; F5 begins a tour of two minutes there, or leaves it."
            )
            yield Label(self.texts, tour, classes="next")

    def on_mount(self) -> None:
        self.relabel()

    def relabel(self) -> None:
        say = self.texts.say
        keys = [("  ".join(each.keys), say(each.binding.tooltip)) for each in self._acts]
        self.query_one("#keys", Block).content = _table(keys)
        marks = [(str(mark), say(text)) for mark, text in MARKS.items() if mark is not Mark.ASKED]
        marks.append((say(N_("#debts")), say(N_("a domain of life, anywhere in a line; Tab types the rest of it"))))
        self.query_one("#marks", Block).content = _table(marks)
        self.query_one("#task-words", Block).content = _table([(say(words), say(text)) for words, text in TASK_WORDS])

    def action_back(self) -> None:
        self.dismiss(None)


def _table(rows: Sequence[tuple[str, str]]) -> Content:
    width = max((len(left) for left, _ in rows), default=0)
    return Content("\n").join(Content.assemble((f"{left:<{width}}  ", "bold $primary"), right) for left, right in rows)
