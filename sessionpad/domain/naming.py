"""A domain of life that was added by name gets another name, and keeps everything that points to it. Source: IW-3."""

from __future__ import annotations

import msgspec

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.exploration import change_own_domain
from sessionpad.domain.life_domains import KNOWN, Domain


def name_own_domain(dossier: Dossier, place: int, name: Domain) -> Dossier:
    """The one with this place among those that were added by name; what the client named and the rights go along.

    Two with one name cannot be told apart there: then only the domain itself is renamed.
    """
    own = [view.domain for view in dossier.exploration.domains if view.domain not in KNOWN]
    before = own[place]
    named = msgspec.structs.replace(dossier, exploration=change_own_domain(dossier.exploration, place, domain=name))
    if not before or own.count(before) > 1:
        return named

    def now(domain: Domain) -> Domain:
        return name if domain == before else domain

    return msgspec.structs.replace(
        named,
        concerns=tuple(
            msgspec.structs.replace(each, domains=tuple(dict.fromkeys(map(now, each.domains))))
            for each in named.concerns
        ),
        rights=tuple(msgspec.structs.replace(each, domain=now(each.domain)) for each in named.rights),
    )
