"""First the post, then what comes in and goes out, then a plan for the month: three trajectories, one after another."""

from __future__ import annotations

from datetime import date

from sessionpad.desk.desk import Desk
from sessionpad.domain.concern import Standing
from sessionpad.domain.ending import GoalResult
from sessionpad.domain.trajectory import GoalState
from sessionpad.ui.rooms import ROOMS
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.concerns import ConcernsScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.ending import EndingScreen
from sessionpad.ui.screens.form import FormScreen
from sessionpad.ui.screens.goal import GoalScreen
from sessionpad.ui.screens.problem import ProblemScreen
from sessionpad.ui.screens.session import SessionScreen
from tests.ui.conftest import Clock, Coach, Sit, dossier_of
from tests.ui.rooms import fill, pick

CODE = "P. 3"
POST, MONEY, PLAN = "Ik zie mijn post niet meer", "Ik weet niet wat er overblijft", "Ik leef van dag op dag"


async def go_into(coach: Coach, name: str) -> FormScreen:
    """Down the menu of the dossier to the room with this name, and in."""
    coach.on(DossierScreen)
    number = next(at for at, room in enumerate(ROOMS) if room.name == name)
    await coach.press("home", *["down"] * (number + 1), "enter")
    screen = coach.app.screen
    assert isinstance(screen, FormScreen)
    return screen


async def back(coach: Coach) -> None:
    await coach.press("escape")
    await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))


async def talk(coach: Coach, *lines: str, scores: tuple[str, ...] = ()) -> None:
    await coach.press("home", "enter")
    coach.on(SessionScreen)
    if scores:
        await coach.press("f2", *scores, "f2")
    await coach.write("\n".join((*lines, "")))
    await back(coach)


async def name_everything(coach: Coach) -> None:
    """All at once, and then in the client's order; the first one is chosen."""
    await go_into(coach, "what matters most")
    coach.on(ConcernsScreen)
    for text in (MONEY, PLAN, POST):
        await coach.press("ctrl+n")
        await coach.write(text)
    await coach.press("alt+up", "alt+up", "f5")
    await back(coach)


async def choose(coach: Coach, place: int) -> None:
    """What waited is worked on now."""
    await go_into(coach, "what matters most")
    await coach.press("home", *["down"] * place, "f5")
    await back(coach)


async def agree(coach: Coach, goal: str, deadline: str) -> None:
    """The goal in the client's words, with a day; and an agreement of its own."""
    screen = await go_into(coach, "goal")
    coach.on(GoalScreen)
    await fill(coach, screen, "text", goal)
    await fill(coach, screen, "deadline", deadline)
    await fill(coach, screen, "talks", "3")
    await back(coach)
    await coach.press("f4")
    coach.on(AgreementScreen)
    await coach.press("f7")
    await back(coach)


async def look_back_and_go_on(coach: Coach, result: str, *, on: bool = True) -> None:
    screen = await go_into(coach, "looking back and going on")
    coach.on(EndingScreen)
    await fill(coach, screen, "keeps", "elke dag de bus leeg")
    await pick(coach, screen, "result", result)
    await coach.press("f7")
    await coach.press("f8" if on else "escape")
    await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))


async def test_three_trajectories_one_after_another(desk: Desk, clock: Clock, sit: Sit) -> None:
    """Each goal has its own plan, agreement and end; what waits keeps its place; what was agreed never changes.

    Source: TGH-8, TGH-11, TGH-22.
    """
    desk.new_client(CODE)
    async with sit(desk, size=(80, 24)) as coach:
        await coach.press("enter")
        await talk(coach, '" ik durf de enveloppen niet open te doen', "> elke dag de bus leegmaken")
        await name_everything(coach)
        screen = await go_into(coach, "what is going on")
        coach.on(ProblemScreen)
        await fill(coach, screen, "since", "de verhuis")
        await coach.press("f7")
        await back(coach)
        await agree(coach, "Elke vrijdag is mijn post open", "+2m")
        clock.pass_(days=14)
        await talk(coach, "Trots.", scores=("4", "3"))
        clock.pass_(days=14)
        await talk(coach, '" het lukt', scores=("4", "4"))
        await look_back_and_go_on(coach, "1")
        await coach.saved()
        first = dossier_of(desk, CODE)

        await choose(coach, 1)
        await agree(coach, "Elke maand weet ik wat er overblijft", "+3m")
        clock.pass_(days=30)
        await talk(coach, "Er blijft iets over.")
        await look_back_and_go_on(coach, "2")

        await choose(coach, 2)
        await agree(coach, "Elke maand heb ik een plan", "+10w")
        await coach.saved()
        assert "Hiervoor Elke vrijdag is mijn post open opgelost" in map_in(coach)
        assert "Hiervoor Elke maand weet ik wat er overblijft verlicht" in map_in(coach)
        assert f"3▸ {PLAN} nu" in map_in(coach)

    dossier = dossier_of(desk, CODE)
    post, money, plan = dossier.trajectories
    assert [each.problem.text for each in dossier.trajectories] == [POST, MONEY, PLAN]
    assert (post.problem.since, post.problem.recognised_on) == ("de verhuis", date(2026, 11, 24))
    assert (post.result, money.result, plan.result) == (GoalResult.SOLVED, GoalResult.EASED, None)
    assert (post.state, money.state, plan.state) == (GoalState.REACHED, GoalState.EASED, GoalState.AGREED)
    assert (post.previous, money.previous, plan.previous) == (None, post.id, money.id)
    assert [each.text for each in dossier.concerns] == [POST, MONEY, PLAN]
    assert [each.standing for each in dossier.concerns] == [Standing.SETTLED, Standing.SETTLED, Standing.NOW]
    assert [each.number for each in dossier.agreements] == [1, 2, 3]
    assert [each.trajectory for each in dossier.agreements] == [post.id, money.id, plan.id]
    assert (dossier.trajectories[0], dossier.agreements[0]) == (first.trajectories[0], first.agreements[0])
    assert money.goal.deadline == date(2027, 3, 22)


def map_in(coach: Coach) -> str:
    """The map of the dossier in words."""
    page = coach.on(DossierScreen).query_one("#map")
    return " ".join(str(page.render()).split())
