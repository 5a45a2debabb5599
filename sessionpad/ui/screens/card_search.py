"""All cards, found as one types; favourites first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from sessionpad.desk.choices import Choices
from sessionpad.i18n.texts import N_, Texts
from sessionpad.method.cards import Card, Deck, search
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.widgets.line import Block, Line
from sessionpad.ui.widgets.plain import PlainInput
from sessionpad.ui.widgets.rows import Row, Rows

STAR = "★ "


class CardSearchScreen(PadScreen):
    """Dismissed with the card that was chosen, or None."""

    CSS_PATH = "card_search.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "choose",
            N_("take this card"),
            id="choose",
            tooltip=N_("Show this card next to the notes"),
            priority=True,
        ),
        Binding(
            "f6", "favourite", N_("favourite, or not"), id="favourite", tooltip=N_("Favourites come first, with a star")
        ),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Back to where you were")),
    ]

    def __init__(self, texts: Texts, deck: Deck, choices: Choices) -> None:
        super().__init__(texts)
        self._deck = deck
        self._choices = choices

    opened_by = "search_cards"

    @property
    def way(self) -> str:
        return self.opened_by

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
        yield PlainInput(id="words", compact=True, select_on_focus=False)
        with Horizontal(id="body"):
            rows = Rows(self._rows, id="found")
            rows.can_focus = False
            yield rows
            with VerticalScroll(id="shown", can_focus=False):
                yield Block(self.texts, id="card")

    def on_mount(self) -> None:
        self.relabel()
        self.query_one("#words", PlainInput).focus()

    def relabel(self) -> None:
        self.query_one("#words", PlainInput).placeholder = self.texts.say(
            N_("Type a word of the question, the kind or the tip")
        )
        self._look()

    @on(Input.Changed, "#words")
    def _look(self) -> None:
        rows = self.query_one("#found", Rows)
        rows.rebuild()
        rows.action_edge(0)
        count = self.texts.count("{number} card", "{number} cards", len(rows.keys))
        self.query_one("#title", Line).content = Content.styled(count, "bold")
        if not rows.keys:
            nothing = self.texts.say(N_("No card has these words. Fewer words find more."))
            self.query_one("#card", Block).content = Content.styled(nothing, "$quiet")

    def _rows(self, _: int) -> Sequence[Row]:
        words, address = self.query_one("#words", PlainInput).value, self._choices.address
        favourites = set(self._choices.favourites)
        found = search(self._deck, words, self.texts.language, address)
        return [
            Row(
                (Content.assemble((STAR if card.id in favourites else "  ", "$accent"), self._said(card)),), key=card.id
            )
            for card in sorted(found, key=lambda card: card.id not in favourites)
        ]

    def _said(self, card: Card) -> str:
        return card.say.text(self.texts.language, self._choices.address)

    @on(Rows.Moved)
    def _show(self, event: Rows.Moved) -> None:
        if not event.key:
            return
        card, language = self._deck.card(event.key), self.texts.language
        group = next(each for each in self._deck.groups if each.id == card.group).name.text(language)
        parts = [
            Content.styled(group, "bold $primary"),
            Content(""),
            Content.styled(self._said(card), "bold"),
            Content(""),
        ]
        parts += [Content(f"– {say.text(language, self._choices.address)}") for say in card.followups]
        parts += [
            Content(f"{number}. {step.say.text(language, self._choices.address)}")
            for number, step in enumerate(card.steps, 1)
        ]
        parts += [Content(""), Content.styled(card.tip.text(language), "$quiet italic")]
        self.query_one("#card", Block).content = Content("\n").join(parts)

    def action_move(self, by: int) -> None:
        self.query_one("#found", Rows).action_move(by)

    def action_favourite(self) -> None:
        rows = self.query_one("#found", Rows)
        if rows.chosen:
            is_now = self._choices.toggle_favourite(rows.chosen)
            rows.rebuild()
            self.say(N_("This card is a favourite now.") if is_now else N_("This card is no longer a favourite."))

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        chosen = self.query_one("#found", Rows).chosen
        if chosen:
            self.dismiss(self._deck.card(chosen))

    def action_back(self) -> None:
        self.dismiss(None)
