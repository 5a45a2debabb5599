"""How a Dutch why is led in."""

from __future__ import annotations

from functools import cache

from sessionpad.method.reframe.data import listed, load
from sessionpad.method.reframe.dutch.agreement import is_subject
from sessionpad.method.reframe.dutch.verbs import is_finite
from sessionpad.method.reframe.dutch.words import classes
from sessionpad.method.reframe.leads import Leads, Manner, read_leads
from sessionpad.method.reframe.text import MARKS, Word


@cache
def leads() -> Leads:
    return read_leads(load("reframe_nl")["leads"])


def manner(lead: list[Word], rest: list[Word]) -> Manner | None:
    """How the why is led in; None when it is reported, a noun, or not a question to the client."""
    if not lead:
        return "plain"
    if all(part.key in classes().question_words | classes().coordinators | MARKS for part in lead) and (
        any(part.key in classes().question_words for part in lead)
    ):
        return None
    found = leads().manner(lead, rest)
    if found != "unsure":
        return found
    keys = [part.key for part in lead]
    if keys[-1] == "en" and set(keys) & {"hoe", "wat", "wie"}:
        return None
    return "plain" if _calls(lead) or _run_on(keys, rest) else None


def _calls(lead: list[Word]) -> bool:
    """A name in front, without its comma."""
    named = all(part.text[:1].isupper() or part.key in leads().small for part in lead)
    return named and not lead[3:] and not any(is_finite(part.key) for part in lead)


def runs_on(keys: list[str]) -> bool:
    """`als het zo moeilijk is waarom vraag je geen hulp`: the comma was left out."""
    begins = listed(load("reframe_nl")["leads"]["run_on"])
    closed = MARKS | classes().coordinators
    return bool(keys[2:]) and keys[0] in begins and keys[-1] not in closed and bool(leads().without_small(keys))


def _run_on(keys: list[str], rest: list[Word]) -> bool:
    turned = rest[1:] and is_finite(rest[0].key) and rest[1].key in classes().subject_pronouns
    return bool(turned) and not is_subject(rest[0]) and runs_on(keys)
