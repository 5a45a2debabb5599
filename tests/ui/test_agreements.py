"""Draft, offered, signed: on one screen, as it stands on paper."""

from __future__ import annotations

from datetime import date

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.agreement import AgreementState
from sessionpad.domain.client import Person
from sessionpad.domain.trajectory import Form, Say, Section
from sessionpad.ui.screens.agreements import AgreementsScreen
from sessionpad.ui.screens.terms import TermsScreen
from sessionpad.ui.widgets.line import Block
from sessionpad.ui.widgets.rows import Rows
from tests.ui.conftest import Clock, Coach, Sit, dossier_of
from tests.ui.rooms import fill, into, pick

CODE = "L. 1"
GOAL = "Tegen maart slaap ik zes uur."


async def at_agreements(coach: Coach) -> AgreementsScreen:
    assert coach.app.desk is not None
    desk = coach.app.desk
    pad = desk.open(desk.find(CODE))
    from sessionpad.ui.saver import Saver  # noqa: PLC0415

    screen = AgreementsScreen(coach.app.texts, desk, pad, Saver(pad, coach.app.screen))
    coach.app.push_screen(screen)
    await coach.until(lambda: coach.app.screen is screen and screen.is_mounted)
    await coach.until(lambda: bool(paper(screen)))
    return screen


def said(coach: Coach) -> str:
    return " ".join(coach.seen.split())


def paper(screen: AgreementsScreen) -> str:
    return screen.query_one("#lines", Block).content.plain


