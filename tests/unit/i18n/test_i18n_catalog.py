"""The Dutch catalog: every text of the sources, no other, and compiled as it stands."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import TypeAlias

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import sessionpad
from sessionpad.i18n.texts import CATALOGS, Texts

Id: TypeAlias = str | tuple[str, ...]

PACKAGE = Path(sessionpad.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
KEYWORDS = {"N_": None, "say": None, "count": (1, 2)}
FORMAL = re.compile(r"(?<!je/)\b(u|uw|uwe|uzelf)\b", re.IGNORECASE)
FORBIDDEN = re.compile(r"contract|\bwaarom\b[^.!?]*\?", re.IGNORECASE)


def by_babel() -> set[Id]:
    """What the usual tool finds."""
    found: set[Id] = set()
    for path in SOURCES:
        with path.open("rb") as source:
            for _, messages, _, _ in extract("python", source, KEYWORDS):
                found.add(messages if isinstance(messages, str) else tuple(messages))
    return {each for each in found if each and (isinstance(each, str) or all(each))}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call that says something, wherever it stands: the tool does not look inside an f-string."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in KEYWORDS:
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


def texts_of(call: ast.Call) -> Id:
    """The text of a call, or its two forms; empty when it is looked up later, or counts something else."""
    wanted = 2 if getattr(call.func, "attr", "") == "count" else 1
    given = [
        each.value for each in call.args[:wanted] if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]
    if len(given) < wanted:
        return ""
    return given[0] if wanted == 1 else tuple(given)


def by_ast() -> set[Id]:
    return {texts for _, call in calls() if (texts := texts_of(call))}


def catalog() -> Catalog:
    with (CATALOGS / "nl.po").open("rb") as file:
        return read_po(file, locale="nl", abort_invalid=True)


MESSAGES = [message for message in catalog() if message.id]


def both(message: Message) -> tuple[str, str]:
    """The singular and the plural of a text that counts."""
    assert isinstance(message.id, tuple | list)
    one, many = message.id
    return one, many


def id_of(message: Message) -> Id:
    return message.id if isinstance(message.id, str) else both(message)


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_text_has_a_translation() -> None:
    """Nothing that is said anywhere is missing from the catalog."""
    assert (by_babel() | by_ast()) - {id_of(message) for message in MESSAGES} == set()


def test_no_translation_is_left_over() -> None:
    """What is said nowhere any more is not in the catalog."""
    assert {id_of(message) for message in MESSAGES} - (by_babel() | by_ast()) == set()


def test_no_text_hides_from_the_usual_tool() -> None:
    """Babel sees every text, and so does the syntax tree: one inside an f-string would drop out of the catalog."""
    assert by_babel() == by_ast()


def test_a_text_is_never_made_up_on_the_way() -> None:
    """What is marked is a constant: a sentence put together from pieces could not be translated."""
    made = [place for place, call in calls() if call.args and isinstance(call.args[0], ast.JoinedStr | ast.BinOp)]
    assert made == []


def is_whole(message: Message) -> bool:
    sources = (message.id,) if isinstance(message.id, str) else both(message)
    same = len(forms(message)) == len(sources)
    return same and all(form.strip() and placeholders(form) == placeholders(sources[-1]) for form in forms(message))


def test_every_translation_is_whole() -> None:
    """No form of it is empty, every form has the same values as the source, and somebody looked at it."""
    assert [id_of(message) for message in MESSAGES if not is_whole(message)] == []
    assert [id_of(message) for message in MESSAGES if message.fuzzy] == []


TURNED = "Voorbeeld: sessionpad reframe"
"""The one place that shows a why-question: to turn it."""


@pytest.mark.parametrize("word", [FORBIDDEN, FORMAL], ids=["our words", "je"])
def test_a_translation_is_in_our_words(word: re.Pattern[str]) -> None:
    """It never speaks of a contract, never asks "waarom", and calls the coach "je"; words may be named."""
    said = [form for message in MESSAGES for form in forms(message) if not form.startswith(TURNED)]
    assert [form for form in said if word.search(form)] == []


def test_the_compiled_catalog_is_the_readable_one() -> None:
    """What the program reads is what stands in nl.po, to the byte."""
    made = io.BytesIO()
    write_mo(made, catalog())
    assert made.getvalue() == (CATALOGS / "nl.mo").read_bytes()


def test_every_text_is_said_in_dutch() -> None:
    """The program finds each of them, in every form."""
    dutch = Texts("nl")
    for message in MESSAGES:
        if isinstance(message.id, str):
            assert (dutch.say(message.id),) == forms(message)
        else:
            (one, many), (first, second) = both(message), forms(message)
            said = [dutch.count(one, many, number) for number in (1, 0, 2)]
            assert said == [first.format(number=1), second.format(number=0), second.format(number=2)]
