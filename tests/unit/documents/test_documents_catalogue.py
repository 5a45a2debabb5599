from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from sessionpad.documents import Document, file_name, find_template, missing
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Goal, Problem
from sessionpad.domain.trajectory import Title
from sessionpad.errors import NotFound
from sessionpad.method.language import LANGUAGES


def _coded(dossier: Dossier, code: str) -> Dossier:
    return msgspec.structs.replace(dossier, client=msgspec.structs.replace(dossier.client, code=code))


@pytest.mark.parametrize(
    ("document", "code", "expected"),
    [
        (Document.AGREEMENT, "A", "samenwerkingsovereenkomst-ontwerp-A-2026-11-22.docx"),
        (Document.TASK_SHEET, "A", "afspraken-A-2026-11-22.docx"),
        (Document.STEP_PLAN, "A", "stappenplan-A-2026-11-22.docx"),
        (Document.EVALUATION_FORM, "A", "evaluatie-A-2026-11-22.docx"),
        (Document.CLOSING_REVIEW, "A", "terugblik-A-2026-11-22.docx"),
        (Document.AFTERCARE_PLAN, "A", "nazorgplan-A-2026-11-22.docx"),
        (Document.CLIENT_OVERVIEW, "A", "overzicht-A-2026-11-22.docx"),
        (Document.HANDOVER, "A", "overdracht-A-2026-11-22.docx"),
        (Document.AGREEMENT, "../../étage 3: R&D", "samenwerkingsovereenkomst-ontwerp-etage-3-R-D-2026-11-22.docx"),
        (Document.AGREEMENT, "/?*\x00", "samenwerkingsovereenkomst-ontwerp-2026-11-22.docx"),
        (Document.TASK_SHEET, "Ωμέγα", "afspraken-Ωμεγα-2026-11-22.docx"),
        (Document.TASK_SHEET, "x" * 300, f"afspraken-{'x' * 40}-2026-11-22.docx"),
    ],
)
def test_a_file_name_is_neutral_and_fits_every_disk(
    empty: Dossier, today: date, document: Document, code: str, expected: str
) -> None:
    """Only letters, digits and hyphens of the client code come through. Source: TGH-46."""
    assert file_name(document, _coded(empty, code), language="nl", today=today) == expected


def test_a_statement_of_commitment_is_filed_under_its_title(
    full_dutch: Dossier, today: date, agreement_of: Callable[..., Agreement]
) -> None:
    """The file is named as the document is titled; of a draft it says so, the paper itself stays clean."""
    made = agreement_of(full_dutch, title=Title.COMMITMENT)
    named = file_name(Document.AGREEMENT, full_dutch, language="nl", today=today, agreement=made)
    assert named == "engagementsverklaring-A-2026-11-22.docx"
    trajectory = msgspec.structs.replace(full_dutch.trajectory, title=Title.COMMITMENT)
    draft = msgspec.structs.replace(full_dutch, trajectories=(trajectory,))
    assert file_name(Document.AGREEMENT, draft, language="nl", today=today) == named.replace("-A-", "-ontwerp-A-")


def test_a_full_dossier_misses_nothing(full_dutch: Dossier, today: date) -> None:
    """Only the task without a date is mentioned, as a low remark."""
    assert [(each.code, each.severity) for each in missing(Document.AGREEMENT, full_dutch, today)] == [
        ("tasks-without-date", "low")
    ]
    assert missing(Document.TASK_SHEET, full_dutch, today) == ()


def test_an_empty_dossier_hears_everything_that_is_missing(empty: Dossier, today: date) -> None:
    """Every gap is named before export, with the row of the method it rests on. Source: TGH-41."""
    gaps = missing(Document.AGREEMENT, empty, today)
    assert [each.code for each in gaps] == [
        "missing-problem",
        "missing-goal",
        "missing-why",
        "missing-main-task",
        "missing-deadline",
        "missing-evaluation",
        "missing-talks",
        "missing-fallback",
        "missing-tasks",
        "missing-coach-tasks",
        "missing-client",
        "missing-coach",
        "missing-reach",
    ]
    assert all(each.source for each in gaps)
    assert [each.code for each in missing(Document.TASK_SHEET, empty, today)] == [
        "missing-tasks",
        "missing-next-appointment",
        "missing-reach",
    ]


def test_a_problem_kept_off_paper_is_not_missed(empty: Dossier, today: date) -> None:
    """Leaving the story out is a choice, not a gap. Source: TGH-51."""
    kept = msgspec.structs.replace(empty.trajectory, problem=Problem(in_document=False), goal=Goal(text="  "))
    codes = [
        each.code for each in missing(Document.AGREEMENT, msgspec.structs.replace(empty, trajectories=(kept,)), today)
    ]
    assert "missing-problem" not in codes
    assert "missing-goal" in codes


@pytest.mark.parametrize("document", Document)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_has_a_template_in_every_language(document: Document, language: str) -> None:
    """Adding a document without its templates fails here."""
    assert find_template(document, language).is_file()  # type: ignore[arg-type]  # parametrize widens the literal


def test_the_users_own_template_wins(tmp_path: Path) -> None:
    """The first folder that has the template is taken, ours last."""
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        (folder / "nl").mkdir(parents=True)
    (second / "nl" / "agreement.docx").write_bytes(b"")
    assert find_template(Document.AGREEMENT, "nl", (first, second)) == second / "nl" / "agreement.docx"
    assert find_template(Document.AGREEMENT, "en", (first, second)).parents[1].name in {"templates", "_templates"}


def test_a_template_that_is_nowhere_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says which document and language."""
    monkeypatch.setattr("sessionpad.documents.templates._OURS", ())
    with pytest.raises(NotFound) as caught:
        find_template(Document.AGREEMENT, "nl")
    assert caught.value.key == "template"
    assert caught.value.params == {"document": "agreement", "language": "nl"}


def test_the_room_opens_without_word() -> None:
    """Importing the room loads no Word library: only a render pays for it."""
    code = (
        "import sys, sessionpad.documents; print(*sorted({'docx', 'docxtpl', 'jinja2', 'lxml'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
