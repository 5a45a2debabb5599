from __future__ import annotations

import itertools
import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sessionpad.method.language import Language
from sessionpad.method.reframe import reframe

DATA = Path(__file__).parent / "data"
LEVELS = ("simple", "ordinary", "hard")
_CHOICE = re.compile(r"\{([^{}]*)\}")
_OPENINGS = {
    "present": ("Wat maakt dat", "Hoe komt het dat"),
    "past": ("Wat maakte dat", "Hoe kwam het dat", "Hoe komt het dat"),
    "perfect": ("Wat maakt dat", "Wat maakte dat", "Hoe komt het dat", "Hoe kwam het dat"),
}
_ASKED = {
    "Wat maakt dat": "wat maakt dat",
    "Wat maakte dat": "wat maakte dat",
    "Hoe komt het dat": "hoe het komt dat",
    "Hoe kwam het dat": "hoe het kwam dat",
}


class Row(NamedTuple):
    level: str
    question: str
    accepted: frozenset[str]
    """Every text that is right as a first suggestion; empty when only the open frame is."""


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def spelled_out(clause: str) -> list[str]:
    """`je {gestopt bent|bent gestopt}` is two clauses."""
    parts = _CHOICE.split(clause)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    return ["".join(chosen) for chosen in itertools.product(*choices)]


def plain(text: str) -> str:
    return re.sub(r"[.?!]+$", "", text).casefold()


def accepted(question: str, tense: str, rest: list[str]) -> frozenset[str]:
    """Every right answer; a first entry that the question begins with is what leads it in."""
    lead = rest[0] if len(rest) > 1 and plain(question).startswith(plain(rest[0])) else ""
    clauses = [text for clause in (rest[1:] if lead else rest) for text in spelled_out(clause)]
    found: set[str] = set()
    for opening, clause in itertools.product(_OPENINGS[tense], clauses):
        found |= {plain(f"{opening} {clause}"), plain(f"{lead} {opening} {clause}")}
        found |= {plain(f"{lead} {_ASKED[opening]} {clause}")} if lead else set()
    return frozenset(found)


def rows() -> list[Row]:
    raw = read("reframe_nl.toml")
    made = [
        Row(level, question, frozenset() if tense == "open" else accepted(question, tense, rest))
        for level in LEVELS
        for question, tense, *rest in raw[level]
    ]
    own = [Row("ordinary", question, frozenset(map(plain, texts))) for question, texts in raw["answers"].items()]
    return made + own


def english_rows() -> list[Row]:
    raw = read("reframe_en.toml")
    return [
        Row(level, question, frozenset(map(plain, raw[level][question]))) for level in LEVELS for question in raw[level]
    ]


def right(row: Row, language: Language = "nl") -> bool:
    suggestions = reframe(row.question, language).suggestions
    if not row.accepted:
        return [suggestion.form for suggestion in suggestions] == ["open-frame"]
    return bool(suggestions) and plain(suggestions[0].text) in row.accepted


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.question)
def test_the_first_dutch_suggestion_is_one_a_careful_speaker_would_write(row: Row) -> None:
    """Verb last, particles rejoined, endings restored: the first thing offered is right Dutch."""
    assert right(row), reframe(row.question, "nl").suggestions


@pytest.mark.parametrize("row", english_rows(), ids=lambda row: row.question)
def test_the_first_english_suggestion_is_one_a_careful_speaker_would_write(row: Row) -> None:
    """The helper verb steps back and tense and person stay: the first thing offered is right English."""
    assert right(row, "en"), reframe(row.question, "en").suggestions


@pytest.mark.parametrize("line", read("reframe_leave.toml")["dutch"])
def test_dutch_that_needs_no_turning_is_left_alone(line: str) -> None:
    """Reported, quoted and other questions get no suggestion."""
    assert reframe(line, "nl").suggestions == ()


@pytest.mark.parametrize("line", read("reframe_leave.toml")["english"])
def test_english_that_needs_no_turning_is_left_alone(line: str) -> None:
    """Reported, quoted and other questions get no suggestion."""
    assert reframe(line, "en").suggestions == ()


def test_the_sets_are_as_large_as_they_must_be() -> None:
    """A rule is judged on hundreds of questions, never on a handful."""
    leave = read("reframe_leave.toml")
    assert len(rows()) >= 300
    assert len(english_rows()) >= 80
    assert len(leave["dutch"]) >= 60
