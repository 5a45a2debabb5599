"""Text that looks like a template, like XML or like orders to a terminal stands on paper as it was typed, and does nothing.

Each page is held against the same page with a plain word in every field: but for the words, nothing may differ.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from openxml_audit import OpenXmlValidator

from sessionpad.documents import Document
from sessionpad.domain.text import clean_line, clean_text
from sessionpad.method.language import LANGUAGES, Language
from tests.hostile import MIXED, TEMPLATE, TYPED, Hostile
from tests.planted import Planted
from tests.unit.documents.filled import filled, printed

Paragraphs = Callable[[bytes], list[str]]


def page(made: bytes, paragraphs: Paragraphs) -> str:
    """What a person reads, with Word's own program and every part of the file in order."""
    assert docx.Document(BytesIO(made)).paragraphs
    with zipfile.ZipFile(BytesIO(made)) as archive:
        for name in archive.namelist():
            assert name.endswith((".xml", ".rels")), name
            ET.fromstring(archive.read(name))
    return "\n".join(paragraphs(made))


def with_plain_words(text: str, plain: Planted, typed: Planted) -> str:
    """The same page with the plain word wherever the whole text of a field stands."""
    for path, word in plain.texts.items():
        for whole in (clean_text(typed.texts[path]), clean_line(typed.texts[path])):
            text = text.replace(whole, word)
    return text


def assert_as_typed(document: Document, language: Language, typed: Hostile, paragraphs: Paragraphs) -> bytes:
    """The document with these texts; every field of it is there whole, and none changed anything around it."""
    plain = Planted()
    expected = page(printed(document, filled(plain), language), paragraphs)
    made = printed(document, filled(typed), language)
    assert with_plain_words(page(made, paragraphs), plain, typed) == expected
    return made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", Document)
def test_every_field_stands_on_paper_as_typed(
    document: Document, language: Language, paragraphs: Paragraphs, tmp_path: Path
) -> None:
    """Something of each kind in every field at once; Word's own schema has no remark on the outcome."""
    file = tmp_path / "made.docx"
    file.write_bytes(assert_as_typed(document, language, Hostile(typed=MIXED), paragraphs))
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


@pytest.mark.parametrize("document", Document)
def test_a_very_long_line_stands_on_paper_whole(document: Document, paragraphs: Paragraphs) -> None:
    """A hundred thousand characters without a break, in one field after the other."""
    assert_as_typed(document, "nl", Hostile(typed=TEMPLATE, every_long=7), paragraphs)


@pytest.mark.parametrize("document", Document)
@example(texts=TEMPLATE)
@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(texts=TYPED)
def test_any_text_stands_on_paper_as_typed(document: Document, paragraphs: Paragraphs, texts: Sequence[str]) -> None:
    """The same of any text that hypothesis can put together."""
    assert_as_typed(document, "nl", Hostile(typed=texts), paragraphs)
