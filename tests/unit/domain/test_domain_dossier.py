"""The dossier as a value: conversations, tasks and agreements."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionpad.domain import agreeing
from sessionpad.domain import dossier as dossiers
from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Aim, Goal, Problem
from sessionpad.domain.ids import AgreementId, SessionId, TaskId, TrajectoryId
from sessionpad.domain.overview import overview_of
from sessionpad.domain.task import Owner, State
from sessionpad.domain.trajectory import Form, Phase, Title, Trajectory
from tests.unit.domain.builders import AT, TODAY, TRAJECTORY, a_dossier, a_session, a_task, later

AGREED = AgreementId("agreement-1")
SECOND = Trajectory(id=TrajectoryId("trajectory-2"), started=TODAY, previous=TRAJECTORY)
FULL = Trajectory(
    id=TRAJECTORY,
    started=date(2026, 11, 3),
    problem=Problem(text="Ik durf de post niet open te doen."),
    goal=Goal(text="Alle post ligt open.", why="Rust.", aim=Aim.EASE, main_task="Sorteren", deadline=date(2027, 2, 1)),
    talks=6,
    evaluations=(date(2026, 12, 18),),
    fallback="Dan maken we de stap kleiner.",
    title=Title.COMMITMENT,
)


def full(**fields: Any) -> Dossier:
    return a_dossier(trajectories=(FULL,), tasks=(a_task(1), a_task(2, owner=Owner.COACH)), **fields)


def changed(dossier: Dossier, **fields: Any) -> Dossier:
    return dossiers.change_trajectory(
        dossier, dossier.trajectory.id, lambda each: msgspec.structs.replace(each, **fields)
    )


@given(st.lists(st.sampled_from(State), max_size=8))
def test_a_conversation_opens_on_exactly_the_open_tasks(states: list[State]) -> None:
    """Every task that is open, no other, by reference and in the order they were agreed."""
    tasks = tuple(a_task(number, state=state) for number, state in enumerate(states))
    begun = dossiers.start_session(a_dossier(tasks=tasks), SessionId("new"), AT)
    session = begun.sessions[-1]
    assert session.opened_on == tuple(task.id for task in tasks if task.state is State.OPEN)
    assert (session.started_at, session.trajectory, session.is_open) == (AT, TRAJECTORY, True)
    assert begun.tasks == tasks


def test_what_a_conversation_opened_on_stays() -> None:
    """A task ended or agreed during the talk does not change what the talk opened on."""
    begun = dossiers.start_session(full(), SessionId("new"), AT)
    ended = dossiers.end_task(begun, TaskId("task-1"), State.DONE, AT)
    added = dossiers.add_task(ended, a_task(3))
    assert added.sessions[-1].opened_on == (TaskId("task-1"), TaskId("task-2"))


def test_talks_are_counted_without_the_notes_between() -> None:
    """A note between two talks is no talk, and a new trajectory begins to count at one."""
    sessions = (
        a_session(1),
        a_session(2, is_talk=False),
        a_session(3),
        a_session(4, trajectory=SECOND.id),
        a_session(5, trajectory=SECOND.id, is_talk=False),
        a_session(6, trajectory=SECOND.id),
    )
    dossier = a_dossier(sessions=sessions)
    assert [dossiers.talk_number(dossier, each) for each in sessions] == [1, 0, 2, 1, 0, 2]


def test_the_open_conversation_is_the_last_one_that_was_not_ended() -> None:
    """With nothing under way there is none."""
    ended = a_session(1, ended_at=AT)
    assert a_dossier(sessions=(ended,)).open_session is None
    assert a_dossier(sessions=(a_session(2), a_session(3), ended)).open_session == a_session(3)


def test_things_are_found_by_their_id() -> None:
    """Sessions and tasks are asked for by id, and only the one that is meant is changed."""
    dossier = full(sessions=(a_session(1), a_session(2)))
    assert dossier.session(SessionId("session-2")) == a_session(2)
    assert dossier.task(TaskId("task-1")) == a_task(1)
    noted = dossiers.write_notes(dossier, SessionId("session-1"), "een regel", AT)
    assert noted.session(SessionId("session-2")) == a_session(2)
    assert [line.text for line in noted.session(SessionId("session-1")).notes] == ["een regel"]


@pytest.mark.parametrize("state", [State.DONE, State.STOPPED])
def test_a_task_ends_and_opens_again(state: State) -> None:
    """An ended task knows when; opened again it is the task it was."""
    dossier = full()
    ended = dossiers.end_task(dossier, TaskId("task-1"), state, later(minutes=5))
    assert (ended.task(TaskId("task-1")).state, ended.task(TaskId("task-1")).ended_at) == (state, later(minutes=5))
    assert [task.id for task in ended.open_tasks] == ["task-2"]
    assert dossiers.end_task(ended, TaskId("task-1"), State.OPEN, later(minutes=9)) == dossier


def test_the_coach_answers_for_promises_first() -> None:
    """What the coach promised is looked at before the rest; both keep their order, and what is gone is left out."""
    owners = [Owner.CLIENT, Owner.COACH, Owner.TOGETHER, Owner.COACH, Owner.NETWORK]
    tasks = tuple(a_task(number, owner=owner) for number, owner in enumerate(owners))
    session = a_session(opened_on=(*(task.id for task in tasks), TaskId("gone")))
    reviewed = dossiers.tasks_reviewed(a_dossier(tasks=tasks), session)
    assert [task.id for task in reviewed] == ["task-1", "task-3", "task-0", "task-2", "task-4"]


def test_what_was_agreed_in_a_talk() -> None:
    """Only the tasks caught in that conversation, in the order they were caught."""
    session = a_session(1)
    tasks = (
        a_task(1, session=session.id),
        a_task(2),
        a_task(3, session=SessionId("other")),
        a_task(4, session=session.id),
    )
    assert [task.id for task in dossiers.tasks_agreed(a_dossier(tasks=tasks), session)] == ["task-1", "task-4"]


def test_an_agreement_holds_what_was_agreed_that_day() -> None:
    """Everything in it is taken from the trajectory, together with the tasks that are open in it."""
    elsewhere, done = a_task(3, trajectory=SECOND.id), a_task(4, state=State.DONE)
    dossier = msgspec.structs.replace(full(), tasks=(*full().tasks, elsewhere, done))
    (agreement,) = agreeing.make_agreement(dossier, AGREED, TODAY).agreements
    for field in ("problem", "goal", "talks", "evaluations", "fallback", "form", "title"):
        assert getattr(agreement.terms, field) == getattr(FULL, field), field
    assert (agreement.id, agreement.trajectory, agreement.number) == (AGREED, TRAJECTORY, 1)
    assert (agreement.made_on, agreement.terms.started) == (TODAY, FULL.started)
    assert agreement.tasks == full().tasks


@pytest.mark.parametrize(("form", "signed_on"), [(Form.WRITTEN, TODAY), (Form.ORAL, None)])
def test_only_what_is_written_is_signed(form: Form, signed_on: date | None) -> None:
    """An oral agreement is complete without a signature."""
    (agreement,) = agreeing.make_agreement(changed(full(), form=form), AGREED, TODAY).agreements
    assert agreement.signed_on == signed_on


def test_agreements_are_frozen_and_numbered() -> None:
    """A later agreement gets the next number and leaves the earlier one as it was, whatever changed since."""
    first = agreeing.make_agreement(full(), AGREED, TODAY)
    moved = changed(first, goal=Goal(text="Een ander doel"), talks=3)
    second = agreeing.make_agreement(moved, AgreementId("agreement-2"), date(2026, 12, 1))
    assert second.agreements[0] == first.agreements[0]
    assert [(each.number, each.terms.goal.text) for each in second.agreements] == [
        (1, FULL.goal.text),
        (2, "Een ander doel"),
    ]


CHANGES: dict[str, dict[str, Any]] = {
    "problem": {"problem": Problem(text="Iets anders")},
    "problem kept off paper": {"problem": Problem(text=FULL.problem.text, in_document=False)},
    "goal": {"goal": msgspec.structs.replace(FULL.goal, text="Een ander doel")},
    "why": {"goal": msgspec.structs.replace(FULL.goal, why="Voor de kinderen")},
    "deadline": {"goal": msgspec.structs.replace(FULL.goal, deadline=date(2027, 1, 15))},
    "talks": {"talks": 7},
    "evaluations": {"evaluations": ()},
    "fallback": {"fallback": ""},
    "form": {"form": Form.ORAL},
    "title": {"title": Title.COOPERATION},
    "start": {"started": date(2026, 11, 4)},
}


@pytest.mark.parametrize("fields", CHANGES.values(), ids=CHANGES)
def test_a_change_after_the_agreement_is_noticed(fields: dict[str, Any]) -> None:
    """As soon as one term differs from what was agreed, and no longer when it is put back."""
    agreed = agreeing.make_agreement(full(), AGREED, TODAY)
    agreement = agreed.agreements[0]
    assert agreeing.has_changed_since(changed(agreed, **fields), agreement)
    back = changed(changed(agreed, **fields), **{name: getattr(FULL, name) for name in fields})
    assert not agreeing.has_changed_since(back, agreement)


def test_tasks_and_phases_do_not_change_what_was_agreed() -> None:
    """Tasks come and go at every talk, the phase moves, and the signature may follow on another day."""
    agreed = agreeing.make_agreement(full(), AGREED, TODAY)
    worked = dossiers.end_task(dossiers.add_task(agreed, a_task(9)), TaskId("task-1"), State.DONE, AT)
    again = agreeing.make_agreement(changed(worked, phases=(Phase.EXECUTION,)), AgreementId("agreement-2"), TODAY)
    unsigned = msgspec.structs.replace(agreed.agreements[0], signed_on=None)
    assert not agreeing.has_changed_since(again, agreed.agreements[0])
    assert not agreeing.has_changed_since(again, unsigned)


def test_the_standing_agreement_is_the_last_of_this_trajectory() -> None:
    """An agreement about an earlier goal does not stand for the present one."""
    first = agreeing.make_agreement(full(), AGREED, TODAY)
    second = agreeing.make_agreement(first, AgreementId("agreement-2"), TODAY)
    assert agreeing.standing_agreement(full()) is None
    assert agreeing.standing_agreement(second) == second.agreements[1]
    moved_on = msgspec.structs.replace(second, trajectories=(FULL, SECOND))
    assert agreeing.standing_agreement(moved_on) is None


def test_the_last_talk_is_the_latest_one_and_no_note_between() -> None:
    """Also when the dossier holds them in another order, and also before a given talk."""
    first, note, last = a_session(1), a_session(2, is_talk=False), a_session(3)
    dossier = a_dossier(sessions=(last, first, note))
    assert dossiers.last_session(dossier) == last
    assert dossiers.last_session(dossier, before=last) == first
    assert dossiers.last_session(dossier, before=first) is None
    assert dossiers.last_session(a_dossier(sessions=(note,))) is None


def test_a_client_without_a_name_is_called_by_the_code() -> None:
    """Documents always have something to call the client."""
    assert Client(code="A.").called == "A."
    assert Client(code="A.", name="Amina").called == "Amina"


def test_the_row_of_a_dossier_tells_where_it_stands() -> None:
    """Goal and talks of the current trajectory, open tasks, and the appointment made in the last talk."""
    sessions = (
        a_session(1, trajectory=SECOND.id, ended_at=AT),
        a_session(2, ended_at=later(weeks=1), next_at=later(weeks=2)),
        a_session(3, is_talk=False, ended_at=later(weeks=2), next_at=later(weeks=9)),
    )
    row = overview_of(full(client=Client(code="A.", name="Amina"), sessions=sessions))
    assert (row.code, row.name, row.goal, row.deadline) == ("A.", "Amina", FULL.goal.text, FULL.goal.deadline)
    assert (row.open_tasks, row.talks, row.is_open, row.is_closed) == (2, 1, False, False)
    assert (row.last_at, row.next_at) == (later(weeks=1), later(weeks=2))


def test_the_row_of_an_empty_dossier() -> None:
    """Before the first talk there is nothing to tell, and that is no trouble; a closed trajectory is told."""
    row = overview_of(a_dossier())
    assert (row.goal, row.deadline, row.next_at, row.last_at, row.talks) == ("", None, None, None, 0)
    assert overview_of(a_dossier(sessions=(a_session(1),))).is_open
    assert overview_of(changed(a_dossier(), closed_on=TODAY)).is_closed
