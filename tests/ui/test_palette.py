"""The palette finds clients, cards, documents and words too, in the language of the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.widgets import OptionList

from sessionpad.desk.desk import Desk
from sessionpad.documents import Document
from sessionpad.i18n.papers import PAPERS
from sessionpad.method.language import Language
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.search import SearchScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.card_pane import CardPane
from sessionpad.ui.widgets.notes_editor import NotesEditor
from sessionpad.ui.widgets.plain import PlainInput
from tests.ui.conftest import Coach, Sit


def offered(coach: Coach) -> list[str]:
    """The names that are offered now, best first."""
    screen = coach.app.screen
    assert isinstance(screen, CommandPalette)
    options = screen.query_one(OptionList)
    return [str(option.prompt).split("\n", 1)[0].strip() for option in options.options]


async def asked(coach: Coach, words: str, wanted: str) -> None:
    """Open the palette, type, and wait until the best one is what is wanted."""
    await coach.press("ctrl+p")
    await coach.write(words)
    await coach.until(lambda: offered(coach)[:1] == [wanted])


@pytest.mark.parametrize(("language", "wanted"), [("nl", "Naar het dossier van M."), ("en", "To the dossier of M.")])
async def test_a_client_is_gone_to_by_code(
    language: Language, wanted: str, demos: dict[Language, Desk], sit: Sit
) -> None:
    """A code typed in the palette leads to that dossier, from wherever one is."""
    async with sit(demos[language], language=language) as coach:
        await asked(coach, "m.", wanted)
        await coach.press("enter")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        assert coach.on(DossierScreen)._pad.dossier.client.code == "M."


async def test_a_client_is_gone_to_from_a_talk_and_back(demo: Desk, sit: Sit) -> None:
    """From the notes to another dossier and back to the same caret; one's own dossier is not offered."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("halverwege een zin")
        await coach.press("left", "left")
        caret = coach.on(SessionScreen).query_one(NotesEditor).cursor_location
        await asked(coach, "M.", "Naar het dossier van M.")
        assert "Naar het dossier van A." not in offered(coach)
        await coach.press("enter")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        await coach.press("escape")
        await coach.until(lambda: isinstance(coach.app.screen, SessionScreen))
        editor = coach.on(SessionScreen).query_one(NotesEditor)
        assert (coach.app.focused, editor.cursor_location) == (editor, caret)


async def test_a_name_finds_its_client_and_is_not_shown(demo: Desk, sit: Sit) -> None:
    """A name may be typed; what is shown is the code."""
    pad = demo.new_client("Berk", "Zoë Özdemir")
    pad.save()
    async with sit(demo) as coach:
        await asked(coach, "ozdemir zoe", "Naar het dossier van Berk")
        assert "zdemir" not in coach.seen.replace("ozdemir zoe", "")


async def test_a_card_is_laid_next_to_the_notes(demo: Desk, sit: Sit) -> None:
    """Words of a question find the card; Enter shows it, and the caret is in the notes."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.press("ctrl+p")
        await coach.write("wonder nacht")
        await coach.until(lambda: any(name.startswith("Kaart: ") for name in offered(coach)))
        place = next(at for at, name in enumerate(offered(coach)) if name.startswith("Kaart: "))
        question = offered(coach)[place].removeprefix("Kaart: ")
        await coach.press(*["down"] * place, "enter")
        await coach.until(lambda: isinstance(coach.app.screen, SessionScreen))
        await coach.pilot.pause()
        shown = coach.on(SessionScreen).query_one(CardPane).card
        assert shown is not None
        assert shown.say.text("nl") == question


async def test_a_document_is_made_from_the_dossier(demo: Desk, sit: Sit, home: Path) -> None:
    """Every document is offered by its name on a screen over a dossier, and made where documents go."""
    async with sit(demo) as coach:
        await coach.press("enter")
        await asked(coach, "word takenblad", "Word-document: takenblad")
        await coach.press("enter")
        await coach.until(lambda: "Het document staat in" in coach.seen)
    assert len(list((home / "Documents").glob("*.docx"))) == 1


async def test_a_document_waits_for_what_cannot_be_read(demo: Desk, sit: Sit, home: Path) -> None:
    """From the agreement a date that cannot be read is pointed at first, as with its own key."""
    async with sit(demo) as coach:
        await coach.press("enter", "f4")
        coach.on(AgreementScreen).field("deadline").value = "ooit"
        await asked(coach, "word overeenkomst", "Word-document: overeenkomst")
        await coach.press("enter")
        await coach.until(lambda: "kan ik niet lezen" in coach.seen)
    assert not list((home / "Documents").glob("*.docx"))


async def test_words_are_looked_for_from_the_palette(demo: Desk, sit: Sit) -> None:
    """The last thing offered is to look for what was typed in the dossiers."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "ctrl+p")
        await coach.write("dikke brief")
        await coach.until(lambda: 'Zoek "dikke brief" in de dossiers' in offered(coach))
        await coach.press(*["down"] * offered(coach).index('Zoek "dikke brief" in de dossiers'), "enter")
        await coach.until(lambda: isinstance(coach.app.screen, SearchScreen))
        assert coach.on(SearchScreen).query_one("#words", PlainInput).value == "dikke brief"
        await coach.until(lambda: "de dikke brief van de energie" in coach.seen)


async def test_on_the_list_there_are_no_documents(demo: Desk, sit: Sit) -> None:
    """Without a dossier nothing is offered that needs one."""
    async with sit(demo) as coach:
        await coach.press("ctrl+p")
        await coach.write("word")
        await coach.until(lambda: 'Zoek "word" in de dossiers' in offered(coach))
        assert not [name for name in offered(coach) if name.startswith("Word-document")]
        await coach.press("escape")
        coach.on(ClientsScreen)


def test_every_document_has_a_name() -> None:
    """A document that is added is offered by a name."""
    assert {str(each) for each in Document} <= PAPERS.keys()
