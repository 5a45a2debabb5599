"""A card that is answered with a number gives a series over the conversations. The scale is our own addition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.notes import Mark, Notes, body_of, mark_of
from sessionpad.method.cards.deck import Card

_NUMBER: Final = re.compile(r"(?<![\d,.])(10|\d)(?!\d)")


def series(dossier: Dossier, card: Card) -> tuple[int, ...]:
    """The numbers from 0 to 10 that were noted under this card, the oldest first, one for each time it was asked."""
    questions = {card.say.text("nl"), card.say.text("nl", "u"), card.say.text("en")}
    talks = sorted(dossier.sessions, key=lambda session: session.started_at)
    return tuple(number for talk in talks for number in _answers(talk.notes, questions))


def _answers(notes: Notes, questions: set[str]) -> Iterator[int]:
    """For each of the questions in the notes: the first number in what was noted under it."""
    waiting = False
    for line in notes:
        if mark_of(line.text) is Mark.ASKED:
            waiting = body_of(line.text) in questions
        elif waiting and (found := _NUMBER.search(line.text)):
            waiting = False
            yield int(found[1])
