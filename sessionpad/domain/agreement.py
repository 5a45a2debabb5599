"""An agreement between client and coach: what stood in it on the day it was made, frozen and numbered.

The draft is never stored: it is read from the trajectory, so that nothing is typed twice. Source: TGH-41, TGH-8.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sessionpad.domain.client import Client
from sessionpad.domain.ids import AgreementId, TrajectoryId
from sessionpad.domain.sharing import Sharing
from sessionpad.domain.task import Task
from sessionpad.domain.trajectory import Form, Title, Trajectory
from sessionpad.domain.value import Value


class AgreementState(StrEnum):
    """Source: TGH-49: oral is complete too."""

    OFFERED = "offered"
    SIGNED = "signed"
    ORAL = "oral"


class Signature(Value, frozen=True, kw_only=True):
    name: str
    """As it stands in the agreement; empty is the coach, when no name was given."""
    on: date


class Agreement(Value, frozen=True, kw_only=True):
    id: AgreementId
    number: int
    made_on: date
    terms: Trajectory
    """What was agreed (`terms_of`), as it was that day."""
    client: Client
    """The client, the people and the coach as they were that day."""
    tasks: tuple[Task, ...] = ()
    """The open tasks, as they were that day."""
    sharings: tuple[Sharing, ...] = ()
    """Who is told what, as it was agreed that day. Source: GW-18."""
    strengths_self: str = ""
    strengths_around: str = ""
    """What was explored of strengths, as it was that day. Source: GW-26."""
    signed_on: date | None = None
    """The day of the first signature."""
    signatures: tuple[Signature, ...] = ()
    """Who signed, by name; none beside a day means everyone who was to sign, on that day."""
    reason: str = ""
    """Why it took the place of an earlier one."""

    @property
    def trajectory(self) -> TrajectoryId:
        return self.terms.id

    @property
    def form(self) -> Form:
        return self.terms.form

    @property
    def title(self) -> Title:
        return self.terms.title

    @property
    def state(self) -> AgreementState:
        if self.form is Form.ORAL:
            return AgreementState.ORAL
        return AgreementState.SIGNED if self.signed_on else AgreementState.OFFERED

    @property
    def to_sign(self) -> tuple[str, ...]:
        """Who signs, by name: the client, everyone who signs too, the coach. Source: IW-41."""
        client = self.client
        itself = (client.called,) if client.signs else ()
        return tuple(dict.fromkeys((*itself, *(each.name for each in client.signing), client.coach)))

    @property
    def signed(self) -> tuple[Signature, ...]:
        """Every signature there is."""
        if self.signed_on is None or self.signatures:
            return self.signatures
        return tuple(Signature(name=name, on=self.signed_on) for name in self.to_sign)

    @property
    def unsigned(self) -> tuple[str, ...]:
        """Who did not sign yet."""
        signed = {each.name for each in self.signed}
        return tuple(name for name in self.to_sign if name not in signed)
