"""Every colour on every other, as it is really drawn: what is written can be read, in each theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from rich.color import Color
from rich.style import Style
from textual.command import CommandPalette

from sessionpad.desk.desk import Desk
from sessionpad.desk.door import DemoDoor
from sessionpad.ui.themes import HIGH_CONTRAST, THEMES
from tests.ui.conftest import Coach, Sit
from tests.ui.glass import cells_of
from tests.ui.walk import NOTES, stops

READ: Final = 4.5
READ_EASILY: Final = 7.0
"""In the theme that is made for it."""
SEEN: Final = 3.0
"""For frames and scroll bars, which say nothing in words."""
FRAMES: Final = ("─", "▟")
"""From the first box sign to the last block."""


def brightness(color: Color) -> float:
    """Relative luminance as WCAG 2 has it."""
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def contrast(one: Color, other: Color) -> float:
    dark, light = sorted(map(brightness, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def drawn(coach: Coach) -> Iterator[tuple[str, Style]]:
    """Every sign on the screen that is not empty, with its style; of the palette only the palette itself."""
    screen = coach.app.screen
    rows = [cells_of(strip) for strip in screen._compositor.render_strips(screen.size)]
    box = screen.query_one("#--container").region if isinstance(screen, CommandPalette) else screen.region
    for row in rows[box.y : box.bottom]:
        for sign, style in row[box.x : box.right]:
            if sign.strip():
                assert style is not None, sign
                yield sign, style


def too_faint(coach: Coach, read: float) -> set[tuple[str, str, str, float]]:
    """The pairs of colours that do not differ enough, each with a sign that is drawn so."""
    found = {}
    for sign, style in drawn(coach):
        assert style.color is not None, sign
        assert style.bgcolor is not None, sign
        assert not style.dim, sign
        need = SEEN if FRAMES[0] <= sign <= FRAMES[1] else read
        there = contrast(style.color, style.bgcolor)
        if there < need:
            found[style.color, style.bgcolor, need] = (sign, str(style.color.name), str(style.bgcolor.name), there)
    return set(found.values())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, expected: float) -> None:
    """Black on white is 21, the well-known grey that just fails is 4.48, and a colour on itself is 1."""
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(expected, abs=0.005)


@pytest.mark.usefixtures("unsent")
async def test_everything_drawn_can_be_read(demo_door: DemoDoor, sit: Sit, tmp_path: Path) -> None:
    """On every main screen each sign stands out from what is behind it: 4.5, and 7 in high contrast."""
    themes = list(THEMES)
    faint: dict[tuple[str, str], set[tuple[str, str, str, float]]] = {}
    async with sit(demo_door.enter(), door=demo_door) as coach:
        async for stop in stops(coach, tmp_path):
            themes.reverse()  # the next place is first seen in the theme of now
            for theme in themes:
                coach.app.theme = theme.name
                await coach.pilot.pause()
                found = too_faint(coach, READ_EASILY if theme is HIGH_CONTRAST else READ)
                if found:
                    faint[stop, theme.name] = found
    assert faint == {}


async def test_without_colour_all_can_still_be_read(demo: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR set only greys are drawn, in every theme, and they stand apart as the colours do."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write(NOTES)
        await coach.press("shift+up", "f2", "4")
        for theme in THEMES:
            coach.app.theme = theme.name
            await coach.pilot.pause()
            for sign, style in drawn(coach):
                for color in (style.color, style.bgcolor):
                    assert color is not None, sign
                    assert len(set(color.get_truecolor())) == 1, (theme.name, sign, color)
            assert too_faint(coach, READ_EASILY if theme is HIGH_CONTRAST else READ) == set()
