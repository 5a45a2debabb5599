"""What a fictional client told and agreed beside the talks, in the words of the script."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from sessionpad.desk.demo.scene import Scene
from sessionpad.domain.around import Referral, Right
from sessionpad.domain.concern import Concern
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.exploration import DomainView, Exploration, Tried
from sessionpad.domain.ids import ConcernId, ReferralId, RightId, SharingId
from sessionpad.domain.life_domains import LifeDomain
from sessionpad.domain.sharing import Sharing, Told


def explored(scene: Scene, *domains: LifeDomain, tried: int = 0, on: date) -> Exploration:
    """What was explored, with so many things that were tried and these domains of life."""
    told = Exploration(
        tried=tuple(scene.filled(Tried(), f"tried.{number}") for number in range(1, tried + 1)),
        domains=tuple(scene.filled(DomainView(domain=each, on=on), f"domain.{each.value}") for each in domains),
    )
    return scene.filled(told, "explored")


def concern_id(scene: Scene, key: str) -> ConcernId:
    return ConcernId(scene.id_of("concern", key))


def concern(scene: Scene, key: str, at: datetime, **fields: object) -> Concern:
    named = Concern(id=concern_id(scene, key), text=scene.text(f"concern.{key}"), made_at=at)
    return scene.filled(msgspec.structs.replace(named, **fields), f"concern.{key}")


def right(scene: Scene, key: str, at: datetime, **fields: object) -> Right:
    named = Right(id=RightId(scene.id_of("right", key)), text=scene.text(f"right.{key}"), made_at=at)
    return scene.filled(msgspec.structs.replace(named, **fields), f"right.{key}")


def sharing_id(scene: Scene, key: str) -> SharingId:
    return SharingId(scene.id_of("sharing", key))


def sharing(scene: Scene, key: str, *told: date, **fields: object) -> Sharing:
    """Who may be told what, and the days on which something was told."""
    agreed = Sharing(
        id=sharing_id(scene, key),
        recipient=scene.text(f"sharing.{key}"),
        told=tuple(Told(on=day, what=scene.text(f"sharing.{key}.was_told")) for day in told),
    )
    return scene.filled(msgspec.structs.replace(agreed, **fields), f"sharing.{key}")


def referral(scene: Scene, key: str, at: datetime, **fields: object) -> Referral:
    to = Referral(id=ReferralId(scene.id_of("referral", key)), to=scene.text(f"referral.{key}"), made_at=at)
    return scene.filled(msgspec.structs.replace(to, **fields), f"referral.{key}")


def with_people(dossier: Dossier, name: str, **fields: object) -> Dossier:
    """The dossier in which more is known about the person of this name."""
    people = tuple(
        msgspec.structs.replace(each, **fields) if each.name == name else each for each in dossier.client.people
    )
    return msgspec.structs.replace(dossier, client=msgspec.structs.replace(dossier.client, people=people))


def with_client(dossier: Dossier, **fields: object) -> Dossier:
    return msgspec.structs.replace(dossier, client=msgspec.structs.replace(dossier.client, **fields))
