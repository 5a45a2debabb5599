from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import NamedTuple, get_type_hints

import docx
import msgspec
import pytest
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from sessionpad.documents import AS_USUAL, Asked, Document, Part, find_template, render, takes_blank
from sessionpad.documents.catalogue import RECIPES
from sessionpad.documents.word import environment
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Goal, Problem
from sessionpad.domain.text import clean_text
from sessionpad.errors import TemplateBroken
from sessionpad.method.language import LANGUAGES, Language
from tests.unit.documents.whole import DUTCH, ENGLISH, second_agreement

Paragraphs = Callable[[bytes], list[str]]
Alter = Callable[[str, str], Path]
GOLDEN = Path(__file__).parent / "golden"


def _with_goal(dossier: Dossier, text: str) -> Dossier:
    return msgspec.structs.replace(
        dossier, trajectories=(msgspec.structs.replace(dossier.trajectory, goal=Goal(text=text)),)
    )


class Case(NamedTuple):
    dossier: Dossier
    language: Language
    agreement: Agreement | None = None
    asked: Asked = AS_USUAL


@pytest.fixture
def cases(
    full_dutch: Dossier,
    full_english: Dossier,
    empty: Dossier,
    oral: Agreement,
    whole_dutch: Dossier,
    whole_english: Dossier,
    today: date,
) -> dict[str, Case]:
    everything = Asked(parts=tuple(Part))
    return {
        "full-nl": Case(full_dutch, "nl"),
        "full-en": Case(full_english, "en"),
        "empty-nl": Case(empty, "nl"),
        "empty-en": Case(empty, "en"),
        "oral-nl": Case(full_dutch, "nl", oral),
        "whole-nl": Case(whole_dutch, "nl", second_agreement(whole_dutch, DUTCH, today), everything),
        "whole-en": Case(whole_english, "en", second_agreement(whole_english, ENGLISH, today), everything),
        "blank-nl": Case(whole_dutch, "nl", asked=Asked(blank=True)),
    }


GOLDENS = sorted(GOLDEN.glob("*.txt"))


def _render(document: Document, case: Case, today: date) -> bytes:
    """The document; a letter goes to who the client agreed to, and parts are only asked for where there are any."""
    asked = case.asked if document is Document.CLIENT_OVERVIEW or case.asked.blank else AS_USUAL
    if document is Document.HANDOVER:
        asked = Asked(recipient=case.dossier.sharings[0].recipient)
    return render(document, case.dossier, language=case.language, today=today, agreement=case.agreement, asked=asked)


def _of(file: Path) -> tuple[Document, str]:
    """The document and the case that a file with a whole text is about."""
    document = max((each for each in Document if file.stem.startswith(f"{each}-")), key=len)
    return document, file.stem.removeprefix(f"{document}-")


@pytest.mark.parametrize("file", GOLDENS, ids=lambda file: file.stem)
def test_a_document_reads_as_it_did(cases: dict[str, Case], paragraphs: Paragraphs, today: date, file: Path) -> None:
    """The whole text of every document is pinned: no sentence changes unseen, no private line slips in."""
    document, case = _of(file)
    text = "\n".join(paragraphs(_render(document, cases[case], today)))
    assert text + "\n" == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", Document)
def test_every_document_is_pinned(document: Document, language: Language) -> None:
    """Filled as far as it can be, in both languages; and empty, when it can be made of nothing."""
    pinned = {_of(file) for file in GOLDENS}
    assert (document, f"whole-{language}") in pinned
    assert document is Document.HANDOVER or (document, f"empty-{language}") in pinned
    assert not takes_blank(document) or (document, "blank-nl") in pinned


@pytest.mark.parametrize("file", GOLDENS, ids=lambda file: file.stem)
def test_a_document_is_valid_word(cases: dict[str, Case], tmp_path: Path, today: date, file: Path) -> None:
    """Word's own schema has no remark on what we make."""
    document, case = _of(file)
    made = tmp_path / "made.docx"
    made.write_bytes(_render(document, cases[case], today))
    assert [str(error) for error in OpenXmlValidator().validate(made).errors] == []


@pytest.mark.parametrize("document", Document)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_asks_only_for_what_the_context_has(document: Document, language: Language) -> None:
    """A name in a template that the program does not fill, or a typing slip, fails here and not at a client's table."""
    asked = DocxTemplate(find_template(document, language)).get_undeclared_template_variables(environment())
    assert asked <= get_type_hints(RECIPES[document].fields).keys()


