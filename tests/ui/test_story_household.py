"""A household of four: one goal, an evening a week, two other helpers, a meeting prepared, and an agreement of all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx

from sessionpad.desk.desk import Desk
from sessionpad.domain.agreement import AgreementState
from sessionpad.domain.client import Role
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.notes import text_of
from sessionpad.domain.task import Every, GuidedStep, Kind, Owner
from sessionpad.domain.trajectory import Section
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.agreements import AgreementsScreen
from sessionpad.ui.screens.card_search import CardSearchScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.goal import GoalScreen
from sessionpad.ui.screens.new_client import NewClientScreen
from sessionpad.ui.screens.people import PeopleScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.screens.tasks import TasksScreen
from sessionpad.ui.screens.telling import TellingScreen
from sessionpad.ui.screens.terms import TermsScreen
from sessionpad.ui.screens.working import WorkingScreen
from sessionpad.ui.widgets.line import Block
from sessionpad.ui.widgets.rows import Rows
from tests.ui.conftest import Clock, Coach, Sit, dossier_of
from tests.ui.rooms import back, fill, go_into, pick

CODE, NAME, COACH = "G. 4", "Gezin Haddad", "Els Claes"
HOUSEHOLD = (("Samira", "moeder"), ("Youssef", "vader"), ("Lina", "dochter, 15"), ("Adam", "zoon, 9"))
HELPERS = (("Greet Maes", "thuisbegeleiding", "vaste avonden"), ("Tom Bral", "leerlingbegeleider", "thuis rust"))
SIGNERS = [*(name for name, _ in HOUSEHOLD), *(name for name, *_ in HELPERS), COACH]
GOAL = "Elke week zitten we één avond met zijn vieren aan tafel"
EVENING = "samen eten, de telefoons in de la"
STORY, WORRY = "we praten alleen nog over wie er te laat is", "dat ze over mij praten alsof ik er niet ben"
TOLD = {
    "de school van Lina": ("welke avond het is", "waarover we ruziemaken", "dan plant ze de studie anders"),
    "de huisarts": ("dat Youssef slecht slaapt", "hoe het op school gaat", "voor zijn medicatie"),
}
AGREED_TO = next(iter(TOLD))
REASON = "Donderdag viel te vaak weg."


def kept(desk: Desk) -> Dossier:
    return dossier_of(desk, CODE)


def said(coach: Coach) -> str:
    return " ".join(coach.seen.split())


def words_of(paper: Path) -> tuple[str, list[list[str]]]:
    """The lines of a document, and the rows of its tables."""
    opened = docx.Document(str(paper))
    rows = [[cell.text for cell in row.cells] for table in opened.tables for row in table.rows]
    return "\n".join([*(each.text for each in opened.paragraphs), *(cell for row in rows for cell in row)]), rows


def map_in(coach: Coach) -> str:
    """The map of the dossier in words."""
    return " ".join(str(coach.on(DossierScreen).query_one("#map").render()).split())


async def who_takes_part(coach: Coach, desk: Desk) -> None:
    """The dossier is of all four; the helpers are named with what they advise, and sign too."""
    await coach.write(CODE)
    await coach.press("enter")
    await coach.until(lambda: isinstance(coach.app.screen, NewClientScreen) and coach.app.screen.is_mounted)
    await coach.press("enter")
    await coach.write(f"{NAME}\n")
    await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
    await go_into(coach, "how we work together")
    working = coach.on(WorkingScreen)
    await pick(coach, working, "household", "1")
    await fill(coach, working, "coach", COACH)
    await back(coach)
    await go_into(coach, "people")
    people = coach.on(PeopleScreen)
    for name, relation in HOUSEHOLD:
        await coach.press("ctrl+n")
        await coach.write(name)
        await pick(coach, people, "role", "1")
        await fill(coach, people, "relation", relation)
        await pick(coach, people, "signs", "1")
    for name, relation, advice in HELPERS:
        await coach.press("ctrl+n")
        await coach.write(name)
        await pick(coach, people, "role", "3")
        await fill(coach, people, "relation", relation)
        await fill(coach, people, "advice", advice)
        await pick(coach, people, "signs", "1")
    await back(coach)
    assert [each.name for each in kept(desk).client.signing] == SIGNERS[:-1]
    assert [each.advice for each in kept(desk).client.people if each.role is Role.HELPER] == [
        "vaste avonden",
        "thuis rust",
    ]


async def what_they_want(coach: Coach) -> None:
    """One goal of all four, and who stands behind it, by name."""
    await go_into(coach, "goal")
    screen = coach.on(GoalScreen)
    await fill(coach, screen, "text", GOAL)
    await fill(coach, screen, "deadline", "+2m")
    for figure in "2345":
        await pick(coach, screen, "agreed_by", figure)
    await back(coach)


async def the_talk(coach: Coach, desk: Desk) -> None:
    """An evening that comes back and ends, and the questions before a meeting, each with its answer in the notes."""
    await coach.press("home", "enter")
    screen = coach.on(SessionScreen)
    await coach.write(f'" {STORY}\n> {EVENING} !elke do tot +2m\n> naar het overleg op school @samen !+2w #geleid\n')
    await coach.press("ctrl+o")
    await coach.until(lambda: isinstance(coach.app.screen, CardSearchScreen) and coach.app.screen.is_mounted)
    await coach.write("rondetafel")
    await coach.press("enter")
    await coach.until(lambda: coach.app.screen is screen)
    for answer in (
        "een andere leeslijst",
        "oma erbij",
        "Lina zegt het zelf",
        "niets over het werk",
        WORRY,
        "Greet schrijft het op",
    ):
        await coach.press("f8")
        await coach.write(f"{answer}\n")
        await coach.press("f6")
    await coach.saved()
    talk = kept(desk).sessions[-1]
    assert len({each.card for each in talk.asked if each.card.startswith("round-table-")}) == 6
    assert WORRY in text_of(talk.notes)
    await coach.press("escape")
    await back(coach)
    await go_into(coach, "tasks")
    tasks = coach.on(TasksScreen)
    await coach.press("down")
    await pick(coach, tasks, "ready", "1")
    await pick(coach, tasks, "ready", "5")
    await back(coach)
    evening, meeting = kept(desk).tasks
    assert (evening.owner, evening.every, evening.until) == (Owner.CLIENT, Every.WEEK, date(2027, 1, 24))
    assert (meeting.owner, meeting.kind) == (Owner.TOGETHER, Kind.GUIDED)
    assert meeting.ready == (GuidedStep.PLACE_AND_TIME, GuidedStep.WHO_SAYS_WHAT)


async def who_may_know(coach: Coach, desk: Desk) -> None:
    """From the agreement itself: for each what may be told, what not and why; one of the two is not agreed to."""
    await coach.press("f4")
    coach.on(AgreementScreen)
    await coach.press("f3")
    telling = coach.on(TellingScreen)
    for recipient, (what, what_not, why) in TOLD.items():
        await coach.press("ctrl+n")
        await fill(coach, telling, "recipient", recipient)
        await fill(coach, telling, "what", what)
        await fill(coach, telling, "what_not", what_not)
        await fill(coach, telling, "why", why)
        if recipient == AGREED_TO:
            await coach.press("f7")
    await coach.saved()
    await coach.press("escape")
    coach.on(AgreementScreen)
    assert [each.agreed_on for each in kept(desk).sharings] == [date(2026, 11, 24), None]
    await back(coach)
    await go_into(coach, "more in the agreement")
    terms = coach.on(TermsScreen)
    await pick(coach, terms, "sections", "4")
    await back(coach)
    assert kept(desk).trajectory.sections == (Section.SHARING,)


async def all_of_them_sign(coach: Coach, desk: Desk, clock: Clock) -> Path:
    """The four tonight, the helpers and the coach at the meeting; the paper says so by name."""
    await go_into(coach, "agreements")
    screen = coach.on(AgreementsScreen)
    await coach.press("f6")
    screen.field("signed").take_caret()
    await coach.pilot.pause()
    await coach.press("1", "2", "3", "4")
    await coach.saved()
    (agreement,) = kept(desk).agreements
    assert [each.name for each in agreement.signed] == [name for name, _ in HOUSEHOLD]
    assert list(agreement.unsigned) == SIGNERS[4:]
    assert f"nog niet door {', '.join(SIGNERS[4:])}" in said(coach)
    await back(coach)
    assert "nummer 1, ondertekend, nog niet door iedereen" in map_in(coach)
    clock.pass_(days=14)
    await go_into(coach, "agreements")
    await coach.press("down", "f7", "f5")
    await coach.until(lambda: len(kept(desk).papers) == 1)
    await coach.pilot.pause()
    await back(coach)
    return Path(kept(desk).papers[-1].file)


async def another_evening(coach: Coach, desk: Desk) -> Path:
    """What was signed stays as it was; the next one says on the screen and on paper why it is there and what changed."""
    await coach.press("f4")
    screen = coach.on(AgreementScreen)
    assert not screen.field("renewing").display
    await fill(coach, screen, "fallback", "Dan kiezen we op zondag een andere avond.")
    await coach.saved()
    assert "Waarom het nu anders is, staat er nog niet bij." in open_lines(screen)
    await fill(coach, screen, "renewing", REASON)
    await coach.saved()
    assert "Waarom het nu anders is, staat er nog niet bij." not in open_lines(screen)
    await coach.press("f7")
    assert not screen.field("renewing").display
    await back(coach)
    await go_into(coach, "agreements")
    listed = coach.on(AgreementsScreen)
    await coach.press("down")
    assert "Anders dan in de vorige: wat we doen als het niet lukt." in said(coach)
    await coach.until(lambda: REASON in listed.query_one("#lines", Block).content.plain)
    await coach.press("f5")
    await coach.until(lambda: len(kept(desk).papers) == 2)
    await coach.pilot.pause()
    listed.query_one(Rows).chosen = kept(desk).agreements[0].id
    await coach.until(lambda: "Nummer 1" in listed.query_one("#lines", Block).content.plain)
    await back(coach)
    return Path(kept(desk).papers[-1].file)


def open_lines(screen: AgreementScreen) -> str:
    return screen.query_one("#open", Block).content.plain


def check_first(paper: Path) -> None:
    """Everyone by name with the own day, the evening with its end, who may know what; and nothing else."""
    words, rows = words_of(paper)
    days = ["di 24 nov"] * 4 + ["di 8 dec"] * 3
    signed = [" ".join(line.split()) for line in rows[-1][0].split("\n")[1:]]
    assert [line.split(" · ")[0] for line in signed[::2]] == SIGNERS
    assert signed[1::2] == [f"Datum {day} Handtekening" for day in days]
    assert [NAME, "wij"] in rows
    assert ["Wij", EVENING, "elke week t.e.m. zo 24 jan 2027"] in [
        [cell.split("\n")[0] for cell in row] for row in rows
    ]
    assert f"Hier staan achter: {', '.join(name for name, _ in HOUSEHOLD)}." in words
    school = next(row for row in rows if row[0].startswith("de school van Lina"))
    assert "Wel: welke avond het is" in school[1]
    assert "Niet: waarover we ruziemaken" in school[1]
    for hidden in (STORY, WORRY, CODE, "de huisarts", "slecht slaapt", "vaste avonden", "Nummer 2"):
        assert hidden not in words, hidden


async def test_a_household_agrees_together(desk: Desk, sit: Sit, clock: Clock, home: Path) -> None:
    """Told at the keys, at 80 by 24, and read back from paper. Source: IW-1, IW-17, IW-41, GW-18, GW-108, GW-89."""
    async with sit(desk, size=(80, 24)) as coach:
        await who_takes_part(coach, desk)
        await what_they_want(coach)
        await the_talk(coach, desk)
        await who_may_know(coach, desk)
        first = await all_of_them_sign(coach, desk, clock)
        before = kept(desk).agreements[0]
        second = await another_evening(coach, desk)

    check_first(first)
    words, _ = words_of(second)
    assert f"in de plaats van die met nummer 1. {REASON}" in words
    assert "wat we doen als het niet lukt" in words
    assert "Dan kiezen we op zondag een andere avond." in words
    agreed = kept(desk).agreements
    assert agreed[0] == before
    assert [each.state for each in agreed] == [AgreementState.SIGNED] * 2
    assert [each.name for each in agreed[1].signed] == SIGNERS
    assert first.parent == second.parent == home / "Documents"
