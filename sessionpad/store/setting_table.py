"""Every setting of the settings file: its name, what it may be, what it is unless chosen, and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, TypeAlias

from sessionpad.errors import InvalidInput
from sessionpad.i18n.texts import N_
from sessionpad.method.language import LANGUAGES

Value: TypeAlias = str | int | tuple[str, ...] | tuple[tuple[str, str], ...] | None
LOCK_AFTER: Final = "lock_after"
TALK_MINUTES: Final = "talk_minutes"


class Kind(Enum):
    CHOICE = auto()
    """One of a few words."""
    NUMBER = auto()
    """A whole number between bounds."""
    LIST = auto()
    """Words, in an order."""
    TABLE = auto()
    """Names with a text, or some texts, for each; written in the file by hand."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    name: str
    kind: Kind
    usual: Value
    """What it is when nothing is chosen; None when that is for the computer to say."""
    meaning: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0


_EVERY: Final = (
    Setting(
        name="language",
        kind=Kind.CHOICE,
        usual=None,
        choices=LANGUAGES,
        meaning=N_("Language of the pad; nothing chosen: that of this computer"),
    ),
    Setting(
        name="address",
        kind=Kind.CHOICE,
        usual="je",
        choices=("je", "u"),
        meaning=N_("How Dutch cards address the client"),
    ),
    Setting(
        name="theme",
        kind=Kind.CHOICE,
        usual="sessionpad-dark",
        choices=("sessionpad-dark", "sessionpad-light", "sessionpad-high-contrast"),
        meaning=N_("Colours: dark, light or high contrast"),
    ),
    Setting(
        name=LOCK_AFTER,
        kind=Kind.NUMBER,
        usual=5,
        least=1,
        most=60,
        meaning=N_("Minutes without a key or a click until the pad locks itself"),
    ),
    Setting(
        name=TALK_MINUTES,
        kind=Kind.NUMBER,
        usual=50,
        least=10,
        most=240,
        meaning=N_("How many minutes a talk takes; it only shows, and never interrupts"),
    ),
    Setting(
        name="clients",
        kind=Kind.CHOICE,
        usual="dossier",
        choices=("codes", "dossier", "names"),
        meaning=N_("How clients are called on the list and above a dossier"),
    ),
    Setting(
        name="favourites",
        kind=Kind.LIST,
        usual=(),
        meaning=N_("Favourite cards, by their ids"),
    ),
    Setting(
        name="keys",
        kind=Kind.TABLE,
        usual=(),
        meaning=N_("Your own keys, written in the file under [keys]"),
    ),
)
SETTINGS: Final[Mapping[str, Setting]] = {each.name: each for each in _EVERY}


def wrong_with(setting: Setting, value: object) -> InvalidInput | None:
    """What is wrong with a value, read from the file or chosen, or nothing."""
    match setting.kind:
        case Kind.CHOICE if value not in setting.choices:
            return InvalidInput("setting-choice", name=setting.name, choices=", ".join(setting.choices))
        case Kind.NUMBER if not _is_between(value, setting.least, setting.most):
            return InvalidInput("setting-number", name=setting.name, least=setting.least, most=setting.most)
        case Kind.LIST if not isinstance(value, list | tuple):
            return InvalidInput("setting-list", name=setting.name)
        case Kind.TABLE if not isinstance(value, dict):
            return InvalidInput("setting-table", name=setting.name)
    return None


def _is_between(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
