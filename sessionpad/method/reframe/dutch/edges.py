"""Where the core of a Dutch clause ends: what comes after it stays behind the verb."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sessionpad.method.reframe.dutch.agreement import agrees, finite_at, is_subject
from sessionpad.method.reframe.dutch.verbs import is_finite, is_kind, readings
from sessionpad.method.reframe.dutch.words import classes, verb_classes
from sessionpad.method.reframe.text import Word

Holds: TypeAlias = Callable[[list[Word]], bool]
