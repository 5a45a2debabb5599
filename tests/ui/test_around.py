"""What goes along with a trajectory: put aside, looked at, told, missed, and what is the coach's alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.around import ReferralStep, RightState
from sessionpad.domain.client import Remembering
from sessionpad.domain.coach_side import Checked, Scanned
from sessionpad.domain.dossier import Dossier
from sessionpad.ui.screens.form import FormScreen
from sessionpad.ui.screens.list_form import ListFormScreen
from sessionpad.ui.screens.mine import MineScreen
from sessionpad.ui.screens.missed import MissedScreen
from sessionpad.ui.screens.parking import ParkingScreen
from sessionpad.ui.screens.referral import ReferralScreen
from sessionpad.ui.screens.reflecting import ReflectingScreen
from sessionpad.ui.screens.rights import RightsScreen
from sessionpad.ui.screens.telling import TellingScreen
from sessionpad.ui.screens.working import WorkingScreen
from tests.ui.conftest import Clock, Coach, Sit, dossier_of
from tests.ui.rooms import fill, into, pick

CODE = "L. 1"
TODAY = date(2026, 11, 24)
NARROW = (80, 24)
LISTS = (ParkingScreen, RightsScreen, ReferralScreen, TellingScreen, MissedScreen, ReflectingScreen)


@pytest.fixture(autouse=True)
def client(desk: Desk) -> None:
    desk.new_client(CODE)


def kept(desk: Desk) -> Dossier:
    return dossier_of(desk, CODE)


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_an_empty_room_says_what_to_do(
    desk: Desk, sit: Sit, kind: Callable[..., ListFormScreen], language: str
) -> None:
    """Its sentence is whole at 80 by 24, every key is harmless, and Escape leaves."""
    async with sit(desk, size=NARROW, language=language) as coach:
        screen = await into(coach, CODE, kind)
        said = coach.app.texts.say(screen.nothing)
        assert " ".join(said.split()) in " ".join(coach.seen.replace("│", " ").split())
        await coach.press("delete", "f7", "f8", "alt+up", "enter", "tab", "ctrl+z")
        assert coach.app.screen is screen
        await coach.press("escape")
        assert coach.app.screen is not screen


async def test_something_is_put_aside_and_talked_about(desk: Desk, sit: Sit) -> None:
    """With a day of its own; what was talked about goes to the end of the list, and can be put back. Source: GW-42."""
    async with sit(desk) as coach:
        screen = await into(coach, CODE, ParkingScreen)
        for text, day in (("de auto", "+2w"), ("de zus", "")):
            await coach.press("ctrl+n")
            await coach.write(text)
            await fill(coach, screen, "back_on", day)
        await coach.saved()
        assert [(each.text, each.back_on) for each in kept(desk).parked] == [
            ("de auto", date(2026, 12, 8)),
            ("de zus", None),
        ]
        assert "dinsdag 8 december 2026" in coach.seen or "di 8 dec" in coach.seen
        await coach.press("f8")
        await coach.saved()
        assert [each.done_on for each in kept(desk).parked] == [None, TODAY]
        assert "besproken op di 24 nov" in coach.seen
        await coach.press("f8")
        await coach.saved()
        assert [each.done_on for each in kept(desk).parked] == [None, None]


async def test_a_right_is_looked_at(desk: Desk, sit: Sit) -> None:
    """What it is, where it stands, in which domain, and that it can be had soon. Source: GW-19, GW-38."""
    async with sit(desk) as coach:
        screen = await into(coach, CODE, RightsScreen)
        await coach.press("ctrl+n")
        await coach.write("sociaal tarief voor de energie")
        await pick(coach, screen, "quick", "1")
        await pick(coach, screen, "state", "2")
        await pick(coach, screen, "domain", "3")
        await coach.saved()
        (right,) = kept(desk).rights
        assert (right.quick, right.state, right.domain) == (True, RightState.UNDER_WAY, "income")
        assert "snelle winst · aangevraagd · inkomen" in coach.seen
        await pick(coach, screen, "state", "delete")
        await coach.saved()
        assert kept(desk).rights[0].state is RightState.TO_LOOK_AT


async def test_a_referral_goes_step_by_step_with_consent(desk: Desk, sit: Sit, clock: Clock) -> None:
    """Each step has its day, taking one back is fine, and what may be told there is agreed apart. Source: GW-104."""
    async with sit(desk) as coach:
        screen = await into(coach, CODE, ReferralScreen)
        await coach.press("ctrl+n")
        await coach.write("wijkgezondheidscentrum")
        await pick(coach, screen, "steps", "1")
        await coach.saved()
        clock.pass_(days=2)
        await pick(coach, screen, "steps", "2")
        await coach.saved()
        (referral,) = kept(desk).referrals
        assert [(each.step, each.on) for each in referral.steps] == [
            (ReferralStep.TALK, TODAY),
            (ReferralStep.SEARCH, date(2026, 11, 26)),
        ]
        await coach.press("f7")
        telling = coach.on(TellingScreen)
        assert telling.field("recipient").value == "wijkgezondheidscentrum"
        await fill(coach, telling, "what", "dat de energiebrief openligt")
        await coach.press("f7")
        await coach.saved()
        (sharing,) = kept(desk).sharings
        assert (sharing.recipient, sharing.what) == ("wijkgezondheidscentrum", "dat de energiebrief openligt")
        assert (sharing.agreed_on, sharing.id) == (date(2026, 11, 26), kept(desk).referrals[0].sharing)
        await coach.press("escape", "f7")
        assert len(kept(desk).sharings) == 1
        await coach.press("escape", "f8")
        await coach.saved()
        assert kept(desk).referrals[0].ended_on == date(2026, 11, 26)


async def test_nothing_is_told_without_consent(desk: Desk, sit: Sit) -> None:
    """Who may know is said with what stands today; taking it back is one key, and what was told stays. Source: GW-18."""
    async with sit(desk) as coach:
        screen = await into(coach, CODE, TellingScreen)
        await coach.press("ctrl+n")
        await coach.write("de school")
        assert "nog niet afgesproken" in coach.seen
        assert "Er is vandaag geen akkoord" in coach.seen
        await coach.press("f7")
        assert "afgesproken op di 24 nov" in coach.seen
        await fill(coach, screen, "entry", "dat er thuis een huiswerkhoek is")
        await coach.press("enter")
        await coach.write("de juf belde terug")
        await coach.saved()
        assert [each.what for each in kept(desk).sharings[0].told] == [
            "dat er thuis een huiswerkhoek is",
            "de juf belde terug",
        ]
        await coach.press("f8")
        await coach.saved()
        (sharing,) = kept(desk).sharings
        assert (sharing.withdrawn_on, sharing.holds(TODAY), len(sharing.told)) == (TODAY, False, 2)
        assert "ingetrokken op di 24 nov" in coach.seen


async def test_a_line_that_is_being_typed_is_kept(desk: Desk, sit: Sit) -> None:
    """Without Enter, as one line however often it is saved meanwhile; another record begins with an empty line."""
    async with sit(desk) as coach:
        screen = await into(coach, CODE, TellingScreen)
        for who in ("de school", "de huisbaas"):
            await coach.press("ctrl+n")
            await coach.write(who)
        await fill(coach, screen, "entry", "dat de")
        await coach.saved()
        await coach.write(" huur betaald is")
        await coach.saved()
        assert [[line.what for line in each.told] for each in kept(desk).sharings] == [[], ["dat de huur betaald is"]]
        screen.query_one("#records").focus()
        await coach.press("up")
        assert screen.field("entry").value == ""
        await fill(coach, screen, "entry", "over de schoolreis")
        await coach.press("escape")
        assert [[line.what for line in each.told] for each in kept(desk).sharings] == [
            ["over de schoolreis"],
            ["dat de huur betaald is"],
        ]


async def test_undo_takes_back_a_line_and_typing_goes_on(desk: Desk, sit: Sit, clock: Clock) -> None:
    """What was undone is gone from the field too, and the next words begin a new line."""
    async with sit(desk) as coach:
        screen = await into(coach, CODE, TellingScreen)
        await coach.press("ctrl+n")
        await coach.write("de school")
        await fill(coach, screen, "entry", "eerste")
        await coach.press("enter")
        clock.pass_(minutes=1)
        await coach.write("tweede")
        await coach.saved()
        await coach.press("ctrl+z")
        await coach.saved()
        assert [each.what for each in kept(desk).sharings[0].told] == ["eerste"]
        assert screen.field("entry").value == ""
        await fill(coach, screen, "entry", "derde")
        await coach.saved()
        assert [each.what for each in kept(desk).sharings[0].told] == ["eerste", "derde"]


async def test_a_missed_appointment_is_noted_in_neutral_words(desk: Desk, sit: Sit) -> None:
    """Its day, what came in between, and each try to get in touch. Source: GW-65."""
    async with sit(desk) as coach:
        screen = await into(coach, CODE, MissedScreen)
        await coach.press("ctrl+n")
        await coach.press(*["backspace"] * 6)
        await coach.saved()
        assert kept(desk).missed[0].on == date(2026, 1, 24), "what is left of it is a day too"
        await coach.press(*["backspace"] * 6)
        await coach.saved()
        assert kept(desk).missed[0].on == TODAY
        await coach.write("23/11")
        await fill(coach, screen, "what", "de bus reed niet")
        await fill(coach, screen, "entry", "gebeld, voicemail")
        await coach.press("enter")
        await coach.saved()
        (missed,) = kept(desk).missed
        assert (missed.on, missed.what) == (date(2026, 11, 23), "de bus reed niet")
        assert [(each.on, each.what) for each in missed.reached] == [(TODAY, "gebeld, voicemail")]
        assert "1 keer geprobeerd" in coach.seen


async def test_the_coach_looks_back_without_a_total(desk: Desk, sit: Sit) -> None:
    """Words and figures from 0 to 10; a figure that cannot be is said, and there is no sum. Source: IW-45."""
    async with sit(desk) as coach:
        screen = await into(coach, CODE, ReflectingScreen)
        await coach.press("ctrl+n")
        await coach.write("ik liet stiltes vallen")
        await fill(coach, screen, "element-listening", "8")
        await fill(coach, screen, "element-one-team", "11")
        await coach.saved()
        (reflection,) = kept(desk).reflections
        assert reflection.text == "ik liet stiltes vallen"
        assert reflection.scan == (Scanned(item="listening", score=8),)


@pytest.mark.parametrize("size", [NARROW, (120, 40)])
async def test_what_is_the_coachs_alone(desk: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """Ticks have their day, a worry can be written down, and the screen says that it is not beyond the client's right."""
    async with sit(desk, size=size) as coach:
        screen = await into(coach, CODE, MineScreen)
        assert "recht" in coach.seen
        await pick(coach, screen, "first", "2")
        await fill(coach, screen, "worry", "te veel ineens")
        await fill(coach, screen, "worry_told_on", "vandaag")
        await coach.saved()
        side = kept(desk).coach_side
        assert side.checked == (Checked(item="first-purpose", on=TODAY),)
        assert (side.worry, side.worry_told_on) == ("te veel ineens", TODAY)
        await coach.press("f12")
        assert "te veel ineens" not in coach.seen


