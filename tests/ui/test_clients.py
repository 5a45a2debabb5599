"""The client list: type, Enter, and one is there; also with ten thousand of them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.content import Content

from sessionpad.desk.desk import Desk
from sessionpad.domain.ids import DossierId
from sessionpad.domain.overview import Overview
from sessionpad.domain.trajectory import Phase
from sessionpad.errors import Damaged, InvalidInput
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import texts_in
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.new_client import NewClientScreen
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.plain import PlainInput
from sessionpad.ui.widgets.rows import Rows
from tests.ui.conftest import Clock, Coach, Sit, dossier_of

NARROW = (80, 24)


def listed(coach: Coach) -> list[str]:
    """The codes in the list, from top to bottom."""
    screen, rows = coach.on(ClientsScreen), coach.on(ClientsScreen).query_one("#clients", Rows)
    codes = {each.id: each.code for each in screen._desk.clients()}
    return [codes[DossierId(key)] for key in rows.keys]


def chosen(coach: Coach) -> str:
    rows = coach.on(ClientsScreen).query_one("#clients", Rows)
    return next((each.code for each in coach.on(ClientsScreen)._desk.clients() if each.id == rows.chosen), "")


async def filter_on(coach: Coach, words: str) -> None:
    coach.on(ClientsScreen).query_one("#filter", PlainInput).value = words
    await coach.pilot.pause()


@pytest.fixture
def several(desk: Desk) -> Desk:
    """Clients with names and goals that are easily mixed up."""
    for code, name, goal in (
        ("Z. 9", "Ömer Çelik", "Elke week één brief openen."),
        ("b. 2", "Renée de Wît", "Overzicht over mijn post."),
        ("B. 1", "", "Bellen met de brievenbus."),
        ("A. 1", "Zoë", ""),
    ):
        pad = desk.new_client(code, name)
        pad.change_goal(text=goal)
        pad.save()
    return desk


async def test_typing_finds_by_code_name_and_goal(several: Desk, sit: Sit) -> None:
    """Every word counts, in any order, without capitals and accents; what was meant most stands on top."""
    async with sit(several, size=NARROW) as coach:
        assert listed(coach) == ["A. 1", "B. 1", "b. 2", "Z. 9"]
        for words, codes in (
            ("OMER", ["Z. 9"]),
            ("ö", ["Z. 9", "A. 1", "b. 2"]),
            ("een brief", ["Z. 9"]),
            ("brie", ["B. 1", "Z. 9"]),
            ("post wit", ["b. 2"]),
            ("b.", ["B. 1", "b. 2"]),
            ("1", ["A. 1", "B. 1"]),
            ("", ["A. 1", "B. 1", "b. 2", "Z. 9"]),
        ):
            await filter_on(coach, words)
            assert listed(coach) == codes, words
        await coach.write("z")
        assert listed(coach) == ["Z. 9", "A. 1", "b. 2"]
        assert chosen(coach) == "Z. 9"
        await coach.press("enter")
        assert coach.on(DossierScreen)._pad.dossier.client.code == "Z. 9"


async def test_what_fits_nobody_becomes_a_new_client(several: Desk, sit: Sit) -> None:
    """With nobody found the list says that Enter makes a new client, and the code is filled in already."""
    async with sit(several, size=NARROW) as coach:
        await coach.write("Q. 3")
        assert "Druk op Enter om een nieuwe cliënt met" in coach.seen
        await coach.press("enter")
        code, name = coach.on(NewClientScreen).query(Field)
        assert (code.value, name.value) == ("Q. 3", "")
        await coach.write("\nQuinten\n")
        coach.on(DossierScreen)
        await coach.press("escape")
        assert listed(coach) == ["A. 1", "B. 1", "b. 2", "Q. 3", "Z. 9"]
        assert chosen(coach) == "Q. 3"
        assert "Quinten" not in coach.seen
    assert dossier_of(several, "Q. 3").client.name == "Quinten"


async def test_a_code_that_is_taken_or_empty(several: Desk, sit: Sit) -> None:
    """Each gets its sentence with the caret in the code, what was typed stays, and Escape makes nothing."""
    async with sit(several, size=NARROW) as coach:
        await coach.press("ctrl+n")
        await coach.write("a. 1\nIemand anders\n")
        assert sentence(InvalidInput("code-taken"), texts_in("nl")) in coach.seen
        code, name = coach.on(NewClientScreen).query(Field)
        assert (code.value, name.value) == ("a. 1", "Iemand anders")
        assert code.has_focus_within
        await coach.press("ctrl+u", "f3")
        assert "een korte code" in coach.seen
        assert name.value == "Iemand anders"
        await coach.press("escape")
        assert listed(coach) == ["A. 1", "B. 1", "b. 2", "Z. 9"]


async def test_today_stands_out(demo: Desk, sit: Sit) -> None:
    """An appointment of today is called today, at every width, and no column runs into the next."""
    async with sit(demo) as coach:
        assert "vandaag 14:00" in coach.seen
        assert "VOLGENDE" in coach.seen
        await coach.pilot.resize_terminal(80, 24)
        await coach.pilot.pause()
        (head,) = (line for line in coach.seen.splitlines() if "CLIËNT" in line)
        assert head.split() == ["CLIËNT", "VOLGENDE", "NOG", "OPEN", "DOEL"]
        (row,) = (line for line in coach.seen.splitlines() if "vandaag 14:00" in line)
        assert row.index("Tegen") == head.index("DOEL")
        assert "ma 30 nov 10:30 " in coach.seen


def many(count: int) -> tuple[Overview, ...]:
    day = date(2026, 12, 1)
    return tuple(
        Overview(
            id=DossierId(f"00000000-0000-4000-8000-{number:012}"),
            code=f"K. {number:05}",
            name="",
            goal=f"Doel nummer {number}.",
            deadline=day + timedelta(days=number % 90),
            next_at=None,
            open_tasks=number % 7,
            talks=1,
            last_at=None,
            is_open=False,
            is_closed=False,
            phases=(Phase.EXECUTION,),
        )
        for number in range(count)
    )


async def test_ten_thousand_clients_are_drawn_as_they_are_seen(
    desk: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the rows on the screen are made; the keys go one, ten and all the way, and the caret stays in view."""
    rows = many(10_000)
    monkeypatch.setattr(Desk, "clients", lambda _: rows)
    made: list[str] = []
    row_of = ClientsScreen._row

    def counted(self: ClientsScreen, each: Overview, now: object) -> Content:
        made.append(each.code)
        return row_of(self, each, now)  # type: ignore[arg-type]  # the moment is handed on as it is

    monkeypatch.setattr(ClientsScreen, "_row", counted)
    async with sit(desk, size=NARROW) as coach:
        assert "10000 cliënten" in coach.seen
        assert len(set(made)) <= 24
        made.clear()
        await coach.press("down", "pagedown", "pagedown", "up", "pageup")
        assert chosen(coach) == "K. 00010"
        assert "K. 00010" in coach.seen
        await coach.press(*["pagedown"] * 3)
        assert "K. 00040" in coach.seen
        assert "K. 00000" not in coach.seen
        made.clear()
        await coach.write("09999")
        assert listed(coach) == ["K. 09999"]
        assert len(set(made)) < 200
        await coach.press("ctrl+u", "pageup")
        assert chosen(coach) == "K. 09989"
        assert "K. 09989" in coach.seen


