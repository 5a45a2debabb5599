"""Documents that left the dossier: what, when, and a sign by which the file can be known again."""

from __future__ import annotations

from datetime import datetime

from sessionpad.domain.ids import AgreementId, PaperId
from sessionpad.domain.value import Value


class Paper(Value, frozen=True, kw_only=True):
    id: PaperId
    document: str
    """Name of the document, such as `agreement`."""
    made_at: datetime
    file: str
    """Where it was put."""
    sha256: str
    """Of the bytes of the file, in hexadecimal."""
    agreement: AgreementId | None = None
    """The agreement it shows, when it shows one that was made."""
