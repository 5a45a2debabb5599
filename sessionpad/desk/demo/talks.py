"""What happened with a fictional client, step by step: each step takes a dossier and returns a new one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

import msgspec

from sessionpad.desk.demo.scene import Scene
from sessionpad.domain import dossier as dossiers
from sessionpad.domain import session as sessions
from sessionpad.domain.agreeing import make_agreement
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ending import GoalResult
from sessionpad.domain.notes import NoteLine, Notes
from sessionpad.domain.scoring import Decision, Hindrance, Level, Outcome
from sessionpad.domain.session import Review, Session
from sessionpad.domain.task import Kind, Owner, State, Task
from sessionpad.domain.trajectory import Form, Title
from sessionpad.domain.value import Value

_SETTLING_IN: Final = timedelta(minutes=2)
_SAYING_GOODBYE: Final = timedelta(minutes=4)


class Scored(Value, frozen=True, kw_only=True):
    """How a task went."""

    task: str
    effort: Level | None = None
    result: Level | None = None
    outcome: Outcome = Outcome.DONE
    hindrances: tuple[Hindrance, ...] = ()
    decision: Decision | None = None
    state: State = State.DONE
    """What it is after the talk."""


class Planned(Value, frozen=True, kw_only=True):
    """A task that was agreed."""

    task: str
    due: date
    owner: Owner = Owner.CLIENT
    kind: Kind = Kind.EXTERNAL
    person: str = ""


class Talk(Value, frozen=True, kw_only=True):
    """A conversation that has ended."""

    key: str
    at: datetime
    minutes: int = 50
    scored: tuple[Scored, ...] = ()
    planned: tuple[Planned, ...] = ()
    asked: tuple[str, ...] = ()
    """The ids of cards, in the order in which they were asked."""
    gentle: bool = False
    next_at: datetime | None = None

    @property
    def ended_at(self) -> datetime:
        return self.at + timedelta(minutes=self.minutes)


def held(scene: Scene, dossier: Dossier, talk: Talk) -> Dossier:
    """The dossier after this conversation."""
    session_id = scene.session_id(talk.key)
    begun = dossiers.start_session(dossier, session_id, talk.at)
    told = dossiers.change_session(begun, session_id, lambda session: _told(scene, session, talk))
    for scored in talk.scored:
        if scored.state is not State.OPEN:
            told = dossiers.end_task(told, scene.task_id(scored.task), scored.state, talk.at + _SETTLING_IN)
    for planned in talk.planned:
        told = dossiers.add_task(told, _task(scene, told, talk, planned))
    return told


def agreed(
    scene: Scene,
    dossier: Dossier,
    on: date,
    *,
    form: Form = Form.WRITTEN,
    title: Title = Title.COOPERATION,
) -> Dossier:
    """The dossier with an agreement on its trajectory and its open tasks; one on paper is signed the same day."""
    titled = dossiers.change_trajectory(
        dossier, dossier.trajectory.id, lambda each: msgspec.structs.replace(each, form=form, title=title)
    )
    return make_agreement(titled, scene.agreement_id(len(dossier.agreements) + 1), on)


def rounded_off(scene: Scene, dossier: Dossier, key: str, result: GoalResult, on: date) -> Dossier:
    """The dossier with this trajectory closed, in the client's own words."""
    return dossiers.change_trajectory(
        dossier,
        scene.trajectory_id(key),
        lambda trajectory: msgspec.structs.replace(
            trajectory, result=result, closed_on=on, headline=scene.text(f"{key}.headline")
        ),
    )


def _told(scene: Scene, session: Session, talk: Talk) -> Session:
    key, moment = talk.key, talk.at + _SETTLING_IN
    for card in talk.asked:
        session = sessions.ask(session, card, 0, moment)
    return msgspec.structs.replace(
        session,
        ended_at=talk.ended_at,
        gentle=talk.gentle,
        wanted=scene.text(f"{key}.wanted"),
        notes=_notes(scene.lines(key), moment, talk.ended_at - _SAYING_GOODBYE),
        reviews=tuple(_review(scene, talk, scored) for scored in talk.scored),
        summary=scene.text(f"{key}.summary"),
        next_at=talk.next_at,
        next_where=scene.text(f"{key}.next_where"),
        last_word=scene.text(f"{key}.last_word"),
    )


def _notes(lines: tuple[str, ...], first: datetime, last: datetime) -> Notes:
    """The lines spread over the talk, each at a whole second."""
    step = int((last - first).total_seconds()) // max(1, len(lines) - 1)
    return tuple(NoteLine(at=first + timedelta(seconds=step * row), text=line) for row, line in enumerate(lines))


def _review(scene: Scene, talk: Talk, scored: Scored) -> Review:
    return Review(
        task=scene.task_id(scored.task),
        at=talk.at + _SETTLING_IN,
        effort=scored.effort,
        result=scored.result,
        outcome=scored.outcome,
        hindrances=scored.hindrances,
        remark=scene.text(f"{talk.key}.{scored.task}"),
        decision=scored.decision,
    )


def _task(scene: Scene, dossier: Dossier, talk: Talk, planned: Planned) -> Task:
    key = planned.task
    return Task(
        id=scene.task_id(key),
        trajectory=dossier.trajectory.id,
        text=scene.text(f"task.{key}"),
        made_at=talk.ended_at - _SAYING_GOODBYE,
        session=scene.session_id(talk.key),
        owner=planned.owner,
        person=planned.person,
        kind=planned.kind,
        due=planned.due,
        how=scene.text(f"how.{key}"),
        means=scene.text(f"means.{key}"),
        if_hard=scene.text(f"if_hard.{key}"),
    )
