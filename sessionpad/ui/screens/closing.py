"""Rounding off: the summary read back as a question, the next appointment, a positive last word. All may be skipped."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.desk import Desk
from sessionpad.desk.opened import field_act
from sessionpad.desk.pad import Pad
from sessionpad.domain.dossier import tasks_agreed
from sessionpad.domain.ids import SessionId
from sessionpad.domain.session import Session, Tempo
from sessionpad.errors import InvalidInput
from sessionpad.i18n.moments import long_moment
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.tasks import describe_task_fully
from sessionpad.i18n.terms import TEMPOS
from sessionpad.i18n.texts import N_, Texts
from sessionpad.method.dates import read_moment
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.form import FormScreen
from sessionpad.ui.widgets.choice import Choice, one_of, picked
from sessionpad.ui.widgets.field import Entry, Field
from sessionpad.ui.widgets.line import Block, Label

RIGHT: Final = {"right": N_("it is right")}
"""What can be ticked about the summary. Source: GW-44."""


class Ended:
    """What this screen gives when the conversation was ended, and not just left for a moment."""


class ClosingScreen(FormScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "end", N_("end this talk"), id="end", tooltip=N_("Keep all of this and end the conversation")),
    ]

    def __init__(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver, session: SessionId) -> None:
        super().__init__(texts, desk, pad, saver)
        self._session_id = session

    @property
    def way(self) -> str:
        return "round_off"

    @property
    def _session(self) -> Session:
        return self._pad.dossier.session(self._session_id)

    @property
    def heading(self) -> str:
        return f"{self._pad.dossier.client.code} · {self.texts.say(N_('rounding off'))}"

    def compose_form(self) -> Iterable[Widget]:
        values = self.values()
        yield Label(self.texts, N_("Everything here may be skipped. What is typed is kept."), classes="quiet")
        yield Field(self.texts, "summary", N_("Summary: read it back as a question"), values["summary"], lines=5)
        yield Choice(self.texts, "right", N_("And the client?"), RIGHT, values["right"], several=True)
        yield Field(self.texts, "reached", N_("What came of what you wanted?"), values["reached"], lines=2)
        yield Label(self.texts, N_("Agreed for the next time"), classes="part")
        yield Block(self.texts, id="agreed")
        yield Choice(self.texts, "tempo", N_("What would you like now?"), TEMPOS, values["tempo"])
        yield Field(self.texts, "next", N_("Next appointment"), values["next"])
        yield Field(self.texts, "where", N_("Where"), values["where"])
        yield Field(self.texts, "useful", N_("What was of use to you today?"), values["useful"], lines=2)
        yield Field(self.texts, "otherwise", N_("What would you like otherwise?"), values["otherwise"], lines=2)
        yield Field(self.texts, "last", N_("Positive last word"), values["last"], lines=3)

    def relabel(self) -> None:
        super().relabel()
        wanted = self._session.wanted
        self.field("reached").display = bool(wanted or self._session.reached)
        self.field("reached").advise(self.texts.say(N_("At the start: {wanted}"), wanted=wanted) if wanted else "")
        self.field("summary").advise(self.texts.say(N_("For instance: if I understand you well, ... Is that right?")))
        self.field("last").advise(self.texts.say(N_("What went well today, in one line: because I saw you ...")))
        self._echo_moment(self.field("next").value)
        today = self._desk.today
        tasks = tasks_agreed(self._pad.dossier, self._session)
        lines = [Content(f"☐ {task.text}  ({describe_task_fully(task, self.texts, today)})") for task in tasks]
        none = Content(self.texts.say(N_("Nothing yet: Esc goes back to the talk, where Ctrl+T catches a task.")))
        self.query_one("#agreed", Block).content = Content("\n").join(lines) if lines else none

    def put(self, key: str, value: str) -> None:
        match key:
            case "summary":
                self._pad.change_session(self._session_id, "summary", summary=value)
            case "where":
                self._pad.change_session(self._session_id, "next", next_where=value)
            case "last":
                self._pad.change_session(self._session_id, "last-word", last_word=value)
            case "next":
                self._pad.change_session(self._session_id, "next", next_at=self._echo_moment(value))
            case _:
                self._set(key, value)

    def _set(self, key: str, value: str) -> None:
        fields: dict[str, object] = {key: value}
        if key == "right":
            fields = {"summary_right": bool(value)}
        elif key == "tempo":
            fields = {"tempo": one_of(Tempo, value)}
        self._pad.change_session(self._session_id, field_act("session", fields), **fields)

    def values(self) -> dict[str, str]:
        session = self._session
        return {
            "reached": session.reached,
            "summary": session.summary,
            "right": picked(RIGHT if session.summary_right else ()),
            "tempo": session.tempo or "",
            "useful": session.useful,
            "otherwise": session.otherwise,
            "next": self._typed_moment(session.next_at),
            "where": session.next_where,
            "last": session.last_word,
        }

    def _echo_moment(self, value: str) -> datetime | None:
        """Say in full what was read, and give it; what cannot be read is said too, and stays as it was typed."""
        field = self.field("next")
        if not value.strip():
            field.advise(self.texts.say(N_("For instance: fri 14:30, 27/11 9:00, +2w")))
            return None
        read = read_moment(value, self._desk.today)
        if read is None:
            field.advise(sentence(InvalidInput("date-unknown"), self.texts))
            return self._session.next_at
        at = datetime.combine(read[0], read[1] or time(), self._desk.now.tzinfo)
        field.advise(long_moment(at, self.texts))
        return at

    @staticmethod
    def _typed_moment(at: datetime | None) -> str:
        """The appointment in a form that can be read back."""
        if at is None:
            return ""
        return f"{at:%d-%m-%Y}" if at.time() == time() else f"{at:%d-%m-%Y %H:%M}"

    @property
    def within(self) -> SessionId:
        return self._session_id

    def unread(self) -> Iterable[Entry]:
        field = self.field("next")
        if field.value.strip() and read_moment(field.value, self._desk.today) is None:
            yield field

    async def action_end(self) -> None:
        self.take_in()
        if not self.may_go():
            return
        if self.act(lambda: self._pad.end_session(self._session_id)) and await self._saver.flush():
            self.dismiss(Ended())