async def test_the_mouse_opens_a_dossier(several: Desk, sit: Sit) -> None:
    """The first click takes the caret there, the next one opens; a click beside the rows does nothing."""
    async with sit(several, size=NARROW) as coach:
        await coach.pilot.click("#clients", offset=(5, 2))
        assert chosen(coach) == "b. 2"
        assert coach.on(ClientsScreen).query_one("#filter").has_focus
        await coach.pilot.click("#clients", offset=(5, 9))
        assert chosen(coach) == "b. 2"
        await coach.pilot.click("#clients", offset=(5, 2))
        assert coach.on(DossierScreen)._pad.dossier.client.code == "b. 2"


async def test_what_changed_is_seen_when_one_comes_back(several: Desk, sit: Sit) -> None:
    """Back at the list, the new goal, the open tasks and the talk under way stand there."""
    async with sit(several) as coach:
        await filter_on(coach, "zoe")
        await coach.press("enter", "enter")
        await coach.write("> bellen @ik\n> mailen @ik\n")
        await coach.press("escape", "f4")
        coach.on(AgreementScreen)
        await coach.press("tab", "tab")
        await coach.write("Weer slapen.")
        await coach.press("escape", "escape")
        coach.on(ClientsScreen)
        assert coach.on(ClientsScreen).query_one("#filter", PlainInput).value == "zoe"
        assert "Weer slapen." in coach.seen
        assert "2 taken" in coach.seen
        assert "gesprek bezig" in coach.seen


