"""Templates of one's own are looked over before the meeting, without any dossier."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_type_hints

import pytest

from sessionpad.documents import Document, check_template, find_template, our_templates, which
from sessionpad.documents.catalogue import RECIPES
from sessionpad.errors import InvalidInput, TemplateBroken
from sessionpad.method.language import LANGUAGES, Language

Alter = Callable[[str, str], Path]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", Document)
def test_our_own_templates_can_be_used(document: Document, language: Language) -> None:
    """They use only what there is, and leave out nothing but what speaks for itself."""
    checked = check_template(find_template(document, language), document)
    assert checked.misspelt == ()
    assert checked.trouble is None
    assert set(checked.used) | set(checked.unused) == get_type_hints(RECIPES[document].fields).keys()
    general = {"language", "address", "reach", "date", "client", "coach"}
    assert set(checked.unused) <= general


@pytest.mark.parametrize(
    ("tag", "field", "near"),
    [
        ("{{ gaol }}", "gaol", "goal"),
        ("{{ dedline|upper }}", "dedline", "deadline"),
        ("{% if fallbakc %}x{% endif %}", "fallbakc", "fallback"),
        ("{{ facets.sinse }}", "facets.sinse", "facets.since"),
        ("{{ tasks[0].waht }}", "tasks[0].waht", "tasks[0].what"),
        ("{% for job in tasks if job.howw %}{{ job.what }}{% endfor %}", "job.howw", "job.how"),
        ("{{ facets['sinds'] }}", "facets.sinds", "facets.since"),
        ("{% set mine = facets %}{{ mine.wehre }}", "mine.wehre", "mine.where"),
        ("{{ zzzzzzzz }}", "zzzzzzzz", ""),
        ("{{ task_one.what }}", "task_one", "tasks"),
    ],
)
def test_a_field_that_does_not_exist_is_named_with_the_one_that_was_meant(
    altered_template: Alter, tag: str, field: str, near: str
) -> None:
    """Wherever it stands: alone, in a condition, in a line of a list, behind a name of the template's own."""
    file = altered_template("{{ goal }}", tag) / "nl" / "agreement.docx"
    checked = check_template(file, Document.AGREEMENT)
    assert [(each.field, each.near) for each in checked.misspelt] == [(field, near)]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ goal.upper() }}",
        "{{ evaluations|length }}",
        "{% for day in evaluations %}{{ loop.index }} {{ day }}{% endfor %}",
        "{% set own = goal %}{{ own }}",
        "{{ tasks[0].what if tasks else '' }}",
    ],
)
def test_what_the_language_of_templates_can_do_is_fine(altered_template: Alter, tag: str) -> None:
    """Names of the template's own, counters and filters are no mistakes."""
    file = altered_template("{{ goal }}", tag) / "nl" / "agreement.docx"
    checked = check_template(file, Document.AGREEMENT)
    assert checked.misspelt == ()
    assert checked.trouble is None


def test_a_field_that_is_left_out_is_told(altered_template: Alter) -> None:
    """Leaving out is allowed; knowing it helps."""
    file = altered_template("{{ goal }}", "vast doel") / "nl" / "agreement.docx"
    assert "goal" not in check_template(file, Document.AGREEMENT).unused
    file.write_bytes(find_template(Document.HANDOVER, "nl").read_bytes())
    checked = check_template(file, Document.AGREEMENT)
    assert {"goal", "tasks", "signers"} <= set(checked.unused)
    assert [each.field for each in checked.misspelt] == ["agreed_on", "recipient", "until", "what"]


@pytest.mark.parametrize(
    ("tag", "detail"), [("{{ goal + 1 }}", "TypeError"), ("{{ tasks[7].what }}", ""), ("{{ coach|nosuch }}", None)]
)
def test_what_goes_wrong_only_when_it_is_filled_in_is_found_too(
    altered_template: Alter, tag: str, detail: str | None
) -> None:
    """It is tried with something and with nothing in every field."""
    folder = altered_template("{{ goal }}", tag)
    trouble = check_template(folder / "nl" / "agreement.docx", Document.AGREEMENT).trouble
    assert trouble is not None
    assert detail is None or trouble.params["detail"] == detail


@pytest.mark.parametrize(("old", "new"), [("{%p endif %}", ""), ("{{ goal }}", "{{ goal"), ("{{ goal }}", "{% if %}")])
def test_a_tag_that_cannot_be_read_is_named(altered_template: Alter, old: str, new: str) -> None:
    """Before any field is looked at."""
    file = altered_template(old, new) / "nl" / "agreement.docx"
    with pytest.raises(TemplateBroken) as caught:
        check_template(file, Document.AGREEMENT)
    assert caught.value.key == "syntax"


def test_a_file_that_is_no_word_is_named(tmp_path: Path) -> None:
    """Also when it is only called so."""
    file = tmp_path / "agreement.docx"
    file.write_bytes(b"PK\x03\x04")
    with pytest.raises(TemplateBroken) as caught:
        check_template(file, Document.AGREEMENT)
    assert caught.value.key == "not-word"


def test_the_name_of_the_file_says_which_document_it_is() -> None:
    """Unless it is said; and when nobody says it, that is asked."""
    assert which(Path("nl/step-plan.docx")) is Document.STEP_PLAN
    assert which(Path("ons-plan.docx"), "step-plan") is Document.STEP_PLAN
    with pytest.raises(InvalidInput) as caught:
        which(Path("ons-plan.docx"))
    assert caught.value.key == "template-of-what"


def test_all_of_ours_can_be_handed_out() -> None:
    """One for each document and language."""
    handed = {(language, path.stem) for language, path in our_templates()}
    assert handed == {(language, document.value) for language in LANGUAGES for document in Document}
