"""What is in the vault of format 1 that is kept beside this module, with something in every field of that format.

It was made with `python -m tests.unit.store.fixture_1 FOLDER` and is never made again: a later format has a module and
a vault of its own.
"""

from __future__ import annotations

import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Final

import msgspec

from sessionpad.domain.agreement import Agreement
from sessionpad.domain.client import Client, Person, Role
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import AgreementId, DossierId, SessionId, TaskId, TrajectoryId
from sessionpad.domain.notes import NoteLine
from sessionpad.domain.scoring import NO_OCCASION, Decision, Hindrance, Outcome
from sessionpad.domain.session import Asked, Review, Session
from sessionpad.domain.task import Difficulty, Kind, Owner, State, Task
from sessionpad.domain.trajectory import Aim, Dismissed, Form, Goal, GoalResult, Phase, Problem, Title, Trajectory
from sessionpad.errors import Conflict
from sessionpad.store.identity import Identity, protect
from sessionpad.store.vault import Vault, lay_vault, open_vault
from tests.unit.store.conftest import Clock

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
        agreements=_agreements(),
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


def _agreements() -> tuple[Agreement, ...]:
    trajectory = _trajectories()[1]
    written = Agreement(
        id=AgreementId("g1"),
        trajectory=trajectory.id,
        number=1,
        made_on=date(2026, 1, 12),
        title=Title.COMMITMENT,
        signed_on=date(2026, 1, 12),
        problem=trajectory.problem,
        goal=trajectory.goal,
        period_from=date(2026, 1, 5),
        talks=8,
        evaluations=trajectory.evaluations,
        fallback=trajectory.fallback,
        tasks=(TaskId("k1"), TaskId("k2")),
    )
    oral = Agreement(
        id=AgreementId("g2"), trajectory=trajectory.id, number=2, made_on=date(2026, 1, 19), form=Form.ORAL
    )
    return written, oral


def write_fixture(folder: Path) -> None:
    """A vault with a full and a bare dossier, one of each kind of version, and someone who was erased."""
    identity, clock = Identity.generate(), Clock(AT)
    lay_vault(folder, identity, protect(identity, PASSPHRASE))
    vault = open_vault(folder, identity, program="fixture", clock=clock)
    vault.repository.save(full_dossier("eerste"))
    vault.repository.start_version(FULL, clock.move(days=1))
    vault.repository.save(full_dossier("tweede"))
    clock.move(days=1)
    vault.repository.save(bare_dossier())
    vault.repository.save(msgspec.structs.replace(bare_dossier(), id=GONE))
    vault.repository.erase(GONE, at=clock(), reason=REASON)
    vault.repository.save(full_dossier())
    _conflict(vault)
    vault.close()


def _conflict(vault: Vault) -> None:
    """Text that could not be saved, because another program had saved before it."""
    try:
        vault.repository.save(full_dossier("wat er niet in kon"), expected=1)
    except Conflict:
        return
    raise AssertionError("there was no conflict")


if __name__ == "__main__":
    write_fixture(Path(sys.argv[1]))
