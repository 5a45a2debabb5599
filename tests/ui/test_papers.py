"""The room of documents: every one can be made, is remembered, and is the same as from the command line."""

from __future__ import annotations

import hashlib
import re
import threading
from pathlib import Path

import pytest

from sessionpad.desk.choices import Choices
from sessionpad.desk.desk import Desk
from sessionpad.desk.door import fill_with_demo
from sessionpad.desk.papers import Order, Papers
from sessionpad.documents import Asked, Document, Part, find_template, render
from sessionpad.method.language import Language
from sessionpad.store.vault import memory_vault
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.papers import PapersScreen
from sessionpad.ui.widgets.choice import Choice, picked
from tests.ui.conftest import Clock, Coach, Sit, counter, dossier_of
from tests.ui.rooms import into, pick

NARROW = (80, 24)
DIGITS = {document: str(number) for number, document in enumerate(Document, start=1)}


def said(coach: Coach) -> str:
    return " ".join(coach.seen.split())


def bytes_of(file: Path | str) -> bytes:
    return Path(file).read_bytes()


async def made(coach: Coach, desk: Desk, count: int, code: str = "A.") -> None:
    """Wait until so many documents are listed in the dossier on disk."""
    await coach.until(lambda: len(dossier_of(desk, code).papers) == count)
    await coach.pilot.pause()


@pytest.mark.parametrize("document", Document)
async def test_every_document_is_made_with_two_keys_and_listed(
    demo: Desk, sit: Sit, home: Path, document: Document
) -> None:
    """Pick and F5: a private file, listed with its sum, and byte for byte what the command line makes."""
    async with sit(demo) as coach:
        screen = await into(coach, "A.", PapersScreen)
        await pick(coach, screen, "document", DIGITS[document])
        await coach.press("f5")
        await made(coach, demo, 1)
        paper = dossier_of(demo, "A.").papers[0]
        assert paper.sha256[:12] in coach.seen
    file = Path(paper.file)
    assert file.parent == home / "Documents"
    assert hashlib.sha256(bytes_of(file)).hexdigest() == paper.sha256
    recipient = dossier_of(demo, "A.").sharings[0].recipient if document is Document.HANDOVER else ""
    order = Order(document=document, language="nl", asked=Asked(recipient=recipient))
    again = demo.export(order, dossier_of(demo, "A."), home)
    assert bytes_of(again.path) == bytes_of(file)


@pytest.mark.parametrize(("language", "word"), [("nl", "documenten"), ("en", "documents")])
async def test_only_what_a_document_takes_is_asked(demo: Desk, sit: Sit, language: Language, word: str) -> None:
    """Empty for a form, parts for an overview, for whom for a letter; at 80 by 24 too."""
    async with sit(demo, language=language, size=NARROW) as coach:
        screen = await into(coach, "A.", PapersScreen)
        assert word in coach.seen
        shown = {}
        for document in Document:
            await pick(coach, screen, "document", DIGITS[document])
            shown[document] = {key for key in ("blank", "parts", "recipient") if screen.field(key).display}
        forms = (Document.EVALUATION_FORM, Document.CLOSING_REVIEW, Document.AFTERCARE_PLAN)
        asked = {document: {"blank"} for document in forms}
        asked |= {Document.CLIENT_OVERVIEW: {"parts"}, Document.HANDOVER: {"recipient"}}
        assert shown == {document: asked.get(document, set()) for document in Document}


async def test_the_client_picks_what_is_in_the_overview(demo: Desk, sit: Sit, home: Path) -> None:
    """What is picked on the screen is what stands on paper, large when that was asked."""
    async with sit(demo) as coach:
        screen = await into(coach, "A.", PapersScreen)
        await pick(coach, screen, "document", DIGITS[Document.CLIENT_OVERVIEW])
        screen.field("parts").value = picked((Part.GOAL, Part.WISHES))
        await pick(coach, screen, "large", "1")
        await coach.press("f5")
        await made(coach, demo, 1)
    dossier = dossier_of(demo, "A.")
    asked = Asked(large=True, parts=(Part.GOAL, Part.WISHES))
    expected = render(Document.CLIENT_OVERVIEW, dossier, language="nl", today=demo.today, asked=asked)
    assert bytes_of(dossier.papers[0].file) == expected
    assert home in Path(dossier.papers[0].file).parents


