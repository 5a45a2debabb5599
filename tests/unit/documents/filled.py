"""A dossier with something in every field, and every choice such that as much as possible stands on paper."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import msgspec

from sessionpad.documents import Asked, Document, Part, render
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.client import Role
from sessionpad.domain.concern import ConcernKind, Standing
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import ProblemPart
from sessionpad.domain.ids import TaskId
from sessionpad.domain.task import Kind, Owner, State, Task
from sessionpad.domain.trajectory import Form, Section, Trajectory
from sessionpad.method.language import Language
from tests.planted import Planted

TODAY: Final = date(2026, 11, 22)


def filled(planted: Planted) -> Dossier:
    """Something in every field, and every choice such that as much as possible stands on paper."""
    dossier = planted.dossier("dossier-one")
    now = msgspec.structs.replace(
        dossier.trajectories[0],
        problem=msgspec.structs.replace(dossier.trajectory.problem, in_document=True, on_paper=tuple(ProblemPart)),
        sections=tuple(Section),
        form=Form.WRITTEN,
    )
    session = msgspec.structs.replace(
        dossier.sessions[0],
        trajectory=now.id,
        is_talk=True,
        reviews=tuple(msgspec.structs.replace(each, task=TaskId("of-client")) for each in dossier.sessions[0].reviews),
    )
    return msgspec.structs.replace(
        dossier,
        client=signing(dossier.client),
        trajectories=(now,),
        sessions=(session,),
        agreements=(),
        tasks=tuple(_tasks(dossier.tasks[0], now)),
        concerns=tuple(
            msgspec.structs.replace(each, kind=ConcernKind.WISH, standing=Standing.WAITING) for each in dossier.concerns
        ),
        sharings=tuple(
            msgspec.structs.replace(each, agreed_on=TODAY, until=None, withdrawn_on=None) for each in dossier.sharings
        ),
    )


def signing(client: Any) -> Any:
    people = tuple(msgspec.structs.replace(each, role=Role.NETWORK, signs=True) for each in client.people)
    return msgspec.structs.replace(client, people=people)


def _tasks(task: Task, now: Trajectory) -> list[Task]:
    """One open task of someone of the network, one together, one of the coach, and one that is done."""
    same = msgspec.structs.replace(
        task, trajectory=now.id, state=State.OPEN, every=None, due=TODAY, owner=Owner.NETWORK, kind=Kind.GUIDED
    )
    done = msgspec.structs.replace(same, id=TaskId("done"), state=State.DONE, owner=Owner.CLIENT)
    together = msgspec.structs.replace(same, id=TaskId("of-client"), owner=Owner.TOGETHER)
    return [same, together, msgspec.structs.replace(same, id=TaskId("of-coach"), owner=Owner.COACH), done]


def printed(document: Document, dossier: Dossier, language: Language, agreement: Agreement | None = None) -> bytes:
    """The document with every part that can be asked for."""
    asked = {
        Document.CLIENT_OVERVIEW: Asked(parts=tuple(Part)),
        Document.HANDOVER: Asked(recipient=dossier.sharings[0].recipient),
    }.get(document, Asked())
    return render(document, dossier, language=language, today=TODAY, agreement=agreement, asked=asked)
