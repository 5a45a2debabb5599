"""Runs of verbs inside a clause: gebeld, kunnen betalen, te bellen, op te bellen."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from sessionpad.method.reframe.dutch.verbs import is_kind, lexicon, readings
from sessionpad.method.reframe.dutch.words import classes, verb_classes
from sessionpad.method.reframe.text import Word

Role: TypeAlias = Literal["inf", "part", "te"]

_ARTICLES = frozenset({"een", "de", "mijn", "jouw", "onze", "geen", "deze", "zo'n", "elke", "uw", "'n", "m'n", "z'n", "veel", "zoveel", "weinig", "ons", "hun"})
_CLAUSAL = frozenset({"te", "niet", "me", "je", "hem"})


class Run(NamedTuple):
    start: int
    stop: int
    roles: tuple[Role, ...]
    """One per verb; `te` stands for te with its infinitive."""

    @property
    def kind(self) -> Role:
        return self.roles[0]


def runs(parts: list[Word], *, nouns_too: bool = True) -> list[Run]:
    """All runs of verbs, left to right. `nouns_too` reads words such as vragen and plannen as verbs as well."""
    found: list[Run] = []
    place = 0
    while place < len(parts):
        role, width = _verb_at(parts, place, nouns_too=nouns_too)
        if role is None:
            place += 1
            continue
        start, roles = place, []
        while role is not None:
            roles.append(role)
            place += width
            role, width = _verb_at(parts, place, nouns_too=nouns_too) if place < len(parts) else (None, 0)
        found.append(Run(start, place, tuple(roles)))
    return found


def _verb_at(parts: list[Word], place: int, *, nouns_too: bool) -> tuple[Role | None, int]:
    key = parts[place].key
    following = parts[place + 1].key if place + 1 < len(parts) else ""
    if key == "te" and _infinitive(following):
        return "te", 2
    if following == "te" and key in lexicon().separable and place + 2 < len(parts) and _infinitive(parts[place + 2].key):
        return "te", 3
    before = parts[place - 1].key if place else ""
    if is_participle(key) and not _a_thing(parts, place, before, following):
        return "part", 1
    if _infinitive(key) and not _a_noun(parts, place, before, following):
        if not nouns_too and key in classes().noun_infinitives:
            return None, 0
        return "inf", 1
    return None, 0


def _infinitive(key: str) -> bool:
    return is_kind(key, "inf")


def is_participle(key: str) -> bool:
    """Known, or shaped like one: gegoogeld, uitgemaild."""
    if is_kind(key, "part"):
        return True
    known = readings(key)
    stem = next((key[len(p) :] for p in lexicon().particles if key.startswith(p + "ge")), key)
    return not known and stem.startswith("ge") and len(stem) > 5 and stem.endswith(("d", "t")) and key not in classes().noun_participles


def _a_thing(parts: list[Word], place: int, before: str, following: str) -> bool:
    """A participle in front of its noun (een gebroken been), or a noun that looks like one (geen geduld)."""
    key = parts[place].key
    if key in classes().noun_participles:
        return before in _ARTICLES | {"het", "zo", "meer", "genoeg", "te", "mijn"} or not following or before == "niet" or True
    return before in _ARTICLES and bool(following)


def _a_noun(parts: list[Word], place: int, before: str, following: str) -> bool:
    """An infinitive behind an article or a preposition is a thing: van het roken, met een leven, aan het huilen."""
    key = parts[place].key
    if key == "zijn":
        return bool(following) and not is_kind(following, "inf", "part") and following not in classes().prepositions | classes().coordinators | {",", "dan", "als"}
    if before in _ARTICLES:
        return True
    if before in classes().prepositions:
        return not _particle_before(parts, place, key)
    return before == "het" and place > 1 and parts[place - 2].key in classes().prepositions


def _particle_before(parts: list[Word], place: int, key: str) -> bool:
    """`er mee stoppen`, `er van dromen`: the preposition has its object in er."""
    r_words = classes().r_words
    return any(part.key in r_words for part in parts[: place - 1])


def selects_infinitive(key: str) -> bool:
    return any(reading.lemma in verb_classes().with_infinitive | {"zitten", "staan", "liggen", "lopen", "zijn", "hebben"} and reading.kind == "inf" for reading in readings(key))
