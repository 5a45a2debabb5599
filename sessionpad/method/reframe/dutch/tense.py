"""Whether a question is about now, about then, or about something finished."""

from __future__ import annotations

from typing import Literal, TypeAlias

from sessionpad.method.reframe.dutch.agreement import finite_at, is_past
from sessionpad.method.reframe.dutch.segments import runs
from sessionpad.method.reframe.dutch.verbs import lemmas
from sessionpad.method.reframe.dutch.words import classes, opens_subject
from sessionpad.method.reframe.text import Word

Tense: TypeAlias = Literal["present", "past", "perfect"]

_WOULD = frozenset({"zou", "zouden", "zoudt"})


def of_clause(finite: str, rest: list[Word]) -> Tense:
    if _told(finite, rest[0].key if rest else ""):
        return "past"
    if lemmas(finite) & {"hebben", "zijn"} and any(run.has("part") or len(run.roles) > 1 for run in runs(rest)):
        return "past" if _then(rest) else "perfect"
    return "present"


def of_embedded(clause: list[Word]) -> Tense:
    """The tense of a clause with its verb at the end already."""
    subject = clause[0].key if opens_subject(clause[0].key) else "hij"
    at = finite_at(clause, 1, len(clause), "hij" if subject == "je" else subject)
    if at is None:
        return "past" if clause[-1].key.endswith(("de", "te")) else "present"
    return of_clause(clause[at].key, clause[:at] + clause[at + 1 :])


def _told(form: str, subject: str) -> bool:
    return form not in _WOULD and is_past(form, subject)


def _then(rest: list[Word]) -> bool:
    return any(part.key in classes().past_adverbs for part in rest)
