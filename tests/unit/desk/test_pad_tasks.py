"""Tasks at the desk: filled in, split, practised, decided on, moved and taken out; each one act."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.domain.ids import SessionId, TaskId
from sessionpad.domain.scoring import Decision, Scale
from sessionpad.domain.task import Every, Kind, Owner, State
from sessionpad.errors import InvalidInput
from sessionpad.store.vault import memory_vault
from tests.unit.domain.builders import TODAY, Clock, counting_ids


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pad(clock: Clock) -> Pad:
    return Desk(memory_vault(clock), clock=clock, new_id=counting_ids()).new_client("A.")


def caught(pad: Pad, line: str, session: SessionId | None = None) -> TaskId:
    return pad.capture(line, session).task.id


def test_typing_in_one_field_is_one_act_and_clean(pad: Pad, clock: Clock) -> None:
    """Undo takes back all that was typed in it; control characters never come in."""
    task = caught(pad, "post openen")
    for text in ("m", "me", "met muziek\x1b[2J"):
        clock.move(seconds=0.2)
        pad.change_task(task, how=text)
    assert pad.dossier.task(task).how == "met muziek[2J"
    pad.undo()
    assert pad.dossier.task(task).how == ""


def test_a_task_that_is_not_there_is_not_changed(pad: Pad) -> None:
    """A wrong id is an error, and nothing is written."""
    before = pad.dossier
    with pytest.raises(LookupError):
        pad.change_task(TaskId("none"), how="x")
    assert pad.dossier is before


def test_a_part_keeps_the_owner_of_the_whole(pad: Pad) -> None:
    """The person, the kind and who proposed it come along; the line itself may say otherwise. Source: TGH-11."""
    whole = caught(pad, "naar de bank @tante_mia #geleid")
    pad.change_task(whole, proposed=True)
    first = pad.split_task(whole, "afspraak maken !vr", None).task
    second = pad.split_task(whole, "papieren zoeken @client #extern !elke dag", None).task
    assert (first.part_of, first.owner, first.person, first.kind) == (whole, Owner.NETWORK, "tante mia", Kind.GUIDED)
    assert (first.due, first.proposed) == (date(2026, 11, 27), True)
    assert (second.owner, second.person, second.every) == (Owner.CLIENT, "", Every.DAY)
    pad.undo()
    assert [task.id for task in pad.dossier.tasks] == [whole, first.id]


def test_nothing_is_no_part(pad: Pad) -> None:
    """An empty line makes no part and is no act."""
    whole = caught(pad, "naar de bank")
    with pytest.raises(InvalidInput):
        pad.split_task(whole, " @ik ", None)
    assert len(pad.dossier.tasks) == 1


def test_letting_go_and_opening_again_are_one_act_each(pad: Pad) -> None:
    """The decision and what it does to the task are taken back together."""
    task = caught(pad, "post openen")
    talk = pad.start_session().id
    pad.decide(talk, task, Decision.STOP)
    assert pad.dossier.task(task).state is State.STOPPED
    pad.decide(talk, task, Decision.KEEP)
    assert pad.dossier.task(task).state is State.OPEN
    pad.undo()
    pad.undo()
    assert pad.dossier.task(task).state is State.OPEN
    assert pad.dossier.session(talk).reviews == ()


def test_another_decision_does_not_open_what_was_finished(pad: Pad) -> None:
    """Only a decision to let go is taken back by another decision."""
    task = caught(pad, "post openen")
    talk = pad.start_session().id
    pad.end_task(task, State.DONE)
    pad.decide(talk, task, Decision.NEW)
    assert pad.dossier.task(task).state is State.DONE


def test_practising_belongs_to_the_talk_and_the_trajectory(pad: Pad) -> None:
    """It is a task of both, done in this talk. Source: TGH-59."""
    task = caught(pad, "de school bellen")
    talk = pad.start_session().id
    made = pad.practise(task, "oefenen: de school bellen", talk)
    assert (made.kind, made.owner, made.session) == (Kind.CONTACT, Owner.TOGETHER, talk)
    assert made.trajectory == pad.dossier.task(task).trajectory


def test_the_coachs_score_stands_beside_the_clients(pad: Pad) -> None:
    """One never takes the place of the other."""
    task = caught(pad, "post openen")
    talk = pad.start_session().id
    pad.score(talk, task, Scale.EFFORT, 4)
    pad.score(talk, task, Scale.EFFORT, 1, by_coach=True)
    (said,) = pad.dossier.session(talk).reviews
    assert (said.effort, said.coach_effort) == (4, 1)


def test_typing_in_a_review_is_one_act(pad: Pad, clock: Clock) -> None:
    """Letter by letter in one field is taken back at once; another field is an act of its own."""
    task = caught(pad, "post openen")
    talk = pad.start_session().id
    for text in ("g", "go", "goed"):
        clock.move(seconds=0.2)
        pad.review(talk, task, went_well=text)
    pad.review(talk, task, difficult="de grote")
    pad.undo()
    (said,) = pad.dossier.session(talk).reviews
    assert (said.went_well, said.difficult) == ("goed", "")
    pad.undo()
    assert pad.dossier.session(talk).reviews == ()


def test_what_was_talked_about_is_let_go_and_never_taken_out(pad: Pad) -> None:
    """A task that a talk opened on, or an agreement names, stays in the dossier; a slip of the pen goes."""
    slip = caught(pad, "verkeerd getypt")
    pad.split_task(slip, "deel", None)
    assert pad.take_out(slip)
    (part,) = pad.dossier.tasks
    assert part.part_of is None
    pad.start_session()
    assert not pad.take_out(part.id)
    assert pad.dossier.task(part.id).state is State.STOPPED
    agreed = caught(pad, "afgesproken")
    pad.make_agreement()
    assert not pad.take_out(agreed)


def test_two_tasks_change_places(pad: Pad) -> None:
    """The order of the list is the order on paper."""
    first, second, third = caught(pad, "een"), caught(pad, "twee"), caught(pad, "drie")
    pad.change_places(first, third)
    assert [task.id for task in pad.dossier.tasks] == [third, second, first]


def test_looking_again_keeps_everything(pad: Pad) -> None:
    """Only the phases say that problem and goal are looked at again. Source: GW-60."""
    pad.change_goal(text="rust")
    before = pad.dossier.trajectory
    pad.look_again()
    now = pad.dossier.trajectory
    assert now.goal == before.goal
    assert len(now.phases) == 3
    pad.look_again()
    assert pad.dossier.trajectory == now


def test_a_rhythm_that_is_said_again_counts(pad: Pad) -> None:
    """The same task typed once more with an end gets that end."""
    talk = pad.start_session().id
    task = caught(pad, "post openen !elke dag", talk)
    assert caught(pad, "post openen !elke dag tot +2w", talk) == task
    assert pad.dossier.task(task).until == TODAY + timedelta(weeks=2)
