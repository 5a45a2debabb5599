"""V.-E., a household of four with a shared goal: the second trajectory, after one that went well."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from sessionpad.desk.demo.days import Weekday
from sessionpad.desk.demo.scene import Scene
from sessionpad.desk.demo.talks import Later, Planned, Scored, Talk, agreed, changed, held, offered, rounded_off
from sessionpad.desk.demo.told import concern, concern_id, explored, sharing
from sessionpad.domain.client import Closeness, Person, Ready, Remembering, Role
from sessionpad.domain.concern import Influence, Standing
from sessionpad.domain.course import choose
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ending import Closing, GoalResult, Onward
from sessionpad.domain.goal import Aim, Origin, Reach, Whose
from sessionpad.domain.life_domains import LifeDomain
from sessionpad.domain.scoring import Decision, Hindrance, Nearer, Outcome
from sessionpad.domain.session import Event, Place
from sessionpad.domain.task import Difficulty, Every, Kind, Owner, State
from sessionpad.domain.trajectory import Phase, Say, Section, Title

_GRANDMOTHER: Final = "Marie-Josée Vandenbroucke-D’Hondt"
_HELPER: Final = "Gwenaëlle Ó Faoláin-Verstraete"


def dossier(scene: Scene) -> Dossier:
    sheet = _first_trajectory(scene)
    days = scene.days
    first, second = days.ago(35), days.ago(13)
    evening = scene.trajectory(
        "evening",
        first,
        days.ahead(35),
        aim=Aim.EASE,
        talks=5,
        evaluations=(days.ahead(7), days.ahead(28)),
        previous="sheet",
    )
    continued = choose(
        msgspec.structs.replace(sheet, trajectories=(*sheet.trajectories, evening)), concern_id(scene, "evening")
    )
    started = held(scene, continued, _choosing_an_evening(scene, first, second))
    signed = agreed(scene, _terms(scene, started, first), first, title=Title.COMMITMENT)
    return _renewed(scene, held(scene, signed, _three_evenings_later(scene, second)), second)


def _terms(scene: Scene, dossier: Dossier, recognised: date) -> Dossier:
    now = dossier.trajectory
    goal = msgspec.structs.replace(
        now.goal,
        importance=8,
        confidence=7,
        reach=Reach.SURROUNDINGS,
        whose=Whose.PERSONAL,
        origin=Origin.CLIENT,
        agreed_by=tuple(person.name for person in dossier.client.people if person.role is Role.HOUSEHOLD),
    )
    return changed(
        dossier,
        problem=msgspec.structs.replace(now.problem, recognised_on=recognised),
        goal=goal,
        fallback=scene.text("evening.fallback_at_first"),
        say=tuple(Say),
        sections=(Section.WHO_HELPS, Section.SHARING),
    )


def _renewed(scene: Scene, dossier: Dossier, on: date) -> Dossier:
    """After three evenings something is agreed otherwise; they think it over for a while."""
    return offered(
        scene,
        dossier,
        on,
        reason=scene.text("evening.renewed"),
        fallback=scene.text("evening.fallback"),
        talks=6,
        sections=(*dossier.trajectory.sections, Section.REFLECTION),
        reflect_until=scene.days.ahead(3),
    )


def _people(scene: Scene) -> tuple[Person, ...]:
    return (
        scene.person("mother", "Zoë-Noémie Vandenbroucke-El Mahdaoui", Role.HOUSEHOLD, signs=True),
        scene.person("father", "Abdelilah El Mahdaoui", Role.HOUSEHOLD, signs=True),
        scene.person("daughter", "Inès-Zéphyrine Vandenbroucke-El Mahdaoui", Role.HOUSEHOLD, signs=True),
        scene.person("son", "Théodoor Vandenbroucke-El Mahdaoui", Role.HOUSEHOLD),
        msgspec.structs.replace(
            scene.person("grandmother", _GRANDMOTHER, Role.NETWORK),
            willing=Ready.YES,
            able=Ready.YES,
            closeness=Closeness.NEAR,
        ),
        scene.person("helper", _HELPER, Role.HELPER, signs=True),
    )


def _first_trajectory(scene: Scene) -> Dossier:
    days = scene.days
    first, second, third = days.ago(126), days.ago(105), days.ago(63)
    trajectory = scene.trajectory(
        "sheet",
        first,
        days.ago(56),
        phases=(Phase.CLOSING,),
        aim=Aim.SOLVE,
        talks=3,
        evaluations=(second, third),
    )
    begun = _around(scene, scene.dossier("V.-E.", trajectory, *_people(scene)), first)
    started = agreed(scene, held(scene, begun, _one_sheet(scene, first, second)), first)
    tried = held(scene, started, _the_sheet_hangs(scene, second, third))
    ended = held(scene, tried, _the_sheet_stays(scene, third))
    closing = scene.filled(Closing(onward=Onward.NEW_TRAJECTORY), "sheet.closing")
    return rounded_off(scene, changed(ended, closing=closing), "sheet", GoalResult.SOLVED, third)


def _around(scene: Scene, dossier: Dossier, first: date) -> Dossier:
    told = scene.days.at(first, 18, 45)
    week = concern(scene, "week", told, domains=(LifeDomain.HOUSEHOLD,), standing=Standing.NOW, influence=Influence.YES)
    evening = concern(scene, "evening", told, domains=(LifeDomain.HOUSEHOLD, LifeDomain.SOCIAL))
    room = concern(scene, "room", told, domains=(LifeDomain.HOUSING,), standing=Standing.ELSEWHERE)
    chosen = choose(msgspec.structs.replace(dossier, concerns=(week, evening, room)), concern_id(scene, "week"))
    return msgspec.structs.replace(
        chosen,
        client=msgspec.structs.replace(
            chosen.client,
            remembers=(Remembering.PAPER,),
            noting_told_on=first,
            secrecy_told_on=first,
            household=True,
            few_goals=True,
        ),
        exploration=explored(scene, LifeDomain.HOUSEHOLD, LifeDomain.WORK, LifeDomain.PARENTING, tried=1, on=first),
        sharings=(sharing(scene, "school", first, agreed_on=first, consequences=True),),
    )


def _one_sheet(scene: Scene, day: date, following: date) -> Talk:
    days = scene.days
    return Talk(
        key="sheet_1",
        at=days.at(day, 18, 30),
        minutes=60,
        place=Place.HOME,
        phases=(Phase.FIRST_RECEPTION, Phase.GOAL_SETTING),
        planned=(
            Planned(task="sheet", due=days.ago(119)),
            Planned(task="hours", due=following),
            Planned(task="examples", due=days.ago(119), owner=Owner.COACH),
        ),
        next_at=days.at(following, 18, 30),
    )


def _the_sheet_hangs(scene: Scene, day: date, following: date) -> Talk:
    return Talk(
        key="sheet_2",
        at=scene.days.at(day, 18, 30),
        minutes=60,
        place=Place.HOME,
        phases=(Phase.EXECUTION,),
        scored=(
            Scored(task="examples", effort=3, result=2),
            Scored(task="sheet", effort=4, result=4),
            Scored(
                task="hours",
                effort=2,
                result=1,
                outcome=Outcome.NOT_YET,
                hindrances=(Hindrance.SURROUNDINGS,),
                decision=Decision.NEW,
                state=State.STOPPED,
            ),
        ),
        planned=(Planned(task="photo", due=following),),
        next_at=scene.days.at(following, 18, 30),
    )


def _the_sheet_stays(scene: Scene, day: date) -> Talk:
    return Talk(
        key="sheet_3",
        at=scene.days.at(day, 18, 30),
        minutes=60,
        place=Place.HOME,
        phases=(Phase.CLOSING, Phase.GOAL_SETTING),
        scored=(Scored(task="photo", effort=3, result=4, nearer=Nearer.CLOSER),),
        later=(Later(done_on=scene.days.ago(35)),),
        next_at=scene.days.at(scene.days.ago(35), 18, 30),
    )


def _choosing_an_evening(scene: Scene, day: date, following: date) -> Talk:
    days = scene.days
    return Talk(
        key="evening_1",
        at=days.at(day, 18, 30),
        minutes=60,
        place=Place.HOME,
        phases=(Phase.GOAL_SETTING,),
        planned=(
            Planned(
                task="choose",
                due=days.coming(Weekday.SUNDAY),
                difficulty=Difficulty.MEDIUM,
                every=Every.WEEK,
                until=days.ahead(28),
            ),
            Planned(task="game", due=days.ago(28), difficulty=Difficulty.LIGHT),
            Planned(task="soup", due=days.ago(28), owner=Owner.NETWORK, person=_GRANDMOTHER),
            Planned(task="room", due=days.ago(21), owner=Owner.COACH),
        ),
        next_at=days.at(following, 18, 30),
    )


def _three_evenings_later(scene: Scene, day: date) -> Talk:
    days = scene.days
    following = days.ahead(7)
    return Talk(
        key="evening_2",
        at=days.at(day, 18, 30),
        minutes=60,
        place=Place.HOME,
        present=(_HELPER,),
        phases=(Phase.EXECUTION,),
        events=(Event.NEWS,),
        later=(Later(done_on=day),),
        asked=("opening-better-since",),
        scored=(
            Scored(task="room", effort=3, result=3, nearer=Nearer.SAME),
            Scored(task="game", effort=4, result=4, nearer=Nearer.CLOSER, coach_effort=4, coach_result=4),
            Scored(task="soup", effort=4, result=3, outcome=Outcome.DIFFERENTLY, nearer=Nearer.A_LITTLE),
            Scored(
                task="choose",
                effort=3,
                result=3,
                outcome=Outcome.PARTLY,
                hindrances=(Hindrance.OTHERS,),
                decision=Decision.KEEP,
                nearer=Nearer.CLOSER,
                coach_effort=4,
                coach_result=3,
                state=State.OPEN,
            ),
        ),
        planned=(
            Planned(task="music", due=days.ahead(2)),
            Planned(task="rehearse", due=following, owner=Owner.TOGETHER, kind=Kind.CONTACT),
            Planned(task="join", due=days.ahead(6), owner=Owner.NETWORK, person=_HELPER),
        ),
        next_at=days.at(following, 18, 30),
    )
