from __future__ import annotations

from datetime import datetime

from textual.content import Content
from textual.reactive import reactive

from sessionpad.i18n.dates import clock_time
from sessionpad.i18n.texts import N_
from sessionpad.ui.widgets.speaking import Speaking


class TalkTime(Speaking):
    """The time of day, and how long the conversation has been going."""

    DEFAULT_CSS = "TalkTime { width: auto; height: 1; color: $quiet; }"

    now: reactive[datetime | None] = reactive[datetime | None](None, layout=True)
    began: reactive[datetime | None] = reactive[datetime | None](None, layout=True)
    planned: reactive[int] = reactive(50, layout=True)
    """How many minutes a talk takes."""

    def render(self) -> Content:
        if self.now is None or self.began is None:
            return Content("")
        minutes = max(int((self.now - self.began).total_seconds() // 60), 0)
        clock = clock_time(self.now, self.texts.language)
        if minutes > 4 * self.planned:
            return Content(f"{clock} · ")
        spent = self.texts.say(N_("{minutes} of {planned} min"), minutes=minutes, planned=self.planned)
        return Content(f"{clock} · {spent} · ")
