"""What is the coach's alone: never in a document, a hand-over or the client's view. Source: TGH-40, IW-15, EPH-5."""

from __future__ import annotations

from datetime import date, datetime

from sessionpad.domain.ids import ReflectionId, SessionId
from sessionpad.domain.value import Value


class Checked(Value, frozen=True, kw_only=True):
    """A line of a checklist that was gone through. A memory aid, without percentages. Source: IW-18."""

    item: str
    on: date


class CoachSide(Value, frozen=True, kw_only=True):
    worry: str = ""
    """A worry about the client's choice, and why. The choice stays with the client. Source: TGH-40."""
    worry_told_on: date | None = None
    doubts: str = ""
    """Doubts and limits of the coach or the organisation, said honestly. Source: GW-13."""
    safety: str = ""
    """With whom safety was talked over; the organisation's own protocol counts. Source: IW-15."""
    safety_on: date | None = None
    checked: tuple[Checked, ...] = ()

    def has(self, item: str) -> bool:
        return any(each.item == item for each in self.checked)


class Scanned(Value, frozen=True, kw_only=True):
    """One element of good work, 0 to 10, as the coach sees it. There is no total. Source: IW-45."""

    item: str
    score: int


class Reflection(Value, frozen=True, kw_only=True):
    """The coach looking back. Source: EPH-4, IW-45."""

    id: ReflectionId
    at: datetime
    session: SessionId | None = None
    text: str = ""
    scan: tuple[Scanned, ...] = ()
