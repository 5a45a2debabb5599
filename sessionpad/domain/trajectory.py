"""One trajectory: one problem, one goal, at most three months. Source: TGH-4, TGH-8."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from sessionpad.domain.ending import Aftercare, Closing, GoalResult
from sessionpad.domain.goal import Goal, Problem, Revision
from sessionpad.domain.ids import ConcernId, TrajectoryId
from sessionpad.domain.value import Value


class Phase(StrEnum):
    """The six phases, cyclic: several at once and back again are fine. Source: GW-59, GW-60."""

    FIRST_RECEPTION = "first-reception"
    CLARIFYING = "clarifying"
    GOAL_SETTING = "goal-setting"
    EXECUTION = "execution"
    CLOSING = "closing"
    AFTERCARE = "aftercare"


class GoalState(StrEnum):
    """Where a goal stands; every way forward and back is open. Source: TGH-55, IW-7, GW-106."""

    DRAFT = "draft"
    AGREED = "agreed"
    RUNNING = "running"
    ADJUSTED = "adjusted"
    TIME_OUT = "time-out"
    REACHED = "reached"
    EASED = "eased"
    CLOSED = "closed"


class Form(StrEnum):
    """Source: TGH-49. Oral is complete too."""

    WRITTEN = "written"
    ORAL = "oral"


class Title(StrEnum):
    """Source: TGH-46. The two titles a document may have."""

    COOPERATION = "cooperation-agreement"
    COMMITMENT = "statement-of-commitment"


class Section(StrEnum):
    """Parts of an agreement that are there only when they are wanted."""

    EXPECTATIONS = "expectations"
    """Source: TGH-43, GW-10."""
    RIGHTS = "rights"
    """What the client may always do. Source: GW-10."""
    REFLECTION = "reflection"
    """Time to think it over before signing."""
    SHARING = "sharing"
    """Who is told what. Source: GW-18."""
    SUPPORTER = "supporter"
    """Someone who stands by the client. Source: IW-24."""
    WHO_HELPS = "who-helps"
    """Source: IW-38."""
    STRENGTHS = "strengths"
    """Source: GW-26."""


class Say(StrEnum):
    """Three things the client has a say in. Source: EPH-7."""

    GOALS = "goals"
    CONTENT = "content"
    WAY = "way"


class Dismissed(Value, frozen=True, kw_only=True):
    """A hint about a wording that the coach has seen and does not want to see again for this text."""

    code: str
    text: str


class Trajectory(Value, frozen=True, kw_only=True):
    id: TrajectoryId
    started: date
    concern: ConcernId | None = None
    """What the client chose to work on, out of what was named."""
    problem: Problem = Problem()
    goal: Goal = Goal()
    talks: int | None = None
    """Planned number of conversations. Source: TGH-5."""
    evaluations: tuple[date, ...] = ()
    """Planned moments to evaluate. Source: TGH-84."""
    evaluation_way: str = ""
    """How, and with whom, we look back. Source: IW-43."""
    fallback: str = ""
    """What we do if it does not work out. Source: GW-81."""
    expects_client: str = ""
    """What the client expects of the coach. Source: TGH-43."""
    expects_coach: str = ""
    """What the coach expects of the client. Source: TGH-43."""
    way: str = ""
    """How we work together, in the client's words. Source: EPH-7."""
    say: tuple[Say, ...] = ()
    """In which of the three the client had a say."""
    supporter: str = ""
    sections: tuple[Section, ...] = ()
    """Which optional parts the agreement has."""
    reflect_until: date | None = None
    """The client thinks it over until this day."""
    form: Form = Form.WRITTEN
    title: Title = Title.COOPERATION
    renewing: str = ""
    """Why the next agreement will take the place of the one that stands; goes into it when it is made."""

    phases: tuple[Phase, ...] = (Phase.FIRST_RECEPTION,)
    state: GoalState = GoalState.DRAFT
    back_on: date | None = None
    """When a time-out ends. Source: GW-106."""
    revisions: tuple[Revision, ...] = ()
    """What the goal was before, oldest first."""
    previous: TrajectoryId | None = None
    closing: Closing = Closing()
    aftercare: Aftercare = Aftercare()
    result: GoalResult | None = None
    closed_on: date | None = None
    headline: str = ""
    """The client's own words about the whole, at the end. Source: GW-94."""
    dismissed: tuple[Dismissed, ...] = ()

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None


def terms_of(trajectory: Trajectory) -> Trajectory:
    """Only what is agreed: the same without where it stands, how it went and what is the coach's alone."""
    goal = msgspec.structs.replace(trajectory.goal, feasible="", smart=())
    return msgspec.structs.replace(
        trajectory,
        goal=goal,
        renewing="",
        phases=(),
        state=GoalState.DRAFT,
        back_on=None,
        revisions=(),
        closing=Closing(),
        aftercare=Aftercare(),
        result=None,
        closed_on=None,
        headline="",
        dismissed=(),
    )
