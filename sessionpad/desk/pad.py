"""One opened dossier: every act of the coach is a method here, and none of them contains a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from sessionpad.desk.caught import new_task, said_again, same_task
from sessionpad.desk.history import History
from sessionpad.domain import agreeing
from sessionpad.domain import dossier as dossiers
from sessionpad.domain import session as sessions
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import AgreementId, SessionId, TaskId
from sessionpad.domain.notes import text_of
from sessionpad.domain.scoring import Level, Scale
from sessionpad.domain.session import Session
from sessionpad.domain.task import State, Task
from sessionpad.domain.text import clean_text
from sessionpad.domain.trajectory import Dismissed
from sessionpad.errors import Conflict, InvalidInput
from sessionpad.method import limits
from sessionpad.method.capture import Draft, read_task
from sessionpad.method.finding import Finding

if TYPE_CHECKING:
    from sessionpad.store.repository import Repository

Clock: TypeAlias = Callable[[], datetime]
NewId: TypeAlias = Callable[[], str]


@dataclass(frozen=True)
class Captured:
    """What came of a typed task line."""

    task: Task
    is_new: bool
    """False when this task was already agreed in this conversation; a date or kind in the line is taken over."""
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Saved:
    revision: int
    at: datetime


class Pad:
    """The dossier on the desk. Acts change the value in memory at once; `save` brings the newest value to disk."""

    def __init__(
        self,
        repository: Repository,
        dossier: Dossier,
        revision: int,
        clock: Clock,
        new_id: NewId,
        *,
        read_only: bool = False,
    ) -> None:
        self._repository = repository
        self._read_only = read_only
        self._clock = clock
        self._new_id = new_id
        self._saving = Lock()
        self._saved = dossier
        self._revision = revision
        self._history = History()
        self.dossier = dossier

    # saving

    @property
    def is_saved(self) -> bool:
        return self.dossier is self._saved

    def save(self) -> Saved:
        """Bring the newest value to disk; safe to call from any thread, one save at a time.

        Raises:
            StorageFailed: the disk said no; the earlier version is whole and the value stays in memory.
            Conflict: the file was changed underneath, or the vault is open for reading only.
            Busy: the vault is open for reading only, because another program has it.
        """
        with self._saving:
            newest = self.dossier
            if newest is not self._saved:
                self._revision = self._repository.save(newest, expected=self._revision).revision
                self._saved = newest
            return Saved(self._revision, self._clock())

    # undo

    def undo(self, *, within: SessionId | None = None) -> str | None:
        """Go back to the value before the last act.

        Args:
            within: a conversation that must still be there afterwards, because it is on the screen.

        Returns:
            The name of that act, None when there is none.
        """
        act = self._history.undo()
        if act is None:
            return None
        if within is not None and all(each.id != within for each in act.before.sessions):
            self._history.redo()
            return None
        self.dossier = act.before
        return act.name

    def redo(self) -> str | None:
        act = self._history.redo()
        if act is None:
            return None
        self.dossier = act.after
        return act.name

    def _do(self, name: str, after: Dossier, *, joins: bool = False) -> None:
        if self._read_only:
            raise Conflict("read-only")
        if after != self.dossier:
            self._history.add(name, self.dossier, after, self._clock(), joins=joins)
            self.dossier = after

    # the conversation

    def start_session(self) -> Session:
        """Today's conversation that is under way, or else a new one.

        One that was left open on an earlier day is ended first. The file as it is now is kept as a version.
        """
        now, under_way = self._clock(), self.dossier.open_session
        if under_way is not None and under_way.started_at.astimezone(now.tzinfo).date() == now.date():
            return under_way
        if under_way is not None:
            self._do("end", dossiers.change_session(self.dossier, under_way.id, sessions.end_where_it_stopped))
        self._repository.start_version(self.dossier.id, now)
        self._do("session", dossiers.start_session(self.dossier, SessionId(self._new_id()), now))
        return self.dossier.sessions[-1]

    def change_session(self, session: SessionId, name: str, **fields: object) -> None:
        """Set fields of a conversation, such as its summary; typing in one field is one act."""
        cleaned = _cleaned(fields)
        changed = dossiers.change_session(self.dossier, session, lambda each: msgspec.structs.replace(each, **cleaned))
        self._do(name, changed, joins=True)

    def end_session(self, session: SessionId) -> None:
        now = self._clock()
        self._do("end", dossiers.change_session(self.dossier, session, lambda each: sessions.end(each, now)))

    def write_notes(self, session: SessionId, text: str) -> None:
        """The whole notes as they stand now. A new line begins a new act."""
        cleaned, now = clean_text(text), self._clock()
        before = text_of(self.dossier.session(session).notes)
        joins = before.count("\n") == cleaned.count("\n")
        self._do("notes", dossiers.write_notes(self.dossier, session, cleaned, now), joins=joins)

    def add_note(self, text: str) -> None:
        """One dated note outside a talk: at the end of the talk that is under way, or else one of its own.

        Raises:
            InvalidInput: the note says nothing.
        """
        under_way, now, noted = self.dossier.open_session, self._clock(), clean_text(text).strip()
        if not noted:
            raise InvalidInput("text-empty")
        if under_way is not None:
            notes = text_of(under_way.notes)
            self.write_notes(under_way.id, f"{notes}\n{noted}" if notes else noted)
            return
        session = Session(
            id=SessionId(self._new_id()),
            trajectory=self.dossier.trajectory.id,
            started_at=now,
            ended_at=now,
            is_talk=False,
        )
        written = sessions.write(session, noted, now)
        self._do("notes", msgspec.structs.replace(self.dossier, sessions=(*self.dossier.sessions, written)))

    def read_task(self, line: str) -> Draft:
        """What a typed line would become; used for the echo while typing."""
        return read_task(clean_text(line), today=self._clock().date())

    def capture(self, line: str, session: SessionId | None) -> Captured:
        """A typed line becomes a task of the current trajectory.

        Raises:
            InvalidInput: the line says nothing.
        """
        draft = self.read_task(line)
        if not draft.text:
            raise InvalidInput("text-empty")
        now, there = self._clock(), same_task(draft, self.dossier, session)
        if there is not None:
            again = said_again(there, draft)
            self._do("task", dossiers.change_task(self.dossier, there.id, lambda _: again))
            return Captured(again, is_new=False, findings=draft.findings)
        task = new_task(draft, self.dossier, TaskId(self._new_id()), session, now)
        self._do("task", dossiers.add_task(self.dossier, task))
        return Captured(task, is_new=True, findings=(*draft.findings, *limits.findings(self.dossier, now.date())))

    def score(self, session: SessionId, task: TaskId, scale: Scale, level: Level | None) -> None:
        now = self._clock()
        self._do(
            "score",
            dossiers.change_session(self.dossier, session, lambda each: sessions.score(each, task, scale, level, now)),
        )

    def review(self, session: SessionId, task: TaskId, **fields: object) -> None:
        """Set fields of a review, such as the outcome or what held the task back."""
        now, cleaned = self._clock(), _cleaned(fields)
        self._do(
            "review",
            dossiers.change_session(
                self.dossier, session, lambda each: sessions.change_review(each, task, now, **cleaned)
            ),
        )

    def end_task(self, task: TaskId, state: State) -> None:
        self._do("task-state", dossiers.end_task(self.dossier, task, state, self._clock()))

    def ask(self, session: SessionId, card: str, step: int, notes: str) -> None:
        """A card was asked: remembered with the conversation, and its question stands in the notes."""
        now = self._clock()
        asked = dossiers.change_session(self.dossier, session, lambda each: sessions.ask(each, card, step, now))
        self._do("asked", dossiers.write_notes(asked, session, clean_text(notes), now))

    # what is agreed

    def change_client(self, **fields: object) -> None:
        """Set fields of the client; typing in one field is one act, here and below."""
        client = msgspec.structs.replace(self.dossier.client, **_cleaned(fields))
        self._do(_field("client", fields), msgspec.structs.replace(self.dossier, client=client), joins=True)

    def change_trajectory(self, **fields: object) -> None:
        self._change_trajectory(_field("trajectory", fields), **_cleaned(fields))

    def change_goal(self, **fields: object) -> None:
        goal = msgspec.structs.replace(self.dossier.trajectory.goal, **_cleaned(fields))
        self._change_trajectory(_field("goal", fields), goal=goal)

    def change_problem(self, **fields: object) -> None:
        problem = msgspec.structs.replace(self.dossier.trajectory.problem, **_cleaned(fields))
        self._change_trajectory(_field("problem", fields), problem=problem)

    def _change_trajectory(self, name: str, **fields: object) -> None:
        changed = dossiers.change_trajectory(
            self.dossier, self.dossier.trajectory.id, lambda each: msgspec.structs.replace(each, **fields)
        )
        self._do(name, changed, joins=True)

    def dismiss(self, code: str, text: str) -> None:
        """Do not show this hint again for this text."""
        seen = Dismissed(code=code, text=text)
        if seen not in self.dossier.trajectory.dismissed:
            self._change_trajectory("hint", dismissed=(*self.dossier.trajectory.dismissed, seen))

    def make_agreement(self) -> None:
        """Freeze what is agreed now as the next agreement, made and (when written) signed today."""
        on = self._clock().date()
        self._do("agreement", agreeing.make_agreement(self.dossier, AgreementId(self._new_id()), on))


def _cleaned(fields: dict[str, object]) -> dict[str, object]:
    return {key: clean_text(value) if isinstance(value, str) else value for key, value in fields.items()}


def _field(of: str, fields: Iterable[str]) -> str:
    """The name of the act of filling in these fields."""
    return "-".join(("field", of, *fields))