async def test_a_dossier_that_cannot_be_read_is_named(several: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list says that something is missing from it; opening what a newer program wrote gives a sentence, no way back."""
    damage = Damaged("newer-format", file="x.age")
    lost = {DossierId("00000000-0000-4000-8000-000000000999"): damage}
    monkeypatch.setattr(Desk, "distrusted", lambda _: lost)

    def damaged(*_: object) -> None:
        raise damage

    async with sit(several, size=NARROW) as coach:
        assert "1 dossier kan niet gelezen worden." in coach.seen
        assert "sessionpad check" in coach.seen
        monkeypatch.setattr(Desk, "open", damaged)
        await coach.press("enter")
        coach.on(ClientsScreen)
        assert sentence(damage, texts_in("nl")) in " ".join(coach.seen.split())


async def test_who_comes_today_stands_first_in_order_of_time(several: Desk, sit: Sit, clock: Clock) -> None:
    """In the list and in the line above it; a name that is typed counts more, and tomorrow nobody is left of today."""
    for code, hours in (("Z. 9", 2), ("b. 2", 1)):
        pad = several.open(several.find(code))
        session = pad.start_session()
        pad.change_session(session.id, "next", next_at=several.now + timedelta(hours=hours))
        pad.end_session(session.id)
        pad.save()
    async with sit(several, size=NARROW) as coach:
        assert listed(coach) == ["b. 2", "Z. 9", "A. 1", "B. 1"]
        first, second = (f"{several.now + timedelta(hours=hours):%H:%M}" for hours in (1, 2))
        assert f"vandaag: {first} b. 2 · {second} Z. 9" in coach.seen
        await filter_on(coach, "b. 1")
        assert listed(coach) == ["B. 1"]
        await filter_on(coach, "")
        clock.pass_(hours=24)
        coach.on(ClientsScreen).refresh_pad()
        await coach.pilot.pause()
        assert listed(coach) == ["A. 1", "B. 1", "b. 2", "Z. 9"]
        assert "vandaag" not in coach.seen


async def test_the_calendar_file_of_everyone(demo: Desk, sit: Sit, home: Path) -> None:
    """From the palette: made away from the screen, for this user alone; with nobody ahead none is made."""
    async with sit(demo) as coach:
        screen = coach.on(ClientsScreen)
        assert "Agendabestand van iedereen" in [name for name, _, _ in screen.more_commands()]
        screen.make_calendar()
        await coach.until(lambda: "In het agendabestand" in coach.seen)
    (file,) = (home / "Documents").glob("agenda-*.ics")
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_text("utf-8").count("BEGIN:VEVENT") > 3


async def test_no_calendar_file_is_made_of_nothing(several: Desk, sit: Sit, home: Path) -> None:
    """It is said, and nothing is written."""
    async with sit(several) as coach:
        coach.on(ClientsScreen).make_calendar()
        await coach.until(lambda: "geen agendabestand" in coach.seen)
    assert not list((home / "Documents").glob("*.ics"))
