"""A tree in text: branches with words that wrap under themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content


@dataclass(frozen=True)
class Branch:
    said: Content
    branches: Sequence[Branch] = ()


def tree_lines(branches: Sequence[Branch], width: int, stem: str = "") -> Iterator[Content]:
    """The lines of these branches under one another, for a width in cells."""
    for number, branch in enumerate(branches):
        is_last = number == len(branches) - 1
        fork, beside = ("└─ ", "   ") if is_last else ("├─ ", "│  ")
        under = "│  " if branch.branches else "   "
        lines = [line for part in branch.said.split("\n", allow_blank=True) for line in _wrap(part, width, stem)]
        for row, line in enumerate(lines):
            lead = stem + (fork if row == 0 else beside)
            yield Content.assemble((lead, "$line"), (under if row and branch.branches else "", "$line"), line)
        yield from tree_lines(branch.branches, width, stem + beside)


def _wrap(part: Content, width: int, stem: str) -> Sequence[Content]:
    return part.wrap(max(width - len(stem) - 6, 10))
