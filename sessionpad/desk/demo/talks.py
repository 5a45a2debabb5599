"""What happened with a fictional client, step by step: each step takes a dossier and returns a new one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

import msgspec

from sessionpad.desk.demo.scene import Scene
from sessionpad.domain import dossier as dossiers
from sessionpad.domain import session as sessions
from sessionpad.domain.agreeing import make_agreement, offer_agreement
from sessionpad.domain.around import Parked
from sessionpad.domain.course import close
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ending import GoalResult
from sessionpad.domain.ids import ParkedId
from sessionpad.domain.notes import Mark, NoteLine, Notes, body_of
from sessionpad.domain.scoring import Decision, Hindrance, Level, Nearer, Outcome
from sessionpad.domain.session import Event, Place, Review, Session, Tempo
from sessionpad.domain.task import Difficulty, Every, GuidedStep, Kind, Owner, Speaker, State, Task
from sessionpad.domain.trajectory import Form, GoalState, Phase, Title
from sessionpad.domain.value import Value

_SETTLING_IN: Final = timedelta(minutes=2)
_SAYING_GOODBYE: Final = timedelta(minutes=4)
_TASK_TEXTS: Final = ("how", "means", "if_hard", "pitfall", "helps", "conditions", "where", "bring", "belief")


class Scored(Value, frozen=True, kw_only=True):
    """How a task went."""

    task: str
    effort: Level | None = None
    result: Level | None = None
    outcome: Outcome = Outcome.DONE
    hindrances: tuple[Hindrance, ...] = ()
    decision: Decision | None = None
    nearer: Nearer | None = None
    coach_effort: Level | None = None
    coach_result: Level | None = None
    state: State = State.DONE
    """What it is after the talk."""


class Planned(Value, frozen=True, kw_only=True):
    """A task that was agreed."""

    task: str
    due: date
    owner: Owner = Owner.CLIENT
    kind: Kind = Kind.EXTERNAL
    person: str = ""
    difficulty: Difficulty | None = None
    every: Every | None = None
    until: date | None = None
    speaker: Speaker = Speaker.CLIENT
    ready: tuple[GuidedStep, ...] = ()
    prepared: bool = False


class Later(Value, frozen=True, kw_only=True):
    """What became of a subject that was put aside in the notes."""

    back_on: date | None = None
    done_on: date | None = None


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
    place: Place = Place.OFFICE
    present: tuple[str, ...] = ()
    phases: tuple[Phase, ...] = ()
    events: tuple[Event, ...] = ()
    tempo: Tempo | None = None
    later: tuple[Later, ...] = ()
    """One for each subject that the notes put aside, in their order."""

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
    return msgspec.structs.replace(told, parked=(*told.parked, *_parked(scene, told.session(session_id), talk)))


def agreed(
    scene: Scene,
    dossier: Dossier,
    on: date,
    *,
    form: Form = Form.WRITTEN,
    title: Title = Title.COOPERATION,
) -> Dossier:
    """The dossier with an agreement on its trajectory and its open tasks; one on paper is signed the same day."""
    titled = changed(dossier, form=form, title=title)
    made = make_agreement(titled, scene.agreement_id(len(dossier.agreements) + 1), on)
    return changed(made, state=GoalState.RUNNING)


def offered(scene: Scene, dossier: Dossier, on: date, *, reason: str, **terms: object) -> Dossier:
    """The dossier with other terms, and an agreement on them to think over."""
    renewed = changed(dossier, **terms)
    return offer_agreement(renewed, scene.agreement_id(len(dossier.agreements) + 1), on, reason)


def changed(dossier: Dossier, **fields: object) -> Dossier:
    """The dossier with these fields of its current trajectory."""
    return dossiers.change_trajectory(
        dossier, dossier.trajectory.id, lambda each: msgspec.structs.replace(each, **fields)
    )


def rounded_off(scene: Scene, dossier: Dossier, key: str, result: GoalResult, on: date) -> Dossier:
    """The dossier with its trajectory closed, in the client's own words."""
    return changed(close(dossier, result, on), headline=scene.text(f"{key}.closed_with"))


def _told(scene: Scene, session: Session, talk: Talk) -> Session:
    key, moment = talk.key, talk.at + _SETTLING_IN
    for card in talk.asked:
        session = sessions.ask(session, card, 0, moment)
    told = msgspec.structs.replace(
        session,
        ended_at=talk.ended_at,
        gentle=talk.gentle,
        notes=_notes(scene.lines(key), moment, talk.ended_at - _SAYING_GOODBYE),
        reviews=tuple(_review(scene, talk, scored) for scored in talk.scored),
        next_at=talk.next_at,
        place=talk.place,
        present=talk.present,
        phases=talk.phases,
        events=talk.events,
        summary_right=True,
        tempo=talk.tempo,
    )
    return scene.filled(told, key)


def _notes(lines: tuple[str, ...], first: datetime, last: datetime) -> Notes:
    """The lines spread over the talk, each at a whole second."""
    step = int((last - first).total_seconds()) // max(1, len(lines) - 1)
    return tuple(NoteLine(at=first + timedelta(seconds=step * row), text=line) for row, line in enumerate(lines))


def _parked(scene: Scene, session: Session, talk: Talk) -> tuple[Parked, ...]:
    lines = [line for line in session.notes if line.mark is Mark.LATER]
    return tuple(
        Parked(
            id=ParkedId(scene.id_of("parked", f"{talk.key}/{row}")),
            text=body_of(line.text),
            made_at=talk.ended_at,
            session=session.id,
            back_on=later.back_on,
            done_on=later.done_on,
        )
        for row, (line, later) in enumerate(zip(lines, talk.later, strict=True))
    )


def _review(scene: Scene, talk: Talk, scored: Scored) -> Review:
    key = f"{talk.key}.{scored.task}"
    said = Review(
        task=scene.task_id(scored.task),
        at=talk.at + _SETTLING_IN,
        effort=scored.effort,
        result=scored.result,
        outcome=scored.outcome,
        hindrances=scored.hindrances,
        remark=scene.text(key),
        decision=scored.decision,
        nearer=scored.nearer,
        coach_effort=scored.coach_effort,
        coach_result=scored.coach_result,
    )
    return scene.filled(said, key)


def _task(scene: Scene, dossier: Dossier, talk: Talk, planned: Planned) -> Task:
    key = planned.task
    task = Task(
        id=scene.task_id(key),
        trajectory=dossier.trajectory.id,
        text=scene.text(f"task.{key}"),
        made_at=talk.ended_at - _SAYING_GOODBYE,
        session=scene.session_id(talk.key),
        owner=planned.owner,
        person=planned.person,
        kind=planned.kind,
        due=planned.due,
        difficulty=planned.difficulty,
        every=planned.every,
        until=planned.until,
        speaker=planned.speaker,
        ready=planned.ready,
        prepared=planned.prepared,
    )
    told = {name: scene.text(f"{name}.{key}") for name in _TASK_TEXTS}
    return msgspec.structs.replace(task, **told)
