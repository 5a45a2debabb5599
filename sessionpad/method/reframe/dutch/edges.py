"""Where the core of a Dutch clause ends: what comes after it stays behind the verb."""

from __future__ import annotations

from typing import Final, NamedTuple

from sessionpad.method.reframe.dutch.agreement import finite_at, number_of
from sessionpad.method.reframe.dutch.openings import Holds, Opening, opening_at, stop_at
from sessionpad.method.reframe.dutch.segments import is_participle, runs
from sessionpad.method.reframe.dutch.verbs import lemmas
from sessionpad.method.reframe.dutch.words import classes, markers, opens_subject, verb_classes
from sessionpad.method.reframe.text import MARKS, Word

_ANTECEDENT_WIDTH: Final = 5


class Core(NamedTuple):
    end: int
    """The number of words, from the subject on, the finite verb goes behind."""
    resumed: int = 0
    """Where the core goes on after the last clause inside it: the verbs of that clause are not its own."""


class Awaited(NamedTuple):
    """The participle or infinitive a finite verb waits for."""

    holds: Holds
    met: bool
    """Whether it has been there already."""

    def comes_in(self, parts: list[Word]) -> bool:
        return not self.met and self.holds(parts)


def core_of(parts: list[Word], holds: Holds | None) -> Core:
    place, since = 1, 0
    while place < len(parts):
        opening = opening_at(parts, place, holds)
        met = holds is not None and holds(parts[since:place])
        if opening is None or _no_clause_after_all(parts, place, opening, awaited=holds is not None and not met):
            place += 1
            continue
        resumed = _resumes(parts, place, opening, None if holds is None else Awaited(holds, met))
        if resumed is None:
            return Core(_end(parts, place, opening), since)
        place = since = resumed
    return Core(len(parts), since)


def _no_clause_after_all(parts: list[Word], place: int, opening: Opening, *, awaited: bool) -> bool:
    """Moest per se die dure telefoon kopen: the only verb behind die is the one the clause waits for."""
    if opening != "relative" or not awaited:
        return False
    found = runs(parts[place : stop_at(parts, place)], "inf")
    alone = len(found) == 1 and len(found[0].roles) == 1 and found[0].first == "inf"
    return alone and parts[place + 1].key not in classes().subject_pronouns


def _end(parts: list[Word], place: int, opening: Opening) -> int:
    """Blijft bij iemand die je slaat: what a last relative clause hangs on goes along behind the verb."""
    if opening != "relative" or parts[place].key == "dat":
        return place
    known = classes()
    for at in range(place - 1, max(0, place - _ANTECEDENT_WIDTH), -1):
        key = parts[at].key
        if key in markers().carried:
            return at if at > 1 or parts[0].key in known.subject_pronouns else place
        if key in known.prepositions | known.negation or is_participle(key):
            break
    return place


def _resumes(parts: list[Word], place: int, opening: Opening, awaited: Awaited | None) -> int | None:
    """Where the core goes on after a clause inside it; None when it ends here."""
    if opening == "pair":
        return None
    if opening == "mark":
        return _after_mark(parts, place, awaited)
    after = _after_phrase(parts, place) if opening == "phrase" else _after_clause(parts, place, awaited)
    if after is None or after >= len(parts) or (awaited is not None and awaited.met):
        return None
    comes = awaited is not None and awaited.comes_in(parts[after:])
    return after if comes or _goes_on(parts, after, opening) else None


def _goes_on(parts: list[Word], after: int, opening: Opening) -> bool:
    """Without a verb to wait for: whether the words behind an inner clause belong to the core."""
    known = classes()
    following = parts[after].key
    if opening == "clause":
        return following in known.negation
    if opening != "relative":
        return False
    pronoun = parts[0].key in known.subject_pronouns - {"er"}
    closed = MARKS | known.coordinators | known.subordinators | known.clause_openers | known.question_words
    return following not in closed and not (pronoun and following in known.prepositions)


def _after_phrase(parts: list[Word], place: int) -> int | None:
    """Zonder iets te zeggen vertrokken: the phrase stands in the middle."""
    te = next((run for run in runs(parts[place:], "inf") if run.has("te")), None)
    return None if te is None else place + te.stop


def _after_mark(parts: list[Word], place: int, awaited: Awaited | None) -> int | None:
    rest = parts[place + 1 :]
    if not rest:
        return None
    if awaited is not None:
        return place + 1 if awaited.comes_in(rest) else None
    known = classes()
    second = next((at for at in range(place + 1, len(parts)) if parts[at].key in MARKS), len(parts))
    opens = rest[1] if rest[0].key in known.prepositions and rest[1:] else rest[0]
    aside = opens.key in known.subordinators | known.clause_openers | known.relatives | markers().asides
    after = parts[second + 1 :]
    ends = not after or after[0].key in known.coordinators or (not after[1:] and after[0].key in known.afterthoughts)
    return second + 1 if aside and not ends else None


def _after_clause(parts: list[Word], place: int, awaited: Awaited | None) -> int | None:
    """Behind the verbs that close the clause that opens here."""
    stop = stop_at(parts, place)
    first = parts[place + 1].key if place + 1 < len(parts) else ""
    subject = number_of(parts, place + 1) if opens_subject(first) else parts[place].key
    if parts[place].key in {"die", "dat"} and first != "ik":
        subject = "die"
    at = finite_at(parts, place + 1, stop, subject)
    if at is None:
        return None
    verbs = verb_classes()
    found = lemmas(parts[at].key)
    if not found & (verbs.with_infinitive | verbs.with_participle | verbs.raising):
        return at + 1
    after = at + 1 + _cluster(parts[at + 1 : stop], with_te=bool(found & verbs.raising))
    if place == 1 and awaited is not None and not awaited.comes_in(parts[after:]) and awaited.comes_in(parts[at + 1 :]):
        return at + 1
    return after


def _cluster(parts: list[Word], *, with_te: bool) -> int:
    """How many words the verbs behind a helper take; a second participle belongs to the clause around it."""
    run = next((run for run in runs(parts) if run.start == 0), None)
    if run is not None and run.first == "te" and not with_te:
        return 0
    width, before = 0, ""
    for role, words in run.roles if run is not None else ():
        if role == before == "part" and parts[width].key not in {"geweest", "geworden"}:
            break
        width, before = width + words, role
    return width
