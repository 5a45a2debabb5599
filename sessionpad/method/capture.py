"""One typed line becomes the draft of a task.

    energiebrief samen openen @samen !do #contact

- Who: `@ik` `@me` `@coach` is the coach, who is typing; `@samen` `@together` both; `@cliënt` `@client`, or nothing,
  the client; any other `@word` someone of the network (`@broer`, `@tante_mia`, `@"tante Mia"`).
- Until when: `!vr` `!27/11` `!+2w`. Words may follow each other (`!27 nov`, `!volgende week`), be joined
  (`!eind-november`) or stand in quotation marks.
- How often: `!elke dag` `!elke vrijdag` `!every week`, with an end in the same mark (`!elke dag tot 27/11`) or in
  one of its own (`!elke dag !27/11`).
- Kind: `#contact` `#geleid` `#extern`. How hard it looks: `#licht` `#middel` `#zwaar`. Other `#words` are life domains
  and stay in the text.

A mark counts at the start of a word only. What is not read as a mark stays in the text, every character of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple, TypeAlias, TypeVar

from sessionpad.domain.task import Difficulty, Every, Kind, Owner
from sessionpad.domain.text import clean_line
from sessionpad.domain.value import Value
from sessionpad.method.dates import read_date
from sessionpad.method.dates_repeat import Rhythm, read_rhythm
from sessionpad.method.finding import Finding

OWNERS: Final[Mapping[str, Owner]] = {
    word: owner
    for owner, words in (
        (Owner.COACH, "ik me mij mezelf ikzelf coach myself"),
        (Owner.TOGETHER, "samen together wij we ons us allebei both"),
        (Owner.CLIENT, "cliënt client cliënte cliente klant jij jou you"),
    )
    for word in words.split()
}
KINDS: Final[Mapping[str, Kind]] = {
    word: kind
    for kind, words in (
        (Kind.EXTERNAL, "extern externe external"),
        (Kind.CONTACT, "contact contacttaak"),
        (Kind.GUIDED, "geleid geleide begeleid guided"),
    )
    for word in words.split()
}
DIFFICULTIES: Final[Mapping[str, Difficulty]] = {
    word: difficulty
    for difficulty, words in (
        (Difficulty.LIGHT, "licht lichte light easy"),
        (Difficulty.MEDIUM, "middel medium"),
        (Difficulty.HEAVY, "zwaar zware heavy hard"),
    )
    for word in words.split()
}
_TASK_MARK: Final = re.compile(r"\s*>(?:\s+|\Z)")
_MARK: Final = re.compile(r'(?<!\S)(?P<sign>[@!#])(?:"(?P<quoted>[^"]+)"|“(?P<curly>[^”]+)”|(?P<word>[^\s@!#"“]+))')
_TRAILING: Final = ".,;:!?)"
_WORDS_OF_A_DATE: Final = 4


class Draft(Value, frozen=True, kw_only=True):
    text: str
    owner: Owner = Owner.CLIENT
    person: str = ""
    """Who, when the owner is someone of the network."""
    kind: Kind = Kind.EXTERNAL
    due: date | None = None
    every: Every | None = None
    until: date | None = None
    """When it repeats: how often, and the day it ends."""
    difficulty: Difficulty | None = None
    findings: tuple[Finding, ...] = ()
    """Their spans count in the line as it was typed."""


class _Who(NamedTuple):
    owner: Owner
    person: str


_Value: TypeAlias = _Who | Kind | Difficulty | Rhythm | date


_ONCE: Final = (
    ("owner-twice", _Who),
    ("kind-twice", Kind),
    ("difficulty-twice", Difficulty),
    ("rhythm-twice", Rhythm),
    ("date-twice", date),
)


class _Mark(NamedTuple):
    start: int
    end: int
    value: _Value | None
    """None is a date that does not exist."""


def read_task(line: str, *, today: date, owner: Owner = Owner.CLIENT, person: str = "") -> Draft:
    """The draft that a typed line comes to; a leading `> ` is dropped.

    Args:
        line: what was typed.
        today: the day it is typed on.
        owner: who does it when the line does not say.
        person: who that is, when it is someone of the network.
    """
    lead = _TASK_MARK.match(line)
    begin = lead.end() if lead is not None else 0
    marks = tuple(_marks(line, begin, today))
    who = _last(marks, _Who) or _Who(owner, person)
    due, until = _days(_last(marks, date), rhythm := _last(marks, Rhythm))
    text = _without(line, begin, [mark for mark in marks if mark.value is not None])
    return Draft(
        text=text,
        owner=who.owner,
        person=who.person,
        kind=_last(marks, Kind) or Kind.EXTERNAL,
        due=due,
        every=rhythm.every if rhythm is not None else None,
        until=until,
        difficulty=_last(marks, Difficulty),
        findings=tuple(_findings(line, marks, text, today)),
    )


def _days(day: date | None, rhythm: Rhythm | None) -> tuple[date | None, date | None]:
    """Until when it is done once, and when a repeating task ends: a day beside a rhythm without an end is its end."""
    if rhythm is None:
        return day, None
    if rhythm.until is None:
        return rhythm.first, day
    return day or rhythm.first, rhythm.until


def read_later(line: str, *, today: date) -> tuple[str, date | None]:
    """A subject to come back to, and the day for it when the line names one; owners and kinds stay in the text."""
    marks = [mark for mark in _marks(line, 0, today) if isinstance(mark.value, date)]
    return _without(line, 0, marks), _last(marks, date)


def _marks(line: str, begin: int, today: date) -> Iterator[_Mark]:
    position = begin
    while (match := _MARK.search(line, position)) is not None:
        read = _read_date(line, match, today) if match["sign"] == "!" else _read_word(match)
        if read is not None:
            yield read
        position = read.end if read is not None else match.end()


def _read_word(match: re.Match[str]) -> _Mark | None:
    quoted = match["quoted"] or match["curly"]
    typed = quoted or match["word"].rstrip(_TRAILING)
    word = clean_line(typed).casefold()
    end = match.end() if quoted else match.start() + 1 + len(typed)
    if match["sign"] == "#":
        value = KINDS.get(word) or DIFFICULTIES.get(word)
        return _Mark(match.start(), end, value) if value is not None else None
    if not word[:1].isalpha():
        return None
    person = clean_line(typed.replace("_", " "))
    return _Mark(match.start(), end, _Who(OWNERS[word], "") if word in OWNERS else _Who(Owner.NETWORK, person))


def _read_date(line: str, match: re.Match[str], today: date) -> _Mark | None:
    """The date that begins here; of several words as many as make one date."""
    quoted = match["quoted"] or match["curly"]
    if quoted:
        whole = read_rhythm(quoted, 0, today)
        rhythm = whole[0] if whole is not None and whole[1] == len(quoted) else None
        return _Mark(match.start(), match.end(), rhythm or read_date(quoted, today))
    start = match.start("word")
    repeated = read_rhythm(line, start, today)
    if repeated is not None:
        return _Mark(match.start(), repeated[1], repeated[0])
    for end in _word_ends(line, start):
        typed = line[start:end].rstrip(_TRAILING)
        day = read_date(typed, today) or read_date(re.sub(r"[-_]", " ", typed), today)
        if day is not None:
            return _Mark(match.start(), start + len(typed), day)
    typed = match["word"].rstrip(_TRAILING)
    return _Mark(match.start(), start + len(typed), None) if typed else None


def _word_ends(line: str, start: int) -> list[int]:
    """Where the first words from here end, the longest row first; a mark ends the row."""
    ends: list[int] = []
    for word in re.finditer(r"\S+", line[start:]):
        if ends and word.group()[0] in "@!#":
            break
        ends.append(start + word.end())
    return ends[_WORDS_OF_A_DATE - 1 :: -1] if len(ends) >= _WORDS_OF_A_DATE else ends[::-1]


_Kind = TypeVar("_Kind", _Who, Kind, Difficulty, Rhythm, date)


def _last(marks: Sequence[_Mark], kind: type[_Kind]) -> _Kind | None:
    return next((mark.value for mark in reversed(marks) if isinstance(mark.value, kind)), None)


def _without(line: str, begin: int, marks: Sequence[_Mark]) -> str:
    """The line without these marks and the white space before each."""
    pieces = []
    for mark in marks:
        pieces.append(line[begin : mark.start].rstrip())
        begin = mark.end
    return clean_line("".join((*pieces, line[begin:])))


def _findings(line: str, marks: Sequence[_Mark], text: str, today: date) -> Iterator[Finding]:
    for code, kind in _ONCE:
        same = [mark for mark in marks if isinstance(mark.value, kind)]
        for mark in same[:-1]:
            if mark.value != same[-1].value:
                params = (("dropped", line[mark.start : mark.end]), ("kept", line[same[-1].start : same[-1].end]))
                yield Finding(code=code, span=(mark.start, mark.end), params=params)
    for mark in marks:
        span = (mark.start, mark.end)
        if mark.value is None:
            yield Finding(code="date-unknown", span=span, params=(("text", line[mark.start + 1 : mark.end]),))
            continue
        day = mark.value.until if isinstance(mark.value, Rhythm) else mark.value
        if isinstance(day, date) and day < today:
            yield Finding(code="date-past", span=span, params=(("date", day.isoformat()),))
    if not text:
        yield Finding(code="task-empty")
