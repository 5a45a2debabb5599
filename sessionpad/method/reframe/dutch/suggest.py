"""From a Dutch sentence with a why in it to what may be asked instead."""

from __future__ import annotations

from typing import Final, NamedTuple

from sessionpad.method.reframe.data import load
from sessionpad.method.reframe.dutch.bare import Said, bare, without_verb
from sessionpad.method.reframe.dutch.leads import leads, manner, runs_on
from sessionpad.method.reframe.dutch.tense import Tense
from sessionpad.method.reframe.dutch.understand import Understood, understand
from sessionpad.method.reframe.dutch.words import classes
from sessionpad.method.reframe.leads import Manner
from sessionpad.method.reframe.patterns import quoted
from sessionpad.method.reframe.text import MARKS, Word, capital, ending, join, words
from sessionpad.method.reframe.values import Form, Suggestion

_MAKES: Final[dict[Tense, str]] = {"present": "wat maakt", "past": "wat maakte", "perfect": "wat maakt"}
_COMES: Final[dict[Tense, str]] = {"present": "hoe komt het", "past": "hoe kwam het", "perfect": "hoe komt het"}
_CALL_WIDTH: Final = 3


class Found(NamedTuple):
    lead: list[Word]
    rest: list[Word]
    manner: Manner


def find(sentence: str) -> Found | None:
    """The why of a sentence and how it is led in; None when there is nothing to turn."""
    parts = words(sentence)
    at = next((place for place, part in enumerate(parts) if part.key in classes().why), None)
    if at is None or quoted(parts, at):
        return None
    lead, rest = parts[:at], _without_call(parts[at + 1 :])
    if rest is None or leads().reported_behind(rest) or _stated(rest, sentence):
        return None
    how = manner(lead, rest)
    return None if how is None else Found(lead, rest, how)


def turn(found: Found, sentence: str) -> list[Suggestion] | None:
    """The other ways to ask, best first; empty when the question is not understood, None when it is no question."""
    understood = None if bare(found.rest) else understand(found.rest, found.manner)
    if understood == "statement":
        return None
    lead = join(found.lead) + ("," if found.manner == "plain" and runs_on([part.key for part in found.lead]) else "")
    if understood is None and found.manner != "plain":
        return [_finished(lead, "hoe dat komt", "indirect", found, sentence)] if bare(found.rest) else []
    if understood is None:
        said = without_verb(found.rest)
        return [_finished(lead, text, form, found, sentence) for text, form in said]
    return [_finished(lead, text, form, found, sentence) for text, form in _ways(understood, found)]


def framed(question: str) -> Suggestion:
    """The why itself, with an introduction. Source: GW-49."""
    frame: str = load_frame()
    return Suggestion(text=f"{frame} {question}", form="open-frame")


def load_frame() -> str:
    return str(load("reframe_nl")["frames"]["open"])


def _stated(rest: list[Word], sentence: str) -> bool:
    """Waarom is een lastig woord; waarom weet ik niet."""
    if not rest[1:] or ending(sentence) == "?":
        return False
    unknown = [part.key for part in rest[:2]] == ["weet", "ik"] and rest[-1].key == "niet" and not rest[4:]
    return unknown or (rest[0].key in classes().talked_about and rest[1].key in classes().talked_about_with)


def _without_call(rest: list[Word]) -> list[Word] | None:
    """Waarom, Jan, kom je niet: the name goes; None when a mark leads to something else."""
    if not rest or rest[0].key not in MARKS:
        return rest
    second = next((at for at in range(1, len(rest)) if rest[at].key in MARKS), None)
    return rest[second + 1 :] if second is not None and second <= _CALL_WIDTH and rest[second + 1 :] else None


def _ways(understood: Understood, found: Found) -> list[Said]:
    tense, clause = understood.tense, understood.clause
    makes = " ".join([_MAKES[tense], *understood.particles, "dat"])
    comes = " ".join([_COMES[tense], *understood.particles, "dat"])
    first: Form = "what-makes"
    if found.manner != "plain":
        comes = comes.replace("hoe komt het", "hoe het komt").replace("hoe kwam het", "hoe het kwam")
        first = "indirect"
    ways = [Said(f"{makes} {clause}", first), Said(f"{comes} {clause}", "how-come" if first == "what-makes" else first)]
    if tense == "perfect":
        ways.append(Said(f"{makes.replace('wat maakt', 'wat maakte')} {clause}", first))
    if tense == "past" and first == "what-makes":
        ways.append(Said(f"{comes.replace('hoe kwam', 'hoe komt')} {clause}", "how-come"))
    if first == "what-makes":
        made = makes.replace("wat maakt ", "wat maakte ") if tense == "perfect" else makes
        ways.append(Said(f"{_request(found)} {made} {clause}", "indirect"))
    else:
        ways.append(Said(f"{makes} {clause}", "what-makes"))
    return ways


def _request(found: Found) -> str:
    keys = {part.key for part in (*found.lead, *found.rest)}
    if keys & {"u", "uw"}:
        return "kunt u me vertellen"
    return "kunnen jullie me vertellen" if "jullie" in keys and not keys & {"je", "jij"} else "kan je me vertellen"


def _finished(lead: str, text: str, form: Form, found: Found, sentence: str) -> Suggestion:
    keeps = found.manner == "plain" or form == "indirect"
    whole = capital(f"{lead} {text}".strip() if keeps else text)
    closing = "?"
    if form == "indirect" and found.manner != "plain":
        counting = leads().without_small([part.key for part in found.lead if part.key not in MARKS])
        asking = bool(counting) and counting[0] in classes().asking
        closing = ending(sentence) or ("?" if asking else ".")
    return Suggestion(text=whole + closing, form=form)
