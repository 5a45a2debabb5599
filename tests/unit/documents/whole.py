"""A dossier in which every document has everything to show, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import msgspec

from sessionpad.domain.agreement import Agreement, Signature
from sessionpad.domain.client import Remembering
from sessionpad.domain.concern import Concern, ConcernKind
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ending import Aftercare, Answer, Closing, GoalResult, Onward
from sessionpad.domain.exploration import Exploration, Tried
from sessionpad.domain.goal import ProblemPart, Whose
from sessionpad.domain.ids import AgreementId, ConcernId, SessionId, SharingId, TaskId
from sessionpad.domain.scoring import Decision, Nearer
from sessionpad.domain.session import Review, Session
from sessionpad.domain.sharing import Sharing
from sessionpad.domain.task import Every, Kind, Speaker, State, Task
from sessionpad.domain.trajectory import Say, Section, Trajectory, terms_of

DUTCH: Final = {
    "since": "sinds de winter",
    "how_often": "elke dag",
    "strengths": "Ik heb alles bewaard.",
    "notice": "De doos is leeg.",
    "evaluation_way": "Aan tafel, met de mappen erbij.",
    "expects_client": "Dat je naast me zit.",
    "expects_coach": "Dat ik zeg wanneer het te snel gaat.",
    "way": "Rustig, één envelop tegelijk.",
    "supporter": "Mijn zus Leila",
    "helps_with": "een uur oppassen",
    "recipient": "Sociaal huis",
    "what": "Dat ik mijn post orden.",
    "what_not": "Hoe het thuis gaat.",
    "why": "Dan hoef ik mijn verhaal niet opnieuw te doen.",
    "strengths_self": "Ik houd vol.",
    "strengths_around": "Een zus dichtbij.",
    "expected_help": "Iemand die naast me zit.",
    "help_needed": "Brieven begrijpen.",
    "tried": "Alles in één weekend doen.",
    "wish": "Een dag naar zee.",
    "remembers_by": "op papier, op de koelkast",
    "guided": "Samen naar het loket gaan",
    "where": "Grote Markt 1, loket 3",
    "bring": "identiteitskaart",
    "helps": "Ik belde al eens zelf.",
    "pitfall": "een lange rij",
    "if_hard": "Dan wachten we in de gang.",
    "conditions": "als de kinderen op school zijn",
    "means": "een busticket",
    "done": "Eén brief openen",
    "course": "Vlot, met muziek.",
    "went_well": "Ik deed er twee.",
    "difficult": "De dikke envelop.",
    "headline": "De tafel is weer een tafel.",
    "realised": "Ja, op één map na.",
    "brought": "Rust.",
    "process": "Met kleine stappen.",
    "other_effects": "Ik slaap beter.",
    "capacity": "Een brief openen zonder hulp.",
    "keeps": "Elke dag de bus leegmaken.",
    "still_hard": "Brieven van de rechtbank.",
    "who_helps": "Leila en Tom.",
    "elsewhere": "Bij mijn mails.",
    "to_coach": "Fijn dat je niet ongeduldig werd.",
    "to_client": "Je hebt doorgezet.",
    "answer": "Zwaar en licht tegelijk.",
    "ahead": "Als de stapel terugkomt.",
    "signals": "Er ligt weer iets naast de deur.",
    "first_step": "Eén brief openen.",
    "who_to_call": "Leila, dan Els.",
    "may_call_for": "Overleg mag, meegaan niet meer.",
    "reminder": "Eén brief per dag is genoeg.",
    "before": "Dan slaan we een week over.",
    "reason": "Een kleinere stap past beter.",
}
ENGLISH: Final = {
    "since": "since the winter",
    "how_often": "every day",
    "strengths": "I kept everything.",
    "notice": "I laugh out loud again.",
    "evaluation_way": "On a bench in the garden.",
    "expects_client": "That you come along once.",
    "expects_coach": "That I say when it goes too fast.",
    "way": "Calmly, one thing at a time.",
    "supporter": "My sister Ada",
    "helps_with": "picks me up on Thursdays",
    "recipient": "Community centre",
    "what": "That I would like to join the choir.",
    "what_not": "How things are at home.",
    "why": "Then I need not tell my story again.",
    "strengths_self": "I keep going.",
    "strengths_around": "A sister nearby.",
    "expected_help": "Someone who sits next to me.",
    "help_needed": "Knowing whom to ask.",
    "tried": "Joining three clubs at once.",
    "wish": "A day at the sea.",
    "remembers_by": "on paper, on the fridge",
    "guided": "Go to the desk together",
    "where": "1 Market Square, desk 3",
    "bring": "identity card",
    "helps": "I called them once before.",
    "pitfall": "a long queue",
    "if_hard": "Then we wait outside.",
    "conditions": "if the children are at school",
    "means": "a bus ticket",
    "done": "Say hello to one neighbour",
    "course": "Easily, with the dog.",
    "went_well": "I said hello to two.",
    "difficult": "The loud one.",
    "headline": "They know my name again.",
    "realised": "Yes, but for one week.",
    "brought": "Calm.",
    "process": "In small steps.",
    "other_effects": "I sleep better.",
    "capacity": "Ringing a bell without rehearsing.",
    "keeps": "The choir on Thursday.",
    "still_hard": "Sundays.",
    "who_helps": "Ada and Peter.",
    "elsewhere": "At work.",
    "to_coach": "Good that you did not lose patience.",
    "to_client": "You kept at it.",
    "answer": "Heavy and light at once.",
    "ahead": "When Sundays get long.",
    "signals": "I stay in for three days.",
    "first_step": "Walk to the garden.",
    "who_to_call": "Ada, then Ruth.",
    "may_call_for": "A short word, coming along no longer.",
    "reminder": "One hello a day is enough.",
    "before": "Then we skip a week.",
    "reason": "A smaller step suits me better.",
}


def whole(dossier: Dossier, said: Mapping[str, str], today: date) -> Dossier:
    """The dossier with something in every place that a document can show, closed, and with a second agreement."""
    trajectory = _trajectory(dossier.trajectory, said, today)
    tasks = (*dossier.tasks, *_tasks(dossier, said))
    client = msgspec.structs.replace(
        dossier.client,
        people=tuple(
            msgspec.structs.replace(each, helps_with=said["helps_with"]) for each in dossier.client.people[:2]
        ),
        remembers=(Remembering.PAPER,),
        remembers_by=said["remembers_by"],
    )
    filled = msgspec.structs.replace(
        dossier,
        client=client,
        trajectories=(trajectory,),
        tasks=tasks,
        sessions=(_reviewed(dossier.sessions[0], tasks, said),),
        exploration=Exploration(
            strengths_self=said["strengths_self"],
            strengths_around=said["strengths_around"],
            expected_help=said["expected_help"],
            help_needed=said["help_needed"],
            tried=(Tried(what=said["tried"]),),
        ),
        concerns=(
            Concern(
                id=ConcernId("wish"), text=said["wish"], made_at=dossier.sessions[0].started_at, kind=ConcernKind.WISH
            ),
        ),
        sharings=(
            Sharing(
                id=SharingId("told"),
                recipient=said["recipient"],
                what=said["what"],
                what_not=said["what_not"],
                why=said["why"],
                agreed_on=today,
                until=today + timedelta(days=60),
            ),
        ),
    )
    return msgspec.structs.replace(filled, agreements=(_first(filled, said),))


def second_agreement(dossier: Dossier, said: Mapping[str, str], today: date) -> Agreement:
    """What stands now, as the agreement that takes the place of the first one; the client signed it already."""
    first = dossier.agreements[0]
    return msgspec.structs.replace(
        first,
        id=AgreementId("agreement-two"),
        number=2,
        made_on=today,
        terms=terms_of(dossier.trajectory),
        reason=said["reason"],
        signed_on=today,
        signatures=(Signature(name=dossier.client.name, on=today),),
    )


def _trajectory(now: Trajectory, said: Mapping[str, str], today: date) -> Trajectory:
    return msgspec.structs.replace(
        now,
        problem=msgspec.structs.replace(
            now.problem,
            since=said["since"],
            how_often=said["how_often"],
            strengths=said["strengths"],
            on_paper=(ProblemPart.SINCE, ProblemPart.HOW_OFTEN, ProblemPart.STRENGTHS),
        ),
        goal=msgspec.structs.replace(now.goal, notice=said["notice"], whose=Whose.PERSONAL, agreed_by=("Lina",)),
        evaluation_way=said["evaluation_way"],
        expects_client=said["expects_client"],
        expects_coach=said["expects_coach"],
        way=said["way"],
        say=tuple(Say),
        supporter=said["supporter"],
        sections=tuple(Section),
        reflect_until=today + timedelta(days=5),
        closing=Closing(
            **{name: said[name] for name in Closing.__struct_fields__ if name in said},
            answers=(
                Answer(card="closing-experience", text=said["answer"]),
                Answer(card="aftercare-call-for", text=said["ahead"]),
            ),
            onward=Onward.AFTERCARE,
        ),
        aftercare=Aftercare(
            **{name: said[name] for name in Aftercare.__struct_fields__ if name in said},
            until=today + timedelta(days=60),
            talks=(today + timedelta(days=30),),
            coach_calls=True,
        ),
        result=GoalResult.EASED,
        closed_on=today,
        headline=said["headline"],
    )


def _tasks(dossier: Dossier, said: Mapping[str, str]) -> tuple[Task, Task, Task]:
    known = dossier.tasks[0]
    guided = msgspec.structs.replace(
        known,
        id=TaskId("guided"),
        text=said["guided"],
        kind=Kind.GUIDED,
        how="",
        speaker=Speaker.CLIENT,
        **{name: said[name] for name in ("where", "bring", "helps", "pitfall", "if_hard", "conditions", "means")},
    )
    often = msgspec.structs.replace(
        known, id=TaskId("often"), text=said["keeps"], every=Every.DAY, until=dossier.trajectory.goal.deadline
    )
    done = msgspec.structs.replace(known, id=TaskId("done"), text=said["done"], state=State.DONE)
    return guided, often, done


def _reviewed(talk: Session, tasks: tuple[Task, ...], said: Mapping[str, str]) -> Session:
    review = Review(
        task=TaskId("done"),
        at=talk.started_at,
        effort=4,
        result=2,
        coach_effort=3,
        coach_result=3,
        nearer=Nearer.A_LITTLE,
        course=said["course"],
        went_well=said["went_well"],
        difficult=said["difficult"],
        decision=Decision.KEEP,
    )
    alone = Review(task=tasks[0].id, at=talk.started_at, coach_effort=1, coach_result=1)
    reviews = tuple(each for each in talk.reviews if each.task != alone.task)
    return msgspec.structs.replace(talk, id=SessionId("talk"), reviews=(*reviews, review, alone))


def _first(dossier: Dossier, said: Mapping[str, str]) -> Agreement:
    now = terms_of(dossier.trajectory)
    return Agreement(
        id=AgreementId("agreement-one"),
        number=1,
        made_on=now.started,
        terms=msgspec.structs.replace(now, fallback=said["before"], talks=3),
        client=dossier.client,
        tasks=dossier.under_review,
        sharings=dossier.sharings,
        strengths_self=said["strengths_self"],
        strengths_around=said["strengths_around"],
        signed_on=now.started,
    )
