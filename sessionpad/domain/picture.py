"""What was explored together, as the client may see it: no word of a referrer, of another helper, or of the coach.

A field is private until it is taken up here. Source: TGH-29.
"""

from __future__ import annotations

from sessionpad.domain.client import Client, Closeness
from sessionpad.domain.concern import Standing
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.exploration import Tried
from sessionpad.domain.life_domains import Domain
from sessionpad.domain.value import Value

NAMED = (Standing.NOW, Standing.WAITING, Standing.TIME_OUT)
"""Where a concern stands that is still to be looked at."""


class SharedDomain(Value, frozen=True, kw_only=True):
    domain: Domain
    well: str
    difficult: str


class SharedPerson(Value, frozen=True, kw_only=True):
    name: str
    relation: str
    helps_with: str
    closeness: Closeness | None
    """How near the client feels this person."""


class Picture(Value, frozen=True, kw_only=True):
    named: tuple[str, ...]
    """What the client named, in the client's order."""
    facts: str
    experience: str
    tried: tuple[Tried, ...]
    strengths_self: str
    strengths_around: str
    hindrances_self: str
    hindrances_around: str
    coping: str
    works_already: str
    exceptions: str
    hope: str
    can_self: str
    can_network: str
    help_needed: str
    domains: tuple[SharedDomain, ...]
    people: tuple[SharedPerson, ...]

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, name) for name in self.__struct_fields__)


def picture_of(dossier: Dossier) -> Picture:
    told = dossier.exploration
    return Picture(
        named=tuple(each.text for each in dossier.concerns if each.standing in NAMED and each.text),
        facts=told.facts,
        experience=told.experience,
        tried=told.tried,
        strengths_self=told.strengths_self,
        strengths_around=told.strengths_around,
        hindrances_self=told.hindrances_self,
        hindrances_around=told.hindrances_around,
        coping=told.coping,
        works_already=told.works_already,
        exceptions=told.exceptions,
        hope=told.hope,
        can_self=told.can_self,
        can_network=told.can_network,
        help_needed=told.help_needed,
        domains=tuple(
            SharedDomain(domain=view.domain, well=view.well, difficult=view.difficult)
            for view in told.domains
            if view.domain and (view.well or view.difficult)
        ),
        people=_people(dossier.client),
    )


def _people(client: Client) -> tuple[SharedPerson, ...]:
    return tuple(
        SharedPerson(name=each.name, relation=each.relation, helps_with=each.helps_with, closeness=each.closeness)
        for each in client.people
        if each.name
    )
