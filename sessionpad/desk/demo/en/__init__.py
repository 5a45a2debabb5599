"""The demo in English."""

from __future__ import annotations

from typing import Final

from sessionpad.desk.demo.en import closed, first_talk, household, post, uphill
from sessionpad.desk.demo.scene import Tongue

ENGLISH: Final = Tongue(
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    coach="Noor Vandersteen",
    reach="on working days from 9 to 16, at the number on the card; a message is always fine",
    scripts={
        "post": post.SCRIPT,
        "first_talk": first_talk.SCRIPT,
        "household": household.SCRIPT,
        "uphill": uphill.SCRIPT,
        "closed": closed.SCRIPT,
    },
)
