"""The lexicons: words and turns in a file per language, ours and those of the user on top.

A check reads them through `our_lexicons`, which opens the files once, at the first check.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import msgspec

from sessionpad.domain.value import Value
from sessionpad.errors import DeckBroken
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.method.wording.pattern import Finder, Pattern, parse

_OURS: Final = Path(__file__).parent.parent / "lexicons"
SECTIONS: Final = (
    *("neg", "contract", "blame", "jargon", "vague", "must", "understood", "why"),
    *("planning", "notice"),
)
"""Those of a check by its name, then what counts as a plan and what says how one will notice."""


class Turn(Value, frozen=True, kw_only=True):
    """One entry as it stands in the file."""

    find: tuple[str, ...]
    why: str = ""
    say: str = ""
    soft: bool = False
    unless: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


class _File(Value, frozen=True, kw_only=True):
    language: Language
    guess: tuple[str, ...] = ()
    lists: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    leave: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    neg: tuple[Turn, ...] = ()
    contract: tuple[Turn, ...] = ()
    blame: tuple[Turn, ...] = ()
    jargon: tuple[Turn, ...] = ()
    vague: tuple[Turn, ...] = ()
    must: tuple[Turn, ...] = ()
    understood: tuple[Turn, ...] = ()
    why: tuple[Turn, ...] = ()
    planning: tuple[Turn, ...] = ()
    notice: tuple[Turn, ...] = ()


class Entry(NamedTuple):
    """One entry, ready to be matched."""

    why: str
    say: str
    soft: bool
    unless: tuple[Pattern, ...]
    beside: tuple[Pattern, ...]


class Lexicon(NamedTuple):
    language: Language
    guess: frozenset[str]
    finders: Mapping[str, Finder[Entry]]
    leave: Mapping[str, Finder[None]]


Lexicons: TypeAlias = Mapping[Language, Lexicon]


@cache
def our_lexicons() -> Lexicons:
    return load_lexicons()


def load_lexicons(own: Sequence[Path] = ()) -> Lexicons:
    """Our lexicons with the user's files on top.

    Raises:
        DeckBroken: a file cannot be read; `file`, `line` and `detail` say where and what.
    """
    ours = [_OURS / f"wording_{language}.toml" for language in LANGUAGES]
    sources = [_read(path) for path in (*ours, *own)]
    return {
        language: _compiled(language, [each for each in sources if each.content.language == language])
        for language in LANGUAGES
    }


class _Source(NamedTuple):
    path: Path
    text: str
    content: _File

    def broken(self, words: str) -> DeckBroken:
        return DeckBroken("field", file=self.path.name, line=_line_of(self.text, words), detail=words)


def _read(path: Path) -> _Source:
    try:
        text = path.read_text(encoding="utf-8")
        return _Source(path, text, msgspec.convert(tomllib.loads(text), _File))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise DeckBroken("syntax", file=path.name, line=int(found[1]) if found else 1, detail=str(error)) from error
    except msgspec.ValidationError as error:
        raise DeckBroken("field", file=path.name, line=_line_of_path(text, str(error)), detail=str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise DeckBroken("syntax", file=path.name, line=1, detail=type(error).__name__) from error


def _line_of(text: str, words: str) -> int:
    """The line on which these words stand first."""
    return text.count("\n", 0, max(text.find(words), 0)) + 1


def _line_of_path(text: str, error: str) -> int:
    """The line of the entry a message such as "... at `$.neg[2].find`" is about."""
    found = re.search(r"\$\.(\w+)(?:\[(\d+)\])?", error)
    if found is None:
        return 1
    headers = [match.start() for match in re.finditer(rf"^[ \t]*(?:\[\[?[ \t]*)?{found[1]}\b", text, re.MULTILINE)]
    place = int(found[2] or 0)
    return text.count("\n", 0, headers[place]) + 1 if place < len(headers) else 1


def _compiled(language: Language, sources: Sequence[_Source]) -> Lexicon:
    lists: dict[str, tuple[str, ...]] = {}
    for source in sources:
        for name, words in source.content.lists.items():
            lists[name] = (*lists.get(name, ()), *words)
    for source in sources:
        if unknown := next((name for name in source.content.leave if name not in SECTIONS), None):
            raise source.broken(unknown)
    return Lexicon(
        language=language,
        guess=frozenset(word for source in sources for word in source.content.guess),
        finders={name: Finder(_turns(name, sources, lists)) for name in SECTIONS},
        leave={name: Finder(_leave(name, sources, lists)) for name in SECTIONS},
    )


def _turns(
    name: str, sources: Iterable[_Source], lists: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Pattern, Entry]]:
    for source in sources:
        turns: tuple[Turn, ...] = getattr(source.content, name)
        for turn in turns:
            unless = tuple(_parsed(source, each, lists) for each in turn.unless)
            beside = tuple(_parsed(source, each, lists) for each in turn.beside)
            entry = Entry(turn.why, turn.say, turn.soft, unless, beside)
            for each in turn.find:
                yield _parsed(source, each, lists), entry


def _leave(name: str, sources: Iterable[_Source], lists: Mapping[str, Sequence[str]]) -> Iterator[tuple[Pattern, None]]:
    for source in sources:
        for each in source.content.leave.get(name, ()):
            yield _parsed(source, each, lists), None


def _parsed(source: _Source, pattern: str, lists: Mapping[str, Sequence[str]]) -> Pattern:
    try:
        return parse(pattern, lists)
    except ValueError as error:
        raise source.broken(pattern) from error
