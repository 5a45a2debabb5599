"""The coach's map of one client: where we are, what waits, and the way to every room. Enter begins today's talk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
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
from sessionpad.domain.paper import Paper
from sessionpad.domain.trajectory import Phase
from sessionpad.errors import SessionpadError
from sessionpad.i18n.acts import redone_sentence, undone_sentence
from sessionpad.i18n.findings import finding_sentence
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.trajectory import way_on
from sessionpad.i18n.words import PHASES
from sessionpad.method import limits
from sessionpad.ui.messages import SaveFailed
from sessionpad.ui.rooms import ROOMS, Room
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.base import Offered
from sessionpad.ui.screens.over_dossier import OverDossier
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.choice import Choice, picked, some_of
from sessionpad.ui.widgets.dossier_map import back_today, map_of
from sessionpad.ui.widgets.dossier_rows import session_rows, session_story
from sessionpad.ui.widgets.hanging import HungLines
from sessionpad.ui.widgets.line import Block, Line
from sessionpad.ui.widgets.menu_rows import menu_rows, room_of, what_of
from sessionpad.ui.widgets.options import Options
from sessionpad.ui.widgets.rows import Row, Rows

BORDER = 2  # lines above and below the list of talks


class DossierScreen(OverDossier):
    CSS_PATH = "dossier.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", N_("choose"), id="go", tooltip=N_("Today's talk, or the chosen room"), priority=True),
        Binding(
            "f4",
            "agreement",
            N_("agreement"),
            id="agreement",
            tooltip=N_("Fill in, look at, sign and export the agreement"),
        ),
        Binding("f6", "phase", N_("phase"), id="phase", tooltip=N_("Say where we are: one phase or more at a time")),
        Binding("f7", "read", N_("read"), id="read", tooltip=N_("Read what was noted in the chosen talk, and back")),
        Binding("ctrl+z", "undo", N_("undo"), id="undo", tooltip=N_("Take back the last act, whatever it was")),
        Binding("ctrl+y", "redo", N_("redo"), id="redo", show=False, tooltip=N_("Do it again")),
        Binding("escape", "back", N_("clients"), id="back", tooltip=N_("Back to the client list")),
    ]

    def __init__(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> None:
        super().__init__(texts, desk, pad)
        self.saver = saver
        self._known = 0

    @property
    def way(self) -> str:
        return f"open_dossier({self._pad.dossier.id!r})"

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield Rows(lambda _: menu_rows(self._pad.dossier, self.texts), id="menu")
                yield Block(self.texts, id="what")
            with VerticalScroll(id="map-scroll"):
                yield HungLines(self.texts, id="back")
                yield Choice(self.texts, "phases", N_("Where are we?"), PHASES, several=True)
                yield HungLines(self.texts, id="map")
            with Vertical(id="talks"):
                yield Rows(self._rows, id="sessions")
                with VerticalScroll(id="story-scroll"):
                    yield Static(id="story", markup=False)

    def on_mount(self) -> None:
        self.saver.listen(self)
        self.relabel()
        self._menu_rows.focus()
        self.run_worker(read_ahead, thread=True, exit_on_error=False)

    def remember(self, paper: Paper) -> None:
        super().remember(paper)
        if self.is_attached:
            self.refresh_pad()
        self.saver.now()

    @property
    def _menu_rows(self) -> Rows:
        return self.query_one("#menu", Rows)

    @property
    def _talk_rows(self) -> Rows:
        return self.query_one("#sessions", Rows)

    # what is on it

    def relabel(self) -> None:
        self._talk_rows.border_title = self.texts.say(N_("TALKS"))
        self.query_one("#story-scroll").border_title = self.texts.say(N_("WHAT WAS NOTED"))
        self.refresh_pad()

    def refresh_pad(self) -> None:
        self.saver.listen(self)
        dossier, now = self._pad.dossier, self._desk.now
        name = f" · {dossier.client.name}" if dossier.client.name and self._desk.choices.shows_names else ""
        self.query_one("#title", Line).content = Content.styled(f"{dossier.client.code}{name}", "bold")
        self._menu_rows.rebuild()
        back = self.query_one("#back", HungLines)
        back.said = back_today(dossier, self.texts, now)
        back.display = bool(back.said)
        phases = self.query_one(Choice)
        phases.value = picked(dossier.trajectory.phases)
        phases.advise(way_on(dossier, self.texts))
        self.query_one("#map", HungLines).said = map_of(dossier, self.texts, now)
        self._show_talks()
        hints = [finding_sentence(each, self.texts) for each in limits.findings(dossier, self._desk.today)]
        self.say_line(hints[0] if hints else "")

    def _show_talks(self) -> None:
        rows, known = self._talk_rows, self._known
        self._known = len(self._pad.dossier.sessions)
        rows.rebuild()
        rows.styles.height = max(self._known, 1) + BORDER
        if self._known != known:
            rows.action_edge(0)
        self._tell()

    def _rows(self, _: int) -> Sequence[Row]:
        return session_rows(self._pad.dossier, self.texts, self._desk.now)

    @on(Rows.Moved, "#menu")
    def _point(self, event: Rows.Moved) -> None:
        self.query_one("#what", Block).content = Content.styled(what_of(event.key, self.texts), "$quiet")

    @on(Rows.Moved, "#sessions")
    def _tell(self) -> None:
        chosen = SessionId(self._talk_rows.chosen)
        dossier = self._pad.dossier
        session = next((each for each in dossier.sessions if each.id == chosen), None)
        self.query_one("#story", Static).update(session_story(dossier, session, self.texts, self._desk.now))

    # going somewhere

    async def action_go(self) -> None:
        """What Enter means where the caret is: the talk or the room, the phase, or the story of a talk."""
        if isinstance(self.focused, Options):
            self.focused.action_pick()
        elif self.focused is self._talk_rows:
            self.query_one("#story-scroll").focus()
        else:
            self._chosen()

    @on(Rows.Chosen, "#menu")
    def _chosen(self) -> None:
        room = room_of(self._menu_rows.chosen)
        if room is not None:
            self.enter(room)
        else:
            self._talk()

    def enter(self, room: Room) -> None:
        self.app.push_screen(room.screen(self.texts, self._desk, self._pad, self.saver))

    def _talk(self) -> None:
        try:
            session = self._pad.start_session()
        except SessionpadError as error:
            self.say_trouble(error)
            return
        self.saver.now()
        self.action_resume(session.id)

    def action_resume(self, session: str) -> None:
        """To this conversation, as long as it is there."""
        if any(each.id == session for each in self._pad.dossier.sessions):
            screen = SessionScreen(self.texts, self._desk, self._pad, self.saver, SessionId(session))
            self.app.push_screen(screen)

    def can_go_to(self, line: FoundLine) -> bool:  # noqa: ARG002  today's talk, whichever line of it
        return True

    def go_to(self, row: int, column: int) -> None:
        self._talk()
        talk = self.app.screen
        if isinstance(talk, SessionScreen):
            talk.call_after_refresh(talk.go_to, row, column)

    def action_agreement(self) -> None:
        self.enter(next(room for room in ROOMS if room.key == "f4"))

    def more_commands(self) -> Iterable[Offered]:
        for room in ROOMS:
            yield (*room.said(self.texts), partial(self.enter, room))

    def action_read(self) -> None:
        """To the notes of the chosen talk, or back to the menu."""
        self.toggle_class("-reading")
        (self._talk_rows if self.has_class("-reading") else self._menu_rows).focus()

    def action_phase(self) -> None:
        """To the phases, or back to the menu."""
        phases = self.query_one(Choice)
        if phases.has_focus_within:
            self._menu_rows.focus()
        else:
            self.remove_class("-reading")
            phases.take_caret()

    @on(Choice.Changed)
    def _phases_chosen(self, event: Choice.Changed) -> None:
        """One phase at least: a trajectory is always somewhere. Source: GW-59, GW-60."""
        phases = some_of(Phase, event.value)
        if not phases or not self._act(lambda: self._pad.change_trajectory(phases=phases)):
            self.query_one(Choice).value = picked(self._pad.dossier.trajectory.phases)

    # acts

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

    def let_go(self) -> None:
        self.saver.close()

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
