"""The conversation at the keys: what is typed, scored, asked and taken back."""

from __future__ import annotations

from datetime import date

import pytest
from textual import events

from sessionpad.desk.desk import Desk
from sessionpad.domain.notes import text_of
from sessionpad.domain.scoring import NO_OCCASION
from sessionpad.domain.session import Session
from sessionpad.domain.task import Owner, State
from sessionpad.errors import StorageFailed
from sessionpad.store.repository import Repository
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.capture_line import CaptureLine
from sessionpad.ui.widgets.card_pane import CardPane
from sessionpad.ui.widgets.line import Block
from sessionpad.ui.widgets.notes_editor import NotesEditor
from sessionpad.ui.widgets.rows import Rows
from sessionpad.ui.widgets.save_mark import SaveMark, SaveState
from tests.ui.conftest import Clock, Coach, Sit, dossier_of


def talk(desk: Desk, code: str = "A.") -> Session:
    return dossier_of(desk, code).sessions[-1]


def editor(coach: Coach) -> NotesEditor:
    return coach.on(SessionScreen).query_one(NotesEditor)


async def test_a_task_is_caught_in_the_middle_of_a_sentence(demo: Desk, sit: Sit) -> None:
    """Ctrl+T, the words, Enter: the task is there and the caret is where it was."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("ze vertelt dat de energie")
        await coach.press("left", "left")
        caret = editor(coach).cursor_location
        before = coach.pressed
        await coach.press("ctrl+t")
        await coach.write("meterstand doorgeven @tante_mia !+2w")
        echo = coach.on(SessionScreen).query_one(CaptureLine).query_one(".echo", Block).content.plain
        assert echo == "tante mia · di 8 dec · tussen twee gesprekken · meterstand doorgeven"
        assert "doorgeven" in coach.seen
        await coach.press("enter")
        assert coach.pressed - before == 2
        assert editor(coach).has_focus
        assert editor(coach).cursor_location == caret
        await coach.saved()
    task = dossier_of(demo, "A.").tasks[-1]
    assert (task.text, task.owner, task.person) == ("meterstand doorgeven", Owner.NETWORK, "tante mia")


async def test_a_task_line_becomes_a_task_only_once(demo: Desk, sit: Sit) -> None:
    """Enter once more at the end of a task line makes no second task, and says so."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("> bellen met de school @ik\n")
        await coach.press("up", "end", "enter")
        assert "stond er al" in coach.seen
        await coach.saved()
    assert [task.text for task in dossier_of(demo, "A.").tasks].count("bellen met de school") == 1


async def test_an_impossible_date_stays_in_the_line(demo: Desk, sit: Sit) -> None:
    """A date that does not exist is said in a clear sentence, and no character is lost."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "ctrl+t")
        await coach.write("papieren klaarleggen !31/2")
        assert "geen datum die ik ken" in coach.seen
        await coach.press("enter")
        await coach.saved()
    assert dossier_of(demo, "A.").tasks[-1].text == "papieren klaarleggen !31/2"


async def test_an_empty_task_line_says_so(demo: Desk, sit: Sit) -> None:
    """Enter on nothing makes no task; the line stays open."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "ctrl+t", "enter")
        assert "Er staat nog niets op deze regel." in coach.seen
        assert not editor(coach).has_focus


async def test_scoring_takes_four_keys_and_two_for_each_task_more(demo: Desk, sit: Sit) -> None:
    """To the tasks, effort, result, back: four keys; each further task two."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        before = coach.pressed
        await coach.press("f2", "4", "3", "2", "minus", "f2")
        assert coach.pressed - before == 6
        assert editor(coach).has_focus
        assert "■■■■ heel veel" in coach.seen
        assert "nog geen gelegenheid" in coach.seen
        await coach.saved()
    first, second = talk(demo).reviews
    assert (first.effort, first.result) == (4, 3)
    assert (second.effort, second.result) == (2, NO_OCCASION)


async def test_a_belgian_keyboard_scores_without_shift(demo: Desk, sit: Sit) -> None:
    """The keys of the figures score as they are on azerty, where figures need Shift."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "f2")
        await coach.write("é&")
        await coach.saved()
    assert (talk(demo).reviews[0].effort, talk(demo).reviews[0].result) == (2, 1)


async def test_a_task_is_finished_with_space_and_opened_again(demo: Desk, sit: Sit) -> None:
    """Space says a task is finished and takes that back; a finished task does not come back next time."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "f2", "space")
        assert "klaar" in coach.seen
        await coach.press("down", "space", "space")
        await coach.saved()
    opened_on = talk(demo).opened_on
    states = [dossier_of(demo, "A.").task(task).state for task in opened_on]
    assert states.count(State.DONE) == 1
    assert len(dossier_of(demo, "A.").open_tasks) == len(opened_on) - 1


async def test_effort_without_result_offers_a_fitting_card(demo: Desk, sit: Sit) -> None:
    """High effort and low result bring a card that affirms or asks how it came about. Source: TGH-72."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "f2", "4", "0")
        card = coach.on(SessionScreen).query_one(CardPane).card
    assert card is not None
    assert "effort-without-result" in card.signals


