"""M., who goes out among people again: closed, and eased."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from sessionpad.desk.demo.scene import Scene
from sessionpad.desk.demo.talks import Later, Planned, Scored, Talk, agreed, changed, held, rounded_off
from sessionpad.desk.demo.told import concern, concern_id, explored, sharing
from sessionpad.domain.client import Closeness, Ready, Remembering, Role
from sessionpad.domain.concern import ConcernKind, Influence, Standing
from sessionpad.domain.course import choose
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ending import Aftercare, Answer, Closing, GoalResult, Onward
from sessionpad.domain.goal import Aim, Origin, ProblemPart, Reach, Whose
from sessionpad.domain.life_domains import LifeDomain
from sessionpad.domain.scoring import Decision, Hindrance, Nearer, Outcome
from sessionpad.domain.session import Place, Tempo
from sessionpad.domain.task import Difficulty, Every, Kind, Owner, State
from sessionpad.domain.trajectory import Phase, Say, Section

_FRIEND: Final = "Agnieszka"
_TALKS: Final = (100, 86, 58, 30)
"""How many days ago."""
_QUESTIONS: Final = (
    *("closing-experience", "closing-key-steps", "closing-take-along", "closing-advice-for-others"),
    *("closing-motivated", "closing-held-back", "closing-keep-doing"),
    *("aftercare-call-for", "aftercare-keep-going", "aftercare-hard-day"),
    *("aftercare-how-in-touch", "aftercare-good-news", "aftercare-limits"),
)
"""The seven questions about the road and the six about what comes. Source: GW-97, GW-98."""


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
    friend = msgspec.structs.replace(
        scene.person("friend", _FRIEND, Role.NETWORK), willing=Ready.YES, able=Ready.YES, closeness=Closeness.NEAR
    )
    begun = _around(scene, scene.dossier("M.", trajectory, friend), first)
    started = _terms(held(scene, begun, _first(scene)), first)
    sung = held(scene, agreed(scene, started, first), _second(scene))
    steady = held(scene, sung, _third(scene))
    ended = held(scene, steady, _last(scene))
    looked_back = changed(ended, closing=_looking_back(scene), aftercare=_afterwards(scene))
    return rounded_off(scene, looked_back, "choir", GoalResult.EASED, last)


def _around(scene: Scene, dossier: Dossier, first: date) -> Dossier:
    told = scene.days.at(first, 9, 45)
    lonely = (LifeDomain.SOCIAL, LifeDomain.DAY)
    concerns = (
        concern(scene, "alone", told, domains=lonely, standing=Standing.NOW, influence=Influence.PARTLY),
        concern(scene, "sunday", told, domains=(LifeDomain.DAY,), standing=Standing.LET_GO),
        concern(scene, "sing", told, kind=ConcernKind.WISH, domains=(LifeDomain.SOCIAL,), standing=Standing.SETTLED),
    )
    chosen = choose(msgspec.structs.replace(dossier, concerns=concerns), concern_id(scene, "alone"))
    remembers = (Remembering.PAPER, Remembering.CALENDAR)
    return msgspec.structs.replace(
        chosen,
        client=msgspec.structs.replace(chosen.client, remembers=remembers, noting_told_on=first, secrecy_told_on=first),
        exploration=explored(scene, *lonely, tried=1, on=first),
        sharings=(sharing(scene, "centre", first, agreed_on=first, until=scene.days.ahead(60), consequences=True),),
    )


def _terms(dossier: Dossier, recognised: date) -> Dossier:
    now = dossier.trajectory
    goal = msgspec.structs.replace(
        now.goal,
        importance=9,
        confidence=5,
        reach=Reach.SURROUNDINGS,
        whose=Whose.PERSONAL,
        origin=Origin.CLIENT,
        agreed_by=(dossier.client.name, dossier.client.coach),
    )
    problem = msgspec.structs.replace(now.problem, on_paper=(ProblemPart.SINCE,), recognised_on=recognised)
    sections = (Section.EXPECTATIONS, Section.WHO_HELPS, Section.STRENGTHS)
    return changed(dossier, goal=goal, problem=problem, say=tuple(Say), sections=sections)


def _looking_back(scene: Scene) -> Closing:
    answers = tuple(Answer(card=card, text=scene.text(f"answer.{card}")) for card in _QUESTIONS)
    return scene.filled(Closing(answers=answers, onward=Onward.AFTERCARE), "choir.closing")


def _afterwards(scene: Scene) -> Aftercare:
    days = scene.days
    ahead = Aftercare(until=days.ahead(60), talks=(days.ahead(28), days.ahead(58)), coach_calls=True)
    return scene.filled(ahead, "choir.aftercare")


def _first(scene: Scene) -> Talk:
    days = scene.days
    second = days.ago(_TALKS[1])
    return Talk(
        key="first",
        at=days.at(days.ago(_TALKS[0]), 9, 30),
        planned=(
            Planned(task="places", due=days.ago(93), difficulty=Difficulty.LIGHT),
            Planned(task="bus", due=days.ago(97), owner=Owner.COACH),
            Planned(task="listen", due=days.ago(90), owner=Owner.TOGETHER, kind=Kind.GUIDED),
        ),
        next_at=days.at(second, 9, 30),
        phases=(Phase.FIRST_RECEPTION, Phase.GOAL_SETTING),
        tempo=Tempo.ON,
    )


def _second(scene: Scene) -> Talk:
    days = scene.days
    third = days.ago(_TALKS[2])
    return Talk(
        key="second",
        at=days.at(days.ago(_TALKS[1]), 9, 30),
        scored=(
            Scored(task="bus", effort=3, result=3, nearer=Nearer.A_LITTLE),
            Scored(
                task="places",
                effort=4,
                result=2,
                outcome=Outcome.PARTLY,
                hindrances=(Hindrance.SELF,),
                nearer=Nearer.A_LITTLE,
                coach_effort=4,
                coach_result=3,
            ),
            Scored(task="listen", effort=4, result=4, nearer=Nearer.CLOSER, coach_effort=4, coach_result=4),
        ),
        planned=(
            Planned(task="choir", due=third, difficulty=Difficulty.MEDIUM, every=Every.WEEK, until=days.ago(23)),
            Planned(task="ride", due=days.ago(79), owner=Owner.NETWORK, person=_FRIEND),
        ),
        next_at=days.at(third, 9, 30),
        phases=(Phase.EXECUTION,),
        tempo=Tempo.ON,
    )


def _third(scene: Scene) -> Talk:
    days = scene.days
    last = days.ago(_TALKS[3])
    return Talk(
        key="third",
        at=days.at(days.ago(_TALKS[2]), 9, 30),
        scored=(
            Scored(task="ride", effort=4, result=4, nearer=Nearer.CLOSER),
            Scored(
                task="choir",
                effort=3,
                result=3,
                decision=Decision.KEEP,
                nearer=Nearer.CLOSER,
                coach_effort=4,
                coach_result=3,
                state=State.OPEN,
            ),
        ),
        planned=(Planned(task="shop", due=last), Planned(task="letter", due=last)),
        next_at=days.at(last, 9, 30),
        phases=(Phase.EXECUTION, Phase.CLOSING),
        tempo=Tempo.ON,
        later=(Later(done_on=last),),
    )


def _last(scene: Scene) -> Talk:
    days = scene.days
    return Talk(
        key="last",
        at=days.at(days.ago(_TALKS[3]), 9, 30),
        minutes=45,
        place=Place.OUTSIDE,
        phases=(Phase.CLOSING,),
        scored=(
            Scored(task="choir", effort=4, result=4, nearer=Nearer.CLOSER, coach_effort=4, coach_result=4),
            Scored(
                task="shop",
                effort=3,
                result=3,
                outcome=Outcome.DIFFERENTLY,
                nearer=Nearer.CLOSER,
                coach_effort=3,
                coach_result=4,
            ),
            Scored(task="letter", effort=2, result=3, nearer=Nearer.A_LITTLE, coach_effort=3, coach_result=3),
        ),
    )
