"""Earlier versions in words."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sessionpad.i18n.dates import clock_time, long_date, short_date
from sessionpad.i18n.texts import N_, Texts

_KINDS: Final[dict[str, str]] = {
    "save": N_("saved"),
    "session": N_("at the start of a talk"),
    "conflict": N_("could not be saved"),
    "damaged": N_("could not be read"),
}


def known_kinds() -> frozenset[str]:
    return frozenset(_KINDS)


def kind_of_version(kind: str, texts: Texts) -> str:
    """Why a version was kept."""
    return texts.say(_KINDS[kind]) if kind in _KINDS else kind


def moment_of_version(at: datetime, texts: Texts, now: datetime) -> str:
    """When it was saved, in the coach's own time: "vr 27 nov 14:07"."""
    here = at.astimezone(now.tzinfo)
    return f"{short_date(here.date(), texts.language, now.date())} {clock_time(here, texts.language)}"


def long_moment_of_version(at: datetime, texts: Texts, now: datetime) -> str:
    """The same in full, with the time also at midnight."""
    here = at.astimezone(now.tzinfo)
    day, time = long_date(here.date(), texts.language), clock_time(here, texts.language)
    return texts.say(N_("{day} at {time}"), day=day, time=time)
