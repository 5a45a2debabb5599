"""Looking a line up in a lexicon: what was found, minus what is protected, named, or not what is agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sessionpad.method.wording.field import Code
from sessionpad.method.wording.lexicon import Entry, Lexicon
from sessionpad.method.wording.line import Line
from sessionpad.method.wording.pattern import Hit, fits_in
from sessionpad.method.wording.role import Role

_SAID: Final = frozenset({Role.MAIN, Role.THAT, Role.PURPOSE})
_ALL: Final = frozenset(Role)
ROLES: Final[Mapping[Code, frozenset[Role]]] = {
    Code.NEG: _SAID,
    Code.MUST: _SAID,
    Code.VAGUE: frozenset({Role.MAIN, Role.THAT}),
    Code.BLAME: _ALL - {Role.IF},
}
"""In which clauses a find counts: "de brieven die niet open zijn" says nothing of what is agreed."""
_ANYWHERE: Final = frozenset({"soon", "threat"})
"""A threat is one in every clause, and "als ik tijd heb" is vague because it is a condition."""
_NOT_NAMES: Final = frozenset({Code.NEG, Code.MUST, Code.VAGUE, Code.BLAME})


def look_up(line: Line, lexicon: Lexicon, code: Code) -> tuple[Hit[Entry], ...]:
    """What the lexicon has for this check, one find for each place: the longest."""
    found = [hit for hit in found_in(line, lexicon, code.value.casefold()) if _counts(line, hit, code)]
    found.sort(key=lambda hit: (hit.first, -hit.last))
    kept: list[Hit[Entry]] = []
    for hit in found:
        if not kept or hit.first > kept[-1].last:
            kept.append(hit)
    return tuple(kept)


def found_in(line: Line, lexicon: Lexicon, section: str) -> Iterator[Hit[Entry]]:
    """Every find of a section that no exception takes away."""
    left = [(hit.first, hit.last) for hit in lexicon.leave[section].find(line)]
    for hit in lexicon.finders[section].find(line):
        if any(first <= hit.last and hit.first <= last for first, last in left):
            continue
        sentence = line.sentence(line.words[hit.first])
        if any(fits_in(line, pattern, sentence) for pattern in hit.entry.unless):
            continue
        if hit.entry.beside and not any(fits_in(line, pattern, sentence) for pattern in hit.entry.beside):
            continue
        yield hit


def _counts(line: Line, hit: Hit[Entry], code: Code) -> bool:
    word = line.words[hit.first]
    is_named = hit.first == hit.last and word.is_name and code in _NOT_NAMES
    counts = _ALL if hit.entry.why in _ANYWHERE else ROLES.get(code, _ALL)
    return not is_named and line.role(word) in counts
