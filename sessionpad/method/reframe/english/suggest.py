"""From an English sentence with a why in it to what may be asked instead."""

from __future__ import annotations

from typing import Final

from sessionpad.method.reframe.data import load
from sessionpad.method.reframe.english.clause import read, read_plain
from sessionpad.method.reframe.english.leads import leads, manner
from sessionpad.method.reframe.english.ways import Said, bare_ways, ways_of
from sessionpad.method.reframe.english.words import classes
from sessionpad.method.reframe.leads import Manner
from sessionpad.method.reframe.patterns import quoted
from sessionpad.method.reframe.text import Word, capital, ending, join, word, words
from sessionpad.method.reframe.values import Suggestion

_CONTRACTED: Final = {"why's": "is", "why're": "are", "why'd": "did", "whys": "is"}


def ways(sentence: str) -> list[Suggestion] | None:
    """The other ways to ask it; empty when it is not understood, None when it is left alone."""
    parts = _spelled_out(words(sentence))
    at = next((place for place, part in enumerate(parts) if part.key == "why"), None)
    if at is None or quoted(parts, at):
        return None
    lead, rest = parts[:at], parts[at + 1 :]
    how = manner(lead, rest)
    if how is None or leads().reported_behind(rest):
        return None
    said = _understand(rest, how)
    if said is None:
        return None
    return [_finished(lead, found, how, sentence) for found in _with_request(said, how)]


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


def _understand(rest: list[Word], manner: Manner) -> list[Said] | None:
    """What can be asked; empty when not understood, None for a statement."""
    places = [
        at for at, part in enumerate(rest) if part.key == "why" and at and rest[at - 1].key in {"and", "or", "but"}
    ]
    if places:
        return _two(rest[: places[0] - 1], rest[places[0] - 1], rest[places[0] + 1 :], manner)
    if rest[2:] and rest[0].key in classes().emphatic and (emphatic := read(rest[1:])) is not None:
        return _emphasised(ways_of(emphatic), rest[0].text)
    clause = read(rest)
    if clause is not None:
        return ways_of(clause)
    plain = read_plain(rest)
    if plain is not None:
        return None if manner == "plain" else ways_of(plain)
    return bare_ways(rest) if manner == "plain" else []


def _emphasised(said: list[Said], emphatic: str) -> list[Said]:
    """Why exactly did you leave: what exactly made you leave."""
    what = [way for way in said if way.text.startswith("what ") and not way.text.startswith("what is it")]
    return [Said(way.text.replace("what ", f"what {emphatic} ", 1), way.form) for way in what]


def _two(first: list[Word], glue: Word, second: list[Word], manner: Manner) -> list[Said] | None:
    """Why didn't you come and why didn't you call."""
    one, two = _understand(first, manner), _understand(second, manner)
    if not one or not two:
        return []
    matching = [(a, b) for a in one for b in two if a.form == b.form and a.text.split()[:2] == b.text.split()[:2]]
    return [Said(f"{a.text} {glue.text} {b.text}", a.form) for a, b in matching]


def _with_request(said: list[Said], manner: Manner) -> list[Said]:
    if manner == "asked":
        return [Said(found.text.replace("what is it that", "what it is that"), "indirect") for found in said] + said[:1]
    making = next(
        (found for found in said if found.form == "what-makes" and not found.text.startswith("what is")), None
    )
    return said if making is None else [*said, Said(f"can you tell me {making.text}", "indirect")]


def _finished(lead: list[Word], said: Said, manner: Manner, sentence: str) -> Suggestion:
    led = manner == "plain" or said.form == "indirect"
    closing = "?"
    if manner == "asked" and said.form == "indirect":
        asking = any(part.key in classes().asking for part in lead)
        closing = ending(sentence) or ("?" if asking else ".")
    text = f"{join(lead)} {said.text}".strip() if led else said.text
    return Suggestion(text=capital(text).replace(" ,", ",") + closing, form=said.form)
