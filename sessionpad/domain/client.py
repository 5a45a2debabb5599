"""Who a dossier is about: one person or one household."""

from __future__ import annotations

from enum import StrEnum

from sessionpad.domain.value import Value


class Role(StrEnum):
    """What someone is to the client (IW-1, IW-17)."""

    HOUSEHOLD = "household"
    NETWORK = "network"
    HELPER = "helper"


class Person(Value, frozen=True, kw_only=True):
    name: str
    role: Role = Role.HOUSEHOLD
    relation: str = ""
    """In plain words: "dochter, 14", "broer", "maatschappelijk werker OCMW"."""
    signs: bool = False
    """Whether this person signs the agreement too. Source: IW-41."""


class Client(Value, frozen=True, kw_only=True):
    code: str
    """Short name by which the coach knows the client; shown in lists. Unique in a vault, never empty."""
    name: str = ""
    """Optional; stays inside the dossier and the documents."""
    people: tuple[Person, ...] = ()
    coach: str = ""
    """Name of the coach as it stands in documents."""
    reach: str = ""
    """How and when to reach the coach, as it stands in documents. Source: GW-15."""

    @property
    def called(self) -> str:
        """How documents call the client: the name, or the code when there is none."""
        return self.name or self.code