async def test_the_asked_question_stands_in_the_notes(demo: Desk, sit: Sit) -> None:
    """One key puts the question in the notes, marked as asked, with a fresh line under it for the answer."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("komt binnen")
        await coach.press("f7", "f6")
        question = coach.on(SessionScreen).query_one(CardPane).question
        await coach.press("f8")
        await coach.write("goed")
        await coach.saved()
        assert "✓ gesteld in dit gesprek" in coach.seen
    assert text_of(talk(demo).notes) == f"komt binnen\n» {question}\ngoed"
    assert len(talk(demo).asked) == 1


async def test_the_miracle_question_goes_step_by_step(demo: Desk, sit: Sit) -> None:
    """A card in steps goes on to its next step when one is asked, with room for a note under each."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        pane = coach.on(SessionScreen).query_one(CardPane)
        pane.next_kind_of("miracle")
        while pane.card is None or not pane.card.steps:
            await coach.press("f6")
        first, second = (step.say.text("nl") for step in pane.card.steps[:2])
        await coach.press("f8")
        await coach.write("stil")
        await coach.press("f8")
        await coach.write("het licht")
        await coach.saved()
    assert text_of(talk(demo).notes) == f"» {first}\nstil\n» {second}\nhet licht"
    assert [asked.step for asked in talk(demo).asked] == [0, 1]


async def test_undo_takes_back_the_last_act_whatever_it_was(demo: Desk, sit: Sit) -> None:
    """One key takes back a score, a task, an asked question and typing, in that order; another does it again."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("eerste regel")
        await coach.saved()
        await coach.press("f8", "ctrl+t")
        await coach.write("melding doen")
        await coach.press("enter", "f2", "3", "f2")
        await coach.press("ctrl+z")
        assert talk_now(coach).reviews == ()
        await coach.press("ctrl+z")
        assert all(task.text != "melding doen" for task in coach.on(SessionScreen)._pad.dossier.tasks)
        await coach.press("ctrl+z")
        assert editor(coach).text == "eerste regel"
        await coach.press("ctrl+z")
        assert editor(coach).text == ""
        await coach.press("ctrl+z")
        assert "Er is niets om ongedaan te maken." in coach.seen
        await coach.press("ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y")
        await coach.saved()
    assert talk(demo).reviews[0].effort == 3
    assert text_of(talk(demo).notes).startswith("eerste regel\n» ")


def talk_now(coach: Coach) -> Session:
    return coach.on(SessionScreen).session


async def test_a_full_disk_is_said_and_nothing_is_lost(demo: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full the mark says so, the text stays, and the next save brings it all to disk."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        screen = coach.on(SessionScreen)
        with monkeypatch.context() as patch:

            def full(*_: object, **__: object) -> None:
                raise StorageFailed("disk-full", reason="ENOSPC")

            patch.setattr(Repository, "save", full)
            await coach.write("dit mag niet weg")
            await coach.until(lambda: screen.query_one(SaveMark).state is SaveState.FAILED)
            await coach.until(lambda: "NIET BEWAARD" in coach.seen and "De schijf is vol." in coach.seen)
            assert "dit mag niet weg" in coach.seen
        await coach.write(" en dit ook niet")
        await coach.until(lambda: screen.query_one(SaveMark).state is SaveState.SAVED)
        assert "NIET BEWAARD" not in coach.seen
    assert text_of(talk(demo).notes) == "dit mag niet weg en dit ook niet"


async def test_quitting_with_a_full_disk_asks_once_and_exits_with_one(
    demo: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be saved is not let go silently: the first Ctrl+Q stays, the second ends with exit code 1."""

    def full(*_: object, **__: object) -> None:
        raise StorageFailed("disk-full", reason="ENOSPC")

    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        monkeypatch.setattr(Repository, "save", full)
        await coach.write("niet weg")
        await coach.press("ctrl+q")
        assert coach.app.is_running
        assert "NIET BEWAARD" in coach.seen
        await coach.press("ctrl+q")
    assert coach.app.return_code == 1


