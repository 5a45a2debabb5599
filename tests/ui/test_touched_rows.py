"""The notes editor draws only what changed, and what stands on the terminal is always what a full repaint would show."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Input
from textual.widgets.text_area import WrappedDocument

from sessionpad.ui.themes import THEMES
from sessionpad.ui.widgets import touched_rows, wrapping
from sessionpad.ui.widgets.notes_editor import NotesEditor
from tests.ui.glass import Cell, Glass, cells_of

AT = datetime(2026, 11, 24, 14, 0, tzinfo=ZoneInfo("Europe/Brussels"))
TEXT = "\n".join(
    [
        "Komt binnen met een doos, en is trots op wat er nu al in de blauwe mappen ligt.",
        "+ heeft zelf bakjes gekocht",
        "- de brieven van de dienst",
        '" ik durf de grote enveloppen niet open te doen',
        "",
        "漢字 and 🙂 and e\u0301 stand in one line that is too long for one row",
        *(f"regel {number} van de notities" for number in range(30)),
    ]
)


class Bench(App[None]):
    CSS = "NotesEditor { height: 1fr; } Input { height: 1; border: none; }"

    def __init__(self, text: str, *, quick: bool = True) -> None:
        super().__init__()
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.typed = 0
        times = [AT + timedelta(seconds=20 * row) for row in range(text.count("\n") + 1)]
        self.editor = NotesEditor(text, times, self._typed, quick=quick)
        self.editor.placeholder = "Typ wat er gezegd wordt, een regel voor elk ding dat je wilt bewaren"

    def _typed(self) -> None:
        self.typed += 1

    def compose(self) -> ComposeResult:
        yield self.editor
        yield Input()

    def on_mount(self) -> None:
        self.editor.focus()


Act = Callable[[Bench, Pilot[None]], Awaitable[object]]


def key(name: str, sign: str | None = None) -> Act:
    async def press(app: Bench, _: Pilot[None]) -> None:
        app.post_message(events.Key(name, sign))

    return press


def pasted(text: str) -> Act:
    async def paste(app: Bench, _: Pilot[None]) -> None:
        app.post_message(events.Paste(text))

    return paste


def resized(width: int, height: int) -> Act:
    return lambda _, pilot: pilot.resize_terminal(width, height)


def now(do: Callable[[Bench], object]) -> Act:
    async def act(app: Bench, _: Pilot[None]) -> None:
        do(app)

    return act


def rewritten(app: Bench, row: int) -> None:
    """What undo does: other notes, with other times."""
    lines = app.editor.text.split("\n")
    lines[row % len(lines) :] = ["> anders", *lines[row % len(lines) + 2 :]]
    app.editor.show_notes("\n".join(lines), [AT + timedelta(minutes=row) for row in range(len(lines))])


KEYS = [
    "enter",
    "backspace",
    "delete",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
    "shift+up",
    "shift+down",
    "shift+left",
    "shift+end",
]
TYPED = st.sampled_from('aé+-"!?> #漢🙂\u0301').map(lambda sign: key(sign, sign))
ACTS = st.one_of(
    TYPED,
    st.sampled_from([*KEYS, "ctrl+k", "ctrl+w", "ctrl+shift+k", "ctrl+u"]).map(key),
    st.sampled_from(["\n", "een\twee\n", "> lang " * 30, "漢" * 30, "x" * 100, "a\n\nb\n" * 6]).map(pasted),
    st.tuples(st.integers(12, 60), st.integers(4, 20)).map(lambda size: resized(*size)),
    st.integers(-30, 30).map(lambda by: now(lambda app: app.editor.scroll_relative(y=by, animate=False))),
    st.integers(0, 40).map(lambda row: now(lambda app: rewritten(app, row))),
    st.integers(0, 40).map(lambda row: now(lambda app: app.editor.show_times([AT + timedelta(minutes=row)] * 50))),
    st.sampled_from([theme.name for theme in THEMES]).map(lambda name: now(lambda app: setattr(app, "theme", name))),
    st.just(now(lambda app: (app.query_one(Input) if app.editor.has_focus else app.editor).focus())),
    st.just(now(lambda app: app.editor.select_all())),
)


def seen_after(text: str, acts: list[Act], *, size: tuple[int, int] = (40, 12)) -> Iterator[str]:
    """Plays the acts; gives a word for each moment that the terminal did not show what a full repaint shows."""
    wrong: list[str] = []

    async def play() -> None:
        app = Bench(text)
        glass = Glass(app)
        async with app.run_test(size=size) as pilot:
            for number, act in enumerate([now(lambda _: None), *acts]):
                await act(app, pilot)
                await settled(app, pilot)
                wrong.extend(f"act {number}, row {y}: {was} is not {is_}" for y, was, is_ in differences(app, glass))

    asyncio.run(play())
    return iter(wrong)


async def settled(app: Bench, pilot: Pilot[None]) -> None:
    """Until no frame is waiting to be drawn."""
    await pilot.pause()
    while app.screen._dirty_widgets or app.screen._layout_required or app.screen._repaint_required:
        await pilot.pause(0.002)


def differences(app: Bench, glass: Glass) -> Iterator[tuple[int, str, str]]:
    width, height = app.size
    shown = [glass.row(y, width) for y in range(height)]
    for y, (was, should) in enumerate(zip(shown, repainted(app), strict=True)):
        if was != should:
            yield y, words(was), words(should)


def repainted(app: Bench) -> list[list[Cell]]:
    """Everything drawn anew, remembering nothing."""
    app.editor._forget()
    app.editor._styles_cache.clear()
    return [cells_of(strip) for strip in app.screen._compositor.render_strips(app.size)]


def words(cells: list[Cell]) -> str:
    return "".join(sign for sign, _ in cells)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["", "woord", TEXT]), st.lists(ACTS, max_size=14))
@example(TEXT, [key("enter")] * 12)
@example(TEXT, [*[key("pagedown")] * 9, *[key("enter")] * 3, key("a", "a"), *[key("backspace")] * 8])
@example("", [key("a", "a"), key("backspace"), resized(20, 6), key("b", "b")])
@example("a\nb", [key("shift+up"), key("shift+left"), key("x", "x")])
def test_the_terminal_shows_what_a_full_repaint_shows(text: str, acts: list[Act]) -> None:
    """After any typing, selecting, pasting, undoing, scrolling, resizing and change of colours."""
    assert list(seen_after(text, acts)) == []


@contextmanager
def without_quick_rows() -> Iterator[None]:
    """As on a Textual that is built otherwise."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(touched_rows, "fits", lambda: False)
        yield


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TYPED | st.sampled_from(KEYS).map(key), max_size=14))
def test_it_looks_like_textuals_own_drawing(acts: list[Act]) -> None:
    """The words, the margin and the caret are where Textual's own drawing puts them, on a Textual that does not fit too."""

    async def look(app: Bench) -> tuple[list[str], object, str]:
        async with app.run_test(size=(40, 12)) as pilot:
            for act in acts:
                await act(app, pilot)
                await pilot.pause()
            rows = [strip.text.rstrip() for strip in app.screen._compositor.render_strips(app.size)]
            return rows, app.cursor_position, app.editor.text

    ours = asyncio.run(look(Bench(TEXT)))
    with without_quick_rows():
        stock = Bench(TEXT, quick=False)
        assert not stock.editor._is_quick
        assert asyncio.run(look(stock)) == ours


