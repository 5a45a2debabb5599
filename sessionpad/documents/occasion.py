"""What a document is made from."""

from __future__ import annotations

from datetime import date

from sessionpad.documents.asked import AS_USUAL, Asked
from sessionpad.domain.agreement import Agreement
from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.trajectory import Trajectory
from sessionpad.domain.value import Value
from sessionpad.i18n.texts import Texts, texts_in
from sessionpad.method.cards import Deck, load_deck
from sessionpad.method.language import Address, Language


class Occasion(Value, frozen=True, kw_only=True):
    """One dossier on one day, for one reader."""

    dossier: Dossier
    trajectory: Trajectory
    agreement: Agreement | None
    """The agreement as it was made, or None for a draft read from the trajectory. Source: TGH-8."""
    language: Language
    address: Address
    today: date
    asked: Asked = AS_USUAL
    deck: Deck | None = None
    """The cards whose questions may stand in it; ours when None."""

    @property
    def client(self) -> Client:
        """The client, the people and the coach as the document names them: those of that day in one that was made."""
        return self.agreement.client if self.agreement else self.dossier.client

    @property
    def texts(self) -> Texts:
        return texts_in(self.language)

    @property
    def cards(self) -> Deck:
        return self.deck or load_deck()
