"""What the palette finds beside the acts of a screen: clients, cards, documents, and words in the dossiers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from sessionpad.domain.overview import Overview
from sessionpad.domain.text import folded
from sessionpad.i18n.papers import paper_name
from sessionpad.i18n.texts import N_
from sessionpad.method.cards import search as search_cards
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.screens.card_table import CardTable
from sessionpad.ui.screens.going import Target
from sessionpad.ui.screens.over_dossier import OverDossier
from sessionpad.ui.screens.seeking import Seeking

FEW: Final = 6
"""How many of each kind are offered at most."""
EXACT: Final = 3.0
"""A client whose code was typed comes before anything else."""
CLIENT: Final = 0.6
PAPER: Final = 0.5
CARD: Final = 0.3
WORDS: Final = 0.02
"""Scores, to be compared with those of the acts, which are about 1."""
STEP: Final = 0.001
"""Keeps things of one kind in their order."""


@dataclass(frozen=True)
class Offer:
    score: float
    name: str
    what: str
    do: Callable[[], object]


class ClientRow:
    """A client, ready to be compared with what is typed."""

    def __init__(self, overview: Overview) -> None:
        self.overview = overview
        self.code = folded(overview.code)
        self.words = f"{self.code} {folded(overview.name)}"


def client_rows(screen: PadScreen) -> Sequence[ClientRow]:
    """Everyone that can be opened from this screen; nobody where a client may be looking along."""
    if not isinstance(screen, Seeking):
        return ()
    return [ClientRow(row) for row in screen.clients() if not screen.is_on_the_desk(row.id)]


def offers(screen: PadScreen, typed: str, rows: Sequence[ClientRow]) -> Iterator[Offer]:
    """What fits the words that were typed."""
    bare = folded(typed).strip()
    if not bare or not isinstance(screen, Seeking):
        return
    yield from _clients(screen, bare, rows)
    if isinstance(screen, OverDossier):
        yield from _papers(screen, bare)
    if isinstance(screen, CardTable):
        yield from _cards(screen, typed)
    say = screen.texts.say
    name = say(N_('Search the dossiers for "{words}"'), words=typed.strip())
    yield Offer(WORDS, name, say(N_("Every line with these words")), partial(screen.action_seek, typed.strip()))


def _clients(screen: Seeking, bare: str, rows: Sequence[ClientRow]) -> Iterator[Offer]:
    say, words = screen.texts.say, bare.split()
    fitting = [row for row in rows if all(word in row.words for word in words)]
    fitting.sort(key=lambda row: not row.code.startswith(bare))
    for place, row in enumerate(fitting[:FEW]):
        score = EXACT if row.code == bare else CLIENT - place * STEP
        name = say(N_("To the dossier of {code}"), code=_called(row.overview, named=screen.lists_names))
        yield Offer(score, name, row.overview.goal, partial(screen.open_dossier, Target(row.overview.id)))


def _called(row: Overview, *, named: bool) -> str:
    return f"{row.code} · {row.name}" if named and row.name else row.code


def _papers(screen: OverDossier, bare: str) -> Iterator[Offer]:
    from sessionpad.documents import Document  # noqa: PLC0415  only when something was typed

    say = screen.texts.say
    for place, document in enumerate(Document):
        name = say(N_("Word document: {name}"), name=paper_name(document, screen.texts))
        if all(word in folded(name) for word in bare.split()):
            what = say(N_("Make it of what stands in the dossier now"))
            yield Offer(PAPER - place * STEP, name, what, partial(screen.make_paper, document))


def _cards(screen: CardTable, typed: str) -> Iterator[Offer]:
    texts, address = screen.texts, screen.address
    found = search_cards(screen.deck, typed, texts.language, address)
    for place, card in enumerate(found[:FEW]):
        name = texts.say(N_("Card: {question}"), question=card.say.text(texts.language, address))
        what = texts.say(N_("Show this card next to the notes"))
        yield Offer(CARD - place * STEP, name, what, partial(screen.show_card, card))
