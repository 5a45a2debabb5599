"""Small and large windows, in both languages: everything is there, nothing is cut off, and typing goes on."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from rich.cells import cell_len
from textual.geometry import Offset, Region
from textual.widget import Widget
from textual.widgets import Input

from sessionpad.desk.desk import Desk
from sessionpad.desk.door import DemoDoor
from sessionpad.i18n.texts import CATALOGS
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.ui.screens.base import TooSmall
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.notes_editor import NotesEditor
from tests.ui.conftest import Clock, Coach, Sit
from tests.ui.walk import stops

SIZES: Final[dict[Language, tuple[tuple[int, int], ...]]] = {
    "nl": ((80, 24), (100, 30), (200, 60), (120, 40)),
    "en": ((80, 24), (100, 30)),
}
"""Dutch has the longer words; English is looked at where room is scarce."""
TOO_SMALL: Final = ((59, 24), (80, 15), (40, 10))
CUT: Final = re.compile(r"(\S(?: ?\S)*)…")
"""Words with at most one space between them, and then the sign that says that more should stand there."""


def our_words(language: Language) -> str:
    """Everything the program can say, each on a line."""
    with (CATALOGS / "nl.mo").open("rb") as file:
        catalog: dict[str | tuple[str, int], str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # no other way to see all of it
    english = [key if isinstance(key, str) else key[0] for key in catalog]
    return "\n".join(["", *(english if language == "en" else catalog.values()), ""])


def scrolls_down(widget: Widget) -> bool:
    return widget.is_scrollable and widget.styles.overflow_y != "hidden"


def room_for(widget: Widget) -> Region:
    """Where it has to stay within: all of its parents, as far down as each of them can scroll."""
    region = widget.screen.region
    for parent in reversed(list(widget.ancestors)):
        if isinstance(parent, Widget) and parent is not widget.screen and parent.visible:
            own = parent.region
            deep = own if not scrolls_down(parent) else own.grow((0, 0, parent.virtual_size.height, 0))
            top, bottom = (deep.y, deep.bottom) if scrolls_down(parent) else (max(own.y, region.y), own.bottom)
            left, right = max(own.x, region.x), min(own.right, region.right)
            region = Region.from_corners(left, top - 10_000 * scrolls_down(parent), right, bottom)
    return region


def outside(coach: Coach) -> Iterator[str]:
    """What stands, in part or whole, where it cannot be seen."""
    for widget in coach.app.screen.query(Widget):
        if widget.is_on_screen and widget.region.area and not room_for(widget).contains_region(widget.region):
            yield f"{widget!r} at {widget.region} has only {room_for(widget)}"
        if widget.focusable and not widget.size.area and widget.region.area:
            yield f"{widget!r} has no room for a single sign"


def bars(coach: Coach) -> Iterator[str]:
    """Scroll bars that nobody wants: sideways ones, and one within the reach of another."""
    for widget in coach.app.screen.query(Widget):
        if widget.show_horizontal_scrollbar and widget.scrollbar_size_horizontal and widget.region.area:
            yield f"{widget!r} scrolls sideways"
        around = [each for each in widget.ancestors if isinstance(each, Widget) and each.show_vertical_scrollbar]
        if widget.show_vertical_scrollbar and widget.region.area and around:
            yield f"{widget!r} scrolls within {around[0]!r}"


def cut_words(coach: Coach, ours: str) -> Iterator[str]:
    """Words of the program itself that end too soon; what a coach wrote may be shortened where it is shown in a row."""
    for line in coach.seen.splitlines():
        for words in CUT.findall(line):
            begun = words.strip(" │╭╮▸☐☑■□")
            if len(begun) > 3 and f"\n{begun}" in ours and f"\n{begun}…" not in ours and f"\n{begun}\n" not in ours:
                yield f"{begun}… in {line.strip()!r}"
    for field in coach.app.screen.query(Input):
        if not field.value and cell_len(field.placeholder) > field.content_size.width > 0:
            yield f"{field.placeholder!r} in {field.content_size.width} cells"


def wrong(coach: Coach, ours: str) -> list[str]:
    return [*outside(coach), *bars(coach), *cut_words(coach, ours)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("unsent")
async def test_nothing_is_cut_off(clock: Clock, sit: Sit, tmp_path: Path, language: Language) -> None:
    """Every main screen, at every size: all is within its place, no word of ours is cut, and no scroll bars fight."""
    ours, door, sizes = our_words(language), DemoDoor(language, clock), list(SIZES[language])
    found: dict[tuple[str, tuple[int, int]], list[str]] = {}
    async with sit(door.enter(), door=door, language=language, size=SIZES[language][-1]) as coach:
        async for stop in stops(coach, tmp_path):
            sizes.reverse()  # the next place is first seen at the size of now
            for size in sizes:
                if coach.app.size != size:
                    await coach.pilot.resize_terminal(*size)
                if troubles := wrong(coach, ours):
                    found[stop, size] = troubles
    assert "\n".join(f"{where} {trouble}" for where, troubles in found.items() for trouble in troubles) == ""


LINES: Final = "".join(
    f"regel {number} van wat er vandaag allemaal gezegd werd aan deze tafel\n" for number in range(400)
)
MIDDLE: Final = (200, 14)


async def in_long_notes(coach: Coach) -> NotesEditor:
    """In a talk with more notes than the screen holds, the caret in the midst of a sentence."""
    await coach.press("enter", "enter")
    editor = coach.on(SessionScreen).query_one(NotesEditor)
    editor.insert(LINES)
    editor.move_cursor(MIDDLE)
    await coach.saved()
    editor.scroll_to(y=editor.scroll_offset.y - 4, animate=False)
    await coach.pilot.pause()
    return editor


def on_glass(editor: NotesEditor) -> Offset:
    """Where the caret stands in the editor, and so on the screen."""
    return editor.cursor_screen_offset - editor.content_region.offset


@pytest.mark.parametrize("language", LANGUAGES)
async def test_too_small_a_window_says_what_is_needed(
    demos: dict[Language, Desk], sit: Sit, language: Language
) -> None:
    """Below the smallest size it says so, in whole, and nothing half drawn stands around it; larger, all is there."""
    async with sit(demos[language], language=language, size=(80, 24)) as coach:
        await in_long_notes(coach)
        before = coach.seen
        for width, height in TOO_SMALL:
            await coach.pilot.resize_terminal(width, height)
            said = str(coach.app.screen.query_one(TooSmall).render())
            assert coach.seen.split() == said.split()
        await coach.pilot.resize_terminal(80, 24)
        assert coach.seen == before


@pytest.mark.parametrize("last", [(80, 24), (120, 40)])
async def test_a_window_may_change_while_one_types(demo: Desk, sit: Sit, last: tuple[int, int]) -> None:
    """Whatever size it gets, also much too small: each sign comes where the caret is, which stays in sight."""
    async with sit(demo, size=last) as coach:
        editor = await in_long_notes(coach)
        begun, there = editor.scroll_offset, on_glass(editor)
        typed = ""
        for sign, size in zip("zomaar", [(100, 30), (59, 15), (200, 60), (80, 24), (120, 17), last], strict=True):
            await coach.write(sign)
            typed += sign
            await coach.pilot.resize_terminal(*size)
            row, column = MIDDLE
            line = LINES.splitlines()[row]
            assert editor.text.splitlines()[row] == line[:column] + typed + line[column:]
            assert editor.cursor_location == (row, column + len(typed))
            assert coach.app.focused is editor
            assert on_glass(editor) == Offset(there.x + len(typed), there.y)
        assert editor.text.count("\n") == LINES.count("\n")
        assert editor.scroll_offset == begun


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_caret_stays_where_one_looks(clock: Clock, demo: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """What comes and goes around it, a save, the time, a word from the program, never moves it on the screen."""
    async with sit(demo, size=size) as coach:
        editor = await in_long_notes(coach)
        screen = coach.on(SessionScreen)
        where = editor.cursor_screen_offset
        clock.pass_(minutes=12)
        screen._tick()
        await coach.saved()
        assert editor.cursor_screen_offset == where
        for open_it, close_it in (
            ("f2", "f2"),
            ("f12", "f12"),
            ("ctrl+b", "ctrl+b"),
            ("f1", "escape"),
            ("ctrl+t", "escape"),
        ):
            await coach.press(open_it)
            await coach.press(close_it)
            assert coach.app.screen is screen, open_it
            assert editor.cursor_screen_offset == where, open_it
        screen.say_line(
            "iets wat het programma te zeggen heeft, en dat lang genoeg is voor meer dan een enkele rij " * 2
        )
        await coach.pilot.pause()
        assert editor.cursor_screen_offset == where


async def test_a_window_may_change_under_another_screen(demo: Desk, sit: Sit) -> None:
    """What lies under help is laid out for the new size when one comes back to it."""
    async with sit(demo, size=(120, 40)) as coach:
        editor = await in_long_notes(coach)
        await coach.press("f1")
        await coach.pilot.resize_terminal(80, 24)
        await coach.press("escape")
        assert editor.region.width > 70
        assert not wrong(coach, our_words("nl"))
        await coach.pilot.resize_terminal(120, 40)
        assert editor.region.width < 60


async def test_nothing_moves_by_itself(demo: Desk, sit: Sit) -> None:
    """No animation, and no caret that blinks, wherever one types."""
    async with sit(demo, size=(80, 24)) as coach:
        assert coach.app.animation_level == "none"
        await coach.press("x")
        fields = list(coach.app.screen.query(Input))
        await coach.press("backspace", "enter", "enter", "ctrl+t", "x")
        fields += coach.app.screen.query(Input)
        editor = coach.app.screen.query_one(NotesEditor)
        assert len(fields) > 1
        assert not any(field.cursor_blink for field in fields)
        assert not editor.cursor_blink
        await coach.press("escape")
        editor.insert(LINES)
        editor.move_cursor((0, 0))
        await coach.press("pagedown", "pageup")
        assert editor.scroll_offset.y == 0
