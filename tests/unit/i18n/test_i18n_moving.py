"""A sentence for everything that can keep a file from being taken in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import sessionpad
from sessionpad.i18n.moving import fault_sentence, known_faults, known_shapes
from sessionpad.i18n.texts import texts_in
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.store.moving import shape
from sessionpad.store.moving.fault import Fault

PARAMS: dict[str, str | int] = {"kind": "text", "choices": "a, b", "columns": "code, name", "count": 3}


def documented() -> set[str]:
    keys = re.search(r"Keys: ([^.]+)\.", Fault.__doc__ or "")
    assert keys is not None
    return {key.strip() for key in keys[1].split(",")}


def named() -> set[str]:
    """Every key that stands in the rooms where a file from elsewhere is read."""
    package = Path(sessionpad.__file__).parent
    sources = [*(package / "store" / "moving").glob("*.py"), package / "desk" / "moving.py"]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    by_name = re.findall(r'key="([a-z-]+)"', text)
    by_place = re.findall(r'(?:Wrong|_fault)\([^()]*(?:\([^()]*\))?[^()]*?, "([a-z-]+)"', text)
    return {*by_name, *by_place} & known_faults() | set(by_name)


def test_every_fault_has_a_sentence_and_is_documented() -> None:
    """No key without words, and no words without a key."""
    assert documented() == known_faults()
    assert named() <= known_faults()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(known_faults()))
def test_a_sentence_stands_behind_its_place(key: str, language: Language) -> None:
    """It begins small, ends with a full stop, and every value in it is filled in."""
    said = fault_sentence(key, tuple(PARAMS.items()), texts_in(language))
    assert said[0].islower()
    assert said.endswith(".")
    assert "{" not in said


def test_every_kind_of_value_has_a_name() -> None:
    """What should stand there is said in words."""
    assert set(shape._KINDS.values()) | {"list", "record", "id"} == known_shapes()
