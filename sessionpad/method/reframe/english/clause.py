"""Reads `didn't you call` as helper, subject and the rest."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from sessionpad.method.reframe.english.words import classes, verbs
from sessionpad.method.reframe.text import MARKS, Word, word

_BARE: Final = re.compile(r"^(do|does|did|is|are|was|were|have|has|had|could|would|should|must|need)nt$")
_ODD: Final = {"cant": "can't", "wont": "won't", "shant": "shan't"}
_BE: Final = frozenset({"am", "is", "are", "was", "were"})
_HAVE: Final = frozenset({"have", "has", "had"})
_DO: Final = frozenset({"do", "does", "did"})


class Clause(NamedTuple):
    helper: str
    """The helper verb without its n't, in lower case."""
    negative: bool
    subject: list[Word]
    rest: list[Word]
    typed: str
    """The helper as it was typed."""
    pulled: bool = False
    """Not stands as a word of its own (did you not)."""


def read(parts: list[Word]) -> Clause | None:
    """A clause with its helper first; None when it is no such clause."""
    if not parts[1:]:
        return None
    helper, negative, typed = _helper(parts[0])
    if helper not in classes().auxiliaries:
        return None
    body = parts[1:]
    width = _subject_width(body, helper)
    if width is None:
        return None
    subject, rest = body[:width], body[width:]
    pulled = not negative and bool(rest) and rest[0].key == "not"
    return Clause(helper, negative or pulled, subject, rest[1:] if pulled else rest, typed, pulled)


def read_plain(parts: list[Word]) -> Clause | None:
    """A clause in plain order (you left, she doesn't call), read as if its helper came first."""
    if not parts:
        return None
    width = _plain_width(parts)
    if width is None or width >= len(parts):
        return None
    subject, rest = parts[:width], parts[width:]
    helper, negative, typed = _helper(rest[0])
    if helper in classes().auxiliaries and not (helper in _DO | _HAVE and not negative and not _after_helper(rest)):
        pulled = not negative and len(rest) > 1 and rest[1].key == "not"
        return Clause(helper, negative or pulled, subject, rest[2:] if pulled else rest[1:], typed, pulled)
    return _with_do(subject, rest)


def _after_helper(rest: list[Word]) -> bool:
    following = rest[1].key if len(rest) > 1 else ""
    return (
        following == "not" or following in verbs().participles or following in verbs().known or following.endswith("ed")
    )


def _with_do(subject: list[Word], rest: list[Word]) -> Clause | None:
    """You left: did you leave."""
    at = next((place for place, part in enumerate(rest) if part.key not in classes().adverbs), None)
    if at is None:
        return None
    key, known = rest[at].key, verbs()
    if key in known.known and known.past[key] != key:
        return Clause("do", negative=False, subject=subject, rest=rest, typed="do")
    base = known.bases.get(key)
    if base is None:
        return None
    helper = "did" if known.past[base] == key else "does"
    return Clause(helper, negative=False, subject=subject, rest=[*rest[:at], word(base), *rest[at + 1 :]], typed=helper)


def _helper(part: Word) -> tuple[str, bool, str]:
    key = _ODD.get(part.key, part.key)
    bare = _BARE.match(key)
    typed = f"{bare.group(1)}n't" if bare else _ODD.get(part.key, part.text.lower())
    if bare:
        return bare.group(1), True, typed
    if key.endswith("n't"):
        return {"can't": "can", "won't": "will", "shan't": "shall"}.get(key, key[:-3]), True, typed
    return ("can", True, "cannot") if key == "cannot" else (key, False, typed)


def _subject_width(body: list[Word], helper: str) -> int | None:
    """How many words the subject takes; None when that is not sure."""
    known = classes()
    first = body[0].key
    if first in known.subject_pronouns and not (first in known.determiners and body[2:] and _noun_next(body, helper)):
        return _joined(body, 1)
    start = 2 if first in known.determiners else 1
    named = body[0].text[:1].isupper() or first in known.people or first.endswith("s")
    if start == 1 and not named and not (len(body) > 1 and _begins_predicate(body, 1, helper)):
        return None
    if start == 1 and body[0].text[:1].isupper():
        return _joined(body, 1)
    place = _behind_relative(body, start, helper)
    while place < len(body) and not _begins_predicate(body, place, helper):
        place += 1
    return place if place < len(body) else (start if len(body) == start + 1 else None)


def _behind_relative(body: list[Word], start: int, helper: str) -> int:
    """The man who helped you stopped: the verb of the relative clause is not the one the helper waits for."""
    known, found = classes(), verbs()
    for place in range(start, len(body) - 2):
        pronoun = body[place].key in known.relatives
        own = body[place + pronoun].key in known.nominative and body[place].key not in MARKS
        if not pronoun and not own:
            if _begins_predicate(body, place, helper):
                return start
            continue
        verb = next((at for at in range(place + 1, len(body)) if _finite(body[at].key)), None)
        if verb is None:
            return start
        after = verb + 1
        if body[verb].key in known.auxiliaries:
            after += body[after].key in found.participles | found.known if body[after:] else 0
        while after < len(body) and body[after].key in known.objects | known.prepositions:
            after += 1 + (body[after].key in known.prepositions and _with_object(body, after))
        return after
    return start


def _finite(key: str) -> bool:
    return key in verbs().bases or key in verbs().known or key in classes().auxiliaries


def _with_object(body: list[Word], at: int) -> bool:
    """For us; but not the stranded for of `the job you applied for`."""
    return at + 1 < len(body) and body[at + 1].key in classes().objects


def _noun_next(body: list[Word], helper: str) -> bool:
    """This and that with a noun of their own (that letter)."""
    return not _begins_predicate(body, 1, helper) and _begins_predicate(body, 2, helper)


def _joined(body: list[Word], width: int) -> int:
    """You and your sister."""
    if len(body) > width + 1 and body[width].key == "and":
        return width + (3 if body[width + 1].key in classes().determiners else 2)
    return width


def _begins_predicate(body: list[Word], place: int, helper: str) -> bool:
    known, found = classes(), verbs()
    key = body[place].key
    if key in MARKS | known.adverbs or [part.key for part in body[place : place + 2]] == ["no", "longer"]:
        return True
    if helper in _BE:
        shaped = key.endswith(("ing", "ed")) or (key in found.participles and place > 1)
        return shaped or key in known.feelings | known.predicates
    if helper in _HAVE:
        return key in found.participles or key.endswith("ed")
    return key in found.known and key not in known.people


def _plain_width(parts: list[Word]) -> int | None:
    known, found = classes(), verbs()
    first = parts[0].key
    if first in known.subject_pronouns - {"there"} or first == "there":
        return _joined(parts, 1)
    if first not in known.determiners and not parts[0].text[:1].isupper():
        return None
    for place in range(1 + (first in known.determiners), len(parts)):
        key = parts[place].key
        if _helper(parts[place])[0] in known.auxiliaries or key in found.bases or key in known.adverbs:
            return place
    return None
