"""The keys that things cost during a talk, counted through the real screen: each row of the table of budgets is a test.

A chord such as Ctrl+T or F5 is one key; the words themselves are not counted.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.notes import text_of
from sessionpad.domain.session import Session
from sessionpad.domain.task import Kind, Owner, Task
from sessionpad.ui.screens.client_view import ClientViewScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.capture_line import CaptureLine
from sessionpad.ui.widgets.card_pane import CardPane
from sessionpad.ui.widgets.line import Block
from sessionpad.ui.widgets.notes_editor import NotesEditor
from tests.ui.conftest import Coach, Sit, dossier_of

SENTENCE = "ze vertelt dat de energie haar zorgen baart"


@dataclass
class Writing:
    """A coach in the middle of a sentence."""

    coach: Coach
    desk: Desk
    caret: tuple[int, int]

    @property
    def editor(self) -> NotesEditor:
        return self.coach.on(SessionScreen).query_one(NotesEditor)

    def is_back(self) -> bool:
        """Whether the caret is where it was, and what is typed goes there."""
        return self.coach.app.focused is self.editor and self.editor.cursor_location == self.caret

    @property
    def talk(self) -> Session:
        return self.coach.on(SessionScreen).session

    @property
    def last_task(self) -> Task:
        return self.coach.on(SessionScreen)._pad.dossier.tasks[-1]


@asynccontextmanager
async def writing(sit: Sit, desk: Desk) -> AsyncIterator[Writing]:
    async with sit(desk) as coach:
        await coach.press("enter", "enter")
        await coach.write(SENTENCE)
        await coach.press(*["left"] * 9)
        await coach.saved()
        caret = coach.on(SessionScreen).query_one(NotesEditor).cursor_location
        coach.pressed = 0
        yield Writing(coach, desk, caret)


@pytest.mark.parametrize("chord", ["ctrl+t", "f5"])
async def test_a_task_in_the_middle_of_a_sentence_costs_two_keys(chord: str, demo: Desk, sit: Sit) -> None:
    """The chord, the words, Enter: the task is there, and the caret where it was."""
    async with writing(sit, demo) as at:
        await at.coach.press(chord)
        await at.coach.write("meterstand doorgeven")
        await at.coach.press("enter")
        assert at.coach.pressed == 2
        assert at.is_back()
        assert at.last_task.text == "meterstand doorgeven"


async def test_a_task_on_a_fresh_line_costs_two_keys(demo: Desk, sit: Sit) -> None:
    """The mark, the words, Enter: the task is there, and the caret on a fresh line under it."""
    async with writing(sit, demo) as at:
        await at.coach.press("end")
        await at.coach.write("\n")
        at.coach.pressed = 0
        await at.coach.press("greater_than_sign")
        await at.coach.write(" meterstand doorgeven")
        await at.coach.press("enter")
        assert at.coach.pressed == 2
        assert at.last_task.text == "meterstand doorgeven"
        assert at.coach.app.focused is at.editor
        assert at.editor.cursor_location == (2, 0)


async def test_owner_date_and_kind_cost_no_key_more(demo: Desk, sit: Sit) -> None:
    """They stand in the same line, and are echoed in full before Enter."""
    async with writing(sit, demo) as at:
        await at.coach.press("f5")
        await at.coach.write("samen naar het loket @samen !+2w #contact")
        echo = at.coach.on(SessionScreen).query_one(CaptureLine).query_one(".echo", Block).content.plain
        assert echo == "samen · di 8 dec · tijdens een gesprek · samen naar het loket"
        await at.coach.press("enter")
        assert at.coach.pressed == 2
        task = at.last_task
        assert (task.owner, task.due, task.kind) == (Owner.TOGETHER, date(2026, 12, 8), Kind.CONTACT)
        await at.coach.press("f5")
        await at.coach.write("bellen @broer !27/11 #geleid")
        await at.coach.press("enter")
        assert at.coach.pressed == 4
        task = at.last_task
        assert (task.owner, task.person, task.due) == (Owner.NETWORK, "broer", date(2026, 11, 27))
        assert task.kind is Kind.GUIDED
        assert at.is_back()


async def test_the_next_question_costs_one_key(demo: Desk, sit: Sit) -> None:
    """Another question of this kind, without leaving the sentence."""
    async with writing(sit, demo) as at:
        pane = at.coach.on(SessionScreen).query_one(CardPane)
        before = pane.question
        await at.coach.press("f6")
        assert at.coach.pressed == 1
        assert pane.question != before
        assert at.is_back()


async def test_a_question_asked_costs_one_key(demo: Desk, sit: Sit) -> None:
    """The question stands in the notes, marked, and what is typed next is the answer under it."""
    async with writing(sit, demo) as at:
        question = at.coach.on(SessionScreen).query_one(CardPane).question
        await at.coach.press("f8")
        await at.coach.write("dat weet ze nog niet")
        assert at.coach.pressed == 1
        await at.coach.saved()
    assert text_of(dossier_of(demo, "A.").sessions[-1].notes) == f"{SENTENCE}\n» {question}\ndat weet ze nog niet"
    assert len(dossier_of(demo, "A.").sessions[-1].asked) == 1


@pytest.mark.parametrize("tasks", [1, 2, 3])
async def test_scoring_costs_four_keys_and_two_for_each_task_more(tasks: int, demo: Desk, sit: Sit) -> None:
    """To the tasks, effort, result, back: four; two for each further task."""
    async with writing(sit, demo) as at:
        await at.coach.press("f2", *["3", "2"] * tasks, "f2")
        assert at.coach.pressed == 4 + 2 * (tasks - 1)
        assert at.is_back()
        assert [(review.effort, review.result) for review in at.talk.reviews] == [(3, 2)] * tasks


async def test_the_client_view_costs_one_key_each_way(demo: Desk, sit: Sit) -> None:
    """One key turns the screen, one turns it back to the same caret."""
    async with writing(sit, demo) as at:
        await at.coach.press("f12")
        at.coach.on(ClientViewScreen)
        assert at.coach.pressed == 1
        await at.coach.press("f12")
        assert at.coach.pressed == 2
        assert at.is_back()


@pytest.mark.parametrize(("typed", "code"), [("", "A."), ("m.", "M."), ("lukasiewicz", "M.")])
async def test_a_client_and_the_talk_cost_two_keys(typed: str, code: str, demo: Desk, sit: Sit) -> None:
    """Type to filter, Enter, Enter: one is in the talk and may type."""
    async with sit(demo) as coach:
        await coach.write(typed)
        await coach.press("enter", "enter")
        assert coach.pressed == 2
        screen = coach.on(SessionScreen)
        assert screen._pad.dossier.client.code == code
        assert coach.app.focused is screen.query_one(NotesEditor)


@pytest.mark.parametrize("act", ["typing", "task", "score", "asked", "finished"])
async def test_undo_costs_one_key_whatever_it_was(act: str, demo: Desk, sit: Sit) -> None:
    """The last act is taken back, and only that."""
    async with writing(sit, demo) as at:
        await at.coach.press("end")
        before = at.coach.on(SessionScreen)._pad.dossier
        match act:
            case "typing":
                await at.coach.write("\nnog een regel")
                await at.coach.saved()
            case "task":
                await at.coach.press("f5")
                await at.coach.write("bellen")
                await at.coach.press("enter")
            case "score":
                await at.coach.press("f2", "3", "f2")
            case "asked":
                await at.coach.press("f8")
            case _:
                await at.coach.press("f2", "space", "f2")
        assert at.coach.on(SessionScreen)._pad.dossier != before
        at.coach.pressed = 0
        await at.coach.press("ctrl+z")
        assert at.coach.pressed == 1
        assert at.coach.on(SessionScreen)._pad.dossier == before
        assert at.editor.text == SENTENCE
