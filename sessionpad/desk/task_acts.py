"""What is done with a task apart from talking about it: filled in, split, practised, decided on."""

from __future__ import annotations

import msgspec

from sessionpad.desk.caught import Captured, new_task, part_of
from sessionpad.desk.opened import Opened, cleaned, field_act
from sessionpad.domain import dossier as dossiers
from sessionpad.domain import session as sessions
from sessionpad.domain import task_order
from sessionpad.domain.ids import SessionId, TaskId
from sessionpad.domain.scoring import Decision
from sessionpad.domain.task import Kind, Owner, State, Task
from sessionpad.domain.text import clean_text
from sessionpad.errors import InvalidInput
from sessionpad.method import limits
from sessionpad.method.capture import Draft, read_task


class TaskActs(Opened):
    def change_task(self, task: TaskId, **fields: object) -> None:
        """Set fields of a task; typing in one field is one act.

        Raises:
            LookupError: there is no such task.
        """
        new = cleaned(fields)
        self.dossier.task(task)
        changed = dossiers.change_task(self.dossier, task, lambda each: msgspec.structs.replace(each, **new))
        self.do(field_act(f"task-{task}", fields), changed, joins=True)

    def read_part(self, whole: TaskId, line: str) -> Draft:
        """What a typed line would become as a part of this task: its owner, unless the line names another."""
        task = self.dossier.task(whole)
        return read_task(clean_text(line), today=self.now.date(), owner=task.owner, person=task.person)

    def split_task(self, whole: TaskId, line: str, session: SessionId | None) -> Captured:
        """A typed line becomes a smaller task that is part of this one. Source: TGH-11.

        Raises:
            InvalidInput: the line says nothing.
        """
        draft = self.read_part(whole, line)
        if not draft.text:
            raise InvalidInput("text-empty")
        task = part_of(self.dossier.task(whole), draft, TaskId(self.new_id()), session, self.now)
        self.do("split", dossiers.add_task(self.dossier, task))
        return Captured(task, is_new=True, findings=(*draft.findings, *limits.findings(self.dossier, self.now.date())))

    def change_places(self, one: TaskId, other: TaskId) -> None:
        """Put the one where the other is."""
        self.do("move-tasks", task_order.change_places(self.dossier, one, other))

    def take_out(self, task: TaskId) -> bool:
        """Take out a task that was never talked about; any other is let go. Returns whether it was taken out."""
        if task_order.was_talked_about(self.dossier, task):
            self.do("task-state", dossiers.end_task(self.dossier, task, State.STOPPED, self.now))
            return False
        self.do("drop-tasks", task_order.take_out(self.dossier, task))
        return True

    def practise(self, of: TaskId, text: str, session: SessionId) -> Task:
        """A task for this very talk: doing something together before it is done outside. Source: TGH-76, GW-103."""
        draft = Draft(text=cleaned(text), owner=Owner.TOGETHER, kind=Kind.CONTACT)
        made = new_task(draft, self.dossier, TaskId(self.new_id()), session, self.now)
        task = msgspec.structs.replace(made, trajectory=self.dossier.task(of).trajectory)
        self.do("practise", dossiers.add_task(self.dossier, task))
        return task

    def decide(self, session: SessionId, task: TaskId, decision: Decision | None) -> None:
        """What happens with a task after its review. Letting it go ends it, and another decision opens it again."""
        now, before = self.now, self.dossier.session(session).review_of(task)
        decided = dossiers.change_session(
            self.dossier, session, lambda each: sessions.change_review(each, task, now, decision=decision)
        )
        was_stopped = before is not None and before.decision is Decision.STOP
        if decision is Decision.STOP:
            decided = dossiers.end_task(decided, task, State.STOPPED, now)
        elif was_stopped and self.dossier.task(task).state is State.STOPPED:
            decided = dossiers.end_task(decided, task, State.OPEN, now)
        self.do("decision", decided)
