"""Everything in a dossier, to read: no field is forgotten, and what is left out is said."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any, Final, get_args, get_type_hints

import msgspec
import pytest
from docxtpl import DocxTemplate
from openxml_audit import OpenXmlValidator

from sessionpad.documents.everything import EverythingContext, render_everything
from sessionpad.documents.in_words import COPIES, named
from sessionpad.documents.left_out import left_out
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.templates import own_template
from sessionpad.documents.word import environment
from sessionpad.domain.coach_alone import coach_alone, without_coach_alone
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import TaskId
from sessionpad.domain.notes import NoteLine
from sessionpad.domain.trajectory import terms_of
from sessionpad.i18n.fields import FIELDS
from sessionpad.i18n.texts import texts_in
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.store.moving.dossier_json import write_dossier
from tests.planted import Planted
from tests.unit.documents.filled import TODAY

Paragraphs = Callable[[bytes], list[str]]

COPIED: Final = ("agreements.client.", "agreements.tasks.", "agreements.sharings.")
ELSEWHERE: Final = {"papers.sha256", "papers.document", "trajectories.dismissed.code", "trajectories.dismissed.text"}
ALONE: Final = {
    *("coach_side.worry", "coach_side.doubts", "coach_side.safety", "coach_side.checked.item"),
    *("reflections.text", "reflections.scan.item"),
    *("trajectories.goal.feasible", "trajectories.revisions.goal.feasible"),
}
TITLES: Final = {
    *("Person.name", "Concern.text", "Task.text", "Parked.text", "Right.text", "Referral.to", "Sharing.recipient"),
    *("Missed.on", "Reflection.at", "Paper.document", "Agreement.number", "Session.started_at", "Session.is_talk"),
    *("Client.people", "Session.notes", "Session.reviews", "Session.asked", "Trajectory.revisions", "Review.at"),
    *("NoteLine.at", "NoteLine.text", "Asked.card", "Asked.at", "Asked.step"),
}
"""Fields that stand in a title, or for which there is a part of their own."""
LEFT_OUT: Final = {"Trajectory.dismissed", "Dismissed.code", "Dismissed.text", "Paper.sha256", "Agreement.tasks"} | {
    "Agreement.sharings"
}


@pytest.fixture
def planted() -> Planted:
    return Planted()


@pytest.fixture
def dossier(planted: Planted) -> Dossier:
    made = planted.dossier("dossier-one")
    session = made.sessions[0]
    reviews = tuple(msgspec.structs.replace(each, task=made.tasks[0].id) for each in session.reviews)
    agreements = tuple(msgspec.structs.replace(each, terms=terms_of(each.terms)) for each in made.agreements)
    sessions = (msgspec.structs.replace(session, reviews=reviews),)
    return msgspec.structs.replace(made, sessions=sessions, agreements=agreements)


def text_of(made: bytes, paragraphs: Paragraphs) -> str:
    return "\n".join(paragraphs(made))


def found(text: str, planted: Planted) -> set[str]:
    return {path for path, word in planted.texts.items() if word in text}


def expected(dossier: Dossier, planted: Planted) -> set[str]:
    """Every text of the dossier but references, copies within an agreement, and what is about the program."""
    texts = found(write_dossier(dossier).decode(), planted) - planted.ids - ELSEWHERE
    return {path for path in texts if path != "id" and not path.startswith(COPIED)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_there_to_read(
    dossier: Dossier, planted: Planted, paragraphs: Paragraphs, language: Language
) -> None:
    """A word planted in every field of a dossier is found again; a field that is added later fails here."""
    text = text_of(render_everything(dossier, language=language, today=TODAY), paragraphs)
    assert expected(dossier, planted) - found(text, planted) == set()
    assert not {path for path in found(text, planted) if path in planted.ids}


def test_for_the_client_nothing_of_the_coach_alone_is_in_either_file(
    dossier: Dossier, planted: Planted, paragraphs: Paragraphs
) -> None:
    """Neither to read nor as JSON; and that it was left out is said, with how much there is."""
    session = dossier.sessions[0]
    aid = NoteLine(at=session.started_at, text="! qgeheim")
    noted = msgspec.structs.replace(session, notes=(*session.notes, aid))
    told = msgspec.structs.replace(dossier, sessions=(noted,))
    made = render_everything(told, language="nl", today=TODAY, for_client=True)
    for text in (text_of(made, paragraphs), write_dossier(without_coach_alone(told)).decode()):
        assert "qgeheim" not in text
        assert found(text, planted) & ALONE == set()
        assert expected(dossier, planted) - found(text, planted) == ALONE
    assert coach_alone(told) == (1, 1, 5)
    first = left_out(told, texts_in("nl"), for_client=True)[0]
    assert "geheugensteunen: 1" in first
    assert first in text_of(made, paragraphs)
    bare = without_coach_alone(told)
    assert without_coach_alone(bare) == bare
    assert not any(coach_alone(bare))
    assert len(left_out(bare, texts_in("nl"), for_client=True)) == 4


def records(kind: Any, seen: dict[type, None]) -> dict[type, None]:
    for hint in get_type_hints(kind).values():
        for part in parts_of(hint):
            if issubclass(part, msgspec.Struct) and part not in seen:
                seen[part] = None
                records(part, seen)
    return seen


def parts_of(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and not get_args(hint):
        yield hint
    for part in get_args(hint):
        yield from parts_of(part)


def test_every_field_has_a_name_or_a_place() -> None:
    """A field is called something, is a title, is a reference, or is said to be left out."""
    for kind in records(Dossier, {}):
        for name, hint in get_type_hints(kind).items():
            key = f"{kind.__name__}.{name}"
            is_reference = "NewType" in type(hint).__name__ or any(
                type(part).__name__ == "NewType" for part in get_args(hint)
            )
            is_part = isinstance(hint, type) and issubclass(hint, msgspec.Struct)
            assert key in FIELDS or key in TITLES | LEFT_OUT | COPIES or is_reference or is_part, key
    assert not (FIELDS.keys() & (TITLES | LEFT_OUT))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_words(dossier: Dossier, language: Language) -> None:
    """No word of the program stands on paper where a person reads."""
    occasion = Occasion(
        dossier=dossier, trajectory=dossier.trajectory, agreement=None, language=language, address="je", today=TODAY
    )
    choices = {
        part for kind in records(Dossier, {}) for hint in get_type_hints(kind).values() for part in parts_of(hint)
    }
    found = [each for each in choices if issubclass(each, Enum)]
    assert len(found) > 30
    assert all(named(choice, occasion) for each in found for choice in each)


def test_it_is_valid_word_and_always_the_same(dossier: Dossier, whole_dutch: Dossier, tmp_path: Path) -> None:
    """Word's own schema has no remark, and the same input gives the same bytes."""
    for number, each in enumerate((dossier, whole_dutch)):
        made = render_everything(each, language="nl", today=TODAY)
        assert made == render_everything(each, language="nl", today=TODAY)
        path = tmp_path / f"{number}.docx"
        path.write_bytes(made)
        assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_template_is_well_made(language: Language) -> None:
    """It asks for what there is and no more, in its own language, with page numbers and nobody's name."""
    path = own_template("dossier", language)
    asked = DocxTemplate(path).get_undeclared_template_variables(environment())
    assert asked == {"client", "title", "date", "chapters", "left_out"}
    assert asked <= get_type_hints(EverythingContext).keys()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert set(re.findall(r'<w:lang w:val="([^"]+)"', parts["word/styles.xml"])) == {
        {"nl": "nl-BE", "en": "en-GB"}[language]
    }
    assert "NUMPAGES" in parts["word/footer1.xml"]
    assert "creator" not in parts["docProps/core.xml"]


