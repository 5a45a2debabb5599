"""Turns a why-question into one that asks the same without asking for a defence. Source: TGH-24, GW-36, GW-49."""

from __future__ import annotations

from sessionpad.method.language import Language
from sessionpad.method.reframe import text as texts
from sessionpad.method.reframe.guess import guess
from sessionpad.method.reframe.values import Form, Reframed, Suggestion

__all__ = ["Form", "Reframed", "Suggestion", "reframe"]


def reframe(question: str, language: Language | None = None) -> Reframed:
    """Other ways to ask it, best first; none when there is nothing to turn. A suggestion, never a correction."""
    from sessionpad.method.reframe.turn import turned  # noqa: PLC0415 - the grammar is read when a question is asked

    return Reframed(question=question, suggestions=turned(texts.sane(question), language or guess(question)))
