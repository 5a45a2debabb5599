"""Keys of the coach's own choice: which binding has which key, and what is wrong with a choice that cannot be kept."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from textual.app import App
from textual.binding import Binding

from sessionpad.errors import InvalidInput
from sessionpad.ui import screens
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.widgets.plain import PlainInput, PlainTextArea

_KEY: Final = re.compile(
    r"(?:(?:ctrl|alt|shift|super)\+)*"
    r"(?:[a-z0-9]|f(?:[1-9]|1[0-9]|2[0-4])|enter|escape|tab|space|backspace|delete|insert|home|end|pageup|pagedown"
    r"|up|down|left|right|[a-z]+(?:_[a-z]+)+|comma|plus|minus|slash|colon|semicolon|period|underscore|backslash)"
)
_TYPED: Final = re.compile(
    r"(?:shift\+)?(?:[a-z0-9]|space|[a-z]+(?:_[a-z]+)+|comma|plus|minus|slash|colon|semicolon|period)"
)
"""What is typed as text."""
SAME: Final = {
    "ctrl+i": "Tab",
    "ctrl+m": "Enter",
    "ctrl+j": "Enter",
    "ctrl+h": "Backspace",
    "ctrl+left_square_bracket": "Esc",
}
"""Keys that a terminal cannot tell from another one."""


class KeyChoice:
    """What came of a choice of keys."""

    def __init__(self, keymap: Mapping[str, str], troubles: Iterable[InvalidInput]) -> None:
        self.keymap = dict(keymap)
        """Name of a binding and its keys, as Textual takes them; a name that is not there has its usual key."""
        self.troubles = tuple(troubles)


def chosen_keys(wanted: Mapping[str, str]) -> KeyChoice:
    """The keys that can be kept; what cannot has its usual key, and a sentence."""
    keymap: dict[str, str] = {}
    troubles: list[InvalidInput] = []
    for name, keys in wanted.items():
        if (trouble := _wrong(name, keys)) is not None:
            troubles.append(trouble)
        else:
            keymap[name] = ",".join(_parts(keys))
    while (clash := _clash(keymap)) is not None:
        del keymap[str(clash.params["name"])]
        troubles.append(clash)
    return KeyChoice(keymap, troubles)


def _wrong(name: str, keys: str) -> InvalidInput | None:
    if name not in named_keys():
        return InvalidInput("key-name", name=name)
    usual = _parts(named_keys()[name][0])
    for key in _parts(keys) or [keys]:
        if key in usual:
            continue
        if not _KEY.fullmatch(key):
            return InvalidInput("key-unreadable", name=name, pressed=key)
        if _TYPED.fullmatch(key):
            return InvalidInput("key-types", name=name, pressed=key)
        if key in SAME:
            return InvalidInput("key-same", name=name, pressed=key, other=SAME[key])
        if key in editor_keys():
            return InvalidInput("key-edits", name=name, pressed=key)
    return None


def _clash(keymap: Mapping[str, str]) -> InvalidInput | None:
    """The first choice that takes a key another act of the same screen has; the usual keys were there before it."""
    for bindings in screen_bindings().values():
        taken: dict[str, str] = {}
        for binding in sorted(bindings, key=lambda each: each.id in keymap):
            for key in _parts(keymap.get(binding.id or "", binding.key)):
                other = taken.setdefault(key, binding.id or binding.action)
                if binding.id is not None and binding.id in keymap and other != binding.id:
                    return InvalidInput("key-clash", name=binding.id, pressed=key, other=other)
    return None


def _parts(keys: str) -> list[str]:
    return [part.strip().lower() for part in keys.split(",") if part.strip()]


@cache
def named_keys() -> Mapping[str, tuple[str, str]]:
    """Every act that has a name: its usual keys, with commas between them, and what it does where it comes first."""
    found: dict[str, tuple[str, str]] = {}
    for bindings in screen_bindings().values():
        for binding in bindings:
            if binding.id is not None:
                keys, what = found.get(binding.id, ("", binding.tooltip))
                if binding.key not in _parts(keys):
                    keys = ",".join(filter(None, (keys, binding.key)))
                found[binding.id] = keys, what
    return found


@cache
def screen_bindings() -> Mapping[type[PadScreen], tuple[Binding, ...]]:
    """Every screen with what its keys do there, those of the program itself among them."""
    from sessionpad.ui.app import SessionpadApp  # noqa: PLC0415  it asks for this module too

    for module in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}."):
        importlib.import_module(module.name)
    kinds: list[type[PadScreen]] = [PadScreen, *_below(PadScreen)]
    return {kind: tuple(_bindings_of(kind, SessionpadApp)) for kind in kinds}


def _below(kind: type[PadScreen]) -> Iterator[type[PadScreen]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def _bindings_of(screen: type[PadScreen], app: type[App[int]]) -> Iterator[Binding]:
    """As Textual puts them together: a key that is bound again by a subclass is the subclass's."""
    bound: dict[str, Binding] = {}
    for kind in (*reversed([each for each in app.__mro__ if each is not App]), *reversed(screen.__mro__)):
        for binding in Binding.make_bindings(kind.__dict__.get("BINDINGS", ())):
            bound[binding.key] = binding
    yield from bound.values()


@cache
def editor_keys() -> frozenset[str]:
    """The keys with which text is edited."""
    bindings = (*Binding.make_bindings(PlainTextArea.BINDINGS), *Binding.make_bindings(PlainInput.BINDINGS))
    return frozenset(binding.key for binding in bindings)
