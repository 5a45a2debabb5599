"""The rooms of a dossier: what can be filled in or looked at, each on a screen of its own.

The menu of the dossier screen and the command palette read this table, in this order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from sessionpad.i18n.texts import N_, Texts

if TYPE_CHECKING:
    from sessionpad.desk.desk import Desk
    from sessionpad.desk.pad import Pad
    from sessionpad.ui.saver import Saver
    from sessionpad.ui.screens.over_dossier import OverDossier

# The screens are imported when they are asked for: a dossier opens without them.

Maker: TypeAlias = "Callable[[Texts, Desk, Pad, Saver], OverDossier]"


@dataclass(frozen=True)
class Room:
    name: str
    what: str
    """One sentence: what one does there."""
    make: Maker
    key: str = ""
    """The key that opens it on the dossier screen, for the few that have one."""

    def screen(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
        made = self.make(texts, desk, pad, saver)
        made.room = self
        return made

    def said(self, texts: Texts) -> tuple[str, str]:
        return texts.say(self.name), texts.say(self.what)


def _agreement(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.agreement import AgreementScreen  # noqa: PLC0415

    return AgreementScreen(texts, desk, pad, saver)


ROOMS: Final = (Room(N_("agreement"), N_("Fill in, look at, sign and export the agreement"), _agreement, key="f4"),)
