"""A problem that the client recognises, and the goal that goes with it. Source: TGH-32, TGH-37."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sessionpad.domain.value import Value


class Aim(StrEnum):
    """Source: TGH-1."""

    SOLVE = "solve"
    EASE = "ease"


class Origin(StrEnum):
    """Who came with the goal. Source: TGH-3, TGH-10."""

    CLIENT = "client"
    PROPOSED = "proposed"
    """Proposed by the coach, talked over, and chosen by the client."""


class Reach(StrEnum):
    """What the goal is about. Source: GW-75."""

    PERSON = "person"
    SURROUNDINGS = "surroundings"


class Whose(StrEnum):
    """A personal goal and a societal one are kept apart. Source: IW-27."""

    PERSONAL = "personal"
    SOCIETAL = "societal"


class Way(StrEnum):
    """Six ways to work on a goal, freely mixed. Source: GW-11."""

    INFORM = "inform"
    STRUCTURE = "structure"
    GUIDE = "guide"
    AFFIRM = "affirm"
    FOLLOW = "follow"
    LET_GO = "let-go"


class Smart(StrEnum):
    """Five things to talk about before a goal is agreed. Source: GW-84."""

    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ACCEPTABLE = "acceptable"
    REALISTIC = "realistic"
    TIME_BOUND = "time-bound"


class ProblemPart(StrEnum):
    """The parts of a description; each can be kept off paper. Source: TGH-51."""

    TEXT = "text"
    SINCE = "since"
    WHERE = "where"
    WHEN = "when"
    HOW_OFTEN = "how-often"
    WITH_WHOM = "with-whom"
    FEELINGS = "feelings"
    BELIEFS = "beliefs"
    STRENGTHS = "strengths"
    MAINTAINING = "maintaining"


class Problem(Value, frozen=True, kw_only=True):
    text: str = ""
    """What it is, in the client's own words, kept verbatim. Source: TGH-53."""
    in_document: bool = True
    """Whether the text may stand in the agreement. Source: TGH-51."""
    since: str = ""
    where: str = ""
    when: str = ""
    how_often: str = ""
    with_whom: str = ""
    """With the text the six facets. Source: TGH-33."""
    feelings: str = ""
    beliefs: str = ""
    """Source: TGH-34."""
    strengths: str = ""
    """What is there already for this very problem. Source: TGH-35."""
    maintaining: str = ""
    """What keeps it going. Source: TGH-35."""
    on_paper: tuple[ProblemPart, ...] = ()
    """Which other parts may stand in the agreement; none by default. Source: TGH-51, TGH-34."""
    recognised_on: date | None = None
    """The day the client said: yes, this is it. Source: TGH-32."""

    def may_stand(self, part: ProblemPart) -> bool:
        """Whether this part may stand on paper."""
        return self.in_document if part is ProblemPart.TEXT else part in self.on_paper

    def said(self, part: ProblemPart) -> str:
        """What stands in this part."""
        text: str = getattr(self, part.value.replace("-", "_"))
        return text


class Goal(Value, frozen=True, kw_only=True):
    text: str = ""
    why: str = ""
    """Why it matters, in the client's own words. Source: TGH-28."""
    aim: Aim | None = None
    main_task: str = ""
    """What has to happen to reach the goal. Source: TGH-39."""
    deadline: date | None = None
    notice: str = ""
    """By what the client will notice that it is there. Source: GW-77."""
    wish: str = ""
    outcome: str = ""
    obstacle: str = ""
    plan: str = ""
    """Wish, result, obstacle, plan: another way to a goal. Source: TGH-15."""
    importance: int | None = None
    confidence: int | None = None
    """What the client says, 0 to 10. The scale is our own; the method gives none. Source: IW-32."""
    reach: Reach | None = None
    whose: Whose | None = None
    origin: Origin | None = None
    ways: tuple[Way, ...] = ()
    smart: tuple[Smart, ...] = ()
    """Which of the five were talked about."""
    agreed_by: tuple[str, ...] = ()
    """Who stands behind it, by name. Source: IW-12, GW-8."""
    feasible: str = ""
    """The coach's own look at what can be done in the time there is; never on paper. Source: TGH-6."""


class Revision(Value, frozen=True, kw_only=True):
    """A goal as it was until it was changed, and why it was. Source: GW-89."""

    at: datetime
    goal: Goal
    reason: str = ""
