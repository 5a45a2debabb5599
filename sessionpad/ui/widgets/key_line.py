from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from textual.app import App
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style

from sessionpad.i18n.texts import N_
from sessionpad.ui.widgets.speaking import Speaking

ROOMY: Final = 100
"""From this width on there is room for more space between the keys."""

GAP: Final = 2
"""Cells between the keys and what else is said on their line."""

EVERYWHERE: Final = ("ctrl+f", "ctrl+q")

NAMES: Final = {"escape": "Esc", "enter": "Enter", "delete": "Del"}


@dataclass(frozen=True)
class Act:
    """Something that can be done on a screen now."""

    keys: tuple[str, ...]
    """Its keys as they stand on the keyboard, the usual one first."""
    action: str
    """With its namespace."""
    binding: Binding

    @property
    def is_always_shown(self) -> bool:
        """Whether its key is on the line of keys however little room there is: the way on, the way back, and help."""
        return self.binding.key in {"enter", "escape", "f1"}


def acts_of(screen: Screen[object]) -> Sequence[Act]:
    """What this screen can do now, in the order of the keyboard."""
    found: dict[str, list[Binding]] = {}
    for active in screen.active_bindings.values():
        if active.enabled and active.binding.tooltip and isinstance(active.node, Screen | App):
            namespace = "app" if isinstance(active.node, App) else "screen"
            action = active.binding.action
            found.setdefault(action if "." in action else f"{namespace}.{action}", []).append(active.binding)
    acts = []
    for action, bindings in found.items():
        bindings.sort(key=_rank)
        acts.append(Act(tuple(map(_key_name, bindings)), action, bindings[0]))
    return sorted(acts, key=lambda act: _rank(act.binding))


class KeyLine(Speaking):
    """The keys of this screen on one line; each can be clicked too."""

    DEFAULT_CSS = """
    KeyLine {
        height: 1; padding: 0 1; background: $panel; color: $foreground;
        link-style: none; link-color: $foreground;
        link-style-hover: none; link-color-hover: $foreground; link-background-hover: $primary 25%;
    }
    """

    left: reactive[int] = reactive(0)
    """Seconds until the pad locks itself, when that is soon."""

    def render(self) -> Content:
        if not self.left:
            return self._keys(self.content_size.width)
        soon = Content.styled(self.texts.say(N_("locks in {seconds} s"), seconds=self.left), "$quiet")
        room = self.content_size.width - soon.cell_length - GAP
        keys = self._keys(room)
        return Content.assemble(keys, " " * (room - keys.cell_length + GAP), soon)

    def _keys(self, room: int) -> Content:
        between = " · " if room >= ROOMY else "  "
        acts = [act for act in acts_of(self.screen) if act.binding.show]
        parts: dict[str, Content] = {}
        for act in sorted(acts, key=lambda act: not act.is_always_shown):
            part = self._part(act)
            need = part.cell_length + (len(between) if parts else 0)
            if need <= room:
                parts[act.action] = part
                room -= need
        return Content(between).join(parts[act.action] for act in acts if act.action in parts)

    def _part(self, act: Act) -> Content:
        part = Content.assemble((act.keys[0], "bold $primary"), f" {self.texts.say(act.binding.description)}")
        return part.stylize(Style.from_meta({"@click": act.action}))


def _key_name(binding: Binding) -> str:
    *chords, key = binding.key.split("+")
    return "+".join([*(chord.capitalize() for chord in chords), NAMES.get(key, key.upper())])


def _rank(binding: Binding) -> tuple[int, int]:
    """Enter, the function keys, Escape, and then the chords; those that are there everywhere are the last."""
    if binding.key == "enter":
        return 0, 0
    if binding.key[:1] == "f" and binding.key[1:].isdigit():
        return 1, int(binding.key[1:])
    if binding.key == "escape":
        return 2, 0
    return 3, EVERYWHERE.index(binding.key) + 1 if binding.key in EVERYWHERE else 0
