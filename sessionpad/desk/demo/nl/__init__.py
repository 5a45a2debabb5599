"""The demo in Dutch."""

from __future__ import annotations

from typing import Final

from sessionpad.desk.demo.nl import closed, first_talk, household, post, uphill
from sessionpad.desk.demo.scene import Tongue

DUTCH: Final = Tongue(
    months=(
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    coach="Noor Vandersteen",
    reach="op werkdagen van 9 tot 16 uur, op het nummer van het kaartje; een bericht mag altijd",
    scripts={
        "post": post.SCRIPT,
        "first_talk": first_talk.SCRIPT,
        "household": household.SCRIPT,
        "uphill": uphill.SCRIPT,
        "closed": closed.SCRIPT,
    },
)
