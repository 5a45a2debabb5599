"""Paper from the desk: where a document goes."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from sessionpad.desk.choices import Choices
from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.desk.papers import Order
from sessionpad.documents import Asked, Document, Part, find_template
from sessionpad.domain.ids import SharingId
from sessionpad.domain.sharing import Sharing
from sessionpad.errors import InvalidInput, NotFound, StorageFailed, TemplateBroken
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.store.vault import memory_vault
from tests.unit.domain.builders import Clock, counting_ids

WILD = '[/b] {{x}} & <é> "'


@pytest.fixture
def desk() -> Desk:
    clock = Clock()
    return Desk(memory_vault(clock), clock=clock, new_id=counting_ids())


@pytest.fixture
def pad(desk: Desk) -> Pad:
    pad = desk.new_client("A.", "Amina")
    pad.change_goal(text="Alle post ligt open")
    pad.capture("brief openen", None)
    return pad


def words_in(path: Path) -> str:
    """The text of a Word document, its tags taken away."""
    with zipfile.ZipFile(path) as document:
        xml = "".join(document.read(name).decode() for name in document.namelist() if name.startswith("word/"))
    shown = re.sub(r"<[^>]+>", "", xml)
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def order(document: Document = Document.AGREEMENT, language: Language = "nl", **fields: Any) -> Order:
    return Order(document=document, language=language, **fields)


@pytest.mark.parametrize("document", [each for each in Document if each is not Document.HANDOVER])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_gets_the_document_under_its_own_name(
    desk: Desk, pad: Pad, tmp_path: Path, document: Document, language: Language
) -> None:
    """The name is neutral, says whose and when, and the file is for this user alone."""
    wanted = order(document, language)
    path = desk.export(wanted, pad.dossier, tmp_path).path
    assert path == tmp_path / desk.export_name(wanted, pad.dossier)
    assert path.name.endswith("-A-2026-11-24.docx")
    assert path.stat().st_mode & 0o777 == 0o600
    assert "Alle post ligt open" in words_in(path) or document in {Document.TASK_SHEET, Document.AFTERCARE_PLAN}


def test_a_document_is_known_again_by_its_sum(desk: Desk, pad: Pad, tmp_path: Path) -> None:
    """What is remembered of a document names the file, the moment, the sum of its bytes and the agreement it shows."""
    draft = desk.export(order(), pad.dossier, tmp_path)
    assert draft.paper.agreement is None
    assert "-ontwerp-" in draft.path.name
    pad.make_agreement()
    made = desk.export(order(), pad.dossier, tmp_path)
    paper = made.paper
    assert paper.agreement == pad.dossier.agreements[0].id
    assert paper.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest()
    assert (paper.file, paper.made_at, paper.document) == (str(made.path), desk.now, "agreement")
    pad.add("papers", paper)
    pad.save()
    assert desk.open(pad.dossier.id).dossier.papers == (paper,)


def test_an_agreement_is_printed_as_it_was_made_until_something_else_is_agreed(
    desk: Desk, pad: Pad, tmp_path: Path
) -> None:
    """Tasks of later do not change it; another goal makes the next print a draft, and a number asks for an old one."""
    pad.make_agreement()
    pad.capture("later bedacht", None)
    again = desk.export(order(), pad.dossier, tmp_path).path
    assert "later bedacht" not in words_in(again)
    pad.change_goal(text="Iets anders")
    draft = desk.export(order(), pad.dossier, tmp_path).path
    assert "-ontwerp-" in draft.name
    assert "Iets anders" in words_in(draft)
    first = desk.export(order(number=1), pad.dossier, tmp_path).path
    assert words_in(first) == words_in(again)
    with pytest.raises(NotFound) as caught:
        desk.export(order(number=2), pad.dossier, tmp_path)
    assert caught.value.key == "agreement"


def test_without_consent_no_hand_over_is_made(desk: Desk, pad: Pad, tmp_path: Path) -> None:
    """Talked about is not agreed, taken back is not agreed, and nobody else's consent counts. Source: GW-18."""
    told = Sharing(id=SharingId("told"), recipient="Sociaal huis", what="dat ik kom")
    letter = order(Document.HANDOVER, asked=Asked(recipient="sociaal HUIS "))

    def refused(wanted: Order = letter) -> str:
        with pytest.raises(InvalidInput) as caught:
            desk.export(wanted, pad.dossier, tmp_path)
        return caught.value.key

    assert refused() == "no-consent"
    pad.add("sharings", told)
    assert refused() == "no-consent"
    pad.change("sharings", "told", agreed_on=desk.today)
    assert "dat ik kom" in words_in(desk.export(letter, pad.dossier, tmp_path).path)
    assert refused(order(Document.HANDOVER)) == "recipient-needed"
    assert refused(order(Document.HANDOVER, asked=Asked(recipient="de school"))) == "no-consent"
    pad.add("sharings", Sharing(id=SharingId("b"), recipient="Sociaal loket", what="x", agreed_on=desk.today))
    assert refused(order(Document.HANDOVER, asked=Asked(recipient="sociaal"))) == "recipient-ambiguous"
    pad.change("sharings", "told", withdrawn_on=desk.today)
    assert refused() == "no-consent"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("document", "asked", "key"),
    [
        (Document.TASK_SHEET, Asked(blank=True), "not-blank"),
        (Document.AGREEMENT, Asked(parts=(Part.GOAL,)), "no-parts"),
        (Document.STEP_PLAN, Asked(recipient="iemand"), "no-recipient"),
    ],
)
def test_what_a_document_cannot_be_is_said(
    desk: Desk, pad: Pad, tmp_path: Path, document: Document, asked: Asked, key: str
) -> None:
    """An option that does nothing is not quietly passed over, and leaves no file."""
    with pytest.raises(InvalidInput) as caught:
        desk.export(order(document, asked=asked), pad.dossier, tmp_path)
    assert caught.value.key == key
    assert not list(tmp_path.iterdir())


