"""The lists of a dossier: put in, changed, moved, taken out."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionpad.domain import listed
from sessionpad.domain.around import Parked
from sessionpad.domain.concern import Concern
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import ConcernId, ParkedId
from tests.unit.domain.builders import AT, a_dossier

NAMES = ("a", "b", "c", "d")


def four() -> Dossier:
    return a_dossier(concerns=tuple(Concern(id=ConcernId(name), text=name, made_at=AT) for name in NAMES))


def order(dossier: Dossier) -> str:
    return "".join(each.id for each in dossier.concerns)


def test_a_record_is_put_at_the_end_or_in_its_own_place() -> None:
    """The same id is the same record; another list is left alone."""
    parked = listed.put(four(), "parked", Parked(id=ParkedId("p"), text="de auto", made_at=AT))
    assert [each.text for each in parked.parked] == ["de auto"]
    again = listed.put(parked, "concerns", Concern(id=ConcernId("b"), text="anders", made_at=AT))
    assert order(again) == "abcd"
    assert [each.text for each in again.concerns] == ["a", "anders", "c", "d"]
    assert again.parked == parked.parked


def test_one_record_is_changed() -> None:
    """The others stay as they were; one that is not there is an error."""
    changed = listed.change(four(), "concerns", "c", lambda each: msgspec.structs.replace(each, text="nieuw"))
    assert [each.text for each in changed.concerns] == ["a", "b", "nieuw", "d"]
    with pytest.raises(LookupError):
        listed.change(four(), "concerns", "z", lambda each: each)


def test_a_record_is_taken_out() -> None:
    """Taking out what is not there changes nothing."""
    assert order(listed.drop(four(), "concerns", "b")) == "acd"
    assert listed.drop(four(), "concerns", "z") == four()


@given(name=st.sampled_from(NAMES), by=st.integers(-9, 9))
def test_moving_loses_nothing(name: str, by: int) -> None:
    """A record goes as far as the list goes, and the others keep their order. Source: TGH-30."""
    moved = listed.move(four(), "concerns", name, by)
    assert sorted(order(moved)) == sorted(NAMES)
    assert order(moved).replace(name, "") == "".join(NAMES).replace(name, "")
    assert order(moved).index(name) == min(max(NAMES.index(name) + by, 0), len(NAMES) - 1)


def test_what_is_not_there_does_not_move() -> None:
    """It is an error, and not a silence."""
    with pytest.raises(LookupError):
        listed.move(four(), "concerns", "z", 1)
