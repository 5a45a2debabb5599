"""The aftercare plan with its reminder sheet: a time with an end, and what to do when it gets hard. Source: GW-100."""

from __future__ import annotations

from sessionpad.documents import words
from sessionpad.documents.closing import AHEAD, Answered, answered
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.shared import Common, common, in_full, plain
from sessionpad.domain.ending import Aftercare, Closing
from sessionpad.i18n.dates import long_date


class AftercareContext(Common):
    """Every name the template of the aftercare plan may use."""

    keeps: str
    """What the client keeps doing."""
    who_helps: str
    until: str
    talks: list[str]
    coach_calls: bool
    may_call_for: str
    signals: str
    first_step: str
    who_to_call: str
    answers: list[Answered]
    reminder: str
    """What the client wants to remember, for the sheet that hangs somewhere."""
    blanks: bool
    """Whether what is still empty gets lines to write on."""


def aftercare_context(occasion: Occasion) -> AftercareContext:
    now, language, blank = occasion.trajectory, occasion.language, occasion.asked.blank
    after = Aftercare() if blank else now.aftercare
    closing = Closing() if blank else now.closing
    return {
        **common(occasion, words.TITLES[language]["aftercare-plan"], occasion.today),
        "keeps": plain(closing.keeps),
        "who_helps": plain(closing.who_helps),
        "until": in_full(after.until, language),
        "talks": [long_date(day, language) for day in sorted(after.talks)],
        "coach_calls": after.coach_calls,
        "may_call_for": plain(after.may_call_for),
        "signals": plain(after.signals),
        "first_step": plain(after.first_step),
        "who_to_call": plain(after.who_to_call),
        "answers": answered(occasion, AHEAD),
        "reminder": plain(after.reminder),
        "blanks": blank or now.aftercare.is_empty,
    }