def test_what_is_there_is_never_replaced_by_itself(desk: Desk, pad: Pad, tmp_path: Path) -> None:
    """A second one gets a number; the first is left as it is."""
    first = desk.export(order(), pad.dossier, tmp_path).path
    made = first.read_bytes()
    second = desk.export(order(), pad.dossier, tmp_path).path
    assert (second.parent, second.stem) == (tmp_path, f"{first.stem}-2")
    assert (first.read_bytes(), len(list(tmp_path.iterdir()))) == (made, 2)


@pytest.mark.parametrize("replace", [True, False])
def test_a_file_is_replaced_when_that_is_asked(desk: Desk, pad: Pad, tmp_path: Path, *, replace: bool) -> None:
    """With `replace` the file itself becomes the document, without it the document stands beside it."""
    target = tmp_path / "overeenkomst.docx"
    target.write_bytes(b"iets anders")
    path = desk.export(order(), pad.dossier, target, replace=replace).path
    assert (path == target) is replace
    assert (target.read_bytes() == b"iets anders") is not replace
    assert len(list(tmp_path.iterdir())) == (1 if replace else 2)


def test_a_folder_that_is_not_there_leaves_nothing_behind(desk: Desk, pad: Pad, tmp_path: Path) -> None:
    """The trouble is named, also for a path below a file."""
    (tmp_path / "file").write_bytes(b"x")
    for target in (tmp_path / "nowhere" / "a.docx", tmp_path / "file" / "a.docx"):
        for replace in (True, False):
            with pytest.raises(StorageFailed):
                desk.export(order(), pad.dossier, target, replace=replace)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_wild_names_are_only_text_on_paper(desk: Desk, tmp_path: Path) -> None:
    """Markup, Jinja, signs of XML and quotes stand in the document as typed; the file name holds none of them."""
    pad = desk.new_client(WILD, WILD)
    pad.change_goal(text=WILD)
    path = desk.export(order(), pad.dossier, tmp_path).path
    assert path.name == "samenwerkingsovereenkomst-ontwerp-b-x-e-2026-11-24.docx"
    assert words_in(path).count(WILD) >= 2


def test_the_house_style_of_the_organisation_is_used_unless_ours_is_asked_for(tmp_path: Path) -> None:
    """A template in the folder of the settings wins; a broken one is named, and ours can still be used."""
    clock = Clock()
    settings = tmp_path / "config" / "settings.toml"
    desk = Desk(memory_vault(clock), clock=clock, new_id=counting_ids(), choices=Choices(settings))
    pad = desk.new_client("A.", "Amina")
    own = settings.parent / "templates" / "nl" / "task-sheet.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(find_template(Document.STEP_PLAN, "nl").read_bytes())
    sheet = order(Document.TASK_SHEET)
    with pytest.raises(TemplateBroken) as caught:
        desk.export(sheet, pad.dossier, tmp_path)
    assert caught.value.params["file"] == "task-sheet.docx"
    ours = desk.export(order(Document.TASK_SHEET, ours=True), pad.dossier, tmp_path).path
    assert "Afspraken tot de volgende keer" in words_in(ours)
    own.write_bytes(find_template(Document.TASK_SHEET, "en").read_bytes())
    assert "Our next appointment" in words_in(desk.export(sheet, pad.dossier, tmp_path).path)


async def test_away_from_the_screen_it_is_the_same(desk: Desk, pad: Pad, tmp_path: Path) -> None:
    """A document made in the background goes to the same place, has the same bytes, and is never one that was there."""
    wanted = order(Document.TASK_SHEET)
    first = (await desk.export_aside(wanted, pad.dossier, tmp_path)).path
    second = (await desk.export_aside(wanted, pad.dossier, tmp_path)).path
    assert first.name == desk.export_name(wanted, pad.dossier)
    assert first != second
    assert first.read_bytes() == second.read_bytes()
    assert desk.export(wanted, pad.dossier, tmp_path).path.read_bytes() == first.read_bytes()
