"""The agreement: what client and coach promise each other, in the client's first person. Source: TGH-41, TGH-43."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, TypedDict

from sessionpad.documents import words
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.shared import Common, TaskLine, coach_name, common, open_tasks, owned_by, plain, task_line
from sessionpad.domain.client import Client, Person, Role
from sessionpad.domain.task import Owner, Task
from sessionpad.domain.text import clean_line
from sessionpad.domain.trajectory import Form
from sessionpad.i18n.dates import long_date, short_date
from sessionpad.method.language import Language

_CLIENT_SIDE: Final = (Owner.CLIENT, Owner.TOGETHER, Owner.NETWORK)


class Party(TypedDict):
    """Someone who takes part, and as what."""

    name: str
    part: str


class Signer(TypedDict):
    name: str
    part: str
    day: str
    """When it was signed; empty on a copy to sign by hand."""


class AgreementContext(Common):
    """Every name the template of the agreement may use. A text that was not given is empty, a list is too."""

    number: int
    parties: list[Party]
    problem: str
    goal: str
    deadline: str
    why: str
    main_task: str
    tasks: list[TaskLine]
    """What the client, client and coach together, and people of the network do."""
    coach_tasks: list[TaskLine]
    period_from: str
    period_to: str
    talks: int | None
    evaluations: list[str]
    fallback: str
    oral: bool
    blanks: bool
    """Whether what is still empty gets lines to write on."""
    signers: list[Signer]


def agreement_context(occasion: Occasion) -> AgreementContext:
    """What stands in an agreement: only what was meant for paper. Source: IW-42, TGH-44."""
    language, made = occasion.language, occasion.agreement
    client = made.client if made else occasion.dossier.client
    terms = made.terms if made else occasion.trajectory
    oral = terms.form is Form.ORAL
    tasks = _tasks(occasion)
    return {
        **common(occasion, words.AGREEMENT_TITLES[language][terms.title], made.made_on if made else occasion.today),
        "number": made.number if made else 1,
        "parties": list(_parties(client, language)),
        "problem": plain(terms.problem.text) if terms.problem.in_document else "",
        "goal": plain(terms.goal.text),
        "deadline": _day(terms.goal.deadline, language),
        "why": plain(terms.goal.why),
        "main_task": plain(terms.goal.main_task),
        "tasks": [task_line(each, occasion) for each in owned_by(tasks, *_CLIENT_SIDE)],
        "coach_tasks": [task_line(each, occasion) for each in owned_by(tasks, Owner.COACH)],
        "period_from": _day(terms.started, language),
        "period_to": _day(terms.goal.deadline, language),
        "talks": terms.talks,
        "evaluations": [long_date(day, language) for day in sorted(terms.evaluations)],
        "fallback": plain(terms.fallback),
        "oral": oral,
        "blanks": not oral,
        "signers": list(_signers(client, occasion)),
    }


def _tasks(occasion: Occasion) -> list[Task]:
    """The tasks the agreement names, in its own order; of a draft, what is open now."""
    if occasion.agreement is not None:
        return list(occasion.agreement.tasks)
    return open_tasks(occasion.dossier, occasion.trajectory.id)


def _parties(client: Client, language: Language) -> Iterator[Party]:
    """The client first, then household, network and helpers who sign, the coach last. Source: IW-1, IW-41."""
    yield {"name": clean_line(client.called), "part": words.ME[language].lower()}
    for person in _people(client):
        yield {"name": clean_line(person.name), "part": clean_line(person.relation)}
    yield {"name": clean_line(client.coach) or words.MY_COACH[language], "part": words.CONTACT_PERSON[language]}


def _people(client: Client) -> list[Person]:
    """A helper who does not sign is no party, and stays out of the document."""
    named = [person for person in client.people if person.signs or person.role is not Role.HELPER]
    return [person for role in Role for person in named if person.role is role]


def _signers(client: Client, occasion: Occasion) -> Iterator[Signer]:
    made, language = occasion.agreement, occasion.language
    day = short_date(made.signed_on, language, occasion.today) if made and made.signed_on else ""
    yield {"name": clean_line(client.called), "part": "", "day": day}
    for person in _people(client):
        if person.signs:
            yield {"name": clean_line(person.name), "part": clean_line(person.relation), "day": day}
    yield {"name": coach_name(client, language), "part": words.CONTACT_PERSON[language], "day": day}


def _day(day: date | None, language: Language) -> str:
    return long_date(day, language) if day else ""
