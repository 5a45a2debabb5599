"""The small pattern language of the lexicons, matched on words.

stop|stopt ... met      one of these words, then anything in the same sentence, then "met"
niet .. alleen          `..` stays inside the clause
zelfredza*  *contract   a word that begins or ends so
meer dan #|veel         `#` is a number, `*` any word, `%` a name
^ duidelijk $           `^` and `$` are the start and the end of a sentence
{person} nooit          one of the words of the list `person`
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

from sessionpad.method.dates_words import NUMBERS
from sessionpad.method.wording.line import Line, Word

_GAP_IN_CLAUSE: Final = ".."
_GAP_IN_SENTENCE: Final = "..."
_KINDS: Final = frozenset("#%")
_LONGEST_GAP: Final = 14
_INDEXED: Final = 3
"""So many letters of a beginning are looked up at once."""


class Element(NamedTuple):
    words: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    """`#` and `%` where they stand among words."""
    sign: str = ""
    """One of `*` `^` `$` `..` `...`, or nothing for words."""

    def fits(self, word: Word) -> bool:
        if self.sign:
            return self.sign == "*"
        text = word.text
        if text in self.words or text.startswith(self.starts) or text.endswith(self.ends):
            return True
        return bool(self.kinds) and (("#" in self.kinds and is_number(text)) or ("%" in self.kinds and word.is_name))


Pattern = tuple[Element, ...]
_Entry = TypeVar("_Entry")


class Hit(NamedTuple, Generic[_Entry]):
    first: int
    """Place of its first word in the row of words."""
    last: int
    """Place of its last word."""
    entry: _Entry


def is_number(word: str) -> bool:
    return word[0].isdigit() or (word in NUMBERS and word not in {"een", "a", "an", "'n", "half", "halve"})


def parse(pattern: str, lists: Mapping[str, Sequence[str]]) -> Pattern:
    """The pattern in elements.

    Raises:
        ValueError: it is empty, begins or ends with a gap, or names a list that is not there.
    """
    elements = tuple(_element(part, lists) for part in pattern.split())
    if not elements or any(each.sign.startswith(".") for each in (elements[0], elements[-1])):
        raise ValueError(pattern)
    return elements


def _element(part: str, lists: Mapping[str, Sequence[str]]) -> Element:
    if part in {"*", "^", "$", _GAP_IN_CLAUSE, _GAP_IN_SENTENCE}:
        return Element(sign=part)
    words: list[str] = []
    for each in part.casefold().replace("’", "'").split("|"):
        if each.startswith("{") and each.endswith("}"):
            if each[1:-1] not in lists:
                raise ValueError(part)
            words.extend(word.casefold() for word in lists[each[1:-1]])
        else:
            words.append(each)
    if not all(word.strip("*") for word in words):
        raise ValueError(part)
    return Element(
        words=frozenset(word for word in words if "*" not in word and word not in _KINDS),
        starts=tuple(word[:-1] for word in words if word.endswith("*")),
        ends=tuple(word[1:] for word in words if word.startswith("*")),
        kinds=_KINDS.intersection(words),
    )


class Finder(Generic[_Entry]):
    """Many patterns looked for at once: each is tried only where its first word stands."""

    def __init__(self, patterns: Iterable[tuple[Pattern, _Entry]]) -> None:
        self._by_word: dict[str, list[tuple[Pattern, _Entry]]] = {}
        self._by_start: dict[str, list[tuple[Pattern, _Entry]]] = {}
        self._anywhere: list[tuple[Pattern, _Entry]] = []
        for pattern, entry in patterns:
            self._add(pattern, entry)

    def _add(self, pattern: Pattern, entry: _Entry) -> None:
        first = pattern[0]
        if first.sign or first.kinds or first.ends or any(len(start) < _INDEXED for start in first.starts):
            self._anywhere.append((pattern, entry))
            return
        for word in first.words:
            self._by_word.setdefault(word, []).append((pattern, entry))
        for start in {start[:_INDEXED] for start in first.starts}:
            self._by_start.setdefault(start, []).append((pattern, entry))

    def find(self, line: Line) -> Iterator[Hit[_Entry]]:
        """Every place where a pattern fits, from left to right."""
        for index, word in enumerate(line.words):
            here = (*self._by_word.get(word.text, ()), *self._by_start.get(word.text[:_INDEXED], ()), *self._anywhere)
            for pattern, entry in here:
                last = _match(pattern, line.words, index)
                if last is not None:
                    yield Hit(index, last, entry)


def fits_in(line: Line, pattern: Pattern, places: range) -> bool:
    """Whether the pattern fits from one of these places on."""
    return any(_match(pattern, line.words, index) is not None for index in places)


def _match(pattern: Pattern, words: Sequence[Word], index: int) -> int | None:
    """The place of the last word when the pattern fits from `index` on."""
    if pattern[0].sign == "^":
        if index and words[index - 1].sentence == words[index].sentence:
            return None
        pattern = pattern[1:]
    if not pattern[0].fits(words[index]):
        return None
    return _rest(pattern, 1, words, index)


def _rest(pattern: Pattern, step: int, words: Sequence[Word], last: int) -> int | None:
    """Fits the elements from `step` on after the word at `last`."""
    if step == len(pattern):
        return last
    sign, here = pattern[step].sign, words[last]
    if sign == "$":
        is_end = last + 1 == len(words) or words[last + 1].sentence != here.sentence
        return last if is_end and step + 1 == len(pattern) else None
    gap = _LONGEST_GAP if sign.startswith(".") else 0
    step += gap > 0
    for index in range(last + 1, min(last + 2 + gap, len(words))):
        word = words[index]
        if word.sentence != here.sentence or (sign == _GAP_IN_CLAUSE and word.clause != here.clause):
            return None
        if pattern[step].fits(word):
            found = _rest(pattern, step + 1, words, index)
            if found is not None:
                return found
    return None
