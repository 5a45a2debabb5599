"""Looking back on a trajectory together, ending it, going on, and aftercare."""

from __future__ import annotations

from datetime import date

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.ending import Answer, GoalResult, Onward
from sessionpad.domain.trajectory import GoalState, Trajectory
from sessionpad.ui.screens.aftercare import AftercareScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.ending import AHEAD, CARD, ROAD, EndingScreen
from tests.ui.conftest import Sit, dossier_of
from tests.ui.rooms import fill, into, pick

CODE = "A."
NARROW = (80, 24)


def now(desk: Desk) -> Trajectory:
    return dossier_of(desk, CODE).trajectory


async def test_the_clients_words_come_first_and_everything_is_kept(demo: Desk, sit: Sit) -> None:
    """The headline, what came of it, answers to the questions, and how it goes on. Source: GW-94, TGH-78."""
    async with sit(demo) as coach:
        screen = await into(coach, CODE, EndingScreen)
        assert coach.app.focused is not None
        await fill(coach, screen, "headline", "Ik kan het weer zelf.")
        await fill(coach, screen, "capacity", "de post meteen openen")
        await fill(coach, screen, f"{CARD}closing-keep-doing", "elke dag vijf minuten")
        await fill(coach, screen, f"{CARD}closing-experience", "minder alleen")
        await pick(coach, screen, "onward", "1")
        await coach.saved()
        trajectory = now(demo)
        assert (trajectory.headline, trajectory.closing.capacity) == ("Ik kan het weer zelf.", "de post meteen openen")
        assert trajectory.closing.onward is Onward.ON_MY_OWN
        assert set(trajectory.closing.answers) == {
            Answer(card="closing-experience", text="minder alleen"),
            Answer(card="closing-keep-doing", text="elke dag vijf minuten"),
        }
    async with sit(demo) as coach:
        screen = await into(coach, CODE, EndingScreen)
        assert screen.field("headline").value == "Ik kan het weer zelf."
        assert screen.field(f"{CARD}closing-keep-doing").value == "elke dag vijf minuten"
        assert screen.field("onward").value == "on-my-own"


async def test_thirteen_questions_stand_ready_in_the_language_of_the_screen(demo: Desk, sit: Sit) -> None:
    """Seven about the road and six about what comes, as they stand on the cards. Source: GW-97, GW-98."""
    async with sit(demo) as coach:
        screen = await into(coach, CODE, EndingScreen)
        assert (len(ROAD), len(AHEAD)) == (7, 6)
        assert all(screen.field(f"{CARD}{each}") for each in (*ROAD, *AHEAD))
        screen.field(f"{CARD}aftercare-call-for").take_caret()
        await coach.pilot.pause()
        await coach.until(lambda: "Waarvoor mag je me nog bellen?" in coach.seen)
        coach.app.action_switch_language()
        await coach.pilot.pause()
        await coach.until(lambda: "What can you still call me for?" in coach.seen)


async def test_an_end_is_said_together_first(demo: Desk, sit: Sit) -> None:
    """Without a result nothing ends: it is asked in one line, with the caret on the answers; nothing is lost."""
    async with sit(demo, size=NARROW) as coach:
        screen = await into(coach, CODE, EndingScreen)
        await fill(coach, screen, "headline", "Het mag.")
        await coach.press("f7")
        assert "elk antwoord is goed" in coach.seen
        assert now(demo).closed_on is None
        await coach.press("2", "f7")
        await coach.saved()
        trajectory = now(demo)
        assert (trajectory.result, trajectory.state, trajectory.headline) == (
            GoalResult.EASED,
            GoalState.EASED,
            "Het mag.",
        )
        assert trajectory.closed_on == date(2026, 11, 24)
        assert "Dit traject is afgerond." in coach.seen


async def test_an_end_can_be_taken_back(demo: Desk, sit: Sit) -> None:
    """By undo, and later by the same key; the result that was picked is asked again."""
    async with sit(demo) as coach:
        screen = await into(coach, CODE, EndingScreen)
        await pick(coach, screen, "result", "1")
        await coach.press("f7")
        await coach.saved()
        assert now(demo).is_closed
        await coach.press("ctrl+z")
        await coach.saved()
        assert not now(demo).is_closed
        await coach.press("f7")
        await coach.saved()
        await coach.press("f7")
        await coach.saved()
        assert (now(demo).closed_on, now(demo).result, now(demo).state) == (None, None, GoalState.RUNNING)


async def test_a_new_goal_starts_fresh_after_the_end(demo: Desk, sit: Sit) -> None:
    """Not before; then it links back, the earlier one stays as it was, and one is at the dossier again. Source: TGH-8."""
    async with sit(demo) as coach:
        screen = await into(coach, CODE, EndingScreen)
        await coach.press("f8")
        assert "Rond eerst dit traject af" in coach.seen
        await pick(coach, screen, "result", "1")
        await coach.press("f7")
        await coach.saved()
        before = now(demo)
        await coach.press("f8")
        coach.on(DossierScreen)
        await coach.until(lambda: len(dossier_of(demo, CODE).trajectories) == 2)
        first, second = dossier_of(demo, CODE).trajectories
        assert first == before
        assert (second.previous, second.goal.text, second.started) == (first.id, "", date(2026, 11, 24))


async def test_aftercare_has_an_end_of_its_own(demo: Desk, sit: Sit) -> None:
    """Days in a row, who calls, the signals and what to remember; a day that cannot be read is said and not kept."""
    async with sit(demo) as coach:
        screen = await into(coach, CODE, AftercareScreen)
        await fill(coach, screen, "until", "+3m")
        await fill(coach, screen, "talks", "15/1, 15/2")
        await pick(coach, screen, "coach_calls", "1")
        await fill(coach, screen, "signals", "de stapel groeit")
        await fill(coach, screen, "reminder", "vijf minuten is genoeg")
        await coach.saved()
        plan = now(demo).aftercare
        assert (plan.until, plan.talks) == (date(2027, 2, 24), (date(2027, 1, 15), date(2027, 2, 15)))
        assert (plan.coach_calls, plan.signals, plan.reminder) == (True, "de stapel groeit", "vijf minuten is genoeg")
        assert "vrijdag 15 januari 2027 · maandag 15 februari 2027" in coach.seen
        await fill(coach, screen, "talks", ", ooit")
        await coach.saved()
        assert now(demo).aftercare.talks == (date(2027, 1, 15), date(2027, 2, 15))
        await coach.press("escape")
        assert coach.app.screen is screen


@pytest.mark.parametrize("kind", [EndingScreen, AftercareScreen])
async def test_undo_takes_back_one_field(demo: Desk, sit: Sit, kind: type[EndingScreen | AftercareScreen]) -> None:
    """The last one that was filled in, and the field shows it."""
    key, other = ("keeps", "still_hard") if kind is EndingScreen else ("signals", "first_step")
    async with sit(demo, language="en") as coach:
        screen = await into(coach, CODE, kind)
        await fill(coach, screen, key, "one")
        await fill(coach, screen, other, "two")
        await coach.saved()
        await coach.press("ctrl+z")
        await coach.saved()
        assert (screen.field(key).value, screen.field(other).value) == ("one", "")
