"""The screen turned around: the client reads what is theirs to read, and nothing else of the dossier is drawn."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.concern import Standing
from sessionpad.i18n.dates import long_date, short_date
from sessionpad.i18n.texts import texts_in
from sessionpad.i18n.words import DECISIONS, DIFFICULTIES, EFFORT, HINDRANCES, OUTCOMES, PHASES, RESULT, SCALES
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.client_view import ClientViewScreen
from sessionpad.ui.screens.closing import ClosingScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.notes_editor import NotesEditor
from tests.planted import Planted
from tests.ui.conftest import Clock, Coach, Sit
from tests.ui.joined import dossier_with_everything

MAY_READ = {
    "trajectories.goal.text",
    "trajectories.goal.why",
    "today.text",
    "today.person",
    "before.text",
    "before.person",
    "tasks.text",
    "earlier.goal.text",
    "sessions.next_where",
}
"""The whole list of what is drawn; a field that is added to the dossier is private until it is named here."""

MAY_READ_DAYS = {"today.due", "before.due", "sessions.next_at"}
TALL = (120, 100)
"""So tall that the whole page is seen at once."""
WAYS = [
    pytest.param((), DossierScreen, id="dossier"),
    pytest.param(("enter",), SessionScreen, id="session"),
    pytest.param(("enter", "f3"), ClosingScreen, id="closing"),
    pytest.param(("f4",), AgreementScreen, id="agreement"),
]


async def turned(coach: Coach, planted: Planted, keys: tuple[str, ...]) -> str:
    """What is on the screen after going there and turning it around."""
    await coach.write(planted.texts["client.code"])
    await coach.press("enter", *keys, "f12")
    coach.on(ClientViewScreen)
    return coach.seen


@pytest.mark.parametrize(("keys", "screen"), WAYS)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_private_is_drawn(
    keys: tuple[str, ...], screen: type, language: Language, desk: Desk, clock: Clock, sit: Sit
) -> None:
    """Of everything in the dossier exactly what the client may read is on the screen, whichever screen was turned."""
    planted, other = Planted(), Planted(letter="w")
    desk.put(dossier_with_everything(planted, clock))
    desk.put(dossier_with_everything(other, clock, 2))
    async with sit(desk, language=language, size=TALL) as coach:
        seen = await turned(coach, planted, keys)
        assert isinstance(coach.app.screen_stack[-2], screen)
        assert {path for path, text in planted.texts.items() if text in seen} == MAY_READ
        assert [text for text in other.texts.values() if text in seen] == []
        assert {path for path, day in planted.days.items() if is_told(day, language, seen)} == MAY_READ_DAYS
        assert [path for path, number in planted.numbers.items() if str(number) in seen] == []


MAY_READ_PICTURE = {
    "concerns.text",
    "client.people.name",
    "client.people.relation",
    "client.people.helps_with",
    "exploration.tried.what",
    "exploration.tried.effect",
    "exploration.domains.domain",
    "exploration.domains.well",
    "exploration.domains.difficult",
    *(
        f"exploration.{name}"
        for name in (
            *("facts", "experience", "coping", "works_already", "exceptions", "hope"),
            *("strengths_self", "strengths_around", "hindrances_self", "hindrances_around"),
            *("can_self", "can_network", "help_needed"),
        )
    ),
}
"""The whole list of what is drawn in the picture of what was explored; the rest of the dossier is private there."""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_private_is_in_the_picture(language: Language, desk: Desk, clock: Clock, sit: Sit) -> None:
    """The second page shows what was explored together, and no word of a referrer, a helper or the coach."""
    planted, other = Planted(), Planted(letter="w")
    for number, each in enumerate((planted, other), 1):
        dossier = dossier_with_everything(each, clock, number)
        waiting = tuple(msgspec.structs.replace(concern, standing=Standing.WAITING) for concern in dossier.concerns)
        desk.put(msgspec.structs.replace(dossier, concerns=waiting))
    async with sit(desk, language=language, size=TALL) as coach:
        await turned(coach, planted, ())
        await coach.press("f5")
        seen = coach.seen
        assert {path for path, text in planted.texts.items() if text in seen} == MAY_READ_PICTURE
        assert [text for text in other.texts.values() if text in seen] == []
        assert [path for path, day in planted.days.items() if is_told(day, language, seen)] == []


def is_told(day: date, language: Language, seen: str) -> bool:
    forms = (long_date(day, language), short_date(day, language, date(2026, 1, 1)), day.isoformat(), f"{day:%d-%m-%Y}")
    return any(form in seen for form in forms)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_judgement_is_drawn(language: Language, desk: Desk, clock: Clock, sit: Sit) -> None:
    """No word for a score, an outcome, what held back, how hard a task looks or which phase it is."""
    planted, say = Planted(), texts_in(language).say
    desk.put(dossier_with_everything(planted, clock))
    async with sit(desk, language=language, size=TALL) as coach:
        seen = await turned(coach, planted, ("enter",))
    words = {
        say(word)
        for table in (EFFORT, RESULT, SCALES, OUTCOMES, HINDRANCES, DECISIONS, DIFFICULTIES, PHASES)
        for word in table.values()
    }
    lines = {line.strip(" ✓·").casefold() for line in seen.splitlines()}
    parts = {part.strip() for line in lines for part in line.split("·")}
    assert parts & {word.casefold() for word in words} == set()
    assert "■" not in seen


@pytest.mark.parametrize("back", ["f12", "escape"])
async def test_one_key_there_and_one_back_to_the_same_caret(back: str, demo: Desk, sit: Sit) -> None:
    """F12 turns the screen; F12 or Escape turns it back, the caret in the middle of the same word."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("eerste regel\nze vertelt dat\n! niet voor haar")
        await coach.press("up", "left", "left")
        editor = coach.on(SessionScreen).query_one(NotesEditor)
        caret, before = editor.cursor_location, coach.pressed
        await coach.press("f12")
        assert "MIJN DOEL" in coach.seen
        assert "niet voor haar" not in coach.seen
        await coach.press(back)
        assert coach.pressed - before == 2
        assert coach.on(SessionScreen).focused is editor
        assert editor.cursor_location == caret
        await coach.write("x")
        assert editor.document.get_line(1) == "ze vertelt dxat"


