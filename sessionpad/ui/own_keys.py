"""The keys the coach chose in the settings, and what else there cannot be used. Without any, nothing is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from sessionpad.desk.choices import Choices, Trouble

if TYPE_CHECKING:
    from sessionpad.ui.keymap import KeyChoice


def own_keymap(choices: Choices | None) -> dict[str, str]:
    """What was chosen and can be kept, as Textual takes it."""
    return _chosen(tuple(choices.keys.items())).keymap if choices is not None and choices.keys else {}


def setting_troubles(choices: Choices) -> Sequence[Trouble]:
    """Everything that was chosen and cannot be used, the keys among it."""
    found = _chosen(tuple(choices.keys.items())).troubles if choices.keys else ()
    keys = (Trouble(each, choices.line_of("keys", str(each.params["name"]))) for each in found)
    return sorted((*choices.troubles, *keys), key=attrgetter("line"))


@lru_cache(maxsize=1)
def _chosen(keys: tuple[tuple[str, str], ...]) -> KeyChoice:
    from sessionpad.ui.keymap import chosen_keys  # noqa: PLC0415  it loads every screen there is

    return chosen_keys(dict(keys))
