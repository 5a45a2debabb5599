"""One conversation: what it opened on, what was noted, asked and scored, and how it ended."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from sessionpad.domain import notes as notes_
from sessionpad.domain.ids import SessionId, TaskId, TrajectoryId
from sessionpad.domain.notes import Notes
from sessionpad.domain.scoring import Decision, Hindrance, Level, Nearer, Outcome, Scale
from sessionpad.domain.trajectory import Phase
from sessionpad.domain.value import Value


class Review(Value, frozen=True, kw_only=True):
    """What was said about one task in one conversation. The client's score is the one that counts. Source: GW-94."""

    task: TaskId
    at: datetime
    """When something about the task was last said."""
    effort: Level | None = None
    result: Level | None = None
    outcome: Outcome | None = None
    hindrances: tuple[Hindrance, ...] = ()
    remark: str = ""
    decision: Decision | None = None
    coach_effort: Level | None = None
    coach_result: Level | None = None
    """The coach's own scores, put beside the client's. Source: TGH-69."""
    nearer: Nearer | None = None
    course: str = ""
    """How it went. Source: TGH-63, TGH-74."""
    went_well: str = ""
    difficult: str = ""
    """Source: TGH-74."""
    own_change: str = ""
    """What the owner did differently than agreed: a change of one's own is worth something. Source: TGH-64."""
    held_back: str = ""
    """What held it back, in words; the places are in `hindrances`. Source: TGH-66."""
    insight: str = ""
    """What was learned from it. Source: TGH-67."""
    belief_now: str = ""
    """What the experience says about the belief it put to the test. Source: TGH-36."""

    @property
    def may_compare(self) -> bool:
        """Whether the coach's scores may be shown: beside those of the client, when both are in. Source: TGH-69."""
        client = self.effort is not None and self.result is not None
        return client and (self.coach_effort is not None or self.coach_result is not None)

    @property
    def is_empty(self) -> bool:
        return self == Review(task=self.task, at=self.at)


class Asked(Value, frozen=True, kw_only=True):
    card: str
    at: datetime
    step: int = 0
    """Which step of a card in steps, counted from 0."""


class Place(StrEnum):
    """Source: GW-66."""

    OFFICE = "office"
    HOME = "home"
    OUTSIDE = "outside"
    SERVICE = "service"
    PHONE = "phone"
    ONLINE = "online"


class Tempo(StrEnum):
    """What the client wants now. Source: GW-21."""

    REST = "rest"
    ON = "on"


class Event(StrEnum):
    """A relapse or a crisis is a normal event, and something to learn from. Source: GW-80, GW-86."""

    RELAPSE = "relapse"
    CRISIS = "crisis"
    NEWS = "news"
    """New information: problem and goal may be looked at again. Source: GW-60."""


class Session(Value, frozen=True, kw_only=True):
    id: SessionId
    trajectory: TrajectoryId
    started_at: datetime
    opened_on: tuple[TaskId, ...] = ()
    """The tasks that were open when it began: by reference, never copied. Source: TGH-58, TGH-73."""
    ended_at: datetime | None = None
    is_talk: bool = True
    """False for a note between two talks: it does not count as a conversation."""
    gentle: bool = False
    """Whether the task list stays folded and the talk opens with what went better. Source: GW-90."""
    wanted: str = ""
    """What the client wants by the end of this talk. Source: GW-57."""
    notes: Notes = ()
    reviews: tuple[Review, ...] = ()
    asked: tuple[Asked, ...] = ()
    summary: str = ""
    next_at: datetime | None = None
    next_where: str = ""
    last_word: str = ""
    """The positive last word. Source: GW-63."""
    place: Place | None = None
    present: tuple[str, ...] = ()
    """Who was there beside client and coach, by name."""
    phases: tuple[Phase, ...] = ()
    """What it was about; empty when nobody said. Source: GW-59."""
    events: tuple[Event, ...] = ()
    summary_right: bool = False
    """Whether the client said that the summary is right. Source: GW-44."""
    reached: str = ""
    """What came of what the client wanted by the end. Source: GW-57."""
    useful: str = ""
    otherwise: str = ""
    """What the client found useful, and would like otherwise. Source: EPH-17, GW-72."""
    tempo: Tempo | None = None

    @property
    def is_open(self) -> bool:
        return self.ended_at is None

    def review_of(self, task: TaskId) -> Review | None:
        return next((review for review in self.reviews if review.task == task), None)


def write(session: Session, text: str, at: datetime) -> Session:
    """The session with `text` as its whole notes."""
    return msgspec.structs.replace(session, notes=notes_.rewrite(session.notes, text, at))


def score(
    session: Session, task: TaskId, scale: Scale, level: Level | None, at: datetime, *, by_coach: bool = False
) -> Session:
    """The session with one scale of one task set, or cleared with None. The other scale is left alone.

    What the client says and what the coach says are kept apart; neither is ever made into the other. Source: GW-94.
    """
    return change_review(session, task, at, **{f"coach_{scale.value}" if by_coach else scale.value: level})


def change_review(session: Session, task: TaskId, at: datetime, **fields: object) -> Session:
    """The session with these fields of the review of `task` replaced; a review that says nothing is not kept."""
    review = session.review_of(task) or Review(task=task, at=at)
    changed = msgspec.structs.replace(review, **fields)
    if changed == review:
        return session
    changed = msgspec.structs.replace(changed, at=at)
    others = tuple(each for each in session.reviews if each.task != task)
    position = next((i for i, each in enumerate(session.reviews) if each.task == task), len(others))
    kept = () if changed.is_empty else (changed,)
    return msgspec.structs.replace(session, reviews=others[:position] + kept + others[position:])


def ask(session: Session, card: str, step: int, at: datetime) -> Session:
    return msgspec.structs.replace(session, asked=(*session.asked, Asked(card=card, step=step, at=at)))


def end(session: Session, at: datetime) -> Session:
    return msgspec.structs.replace(session, ended_at=at)


def end_where_it_stopped(session: Session) -> Session:
    """A conversation that was never rounded off, ended at the last thing that was noted, scored or asked in it."""
    noted = (line.at for line in session.notes)
    scored = (review.at for review in session.reviews)
    asked = (card.at for card in session.asked)
    return end(session, max([session.started_at, *noted, *scored, *asked]))
