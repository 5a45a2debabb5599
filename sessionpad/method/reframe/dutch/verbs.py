"""What a Dutch verb form can be, and which verbs split."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from sessionpad.method.reframe.data import listed, load, paired
from sessionpad.method.reframe.dutch.forms import participle, past, stem, with_t

Kind: TypeAlias = Literal["inf", "first", "second", "third", "plural", "past", "pasts", "part"]
FINITE: Final[frozenset[Kind]] = frozenset({"first", "second", "third", "plural", "past", "pasts"})
PAST: Final[frozenset[Kind]] = frozenset({"past", "pasts"})
PREFIXES: Final = (
    "be",
    "ge",
    "her",
    "mis",
    "om",
    "onder",
    "ont",
    "over",
    "ver",
    "vol",
    "voor",
    "weer",
    "door",
    "aan",
    "er",
)


class Reading(NamedTuple):
    lemma: str
    kind: Kind
    particle: str = ""
    """What is joined to it: op in opbelt."""


class Lexicon(NamedTuple):
    forms: Mapping[str, tuple[Reading, ...]]
    thirds: Mapping[str, str]
    """From infinitive to third person."""
    separable: Mapping[str, frozenset[str]]
    """From particle to the verbs that take it."""
    particles: tuple[str, ...]
    """Longest first."""


@cache
def lexicon() -> Lexicon:
    raw = load("verbs_nl")
    forms: dict[str, dict[Reading, None]] = {}
    for form, reading in _all_forms(raw):
        forms.setdefault(form, {})[reading] = None
    separable = {particle: listed(verbs) for particle, verbs in raw["separable"].items()}
    thirds = {reading.lemma: form for form, found in forms.items() for reading in found if reading.kind == "third"}
    return Lexicon(
        {form: tuple(found) for form, found in forms.items()},
        {**thirds, "zijn": "bent", "hebben": "hebt"},
        separable,
        tuple(sorted(separable, key=len, reverse=True)),
    )


def _all_forms(raw: Mapping[str, Any]) -> Iterator[tuple[str, Reading]]:
    strong = {line.split()[0]: line.split()[1:] for line in raw["strong"].splitlines() if line}
    present = {line.split()[0]: line.split()[1:] for line in raw["irregular"].splitlines() if line}
    for line in raw["past_variants"].splitlines():
        if line:
            form, lemma, number = line.split()
            yield form, Reading(lemma, "past" if number == "sg" else "pasts")
    for lemma, forms in present.items():
        yield lemma, Reading(lemma, "inf")
        for item in forms:
            form, _, kind = item.partition(":")
            yield form, Reading(lemma, _kind(kind))
    for lemma, parts in strong.items():
        yield from _strong(lemma, parts, regular_present=lemma not in present)
    for lemma in raw["derived"].split():
        yield from _derived(lemma, strong, present)
    yield from _weak_verbs(raw, set(strong) | set(present))


def _kind(name: str) -> Kind:
    kinds: dict[str, Kind] = {
        "first": "first", "second": "second", "third": "third", "plural": "plural",
        "past": "past", "pasts": "pasts", "part": "part",
    }  # fmt: skip
    return kinds[name]


def _present(lemma: str, first: str) -> Iterator[tuple[str, Reading]]:
    yield first, Reading(lemma, "first")
    yield with_t(first), Reading(lemma, "third")
    yield lemma, Reading(lemma, "inf")
    yield lemma, Reading(lemma, "plural")


def _strong(lemma: str, parts: list[str], *, regular_present: bool) -> Iterator[tuple[str, Reading]]:
    if regular_present:
        yield from _present(lemma, stem(lemma))
    else:
        yield lemma, Reading(lemma, "inf")
        yield lemma, Reading(lemma, "plural")
    yield parts[0], Reading(lemma, "past")
    yield parts[1], Reading(lemma, "pasts")
    yield parts[2], Reading(lemma, "part")


def _derived(
    lemma: str, strong: Mapping[str, list[str]], present: Mapping[str, list[str]]
) -> Iterator[tuple[str, Reading]]:
    """Verlaten follows laten, without its ge-."""
    prefix = next((p for p in PREFIXES if lemma.startswith(p) and lemma[len(p) :] in strong), "")
    base = lemma[len(prefix) :]
    if not prefix:
        yield from _weak(lemma, stem(lemma), prefixed=True)
        return
    singular, plural, part = strong[base]
    yield lemma, Reading(lemma, "inf")
    yield lemma, Reading(lemma, "plural")
    if base in present:
        for item in present[base]:
            form, _, kind = item.partition(":")
            if kind != "plural":
                yield prefix + form, Reading(lemma, _kind(kind))
    else:
        yield from _present(lemma, stem(lemma))
    yield prefix + singular, Reading(lemma, "past")
    yield prefix + plural, Reading(lemma, "pasts")
    yield prefix + part.removeprefix("ge"), Reading(lemma, "part")


def _weak_verbs(raw: Mapping[str, Any], taken: set[str]) -> Iterator[tuple[str, Reading]]:
    bare, plain = listed(raw["no_ge"]), listed(raw["ge"])
    stems = {lemma: stem(lemma) for lemma in raw["weak"].split()}
    stems |= {lemma: stem(lemma, light=True) for lemma in raw["light"].split()}
    stems |= {lemma: lemma.removesuffix("n") for lemma in raw["with_e"].split()}
    stems |= dict(paired(raw["own_stem"]))
    for lemma, first in stems.items():
        if lemma not in taken:
            prefixed = True if lemma in bare else False if lemma in plain else None
            yield from _weak(lemma, first, prefixed=prefixed)


def _weak(lemma: str, first: str, *, prefixed: bool | None) -> Iterator[tuple[str, Reading]]:
    yield from _present(lemma, first)
    singular, plural = past(lemma, first)
    yield singular, Reading(lemma, "past")
    yield plural, Reading(lemma, "pasts")
    yield participle(lemma, first, prefixed=prefixed), Reading(lemma, "part")


@lru_cache(maxsize=4096)
def readings(form: str) -> tuple[Reading, ...]:
    """Everything a form can be; opbelt is belt with op joined to it."""
    known = lexicon()
    found = known.forms.get(form, ())
    joined = (
        Reading(reading.lemma, reading.kind, particle)
        for particle in known.particles
        if form.startswith(particle)
        for reading in known.forms.get(form[len(particle) :], ())
        if reading.lemma in known.separable[particle]
    )
    return (*found, *joined)


def is_kind(form: str, *kinds: Kind) -> bool:
    return any(reading.kind in kinds for reading in readings(form))


def is_finite(form: str) -> bool:
    return any(reading.kind in FINITE for reading in readings(form))


def lemmas(form: str) -> frozenset[str]:
    """The verbs a finite form can belong to, without joined particles."""
    return frozenset(reading.lemma for reading in readings(form) if reading.kind in FINITE and not reading.particle)


def splits(particle: str, form: str) -> bool:
    """Whether the particle belongs to the verb of this finite form."""
    return bool(lemmas(form) & lexicon().separable.get(particle, frozenset()))


def third(infinitive: str) -> str | None:
    """Opbellen gives opbelt; None for a word that is no known verb."""
    known = lexicon()
    if infinitive in known.thirds:
        return known.thirds[infinitive]
    for reading in readings(infinitive):
        if reading.kind == "inf" and reading.particle and reading.lemma in known.thirds:
            return reading.particle + known.thirds[reading.lemma]
    return None