async def test_how_we_work_together(desk: Desk, sit: Sit) -> None:
    """Several ways of remembering, the day secrecy was talked about, and fewer goals at a time. Source: GW-62, IW-30."""
    async with sit(desk) as coach:
        screen = await into(coach, CODE, WorkingScreen)
        await fill(coach, screen, "name", "Lotte")
        await pick(coach, screen, "remembers", "2")
        await coach.press("4")
        await fill(coach, screen, "secrecy_told_on", "24/11")
        await pick(coach, screen, "few_goals", "1")
        await coach.saved()
        person = kept(desk).client
        assert person.remembers == (Remembering.LARGE_PRINT, Remembering.MESSAGE)
        assert (person.name, person.secrecy_told_on, person.few_goals) == ("Lotte", TODAY, True)
        await coach.press("ctrl+z")
        await coach.saved()
        assert not kept(desk).client.few_goals


@pytest.mark.parametrize("kind", [*LISTS, MineScreen, WorkingScreen])
async def test_a_room_shows_what_is_kept(desk: Desk, sit: Sit, kind: Callable[..., FormScreen]) -> None:
    """What is filled in comes back when the room is opened again, field by field."""

    async def values(coach: Coach) -> dict[str, str]:
        screen = await into(coach, CODE, kind)
        if kind in LISTS:
            await coach.press("ctrl+n")
        return {key: value for key, value in screen.values().items() if key != "entry"}

    async with sit(desk) as coach:
        blank = await values(coach)
        screen = coach.app.screen
        assert isinstance(screen, FormScreen)
        typed = {key for key, value in blank.items() if not value and not key.startswith("element-")}
        for key in sorted(typed):
            is_text = hasattr(screen.field(key), "_lines")
            await (fill(coach, screen, key, "vandaag") if is_text else pick(coach, screen, key, "1"))
        await coach.saved()
        filled = {key: value for key, value in screen.values().items() if key != "entry"}
        assert all(filled[key] for key in typed)
    async with sit(desk) as coach:
        screen = await into(coach, CODE, kind)
        assert {key: value for key, value in screen.values().items() if key != "entry"} == filled
        assert {key: screen.field(key).value for key in filled} == filled
