"""The fictional dossiers that the demo opens on: five clients at different points of their way, in every language."""

from __future__ import annotations

from datetime import datetime

from sessionpad.desk.demo import closed, first_talk, household, post, uphill
from sessionpad.desk.demo.days import Days
from sessionpad.desk.demo.en import ENGLISH
from sessionpad.desk.demo.nl import DUTCH
from sessionpad.desk.demo.scene import Scene, Tongue
from sessionpad.domain.dossier import Dossier
from sessionpad.method.language import Language

_TONGUES: dict[Language, Tongue] = {"nl": DUTCH, "en": ENGLISH}
_CLIENTS = {
    "post": post.dossier,
    "first_talk": first_talk.dossier,
    "household": household.dossier,
    "uphill": uphill.dossier,
    "closed": closed.dossier,
}


def demo_dossiers(now: datetime, language: Language) -> tuple[Dossier, ...]:
    """The same people every time, with every day counted from `now`.

    Args:
        now: an aware moment; its time zone is that of every moment in the dossiers.
        language: of everything that was said and written.
    """
    days, tongue = Days(now=now), _TONGUES[language]
    return tuple(make(Scene(client=name, tongue=tongue, days=days)) for name, make in _CLIENTS.items())
