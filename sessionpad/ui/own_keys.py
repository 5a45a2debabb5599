"""The keys the coach chose in the settings. Without any, nothing is loaded for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from sessionpad.desk.choices import Choices
from sessionpad.errors import InvalidInput

if TYPE_CHECKING:
    from sessionpad.ui.keymap import KeyChoice


def own_keymap(choices: Choices | None) -> dict[str, str]:
    """What was chosen and can be kept, as Textual takes it."""
    return _chosen(tuple(choices.keys.items())).keymap if choices is not None and choices.keys else {}


def key_troubles(choices: Choices) -> Sequence[InvalidInput]:
    """What was chosen and cannot be kept."""
    return _chosen(tuple(choices.keys.items())).troubles if choices.keys else ()


@lru_cache(maxsize=1)
def _chosen(keys: tuple[tuple[str, str], ...]) -> KeyChoice:
    from sessionpad.ui.keymap import chosen_keys  # noqa: PLC0415  it loads every screen there is

    return chosen_keys(dict(keys))
