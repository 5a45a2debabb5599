from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from sessionpad.documents.agreement import AgreementContext, agreement_context
from sessionpad.documents.occasion import Occasion
from sessionpad.domain.agreeing import make_agreement
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.client import Person, Role
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Problem
from sessionpad.domain.ids import AgreementId, TaskId
from sessionpad.domain.trajectory import Form, Title, Trajectory
from sessionpad.method.language import Language

Read = Callable[..., AgreementContext]


@pytest.fixture
def read(today: date) -> Read:
    def _read(dossier: Dossier, agreement: Agreement | None = None, language: Language = "nl") -> AgreementContext:
        return agreement_context(
            Occasion(
                dossier=dossier,
                trajectory=dossier.trajectory,
                agreement=agreement,
                language=language,
                address="je",
                today=today,
            )
        )

    return _read


def _trajectory(dossier: Dossier, **fields: object) -> Dossier:
    changed: Trajectory = msgspec.structs.replace(dossier.trajectory, **fields)
    return msgspec.structs.replace(dossier, trajectories=(changed,))


def test_the_client_comes_first_and_the_coach_is_the_regular_contact(read: Read, full_dutch: Dossier) -> None:
    """Household, network and coach follow the client; a helper who does not sign stays out. Source: IW-41, TGH-48."""
    assert [(each["name"], each["part"]) for each in read(full_dutch)["parties"]] == [
        ("Amina Yıldız", "ik"),
        ("Lina", "dochter, 14 jaar"),
        ("Sam", "zoon, 9 jaar"),
        ("Tom Peeters", "buurman"),
        ("Els Claes", "vaste contactpersoon"),
    ]


def test_only_who_signs_gets_a_line_to_sign(read: Read, full_dutch: Dossier) -> None:
    """The client signs first, the coach last. Source: IW-39, IW-41."""
    assert [each["name"] for each in read(full_dutch)["signers"]] == [
        "Amina Yıldız",
        "Lina",
        "Tom Peeters",
        "Els Claes",
    ]


def test_a_helper_who_signs_is_a_party(read: Read, full_dutch: Dossier) -> None:
    """Other helpers may bind themselves too. Source: IW-41."""
    helper = Person(name="Greet Maes", role=Role.HELPER, signs=True)
    client = msgspec.structs.replace(full_dutch.client, people=(helper,))
    context = read(msgspec.structs.replace(full_dutch, client=client))
    assert "Greet Maes" in [each["name"] for each in context["parties"]]
    assert "Greet Maes" in [each["name"] for each in context["signers"]]


def test_a_client_without_a_name_is_called_by_the_code(read: Read, empty: Dossier) -> None:
    """An empty dossier still says who it is about, and speaks of "my coach"."""
    context = read(empty)
    assert [each["name"] for each in context["parties"]] == ["A", "mijn coach"]
    assert context["coach"] == "mijn coach"


def test_a_problem_that_may_not_be_on_paper_is_not(read: Read, full_dutch: Dossier) -> None:
    """The client decides whether the story stands in the document. Source: TGH-51."""
    problem = Problem(text="liever niet op papier", in_document=False)
    assert read(_trajectory(full_dutch, problem=problem))["problem"] == ""


def test_own_words_are_kept_to_the_letter(read: Read, full_dutch: Dossier) -> None:
    """Line breaks, double spaces and mistakes in a quote stay. Source: TGH-53."""
    said = "Ik kan da nie  meer,\nechtwaar niet."
    assert read(_trajectory(full_dutch, problem=Problem(text=f" {said}\n")))["problem"] == said


def test_a_draft_holds_the_open_tasks_of_its_trajectory(read: Read, full_dutch: Dossier) -> None:
    """Both sides promise something, in two lists; a stopped task is no promise. Source: TGH-43."""
    context = read(full_dutch)
    assert [(each["who"], each["when"]) for each in context["tasks"]] == [
        ("Ik", "vr 27 nov"),
        ("Ik", "wo 25 nov"),
        ("Samen", "in een gesprek"),
        ("Tom", "za 9 jan 2027"),
    ]
    assert [each["what"] for each in context["coach_tasks"]] == [
        "Adres van het sociaal huis doormailen",
        "Uitzoeken of het sociaal tarief mogelijk is",
    ]


