"""One fictional client in one language: its words, its ids and the first values made of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, TypeVar
from uuid import UUID, uuid5

import msgspec

from sessionpad.desk.demo.days import Days
from sessionpad.domain.client import Client, Person, Role
from sessionpad.domain.dossier import Dossier, new_dossier
from sessionpad.domain.goal import Aim, Goal, Problem
from sessionpad.domain.ids import AgreementId, DossierId, SessionId, TaskId, TrajectoryId
from sessionpad.domain.trajectory import Phase, Trajectory
from sessionpad.domain.value import Value

_DEMO: Final = UUID("6f2d3b0e-54b1-4c5e-9a53-8a1d0c7e4b90")
_Told = TypeVar("_Told", bound=Value)


class Script(Value, frozen=True, kw_only=True):
    """What is said and written about one client."""

    texts: Mapping[str, str]
    """By key. A date stands in a text as `{name}`."""
    notes: Mapping[str, tuple[str, ...]]
    """The lines of each talk. A task that is written down stands there as `{task}`."""


class Tongue(Value, frozen=True, kw_only=True):
    """Everything the demo says in one language."""

    months: tuple[str, ...]
    coach: str
    reach: str
    scripts: Mapping[str, Script]

    def day(self, day: date) -> str:
        return f"{day.day} {self.months[day.month - 1]}"


class Scene(Value, frozen=True, kw_only=True):
    client: str
    tongue: Tongue
    days: Days

    @property
    def script(self) -> Script:
        return self.tongue.scripts[self.client]

    def text(self, key: str, **dates: date) -> str:
        """A text that may be left out, with its dates filled in."""
        words = self.script.texts.get(key, "")
        return words.format(**{name: self.tongue.day(day) for name, day in dates.items()}) if dates else words

    def filled(self, value: _Told, key: str) -> _Told:
        """The value with every text that stands in the script under `key` and the name of the field."""
        texts = (name for name in value.__struct_fields__ if type(getattr(value, name)) is str)
        said = {name: self.text(f"{key}.{name}") for name in texts}
        return msgspec.structs.replace(value, **{name: text for name, text in said.items() if text})

    def lines(self, talk: str) -> tuple[str, ...]:
        """The notes of a talk, with the tasks in it written out."""
        tasks = {key.removeprefix("task."): text for key, text in self.script.texts.items() if key.startswith("task.")}
        return tuple(line.format_map(tasks) for line in self.script.notes[talk])

    def id_of(self, kind: str, key: str) -> str:
        return str(uuid5(_DEMO, f"{self.client}/{kind}/{key}"))

    def dossier_id(self) -> DossierId:
        return DossierId(self.id_of("dossier", ""))

    def trajectory_id(self, key: str) -> TrajectoryId:
        return TrajectoryId(self.id_of("trajectory", key))

    def session_id(self, key: str) -> SessionId:
        return SessionId(self.id_of("session", key))

    def task_id(self, key: str) -> TaskId:
        return TaskId(self.id_of("task", key))

    def agreement_id(self, number: int) -> AgreementId:
        return AgreementId(self.id_of("agreement", str(number)))

    def person(self, key: str, name: str, role: Role, *, signs: bool = False) -> Person:
        known = Person(name=name, role=role, relation=self.text(f"relation.{key}"), signs=signs)
        return self.filled(known, f"person.{key}")

    def dossier(self, code: str, first: Trajectory, *people: Person) -> Dossier:
        client = Client(
            code=code, name=self.text("name"), people=people, coach=self.tongue.coach, reach=self.tongue.reach
        )
        return new_dossier(self.dossier_id(), self.filled(client, "client"), first)

    def trajectory(
        self,
        key: str,
        started: date,
        deadline: date,
        *,
        phases: tuple[Phase, ...] = (Phase.EXECUTION,),
        aim: Aim,
        talks: int,
        evaluations: tuple[date, ...],
        problem_in_document: bool = True,
        previous: str | None = None,
    ) -> Trajectory:
        """A trajectory with a goal; its words stand under its key."""
        problem = Problem(text=self.text(f"{key}.problem"), in_document=problem_in_document)
        goal = Goal(
            text=self.text(f"{key}.goal", deadline=deadline),
            why=self.text(f"{key}.why"),
            aim=aim,
            main_task=self.text(f"{key}.main_task"),
            deadline=deadline,
        )
        trajectory = Trajectory(
            id=self.trajectory_id(key),
            started=started,
            phases=phases,
            problem=self.filled(problem, f"{key}.problem"),
            goal=self.filled(goal, f"{key}.goal"),
            talks=talks,
            evaluations=evaluations,
            previous=self.trajectory_id(previous) if previous is not None else None,
        )
        return self.filled(trajectory, key)
