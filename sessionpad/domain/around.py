"""What goes along with a trajectory: things to come back to, rights, referrals, appointments that were missed."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sessionpad.domain.ids import MissedId, ParkedId, ReferralId, RightId, SessionId, SharingId
from sessionpad.domain.life_domains import Domain
from sessionpad.domain.value import Value


class Parked(Value, frozen=True, kw_only=True):
    """A subject to come back to, agreed with the client. Source: GW-42."""

    id: ParkedId
    text: str
    made_at: datetime
    session: SessionId | None = None
    """The conversation in which it was put aside."""
    back_on: date | None = None
    """From this day on it is shown again; None: in the next talk."""
    done_on: date | None = None


class RightState(StrEnum):
    """Where a right or a quick win stands. Source: GW-38, GW-19."""

    TO_LOOK_AT = "to-look-at"
    UNDER_WAY = "under-way"
    REALISED = "realised"
    NOT_NOW = "not-now"
    """Talked about; the client does not want it now."""
    NO_RIGHT = "no-right"


class Right(Value, frozen=True, kw_only=True):
    """A right to look at, or a small gain that can be had soon. The list is the coach's own."""

    id: RightId
    text: str
    made_at: datetime
    quick: bool = False
    """A quick win. Source: GW-19."""
    domain: Domain = ""
    state: RightState = RightState.TO_LOOK_AT
    note: str = ""


class ReferralStep(StrEnum):
    """Seven steps; going back or leaving one out is fine. Source: GW-104."""

    TALK = "talk"
    SEARCH = "search"
    INFORM = "inform"
    APPOINTMENT = "appointment"
    PREPARE = "prepare"
    FIRST_CONTACT = "first-contact"
    FOLLOW_UP = "follow-up"


class StepTaken(Value, frozen=True, kw_only=True):
    step: ReferralStep
    on: date


class Referral(Value, frozen=True, kw_only=True):
    """The way to another service, at the client's pace. Source: GW-104."""

    id: ReferralId
    to: str
    made_at: datetime
    about: str = ""
    steps: tuple[StepTaken, ...] = ()
    back_on: date | None = None
    """A time-out, until this day. Source: GW-106."""
    sharing: SharingId | None = None
    """What may be told there."""
    note: str = ""
    ended_on: date | None = None


class Reached(Value, frozen=True, kw_only=True):
    """One try to get in touch after an appointment that did not take place."""

    on: date
    what: str = ""
    """How it was tried and what came of it, in neutral words."""


class Missed(Value, frozen=True, kw_only=True):
    """An appointment that did not take place, in neutral words. Source: GW-65."""

    id: MissedId
    on: date
    what: str = ""
    reached: tuple[Reached, ...] = ()
