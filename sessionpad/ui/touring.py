"""The tour over the screens of the demo: where it is shown, how it begins, and how it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sessionpad.desk.door import DemoDoor
from sessionpad.ui.choosing import ChoosingApp
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.watching import Stage
from sessionpad.ui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.timer import Timer

    from sessionpad.ui.tour import Sight, Tour

LOOK: Final = 0.2
"""Seconds between two looks at what was done; only while there is a tour."""


class TouringApp(ChoosingApp):
    """A pad that can be shown around in, when its clients are fictional."""

    tour: Tour | None = None
    _looking: Timer | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "tour":
                return isinstance(self.door, DemoDoor) and self.stage in {Stage.OPEN, Stage.RETURNING}
            case "offer_tour":
                return self.tour is None and self.check_action("tour", ())
            case _:
                return super().check_action(action, parameters)

    def action_tour(self) -> None:
        """Begin it, or leave it. What is said of it is said in the app's own turn, so never twice."""
        if self.tour is not None:
            self.call_next(self._leave_tour)
        elif self.desk is not None:
            from sessionpad.ui.tour import Tour  # noqa: PLC0415  only when it is asked for

            self.tour = Tour(self.desk.now)
            if isinstance(self.screen, PadScreen):
                self.screen.hush()
            self._looking = self.set_interval(LOOK, self._look_around)
            self.call_next(self._look_around)

    def _leave_tour(self) -> None:
        from sessionpad.ui.widgets.tour_line import TourLine  # noqa: PLC0415  idem

        self.tour = None
        if self._looking is not None:
            self._looking.stop()
        for screen in self.every_screen:
            screen.query(TourLine).remove()  # not waited for: a screen below the top one takes its time

    async def _look_around(self) -> None:
        """Go on past what was done, and say what comes next on the screen that is on top."""
        if self.tour is None or self.stage is not Stage.OPEN or not isinstance(self.screen, PadScreen):
            return
        sight = self._sight(self.tour)
        self.tour.look(sight)
        if self.tour.is_over:
            self._leave_tour()
        else:
            await self._say_on(self.screen, self.tour.line(sight, self.texts))

    async def _say_on(self, screen: PadScreen, said: tuple[str, str]) -> None:
        from sessionpad.ui.widgets.tour_line import TourLine  # noqa: PLC0415  idem

        for line in screen.query(TourLine):
            line.said = said
            return
        for keys in screen.query(KeyLine):
            line = TourLine(self.texts)
            line.set_reactive(TourLine.said, said)
            await screen.mount(line, before=keys)

    def _sight(self, tour: Tour) -> Sight:
        from sessionpad.ui.screens.over_dossier import OverDossier  # noqa: PLC0415  idem
        from sessionpad.ui.tour import Sight  # noqa: PLC0415  idem

        *under, top = (type(each).__name__ for each in self.screen_stack)
        over = next((each for each in reversed(self.screen_stack) if isinstance(each, OverDossier)), None)
        return Sight(
            screen=top, under=tuple(under), dossier=over.sought if over is not None else None, began=tour.began
        )
