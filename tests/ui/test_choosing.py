"""What the client named, ranked by the client; what is worked on, described; the goal, agreed and adjusted."""

from __future__ import annotations

from datetime import date

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.concern import ConcernKind, Criterion, Influence, Standing
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Aim, Origin, ProblemPart, Smart, Way
from sessionpad.domain.life_domains import LifeDomain
from sessionpad.domain.trajectory import GoalState
from sessionpad.ui.screens.concerns import ConcernsScreen
from sessionpad.ui.screens.from_notes import FromNotesScreen
from sessionpad.ui.screens.goal import GoalScreen
from sessionpad.ui.screens.list_form import Records
from sessionpad.ui.screens.problem import ProblemScreen
from sessionpad.ui.widgets.field import Hint
from tests.ui.conftest import Coach, Sit, dossier_of
from tests.ui.rooms import fill, into, pick

CODE = "L. 1"
NARROW = (80, 24)
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def client(desk: Desk) -> None:
    desk.new_client(CODE)


def kept(desk: Desk) -> Dossier:
    return dossier_of(desk, CODE)


def said(coach: Coach) -> str:
    return " ".join(coach.seen.split())


async def named(coach: Coach, *words: str) -> ConcernsScreen:
    screen = await into(coach, CODE, ConcernsScreen)
    for each in words:
        await coach.press("ctrl+n")
        await coach.write(each)
    return screen


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_nothing_named_yet_says_what_to_do(desk: Desk, sit: Sit, language: str) -> None:
    """The sentence is whole at 80 by 24 and every key is harmless."""
    async with sit(desk, size=NARROW, language=language) as coach:
        screen = await into(coach, CODE, ConcernsScreen)
        assert coach.app.texts.say(screen.nothing) in said(coach)
        await coach.press("f5", "alt+up", "delete", "enter")
        assert coach.app.screen is screen


@pytest.mark.parametrize("size", [NARROW, (120, 40)])
async def test_the_client_ranks_and_chooses(desk: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """Keys move one up; F5 works on it now; the others keep their place and wait. Source: TGH-22, TGH-30."""
    async with sit(desk, size=size) as coach:
        await named(coach, "De post", "Slecht slapen", "De school belt")
        await coach.press("alt+up", "alt+up", "f5")
        await coach.saved()
        dossier = kept(desk)
        assert [each.text for each in dossier.concerns] == ["De school belt", "De post", "Slecht slapen"]
        assert [each.standing for each in dossier.concerns] == [Standing.NOW, Standing.WAITING, Standing.WAITING]
        assert dossier.trajectory.problem.text == "De school belt"
        assert "1 ▸ De school belt" in said(coach)
        await coach.press("ctrl+z")
        await coach.saved()
        assert kept(desk).trajectory.concern is None


async def test_everything_about_one_is_kept(desk: Desk, sit: Sit) -> None:
    """Kind, influence with its reason, what was talked about, and the domains it touches."""
    async with sit(desk, size=NARROW) as coach:
        screen = await named(coach, "Een dag naar zee")
        await pick(coach, screen, "kind", "2")
        await pick(coach, screen, "influence", "3")
        await fill(coach, screen, "influence_why", "de bus rijdt niet meer")
        await pick(coach, screen, "criteria", "1")
        await coach.press("8")
        await pick(coach, screen, "domains", "6")
        await coach.saved()
        assert "een andere dienst" in screen.field("influence").query_one(Hint).said
    (concern,) = kept(desk).concerns
    assert (concern.kind, concern.influence) == (ConcernKind.WISH, Influence.NO)
    assert concern.influence_why == "de bus rijdt niet meer"
    assert concern.criteria == (Criterion.WANTED_FIRST, Criterion.SEEN_SOON)
    assert concern.domains == (LifeDomain.SOCIAL,)


async def test_a_day_to_come_back_on_makes_it_a_time_out(desk: Desk, sit: Sit) -> None:
    """And waiting again takes the day away; what rests is not what is worked on. Source: GW-106."""
    async with sit(desk) as coach:
        screen = await named(coach, "De post")
        await coach.press("f5")
        await fill(coach, screen, "back_on", "+3w")
        await coach.saved()
        (concern,) = kept(desk).concerns
        assert (concern.standing, concern.back_on) == (Standing.TIME_OUT, date(2026, 12, 15))
        assert kept(desk).trajectory.concern is None
        assert "terug op di 15 dec" in said(coach)
        await pick(coach, screen, "standing", "1")
        await coach.saved()
        (concern,) = kept(desk).concerns
        assert (concern.standing, concern.back_on) == (Standing.WAITING, None)
        assert screen.field("back_on").value == ""


async def test_what_is_taken_out_comes_back_with_its_place(desk: Desk, sit: Sit) -> None:
    """Also when it was the one that is worked on."""
    async with sit(desk) as coach:
        screen = await named(coach, "De post", "Slapen")
        await coach.press("f5")
        screen.query_one(Records).focus()
        await coach.press("delete")
        await coach.saved()
        assert (len(kept(desk).concerns), kept(desk).trajectory.concern) == (1, None)
        await coach.press("ctrl+z")
        await coach.saved()
        dossier = kept(desk)
        assert dossier.trajectory.concern == dossier.concerns[1].id


async def test_one_that_is_not_in_words_yet_is_called_so(desk: Desk, sit: Sit) -> None:
    """It stands in the list and on the map under that name, and is not counted."""
    async with sit(desk, size=(120, 60)) as coach:
        await named(coach, "De post", "")
        await coach.saved()
        assert "2 nog niet in woorden" in said(coach)
        assert "1 open" in said(coach)
        await coach.press("escape")
        assert "nog niet in woorden wacht" in said(coach)


async def test_more_than_five_is_said(desk: Desk, sit: Sit) -> None:
    """Quietly, on the title line; nothing is stopped. Source: IW-30."""
    async with sit(desk, size=NARROW) as coach:
        await named(coach, *"abcdef")
        await coach.saved()
        assert "6 open; 5 is al veel" in said(coach)
    assert len(kept(desk).concerns) == 6


async def test_a_description_the_client_recognises(desk: Desk, sit: Sit) -> None:
    """Six facets and more; F8 lets a part stand on paper, F7 keeps the day it was recognised. Source: TGH-32, TGH-51."""
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, ProblemScreen)
        for key, text in {"text": "De post", "since": "de zomer", "how_often": "elke dag", "feelings": "bang"}.items():
            await fill(coach, screen, key, text)
        assert "in geen document" in screen.field("feelings").query_one(Hint).said
        await coach.press("f8", "f7")
        await coach.saved()
        assert "mag in een document staan" in screen.field("feelings").query_one(Hint).said
        problem = kept(desk).trajectory.problem
        assert (problem.text, problem.since, problem.how_often) == ("De post", "de zomer", "elke dag")
        assert problem.on_paper == (ProblemPart.FEELINGS,)
        assert problem.recognised_on == TODAY
        assert screen.field("recognised_on").value == "24-11-2026"
        screen.field("text").take_caret()
        await coach.press("f8", "f7")
        await coach.saved()
        problem = kept(desk).trajectory.problem
        assert (problem.in_document, problem.recognised_on) == (False, None)


