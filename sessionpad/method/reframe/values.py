"""What a turned question looks like."""

from __future__ import annotations

from typing import Literal, TypeAlias

from sessionpad.domain.value import Value

Form: TypeAlias = Literal["what-makes", "how-come", "indirect", "open-frame"]


class Suggestion(Value, frozen=True, kw_only=True):
    text: str
    form: Form


class Reframed(Value, frozen=True, kw_only=True):
    question: str
    """As it was typed."""
    suggestions: tuple[Suggestion, ...] = ()
    """Best first; empty when the question is left alone."""
