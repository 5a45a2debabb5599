"""The menu of a dossier: today's talk, and the rooms under the part of the work they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from sessionpad.domain.dossier import Dossier
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.rooms import ROOMS, Room
from sessionpad.ui.widgets.rows import Row

TALK: Final = "talk"
"""Key of the first row: a dossier opens on it, so that Enter begins the talk."""


def menu_rows(dossier: Dossier, texts: Texts) -> Sequence[Row]:
    going_on = dossier.open_session is not None
    talk = texts.say(N_("go on with today's talk") if going_on else N_("today's talk"))
    rows = [Row((Content.assemble(("▸ ", "$accent"), talk),), TALK)]
    part = ""
    for number, room in enumerate(ROOMS):
        if room.part != part:
            part = room.part
            rows.append(Row((Content(""), Content.styled(texts.say(part), "bold $primary"))))
        name, _ = room.said(texts)
        key = f"  {room.key.upper()}" if room.key else ""
        rows.append(Row((Content.assemble("  ", name, (key, "$quiet")),), str(number)))
    return rows


def room_of(key: str) -> Room | None:
    """The room of a row; None for today's talk."""
    return ROOMS[int(key)] if key.isdigit() else None


def what_of(key: str, texts: Texts) -> str:
    """What one does there, in one sentence."""
    room = room_of(key)
    return room.said(texts)[1] if room is not None else texts.say(N_("Start or resume today's conversation"))
