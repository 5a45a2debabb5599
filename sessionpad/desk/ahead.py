"""Word lists that are read ahead, so that the first task and the first why-question do not wait for them."""

from __future__ import annotations

from datetime import date


def read_ahead() -> None:
    """Load what turning a question and checking a wording need; safe to call from any thread, and more than once."""
    from sessionpad.method.reframe import reframe  # noqa: PLC0415  the point is to load it here
    from sessionpad.method.wording import Field, check  # noqa: PLC0415  idem

    day = date(2026, 1, 1)
    for question in ("Waarom kom je niet?", "Why did you not come?"):
        reframe(question)
    for text in ("Ik bel morgen.", "I call tomorrow."):
        check(Field.TASK, text, today=day)
