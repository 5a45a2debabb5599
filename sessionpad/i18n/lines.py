"""What kind of line it is that was found, in a word or two."""

from __future__ import annotations

from datetime import date
from typing import Final

from sessionpad.domain.lines import Line
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.texts import N_, Texts

KINDS: Final = {
    "client": N_("client"),
    "client.people": N_("person"),
    "trajectories": N_("agreement"),
    "trajectories.problem": N_("difficulty"),
    "trajectories.goal": N_("goal"),
    "trajectories.revisions": N_("goal before"),
    "trajectories.closing": N_("closing"),
    "trajectories.headline": N_("closing"),
    "trajectories.aftercare": N_("aftercare"),
    "tasks": N_("task"),
    "sessions": N_("talk"),
    "sessions.notes": N_("note"),
    "sessions.reviews": N_("review"),
    "exploration": N_("exploration"),
    "concerns": N_("wish or worry"),
    "parked": N_("put aside"),
    "rights": N_("right"),
    "referrals": N_("referral"),
    "sharings": N_("sharing"),
    "missed": N_("missed"),
    "coach_side": N_("for me alone"),
    "reflections": N_("for me alone"),
}
"""By the beginning of its path; the longest that fits says it."""
OTHER: Final = N_("dossier")


def kind_of(line: Line, texts: Texts) -> str:
    path = line.path
    while path not in KINDS and "." in path:
        path = path.rpartition(".")[0]
    return texts.say(KINDS.get(path, OTHER))


def day_of(line: Line, texts: Texts, today: date) -> str:
    return short_date(line.on, texts.language, today) if line.on else ""
