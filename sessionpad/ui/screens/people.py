"""The household, the people around, and other helpers: who may do what, and who wants to. Source: TGH-17, IW-25."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Final

import msgspec
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from sessionpad.domain.client import Closeness, Person, Ready, Role
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.terms import CLOSENESS, READY
from sessionpad.i18n.texts import N_
from sessionpad.i18n.words import ROLES
from sessionpad.method.cards import Deck
from sessionpad.ui.parts import Day, Pick, Text, Yes, entries, part_of, shown
from sessionpad.ui.screens.list_form import ListFormScreen
from sessionpad.ui.widgets.rows import Row

ONE_LINE: Final = 60
"""From this width on a person and what they are to the client fit on one line."""
NETWORK: Final = "network"
"""The kind of card that asks who is around. Source: GW-27."""
_PARTS: Final = (
    Text("name", N_("Name")),
    Pick("role", N_("Belongs to"), ROLES, Role, usual=Role.NETWORK),
    Text("relation", N_("What they are to the client, in plain words")),
    Text("helps_with", N_("What they do, or may be asked for"), lines=2),
    Pick("willing", N_("Do they want to?"), READY, Ready),
    Pick("able", N_("Can they?"), READY, Ready),
    Pick("closeness", N_("How near the client feels them"), CLOSENESS, Closeness),
    Text("advice", N_("The plan or the advice this helper gave"), lines=2),
    Day("look_again", N_("Ask again on")),
    Yes("signs", N_("Signs the agreement too")),
)
_OF_HELPERS: Final = frozenset({"advice"})
_OF_OTHERS: Final = frozenset({"willing", "able", "closeness"})


class PeopleScreen(ListFormScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "questions", N_("questions"), id="questions", tooltip=N_("Questions about who is around")),
    ]

    nothing = N_("Who lives with the client, who is around, who helps? Ctrl+N adds someone, F6 shows questions to ask.")

    _known: tuple[Person, ...] = ()
    """The people as they were shown last."""

    @property
    def heading(self) -> str:
        return f"{self._pad.dossier.client.code} · {self.texts.say(N_('people'))}"

    @property
    def _people(self) -> tuple[Person, ...]:
        return self._pad.dossier.client.people

    def compose_form(self) -> Iterable[Widget]:
        yield from entries(_PARTS, self.texts, lambda: self._desk.today)

    def on_mount(self) -> None:
        self._known = self._people

    def changed(self) -> None:
        """Someone who came (back) is the chosen one, whatever the place."""
        before, self._known = self._known, self._people
        super().changed()
        if len(self._known) > len(before):
            same = (old == new for old, new in zip(before, self._known, strict=False))
            place = next((at for at, is_same in enumerate(same) if not is_same), len(before))
            self._records.chosen = str(place)

    # a person has no id: the place in the list is the key

    def rows(self, width: int) -> Sequence[Row]:
        return [self._row(str(place), person, width) for place, person in enumerate(self._people)]

    def _row(self, key: str, person: Person, width: int) -> Row:
        name = Content(person.name.strip() or self.texts.say(N_("no name yet")))
        about = [self.texts.say(ROLES[person.role]), person.relation]
        if person.look_again is not None:
            day = short_date(person.look_again, self.texts.language, self._desk.today)
            about.append(self.texts.say(N_("ask again {day}"), day=day))
        quiet = Content.styled(f"  {' · '.join(filter(None, about))}", "$quiet")
        return Row((name + quiet,) if width >= ONE_LINE else (name, quiet), key)

    def values_of(self, record: str) -> dict[str, str]:
        place = int(record)
        return shown(_PARTS, self._people[place]) if place < len(self._people) else {}

    def put(self, key: str, value: str) -> None:
        read = part_of(_PARTS, key).read(value, lambda: self._desk.today)
        self._change(self.shown, **{key: read})

    def _change(self, record: str, **fields: Any) -> None:
        there = list(self._people)
        there[int(record)] = msgspec.structs.replace(there[int(record)], **fields)
        self._pad.change_client(people=tuple(there))

    def turned(self) -> None:
        if not self.shown:
            return
        helper = self._people[int(self.shown)].is_formal
        for key in _OF_HELPERS | _OF_OTHERS:
            self.field(key).display = helper is (key in _OF_HELPERS)

    def add(self) -> None:
        self._pad.put_people((*self._people, Person(name="", role=Role.NETWORK)))

    def drop(self, record: str) -> None:
        self._pad.put_people(tuple(each for place, each in enumerate(self._people) if place != int(record)))

    def move(self, record: str, by: int) -> None:
        there, place = list(self._people), int(record)
        to = min(max(place + by, 0), len(there) - 1)
        there.insert(to, there.pop(place))
        self._pad.put_people(tuple(there))

    def action_shift(self, by: int) -> None:
        if self.shown:
            to = min(max(int(self.shown) + by, 0), len(self._people) - 1)
            super().action_shift(by)
            self._records.chosen = str(to)

    # the questions that find them

    def action_questions(self) -> None:
        from sessionpad.ui.screens.card_search import CardSearchScreen  # noqa: PLC0415  only when it is asked for

        self.take_in()
        deck = self._desk.deck().deck
        cards = tuple(card for card in deck.cards if card.group == NETWORK)
        screen = CardSearchScreen(self.texts, Deck(groups=deck.groups, cards=cards), self._desk.choices)
        screen.opened_by = "questions"
        self.app.push_screen(screen, self._ask)

    def _ask(self, card: object) -> None:
        """The question stays in view while the answer is filled in."""
        from sessionpad.method.cards import Card  # noqa: PLC0415  idem

        if isinstance(card, Card):
            self.say_line(card.say.text(self.texts.language, self._desk.choices.address))
