"""Reads what follows the why as a clause with its verb at the end."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from sessionpad.method.reframe.dutch.agreement import closes_with_verb, finite_at, is_subject
from sessionpad.method.reframe.dutch.clause import begins_with_verb, core_behind, verb_last
from sessionpad.method.reframe.dutch.tense import Tense, of_clause, of_embedded
from sessionpad.method.reframe.dutch.verbs import is_finite, is_kind
from sessionpad.method.reframe.dutch.words import classes, fused, markers, opens_subject
from sessionpad.method.reframe.leads import Manner
from sessionpad.method.reframe.text import MARKS, Word, join, word

_POINTING: Final = (["is", "het", "dat"], ["komt", "het", "dat"])
"""Waarom is het dat je niet slaapt."""


class Understood(NamedTuple):
    clause: str
    tense: Tense
    particles: tuple[str, ...] = ()
    """Little words between why and the clause (waarom dan, waarom precies)."""


def understand(rest: list[Word], manner: Manner) -> Understood | Literal["statement"] | None:
    """The clause behind the why; None when it is none the rules know, `statement` when it is no question."""
    pieces = _pieces(rest)
    if len(pieces) == 1:
        return _piece(rest, manner)
    read = [(_piece(piece, manner), glue) for piece, glue in pieces]
    clauses: list[str] = []
    tense: Tense = "present"
    for understood, glue in read:
        if not isinstance(understood, Understood):
            return understood
        clauses.append(f"{glue} dat {understood.clause}" if clauses else understood.clause)
        tense = tense if clauses[1:] else understood.tense
    return Understood(" ".join(clauses).replace(" , dat", ", dat"), tense)


def _pieces(rest: list[Word]) -> list[tuple[list[Word], str]]:
    """Waarom kom je niet en waarom bel je niet: two clauses."""
    places = [at for at in range(1, len(rest) - 1) if rest[at].key in classes().why]
    if not places:
        return [(rest, "")]
    pieces: list[tuple[list[Word], str]] = []
    start, glue = 0, ""
    for at in [*places, len(rest)]:
        stop = at
        found = ""
        while at < len(rest) and stop > start and rest[stop - 1].key in {"en", "of", "maar", ","}:
            stop -= 1
            found = rest[stop].key if rest[stop].key != "," else found or ","
        pieces.append((rest[start:stop], glue))
        start, glue = at + 1, found or ","
    return pieces


def _piece(rest: list[Word], manner: Manner) -> Understood | Literal["statement"] | None:
    particles, body = _without_particles(_unfused(rest))
    if not body or any(part.text.startswith("(") for part in body):
        return None
    for pointing in _POINTING:
        if [part.key for part in body[: len(pointing)]] == pointing and is_subject(
            body[len(pointing)] if body[len(pointing) :] else word("")
        ):
            body = body[len(pointing) :]
    body = _without_opinion(body)
    if _verb_is_last(body):
        return _embedded(body, manner, particles)
    turned = verb_last(body)
    if turned is None:
        return None
    return Understood(join(turned), of_clause(body[0].key, core_behind(body)), particles)


def _without_opinion(body: list[Word]) -> list[Word]:
    """Waarom denk je is dat gebeurd: an aside without its commas."""
    clause = body[2:]
    aside = clause[1:] and body[0].key in markers().opinions and body[1].key in {"je", "jij", "u"}
    turned = aside and is_finite(clause[0].key) and clause[0].key not in classes().never_finite
    return clause if turned and is_subject(clause[1]) and begins_with_verb(clause) else body


def _unfused(rest: list[Word]) -> list[Word]:
    """Hebde (gij) dat gedaan: hebt ge dat gedaan. Wilde is such a form only with ge behind it."""
    if rest and rest[0].key.endswith("-ie"):
        return [word(rest[0].text[:-3]), word("ie"), *rest[1:]]
    if not rest or rest[0].key not in fused():
        return rest
    named = len(rest) > 1 and rest[1].key in {"ge", "gij"}
    if rest[0].key == "wilde" and not named:
        return rest
    return [word(fused()[rest[0].key]), *([] if named else [word("ge")]), *rest[1:]]


def _without_particles(rest: list[Word]) -> tuple[tuple[str, ...], list[Word]]:
    at = 0
    while at < len(rest) and rest[at].key in classes().particles_of_course:
        at += 1
    body = rest[at:]
    if at and (begins_with_verb(body) or (body and is_subject(body[0]))):
        return tuple(part.text for part in rest[:at]), body
    return (), rest


def _verb_is_last(body: list[Word]) -> bool:
    first = body[0]
    if first.key in classes().subject_pronouns | classes().demonstratives:
        return True
    return is_subject(first) and not (is_finite(first.key) and begins_with_verb(body))


def _embedded(body: list[Word], manner: Manner, particles: tuple[str, ...]) -> Understood | Literal["statement"] | None:
    """The verb stands at the end already: waarom je niet komt."""
    subject = body[0].key if opens_subject(body[0].key) else "hij"
    at = finite_at(body, 1, len(body), "hij" if subject == "je" else subject)
    if at is None or (manner == "plain" and subject == "geen"):
        return None
    if _verb_follows(body, at):
        return "statement"
    if manner == "plain" and (any(part.key in MARKS for part in body) or _main_clause_follows(body, at)):
        return "statement"
    return Understood(join(body), of_embedded(body), particles)


def _verb_follows(body: list[Word], at: int) -> bool:
    """De vraag waarom hij dronk bleef onbeantwoord."""
    following = body[at + 1].key if at + 2 < len(body) else ""
    inner = any(part.key in classes().relatives for part in body[:at])
    return not inner and closes_with_verb(following) and not is_kind(following, "first")


def _main_clause_follows(body: list[Word], at: int) -> bool:
    """Waarom hij dat doet weet ik niet."""
    following = body[at + 1 :]
    return (
        len(following) > 1
        and is_finite(following[0].key)
        and following[1].key in classes().subject_pronouns | {"me", "mij"}
    )
