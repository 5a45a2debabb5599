"""What comes back today: everything that was put aside with the promise to look at it again. Source: GW-42, GW-106."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from sessionpad.domain.agreeing import standing_agreement
from sessionpad.domain.agreement import AgreementState
from sessionpad.domain.concern import Standing
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.trajectory import GoalState
from sessionpad.domain.value import Value


class Back(StrEnum):
    """What it is that comes back."""

    PARKED = "parked"
    CONCERN = "concern"
    """A problem or wish in time-out."""
    GOAL = "goal"
    """The goal itself, in time-out."""
    REFERRAL = "referral"
    PERSON = "person"
    """Someone of the network to ask again. Source: GW-28."""
    OFFER = "offer"
    """The time to think an agreement over has passed."""
    CONSENT = "consent"
    """A consent to share that has come to its end."""
    EVALUATION = "evaluation"
    """A planned moment to look back. Source: TGH-84."""


class Returning(Value, frozen=True, kw_only=True):
    kind: Back
    text: str
    """The client's or the coach's own words for it; empty when there is only one of its kind."""
    on: date | None = None
    """The day that was agreed; None when it is simply the next talk."""
    id: str = ""
    """Of the record, when it is one of a list."""


def coming_back(dossier: Dossier, today: date) -> tuple[Returning, ...]:
    """What is due today or before, in the order of its day; what has no day comes last."""
    found = [*_put_aside(dossier, today), *_agreed(dossier, today)]
    return tuple(sorted(found, key=lambda each: each.on or date.max))


def _put_aside(dossier: Dossier, today: date) -> Iterator[Returning]:
    for parked in dossier.parked:
        if parked.done_on is None and _is_due(parked.back_on, today):
            yield Returning(kind=Back.PARKED, text=parked.text, on=parked.back_on, id=parked.id)
    for concern in dossier.concerns:
        if concern.standing is Standing.TIME_OUT and concern.back_on is not None and concern.back_on <= today:
            yield Returning(kind=Back.CONCERN, text=concern.text, on=concern.back_on, id=concern.id)
    for referral in dossier.referrals:
        if referral.ended_on is None and referral.back_on is not None and referral.back_on <= today:
            yield Returning(kind=Back.REFERRAL, text=referral.to, on=referral.back_on, id=referral.id)
    for person in dossier.client.people:
        if person.look_again is not None and person.look_again <= today:
            yield Returning(kind=Back.PERSON, text=person.name, on=person.look_again)


def _agreed(dossier: Dossier, today: date) -> Iterator[Returning]:
    now = dossier.trajectory
    if now.state is GoalState.TIME_OUT and now.back_on is not None and now.back_on <= today:
        yield Returning(kind=Back.GOAL, text=now.goal.text, on=now.back_on)
    offered = standing_agreement(dossier)
    if offered is not None and offered.state is AgreementState.OFFERED:
        until = offered.terms.reflect_until
        if until is not None and until <= today:
            yield Returning(kind=Back.OFFER, text="", on=until)
    for sharing in dossier.sharings:
        ended = sharing.until is not None and sharing.until < today
        if ended and sharing.agreed_on is not None and sharing.withdrawn_on is None:
            yield Returning(kind=Back.CONSENT, text=sharing.recipient, on=sharing.until, id=sharing.id)
    if today in now.evaluations and not now.is_closed:
        yield Returning(kind=Back.EVALUATION, text="", on=today)


def _is_due(day: date | None, today: date) -> bool:
    return day is None or day <= today
