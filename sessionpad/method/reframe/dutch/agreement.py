"""Which form a verb takes behind its subject, and where a finite verb sits in a clause."""

from __future__ import annotations

from typing import Final

from sessionpad.method.reframe.dutch.forms import with_t
from sessionpad.method.reframe.dutch.verbs import PAST, is_kind, readings
from sessionpad.method.reframe.dutch.words import classes, markers, opens_subject, verb_classes
from sessionpad.method.reframe.text import Word

_SECOND: Final = {"kun": "kunt", "zul": "zult", "wil": "wilt", "vrij": "vrijt"}
_RATHER_NOW: Final = frozenset({"rook", "zon", "boog", "sleep", "sloop"})
"""With je and ik the present of roken, not the past of ruiken."""
_AMOUNTS: Final = frozenset({"veel", "weinig", "zoveel", "genoeg", "teveel"})
"""May stand right before the verb that closes its clause (hem te veel vertrouwt)."""
_NO_ENDING: Final = frozenset({"kan", "zal", "mag", "is"})
_SHORT_D: Final = ("rij", "snij", "glij", "lij", "mij", "strij", "hou")


def behind(finite: Word, following: list[Word]) -> str:
    """The finite verb as it stands behind its subject: kom (je) becomes (je) komt.

    Only je and jij (and a ge typed like them) had made it drop its t; every other subject leaves it as it was typed.
    """
    if not following or not second_person(finite.key, following):
        return finite.text
    key = finite.key
    kinds = {reading.kind for reading in readings(key)}
    ended = key in _NO_ENDING or key.endswith("t") or is_past(key, following[0].key)
    if ended or (kinds and not kinds & {"first", "second", "past"} and key not in _SECOND):
        return finite.text
    if key in _SECOND:
        return _SECOND[key]
    return key + "dt" if key.endswith(_SHORT_D) and is_kind(key, "first") else with_t(key)


def is_past(form: str, subject: str) -> bool:
    """Whether a finite form tells of the past; zetten and rook (je) may as well be now."""
    found = readings(form)
    if not found:
        return form.endswith(("te", "de"))
    if form in _RATHER_NOW and subject in {"ik", "je", "jij"}:
        return False
    also_now = {reading.lemma for reading in found if reading.kind == "plural"}
    return any(reading.kind in PAST and reading.lemma not in also_now for reading in found)


def second_person(finite: str, following: list[Word]) -> bool:
    """Whether the subject is je, jij or ge, and not the je of `je moeder`."""
    first = following[0].key
    if first != "je":
        return first in {"jij", "ge", "gij"}
    named = len(following) > 1 and following[1].key in classes().friends
    return not named or (is_kind(finite, "first") and not is_kind(finite, "third", "past"))


def agrees(subject: str, form: str) -> bool:
    """Whether the form can be the finite verb of a subject that begins with this word."""
    known = classes()
    kinds = {reading.kind for reading in readings(form)}
    if subject == "ik":
        return bool(kinds & {"first", "past"}) or form in _NO_ENDING | {"wil"}
    if kinds & {"third", "past"} or form == "wil":
        return True
    return bool(kinds & {"plural", "pasts"}) and (subject in known.plural or subject not in known.singular)


def finite_at(parts: list[Word], start: int, stop: int, subject: str) -> int | None:
    """The place of the first verb that agrees with the subject, in a clause with its verb at the end."""
    for place in range(start, stop):
        if agrees(subject, parts[place].key) and not _names_a_thing(parts, place):
            return place
    return None


def _names_a_thing(parts: list[Word], place: int) -> bool:
    """A word behind an article or a preposition is a noun, whatever verb it looks like."""
    before = parts[place - 1].key if place else ""
    verbs = verb_classes()
    if any(reading.lemma in verbs.modal | verbs.with_participle for reading in readings(parts[place].key)):
        return False
    if place == len(parts) - 1 and closes_with_verb(parts[place].key):
        return before in markers().articles - _AMOUNTS
    if before in markers().articles or before in {"te", "zo"}:
        return True
    stranded = any(part.key in classes().r_words for part in parts[:place])
    return not stranded and before in classes().prepositions - markers().loose


def closes_with_verb(last: str) -> bool:
    """Whether a last word can only be the verb of its clause."""
    return is_kind(last, "third", "past", "pasts") and not is_kind(last, "inf", "part")


def number_of(parts: list[Word], place: int) -> str:
    """A word of the same number as the subject that begins here; `je kinderen` counts as more than one."""
    key = parts[place].key
    following = parts[place + 1].key if place + 1 < len(parts) else ""
    if key in markers().possessives and following.endswith(("en", "s")):
        noun = not readings(following) and following not in classes().adverbs
        if noun or following in classes().friends:
            return "we"
    return "hij" if key in {"je", "haar", "zijn"} else key


def is_subject(part: Word) -> bool:
    return opens_subject(part.key) or (part.text[:1].isupper() and not part.text.isupper())