def test_an_empty_dossier_and_a_hostile_one_can_be_read(empty: Dossier, paragraphs: Paragraphs) -> None:
    """Nothing filled in leaves no empty chapter; signs of a template or of markup stand there as they were typed."""
    lines = paragraphs(render_everything(empty, language="nl", today=TODAY))
    assert "Taken" not in lines
    assert "De cliënt" in lines
    wild = '[/b] {{x}} & <é> {%p "'
    hostile = msgspec.structs.replace(empty, client=msgspec.structs.replace(empty.client, reach=f"{wild}\ntwee"))
    assert wild in "\n".join(paragraphs(render_everything(hostile, language="nl", today=TODAY)))


def test_a_review_says_which_task_and_keeps_effort_and_result_apart(
    whole_dutch: Dossier, paragraphs: Paragraphs
) -> None:
    """Each on a line of its own, in the words of its scale, and never averaged. Source: TGH-71."""
    made = render_everything(whole_dutch, language="nl", today=TODAY)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert "word/document.xml" in archive.namelist()
    text = text_of(made, paragraphs)
    task = next(each for each in whole_dutch.tasks if each.id == TaskId("done"))
    assert f"Teruggekeken op: {task.text}" in text
    assert "inzet: heel veel" in text
    assert "resultaat: half" in text
