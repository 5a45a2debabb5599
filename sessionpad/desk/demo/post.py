"""A., who puts the post in order: well under way, with an appointment today."""

from __future__ import annotations

from datetime import date
from typing import Final

from sessionpad.desk.demo.scene import Scene
from sessionpad.desk.demo.talks import Planned, Scored, Talk, agreed, held
from sessionpad.domain.client import Role
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Aim
from sessionpad.domain.scoring import Decision, Hindrance, Outcome
from sessionpad.domain.task import Kind, Owner, State

_SISTER: Final = "Leila"


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
    begun = scene.dossier("A.", trajectory, scene.person("sister", _SISTER, Role.NETWORK))
    started = held(scene, begun, _first(scene, first, second))
    planned = held(scene, started, _second(scene, second))
    return agreed(scene, planned, second)


def _first(scene: Scene, day: date, following: date) -> Talk:
    days = scene.days
    return Talk(
        key="first",
        at=days.at(day, 14),
        asked=("opening-how-are-you",),
        planned=(
            Planned(task="letterbox", due=days.today),
            Planned(task="folders", due=following),
            Planned(task="sorting_list", due=following, owner=Owner.COACH),
        ),
        next_at=days.at(following, 14),
    )


def _second(scene: Scene, day: date) -> Talk:
    days = scene.days
    return Talk(
        key="second",
        at=days.at(day, 14),
        asked=("opening-better-since",),
        scored=(
            Scored(task="sorting_list", effort=3, result=4),
            Scored(task="folders", effort=3, result=4, outcome=Outcome.DIFFERENTLY),
            Scored(
                task="letterbox",
                effort=4,
                result=3,
                outcome=Outcome.PARTLY,
                hindrances=(Hindrance.SELF,),
                decision=Decision.KEEP,
                state=State.OPEN,
            ),
        ),
        planned=(
            Planned(task="invoices", due=days.today),
            Planned(task="mail_address", due=days.today, owner=Owner.COACH),
            Planned(task="visit", due=days.ahead(3), owner=Owner.TOGETHER, kind=Kind.GUIDED),
            Planned(task="sister", due=days.exactly(5), owner=Owner.NETWORK, person=_SISTER),
        ),
        next_at=days.this_half_hour,
    )
