"""M., who goes out among people again: closed, and eased."""

from __future__ import annotations

from typing import Final

from sessionpad.desk.demo.scene import Scene
from sessionpad.desk.demo.talks import Planned, Scored, Talk, agreed, held, rounded_off
from sessionpad.domain.client import Role
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ending import GoalResult
from sessionpad.domain.goal import Aim
from sessionpad.domain.scoring import Decision, Hindrance, Outcome
from sessionpad.domain.task import Kind, Owner, State
from sessionpad.domain.trajectory import Phase

_FRIEND: Final = "Agnieszka"
_TALKS: Final = (100, 86, 58, 30)
"""How many days ago."""


def dossier(scene: Scene) -> Dossier:
    days = scene.days
    first, _, third, last = (days.ago(each) for each in _TALKS)
    trajectory = scene.trajectory(
        "choir",
        first,
        days.ago(23),
        phases=(Phase.CLOSING, Phase.AFTERCARE),
        aim=Aim.EASE,
        talks=5,
        evaluations=(third, last),
    )
    begun = scene.dossier("M.", trajectory, scene.person("friend", _FRIEND, Role.NETWORK))
    started = held(scene, begun, _first(scene))
    sung = held(scene, agreed(scene, started, first), _second(scene))
    steady = held(scene, sung, _third(scene))
    ended = held(scene, steady, _last(scene))
    return rounded_off(scene, ended, "choir", GoalResult.EASED, last)


def _first(scene: Scene) -> Talk:
    days = scene.days
    second = days.ago(_TALKS[1])
    return Talk(
        key="first",
        at=days.at(days.ago(_TALKS[0]), 9, 30),
        planned=(
            Planned(task="places", due=days.ago(93)),
            Planned(task="bus", due=days.ago(97), owner=Owner.COACH),
            Planned(task="listen", due=days.ago(90), owner=Owner.TOGETHER, kind=Kind.GUIDED),
        ),
        next_at=days.at(second, 9, 30),
    )


def _second(scene: Scene) -> Talk:
    days = scene.days
    third = days.ago(_TALKS[2])
    return Talk(
        key="second",
        at=days.at(days.ago(_TALKS[1]), 9, 30),
        scored=(
            Scored(task="bus", effort=3, result=3),
            Scored(task="places", effort=4, result=2, outcome=Outcome.PARTLY, hindrances=(Hindrance.SELF,)),
            Scored(task="listen", effort=4, result=4),
        ),
        planned=(
            Planned(task="choir", due=third),
            Planned(task="ride", due=days.ago(79), owner=Owner.NETWORK, person=_FRIEND),
        ),
        next_at=days.at(third, 9, 30),
    )


def _third(scene: Scene) -> Talk:
    days = scene.days
    last = days.ago(_TALKS[3])
    return Talk(
        key="third",
        at=days.at(days.ago(_TALKS[2]), 9, 30),
        scored=(
            Scored(task="ride", effort=4, result=4),
            Scored(task="choir", effort=3, result=3, decision=Decision.KEEP, state=State.OPEN),
        ),
        planned=(Planned(task="shop", due=last), Planned(task="letter", due=last)),
        next_at=days.at(last, 9, 30),
    )


def _last(scene: Scene) -> Talk:
    days = scene.days
    return Talk(
        key="last",
        at=days.at(days.ago(_TALKS[3]), 9, 30),
        minutes=45,
        scored=(
            Scored(task="choir", effort=4, result=4),
            Scored(task="shop", effort=3, result=3, outcome=Outcome.DIFFERENTLY),
            Scored(task="letter", effort=2, result=3),
        ),
    )
