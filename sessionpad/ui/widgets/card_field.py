"""A field that is called by the question on a card, and holds what the client said to it."""

from __future__ import annotations

from textual.content import Content

from sessionpad.i18n.texts import Texts
from sessionpad.method.cards.deck import Card
from sessionpad.method.language import Address
from sessionpad.ui.widgets.field import Field, Name


class Question(Name):
    def __init__(self, texts: Texts, card: Card, address: Address) -> None:
        super().__init__(texts, "")
        self._card = card
        self._address = address

    def render(self) -> Content:
        return Content(self._card.say.text(self.texts.language, self._address))


class CardField(Field):
    def __init__(self, texts: Texts, key: str, card: Card, address: Address) -> None:
        super().__init__(texts, key, "", lines=2)
        self._card = card
        self._address = address

    def name_shown(self) -> Name:
        return Question(self.texts, self._card, self._address)
