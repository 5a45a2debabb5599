"""The pictures in the README are what the program shows. `pytest tests/ui/test_pictures.py --pictures` draws them anew."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.method.language import Language
from sessionpad.ui.themes import HIGH_CONTRAST, LIGHT
from tests.ui.conftest import Clock, Coach, Sit

FOLDER = Path(__file__).parent.parent / "snapshots"


async def in_a_talk(coach: Coach, clock: Clock) -> None:
    """Halfway a conversation: two tasks scored, notes with marks, a task caught."""
    await coach.press("enter", "enter")
    clock.pass_(minutes=2)
    await coach.write("Komt binnen met een doos. Trots.\n+ heeft zelf bakjes gekocht\n")
    await coach.saved()
    clock.pass_(minutes=9)
    await coach.write('" ik durf de grote enveloppen niet open te doen\n! zus belde vooraf, nog niet besproken\n')
    await coach.saved()
    await coach.press("f2", "4", "4", "4", "3", "f2")
    clock.pass_(minutes=4)
    await coach.write("> energiebrief samen openen @samen !do\n")
    await coach.saved()
    coach.app.screen._tick()  # type: ignore[attr-defined]  # the clock on the screen, without waiting for it


async def in_a_talk_in_english(coach: Coach, clock: Clock) -> None:
    await coach.press("enter", "enter")
    clock.pass_(minutes=11)
    await coach.write("Comes in with a box. Proud.\n+ bought trays herself\n")
    await coach.write('" I do not dare to open the big envelopes\n> open the energy letter @together !thu\n')
    await coach.press("f2", "4", "1", "f2")
    await coach.saved()


async def at_the_list(coach: Coach, _: Clock) -> None:
    """The list of clients."""


async def at_the_map(coach: Coach, _: Clock) -> None:
    await coach.press("enter")


async def at_the_agreement(coach: Coach, _: Clock) -> None:
    await coach.press("enter", "f4")


async def turning_why(coach: Coach, _: Clock) -> None:
    await coach.press("enter", "enter")
    await coach.write("? waarom doe je de brieven niet open")
    await coach.press("f9")
    await coach.saved()


async def in_a_talk_by_daylight(coach: Coach, clock: Clock) -> None:
    coach.app.theme = LIGHT.name
    await in_a_talk(coach, clock)


async def at_a_dossier_in_high_contrast(coach: Coach, _: Clock) -> None:
    coach.app.theme = HIGH_CONTRAST.name
    await coach.press("enter")


PICTURES = [
    pytest.param("session-nl", "nl", (120, 40), in_a_talk, id="session-nl"),
    pytest.param("session-en", "en", (120, 40), in_a_talk_in_english, id="session-en"),
    pytest.param("session-narrow-nl", "nl", (80, 24), in_a_talk, id="session-narrow-nl"),
    pytest.param("session-light-nl", "nl", (100, 30), in_a_talk_by_daylight, id="session-light-nl"),
    pytest.param("dossier-contrast-en", "en", (80, 24), at_a_dossier_in_high_contrast, id="dossier-contrast-en"),
    pytest.param("clients-nl", "nl", (100, 16), at_the_list, id="clients-nl"),
    pytest.param("dossier-nl", "nl", (120, 40), at_the_map, id="dossier-nl"),
    pytest.param("agreement-nl", "nl", (100, 40), at_the_agreement, id="agreement-nl"),
    pytest.param("why-nl", "nl", (120, 30), turning_why, id="why-nl"),
]


@pytest.mark.parametrize(("name", "language", "size", "play"), PICTURES)
async def test_a_picture_shows_what_the_program_shows(
    name: str,
    language: Language,
    size: tuple[int, int],
    play: object,
    clock: Clock,
    demos: dict[Language, Desk],
    sit: Sit,
    request: pytest.FixtureRequest,
) -> None:
    """Every picture in the README is current: the words and the colours on it are those on the screen."""
    async with sit(demos[language], language=language, size=size) as coach:
        assert callable(play)
        await play(coach, clock)
        drawn = without_fonts(coach.app.export_screenshot(title="sessionpad"))
    file = FOLDER / f"{name}.svg"
    if request.config.getoption("--pictures"):
        file.write_text(drawn, encoding="utf-8")
    kept = file.read_text(encoding="utf-8")
    assert words_in(kept) == words_in(drawn)
    assert colours_in(kept) == colours_in(drawn)


def without_fonts(svg: str) -> str:
    """The picture with the reader's own monospaced font: it fetches nothing from anywhere."""
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL).replace("Fira Code", "DejaVu Sans Mono")


def words_in(svg: str) -> list[str]:
    texts = re.findall(r"<text [^>]*>(.*?)</text>", svg)
    return " ".join(unescape(text) for text in texts).replace("\xa0", " ").split()


def colours_in(svg: str) -> set[str]:
    return set(re.findall(r"fill[:=][ \"]*(#[0-9a-f]{6})", svg))
