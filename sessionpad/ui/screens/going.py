"""What can be done with a line that was found, and where one goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.domain.lines import Line


class Going(Enum):
    WRITE = "write"
    """Go there: its talk is under way."""
    OPEN = "open"
    """Read it, and open its dossier from there."""
    READ = "read"
    """Read it, and come back: its dossier is open already."""


Judge: TypeAlias = Callable[[Dossier, Line], Going]


@dataclass(frozen=True)
class Target:
    """Where the coach wants to go."""

    dossier: DossierId
    row: int = 0
    column: int = 0
    is_for_writing: bool = False
    """Whether row and column are a place in the notes of the talk that is under way."""
