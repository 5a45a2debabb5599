"""Who may be told what: agreed beforehand, each time anew, and never behind the client's back. Source: GW-18."""

from __future__ import annotations

from datetime import date

from sessionpad.domain.ids import SharingId
from sessionpad.domain.value import Value


class Told(Value, frozen=True, kw_only=True):
    """One time that something was passed on."""

    on: date
    what: str = ""
    """What was told, by whom, and whether the client was there."""


class Sharing(Value, frozen=True, kw_only=True):
    id: SharingId
    recipient: str
    what: str = ""
    what_not: str = ""
    why: str = ""
    agreed_on: date | None = None
    """None while it is only talked about: nothing may be shared yet."""
    until: date | None = None
    withdrawn_on: date | None = None
    consequences: bool = False
    """Whether the gain, the possible harm and what refusing means were talked through. Source: GW-6, GW-16."""
    told: tuple[Told, ...] = ()

    def holds(self, day: date) -> bool:
        """Whether the client's consent stands on this day."""
        return (
            self.agreed_on is not None
            and self.agreed_on <= day
            and self.withdrawn_on is None
            and (self.until is None or day <= self.until)
        )
