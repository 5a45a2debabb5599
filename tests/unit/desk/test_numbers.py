"""Tasks by number, and both scores in one act: what the command line needs."""

from __future__ import annotations

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.desk.numbers import numbered, task_meant
from sessionpad.desk.pad import Pad
from sessionpad.domain.scoring import NO_OCCASION
from sessionpad.domain.task import State
from sessionpad.errors import InvalidInput, NotFound
from sessionpad.store.vault import memory_vault
from tests.unit.domain.builders import Clock, counting_ids


@pytest.fixture
def pad() -> Pad:
    """Three tasks, of which the second is finished."""
    clock = Clock()
    pad = Desk(memory_vault(clock), clock=clock, new_id=counting_ids()).new_client("A.")
    made = [pad.capture(text, None).task for text in ("bellen", "mailen", "schrijven")]
    pad.end_task(made[1].id, State.DONE)
    return pad


def test_a_task_keeps_its_number(pad: Pad) -> None:
    """A number that was read out stays the number of that task when another one is finished."""
    assert [(number, task.text) for number, task in numbered(pad.dossier)] == [(1, "bellen"), (3, "schrijven")]
    assert [number for number, _ in numbered(pad.dossier, every=True)] == [1, 2, 3]
    assert task_meant(pad.dossier, " 3 ").text == "schrijven"
    assert task_meant(pad.dossier, pad.dossier.tasks[1].id).text == "mailen"


@pytest.mark.parametrize("words", ["", "0", "4", "-1", "bellen", "1.0"])
def test_what_is_no_number_and_no_id_is_no_task(pad: Pad, words: str) -> None:
    """Nothing is scored by guessing."""
    with pytest.raises(NotFound) as missing:
        task_meant(pad.dossier, words)
    assert missing.value.key == "task"


def test_both_scores_go_into_the_talk_that_is_under_way(pad: Pad) -> None:
    """In a talk they are what the keys would have given, as one act that undo takes back."""
    talk, task = pad.start_session(), pad.dossier.tasks[0]
    pad.write_notes(talk.id, "een notitie")
    pad.score_both(task.id, 4, NO_OCCASION)
    (session,) = pad.dossier.sessions
    review = session.review_of(task.id)
    assert review is not None
    assert (review.effort, review.result) == (4, NO_OCCASION)
    assert session.notes
    pad.undo()
    assert pad.dossier.sessions[0].reviews == ()
    assert pad.dossier.sessions[0].notes


def test_without_a_talk_the_scores_stand_between_two_talks(pad: Pad) -> None:
    """They have their day, and count as no conversation."""
    task = pad.dossier.tasks[2]
    pad.score_both(task.id, 2, 3)
    (session,) = pad.dossier.sessions
    assert (session.is_talk, session.is_open, session.opened_on) == (False, False, (task.id,))
    review = session.review_of(task.id)
    assert review is not None
    assert (review.effort, review.result) == (2, 3)


def test_a_task_of_this_talk_is_scored_the_next_time(pad: Pad) -> None:
    """What was agreed a moment ago cannot have been done."""
    talk = pad.start_session()
    task = pad.capture("melden", talk.id).task
    before = pad.dossier
    with pytest.raises(InvalidInput) as refused:
        pad.score_both(task.id, 1, 1)
    assert refused.value.key == "task-not-reviewed"
    assert pad.dossier is before
