"""Reading one deck file: TOML in, groups and cards out, or every problem with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from sessionpad.domain.trajectory import Phase
from sessionpad.domain.value import Value
from sessionpad.method.cards.deck import SLOT, Card, Group, Say, Step
from sessionpad.method.moment import Moment, Signal

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SYNTAX_LINE = re.compile(r"line (\d+)")
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*(group|card)[ \t]*\]\]", re.MULTILINE)


class Problem(Value, frozen=True, kw_only=True):
    key: str
    """unreadable, syntax, unknown-field, missing-field, wrong-value, bad-id, duplicate, slot, unknown-group or
    unknown-hidden."""
    file: str
    line: int
    detail: str = ""
    """The field, word or id that it is about."""


class GroupEntry(Say, frozen=True, kw_only=True):
    id: str
    phases: tuple[Phase, ...] = ()
    moments: tuple[Moment, ...] = ()


class StepEntry(Say, frozen=True, kw_only=True):
    pause: bool = False
    choices: tuple[Say, ...] = ()


class CardEntry(Say, frozen=True, kw_only=True):
    id: str
    group: str
    phases: tuple[Phase, ...] | None = None
    moments: tuple[Moment, ...] | None = None
    signals: tuple[Signal, ...] = ()
    situational: bool = False
    steps: tuple[StepEntry, ...] = ()
    followups: tuple[Say, ...] = ()
    tip: Say = Say()
    source: tuple[str, ...] = ()
    private: bool = False
    number: bool = False
    slot: str = ""
    pair: Say | None = None


class DeckEntries(Value, frozen=True, kw_only=True):
    """What one file says, as it says it."""

    group: tuple[GroupEntry, ...] = ()
    card: tuple[CardEntry, ...] = ()
    hide: tuple[str, ...] = ()
    """Ids of cards or groups that are not wanted."""


def read_entries(path: Path) -> tuple[DeckEntries, tuple[Problem, ...]]:
    """What stands in a file, and everything that is wrong with it on its own. With problems the entries are empty."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return DeckEntries(), (Problem(key="unreadable", file=path.name, line=1),)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return DeckEntries(), (_syntax_problem(error, text, path.name),)
    lines = Lines(text, path.name)
    try:
        entries = msgspec.convert(raw, DeckEntries)
    except msgspec.ValidationError:
        return DeckEntries(), tuple(_shape_problems(raw, lines))
    problems = tuple(_content_problems(entries, lines))
    return (DeckEntries(), problems) if problems else (entries, ())


def as_group(entry: GroupEntry) -> Group:
    return Group(id=entry.id, name=_say(entry), phases=entry.phases, moments=entry.moments)


def as_card(entry: CardEntry, group: Group) -> Card:
    return Card(
        id=entry.id,
        group=entry.group,
        phases=group.phases if entry.phases is None else entry.phases,
        moments=group.moments if entry.moments is None else entry.moments,
        signals=entry.signals,
        situational=entry.situational,
        say=_say(entry),
        steps=tuple(Step(say=_say(step), pause=step.pause, choices=step.choices) for step in entry.steps),
        followups=entry.followups,
        tip=entry.tip,
        source=entry.source,
        private=entry.private,
        number=entry.number,
        slot=entry.slot,
        pair=entry.pair,
    )


class Lines:
    """Where in the text of a file its groups and cards stand: TOML itself forgets it."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file

    @cached_property
    def starts(self) -> Mapping[str, Sequence[int]]:
        """Where each table begins. Looked up only when there is something to report."""
        found: dict[str, list[int]] = {"group": [], "card": []}
        for header in _HEADER.finditer(self.text):
            found[header[1]].append(header.start())
        return found

    def problem(self, key: str, detail: str, *, table: str = "", position: int = 0, field: str = "") -> Problem:
        """A problem in the `position`-th group or card, at the line of `field` when it stands there."""
        start, end = self._block(table, position)
        found = re.compile(rf"^[ \t]*{re.escape(field)}[ \t]*=", re.MULTILINE).search(self.text, start, end)
        at = found.start() if field and found else start
        return Problem(key=key, file=self.file, line=self.text.count("\n", 0, at) + 1, detail=detail)

    def _block(self, table: str, position: int) -> tuple[int, int]:
        starts = self.starts.get(table, [])
        if position >= len(starts):
            return 0, len(self.text)
        start = starts[position]
        later = (each for of_table in self.starts.values() for each in of_table if each > start)
        return start, min(later, default=len(self.text))


def _say(entry: Say) -> Say:
    return Say(nl=entry.nl, u=entry.u, en=entry.en)


def _syntax_problem(error: tomllib.TOMLDecodeError, text: str, file: str) -> Problem:
    at = _SYNTAX_LINE.search(str(error))
    line = int(at[1]) if at else text.rstrip().count("\n") + 1
    return Problem(key="syntax", file=file, line=line, detail=str(error))


def _shape_problems(raw: Mapping[str, Any], lines: Lines) -> Iterator[Problem]:
    kinds: dict[str, type[Value]] = {"group": GroupEntry, "card": CardEntry}
    for name, value in raw.items():
        if name not in kinds:
            yield from _field_problems({name: value}, DeckEntries, lines, "", 0)
        elif not isinstance(value, list):
            yield lines.problem("wrong-value", name)
        else:
            for position, table in enumerate(value):
                yield from _field_problems(table, kinds[name], lines, name, position)


def _field_problems(raw: Any, kind: type[Value], lines: Lines, table: str, position: int) -> Iterator[Problem]:
    if not isinstance(raw, dict):
        yield lines.problem("wrong-value", table, table=table, position=position)
        return
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    for name, value in raw.items():
        if name not in fields:
            yield lines.problem("unknown-field", name, table=table, position=position, field=name)
            continue
        try:
            msgspec.convert(value, fields[name].type)
        except msgspec.ValidationError as error:
            yield lines.problem("wrong-value", f"{name}: {error}", table=table, position=position, field=name)
    for name, field in fields.items():
        if field.required and name not in raw:
            yield lines.problem("missing-field", name, table=table, position=position)


def _content_problems(entries: DeckEntries, lines: Lines) -> Iterator[Problem]:
    tables: dict[str, Sequence[GroupEntry | CardEntry]] = {"group": entries.group, "card": entries.card}
    for table, listed in tables.items():
        seen: set[str] = set()
        for position, entry in enumerate(listed):
            if not _ID.fullmatch(entry.id):
                yield lines.problem("bad-id", entry.id, table=table, position=position, field="id")
            if entry.id in seen:
                yield lines.problem("duplicate", entry.id, table=table, position=position, field="id")
            if not (entry.nl.strip() or entry.en.strip()):
                yield lines.problem("missing-field", "nl, en", table=table, position=position)
            seen.add(entry.id)
    for position, card in enumerate(entries.card):
        if bool(card.slot) != _has_slot(card):
            yield lines.problem("slot", card.id, table="card", position=position, field="slot")


def _has_slot(card: CardEntry) -> bool:
    return any(SLOT.search(text) for say in (card, *card.steps) for text in (say.nl, say.u, say.en))
