"""Fictional dossiers, in Dutch and English, from full to empty."""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import msgspec
import pytest

from sessionpad.domain.agreeing import offer_agreement
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.client import Client, Person, Role
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Goal, Problem
from sessionpad.domain.ids import AgreementId, DossierId, SessionId, TaskId, TrajectoryId
from sessionpad.domain.notes import NoteLine
from sessionpad.domain.session import Review, Session
from sessionpad.domain.task import Kind, Owner, State, Task
from sessionpad.domain.trajectory import Form, Trajectory
from tests.unit.documents import whole

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)
TRAJECTORY = TrajectoryId("trajectory-one")


def _task(number: int, text: str, **fields: object) -> Task:
    plain = Task(id=TaskId(f"task-{number}"), trajectory=TRAJECTORY, text=text, made_at=NOW)
    return msgspec.structs.replace(plain, **fields)


def _dossier(client: Client, trajectory: Trajectory, tasks: tuple[Task, ...], sessions: tuple[Session, ...]) -> Dossier:
    return Dossier(
        id=DossierId("dossier-one"), client=client, trajectories=(trajectory,), tasks=tasks, sessions=sessions
    )


def _full_dutch() -> Dossier:
    client = Client(
        code="A",
        name="Amina Yıldız",
        people=(
            Person(name="Tom Peeters", role=Role.NETWORK, relation="buurman", signs=True),
            Person(name="Lina", relation="dochter, 14 jaar", signs=True),
            Person(name="Sam", relation="zoon, 9 jaar"),
            Person(name="Greet Maes", role=Role.HELPER, relation="dossierbeheerder sociaal huis"),
        ),
        coach="Els Claes",
        reach="Elke werkdag tussen 9 en 12 uur op 0470 00 00 00.\nEen bericht sturen mag altijd.",
    )
    trajectory = Trajectory(
        id=TRAJECTORY,
        started=TODAY,
        problem=Problem(
            text="Ik durf de grote enveloppen niet open te doen. Ze liggen al maanden in de doos naast de deur, "
            "en elke keer dat ik erlangs loop, knijpt mijn maag dicht."
        ),
        goal=Goal(
            text="Tegen half februari ligt al mijn post geopend en gesorteerd in de blauwe mappen.",
            why="Dan kan ik 's avonds met de kinderen aan tafel zitten zonder aan die doos te denken.",
            main_task="Elke dag een klein beetje post openen en meteen een plaats geven, eerst samen en daarna alleen.",
            deadline=date(2027, 2, 15),
        ),
        talks=6,
        evaluations=(date(2027, 1, 8), date(2026, 12, 18)),
        fallback="Dan maken we de stap kleiner en kijken we wie er nog kan helpen. Opnieuw beginnen mag altijd.",
    )
    tasks = (
        _task(
            1,
            "Elke dag na het ontbijt de brievenbus leegmaken",
            due=date(2026, 11, 27),
            how="De sleutel hangt naast de koffie.",
            means="een bakje in de gang",
            if_hard="Dan haal ik enkel de reclame eruit en leg ik de rest in het bakje.",
        ),
        _task(2, "Drie blauwe mappen kopen", due=date(2026, 11, 25)),
        _task(3, "Adres van het sociaal huis doormailen", owner=Owner.COACH, due=date(2026, 11, 24)),
        _task(4, "De energiebrief samen openen en lezen", owner=Owner.TOGETHER, kind=Kind.CONTACT),
        _task(
            5, "Op zaterdag een uur bij de kinderen blijven", owner=Owner.NETWORK, person="Tom", due=date(2027, 1, 9)
        ),
        _task(6, "Uitzoeken of het sociaal tarief mogelijk is", owner=Owner.COACH, due=date(2026, 12, 4)),
        _task(7, "Een oude, gestopte taak", state=State.STOPPED, ended_at=NOW),
    )
    session = Session(
        id=SessionId("session-one"),
        trajectory=TRAJECTORY,
        started_at=NOW,
        notes=(
            NoteLine(at=NOW, text="! zus belde vooraf, nog niet besproken"),
            NoteLine(at=NOW, text="+ bakjes gekocht"),
        ),
        reviews=(Review(task=TaskId("task-1"), at=NOW, effort=4, result=2, remark="geheime opmerking"),),
        summary="samenvatting van het gesprek",
        next_at=datetime(2026, 12, 4, 14, 0, tzinfo=UTC),
        next_where="Bij Amina thuis",
    )
    return _dossier(client, trajectory, tasks, (session,))


