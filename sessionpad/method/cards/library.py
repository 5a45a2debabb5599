"""All cards together: ours, then what the user added, replaced or hid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from sessionpad.errors import DeckBroken
from sessionpad.method.cards.deck import Card, Deck, Group
from sessionpad.method.cards.file import DeckEntries, Lines, Problem, as_card, as_group, read_entries

_OURS = Path(__file__).parent.parent / "decks"
_EMPTY = Deck(groups=(), cards=())


def load_deck(own: Sequence[Path] = ()) -> Deck:
    """Our cards with the user's files on top, in the order given.

    Raises:
        DeckBroken: one or more of the files cannot be used; `detail` names every problem, `line` is that of the first.
    """
    return _add(_ours(), own) if own else _ours()


def check_file(path: Path) -> tuple[Problem, ...]:
    """Everything that would keep this file from being used on top of our cards, in the order of its lines."""
    _, problems = _merge(_ours(), path)
    return problems


@cache
def _ours() -> Deck:
    return _add(_EMPTY, sorted(_OURS.glob("*.toml")))


def _add(deck: Deck, paths: Iterable[Path]) -> Deck:
    problems: list[Problem] = []
    for path in paths:
        deck, found = _merge(deck, path)
        problems.extend(found)
    if problems:
        raise _broken(problems)
    return deck


def _merge(deck: Deck, path: Path) -> tuple[Deck, tuple[Problem, ...]]:
    entries, problems = read_entries(path)
    groups = {group.id: group for group in deck.groups} | {entry.id: as_group(entry) for entry in entries.group}
    problems = problems or tuple(_reference_problems(entries, deck, groups, path))
    if problems:
        return deck, tuple(sorted(problems, key=lambda problem: problem.line))
    cards = {card.id: card for card in deck.cards}
    cards |= {entry.id: as_card(entry, groups[entry.group]) for entry in entries.card}
    return _without(groups.values(), cards.values(), set(entries.hide)), ()


def _without(groups: Iterable[Group], cards: Iterable[Card], hidden: set[str]) -> Deck:
    return Deck(
        groups=tuple(group for group in groups if group.id not in hidden),
        cards=tuple(card for card in cards if hidden.isdisjoint((card.id, card.group))),
    )


def _reference_problems(entries: DeckEntries, deck: Deck, groups: dict[str, Group], path: Path) -> Iterator[Problem]:
    strangers = [(position, card.group) for position, card in enumerate(entries.card) if card.group not in groups]
    known = {*groups, *(card.id for card in deck.cards), *(entry.id for entry in entries.card)}
    missed = [hidden for hidden in entries.hide if hidden not in known]
    if not (strangers or missed):
        return
    lines = Lines(path.read_text(encoding="utf-8"), path.name)
    for position, group in strangers:
        yield lines.problem("unknown-group", group, table="card", position=position, field="group")
    for hidden in missed:
        yield lines.problem("unknown-hidden", hidden, field="hide")


def _broken(problems: Sequence[Problem]) -> DeckBroken:
    first = problems[0]
    detail = "; ".join(f"{each.file}:{each.line}: {each.key} {each.detail}".rstrip() for each in problems)
    return DeckBroken(first.key, file=first.file, line=first.line, detail=detail, count=len(problems))
