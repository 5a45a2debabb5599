"""What is the coach's alone: memory aids, a worry, a doubt, safety. Source: TGH-40, GW-13, IW-15."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from sessionpad.i18n.checklists import FIRST_TALK, LAST_TALK
from sessionpad.i18n.texts import N_
from sessionpad.method.checklists import FirstTalk, LastTalk
from sessionpad.ui.parts import Day, Text
from sessionpad.ui.screens.parts_form import PartsScreen
from sessionpad.ui.widgets.choice import Choice, names_in, picked
from sessionpad.ui.widgets.line import Label

LISTS = {"first": FirstTalk, "last": LastTalk}


class MineScreen(PartsScreen):
    called = N_("for me alone")
    groups = (
        (
            N_("A worry about what the client chooses; the choice stays the client's"),
            (
                Text("worry", N_("What worries me, and for what reason"), lines=3),
                Day("worry_told_on", N_("Said to the client on"), past=True),
                Text("doubts", N_("Doubts, or limits of mine or of the organisation"), lines=2),
            ),
        ),
        (
            N_("Safety comes first; the protocol of your own organisation counts, sessionpad judges nothing"),
            (Text("safety", N_("Talked over with"), lines=2), Day("safety_on", N_("On"), past=True)),
        ),
    )

    def compose_form(self) -> Iterable[Widget]:
        text = N_(
            "This stands in no document, no hand-over and no view of the client. "
            "A client who asks to see the dossier may have a right to see this too."
        )
        yield Label(self.texts, text, classes="quiet")
        first, last = self._lists().values()
        yield Choice(self.texts, "first", N_("Memory aid for a first talk"), FIRST_TALK, first, several=True)
        yield from super().compose_form()
        yield Choice(self.texts, "last", N_("Memory aid for the end"), LAST_TALK, last, several=True)

    def record(self) -> Any:
        return self._pad.dossier.coach_side

    def keep(self, key: str, value: Any) -> None:
        self._pad.change_coach_side(**{key: value})

    def _lists(self) -> dict[str, str]:
        side = self._pad.dossier.coach_side
        return {key: picked(item for item in map(str, kind) if side.has(item)) for key, kind in LISTS.items()}

    def values(self) -> dict[str, str]:
        return super().values() | self._lists()

    def put(self, key: str, value: str) -> None:
        if key not in LISTS:
            super().put(key, value)
            return
        ticked = names_in(value)
        for item in map(str, LISTS[key]):
            self._pad.check(item, is_done=item in ticked)
