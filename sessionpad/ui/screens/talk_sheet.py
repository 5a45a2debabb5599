"""What goes with a talk beside its notes: what the client wants from it, where it is, who is there, what happened."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.opened import field_act
from sessionpad.desk.pad import Pad
from sessionpad.domain.ids import SessionId
from sessionpad.domain.session import Event, Place, Session
from sessionpad.domain.trajectory import Phase
from sessionpad.i18n.dates import long_date
from sessionpad.i18n.terms import EVENTS, PLACES
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import PHASES
from sessionpad.method.evaluating import evaluation_due
from sessionpad.ui.screens.typed import names_typed
from sessionpad.ui.widgets.choice import Choice, names_in, one_of, picked, some_of
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.line import Block
from sessionpad.ui.widgets.press import Press
from sessionpad.ui.widgets.sheet import Sheet


class TalkSheet(Sheet):
    def __init__(self, texts: Texts, pad: Pad, session: SessionId) -> None:
        super().__init__(texts, id="talk")
        self._pad = pad
        self._session_id = session

    def compose_fields(self) -> Iterable[Widget]:
        texts = self._first_texts
        yield Field(texts, "wanted", N_("What do you want by the end of this talk?"), lines=2)
        yield Choice(texts, "place", N_("Where we are"), PLACES)
        yield Choice(texts, "known", N_("Who else is here"), {}, several=True)
        yield Field(texts, "others", N_("And also, with commas between the names"))
        yield Choice(texts, "events", N_("What happened since the last time"), EVENTS, several=True)
        yield Press(texts, N_("look at problem and goal again"), id="look-again")
        yield Choice(texts, "phases", N_("What this talk is about"), PHASES, several=True)
        yield Field(texts, "realised", N_("Looking back on the goal: was it realised?"), lines=2)
        yield Field(texts, "brought", N_("And did it bring what was wanted?"), lines=2)

    @property
    def _session(self) -> Session:
        return self._pad.dossier.session(self._session_id)

    @property
    def _people(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(person.name for person in self._pad.dossier.client.people if person.name))

    def values(self) -> dict[str, str]:
        session, closing = self._session, self._pad.dossier.trajectory.closing
        known = self._people
        return {
            "wanted": session.wanted,
            "place": session.place or "",
            "known": picked(name for name in session.present if name in known),
            "others": ", ".join(name for name in session.present if name not in known),
            "events": picked(session.events),
            "phases": picked(session.phases),
            "realised": closing.realised,
            "brought": closing.brought,
        }

    def put(self, key: str, value: str) -> None:
        match key:
            case "place":
                self._set(place=one_of(Place, value))
            case "known" | "others":
                known, others = names_in(self.field("known").value), names_typed(self.field("others").value)
                self._set(present=tuple(dict.fromkeys((*known, *others))))
            case "events":
                self._set(events=some_of(Event, value))
            case "phases":
                self._set(phases=some_of(Phase, value))
            case "realised" | "brought":
                self._pad.change_closing(**{key: value})
            case _:
                self._set(wanted=value)

    def _set(self, **fields: object) -> None:
        self._pad.change_session(self._session_id, field_act("session", fields), **fields)

    def open(self) -> None:
        people = self.query_one("#field-known", Choice)
        people.offer(self._people)
        super().open()

    def tell(self) -> None:
        session, say = self._session, self.texts.say
        self.query_one(".head", Block).content = Content.styled(say(N_("All of this may be skipped.")), "$quiet")
        self.field("known").display = bool(self._people)
        several = say(N_("More people hear this. What may be said here, and what is for the client alone?"))
        self.field("others").advise(several if session.present else "")
        self.field("events").advise(self._of_events(session))
        self.query_one("#look-again").display = bool(session.events)
        due = evaluation_due(self._pad.dossier, session, self._pad.now.date())
        for key in ("realised", "brought"):
            self.field(key).display = due is not None
        if due is not None:
            day = long_date(due, self.texts.language)
            self.field("realised").advise(say(N_("A moment to look back was planned for {day}."), day=day))

    def _of_events(self, session: Session) -> str:
        if Event.RELAPSE in session.events or Event.CRISIS in session.events:
            return self.texts.say(N_("That is part of it. What can we learn from it, and what is needed first?"))
        return ""
