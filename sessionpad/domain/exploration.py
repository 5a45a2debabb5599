"""What was explored together; every part may be filled in at any time, in any order, or never. Source: GW-68."""

from __future__ import annotations

from datetime import date

import msgspec

from sessionpad.domain.life_domains import KNOWN, Domain
from sessionpad.domain.value import Value


class Tried(Value, frozen=True, kw_only=True):
    """Something the client already did about it, and what came of it. Source: TGH-19."""

    what: str = ""
    effect: str = ""


class DomainView(Value, frozen=True, kw_only=True):
    """One domain of life: what goes well comes first. Source: IW-3, GW-34."""

    domain: Domain
    well: str = ""
    difficult: str = ""
    helps_goal: str = ""
    """How a step here helps the main goal. Source: GW-34."""
    on: date | None = None
    """The day it was first talked about."""


class Exploration(Value, frozen=True, kw_only=True):
    facts: str = ""
    """What is going on, as anyone could see it. Source: TGH-16."""
    experience: str = ""
    """What it is like for the client. Source: TGH-16."""
    tried: tuple[Tried, ...] = ()
    strengths_self: str = ""
    strengths_around: str = ""
    hindrances_self: str = ""
    hindrances_around: str = ""
    """Strengths and hindrances, of the person and of the surroundings. Source: TGH-18."""
    domains: tuple[DomainView, ...] = ()
    """Only those that were opened."""
    expected_help: str = ""
    """Source: TGH-20."""
    earlier_help_good: str = ""
    earlier_help_less: str = ""
    """What helped and what did not in earlier contacts with services. Source: GW-14."""
    coping: str = ""
    """How the client has managed until now. Source: GW-56, GW-68."""
    works_already: str = ""
    """Source: GW-54."""
    exceptions: str = ""
    """When it is different. Source: GW-55."""
    hope: str = ""
    """What the client hopes for from this help. Source: EPH-18."""
    can_self: str = ""
    can_network: str = ""
    help_needed: str = ""
    """Source: IW-23."""
    told_by: str = ""
    """What a referrer told, and who. Source: GW-70."""
    told_discussed_on: date | None = None
    """When that was gone through with the client."""


def tell_of_domain(exploration: Exploration, domain: Domain, on: date, **fields: str) -> Exploration:
    """What was told about this domain of life; one about which nothing is told is not kept."""
    there = next((view for view in exploration.domains if view.domain == domain), None)
    view = msgspec.structs.replace(there or DomainView(domain=domain, on=on), **fields)
    told = view.well or view.difficult or view.helps_goal
    others = tuple(each for each in exploration.domains if each.domain != domain)
    place = exploration.domains.index(there) if there is not None else len(others)
    kept = (view,) if told else ()
    return msgspec.structs.replace(exploration, domains=(*others[:place], *kept, *others[place:]))


def change_own_domain(exploration: Exploration, place: int, **fields: str) -> Exploration:
    """Another word or text for the domain with this place among those that were added by name."""
    own = [view for view in exploration.domains if view.domain not in KNOWN]
    changed = msgspec.structs.replace(own[place], **fields)
    return msgspec.structs.replace(
        exploration, domains=tuple(changed if view is own[place] else view for view in exploration.domains)
    )


def add_own_domain(exploration: Exploration, on: date) -> Exploration:
    """A domain that is not on the list, without a name yet."""
    return msgspec.structs.replace(exploration, domains=(*exploration.domains, DomainView(domain="", on=on)))


def drop_own_domain(exploration: Exploration, place: int) -> Exploration:
    own = [view for view in exploration.domains if view.domain not in KNOWN]
    return msgspec.structs.replace(
        exploration, domains=tuple(view for view in exploration.domains if view is not own[place])
    )
