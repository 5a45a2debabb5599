"""The rest of a review: in the place of the notes, success first, with what a decision does; and the coach's own look."""

from __future__ import annotations

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.notes import text_of
from sessionpad.domain.scoring import Decision, Hindrance, Nearer, Outcome
from sessionpad.domain.session import Review
from sessionpad.domain.task import Kind, Owner, State
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.screens.tasks import TasksScreen
from sessionpad.ui.widgets.capture_line import CaptureLine
from sessionpad.ui.widgets.notes_editor import NotesEditor
from sessionpad.ui.widgets.rows import Rows
from sessionpad.ui.widgets.task_pane import TaskPane
from tests.ui.conftest import Coach, Sit, dossier_of

NARROW, WIDE = (80, 24), (120, 40)


def reviews(desk: Desk) -> tuple[Review, ...]:
    return dossier_of(desk, "A.").sessions[-1].reviews


async def begin(coach: Coach) -> SessionScreen:
    """In a talk, with half a sentence in the notes and the caret inside it."""
    await coach.press("enter", "enter")
    await coach.write("ze vertelt dat")
    await coach.press("left", "left")
    return coach.on(SessionScreen)


async def review(coach: Coach, *, row: int = 0) -> SessionScreen:
    """The rest of the review of the how-manieth task."""
    screen = await begin(coach)
    await coach.press("f2", *["down"] * row, "enter")
    assert screen.review.is_open
    return screen


