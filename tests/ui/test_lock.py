"""Locking: what is typed is saved, the screen is empty, and the passphrase leads back to the very place."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Awaitable, Callable

import pytest
from textual import events
from textual.message import Message
from textual.widgets import Input

from sessionpad.desk.desk import Desk
from sessionpad.desk.door import DemoDoor
from sessionpad.domain.notes import text_of
from sessionpad.i18n.texts import texts_in
from sessionpad.ui import screens
from sessionpad.ui.places import Place, place_of
from sessionpad.ui.rooms import ROOMS
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.screens.blank import BlankScreen
from sessionpad.ui.screens.card_search import CardSearchScreen
from sessionpad.ui.screens.client_view import ClientViewScreen
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.closing import ClosingScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.first_run import FirstRunScreen, RecoveryScreen
from sessionpad.ui.screens.help import HelpScreen
from sessionpad.ui.screens.lock import LockScreen
from sessionpad.ui.screens.new_client import NewClientScreen
from sessionpad.ui.screens.over_dossier import OverDossier
from sessionpad.ui.screens.past import PastScreen
from sessionpad.ui.screens.referral import ReferralScreen
from sessionpad.ui.screens.search import SearchScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.screens.story import StoryScreen
from sessionpad.ui.screens.unlock import UnlockScreen
from sessionpad.ui.watching import Stage
from sessionpad.ui.widgets.notes_editor import NotesEditor
from tests.ui.conftest import Coach, Sit, dossier_of

NOTES = "\n".join(f"regel {number} van een lang gesprek" for number in range(60))


def opened(app_desk: Desk | None) -> Desk:
    assert app_desk is not None
    return app_desk


def notes_of(coach: Coach) -> str:
    """The notes of the last talk with A., as they stand on disk."""
    return text_of(dossier_of(opened(coach.app.desk), "A.").sessions[-1].notes)


async def test_back_at_the_same_caret(demo_door: DemoDoor, sit: Sit) -> None:
    """In the middle of long notes: the same caret, the same lines in view, and one types on where one was."""
    async with sit(demo_door.enter(), door=demo_door, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        coach.app.post_message(events.Paste(NOTES))
        await coach.press(*["up"] * 30, "home", "right", "right", "right", "shift+right", "shift+right")
        editor = coach.on(SessionScreen).query_one(NotesEditor)
        before = editor.selection, editor.scroll_offset, coach.seen.splitlines()[2:]
        await coach.lock()
        assert "regel" not in coach.seen
        assert "A." not in coach.seen
        assert isinstance(coach.app.screen, LockScreen)
        assert coach.app.desk is None
        await coach.unlock()
        again = coach.on(SessionScreen).query_one(NotesEditor)
        assert again is not editor
        assert (again.selection, again.scroll_offset, coach.seen.splitlines()[2:]) == before
        await coach.write("XY")
        await coach.saved()
        assert f"regXY {before[0].end[0]} van" in notes_of(coach)


async def test_a_wrong_passphrase_leads_nowhere(demo_door: DemoDoor, sit: Sit) -> None:
    """It is said, the field is empty again, and nothing was opened; the right one still leads back."""
    async with sit(demo_door.enter(), door=demo_door, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        await coach.lock()
        await coach.write("demos\n")
        await coach.until(lambda: "Dat is niet de wachtzin" in coach.seen)
        assert coach.on(LockScreen).query_one(Input).value == ""
        assert coach.app.desk is None
        assert coach.app.stage is Stage.SHUT
        await coach.unlock()
        coach.on(SessionScreen)


async def test_keys_in_a_burst_go_where_they_belong(demo_door: DemoDoor, sit: Sit) -> None:
    """What was typed before Ctrl+L is saved, what was typed after it is the passphrase, however fast they come."""
    async with sit(demo_door.enter(), door=demo_door, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        keys = [*"snel", "ctrl+l", *"demo", "enter"]
        for key in keys:
            coach.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await coach.until(lambda: coach.app.stage is not Stage.OPEN)
        await coach.until(lambda: coach.app.stage is Stage.OPEN)
        assert notes_of(coach) == "snel"
        assert coach.on(SessionScreen).query_one(NotesEditor).text == "snel"


async def to_the_list(coach: Coach) -> None:
    await coach.write("b")


async def to_a_new_client(coach: Coach) -> None:
    await coach.write("Z.9")
    await coach.press("enter", "tab")
    await coach.write("Zoë")
    await coach.press("left")


async def to_a_dossier(coach: Coach) -> None:
    await coach.press("enter", "down", "f7")


async def to_a_task_half_typed(coach: Coach) -> None:
    await coach.press("enter", "enter")
    await coach.write("een zin")
    await coach.press("left", "ctrl+t")
    await coach.write("half getypte taak @sam")
    await coach.press("left", "left")
    coach.on(SessionScreen).lay_cards()


async def to_a_question_half_typed(coach: Coach) -> None:
    await coach.press("enter", "enter", "f9")
    await coach.write("Waarom kwam je n")


async def to_the_tasks(coach: Coach) -> None:
    await coach.press("down", "enter", "enter", "f2", "down")


async def to_another_card(coach: Coach) -> None:
    await coach.press("enter", "enter", "f6", "f7", "f7", "f6", "f6")


async def to_a_turned_question(coach: Coach) -> None:
    await coach.press("enter", "enter")
    await coach.write("Waarom heb je niet gebeld?")
    await coach.press("f9", "f6")


async def to_the_cards(coach: Coach) -> None:
    await coach.press("enter", "enter", "ctrl+o")
    await coach.write("schaal")
    await coach.press("down", "down")


async def to_the_agreement(coach: Coach) -> None:
    await coach.press("enter", "f4", *["tab"] * 5)
    await coach.write("ooit eens")


async def to_the_end(coach: Coach) -> None:
    await coach.press("enter", "enter", "f3", "tab")
    await coach.write("ooit")
    await coach.press("shift+tab")
    await coach.write("Een samenvatting\nin twee regels")
    await coach.press("up")


async def to_help(coach: Coach) -> None:
    await coach.press("enter", "enter", "f1", "pagedown")


async def to_look_together(coach: Coach) -> None:
    await coach.press("enter", "enter", "f12")


async def to_another_service(coach: Coach) -> None:
    """A list in a room that was entered from another one: the second of two records, with a day that cannot be read."""
    await coach.press("enter", "f4")
    coach.on(AgreementScreen).enter(next(room for room in ROOMS if room.name == "to another service"))
    await coach.until(lambda: isinstance(coach.app.screen, ReferralScreen))
    await coach.press("ctrl+n")
    await coach.write("OCMW")
    await coach.press("ctrl+n")
    await coach.write("wijkcentrum")
    coach.on(ReferralScreen).field("back_on").take_caret()
    await coach.pilot.pause()
    await coach.write("ooit")
    coach.on(ReferralScreen).field("steps").take_caret()
    await coach.pilot.pause()
    await coach.press("right", "right")


async def until_found(coach: Coach, words: str) -> None:
    await coach.write(words)
    screen = coach.on(SearchScreen)
    await coach.until(lambda: bool(screen._words) and not screen._is_looking)
    await coach.pilot.pause()


async def to_a_search(coach: Coach) -> None:
    await coach.press("enter", "ctrl+f", "ctrl+f")
    await until_found(coach, "brief kast")
    await coach.press("left")


async def to_a_found_line(coach: Coach) -> None:
    await coach.press("ctrl+f")
    await until_found(coach, "brief kast")
    await coach.press("enter")


JOURNEYS: dict[Callable[[Coach], Awaitable[None]], type[PadScreen]] = {
    to_the_list: ClientsScreen,
    to_a_new_client: NewClientScreen,
    to_a_dossier: DossierScreen,
    to_a_task_half_typed: SessionScreen,
    to_a_question_half_typed: SessionScreen,
    to_the_tasks: SessionScreen,
    to_another_card: SessionScreen,
    to_a_turned_question: SessionScreen,
    to_the_cards: CardSearchScreen,
    to_the_agreement: AgreementScreen,
    to_the_end: ClosingScreen,
    to_help: HelpScreen,
    to_look_together: ClientViewScreen,
    to_another_service: ReferralScreen,
    to_a_search: SearchScreen,
    to_a_found_line: StoryScreen,
}


BOTH = {to_a_dossier, to_the_tasks, to_a_question_half_typed}
"""Where the panes lie otherwise in a small window."""
LAID_ANEW = {to_a_question_half_typed, to_the_tasks}
"""Where the panes beside the caret may wrap otherwise, because they are laid out for what is in them now."""


def standing(coach: Coach) -> list[tuple[Place, dict[str, str]]]:
    """Where one is on every screen, and what is half typed there."""
    screens = [screen for screen in coach.app.screen_stack if isinstance(screen, PadScreen)]
    return [(place_of(screen), screen.half_typed()) for screen in screens]


@pytest.mark.parametrize("is_small", [True, False], ids=["small", "large"])
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__)
async def test_back_on_every_screen(  # one size of each, unless there is time
    demo_door: DemoDoor, sit: Sit, journey: Callable[[Coach], Awaitable[None]], is_small: bool, deep: bool
) -> None:
    """The same screens, fields, carets, rows, drawers and cards, and not a word that was half typed is lost."""
    if not deep and journey not in BOTH and is_small != bool(list(JOURNEYS).index(journey) % 2):
        # Every journey runs in one size, and half of them in the small one: both sizes of all take two minutes more.
        pytest.skip("in the other size, unless --deep")
    size = (80, 24) if is_small else (120, 40)
    async with sit(demo_door.enter(), door=demo_door, size=size) as coach:
        await journey(coach)
        if hasattr(coach.app.screen, "before_leaving"):
            await coach.saved()
        before, seen = standing(coach), coach.seen.splitlines()[1:-2]
        assert before[-1][0].way == coach.on(JOURNEYS[journey]).way
        await coach.lock()
        assert coach.app.screen_stack == [coach.app.screen]
        await coach.unlock()
        coach.on(JOURNEYS[journey])
        same = journey in LAID_ANEW
        await coach.until(lambda: standing(coach) == before and (same or coach.seen.splitlines()[1:-2] == seen))


async def test_a_score_half_given_is_asked_further(demo_door: DemoDoor, sit: Sit) -> None:
    """Effort given, result not yet: after the lock the next figure is the result of the same task."""
    async with sit(demo_door.enter(), door=demo_door, size=(80, 24)) as coach:
        await coach.press("enter", "enter", "f2", "down", "3")
        await coach.lock()
        await coach.unlock()
        await coach.press("2")
        await coach.saved()
        review = dossier_of(opened(coach.app.desk), "A.").sessions[-1].reviews[0]
        assert (review.effort, review.result) == (3, 2)


async def test_what_was_copied_can_be_pasted_again(demo_door: DemoDoor, sit: Sit) -> None:
    """Cut just before the lock and not pasted yet: gone from the clipboard while locked, and not lost."""
    async with sit(demo_door.enter(), door=demo_door, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        await coach.write("alleen dit")
        await coach.press("shift+home", "ctrl+x")
        await coach.lock()
        assert coach.app.clipboard == ""
        await coach.unlock()
        await coach.press("ctrl+v")
        assert coach.on(SessionScreen).query_one(NotesEditor).text == "alleen dit"


async def test_the_palette_does_not_come_back(demo_door: DemoDoor, sit: Sit) -> None:
    """Locked with the palette open: one is back on the screen under it."""
    async with sit(demo_door.enter(), door=demo_door, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        await coach.write("een zin")
        await coach.press("ctrl+p")
        assert not isinstance(coach.app.screen, PadScreen)
        await coach.lock()
        await coach.unlock()
        editor = coach.on(SessionScreen).query_one(NotesEditor)
        assert (editor.text, editor.has_focus, editor.cursor_location) == ("een zin", True, (0, 7))


async def test_the_palette_locks_and_blanks_too(demo_door: DemoDoor, sit: Sit) -> None:
    """Both stand in the list of everything that can be done, with their keys."""
    async with sit(demo_door.enter(), door=demo_door, size=(120, 40)) as coach:
        await coach.press("enter", "enter", "ctrl+p")
        await coach.write("leeg scherm")
        await coach.until(lambda: "Verberg alles" in coach.seen)
        await coach.press("enter")
        await coach.until(lambda: isinstance(coach.app.screen, BlankScreen))
        await coach.press("escape", "ctrl+p")
        await coach.write("op slot")
        await coach.until(lambda: "vraag de wachtzin" in coach.seen)
        await coach.press("enter")
        await coach.until(lambda: coach.app.stage is Stage.SHUT)


async def test_undo_begins_anew(demo_door: DemoDoor, sit: Sit) -> None:
    """What was done before the lock cannot be taken back after it: nothing of it is kept. It is said, and in help."""
    async with sit(demo_door.enter(), door=demo_door, size=(120, 40)) as coach:
        await coach.press("enter", "enter")
        await coach.write("blijft")
        await coach.lock()
        await coach.unlock()
        await coach.press("ctrl+z")
        assert coach.on(SessionScreen).query_one(NotesEditor).text == "blijft"
        await coach.press("f1")
        assert "ongedaan" in coach.seen


class Nobody:
    """Listens to what a saver tells."""

    def post_message(self, _: Message) -> bool:
        return True


NEVER: set[type[PadScreen]] = {ClientsScreen, FirstRunScreen, RecoveryScreen, UnlockScreen, LockScreen, PastScreen}
"""The first screen of the pad, those from before it was opened, and the versions of a damaged dossier."""


def every_kind() -> set[type[PadScreen]]:
    """Every screen of the pad that is not only there to be built upon."""
    for module in pkgutil.iter_modules(screens.__path__):
        importlib.import_module(f"{screens.__name__}.{module.name}")
    kinds: set[type[PadScreen]] = set()
    ahead: list[type[PadScreen]] = [PadScreen]
    while ahead:
        kind = ahead.pop()
        ahead += kind.__subclasses__()
        if not kind.__subclasses__() and kind.__module__.startswith("sessionpad"):
            kinds.add(kind)
    return kinds


def test_every_screen_says_how_it_is_opened_again(demo: Desk) -> None:
    """A screen that is added later is come back to as well, or is named here with the reason."""
    pad = demo.open(demo.find("A."))
    rooms = {type(room.screen(texts_in("nl"), demo, pad, Saver(pad, Nobody()))) for room in ROOMS}
    ways = (PadScreen.way, OverDossier.way)
    assert {kind for kind in every_kind() if kind.way in ways} - rooms - NEVER == set()
