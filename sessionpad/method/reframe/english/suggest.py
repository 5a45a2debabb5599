"""From an English sentence with a why in it to what may be asked instead."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, NamedTuple, TypeAlias

from sessionpad.method.reframe.data import listed, load
from sessionpad.method.reframe.english.clause import Clause, read, read_plain
from sessionpad.method.reframe.english.ways import Said, bare_ways, ways_of
from sessionpad.method.reframe.english.words import classes
from sessionpad.method.reframe.patterns import Matcher, Pattern, patterns, pieces, quoted
from sessionpad.method.reframe.text import MARKS, Word, capital, ending, join, word, words
from sessionpad.method.reframe.values import Form, Suggestion

Manner: TypeAlias = Literal["plain", "asked"]
_CONTRACTED: Final = {"why's": "is", "why're": "are", "why'd": "did", "whys": "is"}
_ASKING: Final = frozenset("can could would will do any have may".split())


class Leads(NamedTuple):
    small: frozenset[str]
    report: frozenset[str]
    ask: tuple[Pattern, ...]
    wonder: tuple[Pattern, ...]
    matcher: Matcher


@cache
def _leads() -> Leads:
    raw = load("reframe_en")["words"]
    matcher = Matcher(listed(raw["small_in_ask"]), listed(raw["ask_verbs"]))
    return Leads(listed(raw["small"]), listed(raw["report"]), patterns(raw["ask"]), patterns(raw["wonder"]), matcher)


def ways(sentence: str) -> list[Suggestion] | None:
    """The other ways to ask it; empty when it is not understood, None when it is left alone."""
    parts = _spelled_out(words(sentence))
    at = next((place for place, part in enumerate(parts) if part.key == "why"), None)
    if at is None or quoted(parts, at):
        return None
    lead, rest = parts[:at], parts[at + 1 :]
    manner = _manner(lead, rest)
    if manner is None or _reported_behind(rest):
        return None
    said = _understand(rest, manner)
    if said is None:
        return None
    return [_finished(join(lead), found, manner, sentence, lead) for found in _with_request(said, manner)]


def framed(question: str) -> Suggestion:
    """The why itself, with an introduction. Source: GW-49."""
    return Suggestion(text=f"{load('reframe_en')['frames']['open']} {question}", form="open-frame")


def _spelled_out(parts: list[Word]) -> list[Word]:
    """Why's he late: why is he late."""
    return [
        new
        for part in parts
        for new in ((word(part.text[:3]), word(_CONTRACTED[part.key])) if part.key in _CONTRACTED else (part,))
    ]


def _manner(lead: list[Word], rest: list[Word]) -> Manner | None:
    if not lead:
        return "plain"
    stretches, mark = pieces(lead)
    last, leads = stretches[-1], _leads()
    core = list(last)
    while core and core[0] in leads.small and not leads.matcher.any(core, leads.ask):
        core = core[1:]
    if not core:
        return "plain"
    if leads.matcher.any(core, leads.ask):
        return "asked"
    if leads.matcher.any(core, leads.wonder):
        return "asked" if rest and rest[0].key == "you" else None
    if mark and not (set(last) & leads.report and (mark == ":" or len(last) <= 4) and last[0] != "you"):
        return "plain"
    named = (
        len(lead) <= 2
        and all(part.text[:1].isupper() for part in lead)
        and not mark
        and lead[0].key not in classes().determiners
    )
    return "plain" if named and lead[0].key not in classes().subject_pronouns and read(rest) else None


def _reported_behind(rest: list[Word]) -> bool:
    report = _leads().report
    return any(
        rest[at].key in MARKS
        and (rest[at + 1].key in report or rest[at + 2].key in report)
        and rest[at + 1].key != "you"
        for at in range(len(rest) - 2)
    )


def _understand(rest: list[Word], manner: Manner) -> list[Said] | None:
    """What can be asked; empty when not understood, None for a statement."""
    places = [
        at for at, part in enumerate(rest) if part.key == "why" and at and rest[at - 1].key in {"and", "or", "but"}
    ]
    if places:
        return _two(rest[: places[0] - 1], rest[places[0] - 1], rest[places[0] + 1 :], manner)
    clause = read(rest)
    if clause is not None:
        return ways_of(clause)
    plain = read_plain(rest)
    if plain is not None:
        return None if manner == "plain" else ways_of(plain)
    return bare_ways(rest) if manner == "plain" else []


def _two(first: list[Word], glue: Word, second: list[Word], manner: Manner) -> list[Said] | None:
    """Why didn't you come and why didn't you call."""
    one, two = _understand(first, manner), _understand(second, manner)
    if not one or not two:
        return []
    matching = [(a, b) for a in one for b in two if a.form == b.form and a.text.split()[:2] == b.text.split()[:2]]
    return [Said(f"{a.text} {glue.text} {b.text}", a.form) for a, b in matching]


def _with_request(said: list[Said], manner: Manner) -> list[Said]:
    if manner == "asked":
        return [Said(found.text, "indirect") for found in said] + said[:1]
    making = next(
        (found for found in said if found.form == "what-makes" and not found.text.startswith("what is")), None
    )
    return said if making is None else [*said, Said(f"can you tell me {making.text}", "indirect")]


def _finished(lead: str, said: Said, manner: Manner, sentence: str, parts: list[Word]) -> Suggestion:
    form: Form = said.form
    led = manner == "plain" or form == "indirect"
    closing = "?"
    if manner == "asked" and form == "indirect":
        closing = ending(sentence) or ("?" if any(part.key in _ASKING for part in parts) else ".")
    return Suggestion(text=capital(f"{lead} {said.text}".strip() if led else said.text) + closing, form=form)
