"""Every task in full: what can be filled in, what is shown when, and how a task is split, moved and taken out."""

from __future__ import annotations

from datetime import date

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.client import Person
from sessionpad.domain.task import Difficulty, Every, GuidedStep, Kind, Owner, Speaker, State
from sessionpad.ui.rooms import TASKS
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.screens.tasks import TasksScreen
from sessionpad.ui.widgets.notes_editor import NotesEditor
from tests.ui.conftest import Coach, Sit, dossier_of

NARROW, WIDE = (80, 24), (120, 40)


async def enter(coach: Coach) -> TasksScreen:
    await coach.press("enter")
    below = coach.on(DossierScreen)
    screen = TASKS.screen(below.texts, below._desk, below._pad, below.saver)
    coach.app.push_screen(screen)
    await coach.until(lambda: coach.app.screen is screen and screen.is_mounted)
    await coach.pilot.pause()
    return coach.on(TasksScreen)


async def fill(coach: Coach, key: str, value: str) -> None:
    coach.on(TasksScreen).field(key).take_caret()
    await coach.pilot.pause()
    if value.isdigit():
        await coach.press(*value)
    else:
        await coach.write(value)
    await coach.saved()


@pytest.fixture(autouse=True)
def client(desk: Desk) -> None:
    pad = desk.new_client("L. 1")
    pad.change_client(people=(Person(name="Karim"),))
    pad.save()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_an_empty_room_says_what_to_do_and_a_line_fills_it(desk: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """Ctrl+N, one line, Enter: the task is there with its fields, and the caret is in the first."""
    async with sit(desk, size=size) as coach:
        screen = await enter(coach)
        assert "Nog geen taken" in coach.seen
        await coach.press("ctrl+n")
        await coach.write("naar de bank @Karim !elke vr tot +4w #geleid\n")
        assert screen.field("text").value == "naar de bank"
        assert screen.field("text").has_focus_within
        await coach.saved()
    (task,) = dossier_of(desk, "L. 1").tasks
    assert (task.owner, task.person, task.kind, task.every) == (Owner.NETWORK, "Karim", Kind.GUIDED, Every.WEEK)
    assert (task.due, task.until) == (date(2026, 11, 27), date(2026, 12, 22))


async def test_everything_about_a_task_is_kept(desk: Desk, sit: Sit) -> None:
    """Every field comes to the task, and stands there again when the room is entered once more."""
    words = {
        "how": "met de tram",
        "means": "de map",
        "helps": "ik ken de weg",
        "conditions": "als mijn zus oppast",
        "pitfall": "de rij",
        "if_hard": "dan bel ik je",
        "belief": "ik kan dat niet",
        "where": "Kerkstraat",
        "bring": "de pas",
    }
    async with sit(desk) as coach:
        screen = await enter(coach)
        await coach.press("ctrl+n")
        await coach.write("naar de bank\n")
        for key, value in words.items():
            await fill(coach, key, value)
        for key, value in (("kind", "3"), ("difficulty", "2"), ("speaker", "2"), ("ready", "17"), ("marks", "12")):
            await fill(coach, key, value)
        await fill(coach, "due", "27/11")
        assert "vrijdag 27 november 2026" in coach.seen
        await coach.press("escape")
        coach.on(DossierScreen)
        stored = dossier_of(desk, "L. 1").tasks[0]
        screen = TASKS.screen(screen.texts, screen._desk, screen._pad, screen._saver)  # type: ignore[assignment]
        coach.app.push_screen(screen)
        await coach.until(lambda: screen.is_mounted)
        await coach.pilot.pause()
        assert {key: screen.field(key).value for key in words} == words
    assert {key: getattr(stored, key) for key in words} == words
    assert (stored.kind, stored.difficulty, stored.speaker) == (Kind.GUIDED, Difficulty.MEDIUM, Speaker.TOGETHER)
    assert stored.ready == (GuidedStep.PLACE_AND_TIME, GuidedStep.REMINDER)
    assert (stored.prepared, stored.proposed, stored.due) == (True, True, date(2026, 11, 27))


async def test_only_what_belongs_to_the_task_is_asked(desk: Desk, sit: Sit) -> None:
    """Who it is for someone around the client, going along for a guided task, an end for what comes back."""
    async with sit(desk) as coach:
        screen = await enter(coach)
        await coach.press("ctrl+n")
        await coach.write("naar de bank\n")
        shown = {key: screen.field(key).display for key in ("person", "speaker", "ready", "until")}
        assert not any(shown.values())
        for key, value in (("owner", "4"), ("kind", "3"), ("every", "1")):
            await fill(coach, key, value)
        shown = {key: screen.field(key).display for key in ("person", "speaker", "ready", "until")}
        assert all(shown.values())
        assert "Karim" in coach.seen
        assert screen.field("speaker").value == Speaker.CLIENT


async def test_hints_stand_where_they_belong(desk: Desk, sit: Sit) -> None:
    """How, an end for what comes back, and room before the day of the goal; too many above the client's list."""
    pad = desk.open(desk.find("L. 1"))
    pad.change_goal(text="rust", deadline=date(2026, 12, 18))
    for number in range(6):
        pad.capture(f"taak {number}", None)
    pad.save()
    async with sit(desk) as coach:
        screen = await enter(coach)
        assert "6 open taken" in " ".join(coach.seen.split())
        assert hint(screen, "how") == "Hoe pak je het aan? Eén regel is genoeg."
        await fill(coach, "how", "x")
        assert hint(screen, "how") == ""
        await fill(coach, "due", "18/12")
        assert "laat wat ruimte voor een tegenvaller" in hint(screen, "due")
        await fill(coach, "every", "1")
        assert "tot wanneer?" in hint(screen, "until")


def hint(screen: TasksScreen, key: str) -> str:
    return str(screen.field(key).query_one("Hint").render())


async def test_a_task_never_loses_its_words(desk: Desk, sit: Sit) -> None:
    """Emptying what it is leaves what stood there, and says so; a day that cannot be read stays as typed."""
    async with sit(desk) as coach:
        screen = await enter(coach)
        await coach.press("ctrl+n")
        await coach.write("post\n")
        await coach.press("end", "ctrl+u")
        await coach.saved()
        assert "Er staat nog niets op deze regel." in coach.seen
        assert dossier_of(desk, "L. 1").tasks[0].text == "post"
        await fill(coach, "due", "ooit")
        assert "geen datum" in hint(screen, "due")
        await coach.press("escape")
        coach.on(TasksScreen)
        await coach.press("escape")
        coach.on(DossierScreen)
    assert dossier_of(desk, "L. 1").tasks[0].due is None


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_task_is_split_line_by_line(desk: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """F6 and a line for each part; they stand under the whole, and Escape is enough. Source: TGH-11."""
    async with sit(desk, size=size) as coach:
        await enter(coach)
        await coach.press("ctrl+n")
        await coach.write("alle post op orde @ik\n")
        await coach.press("f6")
        await coach.write("brieven openen\nop datum leggen !vr\n")
        await coach.press("escape")
        await coach.saved()
        assert "  ☐ brieven openen" in coach.seen
    whole, *parts = dossier_of(desk, "L. 1").tasks
    assert [(part.text, part.part_of, part.owner) for part in parts] == [
        ("brieven openen", whole.id, Owner.COACH),
        ("op datum leggen", whole.id, Owner.COACH),
    ]


async def test_the_order_is_the_clients(desk: Desk, sit: Sit) -> None:
    """A task moves among its equals, past those of others, and the order is kept."""
    pad = desk.open(desk.find("L. 1"))
    for line in ("een", "van mij @ik", "twee", "drie"):
        pad.capture(line, None)
    pad.save()
    async with sit(desk) as coach:
        screen = await enter(coach)
        await coach.press("down", "alt+up")
        await coach.saved()
        assert [task.text for task in dossier_of(desk, "L. 1").tasks] == ["twee", "van mij", "een", "drie"]
        assert screen.field("text").value == "twee"
        await coach.press("alt+up")
        await coach.saved()
    assert [task.text for task in dossier_of(desk, "L. 1").tasks] == ["twee", "van mij", "een", "drie"]


async def test_taken_out_or_let_go(desk: Desk, sit: Sit) -> None:
    """What was never talked about goes, and comes back with undo; what was, is let go and says so."""
    pad = desk.open(desk.find("L. 1"))
    pad.capture("besproken", None)
    pad.start_session()
    pad.capture("vergissing", None)
    pad.save()
    async with sit(desk) as coach:
        await enter(coach)
        await coach.press("down", "delete")
        assert "vergissing" not in coach.seen
        await coach.press("ctrl+z")
        assert "vergissing" in coach.seen
        await coach.press("home", "delete")
        assert "Er is over gesproken" in " ".join(coach.seen.split())
        assert "losgelaten" in coach.seen
        await coach.saved()
    assert [task.state for task in dossier_of(desk, "L. 1").tasks] == [State.STOPPED, State.OPEN]


async def test_from_a_talk_with_one_key_and_back(demo: Desk, sit: Sit) -> None:
    """T in the tasks of a talk opens the chosen one; Escape is back in the talk, where the caret of the notes was."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("abc")
        await coach.press("left")
        caret = coach.on(SessionScreen).query_one(NotesEditor).cursor_location
        await coach.press("f2", "down")
        chosen = coach.on(SessionScreen).query_one("TaskPane Rows").chosen  # type: ignore[attr-defined]
        await coach.press("t")
        assert coach.on(TasksScreen).shown == chosen
        await coach.press("escape", "f2")
        assert coach.on(SessionScreen).query_one(NotesEditor).cursor_location == caret


async def test_how_it_went_is_told_without_the_coachs_scores(demo: Desk, sit: Sit) -> None:
    """What was said about the task in earlier talks stands under it, in words."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "f2", "4", "3", "up", "c", "0", "0", "up", "t")
        await coach.pilot.pause()
        told = str(coach.on(TasksScreen).query_one("#so-far").render())
    assert "inzet heel veel · resultaat grotendeels" in told
    assert "nog niet begonnen" not in told


async def test_the_room_is_in_the_palette(demo: Desk, sit: Sit) -> None:
    """Every screen of a dossier leads to it by name."""
    async with sit(demo) as coach:
        await coach.press("enter", "f4")
        names = [name for name, _, _ in coach.on(AgreementScreen).more_commands()]
    assert "taken" in names
