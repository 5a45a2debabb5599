"""What goes with a talk: what the client wants from it, where it is, who is there, and what happened."""

from __future__ import annotations

from datetime import date

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.client import Person
from sessionpad.domain.session import Event, Place
from sessionpad.domain.trajectory import Phase
from sessionpad.ui.screens.goal import GoalScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.notes_editor import NotesEditor
from tests.ui.conftest import Coach, Sit, dossier_of

PRIVACY = "Er luisteren anderen mee."


async def fill(coach: Coach, key: str, value: str) -> None:
    coach.on(SessionScreen).talk.field(key).take_caret()
    await coach.pilot.pause()
    if value.isdigit():
        await coach.press(*value)
    else:
        await coach.write(value)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_one_key_there_and_back(desk: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """F4 opens it with the caret in what the client wants; F4 or Escape gives the notes back; all of it is kept."""
    desk.new_client("L. 1")
    async with sit(desk, size=size) as coach:
        await coach.press("enter", "enter", "f4")
        await coach.write("weten wie ik kan bellen")
        await coach.press("f4")
        assert coach.on(SessionScreen).query_one(NotesEditor).has_focus
        await coach.press("f4")
        await fill(coach, "place", "2")
        await fill(coach, "events", "3")
        await fill(coach, "phases", "23")
        await coach.press("escape")
        assert coach.on(SessionScreen).query_one(NotesEditor).has_focus
        await coach.saved()
    talk = dossier_of(desk, "L. 1").sessions[-1]
    assert (talk.wanted, talk.place, talk.events) == ("weten wie ik kan bellen", Place.HOME, (Event.NEWS,))
    assert talk.phases == (Phase.CLARIFYING, Phase.GOAL_SETTING)


async def test_nothing_has_to_be_filled_in(desk: Desk, sit: Sit) -> None:
    """Opened and left, it leaves no trace."""
    pad = desk.new_client("L. 1")
    async with sit(desk) as coach:
        await coach.press("enter", "enter")
        await coach.saved()
        before = dossier_of(desk, "L. 1")
        await coach.press("f4", "tab", "tab", "escape")
        await coach.saved()
        assert dossier_of(desk, "L. 1") == before
    assert pad.dossier.client.code == "L. 1"


async def test_who_is_there_with_a_word_about_privacy(desk: Desk, sit: Sit) -> None:
    """Known people are picked, others typed; as soon as someone listens along the reminder is there. Source: GW-71."""
    pad = desk.new_client("L. 1")
    pad.change_client(people=(Person(name="Leila"), Person(name="Karim")))
    pad.save()
    async with sit(desk) as coach:
        await coach.press("enter", "enter", "f4")
        assert PRIVACY not in coach.seen
        await fill(coach, "known", "2")
        await fill(coach, "others", "tante Mia, juf Els")
        await coach.saved()
        assert PRIVACY in coach.seen
        await fill(coach, "known", "2")
        await coach.saved()
        assert dossier_of(desk, "L. 1").sessions[-1].present == ("tante Mia", "juf Els")
        await fill(coach, "known", "1")
        await coach.saved()
    assert dossier_of(desk, "L. 1").sessions[-1].present == ("Leila", "tante Mia", "juf Els")


async def test_after_news_problem_and_goal_are_looked_at_again(demo: Desk, sit: Sit) -> None:
    """The way to problem and goal opens, the phases come beside those that were there, and nothing is lost. Source: GW-60."""
    before = dossier_of(demo, "A.").trajectory
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "f4")
        screen = coach.on(SessionScreen)
        assert not screen.query_one("#look-again").display
        await fill(coach, "events", "1")
        assert "Dat hoort erbij." in coach.seen
        screen.query_one("#look-again").focus()
        await coach.press("enter")
        coach.on(GoalScreen)
        await coach.press("escape")
        assert coach.on(SessionScreen).talk.is_open
        await coach.saved()
    now = dossier_of(demo, "A.").trajectory
    assert (now.problem, now.goal) == (before.problem, before.goal)
    assert set(now.phases) == {*before.phases, Phase.CLARIFYING, Phase.GOAL_SETTING}
    assert dossier_of(demo, "A.").sessions[-1].events == (Event.RELAPSE,)


async def test_a_planned_moment_asks_about_the_goal_itself(desk: Desk, sit: Sit) -> None:
    """On the day that was planned, and not before or twice, the two questions about the goal stand there. Source: TGH-68."""
    pad = desk.new_client("L. 1")
    pad.change_trajectory(evaluations=(date(2026, 11, 24), date(2026, 12, 22)))
    pad.save()
    async with sit(desk) as coach:
        await coach.press("enter", "enter", "f4")
        await fill(coach, "realised", "voor de helft")
        await fill(coach, "brought", "meer rust dan gedacht")
        assert "24 november" in str(coach.on(SessionScreen).talk.field("realised").query_one("Hint").render())
        await coach.saved()
    closing = dossier_of(desk, "L. 1").trajectory.closing
    assert (closing.realised, closing.brought) == ("voor de helft", "meer rust dan gedacht")


async def test_without_a_planned_moment_it_is_not_asked(demo: Desk, sit: Sit) -> None:
    """The goal is not looked back on in every talk."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "f4")
        assert not coach.on(SessionScreen).talk.field("realised").display