def _full_english() -> Dossier:
    client = Client(
        code="B",
        name="Daniel Okafor",
        people=(
            Person(name="Grace Okafor", relation="my wife", signs=True),
            Person(name="Peter Lane", role=Role.NETWORK, relation="friend from the choir"),
        ),
        coach="Ruth Hall",
        reach="Monday to Thursday, 9 to 5, on 020 7946 0000.",
    )
    trajectory = Trajectory(
        id=TRAJECTORY,
        started=TODAY,
        problem=Problem(text="Since the move I hardly see anyone. Whole days go by without a word."),
        goal=Goal(
            text="By the end of January I do something with other people twice a week.",
            why="I used to be the one who made everyone laugh. I miss that man.",
            main_task="Find two places nearby where I feel at ease, and go back there.",
            deadline=date(2027, 1, 29),
        ),
        talks=5,
        evaluations=(date(2026, 12, 18),),
        fallback="Then we choose one place and go there together.",
    )
    tasks = (
        _task(
            1,
            "Call Peter and ask when the choir meets",
            due=date(2026, 11, 26),
            if_hard="Then I send him a message instead.",
        ),
        _task(2, "Walk past the community garden together", owner=Owner.TOGETHER, due=date(2026, 12, 2)),
        _task(3, "Print the list of neighbourhood groups", owner=Owner.COACH, due=date(2026, 11, 25)),
    )
    session = Session(
        id=SessionId("session-one"),
        trajectory=TRAJECTORY,
        started_at=NOW,
        next_at=datetime(2026, 12, 2, 10, 30, tzinfo=UTC),
        next_where="At the entrance of the community garden",
    )
    return _dossier(client, trajectory, tasks, (session,))


def _empty() -> Dossier:
    return _dossier(Client(code="A"), Trajectory(id=TRAJECTORY, started=TODAY), (), ())


def _with_tasks(count: int) -> Dossier:
    """The full case with this many tasks, a third of them the coach's."""
    owners = (Owner.CLIENT, Owner.CLIENT, Owner.COACH)
    tasks = tuple(
        _task(
            number,
            f"Stap {number}: een stapel van tien brieven openen en op datum leggen",
            owner=owners[number % 3],
            due=date(2026, 12, 1 + number % 28),
            how="Met een kop thee erbij, aan de keukentafel." if number % 4 == 0 else "",
        )
        for number in range(count)
    )
    return msgspec.structs.replace(_full_dutch(), tasks=tasks)


def _long_names() -> Dossier:
    full = _full_dutch()
    person = Person(
        name="Maria-Magdalena Van den Broeck-Vandenberghe de la Fuente",
        relation="grootmoeder langs moederskant en voogd van de twee jongste kinderen",
        signs=True,
    )
    endless = Person(name="Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 2, signs=True)
    client = msgspec.structs.replace(
        full.client,
        name="Wolfeschlegelsteinhausenbergerdorff-Papadimitriou van Nieuwenhuijzen tot Oudenaarde",
        people=(person, endless, *full.client.people),
        coach="Annelies Vanderhaeghen-Timmermans",
    )
    return msgspec.structs.replace(full, client=client)


def _agreement_of(dossier: Dossier, **fields: object) -> Agreement:
    """What stands in the dossier, agreed; `form` and `title` are of its terms, the rest of the agreement itself."""
    made = offer_agreement(dossier, AgreementId("agreement-one"), TODAY).agreements[-1]
    terms = {name: fields.pop(name) for name in ("form", "title") if name in fields}
    return msgspec.structs.replace(made, terms=msgspec.structs.replace(made.terms, **terms), **fields)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def full_dutch() -> Dossier:
    return _full_dutch()


@pytest.fixture
def full_english() -> Dossier:
    return _full_english()


@pytest.fixture
def empty() -> Dossier:
    return _empty()


@pytest.fixture
def whole_dutch() -> Dossier:
    return whole.whole(_full_dutch(), whole.DUTCH, TODAY)


@pytest.fixture
def whole_english() -> Dossier:
    return whole.whole(_full_english(), whole.ENGLISH, TODAY)


@pytest.fixture
def long_names() -> Dossier:
    return _long_names()


@pytest.fixture
def with_tasks() -> Callable[[int], Dossier]:
    return _with_tasks


@pytest.fixture
def agreement_of() -> Callable[..., Agreement]:
    return _agreement_of


@pytest.fixture
def oral(full_dutch: Dossier) -> Agreement:
    return _agreement_of(full_dutch, form=Form.ORAL, number=2)


@pytest.fixture
def paragraphs() -> Callable[[bytes], list[str]]:
    """Reads a Word file as a person does: one text a paragraph, breaks and tabs included, table cells in order."""
    return _paragraphs


@pytest.fixture
def altered_template(tmp_path: Path) -> Callable[[str, str], Path]:
    """A user's folder with our Dutch agreement, in which a piece of the body was replaced."""
    ours = Path(__file__).parents[3] / "templates" / "nl" / "agreement.docx"
    theirs = tmp_path / "mine" / "nl" / "agreement.docx"

    def alter(old: str, new: str) -> Path:
        theirs.parent.mkdir(parents=True)
        with zipfile.ZipFile(ours) as source, zipfile.ZipFile(theirs, "w") as target:
            for name in source.namelist():
                part = source.read(name)
                if name == "word/document.xml":
                    body = part.decode()
                    assert old in body
                    part = body.replace(old, new).encode()
                target.writestr(name, part)
        return theirs.parents[1]

    return alter


def _paragraphs(document: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(document)) as archive:
        body = ET.fromstring(archive.read("word/document.xml"))
    return [_text(paragraph) for paragraph in body.iter(f"{_W}p")]


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}br": "\n", f"{_W}tab": "\t"}


def _text(paragraph: ET.Element) -> str:
    runs = (node for run in paragraph.iter(f"{_W}r") for node in run)
    return "".join(node.text or "" if node.tag == f"{_W}t" else _SIGNS.get(node.tag, "") for node in runs)
