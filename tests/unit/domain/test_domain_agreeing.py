"""From draft to offered to signed, and what changed in between."""

from __future__ import annotations

from datetime import date

import msgspec

from sessionpad.domain import agreeing
from sessionpad.domain.agreement import AgreementState, Signature
from sessionpad.domain.client import Client, Person, Role
from sessionpad.domain.dossier import Dossier, change_trajectory
from sessionpad.domain.goal import Goal, Problem, Smart
from sessionpad.domain.ids import AgreementId, SharingId, TrajectoryId
from sessionpad.domain.sharing import Sharing
from sessionpad.domain.trajectory import Form, GoalState, Trajectory, terms_of
from tests.unit.domain.builders import TODAY, TRAJECTORY, a_dossier, a_task

ONE = AgreementId("one")


def changed(dossier: Dossier, **fields: object) -> Dossier:
    return change_trajectory(dossier, TRAJECTORY, lambda each: msgspec.structs.replace(each, **fields))


def test_an_offer_is_thought_over_before_it_is_signed() -> None:
    """It has a number and does not change; the goal is a draft until it is signed."""
    offered = agreeing.offer_agreement(a_dossier(), ONE, TODAY, "eerste")
    (agreement,) = offered.agreements
    assert (agreement.state, agreement.reason, offered.trajectory.state) == (
        AgreementState.OFFERED,
        "eerste",
        GoalState.DRAFT,
    )
    signed = agreeing.sign_agreement(offered, ONE, date(2026, 12, 1), by=("Amina", "Els"))
    (agreement,) = signed.agreements
    assert (agreement.state, agreement.made_on, agreement.signed_on) == (
        AgreementState.SIGNED,
        TODAY,
        date(2026, 12, 1),
    )
    assert [each.name for each in agreement.signed] == ["Amina", "Els"]
    assert signed.trajectory.state is GoalState.AGREED


def test_word_of_mouth_is_complete() -> None:
    """It has no signature and is agreed all the same; a goal under way is not set back. Source: TGH-49."""
    oral = changed(a_dossier(), form=Form.ORAL, state=GoalState.RUNNING)
    made = agreeing.make_agreement(oral, ONE, TODAY)
    assert (made.agreements[0].state, made.agreements[0].signed_on) == (AgreementState.ORAL, None)
    assert made.trajectory.state is GoalState.RUNNING


def test_an_agreement_holds_the_people_the_tasks_and_the_consents_of_that_day() -> None:
    """A later change of name, task or consent is not in it; a consent that did not stand never was."""
    stands = Sharing(id=SharingId("a"), recipient="de school", agreed_on=TODAY)
    talked_about = Sharing(id=SharingId("b"), recipient="de huisbaas")
    dossier = a_dossier(client=Client(code="A.", name="Amina"), tasks=(a_task(),), sharings=(stands, talked_about))
    (agreement,) = agreeing.offer_agreement(dossier, ONE, TODAY).agreements
    assert (agreement.client.name, agreement.tasks, agreement.sharings) == ("Amina", (a_task(),), (stands,))


def test_terms_are_only_what_is_agreed() -> None:
    """Where it stands, how it went and what is the coach's alone is no part of an agreement. Source: TGH-6."""
    trajectory = Trajectory(
        id=TRAJECTORY,
        started=TODAY,
        goal=Goal(text="doel", feasible="haalbaar als de zus helpt", smart=(Smart.REALISTIC,)),
        state=GoalState.RUNNING,
        headline="goed zo",
        closed_on=TODAY,
    )
    assert terms_of(trajectory) == Trajectory(id=TRAJECTORY, started=TODAY, goal=Goal(text="doel"), phases=())


def test_what_changed_is_named() -> None:
    """By the term, and within goal and problem by the part of it."""
    older = Trajectory(id=TRAJECTORY, started=TODAY, goal=Goal(text="een"), problem=Problem(text="x"), talks=3)
    newer = Trajectory(id=TRAJECTORY, started=TODAY, goal=Goal(text="twee"), problem=Problem(text="x", since="mei"))
    assert agreeing.terms_changed(older, newer) == ("problem.since", "goal.text", "talks")
    assert agreeing.terms_changed(older, older) == ()