@pytest.mark.usefixtures("home")
async def test_an_empty_form_is_made_to_write_on(demo: Desk, sit: Sit) -> None:
    """Empty on one document does not stick to another that cannot be empty."""
    async with sit(demo) as coach:
        screen = await into(coach, "A.", PapersScreen)
        await pick(coach, screen, "document", DIGITS[Document.EVALUATION_FORM])
        await pick(coach, screen, "blank", "1")
        await coach.press("f5")
        await made(coach, demo, 1)
        await pick(coach, screen, "document", DIGITS[Document.TASK_SHEET])
        await coach.press("f5")
        await made(coach, demo, 2)
    names = [Path(each.file).name for each in dossier_of(demo, "A.").papers]
    assert names[0].startswith("evaluatie-leeg-A-")
    assert names[1].startswith("afspraken-A-")


async def test_nothing_leaves_without_consent(demo: Desk, sit: Sit, home: Path) -> None:
    """R. agreed to nothing: it is said beforehand and when it is tried, and no file comes. Source: GW-18."""
    async with sit(demo) as coach:
        screen = await into(coach, "R.", PapersScreen)
        await pick(coach, screen, "document", DIGITS[Document.HANDOVER])
        assert "nog niet ingestemd" in said(coach)
        await coach.press("f5")
        await coach.until(lambda: "Voor wie?" in said(coach))
    assert not list((home / "Documents").iterdir())
    assert dossier_of(demo, "R.").papers == ()


async def test_with_more_than_one_consent_it_is_asked_for_whom(demo: Desk, sit: Sit, home: Path) -> None:
    """Only who the client agreed to can be picked; a talk that is not agreed yet is not among them."""
    pad = demo.open(demo.find("A."))
    pad.change("sharings", pad.dossier.sharings[1].id, agreed_on=demo.today)
    pad.save()
    async with sit(demo) as coach:
        screen = await into(coach, "A.", PapersScreen)
        await pick(coach, screen, "document", DIGITS[Document.HANDOVER])
        await coach.press("f5")
        await coach.until(lambda: "Voor wie?" in said(coach))
        await pick(coach, screen, "recipient", "2")
        assert isinstance(screen.field("recipient"), Choice)
        await coach.press("f5")
        await made(coach, demo, 1)
    file = Path(dossier_of(demo, "A.").papers[0].file)
    order = Order(document=Document.HANDOVER, language="nl", asked=Asked(recipient="De zorgleerkracht van Sanae"))
    assert bytes_of(demo.export(order, dossier_of(demo, "A."), home).path) == bytes_of(file)


async def test_the_same_key_once_more_uses_our_own_template(sit: Sit, home: Path, clock: Clock) -> None:
    """A broken house style is named in one sentence; nothing is made, and F5 again makes it with ours."""
    settings = home / "config" / "settings.toml"
    desk = Desk(memory_vault(clock), clock=clock, new_id=counter(), choices=Choices(settings))
    fill_with_demo(desk, "nl")
    own = settings.parent / "templates" / "nl" / "agreement.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"geen Word")
    async with sit(desk) as coach:
        await into(coach, "A.", PapersScreen)
        await coach.press("f5")
        await coach.until(lambda: "Nog eens dezelfde toets" in said(coach))
        assert "agreement.docx is geen Word-document." in said(coach)
        assert not list((home / "Documents").iterdir())
        await coach.press("f5")
        await made(coach, desk, 1)
        own.write_bytes(find_template(Document.AGREEMENT, "en").read_bytes())
        await coach.press("f5")
        await made(coach, desk, 2)
    ours, theirs = (bytes_of(each.file) for each in dossier_of(desk, "A.").papers)
    assert ours != theirs


