"""Paper from the desk: where a document goes."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.documents import Document
from sessionpad.errors import StorageFailed
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


@pytest.mark.parametrize("document", Document)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_gets_the_document_under_its_own_name(
    desk: Desk, pad: Pad, tmp_path: Path, document: Document, language: Language
) -> None:
    """The name is neutral, says whose and when, and the file is for this user alone."""
    path = desk.export(document, pad.dossier, language, tmp_path)
    assert path == tmp_path / desk.export_name(document, pad.dossier, language)
    assert path.name.endswith("-A-2026-11-24.docx")
    assert path.stat().st_mode & 0o777 == 0o600
    assert "brief openen" in words_in(path)


def test_what_is_there_is_never_replaced_by_itself(desk: Desk, pad: Pad, tmp_path: Path) -> None:
    """A second one gets a number; the first is left as it is."""
    first = desk.export(Document.AGREEMENT, pad.dossier, "nl", tmp_path)
    made = first.read_bytes()
    second = desk.export(Document.AGREEMENT, pad.dossier, "nl", tmp_path)
    assert (second.parent, second.stem) == (tmp_path, f"{first.stem}-2")
    assert (first.read_bytes(), len(list(tmp_path.iterdir()))) == (made, 2)


@pytest.mark.parametrize("replace", [True, False])
def test_a_file_is_replaced_when_that_is_asked(desk: Desk, pad: Pad, tmp_path: Path, *, replace: bool) -> None:
    """With `replace` the file itself becomes the document, without it the document stands beside it."""
    target = tmp_path / "overeenkomst.docx"
    target.write_bytes(b"iets anders")
    path = desk.export(Document.AGREEMENT, pad.dossier, "nl", target, replace=replace)
    assert (path == target) is replace
    assert (target.read_bytes() == b"iets anders") is not replace
    assert len(list(tmp_path.iterdir())) == (1 if replace else 2)


def test_a_folder_that_is_not_there_leaves_nothing_behind(desk: Desk, pad: Pad, tmp_path: Path) -> None:
    """The trouble is named, also for a path below a file."""
    (tmp_path / "file").write_bytes(b"x")
    for target in (tmp_path / "nowhere" / "a.docx", tmp_path / "file" / "a.docx"):
        for replace in (True, False):
            with pytest.raises(StorageFailed):
                desk.export(Document.AGREEMENT, pad.dossier, "nl", target, replace=replace)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_wild_names_are_only_text_on_paper(desk: Desk, tmp_path: Path) -> None:
    """Markup, Jinja, signs of XML and quotes stand in the document as typed; the file name holds none of them."""
    pad = desk.new_client(WILD, WILD)
    pad.change_goal(text=WILD)
    path = desk.export(Document.AGREEMENT, pad.dossier, "nl", tmp_path)
    assert path.name == "samenwerkingsovereenkomst-b-x-e-2026-11-24.docx"
    assert words_in(path).count(WILD) >= 2


async def test_away_from_the_screen_it_is_the_same(desk: Desk, pad: Pad, tmp_path: Path) -> None:
    """A document made in the background goes to the same place, and is never one that was there."""
    first = await desk.export_aside(Document.TASK_SHEET, pad.dossier, "nl", tmp_path)
    second = await desk.export_aside(Document.TASK_SHEET, pad.dossier, "nl", tmp_path)
    assert first.name == desk.export_name(Document.TASK_SHEET, pad.dossier, "nl")
    assert first != second
