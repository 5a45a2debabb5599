"""V.-E., a household of four with a shared goal: the second trajectory, after one that went well."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from sessionpad.desk.demo.days import Weekday
from sessionpad.desk.demo.scene import Scene
from sessionpad.desk.demo.talks import Planned, Scored, Talk, agreed, held, rounded_off
from sessionpad.domain.client import Person, Role
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ending import GoalResult
from sessionpad.domain.goal import Aim
from sessionpad.domain.scoring import Decision, Hindrance, Outcome
from sessionpad.domain.task import Kind, Owner, State
from sessionpad.domain.trajectory import Phase, Title

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
    continued = msgspec.structs.replace(sheet, trajectories=(*sheet.trajectories, evening))
    started = held(scene, continued, _choosing_an_evening(scene, first, second))
    signed = agreed(scene, started, first, title=Title.COMMITMENT)
    return held(scene, signed, _three_evenings_later(scene, second))


def _people(scene: Scene) -> tuple[Person, ...]:
    return (
        scene.person("mother", "Zoë-Noémie Vandenbroucke-El Mahdaoui", Role.HOUSEHOLD, signs=True),
        scene.person("father", "Abdelilah El Mahdaoui", Role.HOUSEHOLD, signs=True),
        scene.person("daughter", "Inès-Zéphyrine Vandenbroucke-El Mahdaoui", Role.HOUSEHOLD, signs=True),
        scene.person("son", "Théodoor Vandenbroucke-El Mahdaoui", Role.HOUSEHOLD),
        scene.person("grandmother", _GRANDMOTHER, Role.NETWORK),
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
    begun = scene.dossier("V.-E.", trajectory, *_people(scene))
    started = agreed(scene, held(scene, begun, _one_sheet(scene, first, second)), first)
    tried = held(scene, started, _the_sheet_hangs(scene, second, third))
    ended = held(scene, tried, _the_sheet_stays(scene, third))
    return rounded_off(scene, ended, "sheet", GoalResult.SOLVED, third)


def _one_sheet(scene: Scene, day: date, following: date) -> Talk:
    days = scene.days
    return Talk(
        key="sheet_1",
        at=days.at(day, 18, 30),
        minutes=60,
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
        scored=(Scored(task="photo", effort=3, result=4),),
        next_at=scene.days.at(scene.days.ago(35), 18, 30),
    )


def _choosing_an_evening(scene: Scene, day: date, following: date) -> Talk:
    days = scene.days
    return Talk(
        key="evening_1",
        at=days.at(day, 18, 30),
        minutes=60,
        planned=(
            Planned(task="choose", due=days.coming(Weekday.SUNDAY)),
            Planned(task="game", due=days.ago(28)),
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
        asked=("opening-better-since",),
        scored=(
            Scored(task="room", effort=3, result=3),
            Scored(task="game", effort=4, result=4),
            Scored(task="soup", effort=4, result=3, outcome=Outcome.DIFFERENTLY),
            Scored(
                task="choose",
                effort=3,
                result=3,
                outcome=Outcome.PARTLY,
                hindrances=(Hindrance.OTHERS,),
                decision=Decision.KEEP,
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
