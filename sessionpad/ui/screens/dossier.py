"""A dossier at a glance: where we are, what is open, and the talks so far. Enter starts or resumes today's talk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sessionpad.desk.ahead import read_ahead
from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.domain.ids import SessionId
from sessionpad.domain.lines import Line as FoundLine
from sessionpad.domain.trajectory import Phase
from sessionpad.errors import SessionpadError
from sessionpad.i18n.acts import redone_sentence, undone_sentence
from sessionpad.i18n.findings import finding_sentence
from sessionpad.i18n.texts import N_, Texts
from sessionpad.method import limits
from sessionpad.ui.messages import SaveFailed
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.over_dossier import OverDossier
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.dossier_rows import glance, session_rows, session_story
from sessionpad.ui.widgets.line import Line
from sessionpad.ui.widgets.rows import Row, Rows

BORDER = 2
"""Lines above and below the list of talks."""


class DossierScreen(OverDossier):
    CSS_PATH = "dossier.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "talk",
            N_("talk"),
            id="talk",
            tooltip=N_("Start or resume today's conversation"),
            priority=True,
        ),
        Binding(
            "f4",
            "agreement",
            N_("agreement"),
            id="agreement",
            tooltip=N_("Fill in, look at, sign and export the agreement"),
        ),
        Binding(
            "f6", "phase", N_("phase"), id="phase", tooltip=N_("On to the next phase; after the last comes the first")
        ),
        Binding("f7", "read", N_("read"), id="read", tooltip=N_("Read what was noted in the chosen talk, and back")),
        Binding("ctrl+z", "undo", N_("undo"), id="undo", tooltip=N_("Take back the last act, whatever it was")),
        Binding("ctrl+y", "redo", N_("redo"), id="redo", show=False, tooltip=N_("Do it again")),
        Binding("escape", "back", N_("clients"), id="back", tooltip=N_("Back to the client list")),
    ]

    def __init__(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> None:
        super().__init__(texts, desk, pad)
        self.saver = saver
        self._known = 0

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
        with Horizontal(id="body"):
            with Vertical(id="left"):
                with VerticalScroll(id="glance-scroll"):
                    yield Static(id="glance", markup=False)
                yield Rows(self._rows, id="sessions")
            with VerticalScroll(id="story-scroll"):
                yield Static(id="story", markup=False)

    def on_mount(self) -> None:
        self.saver.listen(self)
        self.relabel()
        self.query_one(Rows).focus()
        self.run_worker(read_ahead, thread=True, exit_on_error=False)

    def relabel(self) -> None:
        self.query_one("#sessions").border_title = self.texts.say(N_("TALKS"))
        self.query_one("#story-scroll").border_title = self.texts.say(N_("WHAT WAS NOTED"))
        self.refresh_pad()

    def refresh_pad(self) -> None:
        self.saver.listen(self)
        dossier, today = self._pad.dossier, self._desk.today
        name = f" · {dossier.client.name}" if dossier.client.name else ""
        self.query_one("#title", Line).content = Content.styled(f"{dossier.client.code}{name}", "bold")
        self.query_one("#glance", Static).update(glance(dossier, self.texts, self._desk.now))
        rows, known = self.query_one(Rows), self._known
        self._known = len(dossier.sessions)
        rows.rebuild()
        rows.styles.height = len(dossier.sessions) + BORDER
        if self._known != known:
            rows.action_edge(0)
        self._tell()
        hints = [finding_sentence(each, self.texts) for each in limits.findings(dossier, today)]
        self.say_line(hints[0] if hints else "")

    def _rows(self, _: int) -> Sequence[Row]:
        return session_rows(self._pad.dossier, self.texts, self._desk.now)

    @on(Rows.Moved)
    def _tell(self) -> None:
        chosen = SessionId(self.query_one(Rows).chosen)
        dossier = self._pad.dossier
        session = next((each for each in dossier.sessions if each.id == chosen), None)
        self.query_one("#story", Static).update(session_story(dossier, session, self.texts, self._desk.now))

    def action_talk(self) -> None:
        try:
            session = self._pad.start_session()
        except SessionpadError as error:
            self.say_trouble(error)
            return
        self.saver.now()
        self.app.push_screen(SessionScreen(self.texts, self._desk, self._pad, self.saver, session.id))

    def can_go_to(self, line: FoundLine) -> bool:  # noqa: ARG002  today's talk, whichever line of it
        return True

    def go_to(self, row: int, column: int) -> None:
        self.action_talk()
        talk = self.app.screen
        if isinstance(talk, SessionScreen):
            talk.call_after_refresh(talk.go_to, row, column)

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_talk()

    def action_agreement(self) -> None:
        self.app.push_screen(AgreementScreen(self.texts, self._desk, self._pad, self.saver))

    def action_read(self) -> None:
        """To the notes of the chosen talk, or back to the talks."""
        self.toggle_class("-reading")
        self.query_one("#story-scroll" if self.has_class("-reading") else "#sessions").focus()

    def action_phase(self) -> None:
        phases = list(Phase)
        here = phases.index(self._pad.dossier.trajectory.phases[-1])
        self._act(lambda: self._pad.change_trajectory(phases=(phases[(here + 1) % len(phases)],)))

    def _act(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except SessionpadError as error:
            self.say_trouble(error)
            return False
        self.saver.now()
        self.refresh_pad()
        return True

    def action_undo(self) -> None:
        self._go(lambda: undone_sentence(self._pad.undo(), self.texts))

    def action_redo(self) -> None:
        self._go(lambda: redone_sentence(self._pad.redo(), self.texts))

    def _go(self, go: Callable[[], str]) -> None:
        said: list[str] = []
        if self._act(lambda: said.append(go())):
            self.say_line(said[0])

    async def before_leaving(self) -> bool:
        return await self.saver.flush()

    async def action_back(self) -> None:
        if self.has_class("-reading"):
            self.action_read()
        elif await self.saver.flush():
            self.saver.close()
            self.dismiss(None)

    @on(SaveFailed)
    def _not_saved(self, event: SaveFailed) -> None:
        self.say_trouble(event.error)
