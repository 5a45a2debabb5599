"""R., for whom things go badly: small steps, a gentle look back, and an agreement by word of mouth."""

from __future__ import annotations

from datetime import date
from typing import Final

from sessionpad.desk.demo.days import Weekday
from sessionpad.desk.demo.scene import Scene
from sessionpad.desk.demo.talks import Planned, Scored, Talk, agreed, held
from sessionpad.domain.client import Role
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Aim
from sessionpad.domain.scoring import NO_OCCASION, Decision, Hindrance, Outcome
from sessionpad.domain.task import Kind, Owner, State
from sessionpad.domain.trajectory import Form, Phase

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
    begun = scene.dossier("R.", trajectory, scene.person("neighbour", _NEIGHBOUR, Role.NETWORK))
    started = held(scene, begun, _first(scene, first, second))
    adapted = held(scene, started, _second(scene, second, days.ago(21)))
    spoken = agreed(scene, adapted, second, form=Form.ORAL)
    called = held(scene, spoken, _on_the_telephone(scene, call, last))
    return held(scene, called, _gently(scene, last))


def _first(scene: Scene, day: date, following: date) -> Talk:
    days = scene.days
    return Talk(
        key="first",
        at=days.at(day, 10, 30),
        planned=(
            Planned(task="alarm", due=following),
            Planned(task="walk", due=following),
            Planned(task="call", due=days.coming(Weekday.MONDAY), owner=Owner.COACH),
        ),
        next_at=days.at(following, 10, 30),
    )


def _second(scene: Scene, day: date, following: date) -> Talk:
    days = scene.days
    return Talk(
        key="second",
        at=days.at(day, 10, 30),
        minutes=40,
        scored=(
            Scored(task="call", effort=4, result=2, decision=Decision.KEEP, state=State.OPEN),
            Scored(
                task="alarm",
                effort=3,
                result=1,
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
        ),
        planned=(
            Planned(task="curtain", due=days.today),
            Planned(task="neighbour", due=days.coming(Weekday.WEDNESDAY), owner=Owner.NETWORK, person=_NEIGHBOUR),
            Planned(task="desk", due=days.ahead(4), owner=Owner.TOGETHER, kind=Kind.GUIDED),
        ),
        next_at=days.at(following, 10, 30),
    )


def _on_the_telephone(scene: Scene, day: date, following: date) -> Talk:
    return Talk(
        key="telephone",
        at=scene.days.at(day, 11),
        minutes=12,
        gentle=True,
        next_at=scene.days.at(following, 10, 30),
    )


def _gently(scene: Scene, day: date) -> Talk:
    days = scene.days
    return Talk(
        key="gentle",
        at=days.at(day, 10, 30),
        minutes=35,
        gentle=True,
        asked=("opening-better-since",),
        scored=(
            Scored(
                task="curtain",
                effort=2,
                result=1,
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
        planned=(Planned(task="doorstep", due=days.ahead(4)),),
        next_at=days.at(days.ahead(4), 10, 30),
    )
