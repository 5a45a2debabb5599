"""R., for whom things go badly: small steps, a gentle look back, and an agreement by word of mouth."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from sessionpad.desk.demo.days import Weekday
from sessionpad.desk.demo.scene import Scene
from sessionpad.desk.demo.talks import Later, Planned, Scored, Talk, agreed, changed, held
from sessionpad.desk.demo.told import concern, concern_id, explored, right, sharing
from sessionpad.domain.around import Missed, Reached, RightState
from sessionpad.domain.client import Closeness, Ready, Remembering, Role
from sessionpad.domain.coach_side import CoachSide
from sessionpad.domain.concern import Influence, Standing
from sessionpad.domain.course import choose, revise_goal
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Aim, Origin, Reach, Whose
from sessionpad.domain.ids import MissedId
from sessionpad.domain.life_domains import LifeDomain
from sessionpad.domain.scoring import NO_OCCASION, Decision, Hindrance, Nearer, Outcome
from sessionpad.domain.session import Event, Place, Tempo
from sessionpad.domain.task import Difficulty, Every, GuidedStep, Kind, Owner, State
from sessionpad.domain.trajectory import Form, Phase, Section

_NEIGHBOUR: Final = "Bjørn"


def dossier(scene: Scene) -> Dossier:
    days = scene.days
    first, second, call, last = days.ago(42), days.ago(28), days.ago(20), days.ago(6)
    trajectory = scene.trajectory(
        "morning",
        first,
        days.ahead(35),
        phases=(Phase.CLARIFYING, Phase.EXECUTION),
        aim=Aim.EASE,
        talks=10,
        evaluations=(days.ahead(15),),
        problem_in_document=False,
    )
    neighbour = msgspec.structs.replace(
        scene.person("neighbour", _NEIGHBOUR, Role.NETWORK),
        willing=Ready.YES,
        able=Ready.PARTLY,
        closeness=Closeness.AROUND,
    )
    begun = _around(scene, scene.dossier("R.", trajectory, neighbour), first)
    started = held(scene, begun, _first(scene, first, second))
    adapted = _smaller(scene, held(scene, started, _second(scene, second, days.ago(21))), second)
    spoken = agreed(scene, adapted, second, form=Form.ORAL)
    called = held(scene, spoken, _on_the_telephone(scene, call, last))
    return held(scene, called, _gently(scene, last))


def _around(scene: Scene, dossier: Dossier, first: date) -> Dossier:
    days, told = scene.days, scene.days.at(first, 10, 45)
    concerns = (
        concern(scene, "morning", told, domains=(LifeDomain.DAY,), standing=Standing.NOW, influence=Influence.PARTLY),
        concern(scene, "bills", told, domains=(LifeDomain.DEBTS,), influence=Influence.YES),
        concern(scene, "lift", told, domains=(LifeDomain.HOUSING,), influence=Influence.NO),
    )
    missed = Missed(
        id=MissedId(scene.id_of("missed", "third")),
        on=days.ago(21),
        what=scene.text("missed"),
        reached=(Reached(on=days.ago(20), what=scene.text("missed.reached")),),
    )
    chosen = choose(msgspec.structs.replace(dossier, concerns=concerns), concern_id(scene, "morning"))
    remembers = (Remembering.LARGE_PRINT, Remembering.CALL)
    domains = (LifeDomain.PHYSICAL_HEALTH, LifeDomain.DEBTS, LifeDomain.HOUSING)
    return msgspec.structs.replace(
        chosen,
        client=msgspec.structs.replace(chosen.client, remembers=remembers, noting_told_on=first, secrecy_told_on=first),
        exploration=explored(scene, *domains, tried=2, on=first),
        rights=(right(scene, "tariff", told, quick=True, domain=LifeDomain.DEBTS, state=RightState.UNDER_WAY),),
        sharings=(sharing(scene, "doctor"),),
        missed=(missed,),
        coach_side=scene.filled(CoachSide(worry_told_on=days.ago(6)), "coach"),
    )


def _smaller(scene: Scene, dossier: Dossier, on: date) -> Dossier:
    """Every morning was too much at once: the goal is made smaller, and the one before it is kept."""
    now = dossier.trajectory
    goal = msgspec.structs.replace(
        now.goal,
        importance=7,
        confidence=4,
        reach=Reach.PERSON,
        whose=Whose.PERSONAL,
        origin=Origin.PROPOSED,
        agreed_by=(dossier.client.name,),
    )
    before = scene.text("morning.goal_before", deadline=now.goal.deadline or on)
    wider = changed(dossier, goal=msgspec.structs.replace(now.goal, text=before))
    revised = revise_goal(wider, goal, scene.text("morning.revised"), scene.days.at(on, 11))
    return changed(revised, sections=(Section.EXPECTATIONS, Section.RIGHTS))


def _first(scene: Scene, day: date, following: date) -> Talk:
    days = scene.days
    return Talk(
        key="first",
        at=days.at(day, 10, 30),
        planned=(
            Planned(task="alarm", due=following, difficulty=Difficulty.MEDIUM),
            Planned(task="walk", due=following, difficulty=Difficulty.LIGHT),
            Planned(
                task="call",
                due=days.coming(Weekday.MONDAY),
                owner=Owner.COACH,
                every=Every.WEEK,
                until=days.ahead(28),
            ),
        ),
        next_at=days.at(following, 10, 30),
        place=Place.HOME,
        phases=(Phase.FIRST_RECEPTION, Phase.CLARIFYING),
    )


def _what_came_of_it() -> tuple[Scored, ...]:
    """Of the tasks of the first talk."""
    return (
        Scored(
            task="call",
            effort=4,
            result=2,
            decision=Decision.KEEP,
            nearer=Nearer.A_LITTLE,
            coach_effort=3,
            coach_result=2,
            state=State.OPEN,
        ),
        Scored(
            task="alarm",
            effort=3,
            result=1,
            nearer=Nearer.SAME,
            coach_effort=4,
            coach_result=2,
            outcome=Outcome.PARTLY,
            hindrances=(Hindrance.SELF,),
            decision=Decision.SMALLER,
            state=State.STOPPED,
        ),
        Scored(
            task="walk",
            effort=1,
            result=0,
            outcome=Outcome.NOT_YET,
            hindrances=(Hindrance.SURROUNDINGS,),
            decision=Decision.ADAPT,
            state=State.OPEN,
        ),
    )


def _second(scene: Scene, day: date, following: date) -> Talk:
    days = scene.days
    return Talk(
        key="second",
        at=days.at(day, 10, 30),
        minutes=40,
        scored=_what_came_of_it(),
        planned=(
            Planned(task="curtain", due=days.today, difficulty=Difficulty.LIGHT),
            Planned(task="neighbour", due=days.coming(Weekday.WEDNESDAY), owner=Owner.NETWORK, person=_NEIGHBOUR),
            Planned(
                task="desk",
                due=days.ahead(4),
                owner=Owner.TOGETHER,
                kind=Kind.GUIDED,
                ready=(GuidedStep.PLACE_AND_TIME,),
            ),
        ),
        next_at=days.at(following, 10, 30),
        phases=(Phase.CLARIFYING, Phase.GOAL_SETTING),
        tempo=Tempo.REST,
    )


def _on_the_telephone(scene: Scene, day: date, following: date) -> Talk:
    return Talk(
        key="telephone",
        at=scene.days.at(day, 11),
        minutes=12,
        gentle=True,
        place=Place.PHONE,
        events=(Event.RELAPSE,),
        tempo=Tempo.REST,
        next_at=scene.days.at(following, 10, 30),
    )


def _gently(scene: Scene, day: date) -> Talk:
    days = scene.days
    return Talk(
        key="gentle",
        at=days.at(day, 10, 30),
        minutes=35,
        gentle=True,
        place=Place.HOME,
        phases=(Phase.EXECUTION,),
        tempo=Tempo.REST,
        later=(Later(back_on=days.ahead(4)),),
        asked=("opening-better-since",),
        scored=(
            Scored(
                task="curtain",
                effort=2,
                result=1,
                nearer=Nearer.A_LITTLE,
                coach_effort=3,
                coach_result=2,
                outcome=Outcome.PARTLY,
                hindrances=(Hindrance.SELF,),
                decision=Decision.KEEP,
                state=State.OPEN,
            ),
            Scored(
                task="neighbour",
                effort=2,
                result=0,
                outcome=Outcome.NOT_YET,
                hindrances=(Hindrance.OTHERS, Hindrance.SURROUNDINGS),
                decision=Decision.KEEP,
                state=State.OPEN,
            ),
            Scored(
                task="desk",
                effort=NO_OCCASION,
                result=NO_OCCASION,
                outcome=Outcome.NOT_YET,
                decision=Decision.KEEP,
                state=State.OPEN,
            ),
            Scored(
                task="walk", effort=1, result=0, outcome=Outcome.NOT_YET, decision=Decision.STOP, state=State.STOPPED
            ),
        ),
        planned=(Planned(task="doorstep", due=days.ahead(4), difficulty=Difficulty.LIGHT),),
        next_at=days.at(days.ahead(4), 10, 30),
    )
