"""What weighs and what carries, in two columns on one beam; the beam is always level, for nothing here is weighed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final

from textual.content import Content

from sessionpad.domain.balance import Balance
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.widgets.hanging import Hung, plain

TWO: Final = 46
"""From this width on the columns stand beside each other."""
BETWEEN: Final = 3
_WEIGHS: Final = (N_("What weighs"), "$secondary")
_CARRIES: Final = (N_("What carries"), "$success")


def balance_lines(balance: Balance, texts: Texts, width: int) -> list[Content]:
    """The lines of the picture, for a width in cells, and under it the same in words."""
    if balance.is_empty:
        empty = N_("Nothing yet: what was said about strengths and hindrances comes here.")
        return list(plain(texts.say(empty)).lines(width))
    if width < TWO:
        lines = [*_column(*_WEIGHS, balance.weighs, texts, width), Content("")]
        lines += _column(*_CARRIES, balance.carries, texts, width)
    else:
        lines = list(_beside(balance, texts, width))
    return [*lines, Content(""), *plain(Content.styled(balance_in_words(balance, texts), "$quiet")).lines(width)]


def balance_in_words(balance: Balance, texts: Texts) -> str:
    """How many things stand on each side, and that their number is no weight."""
    weighs = texts.count("{number} thing weighs", "{number} things weigh", len(balance.weighs))
    carries = texts.count("{number} carries", "{number} carry", len(balance.carries))
    said = N_("{weighs}, {carries}. How heavy or how strong something is, only you can say.")
    return texts.say(said, weighs=weighs, carries=carries)


def _beside(balance: Balance, texts: Texts, width: int) -> Iterator[Content]:
    room = (width - BETWEEN) // 2
    left = _column(*_WEIGHS, balance.weighs, texts, room)
    right = _column(*_CARRIES, balance.carries, texts, room)
    for one, other in zip_longest(left, right, fillvalue=Content("")):
        yield one.pad_right(max(room + BETWEEN - one.cell_length, 0)) + other
    yield Content.styled("━" * room + "━▲━" + "━" * room, "$line")


def _column(name: str, style: str, things: Iterable[str], texts: Texts, width: int) -> list[Content]:
    lines = list(plain(Content.styled(texts.say(name), f"bold {style}")).lines(width))
    for thing in things:
        lines += Hung(Content.styled("■ ", style), Content(thing)).lines(width)
    return lines