@pytest.mark.parametrize("document", Document)
def test_both_languages_ask_for_the_same(document: Document) -> None:
    """Nothing is on paper in one language and left out in the other."""
    dutch, english = (
        DocxTemplate(find_template(document, language)).get_undeclared_template_variables(environment())
        for language in LANGUAGES
    )
    assert dutch == english


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", Document)
def test_no_document_calls_itself_a_contract(
    document: Document, language: Language, today: date, whole_dutch: Dossier
) -> None:
    """Source: TGH-46. Text, styles, footer and properties alike."""
    with zipfile.ZipFile(BytesIO(_render(document, Case(whole_dutch, language), today))) as archive:
        for name in archive.namelist():
            assert b"contract" not in archive.read(name).lower()


def test_the_file_says_nothing_about_people(full_dutch: Dossier, today: date) -> None:
    """Title, language and day are all that the properties hold: no author, no program, no client."""
    made = render(Document.AGREEMENT, full_dutch, language="nl", today=today)
    core = docx.Document(BytesIO(made)).core_properties
    assert (core.title, core.language, core.author, core.last_modified_by) == (
        "Samenwerkingsovereenkomst",
        "nl-BE",
        "",
        "",
    )
    assert core.created is not None
    assert core.created.date() == today
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert {name for name in archive.namelist() if name.startswith("docProps")} == {"docProps/core.xml"}


def test_properties_of_a_users_template_are_not_passed_on(
    altered_template: Alter, full_dutch: Dossier, today: date
) -> None:
    """The name of whoever made a template does not travel with every client's document."""
    folder = altered_template("Mijn doel", "Ons doel")
    file = folder / "nl" / "agreement.docx"
    word = docx.Document(str(file))
    word.core_properties.author = "Iemand Anders"
    word.core_properties.keywords = "intern"
    word.save(str(file))
    made = docx.Document(BytesIO(render(Document.AGREEMENT, full_dutch, language="nl", today=today, folders=(folder,))))
    assert (made.core_properties.author, made.core_properties.keywords) == ("", "")


def test_the_same_input_gives_the_same_bytes(full_dutch: Dossier, today: date) -> None:
    """An export can be compared and hashed, whenever it was made."""
    first, second = (render(Document.AGREEMENT, full_dutch, language="nl", today=today) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


HOSTILE = [
    '[/b] {{x}} & <é> "',
    "{_{ 7*7 }_} {_% raw %_}",
    "{% for x in y %} {# nee #} {{ client }}",
    "a < b && c > d; R&D plan; &amp; &#95;",
    "</w:t></w:r></w:p><w:p>",
    "eerste regel\n\n  ingesprongen\tmet tab\nlaatste",
    "schuin ’aanhaling’ “dubbel” …   veel   spaties",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_comes_out_as_typed(text: str, full_dutch: Dossier, today: date, paragraphs: Paragraphs) -> None:
    """Markup and template marks in client text do nothing and lose nothing."""
    assert text in paragraphs(render(Document.AGREEMENT, _with_goal(full_dutch, text), language="nl", today=today))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="{}_%#<>&\"'[]/\\ab é\n\t\x07\x0b\ufffe", min_size=1))
def test_any_text_comes_out_as_typed(empty: Dossier, today: date, paragraphs: Paragraphs, text: str) -> None:
    """Whatever a person types into the goal is what stands on paper, once control characters are out."""
    typed = clean_text(text).strip()
    made = paragraphs(render(Document.AGREEMENT, _with_goal(empty, text), language="nl", today=today))
    assert not typed or typed in made


def test_control_characters_never_reach_word(full_dutch: Dossier, today: date, paragraphs: Paragraphs) -> None:
    """A bell or a form feed in data neither breaks the page nor the file."""
    problem = Problem(text="een\x07 twee\x0cdrie")
    changed = msgspec.structs.replace(full_dutch.trajectory, problem=problem)
    dossier = msgspec.structs.replace(full_dutch, trajectories=(changed,))
    assert "“een twee\ndrie”" in paragraphs(render(Document.AGREEMENT, dossier, language="nl", today=today))