async def test_leaving_before_it_is_there_loses_nothing(
    demo: Desk, sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Escape while the document is being made: it comes all the same, and it is listed."""
    go, export = threading.Event(), Papers.export

    def slow(*words: object, **more: object) -> object:
        go.wait(20)
        return export(*words, **more)  # type: ignore[arg-type]  # handed on as they are

    monkeypatch.setattr(Papers, "export", slow)
    async with sit(demo) as coach:
        await into(coach, "A.", PapersScreen)
        await coach.press("f5", "escape")
        assert not isinstance(coach.app.screen, PapersScreen)
        go.set()
        await made(coach, demo, 1)
    assert len(list((home / "Documents").iterdir())) == 1


@pytest.mark.usefixtures("home")
async def test_what_was_made_is_shown_last_one_first(demo: Desk, sit: Sit, clock: Clock) -> None:
    """With its number when it is an agreement that was made; an empty list says so."""
    async with sit(demo) as coach:
        screen = await into(coach, "A.", PapersScreen)
        assert "Van dit dossier is nog niets gemaakt." in said(coach)
        await coach.press("f5")
        await made(coach, demo, 1)
        clock.pass_(minutes=5)
        await pick(coach, screen, "document", DIGITS[Document.STEP_PLAN])
        await coach.press("f5")
        await made(coach, demo, 2)
        seen = said(coach)
        assert seen.index("vandaag 14:05 stappenplan") < seen.index("vandaag 14:00 overeenkomst nummer 1")


@pytest.mark.usefixtures("home")
async def test_the_agreement_of_the_talk_is_printed_as_it_was_made(demo: Desk, sit: Sit) -> None:
    """F5 on the agreement prints what stands; after a change it prints a draft, and says so in the file name."""
    async with sit(demo, size=(160, 40)) as coach:
        screen = await into(coach, "A.", AgreementScreen)
        await coach.press("f5")
        await made(coach, demo, 1)
        screen.field("goal").take_caret()
        await coach.press("end")
        await coach.write(" Echt.")
        await coach.press("f5")
        await made(coach, demo, 2)
    first, second = dossier_of(demo, "A.").papers
    assert first.agreement == dossier_of(demo, "A.").agreements[0].id
    assert (second.agreement, "-ontwerp-" in second.file) == (None, True)


@pytest.mark.parametrize(("size", "for_client"), [((120, 40), False), (NARROW, True)])
async def test_everything_of_a_client_in_one_key(
    demo: Desk, sit: Sit, home: Path, size: tuple[int, int], *, for_client: bool
) -> None:
    """F6 makes one file with everything, with or without what is for the coach alone, and lists it."""
    before = dossier_of(demo, "A.")
    async with sit(demo, size=size) as coach:
        screen = await into(coach, "A.", PapersScreen)
        assert "inzage" in said(coach)
        assert "het hele dossier" not in said(coach)  # it has a key of its own, and is none of the documents to pick
        if for_client:
            await pick(coach, screen, "for_client", "1")
        await coach.press("f6")
        await made(coach, demo, 1)
        assert "het hele dossier" in said(coach)
    paper = dossier_of(demo, "A.").papers[0]
    assert paper.document == "dossier"
    assert Path(paper.file).parent == home / "Documents"
    assert bytes_of(paper.file) == demo.whole(before, "nl", for_client=for_client)


async def test_the_calendar_file_of_one_client(demo: Desk, sit: Sit, home: Path) -> None:
    """F7 makes it, and says what is in it; what is said in the dossier is not."""
    async with sit(demo) as coach:
        await into(coach, "V.-E.", PapersScreen)
        await coach.press("f7")
        await coach.until(lambda: "In het agendabestand" in said(coach))
    (file,) = (home / "Documents").glob("agenda-*.ics")
    text = file.read_text("utf-8")
    assert set(re.findall(r"SUMMARY:(.*?)\r?\n", text)) == {"V.-E."}
    assert text.count("BEGIN:VEVENT") >= 2