def test_an_agreement_shows_what_was_agreed_then(
    read: Read, full_dutch: Dossier, agreement_of: Callable[..., Agreement]
) -> None:
    """What changed in the trajectory afterwards is not in an agreement that was made. Source: TGH-8."""
    made = agreement_of(full_dutch, made_on=date(2026, 11, 2), tasks=(full_dutch.task(TaskId("task-2")),))
    later = _trajectory(full_dutch, fallback="iets anders", talks=9, evaluations=())
    context = read(later, made)
    assert context["fallback"].startswith("Dan maken we de stap kleiner")
    assert context["talks"] == 6
    assert context["evaluations"] == ["vrijdag 18 december 2026", "vrijdag 8 januari 2027"]
    assert [each["what"] for each in context["tasks"]] == ["Drie blauwe mappen kopen"]
    assert context["date"] == "maandag 2 november 2026"


def test_an_oral_agreement_is_complete_without_signatures(read: Read, full_dutch: Dossier, oral: Agreement) -> None:
    """No lines to sign or to fill in. Source: TGH-49."""
    context = read(full_dutch, oral)
    assert context["oral"]
    assert not context["blanks"]
    assert read(_trajectory(full_dutch, form=Form.ORAL))["oral"]


def test_a_signed_agreement_carries_its_date(
    read: Read, full_dutch: Dossier, agreement_of: Callable[..., Agreement]
) -> None:
    """A copy of a signed agreement says when it was signed; a new one leaves the date to the pen."""
    signed = agreement_of(full_dutch, signed_on=date(2026, 11, 23))
    assert {each["day"] for each in read(full_dutch, signed)["signers"]} == {"ma 23 nov"}
    assert {each["day"] for each in read(full_dutch)["signers"]} == {""}


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        (Title.COOPERATION, "nl", "Samenwerkingsovereenkomst"),
        (Title.COMMITMENT, "nl", "Engagementsverklaring"),
        (Title.COOPERATION, "en", "Cooperation agreement"),
        (Title.COMMITMENT, "en", "Statement of commitment"),
    ],
)
def test_the_title_is_one_of_two(
    read: Read,
    full_dutch: Dossier,
    agreement_of: Callable[..., Agreement],
    title: Title,
    language: Language,
    expected: str,
) -> None:
    """Source: TGH-46."""
    assert read(full_dutch, agreement_of(full_dutch, title=title), language)["title"] == expected


def test_the_members_of_a_household_sign_each_by_name(read: Read, full_dutch: Dossier) -> None:
    """The household has no line of its own beside theirs, and has one when none of them signs. Source: IW-1."""
    members = (Person(name="Lina", signs=True), Person(name="Adam", signs=True), Person(name="Greet", role=Role.HELPER))

    def signing(*people: Person) -> list[str]:
        client = msgspec.structs.replace(full_dutch.client, name="Gezin Yıldız", household=True, people=people)
        return [each["name"] for each in read(msgspec.structs.replace(full_dutch, client=client))["signers"]]

    assert signing(*members) == ["Lina", "Adam", "Els Claes"]
    assert signing(members[2]) == ["Gezin Yıldız", "Els Claes"]


def test_a_household_says_we(read: Read, full_dutch: Dossier) -> None:
    """As a party, and for what it does itself. Source: IW-1."""
    client = msgspec.structs.replace(full_dutch.client, household=True)
    context = read(msgspec.structs.replace(full_dutch, client=client))
    assert context["parties"][0]["part"] == "wij"
    assert "Wij" in [each["who"] for each in context["tasks"]]
    assert "Ik" not in [each["who"] for each in context["tasks"]]


def test_who_signs_too_is_a_change(read: Read, full_dutch: Dossier) -> None:
    """Someone who joins makes the next version, and the paper says who signed with the client before. Source: IW-41."""
    made = make_agreement(full_dutch, AgreementId("first"), date(2026, 11, 2))
    people = (*made.client.people, Person(name="Greet Maes", role=Role.HELPER, signs=True))
    joined = msgspec.structs.replace(made, client=msgspec.structs.replace(made.client, people=people))
    assert read(joined)["changes"] == [{"what": "wie mee tekent", "before": "Lina, Tom Peeters"}]