async def test_what_was_said_is_taken_over(desk: Desk, sit: Sit) -> None:
    """F9 shows own words first, then answers, then the rest; Enter puts it in the field. Source: TGH-53."""
    pad = desk.open(desk.find(CODE))
    notes = (
        '" ik durf ze niet open te doen\nhij lacht\n" [/b] {{x}}\n» Wat hielp toen?\nmijn zus aan de telefoon\n\n'
        "! zus belde vooraf\n> bellen\n+ drie brieven open"
    )
    pad.write_notes(pad.start_session().id, notes)
    pad.save()
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, GoalScreen)
        await fill(coach, screen, "why", "Want")
        await coach.press("f9")
        seen = [line.strip() for line in coach.seen.splitlines()]
        order = ("ik durf ze niet open te doen", "mijn zus aan de telefoon", "drie brieven open", "hij lacht")
        places = [seen.index(words) for words in order]
        assert places == sorted(places)
        assert "Wat hielp toen?" in coach.seen
        for hidden in ("zus belde vooraf", "bellen"):
            assert hidden not in seen
        await coach.press("down", "enter")
        assert screen.field("why").value == "Want [/b] {{x}}"
        await coach.press("f9", "escape")
        screen.field("plan").take_caret()
        await coach.press("f9", "down", "down", "enter")
        await coach.saved()
    goal = kept(desk).trajectory.goal
    assert (goal.why, goal.plan) == ("Want [/b] {{x}}", "mijn zus aan de telefoon")


async def test_empty_notes_say_where_it_comes_from(desk: Desk, sit: Sit) -> None:
    async with sit(desk, size=NARROW) as coach:
        await into(coach, CODE, ProblemScreen)
        await coach.press("f9", "enter")
        coach.on(FromNotesScreen)
        assert "De notities zijn nog leeg" in said(coach)


async def test_a_goal_with_everything(desk: Desk, sit: Sit) -> None:
    """Words, day, talks, figures, kinds, who stands behind it; a low figure asks for a smaller step. Source: IW-32."""
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, GoalScreen)
        words = {"text": "elke dag de bus leeg", "notice": "ik slaap", "plan": "dan bel ik Leila", "feasible": "krap"}
        for key, text in {**words, "deadline": "24/2", "talks": "6", "importance": "8", "confidence": "3"}.items():
            await fill(coach, screen, key, text)
        for key, digit in {"aim": "2", "origin": "2", "smart": "3", "ways": "6", "agreed_by": "1"}.items():
            await pick(coach, screen, key, digit)
        await coach.saved()
        assert "kleinere stap" in screen.field("confidence").query_one(Hint).said
        assert "uiterlijk woensdag 24 februari 2027" in screen.field("deadline").query_one(Hint).said
    trajectory = kept(desk).trajectory
    goal = trajectory.goal
    assert {key: getattr(goal, key) for key in words} == words
    assert (goal.deadline, trajectory.talks, goal.importance, goal.confidence) == (date(2027, 2, 24), 6, 8, 3)
    assert (goal.aim, goal.origin, goal.smart, goal.ways) == (
        Aim.EASE,
        Origin.PROPOSED,
        (Smart.ACCEPTABLE,),
        (Way.LET_GO,),
    )
    assert goal.agreed_by == (CODE,)


