"""Every field there is, filled in at the desk with hostile text: cleaned once, kept, and reopened equal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.listed import List
from sessionpad.store.identity import Identity
from sessionpad.store.vault import lay_vault, open_vault
from tests.hostile import EVERY, MIXED, TYPED, Hostile, through_the_gate
from tests.planted import Planted
from tests.unit.domain.builders import Clock, counting_ids

NAME = "00000000-0000-4000-8000-000000000001"


@pytest.fixture
def opening(tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Opens the desk on the one vault on disk, after closing it."""
    folder, identity, clock = tmp_path / "vault", Identity.generate(), Clock()
    lay_vault(folder, identity, b"not asked for")
    desks: list[Desk] = []

    def open_again() -> Desk:
        while desks:
            desks.pop().close()
        vault = open_vault(folder, identity, program="test", clock=clock)
        desks.append(Desk(vault, clock=clock, new_id=counting_ids()))
        return desks[0]

    yield open_again
    for desk in desks:
        desk.close()


def fields_of(record: msgspec.Struct) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__ if name != "id"}


def type_everything(pad: Pad, typed: Dossier) -> None:
    """Give every field the text it has in this other dossier, as the screens do."""
    pad.change_client(**fields_of(typed.client))
    pad.change_exploration(**fields_of(typed.exploration))
    pad.change_coach_side(**fields_of(typed.coach_side))
    pad.change_trajectory(**fields_of(typed.trajectory))
    for name in get_args(List):
        for record in getattr(typed, name):
            pad.change(name, record.id, **fields_of(record))
    for task in typed.tasks:
        pad.change_task(task.id, **fields_of(task))
    for session in typed.sessions:
        pad.change_session(session.id, "form", **fields_of(session))


@example(texts=EVERY)
@example(texts=MIXED)
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(texts=TYPED)
def test_every_field_is_cleaned_kept_and_reopened_equal(opening: Callable[[], Desk], texts: Sequence[str]) -> None:
    """What stands in the dossier is what `clean_text` leaves of what was typed, before saving and after opening again."""
    plain, typed = Planted().dossier(NAME), Hostile(typed=texts, every_long=50).dossier(NAME)
    expected = msgspec.structs.replace(through_the_gate(typed), agreements=plain.agreements)
    desk = opening()
    pad = desk.put(plain)
    type_everything(pad, typed)
    assert pad.dossier == expected
    pad.save()
    assert opening().open(plain.id).dossier == expected
