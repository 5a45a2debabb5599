"""Every act of the coach on one opened dossier."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.domain.ids import SessionId, TaskId
from sessionpad.domain.notes import text_of
from sessionpad.domain.scoring import Hindrance, Outcome, Scale
from sessionpad.domain.session import Session
from sessionpad.domain.task import Kind, Owner, State
from sessionpad.domain.trajectory import Form
from sessionpad.errors import InvalidInput
from sessionpad.method import limits
from sessionpad.store.vault import memory_vault
from tests.unit.domain.builders import AT, TODAY, Clock, counting_ids

FRIDAY = date(2026, 11, 27)
WILD = "cafe\u0301 \x1b]52;c;aGk=\x07\u202e\r\ntwee"
TAMED = "café ]52;c;aGk=\ntwee"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pad(clock: Clock) -> Pad:
    return Desk(memory_vault(clock), clock=clock, new_id=counting_ids()).new_client("A.")


@pytest.fixture
def talk(pad: Pad) -> SessionId:
    """A conversation under way."""
    return pad.start_session().id


def session_of(pad: Pad) -> Session:
    return pad.dossier.sessions[-1]


def notes_of(pad: Pad) -> str:
    return text_of(session_of(pad).notes)


# the conversation


def test_a_conversation_begins_now(pad: Pad) -> None:
    """It begins at this moment, in the current trajectory, under an id of its own."""
    session = pad.start_session()
    assert (session.started_at, session.trajectory, session.is_talk) == (AT, pad.dossier.trajectory.id, True)
    assert pad.dossier.sessions == (session,)


def test_a_conversation_under_way_goes_on(pad: Pad, clock: Clock) -> None:
    """Starting twice on one day gives the same conversation and is no act."""
    first = pad.start_session()
    clock.move(hours=3)
    assert pad.start_session() == first
    assert (pad.undo(), pad.undo()) == ("session", None)


def test_a_conversation_left_open_yesterday_is_ended_first(pad: Pad, clock: Clock) -> None:
    """It ends at the last thing noted in it, and today's conversation is another one."""
    yesterday = pad.start_session()
    clock.move(minutes=20)
    pad.write_notes(yesterday.id, "laatste regel")
    clock.move(days=1)
    today = pad.start_session()
    assert today.id != yesterday.id
    assert pad.dossier.session(yesterday.id).ended_at == AT + timedelta(minutes=20)
    assert pad.dossier.open_session == today


