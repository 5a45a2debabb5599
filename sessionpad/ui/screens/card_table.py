"""The cards next to a talk: the next question, another kind, asked, a why-question turned, any card looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from sessionpad.desk.cards import deal
from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.domain.ids import SessionId
from sessionpad.domain.notes import Mark, body_of
from sessionpad.domain.session import Session
from sessionpad.errors import Conflict
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.trajectory import phases_of
from sessionpad.method.cards import Card, Deck
from sessionpad.method.language import Address
from sessionpad.method.reframe import reframe
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.base import Offered
from sessionpad.ui.screens.kept import KeptScreen
from sessionpad.ui.widgets.card_pane import TURNED, CardPane, Place
from sessionpad.ui.widgets.notes_editor import NotesEditor
from sessionpad.ui.widgets.typed_line import TypedLine
from sessionpad.ui.widgets.why_line import WhyLine


class CardTable(KeptScreen):
    """A screen over one talk, with notes and cards on it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "next_card", N_("next"), id="card", tooltip=N_("The next question of this kind"), priority=True),
        Binding("f7", "next_kind", N_("kind"), id="kind", tooltip=N_("Questions of another kind"), priority=True),
        Binding(
            "f8",
            "asked",
            N_("asked"),
            id="asked",
            tooltip=N_("The question goes into the notes, the answer under it"),
            priority=True,
        ),
        Binding(
            "f9",
            "turn_why",
            N_("turn why"),
            id="why",
            tooltip=N_("Turn the why-question on this line, or one you type"),
            priority=True,
        ),
        Binding(
            "ctrl+o",
            "search_cards",
            N_("look up a card"),
            id="search",
            show=False,
            tooltip=N_("Search all cards"),
            priority=True,
        ),
    ]

    def __init__(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver, session: SessionId) -> None:
        super().__init__(texts, desk, pad, saver)
        self.session_id = session
        self._warned = False

    @property
    def session(self) -> Session:
        return self._pad.dossier.session(self.session_id)

    @property
    def within(self) -> SessionId:
        return self.session_id

    def spot(self) -> str:
        here = self.query_one(CardPane).place
        return f"{here.index} {here.step} {here.kind}"

    def stand(self, spot: str) -> None:
        index, step, kind = spot.split(" ", 2)
        self.lay_cards()
        self.query_one(CardPane).go(Place(kind, int(index), int(step)))

    def half_typed(self) -> dict[str, str]:
        turned = self.query_one(CardPane).turned
        return super().half_typed() | ({TURNED: turned} if turned else {})

    def type_again(self, words: Mapping[str, str]) -> None:
        super().type_again(words)
        if TURNED in words:
            self._turn(words[TURNED])

    def lay_cards(self, *, jump: bool = False) -> None:
        """Lay the cards out for this moment; `jump` goes to the best one."""
        dealt = self._desk.deck()
        if dealt.trouble is not None and not self._warned:
            self._warned = True
            self.say_trouble(dealt.trouble)
        hand = deal(self._pad.dossier, self.session, dealt.deck)
        self.query_one(CardPane).deal(hand, phases_of(self._pad.dossier, self.texts), jump=jump)

    def action_next_card(self) -> None:
        if self.show_drawer("-cards"):
            self.query_one(CardPane).next_card()

    def action_next_kind(self) -> None:
        if self.show_drawer("-cards"):
            self.query_one(CardPane).next_kind()

    def action_asked(self) -> None:
        cards, editor = self.query_one(CardPane), self.query_one(NotesEditor)
        if self._desk.is_read_only:
            self.say_trouble(Conflict("read-only"))
            return
        if not cards.question:
            return
        asked = cards.card.id if cards.card is not None else TURNED
        question, step = f"{Mark.ASKED} {cards.question}", cards.place.step
        self.take_in()
        editor.add_line(question)
        if self.act(lambda: self._pad.ask(self.session_id, asked, step, editor.text), typed=False):
            cards.after_asked()
            self.lay_cards()
        self.to_notes()

    def more_commands(self) -> Iterable[Offered]:
        tell = self.texts.say(N_("Questions of this kind"))
        for kind, name in self.query_one(CardPane).kinds:
            yield self.texts.say(N_("Cards: {kind}"), kind=name), tell, partial(self._to_kind, kind)
        yield from super().more_commands()

    def _to_kind(self, kind: str) -> None:
        self.show_drawer("-cards")
        self.query_one(CardPane).next_kind_of(kind)

    def action_search_cards(self) -> None:
        from sessionpad.ui.screens.card_search import CardSearchScreen  # noqa: PLC0415  only when it is asked for

        self.take_in()
        self.app.push_screen(CardSearchScreen(self.texts, self._desk.deck().deck, self._desk.choices), self._found)

    def _found(self, card: object) -> None:
        if isinstance(card, Card):
            self.show_card(card)

    @property
    def deck(self) -> Deck:
        """All cards, ours and those of the coach."""
        return self._desk.deck().deck

    @property
    def address(self) -> Address:
        """Whether the cards say je or u."""
        return self._desk.choices.address

    def show_card(self, card: Card) -> None:
        self.show_drawer("-cards")
        self.query_one(CardPane).show_card(card)

    def show_drawer(self, name: str) -> bool:
        """Open a drawer; where there is room for it, it is always open. Returns whether it was open already."""
        was_open = not self.has_class("-narrow") or self.has_class(name)
        self.add_class(name)
        return was_open

    def action_turn_why(self) -> None:
        """Turn the why-question on the line of the caret; without one there, open a line to type it."""
        editor, line = self.query_one(NotesEditor), self.query_one(WhyLine)
        here = body_of(editor.document.get_line(editor.cursor_location[0]))
        if line.has_focus_within:
            line.action_leave()
        elif not (editor.has_focus and self._turn(here)):
            line.open()

    @on(WhyLine.WhyTyped)
    def _why_typed(self, event: WhyLine.WhyTyped) -> None:
        if not self._turn(event.question):
            self.query_one(WhyLine).refused(event.question)
            self.say(N_("This can be asked as it is."))

    def _turn(self, question: str) -> bool:
        ways = [each.text for each in reframe(question).suggestions]
        if ways:
            self.show_drawer("-cards")
            self.query_one(CardPane).turn(question, ways)
        return bool(ways)

    @on(TypedLine.Left)
    def _left_line(self) -> None:
        self.give_back()

    def give_back(self) -> None:
        """Give the caret back to where it was before a line was opened."""
        self.to_notes()

    def to_notes(self) -> None:
        """Give the caret back to the notes."""
        self.remove_class("-tasks")
        self.set_focus(self.query_one(NotesEditor))
