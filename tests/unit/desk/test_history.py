"""One line of time for undo and redo."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from sessionpad.desk.history import DEPTH, LONGEST, PAUSE, Act, History
from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier
from tests.unit.domain.builders import AT, a_dossier

MOMENT = timedelta(microseconds=1)


def version(number: int) -> Dossier:
    return msgspec.structs.replace(a_dossier(), client=Client(code="A.", name=str(number)))


def typed(*gaps: timedelta) -> History:
    """A history of one keystroke, and one more after each of these gaps."""
    history, at = History(), AT
    history.add("notes", version(0), version(1), at, joins=True)
    for number, gap in enumerate(gaps, start=1):
        at += gap
        history.add("notes", version(number), version(number + 1), at, joins=True)
    return history


def acts(history: History) -> list[Act]:
    """Everything that can be undone, last act first."""
    undone = []
    while (act := history.undo()) is not None:
        undone.append(act)
    return undone


def test_a_clock_that_was_set_back_ends_an_act() -> None:
    """Typing after it is an act of its own, and not one with everything until the clock has caught up."""
    assert len(acts(typed(MOMENT, -timedelta(hours=1), MOMENT))) == 2


def test_nothing_happened_yet() -> None:
    """There is nothing to undo or redo at first, and asking for it does no harm."""
    history = History()
    assert (history.can_undo, history.can_redo) == (False, False)
    assert history.undo() is None
    assert history.redo() is None


def test_acts_come_back_in_order() -> None:
    """The last act is undone first, and redone last."""
    history = History()
    for number, name in enumerate(["session", "task", "score"]):
        history.add(name, version(number), version(number + 1), AT)
    undone = acts(history)
    assert [act.name for act in undone] == ["score", "task", "session"]
    redone = [history.redo() for _ in undone]
    assert redone == undone[::-1]
    assert (history.can_undo, history.can_redo) == (True, False)


def test_a_new_act_closes_the_way_forward() -> None:
    """After an undo, doing something else makes that the future: there is nothing to redo."""
    history = History()
    history.add("task", version(0), version(1), AT)
    history.undo()
    history.add("score", version(0), version(2), AT)
    assert not history.can_redo
    assert [act.name for act in acts(history)] == ["score"]


def test_typing_without_a_pause_is_one_act() -> None:
    """Its before is the value at the first key, its after the value at the last."""
    (act,) = acts(typed(PAUSE - MOMENT, PAUSE - MOMENT))
    assert (act.before, act.after) == (version(0), version(3))
    assert (act.began, act.ended) == (AT, AT + 2 * (PAUSE - MOMENT))


def test_a_pause_begins_a_new_act() -> None:
    """After three seconds without a key, what follows can be undone on its own."""
    assert [act.after for act in acts(typed(PAUSE))] == [version(2), version(1)]


def test_long_typing_is_cut() -> None:
    """Undo never takes away more than fifteen seconds of typing."""
    keys = LONGEST // timedelta(seconds=1)
    undone = acts(typed(*[timedelta(seconds=1)] * (keys + 2)))
    assert len(undone) == 2
    assert undone[1].after == version(keys)


@pytest.mark.parametrize(("name", "joins"), [("notes", False), ("summary", True)])
def test_what_does_not_join_stands_on_its_own(name: str, *, joins: bool) -> None:
    """An act with another name, or one that says so, never melts into the act before it."""
    history = typed()
    history.add(name, version(1), version(2), AT, joins=joins)
    assert len(acts(history)) == 2


def test_what_was_typed_and_taken_away_is_no_act() -> None:
    """Undo always changes something: typing that ends where it began leaves nothing to undo."""
    history = History()
    history.add("task", version(7), version(0), AT)
    history.add("notes", version(0), version(1), AT, joins=True)
    history.add("notes", version(1), version(0), AT, joins=True)
    assert [act.name for act in acts(history)] == ["task"]


def test_the_oldest_acts_are_let_go() -> None:
    """A long day does not fill the memory: five hundred acts can be undone."""
    history = History()
    for number in range(DEPTH + 3):
        history.add("score", version(number), version(number + 1), AT)
    undone = acts(history)
    assert len(undone) == DEPTH
    assert undone[-1].before == version(3)
