from __future__ import annotations

from datetime import datetime
from enum import Enum

from textual.content import Content
from textual.reactive import reactive

from sessionpad.i18n.texts import N_
from sessionpad.ui.widgets.speaking import Speaking


class SaveState(Enum):
    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"
    READING = "reading"


class SaveMark(Speaking):
    """Says whether what is on the screen is on disk. It says "saved" only after the disk did."""

    DEFAULT_CSS = """
    SaveMark { width: 17; height: 1; color: $quiet; text-align: right; }
    SaveMark.-failed { color: $background; background: $error; text-style: bold; }
    """

    state: reactive[SaveState] = reactive(SaveState.SAVED)
    at: reactive[datetime | None] = reactive[datetime | None](None)

    def watch_state(self, state: SaveState) -> None:
        self.set_class(state is SaveState.FAILED, "-failed")

    def render(self) -> Content:
        say = self.texts.say
        if self.state is SaveState.FAILED:
            failed = say(N_("NOT SAVED"))
            return Content(f" {failed} ")
        if self.state is SaveState.READING:
            return Content(say(N_("reading only")))
        if self.state is SaveState.SAVING:
            return Content(say(N_("saving...")))
        if self.at is None:
            return Content(say(N_("saved")))
        return Content(say(N_("saved {time}"), time=self.at.strftime("%H:%M:%S")))
