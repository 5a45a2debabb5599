"""Where a client stands, in one line."""

from __future__ import annotations

from datetime import date

from sessionpad.domain.dossier import Dossier, talk_number
from sessionpad.domain.session import Session
from sessionpad.domain.trajectory import Phase
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import PHASES
from sessionpad.method.limits import TALKS_MAX, TALKS_MIN, talks_held, weeks_left
from sessionpad.method.phases import suggest


def weeks_of(deadline: date | None, today: date, texts: Texts) -> str:
    """How long is left, in words; empty without a deadline."""
    if deadline is None:
        return ""
    weeks = weeks_left(deadline, today)
    if weeks < 0:
        return texts.say(N_("period is over"))
    return texts.count("{number} week left", "{number} weeks left", weeks)


def talks_of(dossier: Dossier, texts: Texts) -> str:
    """How many talks there were, and how many are left of what was planned."""
    held, planned = talks_held(dossier, dossier.trajectory), dossier.trajectory.talks
    told = texts.count("{number} talk", "{number} talks", held)
    if planned is None:
        return told
    left = texts.count("{number} talk left", "{number} talks left", max(planned - held, 0))
    return f"{told} · {left}"


def title_of(dossier: Dossier, session: Session, texts: Texts, today: date) -> str:
    """Head of a conversation: "A. · gesprek 3 van 3–12 · nog 5 weken"."""
    talk = texts.say(
        N_("talk {number} of {least}–{most}"), number=talk_number(dossier, session), least=TALKS_MIN, most=TALKS_MAX
    )
    parts = [dossier.client.code, talk, weeks_of(dossier.trajectory.goal.deadline, today, texts)]
    return " · ".join(filter(None, parts))


def goal_of(dossier: Dossier, texts: Texts) -> str:
    return dossier.trajectory.goal.text or texts.say(N_("no goal yet: it may grow during the talk"))


def phases_hint(dossier: Dossier, texts: Texts) -> str:
    """What else the dossier points to, empty when the chosen phase is among it."""
    suggested = suggest(dossier)
    if any(phase in suggested for phase in dossier.trajectory.phases):
        return ""
    return texts.say(N_("looks like: {phases}"), phases=", ".join(texts.say(PHASES[phase]) for phase in suggested))


def way_on(dossier: Dossier, texts: Texts) -> str:
    """Which phase usually comes after the last one chosen, and what else the dossier points to. Source: GW-60."""
    phases = list(Phase)
    last = max(map(phases.index, dossier.trajectory.phases), default=-1)
    after = phases[last + 1 : last + 2]
    coming = texts.say(N_("after that: {phase}"), phase=texts.say(PHASES[after[0]])) if after else ""
    return " · ".join(filter(None, (coming, phases_hint(dossier, texts))))


def phases_of(dossier: Dossier, texts: Texts) -> str:
    return ", ".join(texts.say(PHASES[phase]) for phase in dossier.trajectory.phases)
