"""What a document is made from."""

from __future__ import annotations

from datetime import date

from sessionpad.domain.agreement import Agreement
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.trajectory import Trajectory
from sessionpad.domain.value import Value
from sessionpad.method.language import Address, Language


class Occasion(Value, frozen=True, kw_only=True):
    """One dossier on one day, for one reader."""

    dossier: Dossier
    trajectory: Trajectory
    agreement: Agreement | None
    """The agreement as it was made, or None for a draft read from the trajectory. Source: TGH-8."""
    language: Language
    address: Address
    today: date