async def test_an_empty_goal_says_what_may_be_filled_in(desk: Desk, sit: Sit) -> None:
    """The latest day, the number of talks, and whose scale it is stand there before anything is typed. Source: TGH-4."""
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, GoalScreen)
        hints = {key: screen.field(key).query_one(Hint).said for key in ("deadline", "talks", "importance")}
        assert "uiterlijk woensdag 24 februari 2027: drie maanden" in hints["deadline"]
        assert hints["talks"] == "tussen 3 en 12"
        assert "de schaal is van ons" in hints["importance"]


async def test_a_goal_is_adjusted_and_the_old_one_stays(desk: Desk, sit: Sit) -> None:
    """F6 keeps it, asks why, and the goal is changed in its own field; earlier ones are shown. Source: GW-89."""
    async with sit(desk, size=(120, 100)) as coach:
        screen = await into(coach, CODE, GoalScreen)
        await fill(coach, screen, "text", "alle post op orde")
        await pick(coach, screen, "state", "3")
        assert not screen.field("reason").display
        await coach.press("f6")
        await coach.write("het was te veel")
        screen.field("text").value = "elke dag de bus leeg"
        await coach.saved()
        trajectory = kept(desk).trajectory
        assert (trajectory.goal.text, trajectory.state) == ("elke dag de bus leeg", GoalState.ADJUSTED)
        assert [(each.goal.text, each.reason) for each in trajectory.revisions] == [
            ("alle post op orde", "het was te veel")
        ]
        assert "alle post op orde tot dinsdag 24 november 2026 · het was te veel" in said(coach)


async def test_a_goal_may_rest_until_a_day(desk: Desk, sit: Sit) -> None:
    """A day makes it a time-out; going on takes the day away; the dossier's title line of the room says it."""
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, GoalScreen)
        await fill(coach, screen, "back_on", "+4w")
        await coach.saved()
        trajectory = kept(desk).trajectory
        assert (trajectory.state, trajectory.back_on) == (GoalState.TIME_OUT, date(2026, 12, 22))
        assert "doel · time-out" in said(coach)
        await pick(coach, screen, "state", "3")
        await coach.saved()
        trajectory = kept(desk).trajectory
        assert (trajectory.state, trajectory.back_on) == (GoalState.RUNNING, None)


async def test_a_figure_that_is_none_stays_on_the_screen(desk: Desk, sit: Sit) -> None:
    """Eleven is not on the scale: it is said, the dossier keeps what it had, and leaving asks once."""
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, GoalScreen)
        await fill(coach, screen, "importance", "11")
        await coach.saved()
        assert kept(desk).trajectory.goal.importance is None
        assert "getal" in screen.field("importance").query_one(Hint).said
        await coach.press("escape")
        assert coach.app.screen is screen
        await coach.press("escape")
        assert coach.app.screen is not screen


async def test_a_hint_about_the_goal_can_be_put_away_here_too(desk: Desk, sit: Sit) -> None:
    """Ctrl+G under the goal and under the main task, each for its own text; undo brings a hint back. Source: GW-78."""
    seen = '"stoppen met" zegt wat ophoudt.'
    async with sit(desk, size=(80, 24)) as coach:
        screen = await into(coach, CODE, GoalScreen)
        await fill(coach, screen, "text", "Ik wil stoppen met uitstellen.")
        await fill(coach, screen, "main_task", "Ik ga stoppen met piekeren.")
        await coach.saved()
        hints = {key: screen.field(key).query_one(Hint) for key in ("text", "main_task")}
        assert [seen in each.said for each in hints.values()] == [True, True]
        await coach.press("ctrl+g")
        assert [seen in each.said for each in hints.values()] == [True, False]
        await coach.press("ctrl+z")
        assert [seen in each.said for each in hints.values()] == [True, True]
        screen.field("text").take_caret()
        await coach.press("ctrl+g")
        assert [seen in each.said for each in hints.values()] == [False, True]
        screen.field("why").take_caret()
        await coach.press("ctrl+g")
        assert [seen in each.said for each in hints.values()] == [False, True]
        await coach.saved()
    assert {each.text for each in kept(desk).trajectory.dismissed} == {"Ik wil stoppen met uitstellen."}
