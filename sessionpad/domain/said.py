"""What the notes of the talks hold that can be put in a field: own words, answers to questions, other lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Final

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.notes import Mark, Notes, body_of
from sessionpad.domain.value import Value


class SaidKind(StrEnum):
    """In the order in which they are offered; the client's own words come first. Source: TGH-53."""

    WORDS = "words"
    ANSWER = "answer"
    STRENGTH = "strength"
    HINDRANCE = "hindrance"
    OTHER = "other"


_OF_MARK: Final = {Mark.QUOTE: SaidKind.WORDS, Mark.STRENGTH: SaidKind.STRENGTH, Mark.HINDRANCE: SaidKind.HINDRANCE}
_NOT_SAID: Final = frozenset({Mark.COACH_ONLY, Mark.LATER, Mark.TASK})
"""What is the coach's alone, or has a place of its own."""


class Said(Value, frozen=True, kw_only=True):
    at: datetime
    words: str
    kind: SaidKind
    question: str = ""
    """The question it was the answer to, if it stands under one."""


def said_in(dossier: Dossier) -> tuple[Said, ...]:
    """SaidKind by kind, the last talk first."""
    talks = sorted(dossier.sessions, key=lambda each: each.started_at, reverse=True)
    found = [each for talk in talks for each in _said(talk.notes)]
    return tuple(each for kind in SaidKind for each in found if each.kind is kind)


def _said(notes: Notes) -> Iterator[Said]:
    """An empty line, and a line that is not about the client, end the answer."""
    question = ""
    for line in notes:
        mark, words = line.mark, body_of(line.text)
        if mark is Mark.ASKED:
            question = words
        elif mark in _NOT_SAID or not words:
            question = ""
        else:
            kind = _OF_MARK.get(mark, SaidKind.ANSWER if question else SaidKind.OTHER)
            yield Said(at=line.at, words=words, kind=kind, question=question)
