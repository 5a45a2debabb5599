"""A list of records beside the fields of the chosen one: what every such screen promises."""

from __future__ import annotations

from datetime import date

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.errors import InvalidInput
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import texts_in
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.list_form import Records
from tests.ui.conftest import Coach, Sit, dossier_of
from tests.ui.parking import ParkingScreen

NARROW = (80, 24)


async def enter(coach: Coach) -> ParkingScreen:
    await coach.press("enter")
    below = coach.on(DossierScreen)
    screen = ParkingScreen(below.texts, below._desk, below._pad, below.saver)
    coach.app.push_screen(screen)
    await coach.until(lambda: coach.app.screen is screen and screen.is_mounted)
    return screen


async def filled(coach: Coach, *words: str) -> ParkingScreen:
    screen = await enter(coach)
    for each in words:
        await coach.press("ctrl+n")
        await coach.write(each)
    return screen


def texts(desk: Desk) -> list[str]:
    return [each.text for each in dossier_of(desk, "L. 1").parked]


@pytest.fixture(autouse=True)
def client(desk: Desk) -> None:
    desk.new_client("L. 1")


async def test_an_empty_list_says_what_to_do(desk: Desk, sit: Sit) -> None:
    """Nothing there is said, every key is harmless, and Escape goes back."""
    async with sit(desk, size=NARROW) as coach:
        await enter(coach)
        assert "Nothing yet." in coach.seen
        await coach.press("delete", "alt+up", "alt+down", "up", "down", "enter", "tab")
        assert "Nothing yet." in coach.seen
        await coach.press("escape")
        coach.on(DossierScreen)


@pytest.mark.parametrize("size", [NARROW, (120, 40)])
async def test_what_is_added_is_kept_in_order(desk: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """Ctrl+N puts the caret in the first field of a new record; list and fields are seen together."""
    async with sit(desk, size=size) as coach:
        await filled(coach, "brief van de school", "fiets")
        await coach.saved()
        assert texts(desk) == ["brief van de school", "fiets"]
        assert coach.seen.count("fiets") == 2
        assert coach.seen.count("brief van de school") == 1


async def test_every_word_stays_with_its_record(desk: Desk, sit: Sit) -> None:
    """Going to another record in mid-sentence leaves the words where they were typed."""
    async with sit(desk) as coach:
        screen = await filled(coach, "een", "twee")
        screen.query_one(Records).focus()
        await coach.press("up", "enter")
        await coach.press("end")
        await coach.write(" half")
        screen.query_one(Records).chosen = screen.query_one(Records).keys[1]
        await coach.saved()
        assert texts(desk) == ["een half", "twee"]
        assert screen.field("text").value == "twee"


async def test_a_record_moves_up_and_down(desk: Desk, sit: Sit) -> None:
    """Alt with an arrow moves the chosen one, keeps it chosen, and one undo puts it back."""
    async with sit(desk) as coach:
        screen = await filled(coach, "een", "twee", "drie")
        await coach.press("alt+up", "alt+up", "alt+up")
        await coach.saved()
        assert texts(desk) == ["drie", "een", "twee"]
        assert screen.field("text").value == "drie"
        await coach.press("alt+down", "ctrl+z", "ctrl+z")
        await coach.saved()
        assert texts(desk) == ["een", "drie", "twee"]


async def test_what_is_taken_out_comes_back(desk: Desk, sit: Sit) -> None:
    """Delete on the list takes one out and shows the next; Ctrl+Z brings it back and shows it, all fields filled."""
    async with sit(desk) as coach:
        screen = await filled(coach, "een", "twee", "drie")
        screen.query_one(Records).focus()
        await coach.press("up", "delete")
        await coach.saved()
        assert texts(desk) == ["een", "drie"]
        assert screen.field("text").value == "drie"
        await coach.press("ctrl+z")
        await coach.saved()
        assert texts(desk) == ["een", "twee", "drie"]
        assert screen.field("text").value == "twee"
        await coach.press("delete", "delete", "delete")
        assert "Nothing yet." in coach.seen
        await coach.press("ctrl+z")
        assert screen.field("text").value == "een"


async def test_delete_in_a_field_takes_a_letter(desk: Desk, sit: Sit) -> None:
    """Delete while typing never takes out the record."""
    async with sit(desk) as coach:
        await filled(coach, "een")
        await coach.press("home", "delete")
        await coach.saved()
        assert texts(desk) == ["en"]


async def test_a_day_that_cannot_be_read_stays_on_the_screen(desk: Desk, sit: Sit) -> None:
    """It is said under the field and the dossier keeps what it had; leaving asks once."""
    async with sit(desk) as coach:
        screen = await filled(coach, "een")
        screen.field("back").take_caret()
        await coach.write("+1w")
        await coach.saved()
        assert dossier_of(desk, "L. 1").parked[0].back_on == date(2026, 12, 1)
        assert "dinsdag 1 december 2026" in coach.seen
        await coach.write("xx")
        await coach.saved()
        assert dossier_of(desk, "L. 1").parked[0].back_on == date(2026, 12, 1)
        assert sentence(InvalidInput("date-unknown"), texts_in("nl")).split(",")[0] in " ".join(coach.seen.split())
        await coach.press("escape")
        coach.on(ParkingScreen)
        await coach.press("escape")
        coach.on(DossierScreen)
