"""The hand-over letter: only with the client's consent, and only what the client agreed to. Source: GW-18, TGH-44."""

from __future__ import annotations

from datetime import date
from typing import Final

from sessionpad.documents import words
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.shared import Common, common, in_full, plain
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.sharing import Sharing
from sessionpad.domain.text import clean_line
from sessionpad.errors import InvalidInput

_ONE: Final = 1


class HandoverContext(Common):
    """Every name the template of the hand-over letter may use. What is not to be told is not even known here."""

    recipient: str
    what: str
    why: str
    agreed_on: str
    until: str


def handover_context(occasion: Occasion) -> HandoverContext:
    """Raises: InvalidInput when there is no consent that holds today."""
    agreed = consent_for(occasion.dossier, occasion.asked.recipient, occasion.today)
    language = occasion.language
    return {
        **common(occasion, words.TITLES[language]["handover"], occasion.today),
        "recipient": clean_line(agreed.recipient),
        "what": plain(agreed.what),
        "why": plain(agreed.why),
        "agreed_on": in_full(agreed.agreed_on, language),
        "until": in_full(agreed.until, language),
    }


def consents(dossier: Dossier, today: date) -> tuple[Sharing, ...]:
    """Everything the client agreed to that holds today."""
    return tuple(each for each in dossier.sharings if each.holds(today))


def recipients(dossier: Dossier, today: date) -> list[str]:
    """Everyone who may be told something today, by name."""
    names = (clean_line(each.recipient) for each in consents(dossier, today))
    return list(dict.fromkeys(filter(None, names)))


def sole_recipient(dossier: Dossier, today: date) -> str:
    """The only one who may be told something today; empty when there is nobody, or a choice."""
    names = recipients(dossier, today)
    return names[0] if len(names) == _ONE else ""


def consent_for(dossier: Dossier, recipient: str, today: date) -> Sharing:
    """The consent to tell this recipient something; a part of the name will do when only one has it.

    Raises:
        InvalidInput: recipient-needed, when nobody was named; no-consent, when none holds today for this one, or
            when it does not say what may be told; recipient-ambiguous, when more than one fits.
    """
    wanted = clean_line(recipient).casefold()
    if not wanted:
        raise InvalidInput("recipient-needed")
    standing = consents(dossier, today)
    named = [each for each in standing if clean_line(each.recipient).casefold() == wanted]
    fitting = named[-1:] or [each for each in standing if wanted in clean_line(each.recipient).casefold()]
    if len(fitting) > _ONE:
        raise InvalidInput("recipient-ambiguous")
    if not fitting or not fitting[0].what.strip():
        raise InvalidInput("no-consent")
    return fitting[0]
