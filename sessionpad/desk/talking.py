"""What a coach does in a conversation: note, catch a task, score, ask, round off."""

from __future__ import annotations

from typing import Final

import msgspec

from sessionpad.desk.caught import Captured, new_task, parked_of, said_again, same_task
from sessionpad.desk.opened import Opened, cleaned, field_act
from sessionpad.domain import dossier as dossiers
from sessionpad.domain import listed
from sessionpad.domain import session as sessions
from sessionpad.domain.around import Parked
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import ParkedId, SessionId, TaskId
from sessionpad.domain.notes import Mark, body_of, length_of, text_of
from sessionpad.domain.scoring import Level, Scale
from sessionpad.domain.session import Session
from sessionpad.domain.task import State
from sessionpad.domain.text import clean_text
from sessionpad.errors import InvalidInput
from sessionpad.method import limits
from sessionpad.method.capture import Draft, read_later, read_task

BY_HAND: Final = 200
"""Signs that can be typed between two savings; more came from elsewhere and is an act of its own."""


class Talking(Opened):
    def start_session(self) -> Session:
        """Today's conversation that is under way, or else a new one.

        One that was left open on an earlier day is ended first. The file as it is now is kept as a version.
        """
        now, under_way = self.now, self.dossier.open_session
        if under_way is not None and under_way.started_at.astimezone(now.tzinfo).date() == now.date():
            return under_way
        if under_way is not None:
            self.do("end", dossiers.change_session(self.dossier, under_way.id, sessions.end_where_it_stopped))
        self._repository.start_version(self.dossier.id, now)
        self.do("session", dossiers.start_session(self.dossier, SessionId(self.new_id()), now))
        return self.dossier.sessions[-1]

    def change_session(self, session: SessionId, name: str, **fields: object) -> None:
        """Set fields of a conversation, such as its summary; typing in one field is one act."""
        new = cleaned(fields)
        changed = dossiers.change_session(self.dossier, session, lambda each: msgspec.structs.replace(each, **new))
        self.do(name, changed, joins=True)

    def end_session(self, session: SessionId) -> None:
        """End the conversation; what is to come back to and stands in its notes goes on the list. Source: GW-42."""
        now, dossier = self.now, self.dossier
        for line in dossier.session(session).notes:
            if line.mark is Mark.LATER:
                dossier = self._put_aside(dossier, line.text, session) or dossier
        self.do("end", dossiers.change_session(dossier, session, lambda each: sessions.end(each, now)))

    def park(self, line: str, session: SessionId | None) -> Parked:
        """Put a subject aside, from a line such as `? de auto !+2w`. Source: GW-42.

        Raises:
            InvalidInput: the line says nothing.
        """
        changed = self._put_aside(self.dossier, clean_text(line), session)
        if changed is None:
            raise InvalidInput("text-empty")
        self.do("park", changed)
        text, _ = read_later(body_of(clean_text(line)), today=self.now.date())
        return next(each for each in reversed(changed.parked) if (each.session, each.text) == (session, text))

    def _put_aside(self, dossier: Dossier, line: str, session: SessionId | None) -> Dossier | None:
        parked = parked_of(dossier, line, session, ParkedId(self.new_id()), self.now)
        return listed.put(dossier, "parked", parked) if parked is not None else None

    def write_notes(self, session: SessionId, text: str) -> None:
        """The whole notes as they stand now. A new line begins a new act, and so does what is too much for a hand."""
        after = dossiers.write_notes(self.dossier, session, text, self.now)
        before, now = (each.session(session).notes for each in (self.dossier, after))
        same_lines = max(len(before), 1) == max(len(now), 1)
        self.do("notes", after, joins=same_lines and abs(length_of(now) - length_of(before)) <= BY_HAND)

    def add_note(self, text: str) -> None:
        """One dated note outside a talk: at the end of the talk that is under way, or else one of its own.

        Raises:
            InvalidInput: the note says nothing.
        """
        under_way, now, noted = self.dossier.open_session, self.now, clean_text(text).strip()
        if not noted:
            raise InvalidInput("text-empty")
        if under_way is not None:
            notes = text_of(under_way.notes)
            self.write_notes(under_way.id, f"{notes}\n{noted}" if notes else noted)
            return
        session = Session(
            id=SessionId(self.new_id()),
            trajectory=self.dossier.trajectory.id,
            started_at=now,
            ended_at=now,
            is_talk=False,
        )
        written = sessions.write(session, noted, now)
        self.do("notes", dossiers.add_session(self.dossier, written))

    def read_task(self, line: str) -> Draft:
        """What a typed line would become; used for the echo while typing."""
        return read_task(clean_text(line), today=self.now.date())

    def capture(self, line: str, session: SessionId | None) -> Captured:
        """A typed line becomes a task of the current trajectory.

        Raises:
            InvalidInput: the line says nothing.
        """
        draft = self.read_task(line)
        if not draft.text:
            raise InvalidInput("text-empty")
        now, there = self.now, same_task(draft, self.dossier, session)
        if there is not None:
            again = said_again(there, draft)
            self.do("task", dossiers.change_task(self.dossier, there.id, lambda _: again))
            return Captured(again, is_new=False, findings=draft.findings)
        task = new_task(draft, self.dossier, TaskId(self.new_id()), session, now)
        self.do("task", dossiers.add_task(self.dossier, task))
        return Captured(task, is_new=True, findings=(*draft.findings, *limits.findings(self.dossier, now.date())))

    def score(
        self, session: SessionId, task: TaskId, scale: Scale, level: Level | None, *, by_coach: bool = False
    ) -> None:
        """The client's score, which is the one that counts, or the coach's own beside it."""
        now = self.now
        scored = dossiers.change_session(
            self.dossier, session, lambda each: sessions.score(each, task, scale, level, now, by_coach=by_coach)
        )
        self.do("score", scored)

    def score_both(self, task: TaskId, effort: Level, result: Level) -> None:
        """Both scores at once: in the talk that is under way, or else as something said between two talks.

        Raises:
            InvalidInput: the talk that is under way did not open on this task ("task-not-reviewed").
        """
        now, under_way = self.now, self.dossier.open_session
        if under_way is not None and task not in under_way.opened_on:
            raise InvalidInput("task-not-reviewed")
        session = under_way or Session(
            id=SessionId(self.new_id()),
            trajectory=self.dossier.task(task).trajectory,
            started_at=now,
            ended_at=now,
            is_talk=False,
            opened_on=(task,),
        )
        scored = sessions.score(session, task, Scale.EFFORT, effort, now)
        scored = sessions.score(scored, task, Scale.RESULT, result, now)
        if under_way is not None:
            self.do("score", dossiers.change_session(self.dossier, session.id, lambda _: scored))
        else:
            self.do("score", msgspec.structs.replace(self.dossier, sessions=(*self.dossier.sessions, scored)))

    def review(self, session: SessionId, task: TaskId, **fields: object) -> None:
        """Set fields of a review, such as the outcome or what held the task back; typing in one field is one act."""
        now, new = self.now, cleaned(fields)
        reviewed = dossiers.change_session(
            self.dossier, session, lambda each: sessions.change_review(each, task, now, **new)
        )
        self.do(field_act(f"review-{task}", fields), reviewed, joins=True)

    def end_task(self, task: TaskId, state: State) -> None:
        self.do("task-state", dossiers.end_task(self.dossier, task, state, self.now))

    def ask(self, session: SessionId, card: str, step: int, notes: str) -> None:
        """A card was asked: remembered with the conversation, and its question stands in the notes."""
        now = self.now
        asked = dossiers.change_session(self.dossier, session, lambda each: sessions.ask(each, card, step, now))
        self.do("asked", dossiers.write_notes(asked, session, notes, now))
