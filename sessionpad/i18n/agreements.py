"""An agreement in words: where it stands, who signed, and what changed since the one before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from sessionpad.domain.agreeing import parties_changed, terms_changed
from sessionpad.domain.agreement import Agreement, AgreementState
from sessionpad.domain.client import Client
from sessionpad.domain.sharing import Sharing
from sessionpad.domain.text import clean_line
from sessionpad.domain.trajectory import Trajectory
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.terms import AGREEMENT_STATES
from sessionpad.i18n.texts import N_, Texts

TERMS: Final = {
    "started": N_("the start"),
    "concern": N_("what is worked on"),
    "problem": N_("what is going on"),
    "goal": N_("the goal"),
    "goal.deadline": N_("the day of the goal"),
    "goal.main_task": N_("the main task"),
    "goal.why": N_("why it matters"),
    "talks": N_("the number of talks"),
    "evaluations": N_("when we look back"),
    "evaluation_way": N_("how we look back"),
    "fallback": N_("what we do if it does not work out"),
    "expects_client": N_("what the client expects"),
    "expects_coach": N_("what the coach expects"),
    "way": N_("how we work together"),
    "say": N_("what the client has a say in"),
    "supporter": N_("who stands by the client"),
    "sections": N_("which parts it has"),
    "reflect_until": N_("the time to think it over"),
    "form": N_("written, or by word of mouth"),
    "title": N_("the title"),
    "previous": N_("the trajectory before"),
}
"""What can differ between two agreements; a part of goal or problem without words of its own has those of the whole."""


def changes_in_words(older: Agreement, terms: Trajectory, client: Client, texts: Texts) -> str:
    """What is agreed otherwise than in this one: "het doel, de dag van het doel"; empty when nothing is."""
    names = (name if name in TERMS else name.partition(".")[0] for name in terms_changed(older.terms, terms))
    words = [texts.say(TERMS[name]) for name in dict.fromkeys(names) if name in TERMS]
    if parties_changed(older.client, client):
        words.append(texts.say(N_("who signs too")))
    return ", ".join(words)


def signer_name(name: str, texts: Texts) -> str:
    """Someone who signs, on one line; a coach without a name is the coach."""
    return clean_line(name) or texts.say(N_("the coach"))


def state_of(agreement: Agreement, texts: Texts) -> str:
    """Where it stands, in a word or two."""
    if agreement.state is AgreementState.SIGNED and agreement.unsigned:
        return texts.say(N_("signed, not by everyone yet"))
    return texts.say(AGREEMENT_STATES[agreement.state])


def standing_of(agreement: Agreement, texts: Texts, today: date) -> str:
    """Where it stands, in a line: "ondertekend op wo 25 nov door iedereen"."""
    state = texts.say(AGREEMENT_STATES[agreement.state])
    if agreement.state is AgreementState.SIGNED:
        day = short_date(max(each.on for each in agreement.signed), texts.language, today)
        waiting = ", ".join(signer_name(each, texts) for each in agreement.unsigned)
        if waiting:
            return texts.say(N_("signed on {day}, not yet by {names}"), day=day, names=waiting)
        return texts.say(N_("signed on {day} by everyone"), day=day)
    day = short_date(agreement.made_on, texts.language, today)
    until = agreement.terms.reflect_until
    if agreement.state is AgreementState.OFFERED and until is not None:
        last = short_date(until, texts.language, today)
        return texts.say(N_("{state}, on {day}; to think over until {until}"), state=state, day=day, until=last)
    return texts.say(N_("{state}, on {day}"), state=state, day=day)


def before(agreements: Sequence[Agreement], agreement: Agreement) -> Agreement | None:
    """The agreement of the same trajectory that it took the place of."""
    earlier = [
        each for each in agreements if each.trajectory == agreement.trajectory and each.number < agreement.number
    ]
    return earlier[-1] if earlier else None


def consent_of(sharing: Sharing, texts: Texts, today: date) -> str:
    """How the client's consent to tell someone something stands: "akkoord op di 24 nov"."""
    if sharing.withdrawn_on is not None:
        return texts.say(N_("taken back on {day}"), day=short_date(sharing.withdrawn_on, texts.language, today))
    if sharing.agreed_on is None:
        return texts.say(N_("not agreed yet"))
    if not sharing.holds(today):
        return texts.say(N_("does not hold today"))
    return texts.say(N_("agreed on {day}"), day=short_date(sharing.agreed_on, texts.language, today))
