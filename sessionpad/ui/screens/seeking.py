"""A screen from which the dossiers can be searched, and what happens with the line that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.errors import SessionpadError
from sessionpad.i18n.texts import N_
from sessionpad.ui.leaving import typed_through
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.screens.going import Going, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sessionpad.desk.desk import Desk
    from sessionpad.domain.lines import Line
    from sessionpad.domain.overview import Overview


class Seeking(PadScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+f",
            "seek",
            N_("search"),
            id="seek",
            tooltip=N_("Search this dossier; the same key again searches all of them"),
            priority=True,
        ),
    ]
    _desk: Desk

    @property
    def lists_names(self) -> bool:
        """Whether clients are listed by name too."""
        return self._desk.choices.lists_names

    @property
    def sought(self) -> Dossier | None:
        """The dossier that is open here."""
        return None

    async def action_seek(self, words: str = "") -> None:
        from sessionpad.ui.screens.search import SearchScreen  # noqa: PLC0415  only when something is looked for

        await typed_through(self.focused)
        self.app.push_screen(SearchScreen(self.texts, self._desk, self._going, self.sought, words), self._arrive)

    def _going(self, dossier: Dossier, line: Line) -> Going:
        is_here = self.sought is not None and self.sought.id == dossier.id
        if self._is_under_way(dossier, line) and (is_here or not self.is_on_the_desk(dossier.id)):
            return Going.WRITE if not is_here or self.can_go_to(line) else Going.READ
        return Going.READ if self.is_on_the_desk(dossier.id) else Going.OPEN

    def _is_under_way(self, dossier: Dossier, line: Line) -> bool:
        """Whether it is a note of today's conversation, which is still open for writing."""
        session, now = dossier.open_session, self._desk.now
        if self._desk.is_read_only or session is None or session.id != line.session:
            return False
        is_today = session.started_at.astimezone(now.tzinfo).date() == now.date()
        return is_today and line.path.startswith("sessions.notes.")

    def is_on_the_desk(self, dossier_id: DossierId) -> bool:
        """Whether it is open already: two of one dossier would be in each other's way."""
        screens = (screen for screen in self.app.screen_stack if isinstance(screen, Seeking))
        return any(screen.sought is not None and screen.sought.id == dossier_id for screen in screens)

    def can_go_to(self, line: Line) -> bool:  # noqa: ARG002  for the subclass
        """Whether the caret can be put on a line of the dossier that is open here."""
        return False

    def go_to(self, row: int, column: int) -> None:
        """Put the caret there, in the notes of the talk that is under way."""

    def _arrive(self, target: object) -> None:
        if not isinstance(target, Target):
            return
        if self.sought is not None and self.sought.id == target.dossier:
            self.go_to(target.row, target.column)
            return
        self.open_dossier(target)

    def clients(self) -> Sequence[Overview]:
        """Everyone in the vault."""
        return self._desk.clients()

    def action_open_dossier(self, dossier: str) -> None:
        self.open_dossier(Target(DossierId(dossier)))

    def open_dossier(self, target: Target) -> None:
        """Open another dossier on top of what is open; Escape comes back here."""
        from sessionpad.ui.screens.dossier import DossierScreen  # noqa: PLC0415  a dossier is opened from here

        try:
            pad = self._desk.open(target.dossier)
        except SessionpadError as error:
            self.say_or_offer(error, target.dossier, lambda: self.open_dossier(target))
            return
        self.hush()
        screen = DossierScreen(self.texts, self._desk, pad, Saver(pad, self))
        self.app.push_screen(screen)
        if target.is_for_writing:
            screen.call_after_refresh(screen.go_to, target.row, target.column)

    def say_or_offer(self, error: SessionpadError, dossier_id: DossierId, then: Callable[[], object]) -> None:
        """What is wrong with a dossier; or its earlier versions, and what to do when one of them is back."""
        from sessionpad.ui.screens.past import PastScreen, has_way_back  # noqa: PLC0415  only when something is wrong

        if not has_way_back(error):
            self.say_trouble(error)
            return

        def back(restored: object) -> None:
            if restored:
                then()

        self.app.push_screen(PastScreen(self.texts, self._desk.past(dossier_id), self._desk.now), back)