def test_the_day_of_a_conversation_is_that_of_the_coach() -> None:
    """A talk begun late in the evening goes on after midnight elsewhere in the world."""
    clock = Clock(datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    pad = Desk(memory_vault(clock), clock=clock, new_id=counting_ids()).new_client("A.")
    clock.now = datetime(2026, 11, 25, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    begun = pad.start_session()
    clock.now = datetime(2026, 11, 25, 8, 0, tzinfo=timezone(timedelta(hours=1)))
    assert pad.start_session() == begun


def test_a_conversation_opens_on_the_open_tasks(pad: Pad, talk: SessionId) -> None:
    """Tasks of an earlier conversation that are still open, and no others."""
    kept, ended = pad.capture("brieven openen", talk).task, pad.capture("bellen", talk).task
    pad.end_task(ended.id, State.DONE)
    pad.end_session(talk)
    assert pad.start_session().opened_on == (kept.id,)


def test_the_file_of_before_the_conversation_is_kept(clock: Clock) -> None:
    """What was saved before the talk began can be brought back afterwards."""
    vault = memory_vault(clock)
    pad = Desk(vault, clock=clock, new_id=counting_ids()).new_client("A.")
    before = pad.dossier
    pad.write_notes(pad.start_session().id, "in het gesprek")
    pad.save()
    kept = [vault.repository.load_version(before.id, each.id).dossier for each in vault.repository.versions(before.id)]
    assert before in kept


def test_ending_gives_the_moment(pad: Pad, talk: SessionId, clock: Clock) -> None:
    """A conversation that is rounded off is no longer under way."""
    pad.end_session(talk)
    assert session_of(pad).ended_at == clock.now
    assert pad.dossier.open_session is None


def test_fields_of_a_conversation(pad: Pad, talk: SessionId) -> None:
    """Summary, appointment and last word stand in that conversation, cleaned."""
    pad.change_session(talk, "summary", summary=WILD)
    pad.change_session(talk, "next", next_at=AT, next_where="thuis")
    assert (session_of(pad).summary, session_of(pad).next_at, session_of(pad).next_where) == (TAMED, AT, "thuis")


def test_notes_are_taken_as_they_stand(pad: Pad, talk: SessionId, clock: Clock) -> None:
    """The whole text, cleaned; each line with the moment it was begun."""
    pad.write_notes(talk, "een")
    clock.move(minutes=1)
    pad.write_notes(talk, "een\r\ntw\x1bee")
    assert notes_of(pad) == "een\ntwee"
    assert [line.at for line in session_of(pad).notes] == [AT, clock.now]


@pytest.mark.parametrize(("before", "after"), [("", "gebeld"), ("eerste regel", "eerste regel\ngebeld")])
def test_a_note_during_a_talk_comes_at_its_end(pad: Pad, talk: SessionId, before: str, after: str) -> None:
    """A note from outside joins the conversation that is under way, on a line of its own."""
    pad.write_notes(talk, before)
    pad.add_note("  gebeld\x07\n")
    assert notes_of(pad) == after
    assert len(pad.dossier.sessions) == 1


def test_a_note_between_talks_stands_on_its_own(pad: Pad, talk: SessionId, clock: Clock) -> None:
    """It has its moment, is ended at once, and does not count as a conversation."""
    pad.end_session(talk)
    clock.move(days=1)
    pad.add_note("  gebeld\r\nmorgen meer \n")
    note = session_of(pad)
    assert (text_of(note.notes), note.started_at, note.ended_at) == ("gebeld\nmorgen meer", clock.now, clock.now)
    assert (note.is_talk, note.id != talk, pad.dossier.open_session) == (False, True, None)


@pytest.mark.parametrize("text", ["", "  \n", "\x00\x1b"])
def test_a_note_that_says_nothing_is_not_made(pad: Pad, text: str) -> None:
    """Nothing is added, also when only control characters were given."""
    with pytest.raises(InvalidInput) as refused:
        pad.add_note(text)
    assert refused.value.key == "text-empty"
    assert pad.dossier.sessions == ()


def test_a_question_asked_stands_in_the_notes(pad: Pad, talk: SessionId) -> None:
    """Card and notes change as one act, so that one undo takes both away."""
    pad.write_notes(talk, "een")
    before = pad.dossier
    pad.ask(talk, "miracle", 1, "een\n» Stel dat ...\x07")
    assert [(each.card, each.step, each.at) for each in session_of(pad).asked] == [("miracle", 1, AT)]
    assert notes_of(pad) == "een\n» Stel dat ..."
    assert pad.undo() == "asked"
    assert pad.dossier == before


# tasks


def test_a_typed_line_becomes_a_task(pad: Pad, talk: SessionId) -> None:
    """Words, owner, day and kind are read from the line; the task knows its conversation and its moment."""
    captured = pad.capture("> energiebrief samen openen @samen !vr #contact", talk)
    task = captured.task
    assert captured.is_new
    assert pad.dossier.tasks == (task,)
    assert (task.text, task.owner, task.due, task.kind) == (
        "energiebrief samen openen",
        Owner.TOGETHER,
        FRIDAY,
        Kind.CONTACT,
    )
    assert (task.session, task.made_at, task.trajectory) == (talk, AT, pad.dossier.trajectory.id)


def test_reading_a_line_changes_nothing(pad: Pad) -> None:
    """The echo while typing shows what Enter will do, and does not do it."""
    before = pad.dossier
    draft = pad.read_task("mail\x1ben @ik !vr")
    assert (draft.text, draft.owner, draft.due) == ("mailen", Owner.COACH, FRIDAY)
    assert pad.dossier is before


def test_a_date_that_does_not_exist_stays_in_the_text(pad: Pad, talk: SessionId) -> None:
    """Nothing of the line is lost, the task has no date, and a finding says so."""
    captured = pad.capture("bank bellen !31/2", talk)
    assert (captured.task.text, captured.task.due) == ("bank bellen !31/2", None)
    assert [(each.code, dict(each.params)) for each in captured.findings][:1] == [("date-unknown", {"text": "31/2"})]


def test_findings_of_the_dossier_come_along(pad: Pad, talk: SessionId) -> None:
    """One task too many for the client is said when it is caught, and it is caught all the same."""
    codes: list[str] = []
    for number in range(limits.OPEN_TASKS + 1):
        codes = [each.code for each in pad.capture(f"brief {number}", talk).findings]
    assert "too-many-open-tasks" in codes
    assert len(pad.dossier.open_tasks) == limits.OPEN_TASKS + 1


@pytest.mark.parametrize("line", ["", "   ", "> ", ">", "@samen !vr #contact", "\x00"])
def test_a_line_that_says_nothing_is_no_task(pad: Pad, talk: SessionId, line: str) -> None:
    """Marks without words are refused, and nothing changes."""
    with pytest.raises(InvalidInput) as refused:
        pad.capture(line, talk)
    assert refused.value.key == "text-empty"
    assert pad.dossier.tasks == ()


def test_the_same_line_twice_is_one_task(pad: Pad, talk: SessionId) -> None:
    """Enter on a line that was caught already gives the task that is there, and is no act."""
    first = pad.capture("> brieven openen @samen !vr", talk)
    again = pad.capture("brieven   openen @samen !27/11", talk)
    assert (again.task, again.is_new) == (first.task, False)
    assert pad.dossier.tasks == (first.task,)
    assert pad.undo() == "task"
    assert pad.dossier.open_tasks == ()


def test_a_date_added_to_the_line_is_added_to_the_task(pad: Pad, talk: SessionId) -> None:
    """A day or kind that is typed later is never lost; leaving it out later takes nothing away."""
    first = pad.capture("brieven openen", talk).task
    dated = pad.capture("brieven openen !vr #contact", talk)
    assert (dated.task, dated.is_new) == (msgspec.structs.replace(first, due=FRIDAY, kind=Kind.CONTACT), False)
    assert pad.dossier.tasks == (dated.task,)
    assert pad.capture("brieven openen", talk).task == dated.task


@pytest.mark.parametrize("line", ["brieven openen @ik", "brieven openen @broer", "Brieven openen", "brieven open"])
def test_another_owner_or_other_words_are_another_task(pad: Pad, talk: SessionId, line: str) -> None:
    """What two people each do is agreed twice."""
    pad.capture("brieven openen", talk)
    assert pad.capture(line, talk).is_new
    assert len(pad.dossier.tasks) == 2


def test_a_task_may_be_agreed_again_when_it_is_over(pad: Pad, talk: SessionId) -> None:
    """A task that was ended, or that belongs to another talk or to none, does not stand in the way."""
    pad.end_task(pad.capture("brieven openen", talk).task.id, State.DONE)
    assert pad.capture("brieven openen", talk).is_new
    assert pad.capture("brieven openen", None).is_new
    assert pad.capture("brieven openen", None).is_new
    pad.end_session(talk)
    assert pad.capture("brieven openen", pad.start_session().id).is_new


def test_scores_and_reviews_go_with_the_conversation(pad: Pad, talk: SessionId) -> None:
    """Both scales on their own, and what else is said about the task, cleaned."""
    task = pad.capture("brieven openen", talk).task.id
    pad.score(talk, task, Scale.EFFORT, 4)
    pad.score(talk, task, Scale.RESULT, 1)
    pad.review(talk, task, outcome=Outcome.PARTLY, hindrances=(Hindrance.OTHERS,), remark=WILD)
    review = session_of(pad).review_of(task)
    assert review is not None
    assert (review.effort, review.result, review.outcome, review.remark) == (4, 1, Outcome.PARTLY, TAMED)
    pad.score(talk, task, Scale.EFFORT, None)
    assert session_of(pad).review_of(task) == msgspec.structs.replace(review, effort=None)


def test_ending_a_task_twice_is_one_act(pad: Pad, talk: SessionId, clock: Clock) -> None:
    """A task that is done stays done since the moment it was first said."""
    task = pad.capture("brieven openen", talk).task.id
    pad.end_task(task, State.DONE)
    clock.move(minutes=5)
    pad.end_task(task, State.DONE)
    assert pad.dossier.task(task).ended_at == AT
    assert (pad.undo(), pad.dossier.task(task).state) == ("task-state", State.OPEN)


# what is agreed


def test_every_field_finds_its_place(pad: Pad) -> None:
    """Client, problem, goal and trajectory take what is typed, cleaned, and leave the rest as it was."""
    before = pad.dossier
    pad.change_client(name=WILD, coach="Els")
    pad.change_problem(text=WILD, in_document=False)
    pad.change_goal(text=WILD, deadline=FRIDAY)
    pad.change_trajectory(talks=6, fallback=WILD, form=Form.ORAL)
    client, trajectory = pad.dossier.client, pad.dossier.trajectory
    assert client == msgspec.structs.replace(before.client, name=TAMED, coach="Els")
    assert (trajectory.problem.text, trajectory.problem.in_document) == (TAMED, False)
    assert trajectory.goal == msgspec.structs.replace(before.trajectory.goal, text=TAMED, deadline=FRIDAY)
    assert (trajectory.talks, trajectory.fallback, trajectory.form) == (6, TAMED, Form.ORAL)
    assert (trajectory.id, trajectory.started, trajectory.phases) == (
        before.trajectory.id,
        before.trajectory.started,
        before.trajectory.phases,
    )


def test_what_is_agreed_is_frozen_today(pad: Pad) -> None:
    """Each agreement has an id of its own and the next number; undo takes it back."""
    pad.change_goal(text="Alle post ligt open")
    pad.make_agreement()
    pad.make_agreement()
    first, second = pad.dossier.agreements
    assert (first.number, second.number, first.made_on, first.terms.goal.text) == (1, 2, TODAY, "Alle post ligt open")
    assert first.id != second.id
    assert pad.undo() == "agreement"
    assert pad.dossier.agreements == (first,)


@pytest.mark.parametrize(
    "change",
    [
        lambda pad, talk: pad.write_notes(talk, "een"),
        lambda pad, talk: pad.change_session(talk, "summary", summary="kort"),
        lambda pad, _: pad.change_client(name="Amina"),
        lambda pad, _: pad.change_goal(text="doel"),
        lambda pad, _: pad.change_trajectory(talks=6),
        lambda pad, talk: pad.score(talk, TaskId("task-1"), Scale.EFFORT, 2),
        lambda pad, talk: pad.review(talk, TaskId("task-1"), remark="goed"),
    ],
)
def test_the_same_again_is_no_act(pad: Pad, talk: SessionId, clock: Clock, change: Any) -> None:
    """Saying what stands there already changes nothing, leaves nothing to save and nothing to undo."""
    change(pad, talk)
    pad.save()
    clock.move(minutes=1)
    change(pad, talk)
    assert pad.is_saved
    pad.undo()
    assert (pad.undo(), pad.undo()) == ("session", None)
