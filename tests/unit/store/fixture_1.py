"""What is in the vault of format 1 that is kept beside this module, with something in every field of that format.

It was made by the program of that time and is never made again: a later format has a module and a vault of its own.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Final

import msgspec

from sessionpad.domain.agreement import Agreement
from sessionpad.domain.client import Client, Person, Role
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ending import GoalResult
from sessionpad.domain.goal import Aim, Goal, Problem
from sessionpad.domain.ids import AgreementId, DossierId, SessionId, TaskId, TrajectoryId
from sessionpad.domain.notes import NoteLine
from sessionpad.domain.scoring import NO_OCCASION, Decision, Hindrance, Outcome
from sessionpad.domain.session import Asked, Review, Session
from sessionpad.domain.task import Difficulty, Kind, Owner, State, Task
from sessionpad.domain.trajectory import Dismissed, Form, GoalState, Phase, Title, Trajectory

PASSPHRASE: Final = "fictief-dossier-voor-de-proef"
ZONE: Final = timezone(timedelta(hours=1))
AT: Final = datetime(2026, 1, 5, 10, 0, tzinfo=ZONE)
FULL: Final = DossierId("00000000-0000-4000-8000-00000000000a")
BARE: Final = DossierId("00000000-0000-4000-8000-00000000000b")
GONE: Final = DossierId("00000000-0000-4000-8000-00000000000c")
ODD: Final = "ë é “zo” [/b] {{ x }} <é> & \\ / 👩‍👧\ttab"
"""What a careless format would lose."""
REASON: Final = "op vraag van de cliënt"


def full_dossier(word: str = "laatste") -> Dossier:
    """Every field says something; `word` stands at the end of the notes."""
    client = Client(
        code="Berk é",
        name=ODD,
        people=(
            Person(name="Noor", role=Role.HOUSEHOLD, relation="dochter, 14"),
            Person(name="Sam", role=Role.NETWORK, relation="broer", signs=True),
            Person(name="M.", role=Role.HELPER, relation="maatschappelijk werker"),
        ),
        coach="De Coach",
        reach="ma tot vr, 9-17u",
    )
    return Dossier(
        id=FULL,
        client=client,
        trajectories=_trajectories(),
        tasks=_tasks(),
        sessions=_sessions(word),
        agreements=_agreements(client),
    )


def bare_dossier() -> Dossier:
    """Nothing but what must be there."""
    trajectory = Trajectory(id=TrajectoryId("b-t1"), started=AT.date())
    return Dossier(id=BARE, client=Client(code="Eik"), trajectories=(trajectory,))


def _trajectories() -> tuple[Trajectory, ...]:
    first = Trajectory(
        id=TrajectoryId("t1"),
        started=date(2025, 9, 1),
        phases=(Phase.CLOSING, Phase.AFTERCARE),
        problem=Problem(text="“Ik slaap niet.”", in_document=False),
        goal=Goal(
            text="Elke nacht zes uur slapen.", why="dan kan ik werken", aim=Aim.EASE, main_task="op tijd naar bed"
        ),
        talks=6,
        form=Form.ORAL,
        title=Title.COMMITMENT,
        result=GoalResult.EASED,
        closed_on=date(2025, 12, 1),
        headline="Ik kan het weer zelf.",
        state=GoalState.EASED,
    )
    second = Trajectory(
        id=TrajectoryId("t2"),
        started=date(2026, 1, 5),
        phases=(Phase.GOAL_SETTING, Phase.EXECUTION),
        problem=Problem(text=ODD),
        goal=Goal(
            text="Tegen 15 maart ligt al mijn post gesorteerd.",
            why="rust",
            aim=Aim.SOLVE,
            main_task="post openen",
            deadline=date(2026, 3, 15),
        ),
        talks=8,
        evaluations=(date(2026, 2, 1), date(2026, 3, 1)),
        fallback="dan bellen we eerst",
        previous=TrajectoryId("t1"),
        state=GoalState.RUNNING,
        dismissed=(Dismissed(code="negation", text="niet meer te laat"),),
    )
    return first, second


def _tasks() -> tuple[Task, ...]:
    made = {"trajectory": TrajectoryId("t2"), "made_at": AT, "session": SessionId("s1")}
    whole = Task(
        id=TaskId("k1"),
        text="de energiebrief openen",
        owner=Owner.NETWORK,
        person="Sam",
        kind=Kind.GUIDED,
        due=date(2026, 1, 16),
        how="aan de keukentafel",
        means="de blauwe map",
        if_hard="dan bel ik Sam",
        state=State.DONE,
        ended_at=AT + timedelta(days=7),
        difficulty=Difficulty.HEAVY,
        **made,  # type: ignore[arg-type]  # fields by name, as in the struct
    )
    others = tuple(
        Task(
            id=TaskId(f"k{number}"),
            text=f"taak {number}",
            owner=owner,
            kind=kind,
            state=state,
            difficulty=difficulty,
            **made,  # type: ignore[arg-type]  # idem
        )
        for number, (owner, kind, state, difficulty) in enumerate(
            (
                (Owner.CLIENT, Kind.EXTERNAL, State.OPEN, None),
                (Owner.COACH, Kind.CONTACT, State.STOPPED, Difficulty.LIGHT),
                (Owner.TOGETHER, Kind.EXTERNAL, State.OPEN, Difficulty.MEDIUM),
            ),
            start=2,
        )
    )
    return (whole, *others)


def _sessions(word: str) -> tuple[Session, ...]:
    reviews = (
        Review(
            task=TaskId("k1"),
            at=AT + timedelta(days=7),
            effort=4,
            result=NO_OCCASION,
            outcome=Outcome.PARTLY,
            hindrances=(Hindrance.SELF, Hindrance.OTHERS, Hindrance.SURROUNDINGS),
            remark="de telefoon ging",
            decision=Decision.SMALLER,
        ),
        Review(task=TaskId("k2"), at=AT + timedelta(days=7), effort=0, result=2, outcome=Outcome.NOT_YET),
    )
    first = Session(
        id=SessionId("s1"),
        trajectory=TrajectoryId("t2"),
        started_at=AT,
        ended_at=AT + timedelta(hours=1),
        is_talk=False,
    )
    second = Session(
        id=SessionId("s2"),
        trajectory=TrajectoryId("t2"),
        started_at=AT + timedelta(days=7),
        opened_on=(TaskId("k1"), TaskId("k2")),
        ended_at=AT + timedelta(days=7, hours=1),
        gentle=True,
        wanted="weten wat eerst komt",
        notes=tuple(NoteLine(at=AT + timedelta(days=7, minutes=n), text=line) for n, line in enumerate(_lines(word))),
        reviews=reviews,
        asked=(Asked(card="scaling-today", at=AT + timedelta(days=7, minutes=9), step=2),),
        summary="post sorteren, samen met Sam",
        next_at=AT + timedelta(days=14),
        next_where="in het buurthuis",
        last_word="sterk dat je het vertelde",
    )
    return first, second


def _lines(word: str) -> tuple[str, ...]:
    return ("Komt binnen met een doos.", "+ heeft zelf bakjes gekocht", ODD, "", "! zus belde", word)


def _agreements(client: Client) -> tuple[Agreement, ...]:
    """As a later format reads them: with the terms, the client and the tasks in them."""
    trajectory = _trajectories()[1]
    bare = Trajectory(id=trajectory.id, started=trajectory.started, previous=trajectory.previous, phases=())
    written = Agreement(
        id=AgreementId("g1"),
        number=1,
        made_on=date(2026, 1, 12),
        signed_on=date(2026, 1, 12),
        terms=msgspec.structs.replace(
            bare,
            title=Title.COMMITMENT,
            problem=trajectory.problem,
            goal=trajectory.goal,
            talks=8,
            evaluations=trajectory.evaluations,
            fallback=trajectory.fallback,
        ),
        client=client,
        tasks=_tasks()[:2],
    )
    oral = Agreement(
        id=AgreementId("g2"),
        number=2,
        made_on=date(2026, 1, 19),
        terms=msgspec.structs.replace(bare, form=Form.ORAL),
        client=client,
    )
    return written, oral
