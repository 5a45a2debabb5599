from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sessionpad.documents import Document, render
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.dossier import Dossier

pytestmark = pytest.mark.office


def _print(files: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """The text of every page of each file, as LibreOffice lays it out."""
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


def test_documents_on_paper(
    tmp_path: Path,
    today: date,
    full_dutch: Dossier,
    full_english: Dossier,
    empty: Dossier,
    long_names: Dossier,
    oral: Agreement,
    with_tasks: Callable[[int], Dossier],
) -> None:
    """Signatures stay on one page whatever comes before them, and ordinary cases keep to the pages one expects."""
    dutch = {
        "full": full_dutch,
        "empty": empty,
        "long": long_names,
        "one": with_tasks(1),
        "eight": with_tasks(8),
        "thirty": with_tasks(30),
    }
    files = {name: render(Document.AGREEMENT, each, language="nl", today=today) for name, each in dutch.items()}
    files["english"] = render(Document.AGREEMENT, full_english, language="en", today=today)
    files["oral"] = render(Document.AGREEMENT, full_dutch, language="nl", today=today, agreement=oral)
    files["sheet"] = render(Document.TASK_SHEET, full_dutch, language="nl", today=today)
    files["sheet-empty"] = render(Document.TASK_SHEET, empty, language="en", today=today)
    printed = _print(files, tmp_path)

    signers = {"full": 4, "empty": 2, "long": 6, "one": 4, "eight": 4, "thirty": 4, "oral": 0}
    for name, count in signers.items():
        per_page = [page.count("Handtekening") for page in printed[name]]
        assert max(per_page) == sum(per_page) == count, name
    pages = {name: len(each) for name, each in printed.items()}
    assert {name: pages[name] for name in ("full", "empty", "english", "oral", "sheet", "sheet-empty")} == {
        "full": 2,
        "empty": 2,
        "english": 2,
        "oral": 2,
        "sheet": 1,
        "sheet-empty": 1,
    }
    assert "pagina 2 van 4" in printed["thirty"][1]
    head = ["Wie", "Wat", "Wanneer"]
    assert printed["thirty"][1].split()[:3] == head
