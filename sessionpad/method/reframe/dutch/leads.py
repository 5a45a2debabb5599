"""What comes before the why: nothing much, a request to tell, or someone else's words."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, NamedTuple, TypeAlias

from sessionpad.method.reframe.data import listed, load
from sessionpad.method.reframe.dutch.agreement import is_subject
from sessionpad.method.reframe.dutch.verbs import is_finite
from sessionpad.method.reframe.dutch.words import classes
from sessionpad.method.reframe.patterns import Matcher, Pattern, patterns, pieces
from sessionpad.method.reframe.text import MARKS, Word

Manner: TypeAlias = Literal["plain", "asked", "wondered"]
"""How a why is led in: by nothing that counts, by a request, or by a remark that may be a request."""

_ARTICLES: Final = frozenset(
    "het een de dat dit elk elke ieder iedere zijn haar hun mijn jouw hoe wat wie waar wanneer".split()
)
_YOU: Final = frozenset({"je", "jij", "u", "jullie", "ge", "gij"})


class Asks(NamedTuple):
    small: frozenset[str]
    report: frozenset[str]
    ask: tuple[Pattern, ...]
    wonder: tuple[Pattern, ...]
    matcher: Matcher


@cache
def _asks() -> Asks:
    raw = load("reframe_nl")["leads"]
    return Asks(
        listed(raw["small"]),
        listed(raw["report"]),
        patterns(raw["ask"]),
        patterns(raw["wonder"]),
        Matcher(listed(raw["small_in_ask"]), listed(raw["ask_infinitives"])),
    )


def manner(lead: list[Word], rest: list[Word]) -> Manner | None:
    """How the why is led in; None when it is reported, a noun, or not a question to the client."""
    if not lead:
        return "plain"
    stretches, mark = pieces(lead)
    last = stretches[-1]
    if not mark and last[-1] in _ARTICLES or last[-1:] == ["en"] and set(last) & {"hoe", "wat", "wie"}:
        return None
    core = _without_small(last)
    if core and _asks().matcher.any(core, _asks().ask):
        return "asked"
    if core and _asks().matcher.any(core, _asks().wonder):
        return "wondered" if rest and rest[0].key in _YOU else None
    if not core:
        return "plain"
    if _reports(last, mark):
        return None
    if mark or _calls(lead):
        return "plain"
    return "plain" if _run_on(last, rest) else None


def _without_small(keys: list[str]) -> list[str]:
    small = _asks().small
    start = 0
    while start < len(keys) and keys[start] in small and not (keys[start] == "zeg"):
        start += 1
    return [] if all(key in small for key in keys) else keys[start:]


def _reports(keys: list[str], mark: str) -> bool:
    """Hij vroeg: waarom ... - but `je zegt dat je wil werken, waarom ...` is a question."""
    if not set(keys) & _asks().report:
        return False
    return mark in {":", ""} or (len(keys) <= 4 and keys[0] not in _YOU)


def _calls(lead: list[Word]) -> bool:
    """A name in front, without its comma."""
    small = _asks().small
    return (
        len(lead) <= 3
        and all(part.text[:1].isupper() or part.key in small for part in lead)
        and not any(is_finite(part.key) for part in lead)
    )


def _run_on(keys: list[str], rest: list[Word]) -> bool:
    """`als het zo moeilijk is waarom vraag je geen hulp`: the comma was left out."""
    if (
        len(keys) < 3
        or len(rest) < 2
        or keys[0] not in {"als", "je", "jij", "u", "jullie", "omdat", "nu", "toen", "het", "dat"}
    ):
        return False
    return is_finite(rest[0].key) and rest[1].key in classes().subject_pronouns and not is_subject(rest[0])


def reports_behind(rest: list[Word]) -> bool:
    """Waarom kom je niet, vroeg ze."""
    report = _asks().report
    return any(
        rest[at].key in MARKS and rest[at + 1].key in report and rest[at + 2].key not in _YOU
        for at in range(len(rest) - 2)
    )
