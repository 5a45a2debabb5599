"""Who a dossier is about: one person or one household."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sessionpad.domain.value import Value


class Role(StrEnum):
    """What someone is to the client (IW-1, IW-17)."""

    HOUSEHOLD = "household"
    NETWORK = "network"
    HELPER = "helper"


class Ready(StrEnum):
    """Whether someone of the network wants to, or can (IW-25)."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Remembering(StrEnum):
    """Source: GW-62."""

    PAPER = "paper"
    LARGE_PRINT = "large-print"
    MAIL = "mail"
    MESSAGE = "message"
    CALL = "call"
    CALENDAR = "calendar"


class Closeness(StrEnum):
    NEAR = "near"
    AROUND = "around"
    FAR = "far"


class Person(Value, frozen=True, kw_only=True):
    name: str
    role: Role = Role.HOUSEHOLD
    relation: str = ""
    """In plain words: "dochter, 14", "broer", "maatschappelijk werker OCMW"."""
    signs: bool = False
    """Whether this person signs the agreement too. Source: IW-41."""
    helps_with: str = ""
    """What this person does, or may be asked for. Source: EPH-2, IW-38."""
    willing: Ready | None = None
    able: Ready | None = None
    """Source: IW-25."""
    closeness: Closeness | None = None
    """How near the client feels this person."""
    advice: str = ""
    """Of a helper: the plan and the advice they gave. Source: IW-17."""
    look_again: date | None = None
    """A network changes: when to ask again. Source: GW-28."""

    @property
    def is_formal(self) -> bool:
        """Whether this person helps by profession. Source: TGH-17."""
        return self.role is Role.HELPER


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
    remembers: tuple[Remembering, ...] = ()
    """How the client best remembers what was agreed. Source: GW-62."""
    remembers_by: str = ""
    """The same in own words."""
    noting_told_on: date | None = None
    """When was told why notes are made, what not, and that the client may read them. Source: GW-17."""
    secrecy_told_on: date | None = None
    """When professional secrecy was talked about. Source: GW-16."""
    household: bool = False
    """Whether the client is a household as a whole. Source: IW-1."""
    few_goals: bool = False
    """Whether at most three goals at a time suit better than five. Source: IW-30."""

    @property
    def called(self) -> str:
        """How documents call the client: the name, or the code when there is none."""
        return self.name or self.code

    @property
    def signs(self) -> bool:
        """Whether the client has a signature of its own; the members of a household sign each by name. Source: IW-1."""
        return not (self.household and any(each.role is Role.HOUSEHOLD for each in self.signing))

    @property
    def signing(self) -> tuple[Person, ...]:
        """Who signs beside client and coach: household first, then network, then other helpers. Source: IW-41."""
        return tuple(each for role in Role for each in self.people if each.signs and each.role is role)
