"""Whatever is typed or pasted is shown as it is, does nothing, and comes back the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from textual import events

from sessionpad.desk.desk import Desk
from sessionpad.domain.notes import text_of
from sessionpad.domain.text import clean_line, clean_text
from sessionpad.store.identity import Identity
from sessionpad.store.vault import lay_vault, open_vault
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.closing import ClosingScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.new_client import NewClientScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.field import Field
from tests.ui.conftest import Clock, Coach, Sit, dossier_of

MARKUP = '[/b] {{x}} & <é> " [@click=app.quit]x[/] [red]'
CONTROLS = "voor\x1b]52;c;cHduZWQ=\x07 na \x1b[2J\x1b]0;titel\x1b\\ \x9b31m \x9d0;x\x9c \x08\x7f einde"
BIDI = "links \u202erechts\u202c \u2066anders\u2069 \u200fmerk\ufeff \ud800 slot"
LONG = "onafgebroken" * 430
NASTY = {"markup": MARKUP, "controls": CONTROLS + BIDI, "long": LONG}


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A vault on disk."""
    folder, identity = tmp_path / "vault", Identity.generate()
    lay_vault(folder, identity, b"not asked for")
    desk = Desk(open_vault(folder, identity, program="test", clock=clock), clock=clock)
    yield desk
    desk.close()


async def paste(coach: Coach, text: str) -> None:
    """Paste as a terminal does: through the program, to whatever has the caret."""
    coach.app.post_message(events.Paste(text))
    await coach.pilot.pause()


def is_clean(coach: Coach) -> bool:
    """Whether nothing that goes to the terminal holds a control character or one that turns the text."""
    strips = coach.app.screen._compositor.render_strips(coach.app.screen.size)
    shown = "".join(segment.text for strip in strips for segment in strip if not segment.control)
    return clean_text(shown) == shown and "\n" not in shown


def said(coach: Coach) -> str:
    return " ".join(coach.seen.split())


@pytest.mark.parametrize("kind", NASTY)
async def test_it_is_shown_kept_and_printed_as_typed(kept: Desk, sit: Sit, home: Path, kind: str) -> None:
    """In code, name, notes, task, summary and goal: the program lives, shows it, saves it, and makes paper of it."""
    text, line = clean_text(NASTY[kind]), clean_line(NASTY[kind])
    async with sit(kept, size=(100, 30)) as coach:
        await coach.press("ctrl+n")
        for key in ("code", "name"):
            await paste(coach, NASTY[kind])
            assert coach.on(NewClientScreen).query_one(f"#field-{key}", Field).value == line
            await coach.press("enter")
        coach.on(DossierScreen)
        assert line[:14] in coach.seen
        await through_a_talk(coach, NASTY[kind])
        await coach.press("f4", "tab", "tab")
        await paste(coach, NASTY[kind])
        assert coach.on(AgreementScreen).field("goal").value == text
        await coach.press("f5")
        await coach.until(lambda: "staat in" in said(coach))
        assert is_clean(coach)
        await coach.press("escape", "escape")
        coach.on(ClientsScreen)
        assert line[:14] in coach.seen
        await coach.press("ctrl+p")
        await paste(coach, NASTY[kind])
        assert is_clean(coach)
        await coach.press("escape", "ctrl+q")
    assert coach.app.return_code == 0
    (overview,) = kept.clients()
    dossier = kept.open(overview.id).dossier
    assert (dossier.client.code, dossier.client.name) == (line, line)
    talk = dossier.sessions[0]
    assert text_of(talk.notes) == f"{text}\n"
    assert (talk.summary, dossier.trajectory.goal.text) == (text, text)
    assert [task.text for task in dossier.tasks] == [line]
    assert_on_paper(home / "Documents", text)


async def through_a_talk(coach: Coach, nasty: str) -> None:
    """From the dossier through notes, a task and the summary, and back."""
    await coach.press("enter")
    await paste(coach, nasty)
    await coach.press("enter", "ctrl+t")
    await paste(coach, nasty)
    await coach.press("enter")
    assert is_clean(coach)
    await coach.press("f3")
    coach.on(ClosingScreen)
    await paste(coach, nasty)
    assert is_clean(coach)
    await coach.press("escape", "escape")
    await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
    assert is_clean(coach)


def assert_on_paper(folder: Path, text: str) -> None:
    """The one document there opens, and every word of the text stands in it."""
    (paper,) = folder.glob("*.docx")
    document = docx.Document(str(paper))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    words = " ".join([*(part.text for part in document.paragraphs), *(cell.text for cell in cells)])
    assert " ".join(text.split()) in " ".join(words.split())


async def test_what_is_typed_is_no_markup(desk: Desk, sit: Sit) -> None:
    """Typed key by key in every field that is shown elsewhere: each character is on the screen, and none acts."""
    desk.new_client("V. 1", MARKUP)
    async with sit(desk, size=(160, 30)) as coach:
        await coach.press("enter")
        assert f"V. 1 · {MARKUP}" in coach.seen
        await coach.press("enter")
        await coach.write(f"+ {MARKUP}\n> {MARKUP} @ik\n")
        assert coach.on(SessionScreen).is_attached
        assert f"+ {MARKUP}" in coach.seen
        assert MARKUP[:20] in coach.seen.split("VOOR DE VOLGENDE KEER", 1)[1]
        await coach.press("f3")
        await coach.write(MARKUP)
        await coach.press("f3")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        assert said(coach).count("[@click=app.quit]x[/]") >= 3
        await coach.pilot.click("#story", offset=(5, 3))
        await coach.pilot.click("#map", offset=(5, 3))
        assert coach.app.is_running
    assert dossier_of(desk, "V. 1").sessions[0].summary == MARKUP


async def test_a_filter_of_markup_finds_it(desk: Desk, sit: Sit) -> None:
    """A client with a code of brackets is found by typing brackets, and the message about nobody shows none of it."""
    desk.new_client("[/b]")
    desk.new_client("A. 1")
    async with sit(desk, size=(80, 24)) as coach:
        await coach.write("[/b")
        assert "[/b]" in coach.seen
        assert "A. 1" not in coach.seen
        await coach.write("]{0}")
        assert "Geen cliënt past" in coach.seen
        await coach.press("enter", "enter", "enter")
        assert coach.on(DossierScreen)._pad.dossier.client.code == "[/b]{0}"