def test_textual_is_built_as_expected() -> None:
    """Fails when a new Textual changes what the quick editor leans on; the editor is then Textual's own until mended."""
    assert wrapping.fits()


def test_another_textual_gets_its_own_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Textual asks for something more, nothing of the quick drawing is used."""
    monkeypatch.setattr(WrappedDocument, "something_new", lambda _: None, raising=False)
    assert not wrapping.fits()
    assert not NotesEditor("woord", [AT], lambda: None)._is_quick


async def test_a_key_touches_one_row() -> None:
    """One letter in the middle of a full screen draws one row; a letter that makes a new row draws what moved."""
    app = Bench(TEXT)
    glass = Glass(app)
    async with app.run_test(size=(40, 30)) as pilot:
        await pilot.press("down", "down", "end")
        await settled(app, pilot)
        glass.drawn.clear()
        for sign in "drie":
            app.post_message(events.Key(sign, sign))
            await settled(app, pilot)
    assert glass.drawn
    assert all(len(rows) == 1 for rows in glass.drawn)


async def test_the_caret_stays_in_view_at_the_end_of_a_full_screen() -> None:
    """Enter on the last row scrolls, so that what is typed next is seen."""
    app = Bench("\n".join(map(str, range(50))))
    async with app.run_test(size=(30, 10)) as pilot:
        app.editor.move_cursor(app.editor.document.end)
        await pilot.press("enter", "enter", "x")
        await pilot.pause()
        region = app.editor.region
        assert region.contains_point(app.cursor_position)
        rows = [strip.text for strip in app.screen._compositor.render_strips(app.size)]
        assert "x" in rows[app.cursor_position.y]


async def test_resizing_keeps_text_caret_and_view() -> None:
    """While one types the window may change: nothing is lost, and the caret stays in view."""
    app = Bench(TEXT)
    async with app.run_test(size=(60, 12)) as pilot:
        app.editor.move_cursor((20, 5))
        for width in (20, 100, 13, 60):
            app.post_message(events.Key("a", "a"))
            await pilot.resize_terminal(width, 9)
            await pilot.pause()
            assert app.editor.region.contains_point(app.cursor_position)
        lines = app.editor.text.split("\n")
    assert lines[20] == "regel" + "aaaa" + " 14 van de notities"
    assert app.editor.cursor_location == (20, 9)
    assert [*lines[:20], *lines[21:]] == [*TEXT.split("\n")[:20], *TEXT.split("\n")[21:]]
