"""What an agreement is made of: who takes part, who helps, what is told, and what is new in this version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple, TypedDict

from sessionpad.documents import words
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.shared import coach_name, in_full, open_tasks, plain
from sessionpad.domain.agreeing import parties_changed, terms_changed
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.client import Client, Person, Role
from sessionpad.domain.goal import ProblemPart
from sessionpad.domain.sharing import Sharing
from sessionpad.domain.task import Task
from sessionpad.domain.text import clean_line
from sessionpad.domain.trajectory import Section, Trajectory
from sessionpad.i18n.dates import long_date, short_date
from sessionpad.method.language import Language

_OF_SECTION: Final = {
    "expects_client": Section.EXPECTATIONS,
    "expects_coach": Section.EXPECTATIONS,
    "supporter": Section.SUPPORTER,
    "reflect_until": Section.REFLECTION,
}
"""Terms that stand on paper only when their section does."""


class Party(TypedDict):
    """Someone who takes part, and as what."""

    name: str
    part: str


class Signer(TypedDict):
    name: str
    part: str
    day: str
    """When it was signed; empty on a copy to sign by hand."""


class Facets(TypedDict):
    """The parts of the problem that may stand on paper; the others are empty. Source: TGH-33, TGH-51."""

    since: str
    where: str
    when: str
    how_often: str
    with_whom: str
    feelings: str
    beliefs: str
    strengths: str
    maintaining: str


class Helping(TypedDict):
    """Who helps with what. Source: IW-38."""

    name: str
    part: str
    helps_with: str


class SharedWith(TypedDict):
    """Who is told what, as it was agreed. Source: GW-18."""

    recipient: str
    what: str
    what_not: str
    why: str
    until: str
    agreed_on: str


class Change(TypedDict):
    """Something that was agreed otherwise before."""

    what: str
    before: str
    """As it stood then; empty when it was not there."""


class Basis(NamedTuple):
    """What an agreement says: frozen when it was made, read from the present when it is a draft."""

    terms: Trajectory
    tasks: list[Task]
    sharings: tuple[Sharing, ...]
    strengths: tuple[str, ...]
    on: date
    number: int
    client: Client
    reason: str
    """Why it takes the place of the one before."""
    before: Agreement | None
    """The agreement of the same trajectory whose place it takes."""


def basis(occasion: Occasion) -> Basis:
    made, dossier, now = occasion.agreement, occasion.dossier, occasion.trajectory
    same = [each for each in dossier.agreements if each.trajectory == now.id]
    if made is None:
        told = dossier.exploration
        return Basis(
            terms=now,
            tasks=open_tasks(dossier, now.id),
            sharings=tuple(each for each in dossier.sharings if each.holds(occasion.today)),
            strengths=(told.strengths_self, told.strengths_around),
            on=occasion.today,
            number=len(dossier.agreements) + 1,
            client=dossier.client,
            reason=now.renewing if same else "",
            before=same[-1] if same else None,
        )
    earlier = [each for each in same if each.number < made.number]
    return Basis(
        terms=made.terms,
        tasks=list(made.tasks),
        sharings=made.sharings,
        strengths=(made.strengths_self, made.strengths_around),
        on=made.made_on,
        number=made.number,
        client=made.client,
        reason=made.reason,
        before=earlier[-1] if earlier else None,
    )


def facets_of(terms: Trajectory) -> Facets:
    problem = terms.problem

    def said(part: ProblemPart) -> str:
        return plain(problem.said(part)) if problem.may_stand(part) else ""

    return {
        "since": said(ProblemPart.SINCE),
        "where": said(ProblemPart.WHERE),
        "when": said(ProblemPart.WHEN),
        "how_often": said(ProblemPart.HOW_OFTEN),
        "with_whom": said(ProblemPart.WITH_WHOM),
        "feelings": said(ProblemPart.FEELINGS),
        "beliefs": said(ProblemPart.BELIEFS),
        "strengths": said(ProblemPart.STRENGTHS),
        "maintaining": said(ProblemPart.MAINTAINING),
    }


def parties(client: Client, language: Language) -> Iterator[Party]:
    """The client first, then household, network and helpers who sign, the coach last. Source: IW-1, IW-41."""
    yield {"name": clean_line(client.called), "part": words.me(client, language).lower()}
    for person in _taking_part(client):
        yield {"name": clean_line(person.name), "part": clean_line(person.relation)}
    yield {"name": coach_name(client, language), "part": words.CONTACT_PERSON[language]}


def signers(occasion: Occasion) -> Iterator[Signer]:
    """Who signs, the client first; who signed already has the day beside the name."""
    client, made, language = occasion.client, occasion.agreement, occasion.language
    signed = {each.name: each.on for each in made.signed} if made is not None else {}
    days = {name: short_date(on, language, occasion.today) for name, on in signed.items()}

    if client.signs:
        yield {"name": clean_line(client.called), "part": "", "day": days.get(client.called, "")}
    for person in client.signing:
        day = days.get(person.name, "")
        yield {"name": clean_line(person.name), "part": clean_line(person.relation), "day": day}
    coach = coach_name(client, language)
    yield {"name": coach, "part": words.CONTACT_PERSON[language], "day": days.get(client.coach, "")}


def _taking_part(client: Client) -> list[Person]:
    """A helper who does not sign is no party, and stays out of the document."""
    named = [person for person in client.people if person.signs or person.role is not Role.HELPER]
    return [person for role in Role for person in named if person.role is role]


def helping(client: Client) -> list[Helping]:
    return [
        {
            "name": clean_line(person.name),
            "part": clean_line(person.relation),
            "helps_with": plain(person.helps_with),
        }
        for person in client.people
        if person.helps_with.strip()
    ]


def shared_with(sharings: tuple[Sharing, ...], language: Language) -> list[SharedWith]:
    return [
        {
            "recipient": clean_line(each.recipient),
            "what": plain(each.what),
            "what_not": plain(each.what_not),
            "why": plain(each.why),
            "until": in_full(each.until, language),
            "agreed_on": in_full(each.agreed_on, language),
        }
        for each in sharings
    ]


def changes(base: Basis, language: Language) -> list[Change]:
    """What was agreed otherwise before, as far as it may stand on paper. Source: GW-89."""
    if base.before is None:
        return []
    older = base.before.terms
    named = words.TERMS[language]
    changed: list[Change] = [
        {"what": named[name], "before": _before(name, older, language)}
        for name in terms_changed(older, base.terms)
        if name in named and _stands(name, base.terms)
    ]
    if parties_changed(base.before.client, base.client):
        names = (clean_line(each.name) for each in base.before.client.signing)
        changed.append({"what": words.WHO_SIGNS[language], "before": ", ".join(names)})
    return changed


def _stands(name: str, terms: Trajectory) -> bool:
    """Whether this term has a place in the document as it is now."""
    if name == "problem.text":
        return terms.problem.in_document
    section = _OF_SECTION.get(name)
    return section is None or section in terms.sections


def _before(name: str, older: Trajectory, language: Language) -> str:
    """The term as it stood in the agreement before; what did not stand there is not told now."""
    if not _stands(name, older):
        return ""
    of, _, field = name.rpartition(".")
    value = getattr(getattr(older, of) if of else older, field)
    match value:
        case date():
            return long_date(value, language)
        case tuple():
            return ", ".join(long_date(day, language) for day in value)
        case int():
            return str(value)
        case str():
            return plain(value)
    return ""
