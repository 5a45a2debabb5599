from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from sessionpad.documents import Asked, Document, Part, render
from sessionpad.documents.everything import render_everything
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.exploration import Exploration
from tests.unit.documents.whole import DUTCH, ENGLISH, second_agreement

pytestmark = pytest.mark.office

SIGNS = {"nl": "Handtekening", "en": "Signature"}


def _print(files: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """The text of every page of each file, as LibreOffice lays it out; one start of LibreOffice for all of them."""
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run(
        [*command, str(folder), *map(str, folder.glob("*.docx"))], check=True, capture_output=True, timeout=180
    )
    return {name: _pages(folder / f"{name}.pdf") for name in files}


def _pages(pdf: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True)
    return done.stdout.split("\f")[:-1]


def _overlong(dossier: Dossier) -> Dossier:
    """So much in one text that it fills more than a page by itself."""
    endless = "Een zin die maar niet ophoudt, omdat er nog zoveel bij te vertellen valt. " * 60
    now = dossier.trajectory
    told = msgspec.structs.replace(
        now,
        goal=msgspec.structs.replace(now.goal, text=endless),
        closing=msgspec.structs.replace(now.closing, process=endless, keeps=endless),
        aftercare=msgspec.structs.replace(now.aftercare, first_step=endless),
    )
    tasks = tuple(msgspec.structs.replace(task, how=endless[:1500]) for task in dossier.tasks)
    return msgspec.structs.replace(
        dossier, trajectories=(told,), tasks=tasks, exploration=Exploration(strengths_self=endless)
    )


@pytest.fixture
def files(
    today: date,
    full_dutch: Dossier,
    full_english: Dossier,
    whole_dutch: Dossier,
    whole_english: Dossier,
    empty: Dossier,
    long_names: Dossier,
    oral: Agreement,
    with_tasks: Callable[[int], Dossier],
) -> dict[str, bytes]:
    dutch = {
        "full": full_dutch,
        "empty": empty,
        "long": long_names,
        "one": with_tasks(1),
        "eight": with_tasks(8),
        "thirty": with_tasks(30),
    }
    made = {name: render(Document.AGREEMENT, each, language="nl", today=today) for name, each in dutch.items()}
    made["english"] = render(Document.AGREEMENT, full_english, language="en", today=today)
    made["oral"] = render(Document.AGREEMENT, full_dutch, language="nl", today=today, agreement=oral)
    for document in Document:
        recipient = whole_dutch.sharings[0].recipient if document is Document.HANDOVER else ""
        asked = Asked(recipient=recipient)
        english = Asked(recipient=whole_english.sharings[0].recipient if recipient else "")
        made[f"{document}-whole"] = render(document, whole_dutch, language="nl", today=today, asked=asked)
        made[f"{document}-english"] = render(document, whole_english, language="en", today=today, asked=english)
        made[f"{document}-overlong"] = render(document, _overlong(whole_dutch), language="nl", today=today, asked=asked)
        if document is not Document.HANDOVER:
            made[f"{document}-empty"] = render(document, empty, language="en", today=today)
    for number, (dossier, said) in enumerate(((whole_dutch, DUTCH), (whole_english, ENGLISH))):
        second = second_agreement(dossier, said, today)
        language = ("nl", "en")[number]
        made[f"second-{language}"] = render(
            Document.AGREEMENT,
            dossier,
            language="en" if number else "nl",
            today=today,
            agreement=second,
        )
    everything = Asked(parts=tuple(Part))
    made["all-parts"] = render(Document.CLIENT_OVERVIEW, whole_dutch, language="nl", today=today, asked=everything)
    large = Asked(large=True)
    made["sheet"] = render(Document.TASK_SHEET, full_dutch, language="nl", today=today)
    made["sheet-large"] = render(Document.TASK_SHEET, full_dutch, language="nl", today=today, asked=large)
    for document in (Document.EVALUATION_FORM, Document.CLOSING_REVIEW, Document.AFTERCARE_PLAN):
        made[f"{document}-blank"] = render(document, whole_dutch, language="nl", today=today, asked=Asked(blank=True))
    return made


def test_documents_on_paper(tmp_path: Path, files: dict[str, bytes]) -> None:
    """Signatures stay on one page whatever comes before them, and every case keeps to the pages one expects."""
    printed = _print(files, tmp_path)

    signers = {"full": 4, "empty": 2, "long": 6, "one": 4, "eight": 4, "thirty": 4, "oral": 0}
    signers |= {"second-nl": 4, "second-en": 3, "handover-whole": 2, "handover-english": 2, "agreement-overlong": 4}
    for name, count in signers.items():
        word = SIGNS["en" if name in {"second-en", "handover-english"} else "nl"]
        per_page = [page.count(word) for page in printed[name]]
        assert max(per_page) == sum(per_page) == count, name
    pages = {name: len(each) for name, each in printed.items()}
    expected = {
        **dict.fromkeys(("full", "empty", "english", "oral"), 2),
        **dict.fromkeys(("sheet", "task-sheet-empty", "step-plan-empty"), 1),
        **dict.fromkeys(("client-overview-whole", "client-overview-english"), 1),
        **dict.fromkeys(("handover-whole", "handover-english"), 1),
        **dict.fromkeys(("closing-review-whole", "closing-review-english"), 2),
        **dict.fromkeys(("aftercare-plan-whole", "aftercare-plan-english", "aftercare-plan-empty"), 2),
        **dict.fromkeys(("closing-review-blank", "closing-review-empty"), 2),
        **dict.fromkeys(("sheet-large", "all-parts"), 2),
    }
    assert {name: pages[name] for name in expected} == expected
    assert "pagina 2 van 4" in printed["thirty"][1]
    assert printed["thirty"][1].split()[:3] == ["Wie", "Wat", "Wanneer"]
    heads = [page.split()[:4] for page in printed["step-plan-overlong"][1:]]
    assert ["Stap", "Wie", "en", "wanneer"] in heads
    assert "Om te onthouden" in printed["aftercare-plan-whole"][1]
    assert all(page.strip() for each in printed.values() for page in each)


def test_a_whole_dossier_on_paper(tmp_path: Path, whole_dutch: Dossier, whole_english: Dossier, today: date) -> None:
    """No page is empty, each says which it is, and the last one says what is left out; however long a text is."""
    printed = _print(
        {
            "whole": render_everything(whole_dutch, language="nl", today=today),
            "english": render_everything(whole_english, language="en", today=today, for_client=True),
            "overlong": render_everything(_overlong(whole_dutch), language="nl", today=today),
        },
        tmp_path,
    )
    assert all(len(page.split()) > 10 for pages in printed.values() for page in pages)
    assert f"pagina 2 van {len(printed['whole'])}" in printed["whole"][1]
    assert "Wat hier niet in staat, en waarvoor" in "".join(printed["whole"][-2:])
    assert "What is not in here, and why" in "".join(printed["english"][-2:])
    assert len(printed["overlong"]) > len(printed["whole"])
