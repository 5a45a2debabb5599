from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier, new_dossier
from sessionpad.domain.ids import DossierId, SessionId, TrajectoryId
from sessionpad.domain.notes import rewrite
from sessionpad.domain.session import Session
from sessionpad.domain.trajectory import Trajectory
from sessionpad.method.cards import Card, Say
from sessionpad.method.series import series

AT = datetime(2026, 9, 1, 10, tzinfo=UTC)
CARD = Card(id="x", group="g", say=Say(nl="Waar sta je?", u="Waar staat u?", en="Where are you?"), number=True)


def dossier(*texts: str) -> Dossier:
    start = new_dossier(DossierId("d"), Client(code="A"), Trajectory(id=TrajectoryId("t"), started=AT.date()))
    talks = tuple(
        Session(
            id=SessionId(str(number)),
            trajectory=TrajectoryId("t"),
            started_at=AT + timedelta(days=number),
            notes=rewrite((), text, AT),
        )
        for number, text in enumerate(texts)
    )
    return msgspec.structs.replace(start, sessions=talks[::-1])


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((), ()),
        (("» Waar sta je?\neen 4",), (4,)),
        (("» Waar sta je?\n4", "» Waar staat u?\n\ndenkt na\n6 of zo", "» Where are you?\n10!"), (4, 6, 10)),
        (("» Waar sta je?\n", "» Waar sta je?\nweet het niet"), ()),
        (("» Waar sta je?\nweet niet\n» Iets anders?\n7",), ()),
        (("» Waar sta je?\n3\nlater 8",), (3,)),
        (("» Waar sta je?\n12 jaar geleden, nu 5",), (5,)),
        (("» Waar sta je?\n6,5",), (6,)),
        (("Waar sta je?\n5",), ()),
    ],
)
def test_numbers_under_a_question_make_a_series(texts: tuple[str, ...], expected: tuple[int, ...]) -> None:
    """The first number under each asked question counts, in order of the talks and in every form of the question."""
    assert series(dossier(*texts), CARD) == expected
