"""A., who puts the post in order: well under way, with an appointment today."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from sessionpad.desk.demo.scene import Scene
from sessionpad.desk.demo.talks import Later, Planned, Scored, Talk, agreed, changed, held
from sessionpad.desk.demo.told import concern, concern_id, explored, referral, right, sharing, sharing_id
from sessionpad.domain.around import ReferralStep, RightState, StepTaken
from sessionpad.domain.client import Client, Closeness, Ready, Remembering, Role
from sessionpad.domain.concern import ConcernKind, Criterion, Influence, Standing
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Aim, Goal, Origin, Problem, ProblemPart, Reach, Smart, Way, Whose
from sessionpad.domain.life_domains import LifeDomain
from sessionpad.domain.scoring import Decision, Hindrance, Nearer, Outcome
from sessionpad.domain.session import Tempo
from sessionpad.domain.task import Difficulty, Every, GuidedStep, Kind, Owner, State
from sessionpad.domain.trajectory import Phase, Say, Section, Trajectory

_SISTER: Final = "Leila"
_DAUGHTER: Final = "Sanae"


def dossier(scene: Scene) -> Dossier:
    days = scene.days
    first, second = days.ago(28), days.ago(14)
    trajectory = scene.trajectory(
        "post",
        first,
        days.exactly(35),
        aim=Aim.SOLVE,
        talks=8,
        evaluations=(days.ahead(14), days.ahead(32)),
    )
    people = (scene.person("daughter", _DAUGHTER, Role.HOUSEHOLD), scene.person("sister", _SISTER, Role.NETWORK))
    begun = _around(scene, scene.dossier("A.", trajectory, *people), first, second)
    started = held(scene, begun, _first(scene, first, second))
    planned = held(scene, started, _second(scene, second))
    return agreed(scene, _terms(scene, planned, first), second)


def _around(scene: Scene, dossier: Dossier, first: date, second: date) -> Dossier:
    """What was told in the first talks, and what is agreed beside the goal."""
    days, told = scene.days, scene.days.at(first, 14, 20)
    return msgspec.structs.replace(
        dossier,
        client=_client(dossier.client, first, days.ahead(60)),
        exploration=explored(
            scene, LifeDomain.DEBTS, LifeDomain.INCOME, LifeDomain.SOCIAL, LifeDomain.PARENTING, tried=2, on=first
        ),
        concerns=(
            concern(
                scene,
                "post",
                told,
                domains=(LifeDomain.DEBTS,),
                standing=Standing.NOW,
                influence=Influence.YES,
                criteria=(Criterion.WANTED_FIRST, Criterion.WORKABLE_NOW, Criterion.UNLOCKS_OTHERS),
            ),
            concern(scene, "budget", told, domains=(LifeDomain.INCOME,), influence=Influence.PARTLY),
            concern(scene, "sleep", told, standing=Standing.TIME_OUT, back_on=days.ahead(21)),
            concern(scene, "sea", told, kind=ConcernKind.WISH, domains=(LifeDomain.PARENTING,)),
        ),
        rights=(
            right(scene, "tariff", told, quick=True, domain=LifeDomain.INCOME, state=RightState.UNDER_WAY),
            right(scene, "school", told, domain=LifeDomain.PARENTING),
        ),
        sharings=(
            sharing(scene, "desk", agreed_on=second, until=days.ahead(70), consequences=True),
            sharing(scene, "school", consequences=True),
        ),
        referrals=(
            referral(
                scene,
                "debts",
                days.at(second, 14, 30),
                steps=(StepTaken(step=ReferralStep.TALK, on=first), StepTaken(step=ReferralStep.INFORM, on=second)),
                back_on=days.ahead(14),
                sharing=sharing_id(scene, "desk"),
            ),
        ),
    )


def _client(client: Client, first: date, look_again: date) -> Client:
    daughter, sister = client.people
    near = msgspec.structs.replace(daughter, closeness=Closeness.NEAR)
    helps = msgspec.structs.replace(
        sister, willing=Ready.YES, able=Ready.PARTLY, closeness=Closeness.NEAR, look_again=look_again
    )
    return msgspec.structs.replace(
        client,
        people=(near, helps),
        remembers=(Remembering.PAPER, Remembering.MESSAGE),
        noting_told_on=first,
        secrecy_told_on=first,
    )


def _terms(scene: Scene, dossier: Dossier, recognised: date) -> Dossier:
    """The trajectory as it stands in the agreement."""
    now: Trajectory = dossier.trajectory
    problem: Problem = msgspec.structs.replace(
        now.problem,
        on_paper=(ProblemPart.SINCE, ProblemPart.HOW_OFTEN, ProblemPart.STRENGTHS),
        recognised_on=recognised,
    )
    goal: Goal = msgspec.structs.replace(
        now.goal,
        importance=9,
        confidence=6,
        reach=Reach.PERSON,
        whose=Whose.PERSONAL,
        origin=Origin.CLIENT,
        ways=(Way.STRUCTURE, Way.GUIDE, Way.AFFIRM),
        smart=tuple(Smart),
        agreed_by=(dossier.client.name, dossier.client.coach),
    )
    sections = (Section.EXPECTATIONS, Section.RIGHTS, Section.SHARING, Section.SUPPORTER, Section.WHO_HELPS)
    return changed(
        dossier,
        concern=concern_id(scene, "post"),
        problem=problem,
        goal=goal,
        say=tuple(Say),
        sections=(*sections, Section.STRENGTHS),
    )


def _first(scene: Scene, day: date, following: date) -> Talk:
    days = scene.days
    return Talk(
        key="first",
        at=days.at(day, 14),
        asked=("opening-how-are-you",),
        planned=(
            Planned(
                task="letterbox",
                due=days.today,
                difficulty=Difficulty.LIGHT,
                every=Every.DAY,
                until=days.ahead(28),
            ),
            Planned(task="folders", due=following, difficulty=Difficulty.LIGHT),
            Planned(task="sorting_list", due=following, owner=Owner.COACH),
        ),
        next_at=days.at(following, 14),
        phases=(Phase.FIRST_RECEPTION, Phase.CLARIFYING),
        tempo=Tempo.ON,
        later=(Later(back_on=days.ahead(35)),),
    )


def _second(scene: Scene, day: date) -> Talk:
    days = scene.days
    return Talk(
        key="second",
        at=days.at(day, 14),
        asked=("opening-better-since",),
        scored=(
            Scored(task="sorting_list", effort=3, result=4, nearer=Nearer.CLOSER, coach_effort=3, coach_result=3),
            Scored(
                task="folders",
                effort=3,
                result=4,
                outcome=Outcome.DIFFERENTLY,
                nearer=Nearer.CLOSER,
                coach_effort=4,
                coach_result=4,
            ),
            Scored(
                task="letterbox",
                effort=4,
                result=3,
                outcome=Outcome.PARTLY,
                hindrances=(Hindrance.SELF,),
                decision=Decision.KEEP,
                nearer=Nearer.A_LITTLE,
                coach_effort=4,
                coach_result=4,
                state=State.OPEN,
            ),
        ),
        planned=(
            Planned(task="invoices", due=days.today, difficulty=Difficulty.MEDIUM, prepared=True),
            Planned(task="mail_address", due=days.today, owner=Owner.COACH),
            Planned(
                task="visit",
                due=days.ahead(3),
                owner=Owner.TOGETHER,
                kind=Kind.GUIDED,
                difficulty=Difficulty.HEAVY,
                ready=(GuidedStep.PLACE_AND_TIME, GuidedStep.PAPERS, GuidedStep.WHO_SAYS_WHAT),
                prepared=True,
            ),
            Planned(task="sister", due=days.exactly(5), owner=Owner.NETWORK, person=_SISTER),
        ),
        next_at=days.this_half_hour,
        phases=(Phase.GOAL_SETTING, Phase.EXECUTION),
        tempo=Tempo.ON,
        later=(Later(),),
    )
