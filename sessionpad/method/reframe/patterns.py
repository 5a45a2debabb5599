"""Phrases such as `kan je _ *` laid beside what was typed."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from sessionpad.method.reframe.text import MARKS, Word

Pattern: TypeAlias = tuple[str, ...]


class Matcher(NamedTuple):
    """`_` stands for any filler words, `*` for a verb of telling with filler behind it."""

    filler: frozenset[str]
    telling: frozenset[str]

    def any(self, keys: list[str], patterns: tuple[Pattern, ...]) -> bool:
        return any(pattern[0] == keys[0] and self.one(keys, pattern) for pattern in patterns)

    def one(self, keys: list[str], pattern: Pattern) -> bool:
        if not pattern:
            return not keys
        head, tail = pattern[0], pattern[1:]
        if head == "_":
            return self.one(keys, tail) or (bool(keys) and keys[0] in self.filler and self.one(keys[1:], pattern))
        if not keys:
            return False
        if head == "*":
            return keys[0] in self.telling and all(key in self.filler for key in keys[1:])
        return keys[0] == head and self.one(keys[1:], tail)


def patterns(text: str) -> tuple[Pattern, ...]:
    """Reads phrases parted by `|` and line ends."""
    return tuple(tuple(item.split()) for line in text.splitlines() for item in line.split("|") if item.strip())


def pieces(lead: list[Word]) -> tuple[list[list[str]], str]:
    """The stretches between the marks, and the mark right before the why."""
    found: list[list[str]] = [[]]
    for part in lead:
        if part.key in MARKS:
            found.append([])
        else:
            found[-1].append(part.key)
    mark = lead[-1].key if lead and lead[-1].key in MARKS else ""
    return [piece for piece in found if piece] or [[""]], mark


def quoted(parts: list[Word], at: int) -> bool:
    """Whether the word stands inside quotation marks, or is itself the thing quoted."""
    before = " ".join(part.text for part in parts[:at])
    own = parts[at].text
    marks = sum(before.count(mark) for mark in '"“”„«»')
    return marks % 2 == 1 or own[:1] in "\"“”„«'‘’" or own[-1:] in "\"“”»'’"
