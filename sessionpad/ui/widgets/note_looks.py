"""What colours a line of the notes: its mark, and the tags in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sessionpad.domain.notes import Mark, mark_of
from sessionpad.method.tags import tags_in
from sessionpad.ui.widgets.faces import Span

CLASS_OF: Final = {
    Mark.STRENGTH: "notes--strength",
    Mark.HINDRANCE: "notes--hindrance",
    Mark.QUOTE: "notes--quote",
    Mark.COACH_ONLY: "notes--coach-only",
    Mark.LATER: "notes--later",
    Mark.TASK: "notes--task",
    Mark.ASKED: "notes--asked",
}
KNOWN: Final = "notes--tag"
OWN: Final = "notes--own-tag"
FOUND: Final = "notes--found"
HERE: Final = "notes--here"
CLASSES: Final = frozenset({*CLASS_OF.values(), KNOWN, OWN, FOUND, HERE, "notes--time", "notes--state"})

LONGEST_TAG: Final = 40
"""Signs before and after a row in which a tag that is cut by its edge is still looked for."""


def mark_style(line: str) -> str:
    """The component class of the mark of a line."""
    return CLASS_OF.get(mark_of(line[:2]), "")


def tag_spans(line: str, start: int, end: int) -> Iterator[Span]:
    """The tags in the part of a line from `start` to `end`, counted from `start`."""
    if line.find("#", max(start - LONGEST_TAG, 0), end) < 0:
        return
    first = max(start - LONGEST_TAG, 0)
    for tag in tags_in(line[first : end + LONGEST_TAG]):
        from_, to = max(tag.start + first, start), min(tag.end + first, end)
        if from_ < to:
            yield Span(from_ - start, to - start, OWN if tag.meaning is None else KNOWN)
