from __future__ import annotations

from typing import Final

from textual.binding import Binding
from textual.content import Content
from textual.style import Style

from sessionpad.ui.widgets.speaking import Speaking

ROOMY: Final = 100
"""From this width on there is room for more space between the keys."""

NAMES: Final = {"escape": "Esc", "enter": "Enter"}


class KeyLine(Speaking):
    """The keys of this screen on one line; each can be clicked too."""

    DEFAULT_CSS = """
    KeyLine {
        height: 1; padding: 0 1; background: $panel; color: $foreground;
        link-style: none; link-color: $foreground;
        link-style-hover: none; link-color-hover: $foreground; link-background-hover: $primary 25%;
    }
    """

    def render(self) -> Content:
        between = " · " if self.content_size.width >= ROOMY else "  "
        parts: list[Content] = []
        room = self.content_size.width
        for binding in self._shown():
            part = self._part(binding)
            need = part.cell_length + (len(between) if parts else 0)
            if need <= room:
                parts.append(part)
                room -= need
        return Content(between).join(parts)

    def _part(self, binding: Binding) -> Content:
        label = self.texts.say(binding.description)
        part = Content.assemble((key_name(binding), "bold $primary"), f" {label}")
        return part.stylize(Style.from_meta({"@click": f"screen.{binding.action}"}))

    def _shown(self) -> list[Binding]:
        """What this screen can do now: the function keys in order, then the others; each act once."""
        screen = self.screen
        shown: dict[str, Binding] = {}
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and active.node is screen:
                before = shown.get(binding.action)
                if before is None or _rank(binding) < _rank(before):
                    shown[binding.action] = binding
        return sorted(shown.values(), key=_rank)


def key_name(binding: Binding) -> str:
    """The key as it stands on the keyboard."""
    *chords, key = binding.key.split("+")
    return "+".join([*(chord.capitalize() for chord in chords), NAMES.get(key, key.upper())])


def _rank(binding: Binding) -> tuple[int, int]:
    if binding.key == "enter":
        return 0, 0
    if binding.key[:1] == "f" and binding.key[1:].isdigit():
        return 1, int(binding.key[1:])
    return (2, 0) if binding.key == "escape" else (3, 0)
