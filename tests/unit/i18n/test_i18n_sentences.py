"""A sentence for every error, and one for everything a check of the vault can find."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sessionpad
from sessionpad import errors
from sessionpad.errors import SessionpadError
from sessionpad.i18n.problems import known_problems, known_remedies, problem_sentence
from sessionpad.i18n.sentences import known, sentence
from sessionpad.i18n.texts import texts_in
from sessionpad.i18n.versions import kind_of_version, known_kinds
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.store.check import Remedy
from sessionpad.store.vault import ProblemKind
from sessionpad.store.versions import Kind

KINDS = {
    kind.__name__: kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, SessionpadError) and kind is not SessionpadError
}
GENERAL = {language: texts_in(language).say("Something went wrong ({name}).").split("(")[0] for language in LANGUAGES}
PARAMS: dict[str, str | int] = {
    "file": "x.age",
    "kept": "x-conflict",
    "holder": "pad (host, 1)",
    "reason": "EIO",
    "path": "/vault",
    "detail": "regel 3",
    "line": 3,
    "minimum": 12,
    "options": "--a, --b",
    "option": "--new-passphrase-file",
}

COMPLETED = "store/shelf.py"
"""A conflict on a shelf: the repository says where the text was kept before anyone reads it."""


def documented() -> list[SessionpadError]:
    """Every key that the error classes name in their docstrings."""
    found = []
    for kind in KINDS.values():
        keys = re.search(r"Keys: ([^.]+)\.", kind.__doc__ or "")
        plain = re.sub(r"\([^)]*\)", "", keys[1]) if keys else ""
        found += [kind(key.strip(), **PARAMS) for key in plain.split(",") if key.strip()]
    return found


def raised() -> Iterator[tuple[str, type[SessionpadError], str, set[str]]]:
    """Every error that is made somewhere with a key that stands there: its place, kind, key and values."""
    package = Path(sessionpad.__file__).parent
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                kind = KINDS.get(getattr(node.func, "id", getattr(node.func, "attr", "")))
                if kind is not None:
                    values = {word.arg for word in node.keywords if word.arg is not None}
                    yield f"{path.relative_to(package)}:{node.lineno}", kind, str(node.args[0].value), values


def has_sentence(kind: type[SessionpadError], key: str) -> bool:
    return any((each, key) in known() for each in kind.__mro__ if issubclass(each, SessionpadError))


def needed(error: SessionpadError) -> set[str]:
    """The values that the sentence of this error shows."""
    texts = texts_in("en")
    return {name for name in PARAMS if sentence(error, texts) != sentence(without(error, name), texts)}


def without(error: SessionpadError, name: str) -> SessionpadError:
    return type(error)(error.key, **{each: value for each, value in error.params.items() if each != name})


def test_every_kind_of_error_names_its_keys() -> None:
    """No error is without a documented key, so that the list below is not empty by accident."""
    assert {type(error) for error in documented()} == set(KINDS.values())


@pytest.mark.parametrize("error", documented(), ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_documented_error_has_a_sentence(error: SessionpadError, language: Language) -> None:
    """A clear sentence of its own, with every value filled in."""
    said = sentence(error, texts_in(language))
    assert has_sentence(type(error), error.key)
    assert not said.startswith(GENERAL[language])
    assert not set("{}?") & set(said)


def test_every_error_that_is_made_has_a_sentence() -> None:
    """Nobody ever reads a key instead of a sentence."""
    made = list(raised())
    assert len(made) > 30
    assert [(place, kind.__name__, key) for place, kind, key, _ in made if not has_sentence(kind, key)] == []


def test_what_a_sentence_tells_is_known_where_the_error_is_made() -> None:
    """No sentence has a question mark where a file, a path or a reason should be."""
    texts = {(type(error), error.key): needed(error) for error in documented()}
    poor = [place for place, kind, key, values in raised() if not texts.get((kind, key), set()) <= values]
    assert [place for place in poor if not place.startswith(COMPLETED)] == []


def test_no_sentence_is_left_over() -> None:
    """A sentence that no error documents or makes says nothing to anyone."""
    made = {(kind, key) for _, kind, key, _ in raised()} | {(type(error), error.key) for error in documented()}
    assert known() <= made


@pytest.mark.parametrize("language", LANGUAGES)
def test_telling_of_trouble_makes_no_trouble(language: Language) -> None:
    """An error without its values still has its sentence, with question marks for what is not known."""
    for kind, key in known():
        said = sentence(kind(key), texts_in(language))
        assert said
        assert "{" not in said
    assert "?" in sentence(errors.Damaged("unreadable"), texts_in(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_nobody_foresaw(language: Language) -> None:
    """Its kind and key are told, and none of its values: those could be anything."""
    said = sentence(errors.NotFound("moon", file="geheim.txt"), texts_in(language))
    assert said.startswith(GENERAL[language])
    assert "NotFound: moon" in said
    assert "geheim" not in said


def test_a_special_error_has_the_sentence_of_its_kind() -> None:
    """What is said of a kind of error holds for every kind of that kind."""

    class Special(errors.NotFound):
        pass

    assert sentence(Special("client"), texts_in("en")) == sentence(errors.NotFound("client"), texts_in("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_in_a_sentence_are_only_text(language: Language) -> None:
    """Braces and markup in a path do nothing."""
    assert "/{x}/[/b]" in sentence(errors.VaultUnusable("exists", path="/{x}/[/b]"), texts_in(language))


def test_every_problem_has_a_sentence() -> None:
    """Everything a check of the vault can find, and nothing else."""
    assert known_problems() == set(ProblemKind)
    for language in LANGUAGES:
        said = [problem_sentence(kind, texts_in(language)) for kind in ProblemKind]
        assert len(set(said)) == len(said)
        assert all(said)
    assert problem_sentence("new-kind", texts_in("nl")) == "new-kind"


def test_every_remedy_has_a_sentence() -> None:
    """What can be done stands behind what is wrong, for the client it is about."""
    assert known_remedies() == set(Remedy)
    for language in LANGUAGES:
        said = [problem_sentence(ProblemKind.LOST, texts_in(language), each, "A.") for each in Remedy]
        assert all(problem_sentence(ProblemKind.LOST, texts_in(language)) in each for each in said)
        assert all("A." in each or "--take-back" in each for each in said)


def test_every_kind_of_version_has_a_word() -> None:
    """Why a version was kept, and nothing else."""
    assert known_kinds() == set(Kind)
    for language in LANGUAGES:
        assert len({kind_of_version(each, texts_in(language)) for each in Kind}) == len(Kind)
    assert kind_of_version("later", texts_in("nl")) == "later"