FAMILY = Client(
    code="G.",
    name="Amina",
    coach="Els",
    people=(
        Person(name="Karim", signs=True),
        Person(name="Noor"),
        Person(name="Mieke", role=Role.HELPER, signs=True),
    ),
)


def test_everyone_signs_by_name_on_the_day_of_the_own_hand() -> None:
    """Who signs later has a later day; nobody twice; who takes it back is no signer, and the last one makes an offer."""
    offered = agreeing.offer_agreement(a_dossier(client=FAMILY), ONE, TODAY)
    assert offered.agreements[0].to_sign == ("Amina", "Karim", "Mieke", "Els")
    later = date(2026, 12, 1)
    some = agreeing.sign_agreement(offered, ONE, TODAY, by=("Amina", "Karim"))
    assert some.agreements[0].unsigned == ("Mieke", "Els")
    (all_of_them,) = agreeing.sign_agreement(some, ONE, later).agreements
    assert [(each.name, each.on) for each in all_of_them.signed] == [
        ("Amina", TODAY),
        ("Karim", TODAY),
        ("Mieke", later),
        ("Els", later),
    ]
    assert (all_of_them.signed_on, all_of_them.unsigned) == (TODAY, ())
    (without,) = agreeing.set_signed(some, ONE, ("Karim",), later).agreements
    assert (without.signed, without.unsigned) == ((Signature(name="Karim", on=TODAY),), ("Amina", "Mieke", "Els"))
    (none,) = agreeing.set_signed(some, ONE, (), later).agreements
    assert (none.state, none.signed_on) == (AgreementState.OFFERED, None)


def test_only_a_signature_of_its_own_makes_a_goal_agreed() -> None:
    """Nobody's name is no agreement, and a name under the agreement of an earlier goal says nothing about this one."""
    offered = agreeing.offer_agreement(a_dossier(client=FAMILY), ONE, TODAY)
    assert agreeing.set_signed(offered, ONE, (), TODAY).trajectory.state is GoalState.DRAFT
    assert agreeing.set_signed(offered, ONE, ("Karim",), TODAY).trajectory.state is GoalState.AGREED
    another = Trajectory(id=TrajectoryId("another"), started=TODAY)
    later = msgspec.structs.replace(offered, trajectories=(*offered.trajectories, another))
    signed = agreeing.sign_agreement(later, ONE, TODAY)
    assert signed.agreements[0].unsigned == ()
    assert signed.trajectory.state is GoalState.DRAFT


def test_one_of_before_there_were_names_is_signed_by_all() -> None:
    """A day without names means everyone, that day."""
    offered = agreeing.offer_agreement(a_dossier(client=FAMILY), ONE, TODAY)
    old = msgspec.structs.replace(offered.agreements[0], signed_on=TODAY)
    assert [each.name for each in old.signed] == ["Amina", "Karim", "Mieke", "Els"]
    assert old.unsigned == ()


def test_why_it_is_different_goes_into_the_next_one_only() -> None:
    """It is asked beside the draft, stands in the one that is made of it, and is gone after that. Source: GW-89."""
    first = agreeing.make_agreement(a_dossier(client=FAMILY), ONE, TODAY)
    typed = changed(first, talks=4, renewing="een kleinere stap")
    assert agreeing.takes_a_place(typed)
    second = agreeing.offer_agreement(typed, AgreementId("two"), TODAY)
    assert [each.reason for each in second.agreements] == ["", "een kleinere stap"]
    assert second.trajectory.renewing == second.agreements[1].terms.renewing == ""
    assert not agreeing.takes_a_place(second)


def test_someone_who_signs_too_makes_it_another_agreement() -> None:
    """Who signs is part of what is agreed; who only helps is not. Source: IW-41."""
    first = agreeing.make_agreement(a_dossier(client=FAMILY), ONE, TODAY)

    def with_people(*people: Person) -> Dossier:
        return msgspec.structs.replace(first, client=msgspec.structs.replace(FAMILY, people=people))

    assert not agreeing.takes_a_place(with_people(*FAMILY.people, Person(name="Griet", role=Role.NETWORK)))
    assert agreeing.takes_a_place(with_people(*FAMILY.people, Person(name="Griet", signs=True)))
    assert agreeing.takes_a_place(with_people(*FAMILY.people[:1]))
