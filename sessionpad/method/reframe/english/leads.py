"""How an English why is led in."""

from __future__ import annotations

from functools import cache

from sessionpad.method.reframe.data import load
from sessionpad.method.reframe.english.clause import read
from sessionpad.method.reframe.english.words import classes
from sessionpad.method.reframe.leads import Leads, Manner, read_leads
from sessionpad.method.reframe.text import Word


@cache
def leads() -> Leads:
    return read_leads(load("reframe_en")["leads"])


def manner(lead: list[Word], rest: list[Word]) -> Manner | None:
    """How the why is led in; None when it is reported, a noun, or not a question to the client."""
    if not lead:
        return "plain"
    found = leads().manner(lead, rest)
    return found if found != "unsure" else _called(lead, rest)


def _called(lead: list[Word], rest: list[Word]) -> Manner | None:
    """A name in front, without its comma."""
    known = classes()
    named = all(part.text[:1].isupper() for part in lead) and not lead[2:]
    return "plain" if named and lead[0].key not in known.determiners | known.subject_pronouns and read(rest) else None