@pytest.fixture(autouse=True)
def client(desk: Desk) -> None:
    pad = desk.new_client(CODE, "Lotte")
    pad.change_goal(text=GOAL)
    pad.save()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_draft_is_seen_as_it_will_stand_on_paper(desk: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """Read from the very document; nothing has to be agreed on paper, and nothing is signed that was not offered."""
    async with sit(desk, size=size) as coach:
        screen = await at_agreements(coach)
        assert GOAL in paper(screen)
        assert "Lotte" in paper(screen)
        assert "dat hoeft ook niet" in coach.seen
        await coach.press("f7")
        assert "Eerst F6" in coach.seen
        await coach.saved()
        assert dossier_of(desk, CODE).agreements == ()


async def test_offered_thought_over_and_signed(desk: Desk, sit: Sit) -> None:
    """Each with one key, each taken back with one; what was signed says so. Source: TGH-49."""
    async with sit(desk) as coach:
        screen = await at_agreements(coach)
        await coach.press("f6")
        await coach.saved()
        (agreement,) = dossier_of(desk, CODE).agreements
        assert (agreement.number, agreement.state) == (1, AgreementState.OFFERED)
        assert "voorgelegd, om over na te denken" in coach.seen
        await coach.press("f7")
        await coach.saved()
        assert dossier_of(desk, CODE).agreements[0].signed_on == date(2026, 11, 24)
        assert "ondertekend op di 24 nov door iedereen" in coach.seen
        await coach.press("ctrl+z")
        await coach.saved()
        assert dossier_of(desk, CODE).agreements[0].state is AgreementState.OFFERED
        await coach.press("ctrl+z")
        await coach.saved()
        assert dossier_of(desk, CODE).agreements == ()
        await coach.until(lambda: GOAL in paper(screen))


async def test_a_change_makes_the_next_one_and_leaves_the_first(desk: Desk, sit: Sit) -> None:
    """What changed is named, and the first one reads as it did. Source: TGH-8, GW-89."""
    pad = desk.open(desk.find(CODE))
    pad.make_agreement()
    pad.change_goal(text="Tegen maart slaap ik vijf uur.")
    pad.change_trajectory(talks=5)
    pad.save()
    async with sit(desk) as coach:
        screen = await at_agreements(coach)
        assert "Veranderd sinds overeenkomst 1: het doel, het aantal gesprekken." in coach.seen
        await coach.press("f6")
        await coach.until(lambda: "vijf uur" in paper(screen))
        assert "Anders dan in de vorige: het doel, het aantal gesprekken." in coach.seen
        rows = screen.query_one(Rows)
        rows.chosen = dossier_of(desk, CODE).agreements[0].id
        await coach.until(lambda: GOAL in paper(screen) and "vijf uur" not in paper(screen))
        await coach.saved()
        assert [each.terms.goal.text for each in dossier_of(desk, CODE).agreements] == [
            GOAL,
            "Tegen maart slaap ik vijf uur.",
        ]


async def test_word_of_mouth_asks_for_no_signature(desk: Desk, sit: Sit) -> None:
    """It is complete when it is said: the key to sign says how it stands, and changes nothing. Source: TGH-49."""
    pad = desk.open(desk.find(CODE))
    pad.change_trajectory(form=Form.ORAL)
    pad.save()
    async with sit(desk) as coach:
        await at_agreements(coach)
        await coach.press("f6", "f7")
        await coach.saved()
        (agreement,) = dossier_of(desk, CODE).agreements
        assert (agreement.state, agreement.signed_on) == (AgreementState.ORAL, None)
        assert "mondeling afgesproken" in coach.seen


@pytest.mark.usefixtures("home")
async def test_the_paper_of_one_that_was_made_can_be_made_again(desk: Desk, sit: Sit) -> None:
    """F5 makes the Word document of the chosen one, and it is listed with its agreement."""
    async with sit(desk) as coach:
        await at_agreements(coach)
        await coach.press("f6", "f5")
        await coach.until(lambda: bool(dossier_of(desk, CODE).papers))
        (listed,) = dossier_of(desk, CODE).papers
        assert listed.agreement == dossier_of(desk, CODE).agreements[0].id


async def test_more_in_the_agreement_only_when_it_is_wanted(desk: Desk, sit: Sit) -> None:
    """Parts, expectations, say, a supporter and time to think; what is not picked does not stand on paper."""
    async with sit(desk) as coach:
        screen = await into(coach, CODE, TermsScreen)
        await fill(coach, screen, "expects_client", "dat je eerlijk bent")
        await fill(coach, screen, "supporter", "tante Mia")
        await pick(coach, screen, "sections", "1")
        await pick(coach, screen, "say", "1")
        await fill(coach, screen, "reflect_until", "+1w")
        await coach.saved()
        now = dossier_of(desk, CODE).trajectory
        assert (now.sections, now.say, now.reflect_until) == (
            (Section.EXPECTATIONS,),
            (Say.GOALS,),
            date(2026, 12, 1),
        )
        assert (now.expects_client, now.supporter) == ("dat je eerlijk bent", "tante Mia")
        made = await at_agreements(coach)
        assert "dat je eerlijk bent" in paper(made)
        assert "tante Mia" not in paper(made)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_who_signed_stands_there_by_name(desk: Desk, sit: Sit, clock: Clock, size: tuple[int, int]) -> None:
    """One by one, each with the own day; what is picked by mistake is let go of; F7 is for all the rest. Source: IW-41."""
    pad = desk.open(desk.find(CODE))
    pad.put_people((Person(name="Wim", relation="vader", signs=True), Person(name="Bas")))
    pad.change_client(coach="Els")
    pad.save()
    async with sit(desk, size=size) as coach:
        screen = await at_agreements(coach)
        assert not screen.field("signed").display
        await coach.press("f6")
        screen.field("signed").take_caret()
        await coach.pilot.pause()
        await coach.press("1", "2", "3", "3")
        await coach.saved()
        assert "niet door Els" in said(coach)
        assert "Bas" not in screen.field("signed").value
        await coach.until(lambda: "Wim · vader Datum di 24 nov" in " ".join(paper(screen).split()))
        clock.pass_(days=2)
        await coach.press("f7")
        await coach.saved()
        assert "ondertekend op do 26 nov door iedereen" in said(coach)
        (agreement,) = dossier_of(desk, CODE).agreements
        assert [(each.name, each.on.day) for each in agreement.signed] == [("Lotte", 24), ("Wim", 24), ("Els", 26)]
        await coach.press("ctrl+z")
        await coach.saved()
        (agreement,) = dossier_of(desk, CODE).agreements
        assert [each.name for each in agreement.signed] == ["Lotte", "Wim"]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_why_it_is_different_stands_on_the_next_one(desk: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """Asked only when something is different, seen on the paper of the draft, frozen with it, taken back with it."""
    pad = desk.open(desk.find(CODE))
    pad.make_agreement()
    pad.save()
    async with sit(desk, size=size) as coach:
        screen = await at_agreements(coach)
        assert not screen.field("renewing").display
        pad = desk.open(desk.find(CODE))
        pad.change_trajectory(talks=5)
        pad.save()
    async with sit(desk, size=size) as coach:
        screen = await at_agreements(coach)
        await fill(coach, screen, "renewing", "vijf is genoeg")
        await coach.saved()
        await coach.until(lambda: "nummer 1. vijf is genoeg" in " ".join(paper(screen).split()))
        assert dossier_of(desk, CODE).trajectory.renewing == "vijf is genoeg"
        await coach.press("f6")
        await coach.saved()
        assert not screen.field("renewing").display
        dossier = dossier_of(desk, CODE)
        assert (dossier.agreements[1].reason, dossier.trajectory.renewing) == ("vijf is genoeg", "")
        await coach.press("ctrl+z")
        await coach.saved()
        assert screen.field("renewing").value == "vijf is genoeg"
