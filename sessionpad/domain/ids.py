"""Names of things: a uuid in text form. They are made by the desk and passed in."""

from __future__ import annotations

from typing import NewType

DossierId = NewType("DossierId", str)
TrajectoryId = NewType("TrajectoryId", str)
TaskId = NewType("TaskId", str)
SessionId = NewType("SessionId", str)
AgreementId = NewType("AgreementId", str)
