"""Picking one or several out of a few, with keys, digits and the mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.app import App, ComposeResult

from sessionpad.domain.goal import Smart, Way
from sessionpad.domain.life_domains import LifeDomain
from sessionpad.i18n.terms import INFLUENCES, LIFE_DOMAINS, SMART, WAYS
from sessionpad.i18n.texts import texts_in
from sessionpad.ui.themes import THEMES
from sessionpad.ui.widgets.choice import Choice, names_in, one_of, picked, some_of
from sessionpad.ui.widgets.field import Entry, Name
from sessionpad.ui.widgets.options import Options


class Table(App[None]):
    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.register_theme(THEMES[0])
        self.theme = THEMES[0].name
        self.choice = choice
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.choice

    def on_entry_changed(self, event: Entry.Changed) -> None:
        self.told.append(event.value)


def of_ways(*, several: bool = False, value: str = "") -> Table:
    return Table(Choice(texts_in("nl"), "way", "Ways", WAYS, value, several=several))


def shown(app: Table) -> list[str]:
    return app.choice.query_one(Options).render().plain.split("\n")


@pytest.fixture(params=[(80, 24), (120, 40), (40, 30)])
def size(request: pytest.FixtureRequest) -> Iterator[tuple[int, int]]:
    return request.param  # type: ignore[no-any-return]


async def test_every_option_is_a_word(size: tuple[int, int]) -> None:
    """However wide the window, each option stands there in words, whole."""
    app = of_ways()
    async with app.run_test(size=size):
        seen = "\n".join(shown(app))
        for word in WAYS.values():
            assert texts_in("nl").say(word) in seen
        assert app.choice.query_one(Options).size.height == len(shown(app))


async def test_one_is_picked_by_digit_and_let_go_again() -> None:
    """A digit picks, another digit picks instead, the same digit lets go; each is told at once, and said in words."""
    app = of_ways()
    async with app.run_test(size=(80, 24)) as pilot:
        app.choice.take_caret()
        await pilot.press("2")
        assert app.choice.value == Way.STRUCTURE
        assert app.choice.query_one(Name).said == texts_in("nl").say(WAYS[Way.STRUCTURE])
        await pilot.press("3", "3")
        assert one_of(Way, app.choice.value) is None
        assert app.told == [Way.STRUCTURE, Way.GUIDE, ""]


async def test_several_are_picked_with_arrows_and_space() -> None:
    """Space picks and lets go where the caret is; what is picked stands in the order of the table."""
    app = of_ways(several=True)
    async with app.run_test(size=(80, 24)) as pilot:
        app.choice.take_caret()
        await pilot.press("end", "space", "home", "enter", "right", "space", "space")
        assert some_of(Way, app.choice.value) == (Way.INFORM, Way.LET_GO)
        await pilot.press("delete")
        assert app.choice.value == ""


async def test_down_goes_a_line_down() -> None:
    """With the options in columns, down goes to the option right under it, and never off the edge."""
    app = Table(Choice(texts_in("nl"), "domain", "Domains", LIFE_DOMAINS))
    async with app.run_test(size=(80, 24)) as pilot:
        app.choice.take_caret()
        options = app.choice.query_one(Options)
        columns = -(-len(LIFE_DOMAINS) // len(shown(app)))
        await pilot.press("down")
        assert options.at == columns > 1
        await pilot.press(*["down"] * 20)
        assert options.at < len(LIFE_DOMAINS)
        await pilot.press("space")
        assert app.choice.value in set(LifeDomain)


async def test_the_mouse_picks_the_word_under_it(size: tuple[int, int]) -> None:
    """A click on any letter of an option picks that one."""
    app = of_ways()
    async with app.run_test(size=size) as pilot:
        options = app.choice.query_one(Options)
        for way, word in WAYS.items():
            said = texts_in("nl").say(word)
            y, line = next((y, line) for y, line in enumerate(shown(app)) if said in line)
            await pilot.click(options, offset=(line.index(said) + len(said) - 1, y))
            assert app.choice.value == way


async def test_what_stands_in_the_dossier_is_shown_without_a_word_back() -> None:
    """Setting the value tells nobody; a value keeps the order it has."""
    app = Table(Choice(texts_in("nl"), "smart", "Smart", SMART, several=True))
    async with app.run_test(size=(80, 24)) as pilot:
        app.choice.value = picked((Smart.REALISTIC, Smart.SPECIFIC))
        await pilot.pause()
        assert app.told == []
        assert some_of(Smart, app.choice.value) == (Smart.REALISTIC, Smart.SPECIFIC)
        words = [texts_in("nl").say(SMART[each]) for each in (Smart.REALISTIC, Smart.SPECIFIC)]
        assert app.choice.query_one(Name).said == ", ".join(words)
        app.choice.value = picked(Smart)
        assert app.choice.query_one(Name).said == "5 gekozen"


async def test_names_are_shown_as_they_are() -> None:
    """A name that is also a word of ours is not translated, markup in it does nothing, and one picked before stays."""
    app = Table(Choice(texts_in("nl"), "who", "Who", {}, "[/b] {{x}}\nwork", several=True, own=["work", "Ann"]))
    async with app.run_test(size=(80, 24)) as pilot:
        assert names_in(app.choice.value) == ("[/b] {{x}}", "work")
        seen = " ".join(shown(app))
        assert "work" in seen
        assert "[/b] {{x}}" in seen
        app.choice.take_caret()
        await pilot.press("2")
        assert names_in(app.choice.value) == ("work", "Ann", "[/b] {{x}}")


async def test_a_table_of_one_asks_nothing_back() -> None:
    """The words of every table fit: nothing is cut off at 80 columns."""
    app = Table(Choice(texts_in("nl"), "influence", "Influence", INFLUENCES))
    async with app.run_test(size=(76, 24)):
        assert "…" not in "".join(shown(app))
