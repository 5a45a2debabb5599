"""What lines of the notes became, as it stands now."""

from __future__ import annotations

from datetime import date

import pytest

from sessionpad.desk.became import lines_became, to_come_back_to
from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.domain.around import Parked
from sessionpad.domain.task import State, Task
from sessionpad.i18n.became import state_of
from sessionpad.i18n.texts import texts_in
from sessionpad.store.vault import memory_vault
from tests.unit.domain.builders import TODAY, Clock, counting_ids

TASK = "> brief openen @samen !27/11"
LATER = "? de auto !+2w"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pad(clock: Clock) -> Pad:
    """A talk with a line for a task and one to come back to, both taken in."""
    pad = Desk(memory_vault(clock), clock=clock, new_id=counting_ids()).new_client("A.")
    session = pad.start_session().id
    pad.write_notes(session, f"{TASK}\n{LATER}\n> nog geen taak\n> brief openen")
    pad.capture(TASK, session)
    pad.park(LATER, session)
    return pad


def became(pad: Pad) -> dict[str, Task | Parked]:
    return dict(lines_became(pad.dossier, pad.dossier.sessions[-1].id, TODAY))


def said(pad: Pad, line: str) -> tuple[str, str]:
    return state_of(became(pad)[line], texts_in("nl"), TODAY)


def test_a_line_knows_what_became_of_it(pad: Pad) -> None:
    """The line of a task and that of a subject put aside; another one, or the same for somebody else, became nothing."""
    assert set(became(pad)) == {TASK, LATER}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.OPEN, ("☐ vr 27 nov", "Open")),
        (State.DONE, ("✓ klaar · di 1 dec", "Klaar")),
        (State.STOPPED, ("· losgelaten · di 1 dec", "Los")),
    ],
)
def test_a_task_line_says_how_the_task_stands(pad: Pad, clock: Clock, state: State, expected: tuple[str, str]) -> None:
    """Open with its day, finished or let go with the day of that."""
    clock.move(days=7)
    pad.end_task(pad.dossier.tasks[-1].id, state)
    assert said(pad, TASK) == expected


def test_an_open_task_without_a_day_says_that_it_is_open(pad: Pad) -> None:
    pad.capture("> nog geen taak", pad.dossier.sessions[-1].id)
    assert said(pad, "> nog geen taak") == ("☐ open", "Open")


def test_a_line_to_come_back_to_says_when(pad: Pad) -> None:
    """Its day; the next talk when it has none; and that it was talked about."""
    assert said(pad, LATER) == ("☐ di 8 dec", "Open")
    parked = pad.dossier.parked[-1].id
    pad.change("parked", parked, back_on=None)
    assert said(pad, LATER) == ("☐ het volgende gesprek", "Open")
    pad.change("parked", parked, done_on=TODAY)
    assert said(pad, LATER) == ("✓ besproken · di 24 nov", "Klaar")


def test_the_margin_has_room_for_the_word() -> None:
    """In either language a word for the margin has at most five signs."""
    for language in ("nl", "en"):
        assert all(len(texts_in(language).say(word)) <= 5 for word in ("Open", "Done", "Off"))


def test_what_to_come_back_to_stands_together(pad: Pad, clock: Clock) -> None:
    """What this talk puts aside, typed or taken in, and later what is due; not what was talked about."""
    first = pad.dossier.sessions[-1].id
    pad.write_notes(first, f"{LATER}\n? de tante\n? ")
    assert dict(to_come_back_to(pad.dossier, first, TODAY)) == {"de auto": date(2026, 12, 8), "de tante": None}
    pad.end_session(first)
    clock.move(days=7)
    second = pad.start_session().id
    assert dict(to_come_back_to(pad.dossier, second, clock().date())) == {"de tante": None}
    clock.move(days=8)
    assert set(to_come_back_to(pad.dossier, second, clock().date())) == {"de auto", "de tante"}
    pad.change("parked", pad.dossier.parked[0].id, done_on=clock().date())
    assert set(to_come_back_to(pad.dossier, second, clock().date())) == {"de tante"}
