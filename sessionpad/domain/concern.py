"""What the client named: problems and wishes, in the order the client gave them. None is ever lost. Source: TGH-30."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sessionpad.domain.ids import ConcernId
from sessionpad.domain.life_domains import Domain
from sessionpad.domain.value import Value


class ConcernKind(StrEnum):
    PROBLEM = "problem"
    WISH = "wish"


class Standing(StrEnum):
    """Where a concern stands. One at a time is worked on, the others wait. Source: TGH-22, GW-106."""

    WAITING = "waiting"
    NOW = "now"
    TIME_OUT = "time-out"
    ELSEWHERE = "elsewhere"
    """Taken up with another service. Source: GW-70."""
    SETTLED = "settled"
    LET_GO = "let-go"


class Influence(StrEnum):
    """Whether it can be influenced with this way of working. Source: TGH-31."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Criterion(StrEnum):
    """Eight things to talk about when choosing what comes first. They compute nothing. Source: GW-83."""

    WANTED_FIRST = "wanted-first"
    WORRIES_MOST = "worries-most"
    BEST_CHANCE = "best-chance"
    CONCRETE = "concrete"
    WORKABLE_NOW = "workable-now"
    WORST_IF_LEFT = "worst-if-left"
    UNLOCKS_OTHERS = "unlocks-others"
    SEEN_SOON = "seen-soon"


class Concern(Value, frozen=True, kw_only=True):
    id: ConcernId
    text: str
    """In the client's own words, kept verbatim. Source: TGH-53."""
    made_at: datetime
    kind: ConcernKind = ConcernKind.PROBLEM
    domains: tuple[Domain, ...] = ()
    standing: Standing = Standing.WAITING
    back_on: date | None = None
    """When a time-out ends and it is looked at again. Source: GW-106."""
    influence: Influence | None = None
    influence_why: str = ""
    criteria: tuple[Criterion, ...] = ()
    """Which of the eight were talked about and apply."""
