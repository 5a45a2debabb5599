"""One trajectory: one problem, one goal, at most three months. Source: TGH-4, TGH-8."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sessionpad.domain.ids import TrajectoryId
from sessionpad.domain.value import Value


class Phase(StrEnum):
    """The six phases, cyclic: several at once and back again are fine. Source: GW-59, GW-60."""

    FIRST_RECEPTION = "first-reception"
    CLARIFYING = "clarifying"
    GOAL_SETTING = "goal-setting"
    EXECUTION = "execution"
    CLOSING = "closing"
    AFTERCARE = "aftercare"


class Aim(StrEnum):
    """Source: TGH-1."""

    SOLVE = "solve"
    EASE = "ease"


class GoalResult(StrEnum):
    """Every one of these is a respectable end. Source: TGH-1, TGH-88, EPH-22."""

    SOLVED = "solved"
    EASED = "eased"
    EASED_FOR_NOW = "eased-for-now"
    NOT_YET = "not-yet"
    NOT_FEASIBLE = "not-feasible"


class Form(StrEnum):
    """Source: TGH-49. Oral is complete too."""

    WRITTEN = "written"
    ORAL = "oral"


class Title(StrEnum):
    """Source: TGH-46. The two titles a document may have."""

    COOPERATION = "cooperation-agreement"
    COMMITMENT = "statement-of-commitment"


class Problem(Value, frozen=True, kw_only=True):
    text: str = ""
    """In the client's own words, kept verbatim. Source: TGH-53."""
    in_document: bool = True
    """Whether it may stand in the agreement. Source: TGH-51."""


class Goal(Value, frozen=True, kw_only=True):
    text: str = ""
    why: str = ""
    """Why it matters, in the client's own words. Source: TGH-28."""
    aim: Aim | None = None
    main_task: str = ""
    """What has to happen to reach the goal. Source: TGH-39."""
    deadline: date | None = None


class Dismissed(Value, frozen=True, kw_only=True):
    """A hint about a wording that the coach has seen and does not want to see again for this text."""

    code: str
    text: str


class Trajectory(Value, frozen=True, kw_only=True):
    id: TrajectoryId
    started: date
    phases: tuple[Phase, ...] = (Phase.FIRST_RECEPTION,)
    problem: Problem = Problem()
    goal: Goal = Goal()
    talks: int | None = None
    """Planned number of conversations. Source: TGH-5."""
    evaluations: tuple[date, ...] = ()
    """Planned moments to evaluate. Source: TGH-84."""
    fallback: str = ""
    """What we do if it does not work out. Source: GW-81."""
    form: Form = Form.WRITTEN
    title: Title = Title.COOPERATION
    previous: TrajectoryId | None = None
    result: GoalResult | None = None
    closed_on: date | None = None
    headline: str = ""
    """The client's own words about the whole, at the end. Source: GW-94."""

    dismissed: tuple[Dismissed, ...] = ()

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None
