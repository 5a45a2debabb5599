"""A dossier with hostile text in every field there is, opened in every room: shown as typed, and obeyed nowhere."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from rich.cells import cell_len

from sessionpad.desk.desk import Desk
from sessionpad.domain.text import clean_text, without_orders
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.store.vault import memory_vault
from sessionpad.ui.rooms import ROOMS
from sessionpad.ui.screens.client_view import ClientViewScreen
from sessionpad.ui.screens.closing import ClosingScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.search import SearchScreen
from sessionpad.ui.screens.session import SessionScreen
from tests.hostile import MARKUP, MIXED, TEMPLATE, TYPED, Hostile
from tests.ui.conftest import Clock, Coach, Sit, counter
from tests.ui.joined import dossier_with_everything

BEGIN = 6
"""The length of the word that begins each text."""
SIZE = (120, 60)
WAYS = (
    ((), DossierScreen),
    (("f12",), ClientViewScreen),
    (("f12", "f5"), ClientViewScreen),
    (("f7",), DossierScreen),
    (("f7",), DossierScreen),
    (("enter",), SessionScreen),
    (("enter", "f3"), ClosingScreen),
)
"""The keys to what is no room of its own."""
EDGE = set(" …│▏▎▕▐█┃╱")
"""What stands where a row is cut off or goes on below."""


def drawn_rows(coach: Coach) -> list[str]:
    strips = coach.app.screen._compositor.render_strips(coach.app.screen.size)
    rows = ["".join(segment.text for segment in strip if not segment.control) for strip in strips]
    assert [row for row in rows if without_orders(row) != row] == []
    assert [row for row in rows if cell_len(row) > coach.app.screen.size.width] == []
    return rows


def takes_room(sign: str) -> bool:
    return bool(cell_len(sign) and not sign.isspace() and clean_text(sign) and sign != "\ufffd")


def shown_of(row: str, text: str) -> str:
    """How much of a text stands in this row; that nothing else stands in its place is asserted."""
    rest = unicodedata.normalize("NFC", row[row.index(text[:BEGIN]) :])
    typed, same, before = filter(takes_room, clean_text(text)), [], ""
    for sign in rest:
        if takes_room(sign):
            wanted = next(typed, "")
            if wanted != sign:
                assert not wanted or sign in EDGE or before in EDGE, f"{text!r} is shown as {rest!r}"
                break
            same.append(sign)
        before = sign
    return "".join(same)


def look(coach: Coach, typed: Hostile) -> list[str]:
    """What is on the screen of the texts that were typed, as far as each stands on one row."""
    rows = drawn_rows(coach)
    return [shown_of(row, text) for text in typed.texts.values() for row in rows if text[:BEGIN] in row]


async def walk(coach: Coach, typed: Hostile) -> list[str]:
    """From the list through all there is to see of the one client; what was seen on the way."""
    seen = look(coach, typed)
    await coach.press("ctrl+f")
    await coach.write("zq")
    search = coach.on(SearchScreen)
    await coach.until(lambda: bool(search._words) and not search._is_looking)
    seen += look(coach, typed)
    await coach.press("escape", "enter")
    dossier = coach.on(DossierScreen)
    for keys, screen in WAYS:
        await coach.press(*keys)
        coach.on(screen)
        seen += look(coach, typed)
        while coach.app.screen is not dossier:
            await coach.press("escape")
    for room in ROOMS:
        dossier.enter(room)
        await coach.until(lambda: coach.app.screen is not dossier)
        await coach.pilot.pause()
        seen += look(coach, typed)
        await coach.press("escape")
        if coach.app.screen is not dossier:  # a day or a number that was planted is none a person may leave with
            look(coach, typed)
            coach.app.pop_screen()
            await coach.pilot.pause()
    return seen


def hostile_desk(typed: Hostile, clock: Clock) -> Desk:
    desk = Desk(memory_vault(clock), clock=clock, new_id=counter())
    desk.put(dossier_with_everything(typed, clock))
    return desk


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_field_is_shown_as_typed_in_every_room(language: Language, clock: Clock, sit: Sit) -> None:
    """Whatever the text of a field, a mark in it is seen, no screen fails, and no order reaches the terminal."""
    typed = Hostile(typed=MIXED, every_long=60)
    async with sit(hostile_desk(typed, clock), language=language, size=SIZE) as coach:
        seen = "\n".join(await walk(coach, typed))
    assert [mark for mark in (*MARKUP, *TEMPLATE) if mark.replace(" ", "") not in seen] == []


@pytest.mark.slow
@settings(
    max_examples=1,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(texts=TYPED)
async def test_any_text_is_shown_as_typed_in_every_room(texts: list[str], sit: Sit) -> None:
    """The same of any text that hypothesis can put together."""
    typed = Hostile(typed=texts, every_long=100)
    async with sit(hostile_desk(typed, Clock()), size=SIZE) as coach:
        assert await walk(coach, typed)