def test_a_users_template_is_used(
    altered_template: Alter, full_dutch: Dossier, today: date, paragraphs: Paragraphs
) -> None:
    """A coach may restyle and reword in Word."""
    folder = altered_template("Mijn doel", "Waar ik voor ga")
    made = paragraphs(render(Document.AGREEMENT, full_dutch, language="nl", today=today, folders=(folder,)))
    assert "Waar ik voor ga" in made


@pytest.mark.parametrize(
    ("tag", "key", "detail"),
    [
        ("{{ gaol }}", "unknown-field", "gaol"),
        ("{{ tasks[0].whom }}", "unknown-field", "whom"),
        ("{{ goal.__class__.__mro__ }}", "unknown-field", "__class__"),
        ("{% if goal %}", "syntax", None),
        ("{{ goal", "syntax", None),
        ("{{ goal + 1 }}", "syntax", "TypeError"),
        ("{{ client|nosuch }}", "syntax", None),
    ],
)
def test_a_broken_template_says_what_is_wrong(
    altered_template: Alter, full_dutch: Dossier, today: date, tag: str, key: str, detail: str | None
) -> None:
    """The error names the file and the field, runs nothing, and quotes no client text."""
    folder = altered_template("{{ goal }}", tag)
    with pytest.raises(TemplateBroken) as caught:
        render(Document.AGREEMENT, full_dutch, language="nl", today=today, folders=(folder,))
    assert caught.value.key == key
    assert caught.value.params["file"] == "agreement.docx"
    if detail is not None:
        assert caught.value.params["detail"] == detail


def test_an_error_never_quotes_the_client(altered_template: Alter, full_dutch: Dossier, today: date) -> None:
    """A template that looks something up by a name of the client does not put that name in a log."""
    client = msgspec.structs.replace(full_dutch.client, name="Zeldzaam")
    dossier = msgspec.structs.replace(full_dutch, client=client)
    folder = altered_template("{{ goal }}", "{{ tasks[0][client] }}")
    with pytest.raises(TemplateBroken) as caught:
        render(Document.AGREEMENT, dossier, language="nl", today=today, folders=(folder,))
    assert "Zeldzaam" not in str(caught.value.params)


def test_a_template_that_would_lose_text_is_refused(altered_template: Alter, full_dutch: Dossier, today: date) -> None:
    """A condition that cuts an element in two makes no XML; docxtpl would repair that by dropping what follows."""
    cut = "{% if not goal %}</w:t></w:r></w:p><w:p><w:hyperlink><w:r><w:t>{% endif %}</w:t></w:r></w:hyperlink></w:p>"
    folder = altered_template("{{ goal }}", f"{cut}<w:p><w:r><w:t>")
    with pytest.raises(TemplateBroken) as caught:
        render(Document.AGREEMENT, full_dutch, language="nl", today=today, folders=(folder,))
    assert (caught.value.key, caught.value.params["detail"]) == ("syntax", "XMLSyntaxError")


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04"])
def test_a_file_that_is_no_word_is_named(tmp_path: Path, full_dutch: Dossier, today: date, content: bytes) -> None:
    """An empty, foreign or torn file in the template folder is reported, and ours is not silently taken instead."""
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "agreement.docx").write_bytes(content)
    with pytest.raises(TemplateBroken) as caught:
        render(Document.AGREEMENT, full_dutch, language="nl", today=today, folders=(tmp_path,))
    assert (caught.value.key, caught.value.params["file"]) == ("not-word", "agreement.docx")


@pytest.mark.parametrize("document", Document)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_templates_are_well_made(document: Document, language: Language) -> None:
    """Own language, A4, page x of y, real styles, no author, no empty paragraph for spacing."""
    with zipfile.ZipFile(find_template(document, language)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    locale = {"nl": "nl-BE", "en": "en-GB"}[language]
    body = parts["word/document.xml"]
    assert set(re.findall(r'<w:lang w:val="([^"]+)"', parts["word/styles.xml"])) == {locale}
    assert 'w:w="11906" w:h="16838"' in body
    assert "NUMPAGES" in parts["word/footer1.xml"]
    assert "creator" not in parts["docProps/core.xml"]
    outside_tables = re.sub(r"<w:tbl>.*?</w:tbl>", "", body, flags=re.DOTALL)
    assert not re.search(r"</w:pPr></w:p>", outside_tables)
    rows = re.findall(r"<w:tr>.*?</w:tr>", body, flags=re.DOTALL)
    assert all("<w:cantSplit/>" in row for row in rows)
