from __future__ import annotations

import itertools
import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from sessionpad.method.reframe import reframe

DATA = Path(__file__).parent / "data"
_CHOICE = re.compile(r"\{([^{}]*)\}")
_OPENINGS = {
    "present": ("Wat maakt dat", "Hoe komt het dat"),
    "past": ("Wat maakte dat", "Hoe kwam het dat", "Hoe komt het dat"),
    "perfect": ("Wat maakt dat", "Wat maakte dat", "Hoe komt het dat", "Hoe kwam het dat"),
}
_ASKED = {
    "Wat maakt": "wat maakt",
    "Wat maakte": "wat maakte",
    "Hoe komt het": "hoe het komt",
    "Hoe kwam het": "hoe het kwam",
}


class Row(NamedTuple):
    level: str
    question: str
    accepted: frozenset[str]


def spelled_out(clause: str) -> list[str]:
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
        found.add(plain(f"{opening} {clause}"))
        if lead:
            asked = _ASKED[opening.removesuffix(" dat")] + " dat"
            found.add(plain(f"{lead} {opening} {clause}"))
            found.add(plain(f"{lead} {asked} {clause}"))
    return frozenset(found)


def rows() -> list[Row]:
    raw = tomllib.loads((DATA / "reframe_nl.toml").read_text(encoding="utf-8"))
    read = [
        Row(level, question, frozenset() if tense == "open" else accepted(question, tense, rest))
        for level in ("simple", "ordinary", "hard")
        for question, tense, *rest in raw[level]
    ]
    own = [Row("ordinary", question, frozenset(map(plain, texts))) for question, texts in raw["answers"].items()]
    return read + own


def right(row: Row) -> bool:
    suggestions = reframe(row.question).suggestions
    if not row.accepted:
        return [suggestion.form for suggestion in suggestions] == ["open-frame"]
    return bool(suggestions) and plain(suggestions[0].text) in row.accepted


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.question)
def test_the_first_suggestion_is_right_dutch(row: Row) -> None:
    """The first thing offered is a sentence a careful speaker would write."""
    assert right(row), reframe(row.question).suggestions


@pytest.mark.parametrize("line", tomllib.loads((DATA / "reframe_leave.toml").read_text(encoding="utf-8"))["dutch"])
def test_what_needs_no_turning_is_left_alone(line: str) -> None:
    """Reported, quoted and other questions get no suggestion."""
    assert reframe(line, "nl").suggestions == ()
