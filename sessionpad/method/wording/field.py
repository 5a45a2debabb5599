"""Where a text stands, and which checks belong there."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Field(StrEnum):
    GOAL = "goal"
    MAIN_TASK = "main-task"
    TASK = "task"
    AGREEMENT = "agreement"
    PROBLEM = "problem"
    QUOTE = "quote"
    TITLE = "title"
    QUESTION = "question"


class Code(StrEnum):
    NEG = "NEG"
    """Says what stops or is avoided."""
    CONTRACT = "CONTRACT"
    """Calls the agreement a contract."""
    BLAME = "BLAME"
    """Accuses or labels a person."""
    JARGON = "JARGON"
    """A term of the trade, or an abbreviation of it."""
    VAGUE = "VAGUE"
    """Leaves open when it will be so."""
    NODEADLINE = "NODEADLINE"
    """No date or review date."""
    TOOFAR = "TOOFAR"
    """Later than three months after the start."""
    MUST = "MUST"
    """Obliges, or threatens."""
    UNDERSTOOD = "UNDERSTOOD"
    """Asks whether the client understood."""
    WHY = "WHY"
    """A why-question."""


SOURCES: Final[Mapping[Code, tuple[str, ...]]] = {
    Code.NEG: ("TGH-37", "GW-74", "TGH-54"),
    Code.CONTRACT: ("TGH-46",),
    Code.BLAME: ("TGH-52", "TGH-65"),
    Code.JARGON: ("GW-4",),
    Code.VAGUE: ("GW-84", "GW-77", "GW-78"),
    Code.NODEADLINE: ("TGH-4",),
    Code.TOOFAR: ("TGH-4", "IW-31"),
    Code.MUST: ("IW-14", "TGH-12"),
    Code.UNDERSTOOD: ("GW-41",),
    Code.WHY: ("TGH-24", "GW-36", "GW-49"),
}

_AGREED: Final = frozenset({Code.NEG, Code.CONTRACT, Code.JARGON, Code.TOOFAR, Code.MUST})

CHECKS: Final[Mapping[Field, frozenset[Code]]] = {
    Field.GOAL: _AGREED | {Code.VAGUE, Code.NODEADLINE},
    Field.MAIN_TASK: _AGREED,
    Field.TASK: _AGREED | {Code.VAGUE, Code.NODEADLINE},
    Field.AGREEMENT: frozenset({Code.CONTRACT, Code.BLAME, Code.JARGON, Code.MUST}),
    Field.PROBLEM: frozenset({Code.JARGON}),
    Field.QUOTE: frozenset(),
    Field.TITLE: frozenset({Code.CONTRACT, Code.JARGON}),
    Field.QUESTION: frozenset({Code.JARGON, Code.UNDERSTOOD, Code.WHY}),
}
"""The client's own words, quoted or telling the problem, are left as they are. Source: TGH-53, TGH-54."""
