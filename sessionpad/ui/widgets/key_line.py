from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.style import Style

from sessionpad.ui.widgets.speaking import Speaking


class KeyLine(Speaking):
    """The keys of this screen on one line; each can be clicked too."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    def render(self) -> Content:
        parts: list[Content] = []
        room = self.content_size.width
        for binding in self._shown():
            part = Content.assemble(
                (self._key(binding), "bold $primary"),
                " ",
                self.texts.say(binding.description),
            ).stylize(Style.from_meta({"@click": f"screen.{binding.action}"}))
            room -= part.cell_length + (3 if parts else 0)
            if room < 0:
                break
            parts.append(part)
        return Content(" · ").join(parts)

    @staticmethod
    def _key(binding: Binding) -> str:
        """As it stands on the keyboard."""
        names = {"escape": "Esc", "enter": "Enter"}
        *chords, key = binding.key.split("+")
        return "+".join([*(chord.capitalize() for chord in chords), names.get(key, key.upper())])

    def _shown(self) -> list[Binding]:
        screen = self.screen
        return [
            active.binding
            for active in screen.active_bindings.values()
            if active.binding.show and active.enabled and active.node is screen
        ]
