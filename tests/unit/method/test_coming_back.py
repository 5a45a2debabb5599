"""What was put aside comes back on its day, and not before."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from sessionpad.domain import agreeing
from sessionpad.domain.around import Parked, Referral
from sessionpad.domain.client import Client, Person
from sessionpad.domain.concern import Concern, Standing
from sessionpad.domain.dossier import Dossier, change_trajectory
from sessionpad.domain.goal import Goal
from sessionpad.domain.ids import AgreementId, ConcernId, ParkedId, ReferralId, SharingId
from sessionpad.domain.sharing import Sharing
from sessionpad.domain.trajectory import Form, GoalState
from sessionpad.method.coming_back import Back, coming_back
from tests.unit.domain.builders import AT, TODAY, TRAJECTORY, a_dossier

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def on_trajectory(dossier: Dossier, **fields: object) -> Dossier:
    return change_trajectory(dossier, TRAJECTORY, lambda each: msgspec.structs.replace(each, **fields))


def one_of_each(day: date) -> Dossier:
    """Everything that can come back, on this day."""
    dossier = a_dossier(
        client=Client(code="A.", people=(Person(name="Tom", look_again=day),)),
        parked=(Parked(id=ParkedId("p"), text="de auto", made_at=AT, back_on=day),),
        concerns=(
            Concern(id=ConcernId("c"), text="slapen", made_at=AT, standing=Standing.TIME_OUT, back_on=day),
            Concern(id=ConcernId("d"), text="post", made_at=AT),
        ),
        referrals=(Referral(id=ReferralId("r"), to="de wijkdienst", made_at=AT, back_on=day),),
        sharings=(
            Sharing(id=SharingId("s"), recipient="de school", agreed_on=AT.date(), until=day - timedelta(days=1)),
        ),
    )
    resting = on_trajectory(
        dossier, state=GoalState.TIME_OUT, back_on=day, goal=Goal(text="doel"), reflect_until=day, evaluations=(day,)
    )
    return agreeing.offer_agreement(resting, AgreementId("a"), AT.date())


def test_everything_comes_back_on_its_day() -> None:
    """Each with the words it was put aside with, and the day that was agreed."""
    found = coming_back(one_of_each(TODAY), TODAY)
    assert {each.kind: each.text for each in found} == {
        Back.PARKED: "de auto",
        Back.CONCERN: "slapen",
        Back.GOAL: "doel",
        Back.REFERRAL: "de wijkdienst",
        Back.PERSON: "Tom",
        Back.OFFER: "",
        Back.CONSENT: "de school",
        Back.EVALUATION: "",
    }
    assert {each.kind for each in found} == set(Back)
    assert [each.id for each in found if each.kind is Back.REFERRAL] == ["r"]


def test_nothing_comes_back_before_its_day() -> None:
    """A promise to leave it alone until then is kept."""
    assert coming_back(one_of_each(TOMORROW), TODAY) == ()


def test_what_was_missed_still_comes_back() -> None:
    """A day that has passed is not forgotten; only a planned moment to look back is of that day alone."""
    found = coming_back(one_of_each(YESTERDAY), TODAY)
    assert {each.kind for each in found} == set(Back) - {Back.EVALUATION}
    assert all(each.on is not None and each.on <= TODAY for each in found)


def test_the_next_talk_is_a_day_too() -> None:
    """What was parked without a day comes back at once, after what has one; what is done does not. Source: GW-42."""
    parked = (
        Parked(id=ParkedId("1"), text="een", made_at=AT),
        Parked(id=ParkedId("2"), text="twee", made_at=AT, back_on=YESTERDAY),
        Parked(id=ParkedId("3"), text="drie", made_at=AT, done_on=TODAY),
    )
    assert [each.text for each in coming_back(a_dossier(parked=parked), TODAY)] == ["twee", "een"]


@pytest.mark.parametrize("ended", ["signed", "oral", "withdrawn", "closed", "referral"])
def test_what_is_over_does_not_come_back(ended: str) -> None:
    """Signed is thought over; what is oral asks for no signature; a consent taken back has no end of its own."""
    dossier = one_of_each(TODAY)
    if ended == "signed":
        after, gone = agreeing.sign_agreement(dossier, AgreementId("a"), TODAY), Back.OFFER
    elif ended == "oral":
        oral = on_trajectory(msgspec.structs.replace(dossier, agreements=()), form=Form.ORAL)
        after, gone = agreeing.offer_agreement(oral, AgreementId("b"), TODAY), Back.OFFER
    elif ended == "withdrawn":
        taken_back = tuple(msgspec.structs.replace(each, withdrawn_on=TODAY) for each in dossier.sharings)
        after, gone = msgspec.structs.replace(dossier, sharings=taken_back), Back.CONSENT
    elif ended == "closed":
        after, gone = on_trajectory(dossier, closed_on=TODAY), Back.EVALUATION
    else:
        over = tuple(msgspec.structs.replace(each, ended_on=TODAY) for each in dossier.referrals)
        after, gone = msgspec.structs.replace(dossier, referrals=over), Back.REFERRAL
    assert gone not in {each.kind for each in coming_back(after, TODAY)}
    assert gone in {each.kind for each in coming_back(dossier, TODAY)}