async def test_a_task_being_typed_waits_until_the_screen_is_turned_back(demo: Desk, sit: Sit) -> None:
    """The line for a task keeps what was typed in it, and the caret."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "ctrl+t")
        await coach.write("melding doen")
        await coach.press("f12")
        assert "melding doen" not in coach.seen
        await coach.press("f12")
        await coach.write(" @ik")
        await coach.press("enter", "f12")
        assert "melding doen" in coach.seen
        assert "mijn coach" in coach.seen


async def test_what_was_just_typed_is_there(demo: Desk, sit: Sit) -> None:
    """A goal typed in the agreement a moment ago is on the page at once."""
    async with sit(demo) as coach:
        await coach.press("enter", "f4")
        field = coach.on(AgreementScreen).query_one("#field-why", Field)
        field.take_caret()
        await coach.write("Rust. ")
        await coach.pilot.press("f12")
        await coach.until(lambda: isinstance(coach.app.screen, ClientViewScreen))
        assert "Rust." in coach.seen
        await coach.press("escape")
        assert coach.on(AgreementScreen).focused in field.walk_children()


async def test_an_empty_dossier_has_something_kind_to_say(desk: Desk, sit: Sit) -> None:
    """Without a goal the page says that it is still being looked for, and nothing is missing."""
    async with sit(desk, size=(80, 24)) as coach:
        await coach.write("N. 7\n\n")
        await coach.press("enter", "f12")
        assert "Dat zoeken we nog samen." in coach.seen
        assert "N. 7" not in coach.seen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_whole_page_can_be_read_with_the_arrows(size: tuple[int, int], demo: Desk, sit: Sit) -> None:
    """What does not fit is reached with the arrows and the page keys; the last line comes into view."""
    async with sit(demo, size=size) as coach:
        await coach.press("enter", "enter", "f12")
        assert "MIJN DOEL" in coach.seen
        await coach.press("down", "down", "down")
        await coach.press("end")
        assert "drie blauwe mappen kopen" in coach.seen


async def test_a_day_that_is_past_is_not_held_up(demo: Desk, clock: Clock, sit: Sit) -> None:
    """A task that is late stands there without its day."""
    clock.pass_(days=3)
    async with sit(demo) as coach:
        await coach.press("enter", "f12")
        lines = [line.strip() for line in coach.seen.splitlines()]
        assert "ik" in lines
        assert "dinsdag 24 november" not in coach.seen


async def test_the_palette_gives_nobody_away(demo: Desk, sit: Sit) -> None:
    """In the client view the list of everything offers nothing of this dossier and no other client."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "f12", "ctrl+p")
        await coach.until(lambda: "Typ wat je wilt doen" in coach.seen)
        for code in (row.code for row in demo.clients()):
            assert code not in coach.seen


async def test_no_screen_puts_a_client_in_the_title(demo: Desk, sit: Sit) -> None:
    """The title a terminal or a window may show is the name of the program, on every screen."""
    async with sit(demo) as coach:
        for keys in (("enter",), ("enter",), ("f12",), ("f12", "f3"), ("escape", "escape", "f4"), ("f1",)):
            await coach.press(*keys)
            assert (coach.app.title, coach.app.sub_title) == ("sessionpad", "")
            assert {(screen.title, screen.sub_title) for screen in coach.app.screen_stack} == {(None, None)}


@pytest.mark.parametrize(("language", "name"), [("nl", "WAARVOOR IK DIT DOE"), ("en", "WHAT I DO THIS FOR")])
async def test_no_heading_asks_why(demos: dict[Language, Desk], sit: Sit, language: Language, name: str) -> None:
    """What it is for stands above the client's own reasons; nothing on the page calls anyone to account."""
    async with sit(demos[language], language=language, size=(100, 60)) as coach:
        await coach.press("enter", "enter", "f12")
        coach.on(ClientViewScreen)
        assert name in coach.seen
        assert "WAAROM" not in coach.seen
        assert "WHY" not in coach.seen
