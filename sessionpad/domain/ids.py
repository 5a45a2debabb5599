"""Names of things: a uuid in text form. They are made by the desk and passed in."""

from __future__ import annotations

from typing import NewType

DossierId = NewType("DossierId", str)
TrajectoryId = NewType("TrajectoryId", str)
TaskId = NewType("TaskId", str)
SessionId = NewType("SessionId", str)
AgreementId = NewType("AgreementId", str)
ConcernId = NewType("ConcernId", str)
ParkedId = NewType("ParkedId", str)
RightId = NewType("RightId", str)
ReferralId = NewType("ReferralId", str)
SharingId = NewType("SharingId", str)
MissedId = NewType("MissedId", str)
ReflectionId = NewType("ReflectionId", str)
PaperId = NewType("PaperId", str)