async def fill(coach: Coach, key: str, value: str) -> None:
    """Words into a field, or the digits of a choice."""
    coach.on(SessionScreen).review.field(key).take_caret()
    await coach.pilot.pause()
    if value.isdigit():
        await coach.press(*value)
    else:
        await coach.write(value)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_two_keys_there_and_one_back_to_the_same_caret(demo: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """F2, Enter opens it with the caret in the first field; Escape gives the notes back as they were."""
    async with sit(demo, size=size) as coach:
        screen = await begin(coach)
        editor = screen.query_one(NotesEditor)
        caret, before = editor.cursor_location, coach.pressed
        await coach.press("f2", "enter")
        await coach.write("ze begon er zelf over")
        await coach.press("escape")
        assert coach.pressed - before == 3
        assert editor.has_focus
        assert editor.cursor_location == caret
        await coach.write("X")
        await coach.saved()
    assert reviews(demo)[0].went_well == "ze begon er zelf over"
    assert text_of(dossier_of(demo, "A.").sessions[-1].notes) == "ze vertelt dXat"


async def test_success_comes_first_and_the_next_step_last(demo: Desk, sit: Sit) -> None:
    """What went well stands above what was difficult, and both above what happens now. Source: TGH-62, TGH-76."""
    async with sit(demo) as coach:
        screen = await review(coach)
        order = [field.key for field in screen.review.query("Entry").results()]  # type: ignore[attr-defined]
    assert order[0] == "went_well"
    assert order.index("went_well") < order.index("difficult") < order.index("held_back") < order.index("decision")
    assert order[-1] == "decision"


async def test_everything_that_is_said_is_kept(demo: Desk, sit: Sit) -> None:
    """Each field comes to the review of this task in this talk, and comes back when it is opened again."""
    words = {
        "went_well": "twee brieven open",
        "course": "met muziek erbij",
        "own_change": "aan de keukentafel",
        "difficult": "de grote enveloppen",
        "held_back": "de buren kwamen langs",
        "insight": "'s morgens gaat het beter",
    }
    async with sit(demo) as coach:
        screen = await review(coach, row=1)
        for key, value in words.items():
            await fill(coach, key, value)
        await fill(coach, "outcome", "2")
        await fill(coach, "nearer", "2")
        await fill(coach, "hindrances", "13")
        await fill(coach, "decision", "1")
        await coach.press("escape", "f2", "down", "enter")
        assert {key: screen.review.field(key).value for key in words} == words
        await coach.saved()
    (said,) = reviews(demo)
    assert {key: getattr(said, key) for key in words} == words
    assert (said.outcome, said.nearer, said.decision) == (Outcome.DIFFERENTLY, Nearer.A_LITTLE, Decision.KEEP)
    assert said.hindrances == (Hindrance.SELF, Hindrance.SURROUNDINGS)
    assert (said.effort, said.result) == (None, None)


async def test_typing_in_one_field_is_taken_back_at_once(demo: Desk, sit: Sit) -> None:
    """Undo takes back what was filled in, in the field too, and the sheet stays open."""
    async with sit(demo) as coach:
        screen = await review(coach)
        await coach.write("ging vlot")
        await coach.saved()
        await coach.press("ctrl+z")
        assert screen.review.is_open
        assert screen.review.field("went_well").value == ""
        await coach.press("ctrl+y")
        assert screen.review.field("went_well").value == "ging vlot"


async def test_letting_go_is_one_act(demo: Desk, sit: Sit) -> None:
    """The decision to stop ends the task; one undo brings back both, and another decision opens the task again."""
    async with sit(demo) as coach:
        screen = await review(coach, row=1)
        task = screen.review.of
        await fill(coach, "decision", "5")
        assert screen._pad.dossier.task(task).state is State.STOPPED
        assert "losgelaten" in coach.seen
        await coach.press("ctrl+z")
        assert screen._pad.dossier.task(task).state is State.OPEN
        assert screen.review.field("decision").value == ""
        await fill(coach, "decision", "51")
        await coach.saved()
    assert dossier_of(demo, "A.").task(task).state is State.OPEN
    assert reviews(demo)[0].decision is Decision.KEEP


async def test_smaller_asks_for_the_parts_line_by_line(demo: Desk, sit: Sit) -> None:
    """Each line becomes a part with the owner of the whole; Escape twice is back at the review. Source: TGH-11."""
    async with sit(demo) as coach:
        screen = await review(coach, row=4)
        whole = screen._pad.dossier.task(screen.review.of)
        assert (whole.owner, whole.person) == (Owner.NETWORK, "Leila")
        await fill(coach, "decision", "3")
        coach.on(TasksScreen)
        await coach.write("uur kiezen !vr\neen doos meebrengen @ik\n")
        assert "uur kiezen" in coach.seen
        await coach.press("escape", "escape")
        assert coach.on(SessionScreen).review.is_open
        await coach.saved()
    dossier = dossier_of(demo, "A.")
    first, second = dossier.tasks[-2:]
    assert (first.part_of, first.owner, first.person, first.text) == (whole.id, Owner.NETWORK, "Leila", "uur kiezen")
    assert (second.part_of, second.owner) == (whole.id, Owner.COACH)
    assert first.session == second.session == dossier.sessions[-1].id
    assert dossier.task(whole.id).state is State.OPEN


async def test_adapting_opens_the_task(demo: Desk, sit: Sit) -> None:
    """The task itself opens with the caret in what it is; Escape comes back to the review."""
    async with sit(demo) as coach:
        screen = await review(coach, row=1)
        await fill(coach, "decision", "2")
        assert coach.on(TasksScreen).shown == screen.review.of
        await coach.press("end")
        await coach.write(" met Leila")
        await coach.press("escape")
        assert coach.on(SessionScreen).review.is_open
        assert "met Leila" in coach.seen
        await coach.saved()
    assert dossier_of(demo, "A.").task(screen.review.of).text.endswith(" met Leila")


async def test_a_new_task_is_caught_and_the_review_goes_on(demo: Desk, sit: Sit) -> None:
    """The decision for a new task opens the line for it; after Enter the caret is where it was in the review."""
    async with sit(demo) as coach:
        screen = await review(coach, row=1)
        await fill(coach, "decision", "4")
        assert screen.query_one(CaptureLine).has_focus_within
        await coach.write("wekker zetten !ma\n")
        assert screen.review.is_open
        assert screen.review.field("decision").has_focus_within
        await coach.saved()
    dossier = dossier_of(demo, "A.")
    assert dossier.tasks[-1].text == "wekker zetten"
    assert dossier.task(screen.review.of).state is State.OPEN


async def test_practising_is_done_and_scored_in_the_same_talk(demo: Desk, sit: Sit) -> None:
    """Practising makes a task for this very talk, and it can be scored at once. Source: TGH-59, TGH-76."""
    async with sit(demo) as coach:
        screen = await review(coach, row=1)
        screen.query_one("#practise").focus()
        await coach.press("enter")
        assert "oefenen: elke dag brievenbus" in coach.seen
        task = screen._pad.dossier.tasks[-1]
        assert (task.kind, task.owner) == (Kind.CONTACT, Owner.TOGETHER)
        await coach.press("f2")
        screen.query_one(TaskPane).query_one(Rows).chosen = task.id
        await coach.press("3", "4")
        assert coach.seen.count("helemaal") == 1
        await coach.saved()
    said = dossier_of(demo, "A.").sessions[-1].review_of(task.id)
    assert said is not None
    assert (said.effort, said.result) == (3, 4)


async def test_a_task_for_later_is_not_scored_now(demo: Desk, sit: Sit) -> None:
    """A task between two talks is prepared now and looked back on next time; a figure does nothing to it. Source: TGH-58."""
    async with sit(demo) as coach:
        screen = await begin(coach)
        await coach.press("ctrl+t")
        await coach.write("fiets maken\n")
        await coach.press("f2", "end", "4")
        await coach.press("enter")
        assert coach.on(TasksScreen).shown == screen._pad.dossier.tasks[-1].id
    assert reviews(demo) == ()


async def test_much_effort_and_little_result_is_affirmed_first(demo: Desk, sit: Sit) -> None:
    """The card that affirms the effort comes up, and the sheet asks how it came about without asking why. Source: TGH-72."""
    async with sit(demo) as coach:
        await begin(coach)
        await coach.press("f2", "4", "0", "up", "enter")
        assert "Veel inzet: zeg wat je zag." in coach.seen
        assert "aarom" not in coach.seen


async def test_undo_of_the_task_itself_closes_its_review(demo: Desk, sit: Sit) -> None:
    """When undo takes away the task that is talked about, the notes are back and nothing is in the way."""
    async with sit(demo) as coach:
        screen = await begin(coach)
        await coach.press("ctrl+t")
        await coach.write("samen bellen #contact\n")
        await coach.press("f2", "end", "enter")
        assert coach.seen.count("samen bellen") > 1
        await coach.press("ctrl+z")
        assert not screen.review.display
        assert screen.query_one(NotesEditor).has_focus


async def test_a_belief_is_asked_about_where_there_is_one(demo: Desk, sit: Sit) -> None:
    """The question about a thought is there for a task that puts one to the test, and for no other. Source: TGH-36."""
    pad = demo.new_client("0. 0")
    first, second = (pad.capture(line, None).task.id for line in ("bellen", "schrijven"))
    pad.change_task(first, belief="ik kan dat toch niet")
    pad.save()
    async with sit(demo) as coach:
        await coach.write("0. 0")
        screen = await review(coach)
        assert screen.review.of == first
        assert screen.review.field("belief_now").display
        assert "ik kan dat toch niet" in str(screen.review.field("belief_now").query_one("Hint").render())
        await coach.press("escape", "f2", "down", "enter")
        assert screen.review.of == second
        assert not screen.review.field("belief_now").display


async def test_the_language_changes_in_an_open_review(demo: Desk, sit: Sit) -> None:
    """Another language reaches the sheet at once, and what was typed stays."""
    async with sit(demo) as coach:
        await review(coach)
        await coach.write("goed gegaan")
        coach.app.action_switch_language()
        await coach.pilot.pause()
        assert "LOOKING BACK ON THIS TASK" in coach.seen
        assert "What went well?" in coach.seen
        assert "goed gegaan" in coach.seen


# the coach's own scores


async def test_the_coachs_scores_wait_until_the_clients_are_in(demo: Desk, sit: Sit) -> None:
    """Typed apart, not shown before the client's are in, then beside them and never in their place. Source: TGH-69."""
    async with sit(demo) as coach:
        await begin(coach)
        await coach.press("f2", "c")
        assert "zoals ik het zie" in coach.seen
        await coach.press("2", "1")
        assert "□" not in coach.seen
        assert "staan klaar" in coach.seen
        await coach.press("c", "up", "4")
        assert coach.seen.count("□") == 0
        assert coach.seen.count("■■■■") == 1
        await coach.press("3", "f2")
        assert "■■□□ redelijk" in coach.seen
        assert "■■■■ heel veel" in coach.seen
        await coach.saved()
    (said,) = reviews(demo)
    assert (said.effort, said.result, said.coach_effort, said.coach_result) == (4, 3, 2, 1)


async def test_going_back_to_the_tasks_is_about_the_client_again(demo: Desk, sit: Sit) -> None:
    """The coach's own look is never left on by accident."""
    async with sit(demo) as coach:
        await begin(coach)
        await coach.press("f2", "c", "f2", "f2", "4", "3")
        await coach.saved()
    (said,) = reviews(demo)
    assert (said.effort, said.coach_effort) == (4, None)


async def test_a_score_of_the_coach_is_taken_away_alone(demo: Desk, sit: Sit) -> None:
    """Backspace takes away the coach's score and leaves the client's."""
    async with sit(demo) as coach:
        await begin(coach)
        await coach.press("f2", "4", "3", "up", "c", "2", "1", "up", "backspace")
        await coach.saved()
    (said,) = reviews(demo)
    assert (said.effort, said.result, said.coach_effort, said.coach_result) == (4, 3, 2, None)
