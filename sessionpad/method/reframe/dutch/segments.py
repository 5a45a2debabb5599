"""Runs of verbs inside a clause: gebeld, kunnen betalen, te bellen, op te bellen."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from sessionpad.method.reframe.dutch.verbs import is_kind, lexicon, readings
from sessionpad.method.reframe.dutch.words import classes, markers, verb_classes
from sessionpad.method.reframe.text import Word

Role: TypeAlias = Literal["inf", "part", "te"]

_PARTICIPLE: Final = 6
"""From this length an unknown ge-...-d may be a participle (gechat)."""
_FINISHING: Final = frozenset({"zijn", "hebben", "worden"})
"""Behind te these take a participle with them (te zijn gestopt)."""


class Run(NamedTuple):
    start: int
    stop: int
    roles: tuple[tuple[Role, int], ...]
    """Per verb its role and its width in words; `te` stands for te with its infinitive."""

    @property
    def first(self) -> Role:
        return self.roles[0][0]

    def has(self, role: Role) -> bool:
        return any(found == role for found, _ in self.roles)


def runs(parts: list[Word], prefer: Role = "part") -> list[Run]:
    """All runs of verbs, left to right; a word that can be both (vergeten) is read as the preferred one."""
    found: list[Run] = []
    place = 0
    while place < len(parts):
        start = place
        roles: list[tuple[Role, int]] = []
        while place < len(parts) and (verb := _verb_at(parts, place, prefer)) is not None:
            if roles and roles[-1][0] == "te" and not _goes_on(parts[place - 1].key, verb[0]):
                break
            roles.append(verb)
            place += verb[1]
        if roles:
            found.append(Run(start, place, tuple(roles)))
        else:
            place += 1
    return found


def _goes_on(infinitive: str, role: Role) -> bool:
    """Whether another verb can follow te with this infinitive: te laten gaan, te zijn gestopt."""
    if role == "te":
        return True
    return infinitive in _FINISHING if role == "part" else selects_infinitive(infinitive)


def _verb_at(parts: list[Word], place: int, prefer: Role) -> tuple[Role, int] | None:
    keys = [part.key for part in parts[place : place + 3]] + ["", "", ""]
    if keys[0] == "te" and is_kind(keys[1], "inf"):
        return "te", 2
    if keys[1] == "te" and _particle_of(parts, place) and is_kind(keys[0] + keys[2], "inf"):
        return "te", 3
    as_part = is_participle(keys[0]) and not (
        parts[place - 1].key in markers().articles and keys[1] if place else False
    )
    as_inf = is_kind(keys[0], "inf") and keys[0] not in classes().prepositions and not _a_noun(parts, place)
    if as_part and (prefer == "part" or not as_inf):
        return "part", 1
    return ("inf", 1) if as_inf else None


def _particle_of(parts: list[Word], place: int) -> bool:
    """Op te bellen; but naar buiten te gaan: behind a preposition it is no particle."""
    before = parts[place - 1].key if place else ""
    return parts[place].key in lexicon().separable and before not in {"naar", "van"}


def is_participle(key: str) -> bool:
    """Known, or shaped like one: gegoogeld, uitgemaild."""
    if key in classes().noun_participles:
        return False
    if readings(key):
        return is_kind(key, "part")
    if "ge" not in key:
        return False
    base = next((key[len(p) :] for p in lexicon().particles if key.startswith(p + "ge")), key)
    return base.startswith("ge") and len(base) >= _PARTICIPLE and base.endswith(("d", "t"))


def _a_noun(parts: list[Word], place: int) -> bool:
    """An infinitive behind an article or a preposition is a thing: van roken, geen eten, aan het huilen."""
    known = classes()
    following = parts[place + 1].key if place + 1 < len(parts) else ""
    if parts[place].key == "zijn":
        closes = known.prepositions | known.coordinators | {"", ",", "dan", "als"}
        return following not in closes and not is_kind(following, "inf", "part")
    before = parts[place - 1].key if place else ""
    if is_kind(following, "inf") and not is_kind(following, "part") and not selects_infinitive(parts[place].key):
        return True
    if before in markers().articles or following in known.negation:
        return True
    if before in known.prepositions - markers().places:
        return not any(part.key in known.r_words for part in parts[: place - 1])
    return before == "het" and place > 1 and parts[place - 2].key in known.prepositions


def selects_infinitive(key: str) -> bool:
    """Kunnen, laten, blijven, zitten: verbs that take another infinitive behind them."""
    helpers = verb_classes().with_infinitive | classes().semi_auxiliaries
    return any(reading.lemma in helpers and reading.kind == "inf" for reading in readings(key))