async def test_quitting_saves_what_was_typed_a_moment_ago(demo: Desk, sit: Sit) -> None:
    """Ctrl+Q right after a key saves that key first."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("laatste")
        await coach.pilot.press("ctrl+q")
    assert text_of(talk(demo).notes) == "laatste"
    assert coach.app.return_code == 0


async def test_coming_back_finds_everything_in_place(demo: Desk, sit: Sit) -> None:
    """Leaving for the dossier and resuming shows the same notes with the caret at the end."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("één regel\n+ nog één")
        await coach.press("escape")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        assert "nog één" in coach.seen
        await coach.press("enter")
        await coach.write("!")
        await coach.saved()
    assert text_of(talk(demo).notes) == "één regel\n+ nog één!"
    assert len(dossier_of(demo, "A.").sessions) == 3


async def test_a_talk_left_open_yesterday_is_not_todays(demo: Desk, sit: Sit, clock: Clock) -> None:
    """The next day Enter begins a new talk; the forgotten one ends at its last note, and its tasks come along."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("> bellen\n")
        await coach.press("escape")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        noted = clock.now
        clock.pass_(days=1)
        await coach.press("enter")
        await coach.saved()
    yesterday, today = dossier_of(demo, "A.").sessions[-2:]
    assert yesterday.ended_at == noted
    assert today.started_at == clock.now
    assert dossier_of(demo, "A.").tasks[-1].id in today.opened_on


async def test_the_language_changes_while_one_works(demo: Desk, sit: Sit) -> None:
    """Another language reaches everything on the screen at once, and the notes and the caret stay."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("blijft staan")
        caret = editor(coach).cursor_location
        assert "VORIGE KEER" in coach.seen
        coach.app.action_switch_language()
        await coach.pilot.pause()
        assert "LAST TIME" in coach.seen
        assert "talk 3 of 3–12" in coach.seen
        assert "round off" in coach.seen
        assert "VORIGE" not in coach.seen
        assert "blijft staan" in coach.seen
        assert editor(coach).cursor_location == caret


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (200, 60)])
async def test_every_size_shows_goal_mark_and_notes(demo: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """The goal line, the save mark and what is typed are there at every size."""
    async with sit(demo, size=size) as coach:
        await coach.press("enter", "enter")
        await coach.write("hier")
        await coach.saved()
        assert "DOEL" in coach.seen
        assert "bewaard" in coach.seen
        assert "hier" in coach.seen
        await coach.press("f6")
        assert "KAARTEN" in coach.seen
        await coach.press("f2")
        assert "brievenbus" in coach.seen


async def test_a_window_that_is_too_small_says_what_it_needs(demo: Desk, sit: Sit) -> None:
    """At 40 by 10 there is one sentence; made larger again, every word is still there."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("voor het krimpen")
        await coach.pilot.resize_terminal(40, 10)
        await coach.pilot.pause()
        assert "60 kolommen" in " ".join(coach.seen.split())
        await coach.write(" en erna")
        await coach.pilot.resize_terminal(80, 24)
        await coach.pilot.pause()
        assert "voor het krimpen en erna" in coach.seen
        await coach.saved()
    assert text_of(talk(demo).notes) == "voor het krimpen en erna"


async def test_a_why_question_on_the_line_is_turned_with_one_key(demo: Desk, sit: Sit) -> None:
    """F9 shows better ways to ask beside the notes; F8 puts the chosen one in the notes. Source: TGH-24."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("? waarom heb je niet gebeld")
        await coach.press("f9")
        assert "Anders gevraagd" in coach.seen
        pane = coach.on(SessionScreen).query_one(CardPane)
        first = pane.question
        assert first == "Wat maakt dat je niet gebeld hebt?"
        await coach.press("f6")
        second = pane.question
        assert second != first
        await coach.press("f8")
        await coach.saved()
        await coach.press("f7")
        assert "Anders gevraagd" not in coach.seen
    assert text_of(talk(demo).notes) == f"? waarom heb je niet gebeld\n» {second}\n"


async def test_without_a_why_on_the_line_one_types_it(demo: Desk, sit: Sit) -> None:
    """F9 elsewhere opens a line that turns the question while it is typed; a question that is fine is left alone."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("een gewone regel")
        await coach.press("f9")
        await coach.write("hoe gaat het?")
        await coach.press("enter")
        assert "Dit kun je zo vragen." in coach.seen
        await coach.press("escape", "f9")
        for _ in "hoe gaat het?":
            await coach.press("backspace")
        await coach.write("waarom schaam je je?")
        await coach.press("enter")
        await coach.until(lambda: "Wat maakt dat je je schaamt?" in coach.seen)
        assert editor(coach).has_focus
        await coach.saved()
    assert text_of(talk(demo).notes) == "een gewone regel"


async def test_any_card_is_found_by_typing(demo: Desk, sit: Sit) -> None:
    """Ctrl+O searches all cards as one types; Enter brings the card next to the notes, and the caret back."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("midden in een zin")
        caret = editor(coach).cursor_location
        await coach.press("ctrl+o")
        await coach.write("wonder")
        assert "Wondervraag" in coach.seen
        await coach.press("enter")
        card = coach.on(SessionScreen).query_one(CardPane).card
        assert card is not None
        assert card.group == "miracle"
        assert editor(coach).has_focus
        assert editor(coach).cursor_location == caret


async def test_a_favourite_comes_first_and_is_remembered(demo: Desk, sit: Sit) -> None:
    """A card marked as a favourite stands at the top of the list, with a star, until it is unmarked."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "ctrl+o", "down", "down", "f6")
        assert "★" in coach.seen
        await coach.press("escape", "ctrl+o")
        chosen = demo.choices.favourites
        assert len(chosen) == 1
        assert coach.app.screen.query_one("#found", Rows).keys[0] == chosen[0]
        await coach.write("xyzxyz")
        assert "Geen kaart heeft deze woorden." in coach.seen


async def test_cards_say_u_when_that_was_chosen(demo: Desk, sit: Sit) -> None:
    """The same question addresses the client with u, at once, on the screen and in the notes."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        pane = coach.on(SessionScreen).query_one(CardPane)
        pane.show_card(demo.deck().deck.card("miracle-question"))
        await coach.press("f8")
        before = pane.question
        coach.app.action_switch_address()
        await coach.pilot.pause()
        assert pane.question != before
        assert " u" in pane.question


async def test_a_number_comes_back_the_next_time(demo: Desk, sit: Sit, clock: Clock) -> None:
    """What was answered to a card that asks for a number stands on that card in the next talk."""
    numbered = next(card for card in demo.deck().deck.cards if card.number)
    async with sit(demo) as coach:
        for answer in ("4", "6"):
            await coach.press("enter", "enter") if answer == "4" else await coach.press("enter")
            pane = coach.on(SessionScreen).query_one(CardPane)
            pane.show_card(numbered)
            await coach.press("f8")
            await coach.write(answer)
            await coach.press("escape")
            await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
            clock.pass_(days=7)
        await coach.press("enter")
        coach.on(SessionScreen).query_one(CardPane).show_card(numbered)
        await coach.pilot.pause()
        assert "tot nu toe: 4 · 6" in coach.seen


async def test_words_in_one_burst_go_where_they_belong(demo: Desk, sit: Sit) -> None:
    """Typing ahead of the screen loses nothing to the wrong place: chord, task, Enter and on with the sentence."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        for char in "ze ":
            coach.app.post_message(events.Key(char if char.isalnum() else "space", char))
        coach.app.post_message(events.Key("ctrl+t", None))
        for char in "bel gemeente":
            coach.app.post_message(events.Key(char if char.isalnum() else "space", char))
        coach.app.post_message(events.Key("enter", "\r"))
        for char in "lacht":
            coach.app.post_message(events.Key(char, char))
        coach.app.post_message(events.Key("f2", None))
        for char in "43":
            coach.app.post_message(events.Key(char, char))
        await coach.pilot.pause()
        await coach.saved()
    assert dossier_of(demo, "A.").tasks[-1].text == "bel gemeente"
    assert text_of(talk(demo).notes) == "ze lacht"
    assert (talk(demo).reviews[0].effort, talk(demo).reviews[0].result) == (4, 3)


async def test_a_line_to_come_back_to_goes_on_the_list(demo: Desk, sit: Sit) -> None:
    """With Enter, at the same caret, once however often it is pressed; undo takes it from the list. Source: GW-42."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        editor = coach.on(SessionScreen).query_one(NotesEditor)
        before = len(dossier_of(demo, "A.").parked)
        await coach.write("\n? de tante in Gent !+2w")
        await coach.press("enter")
        await coach.saved()
        parked = dossier_of(demo, "A.").parked[before:]
        assert [(each.text, each.back_on) for each in parked] == [("de tante in Gent", date(2026, 12, 8))]
        assert "Om op terug te komen: de tante in Gent (dinsdag 8 december 2026)" in coach.seen
        assert editor.document.get_line(editor.cursor_location[0]) == ""
        await coach.press("up", "end", "enter")
        await coach.saved()
        assert len(dossier_of(demo, "A.").parked) == before + 1


async def test_the_last_line_can_be_taken_out(demo: Desk, sit: Sit) -> None:
    """With the key of the editor itself; once more, on the empty line that is left, changes nothing."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("een\ntwee")
        await coach.press("ctrl+shift+k")
        assert editor(coach).text.rstrip("\n") == "een"
        await coach.press("ctrl+shift+k", "ctrl+shift+k", "ctrl+shift+k")
        await coach.saved()
        assert text_of(dossier_of(demo, "A.").sessions[-1].notes).strip() == "een"
